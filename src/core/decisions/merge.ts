import { canonical } from './canonical';
import { byInstant } from './instant';
import type { Entry, Foreign, Sidecar, Withdrawn } from './remembered';

/** One record about an id: what it is, or that it was taken back. */
type Claim =
  | { readonly kind: 'entry'; readonly modified: string; readonly anchored: string; readonly value: Entry }
  | { readonly kind: 'foreign'; readonly modified: string; readonly anchored: string; readonly value: Foreign }
  | { readonly kind: 'withdrawn'; readonly modified: string; readonly anchored: string; readonly value: Withdrawn };

/** At the same instant what was taken back stays taken back, and what we understand goes before what we do not. */
const rank = { foreign: 0, entry: 1, withdrawn: 2 };

/**
 * What two copies remember together. Of each thing the copy modified last counts, and of two copies of one modification the
 * one whose passages were quoted last; what was taken back stays so unless it was modified later. The order of merging does
 * not matter: the operation is commutative, associative and idempotent, so copies that met in any order are the same.
 */
export function merge(a: Sidecar, b: Sidecar): Sidecar {
  const claims = new Map<string, Claim>();
  for (const claim of [...claimsOf(a), ...claimsOf(b)]) {
    const known = claims.get(claim.value.id);
    if (known === undefined || compare(known, claim) < 0) claims.set(claim.value.id, claim);
  }
  const kept = [...claims.values()];
  return {
    entries: kept.flatMap((claim) => (claim.kind === 'entry' ? [claim.value] : [])).sort(inOrder),
    foreign: kept.flatMap((claim) => (claim.kind === 'foreign' ? [claim.value] : [])).sort(inOrder),
    withdrawn: kept.flatMap((claim) => (claim.kind === 'withdrawn' ? [claim.value] : [])).sort(inOrder),
    rest: mergeRest(a.rest, b.rest),
  };
}

/**
 * What a copy remembers after the file it was read from has changed under it. What was not touched here since is as the
 * file has it now, be it an older state or gone (another branch was checked out, the file was deleted); what was changed
 * here is merged with it.
 * @param base the file as it was last read or written by this copy
 * @param ours this copy
 * @param theirs the file as it is now
 */
export function mergeThree(base: Sidecar, ours: Sidecar, theirs: Sidecar): Sidecar {
  const before = new Map(claimsOf(base).map((claim) => [claim.value.id, canonical(claim)]));
  const changed = new Set(claimsOf(ours).flatMap((claim) => (before.get(claim.value.id) === canonical(claim) ? [] : [claim.value.id])));
  const only = <Kind extends { readonly id: string }>(all: readonly Kind[]): readonly Kind[] => all.filter(({ id }) => changed.has(id));
  const rest = canonical(base.rest) === canonical(ours.rest) ? {} : ours.rest;
  return merge({ entries: only(ours.entries), foreign: only(ours.foreign), withdrawn: only(ours.withdrawn), rest }, theirs);
}

/** The order in which things were decided: by the instant of their modification, then by id. Later ones win over earlier ones. */
export function inOrder(a: { readonly modified: string; readonly id: string }, b: { readonly modified: string; readonly id: string }): number {
  return byInstant(a.modified, b.modified) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Whether two copies remember the same. */
export function same(a: Sidecar, b: Sidecar): boolean {
  return canonical(a) === canonical(b);
}

function claimsOf({ entries, foreign, withdrawn }: Sidecar): Claim[] {
  return [
    ...entries.map((value): Claim => ({ kind: 'entry', modified: value.modified, anchored: value.anchored, value })),
    ...foreign.map((value): Claim => ({ kind: 'foreign', modified: value.modified, anchored: '', value })),
    ...withdrawn.map((value): Claim => ({ kind: 'withdrawn', modified: value.modified, anchored: '', value })),
  ];
}

function compare(a: Claim, b: Claim): number {
  const order = byInstant(a.modified, b.modified) || rank[a.kind] - rank[b.kind] || byInstant(a.anchored, b.anchored);
  return order || compareText(canonical(a.value), canonical(b.value));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of what we do not know nothing is lost; where two copies differ, one of them counts, always the same. */
function mergeRest(a: Sidecar['rest'], b: Sidecar['rest']): Sidecar['rest'] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(keys.map((key) => {
    const choices = [a, b].filter((one) => Object.hasOwn(one, key)).map((one) => one[key]);
    return [key, choices.reduce((chosen, one) => (compareText(canonical(chosen), canonical(one)) < 0 ? one : chosen))];
  }));
}
