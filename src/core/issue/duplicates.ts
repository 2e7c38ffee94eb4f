import { likeness, type Fingerprint } from './fingerprint';
import type { Duplicate, IssueReason, Part } from './model';

/** Texts shorter than this, in characters that count, are never called the same: 天气预报 is always alike. */
const SHORTEST = 30;
/** From this share of common shingles on, two texts are the same but for small changes. */
const NEAR = 0.8;
/** From this share on, a text stands within another; it must be long enough to be no mere quotation. */
const WITHIN = 0.92;
const SHORTEST_WITHIN = 100;
/** Of a shingle that stands in more texts than these, a standing phrase, the first are looked at. */
const MOST_TEXTS = 8;
/** Texts compared with one at most: those that share most of the hashes looked up. */
const MOST_RIVALS = 4;
/** How many of the smallest hashes are looked up: alike texts share most of theirs. */
const LOOKED_UP = 16;

/**
 * Texts that stand in two places, the copy behind the first in the order given. Of three copies the second and the third
 * are each a duplicate of the first.
 */
export function duplicatesOf(parts: readonly Part[]): Duplicate[] {
  const judged = parts.filter(({ article }) => article.print.length >= SHORTEST);
  const known = new Map<number, Part[]>();
  const duplicates: Duplicate[] = [];
  for (const part of judged) {
    const { print } = part.article;
    const keys = print.sketch.slice(0, LOOKED_UP);
    const rivals = new Map<Part, number>();
    for (const key of keys) {
      for (const other of known.get(key) ?? []) rivals.set(other, (rivals.get(other) ?? 0) + 1);
    }
    const found = best(part, [...rivals].sort((a, b) => b[1] - a[1]).slice(0, MOST_RIVALS).map(([other]) => other));
    if (found !== undefined) duplicates.push(found);
    // A copy is found by its first: it need not be known itself.
    if (found?.kind === 'exact') continue;
    for (const key of keys) {
      const others = known.get(key);
      if (others === undefined) known.set(key, [part]);
      else if (others.length < MOST_TEXTS) others.push(part);
    }
  }
  return duplicates;
}

function best(second: Part, rivals: readonly Part[]): Duplicate | undefined {
  let found: Duplicate | undefined;
  for (const first of rivals) {
    const one = compare(first, second);
    if (one !== undefined && (found === undefined || one.share > found.share)) found = one;
    if (found?.kind === 'exact') break;
  }
  return found;
}

function compare(first: Part, second: Part): Duplicate | undefined {
  const [a, b] = [first.article.print, second.article.print];
  if (a.hash === b.hash && a.length === b.length) return { first, second, kind: 'exact', share: 1, why: [reason('sameCharacters', 8, b.length)] };
  const { both, ofFirst, ofSecond } = likeness(a, b);
  if (both >= NEAR) return { first, second, kind: 'near', share: both, why: [shingles(both, a, b)] };
  const share = Math.max(ofFirst, ofSecond);
  const shorter = Math.min(a.length, b.length);
  if (share >= WITHIN && shorter >= SHORTEST_WITHIN) return { first, second, kind: 'within', share, why: [shingles(share, a, b)] };
  return undefined;
}

const shingles = (share: number, a: Fingerprint, b: Fingerprint): IssueReason => reason('sharedShingles', 4 * share, percent(share), a.length, b.length);

const reason = (code: IssueReason['code'], weight: number, ...args: readonly (string | number)[]): IssueReason => ({ code, args, weight });

/** `92%`; what is not all is never called 100 %. */
export function percent(share: number): string {
  return `${String(share < 1 ? Math.min(99, Math.round(share * 100)) : 100)}%`;
}
