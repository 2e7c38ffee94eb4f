import { blocksOf, type TextBlock } from './blocks';
import type { Gold } from './gold';
import { goldBlocks, type GoldBlock } from './outline';

/** Two pieces that an edit of the page brought together. */
export interface Brought {
  readonly from: number;
  readonly to: number;
  /** Into one paragraph; otherwise the one below the other. */
  readonly join: boolean;
  /** Whether the second came to the first; otherwise only what stood between them went away. */
  readonly came: boolean;
}

/** A piece of the truth without white space and heading marks: what an edit of the page may not change. */
interface Part extends GoldBlock {
  readonly bare: string;
  /** Its place among headlines and text. */
  readonly place: number;
}

/**
 * What an edit of a page joined and moved, read off its result: each block of the result is told apart into the pieces of the
 * truth. Pieces in one block that were apart were joined; a piece that now stands below another, and did not, was moved,
 * or what stood between was. What stands below extra blank lines was left open on purpose. Pieces are named by their first
 * offset in `before`.
 */
export function broughtTogether(before: string, after: string, gold: Gold): Brought[] {
  const parts = partsOf(before, gold);
  const unused = new Set(parts);
  const found: { left: Part; right: Part; join: boolean }[] = [];
  const sequence: Part[] = [];
  let last: Part | undefined;
  for (const block of blocksOf(after)) {
    const members = membersOf(block, parts, unused, last);
    if (members === undefined) {
      last = undefined;
      continue;
    }
    for (const part of members) unused.delete(part);
    sequence.push(...members);
    // Bylines and credits stand between what belongs together.
    if (members.every(({ role }) => role === 'byline' || role === 'credit' || role === 'standingHead')) continue;
    members.slice(1).forEach((part, index) => {
      const left = members[index];
      if (left !== undefined && apart(before, left, part)) found.push({ left, right: part, join: true });
    });
    const first = members[0];
    if (last !== undefined && first?.role === 'body' && block.gap <= 1 && last.place + 1 !== first.place) found.push({ left: last, right: first, join: false });
    last = members.at(-1);
    if (last?.role !== 'body' && last?.role !== 'headline') last = undefined;
  }
  const stayed = stayedOf(sequence);
  return found.map(({ left, right, join }) => ({ from: left.span[0], to: right.span[0], join, came: join || !stayed.has(right) }));
}

/** What kept its place: of the pieces in their new order, the most text that is still in the old one. */
function stayedOf(sequence: readonly Part[]): Set<Part> {
  const best: { weight: number; before: number }[] = [];
  let last = -1;
  sequence.forEach((part, index) => {
    let chosen = { weight: part.bare.length, before: -1 };
    for (let earlier = 0; earlier < index; earlier++) {
      const weight = (best[earlier]?.weight ?? 0) + part.bare.length;
      if ((sequence[earlier]?.span[0] ?? 0) < part.span[0] && weight > chosen.weight) chosen = { weight, before: earlier };
    }
    best.push(chosen);
    if (chosen.weight > (best[last]?.weight ?? 0)) last = index;
  });
  const stayed = new Set<Part>();
  for (let at = last; at >= 0; at = best[at]?.before ?? -1) {
    const part = sequence[at];
    if (part !== undefined) stayed.add(part);
  }
  return stayed;
}

function partsOf(text: string, gold: Gold): Part[] {
  let place = 0;
  return goldBlocks(gold).map((block) => {
    if (block.role === 'body' || block.role === 'headline') place++;
    return { ...block, bare: bare(text.slice(...block.span)), place };
  });
}

const bare = (text: string): string => text.replace(/[\s#]+/gu, '');

/** White space with one line feed at most. */
const isBreak = (between: string): boolean => between.trim() === '' && between.split('\n').length <= 2;

/** Whether a blank line or another piece stands between two pieces. */
function apart(text: string, left: Part, right: Part): boolean {
  return right.span[0] < left.span[1] || !isBreak(text.slice(left.span[1], right.span[0]));
}

/** Combinations tried for one block; where pieces are no longer whole, none fits. */
const TRIALS = 2000;

/**
 * The pieces of which a block is put together, in order; undefined where it is no sequence of whole pieces.
 * Where several fit (a paper may print a sentence twice) it is the one that stood behind the piece before, then the longest.
 */
function membersOf(block: TextBlock, parts: readonly Part[], unused: ReadonlySet<Part>, before: Part | undefined): Part[] | undefined {
  const text = bare(block.text);
  const free = parts.filter((part) => unused.has(part) && text.includes(part.bare)).sort((a, b) => b.bare.length - a.bare.length || a.span[0] - b.span[0]);
  const chosen: Part[] = [];
  let trials = 0;
  const fill = (at: number): boolean => {
    if (at === text.length) return true;
    const place = (chosen.at(-1) ?? before)?.place ?? 0;
    const next = free.find((part) => part.place === place + 1);
    for (const part of next === undefined ? free : [next, ...free]) {
      if (chosen.includes(part) || !text.startsWith(part.bare, at) || trials++ > TRIALS) continue;
      chosen.push(part);
      if (fill(at + part.bare.length)) return true;
      chosen.pop();
    }
    return false;
  };
  return text !== '' && fill(0) ? chosen : undefined;
}
