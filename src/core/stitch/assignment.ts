/**
 * The assignment problem for rows and columns that may stay alone: each row takes one column or none, each column is
 * taken once, the sum of gains is greatest. Shortest augmenting paths with potentials (Kuhn 1955; Jonker and
 * Volgenant 1987), so that after one pair is forbidden the best solution without it costs one augmentation only.
 *
 * To allow for staying alone the problem is squared: row `n + c` stands in for whoever leaves column `c` alone,
 * column `n + r` for what row `r` takes when it stays alone. Pairs of stand-ins cost nothing.
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
      const column = this.columnOf[row] ?? -1;
      if (column >= 0 && column < this.n) sum += this.gains[row * this.n + column] ?? 0;
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

  /** What the best assignment loses when a pair of it is forbidden; 0 for a pair it does not make. Changes nothing. */
  margin(row: number, column: number): number {
    if (this.columnOf[row] !== column) return 0;
    const place = row * this.n + column;
    const gain = this.gains[place] ?? 0;
    this.gains[place] = -Infinity;
    this.rowOf[column] = -1;
    const { reached } = this.search(row);
    this.rowOf[column] = row;
    this.gains[place] = gain;
    // The way back to the column, in costs reduced by the potentials, is what the other way round costs more.
    return reached;
  }

  /**
   * Changes all gains of one row and of the column of the same number, and finds the best assignment anew.
   * @param row the new gains of the row
   * @param column the new gains of the column
   */
  change(place: number, row: Float64Array, column: Float64Array): void {
    const { n, rowOf, columnOf } = this;
    for (let other = 0; other < n; other++) {
      this.gains[other * n + place] = column[other] ?? -Infinity;
      this.gains[place * n + other] = row[other] ?? -Infinity;
    }
    const itsRow = rowOf[place] ?? 0;
    const itsColumn = columnOf[place] ?? 0;
    columnOf[itsRow] = -1;
    rowOf[place] = -1;
    columnOf[place] = -1;
    rowOf[itsColumn] = -1;
    // The column's potential must leave no pair with a row that stays cheaper than nothing.
    let least = -(this.rowPotential[n + place] ?? 0);
    for (let r = 0; r < n; r++) {
      if (r !== place) least = Math.min(least, -(this.gains[r * n + place] ?? -Infinity) - (this.rowPotential[r] ?? 0));
    }
    this.columnPotential[place] = least;
    this.augment(place);
    if (itsRow !== place) this.augment(itsRow);
  }

  /** The shortest way from a row without a column to a column without a row, in costs reduced by the potentials. */
  private search(start: number): { reached: number; column: number; from: Int32Array; distance: Float64Array; done: Uint8Array; visited: number[]; at: number[] } {
    const { n, rowOf, gains, rowPotential, columnPotential } = this;
    const width = 2 * n;
    const distance = new Float64Array(width).fill(Infinity);
    const from = new Int32Array(width);
    const done = new Uint8Array(width);
    const visited: number[] = [];
    const at: number[] = [];
    let row = start;
    let reached = 0;
    let column = -1;
    for (;;) {
      visited.push(row);
      at.push(reached);
      const base = reached - (rowPotential[row] ?? 0);
      if (row < n) {
        const offset = row * n;
        for (let c = 0; c < n; c++) {
          if (done[c] === 1) continue;
          const length = base - (gains[offset + c] as number) - (columnPotential[c] as number);
          if (length < (distance[c] as number)) {
            distance[c] = length;
            from[c] = row;
          }
        }
        const length = base - (columnPotential[n + row] ?? 0);
        if (done[n + row] === 0 && length < (distance[n + row] ?? 0)) {
          distance[n + row] = length;
          from[n + row] = row;
        }
      } else {
        const own = row - n;
        const length = base - (columnPotential[own] ?? 0);
        if (done[own] === 0 && length < (distance[own] ?? 0)) {
          distance[own] = length;
          from[own] = row;
        }
        for (let c = n; c < width; c++) {
          if (done[c] === 1) continue;
          const way = base - (columnPotential[c] as number);
          if (way < (distance[c] as number)) {
            distance[c] = way;
            from[c] = row;
          }
        }
      }
      let best = Infinity;
      for (let c = 0; c < width; c++) {
        if (done[c] === 0 && (distance[c] as number) < best) {
          best = distance[c] as number;
          column = c;
        }
      }
      reached = best;
      done[column] = 1;
      if ((rowOf[column] ?? -1) < 0) return { reached, column, from, distance, done, visited, at };
      row = rowOf[column] ?? 0;
    }
  }

  private augment(start: number): void {
    const { rowOf, columnOf, rowPotential, columnPotential } = this;
    const { reached, from, distance, done, visited, at, ...end } = this.search(start);
    for (let i = 0; i < visited.length; i++) {
      const r = visited[i] ?? 0;
      rowPotential[r] = (rowPotential[r] ?? 0) + reached - (at[i] ?? 0);
    }
    for (let c = 0; c < done.length; c++) {
      if (done[c] === 1) columnPotential[c] = (columnPotential[c] ?? 0) + (distance[c] ?? 0) - reached;
    }
    let { column } = end;
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
