/** Gives the line of an offset, counted from 1; lines end at LF, CR LF and CR. */
export function lineNumbers(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/gu)) ends.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Gives the number of Unicode characters before a UTF-16 offset: the count of standards that know no code units. */
export function characterOffsets(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs.push(index + 1);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
