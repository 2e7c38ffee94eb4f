import type { PlacedLeaf, Span } from '../../core';

/** A file with more pages of the paper than this is shown by the pages in view: more would make the editor wait. */
const MANY = 16;
/** Pages shown before and behind those in view. */
const BESIDE = 1;

/**
 * The pages that are shown of a file: all of them, or of many those in view and their neighbours.
 * @param places what is in view and where the cursors are, in UTF-16 units
 * @returns the first page shown, and the one behind the last
 */
export function viewOf(leaves: readonly PlacedLeaf[], places: readonly Span[]): readonly [from: number, to: number] {
  if (leaves.length <= MANY) return [0, leaves.length];
  const indices = places.flatMap(([start, end]) => [leafAt(leaves, start), leafAt(leaves, end)]);
  const first = Math.min(...indices);
  const last = Math.max(...indices);
  if (indices.length === 0 || last - first >= MANY) return clip(leaves, indices[0] ?? 0, indices[0] ?? 0);
  return clip(leaves, first, last);
}

const clip = (leaves: readonly PlacedLeaf[], first: number, last: number): readonly [number, number] => [Math.max(0, first - BESIDE), Math.min(leaves.length, last + 1 + BESIDE)];

/** The page in which an offset lies, the last one for all behind it. */
export function leafAt(leaves: readonly PlacedLeaf[], offset: number): number {
  let low = 0;
  let high = leaves.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((leaves[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
