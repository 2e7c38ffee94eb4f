import type { Decision } from './decision';

/**
 * Parts of a text, one behind the other, of which some become one because decisions tie what stands in them together.
 * @param ends where each part ends, in UTF-16 units
 * @returns the first and the last part of each group, all parts in order
 */
export function tiedParts(ends: readonly number[], decisions: readonly Decision[]): readonly (readonly [first: number, last: number])[] {
  const ties = decisions.flatMap((decision): [number, number][] => {
    if (decision.kind !== 'join' && decision.kind !== 'follow') return [];
    const places = [partAt(ends, decision.left[1] - 1), partAt(ends, decision.right[0])].sort((a, b) => a - b);
    const [from = -1, to = -1] = places;
    return from >= 0 && from < to ? [[from, to]] : [];
  });
  const groups: [number, number][] = [];
  for (let from = 0; from < ends.length; ) {
    let to = from;
    for (let more = ties.length > 0; more; ) {
      const reach = ties.reduce((far, [first, last]) => (first <= to && last > far ? last : far), to);
      more = reach > to;
      to = reach;
    }
    groups.push([from, to]);
    from = to + 1;
  }
  return groups;
}

/** Which part of a text an offset lies in; -1 behind the last. @param ends where each part ends, in order */
export function partAt(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low === ends.length ? -1 : low;
}
