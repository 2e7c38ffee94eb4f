/** Rows that may be added up before a lane of a word is full. */
const MOST = 256;
/** What is added to each number, so that none is negative. */
const BIAS = 128;

/**
 * Rows of small numbers that are added up by the thousand, two numbers in one word: one addition does two. Lanes of 16 bits hold the sum of 256 numbers of 8 bits.
 */
export class PackedRows {
  private readonly words: Int32Array;
  private readonly perRow: number;

  /**
   * @param numbers the rows one behind the other
   * @param width numbers of a row, a multiple of eight
   */
  constructor(numbers: Int8Array, width: number) {
    this.perRow = width / 2;
    this.words = new Int32Array(numbers.length / 2);
    for (let at = 0, from = 0; at < this.words.length; at++, from += 2) this.words[at] = ((numbers[from] ?? 0) + BIAS) | (((numbers[from + 1] ?? 0) + BIAS) << 16);
  }

  /**
   * Adds rows up.
   * @param rows their numbers, those at `[start, end)`
   * @param sums what they are added to, from `at` on
   */
  addTo(sums: Float64Array, at: number, rows: Int32Array, start: number, end: number): void {
    for (let from = start; from < end; from += MOST) this.addSome(sums, at, rows, from, Math.min(end, from + MOST));
  }

  private addSome(sums: Float64Array, at: number, rows: Int32Array, start: number, end: number): void {
    const { words, perRow } = this;
    const bias = BIAS * (end - start);
    for (let word = 0, to = at; word < perRow; word += 4, to += 8) {
      // Four words side by side, each in a register of the processor.
      let [first, second, third, fourth] = [0, 0, 0, 0];
      for (let i = start; i < end; i++) {
        const from = (rows[i] ?? 0) * perRow + word;
        first = (first + (words[from] ?? 0)) | 0;
        second = (second + (words[from + 1] ?? 0)) | 0;
        third = (third + (words[from + 2] ?? 0)) | 0;
        fourth = (fourth + (words[from + 3] ?? 0)) | 0;
      }
      sums[to] = (sums[to] ?? 0) + (first & 0xffff) - bias;
      sums[to + 1] = (sums[to + 1] ?? 0) + (first >>> 16) - bias;
      sums[to + 2] = (sums[to + 2] ?? 0) + (second & 0xffff) - bias;
      sums[to + 3] = (sums[to + 3] ?? 0) + (second >>> 16) - bias;
      sums[to + 4] = (sums[to + 4] ?? 0) + (third & 0xffff) - bias;
      sums[to + 5] = (sums[to + 5] ?? 0) + (third >>> 16) - bias;
      sums[to + 6] = (sums[to + 6] ?? 0) + (fourth & 0xffff) - bias;
      sums[to + 7] = (sums[to + 7] ?? 0) + (fourth >>> 16) - bias;
    }
  }
}
