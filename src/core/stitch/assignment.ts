/**
 * The assignment problem for rows and columns that may stay alone: each row takes one column or none, each column is
 * taken once, the sum of gains is greatest. Shortest augmenting paths with potentials (Kuhn 1955; Jonker and
 * Volgenant 1987), so that after one pair is forbidden the best solution without it costs one augmentation only.
 *
 * To allow for staying alone the problem is squared: row `n + c` stands in for whoever leaves column `c` alone,
 * column `n + r` for what row `r` takes when it stays alone.
 */
export class Assignment {
  /** The column of each row, or -1. */
  private readonly columnOf: Int32Array;
  /** The row of each column, or -1. */
  private readonly rowOf: Int32Array;
  private readonly rowPotential: Float64Array;
  private readonly columnPotential: Float64Array;

  /**
   * @param gains `n × n` gains, row by row; a pair with a gain of `-Infinity` is never made
   * @param n number of rows and of columns
   */
  constructor(
    private readonly gains: Float64Array,
    readonly n: number,
  ) {
    const width = 2 * n;
    this.columnOf = new Int32Array(width).fill(-1);
    this.rowOf = new Int32Array(width).fill(-1);
    this.rowPotential = new Float64Array(width);
    this.columnPotential = new Float64Array(width);
    for (let c = 0; c < n; c++) {
      this.columnOf[n + c] = c;
      this.rowOf[c] = n + c;
    }
  }

  /** Finds the best assignment. */
  solve(): this {
    for (let row = 0; row < this.n; row++) this.augment(row);
    return this;
  }

  /** A copy that can be changed without touching this one; the gains are copied too. */
  copy(): Assignment {
    const copy = new Assignment(this.gains.slice(), this.n);
    copy.columnOf.set(this.columnOf);
    copy.rowOf.set(this.rowOf);
    copy.rowPotential.set(this.rowPotential);
    copy.columnPotential.set(this.columnPotential);
    return copy;
  }

  /** The column a row takes, or `undefined` when it stays alone. */
  partnerOf(row: number): number | undefined {
    const column = this.columnOf[row] ?? -1;
    return column >= 0 && column < this.n ? column : undefined;
  }

  /** The sum of gains. */
  total(): number {
    let sum = 0;
    for (let row = 0; row < this.n; row++) {
      const column = this.partnerOf(row);
      if (column !== undefined) sum += this.gains[row * this.n + column] ?? 0;
    }
    return sum;
  }

  /** The gain of a pair. */
  gain(row: number, column: number): number {
    return this.gains[row * this.n + column] ?? -Infinity;
  }

  /** Parts a pair and leaves both alone, the best for neither: what is done when time is short. */
  drop(row: number, column: number): void {
    this.gains[row * this.n + column] = -Infinity;
    const standIn = this.n + column;
    const out = this.n + row;
    const other = this.rowOf[out] ?? -1;
    const theirs = this.columnOf[standIn] ?? -1;
    this.columnOf[row] = out;
    this.rowOf[out] = row;
    this.columnOf[standIn] = column;
    this.rowOf[column] = standIn;
    // Whoever stood in the two places stands in for each other.
    if (other >= 0 && theirs >= 0 && other !== row && other !== standIn) {
      this.columnOf[other] = theirs;
      this.rowOf[theirs] = other;
    }
  }

  /** Forbids a pair and finds the best assignment without it. */
  forbid(row: number, column: number): void {
    this.gains[row * this.n + column] = -Infinity;
    if (this.columnOf[row] !== column) return;
    this.columnOf[row] = -1;
    this.rowOf[column] = -1;
    this.augment(row);
  }

  /**
   * Changes all gains of one row and of the column of the same number, and finds the best assignment anew.
   * @param gain the gain of a pair in which `place` is the row or the column
   */
  change(place: number, gain: (row: number, column: number) => number): void {
    const { n, rowOf, columnOf } = this;
    for (let other = 0; other < n; other++) {
      this.gains[place * n + other] = gain(place, other);
      this.gains[other * n + place] = gain(other, place);
    }
    const row = rowOf[place] ?? 0;
    const column = columnOf[place] ?? 0;
    columnOf[row] = -1;
    rowOf[place] = -1;
    columnOf[place] = -1;
    rowOf[column] = -1;
    // The column's potential must leave no pair with a row that stays cheaper than nothing.
    let least = Infinity;
    for (let r = 0; r < 2 * n; r++) {
      if (r === place) continue;
      least = Math.min(least, this.cost(r, place) - (this.rowPotential[r] ?? 0));
    }
    this.columnPotential[place] = least;
    this.augment(place);
    if (row !== place) this.augment(row);
  }

  private cost(row: number, column: number): number {
    const { n } = this;
    if (row >= n) return column >= n || column === row - n ? 0 : Infinity;
    if (column >= n) return column - n === row ? 0 : Infinity;
    return -(this.gains[row * n + column] ?? -Infinity);
  }

  private augment(start: number): void {
    const { n, rowOf, columnOf, rowPotential, columnPotential } = this;
    const width = 2 * n;
    const distance = new Float64Array(width).fill(Infinity);
    const from = new Int32Array(width).fill(-1);
    const done = new Uint8Array(width);
    const visited: number[] = [];
    const reachedAt: number[] = [];
    let row = start;
    let reached = 0;
    let column = -1;
    for (;;) {
      visited.push(row);
      reachedAt.push(reached);
      const base = reached - (rowPotential[row] ?? 0);
      let best = Infinity;
      let bestColumn = -1;
      for (let c = 0; c < width; c++) {
        if (done[c] === 1) continue;
        const length = base + this.cost(row, c) - (columnPotential[c] ?? 0);
        if (length < (distance[c] ?? Infinity)) {
          distance[c] = length;
          from[c] = row;
        }
        if ((distance[c] ?? Infinity) < best) {
          best = distance[c] ?? Infinity;
          bestColumn = c;
        }
      }
      column = bestColumn;
      reached = best;
      done[column] = 1;
      if ((rowOf[column] ?? -1) < 0) break;
      row = rowOf[column] ?? 0;
    }
    for (let i = 0; i < visited.length; i++) {
      const r = visited[i] ?? 0;
      rowPotential[r] = (rowPotential[r] ?? 0) + reached - (reachedAt[i] ?? 0);
    }
    for (let c = 0; c < width; c++) {
      if (done[c] === 1) columnPotential[c] = (columnPotential[c] ?? 0) + (distance[c] ?? 0) - reached;
    }
    for (;;) {
      const owner = from[column] ?? start;
      const next = columnOf[owner] ?? -1;
      rowOf[column] = owner;
      columnOf[owner] = column;
      if (owner === start) return;
      column = next;
    }
  }
}
