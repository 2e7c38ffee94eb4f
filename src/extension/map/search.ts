/**
 * The place of the last thing that begins at an offset or before it, in a list ordered by where its things begin.
 * @returns `undefined` where all of them begin later
 */
export function lastUpTo<T>(ordered: readonly T[], offset: number, startOf: (one: T) => number): number | undefined {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = ordered[middle];
    if (one !== undefined && startOf(one) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : low - 1;
}
