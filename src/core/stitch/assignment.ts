/** One side of the assignment: the rows, or the columns. */
interface Side {
  /** The place on the other side that each takes, or -1. */
  readonly partner: Int32Array;
  /** What each is worth to whoever takes it: at least 0, and nothing where it stays alone. */
  readonly worth: Float64Array;
  /** Steps in the table of gains to the next of this side. */
  readonly stride: number;
}

/** What a search found. */
interface Way {
  readonly reached: number;
  /** The place on the other side that was free, or -1 where the last visited stays alone. */
  readonly end: number;
  /** The place on this side that stays alone, or -1. */
  readonly left: number;
  /** How many places of this side were visited. */
  readonly count: number;
}

/** What searches work on; nothing stays in it from one search to the next. */
interface Scratch {
  readonly distance: Float64Array;
  readonly from: Int32Array;
  /** Places of the other side that are not yet reached for good. */
  readonly open: Int32Array;
  /** Places visited on this side, at which distance, and the one on the other side behind each. */
  readonly visited: Int32Array;
  readonly at: Float64Array;
  readonly taken: Int32Array;
  /** Places looked at so far, by the assignment and all its copies; and how many may be before it is time to stop. */
  looked: number;
  readonly most: number;
  /** Gains that a copy left, see {@link Assignment.giveBack}. */
  spare: Float64Array | undefined;
}

/**
 * Places looked at, for each row, before {@link Assignment.isTired}: of 600 simulated pages none took more than 3,300, half of them less than 320. The number, and no clock, so that the same page comes out the same everywhere.
 */
export const PATIENCE = 12_500;

/** Bids, for each row, before the rest is searched for; and the least that is bid. */
const BIDS = 3;
const LEAST_BID = 1e-9;

/**
 * The assignment problem for rows and columns that may stay alone: each row takes one column or none, each column is
 * taken once, the sum of gains is greatest. Shortest augmenting paths with potentials (Kuhn 1955; Jonker and
 * Volgenant 1987). The potentials are the worth of each row and each column: no pair gains more than its two are worth
 * together, a pair that is made gains just that, and what stays alone is worth nothing. So what remains to be done after a
 * pair is forbidden, or after the gains of one place have changed, is one search or a few from the places concerned.
 */
export class Assignment {
  private readonly rows: Side;
  private readonly columns: Side;
  /** The sum of gains, as long as nothing changes. */
  private known: number | undefined;

  /**
   * @param gains `n × n` gains, row by row; a pair with a gain of `-Infinity` is never made
   * @param n number of rows and of columns
   * @param scratch what the searches work on, see {@link scratchFor}
   */
  constructor(
    private readonly gains: Float64Array,
    readonly n: number,
    private readonly scratch: Scratch = scratchFor(n, PATIENCE),
  ) {
    this.rows = { partner: new Int32Array(n).fill(-1), worth: new Float64Array(n), stride: n };
    this.columns = { partner: new Int32Array(n).fill(-1), worth: new Float64Array(n), stride: 1 };
  }

  /**
   * Finds the best assignment.
   * @param like one of as many rows whose gains were much the same: what its columns are worth is a good guess, and saves searches
   */
  solve(like?: Assignment): this {
    const { n, rows, columns } = this;
    this.known = undefined;
    if (like !== undefined) columns.worth.set(like.columns.worth);
    for (const row of this.bid()) if (rows.partner[row] === -1 && (rows.worth[row] ?? 0) > 0) this.augment(rows, columns, row);
    // By that guess a column may be worth something that nobody took.
    for (let column = 0; like !== undefined && column < n; column++) if (columns.partner[column] === -1 && (columns.worth[column] ?? 0) > 0) this.augment(columns, rows, column);
    return this;
  }

  /**
   * Each row takes what is best for it, and bids for it what it would lose by taking its second best instead; whom it outbids comes again later
   * (augmenting row reduction, Jonker and Volgenant 1987). Cheaper than searches, and leaves them little.
   * @returns rows that were outbid or had nothing better than what another has; some of them have found their place since
   */
  private bid(): number[] {
    const { n, rows, columns, gains } = this;
    const { worth } = columns;
    const waiting: number[] = [];
    for (let bids = 0, next = 0; bids < BIDS * n && (bids < n || next < waiting.length); bids++) {
      const row = bids < n ? bids : (waiting[next++] ?? 0);
      let best = 0;
      let second = 0;
      let column = -1;
      for (let c = 0, place = row * n; c < n; c++, place++) {
        const gain = (gains[place] ?? 0) - (worth[c] ?? 0);
        if (gain > best) {
          second = best;
          best = gain;
          column = c;
        } else if (gain > second) second = gain;
      }
      rows.worth[row] = best;
      if (column < 0) continue;
      const owner = columns.partner[column] ?? -1;
      if (owner >= 0) {
        waiting.push(best - second > LEAST_BID ? owner : row);
        if (best - second <= LEAST_BID) continue;
        rows.partner[owner] = -1;
      }
      rows.worth[row] = second;
      worth[column] = (worth[column] ?? 0) + best - second;
      pair(rows, row, columns, column);
    }
    return waiting;
  }

  /** A copy that can be changed without touching this one; the gains are copied too. */
  copy(): Assignment {
    const gains = this.scratch.spare ?? new Float64Array(this.gains.length);
    this.scratch.spare = undefined;
    gains.set(this.gains);
    const copy = new Assignment(gains, this.n, this.scratch);
    copy.rows.partner.set(this.rows.partner);
    copy.rows.worth.set(this.rows.worth);
    copy.columns.partner.set(this.columns.partner);
    copy.columns.worth.set(this.columns.worth);
    return copy;
  }

  /** Leaves the gains of a copy that nobody will ask again to the next one. */
  giveBack(): void {
    this.scratch.spare = this.gains;
  }

  /** The column that each row takes, -1 for none. */
  partners(): Int32Array {
    return this.rows.partner.slice();
  }

  /** The column a row takes, or `undefined` when it stays alone. */
  partnerOf(row: number): number | undefined {
    const column = this.rows.partner[row] ?? -1;
    return column >= 0 ? column : undefined;
  }

  /** The sum of gains. */
  total(): number {
    if (this.known !== undefined) return this.known;
    let sum = 0;
    for (let row = 0; row < this.n; row++) {
      const column = this.rows.partner[row] ?? 0;
      if (column >= 0) sum += (this.gains[row * this.n + column] ?? 0);
    }
    this.known = sum;
    return sum;
  }

  /** Whether so much was searched here and in copies that it is time to be content with less than the best. */
  get isTired(): boolean {
    return this.scratch.looked >= this.scratch.most;
  }

  /** The gain of a pair. */
  gain(row: number, column: number): number {
    return this.gains[row * this.n + column] ?? -Infinity;
  }

  /** Parts a pair and leaves both alone, the best for neither: what is done when time is short. */
  drop(row: number, column: number): void {
    this.known = undefined;
    this.gains[row * this.n + column] = -Infinity;
    this.free(row, column);
  }

  /** Forbids a pair and finds the best assignment without it. */
  forbid(row: number, column: number): void {
    this.known = undefined;
    this.gains[row * this.n + column] = -Infinity;
    if (this.rows.partner[row] !== column) return;
    this.free(row, column);
    this.settle([row], [column]);
  }

  /** What the best assignment loses when a pair of it is forbidden; 0 for a pair it does not make. Changes nothing. */
  margin(row: number, column: number): number {
    const { rows, columns } = this;
    if (rows.partner[row] !== column) return 0;
    const place = row * this.n + column;
    const gain = this.gains[place] ?? 0;
    this.gains[place] = -Infinity;
    this.free(row, column);
    // Each finds another or stays alone by itself; or one way leads from the row to the column.
    const alone = this.search(columns, rows, column, -1, 0).reached;
    const { reached } = this.search(rows, columns, row, column, alone);
    pair(rows, row, columns, column);
    this.gains[place] = gain;
    return reached;
  }

  /**
   * What the sum of gains can be at most when the gains of one row and of the column of the same number change: what
   * all are worth when the two are worth as much as needed and the others what they were.
   */
  bound(place: number, row: Float64Array, column: Float64Array): number {
    const { rows, columns } = this;
    const ofColumn = worthOf(column, rows.worth, place, Infinity);
    const ofRow = worthOf(row, columns.worth, place, ofColumn);
    return this.total() - (rows.worth[place] ?? 0) - (columns.worth[place] ?? 0) + ofRow + ofColumn;
  }

  /**
   * Changes all gains of one row and of the column of the same number, and finds the best assignment anew.
   * @param row the new gains of the row
   * @param column the new gains of the column; both have the same at their crossing
   */
  change(place: number, row: Float64Array, column: Float64Array): void {
    const { n, rows, columns, gains } = this;
    this.known = undefined;
    for (let other = 0; other < n; other++) {
      gains[other * n + place] = column[other] ?? 0;
      gains[place * n + other] = row[other] ?? 0;
    }
    const itsColumn = rows.partner[place] ?? 0;
    const itsRow = columns.partner[place] ?? 0;
    if (itsColumn >= 0) this.free(place, itsColumn);
    if (itsRow >= 0) this.free(itsRow, place);
    // No pair may gain more than its two are worth.
    columns.worth[place] = worthOf(column, rows.worth, place, Infinity);
    rows.worth[place] = worthOf(row, columns.worth, place, columns.worth[place]);
    this.settle([place, itsRow], [place, itsColumn]);
  }

  private free(row: number, column: number): void {
    this.rows.partner[row] = -1;
    this.columns.partner[column] = -1;
  }

  /** Finds the best for rows and columns that are alone but worth something; -1 for none. */
  private settle(rows: readonly number[], columns: readonly number[]): void {
    for (const row of rows) if (row >= 0 && this.rows.partner[row] === -1) this.augment(this.rows, this.columns, row);
    for (const column of columns) if (column >= 0 && this.columns.partner[column] === -1) this.augment(this.columns, this.rows, column);
  }

  /**
   * The shortest way, in gains forgone, from a place without a partner to where nobody is the worse for it: to a place
   * on the other side that has no partner, or to one on its own side that stays alone instead.
   * @param target the only place without a partner where the way ends, -1 for any
   * @param beyond with a target: what it costs to reach it from outside, once the way has left the pairs
   */
  private search(side: Side, other: Side, start: number, target: number, beyond: number): Way {
    const { n, gains } = this;
    const { distance, from, open, visited, at, taken } = this.scratch;
    const { worth, partner } = other;
    const step = other.stride;
    for (let c = 0; c < n; c++) {
      distance[c] = Infinity;
      open[c] = c;
    }
    let remaining = n;
    let reached = 0;
    let limit = Infinity;
    let left = -1;
    let place = start;
    for (let count = 1; ; count++) {
      visited[count - 1] = place;
      this.scratch.looked += remaining;
      at[count - 1] = reached;
      const base = reached + (side.worth[place] ?? 0);
      if (base + beyond < limit) {
        limit = base + beyond;
        left = place;
      }
      const offset = place * side.stride;
      let best = Infinity;
      let bestAt = -1;
      for (let i = 0; i < remaining; i++) {
        const c = open[i] ?? 0;
        let length = base + (worth[c] ?? 0) - (gains[offset + c * step] ?? 0);
        if (length < (distance[c] ?? 0)) {
          distance[c] = length;
          from[c] = place;
        } else length = distance[c] ?? 0;
        if (length < best) {
          best = length;
          bestAt = i;
        }
      }
      // Places that nobody has, on the way to another: taking one leads outside, as staying alone does.
      while (target >= 0 && best < limit && open[bestAt] !== target && partner[open[bestAt] ?? 0] === -1) {
        limit = Math.min(limit, best + beyond);
        open[bestAt] = open[--remaining] ?? 0;
        best = Infinity;
        for (let i = 0; i < remaining; i++) {
          if ((distance[open[i] ?? 0] ?? 0) < best) {
            best = distance[open[i] ?? 0] ?? 0;
            bestAt = i;
          }
        }
      }
      if (best >= limit) return { reached: limit, end: -1, left, count };
      const c = open[bestAt] ?? 0;
      if (partner[c] === -1) return { reached: best, end: c, left: -1, count };
      reached = best;
      taken[count - 1] = c;
      open[bestAt] = open[--remaining] ?? 0;
      place = partner[c] ?? 0;
    }
  }

  /** Finds the best for one more place, and what it is worth. */
  private augment(side: Side, other: Side, start: number): void {
    const { from, visited, at, taken, distance } = this.scratch;
    const { reached, end, left, count } = this.search(side, other, start, -1, 0);
    for (let i = 0; i < count; i++) {
      const place = visited[i] ?? 0;
      side.worth[place] = place === left ? 0 : (side.worth[place] ?? 0) - (reached - (at[i] ?? 0));
    }
    for (let i = 0; i + 1 < count; i++) {
      const place = taken[i] ?? 0;
      other.worth[place] = (other.worth[place] ?? 0) + (reached - (distance[place] ?? 0));
    }
    let free = end;
    if (left >= 0) {
      free = side.partner[left] ?? 0;
      side.partner[left] = -1;
      if (left === start) return;
    }
    // Back along the way: each gives what it had to the one before.
    for (;;) {
      const owner = from[free] ?? 0;
      const next = side.partner[owner] ?? 0;
      pair(side, owner, other, free);
      if (owner === start) return;
      free = next;
    }
  }
}

/** What an assignment of `n` rows works on. @param patience places looked at, for each row, until {@link Assignment.isTired} */
export function scratchFor(n: number, patience: number): Scratch {
  return {
    distance: new Float64Array(n),
    from: new Int32Array(n),
    open: new Int32Array(n),
    visited: new Int32Array(n),
    at: new Float64Array(n),
    taken: new Int32Array(n),
    looked: 0,
    most: patience * n,
    spare: undefined,
  };
}

function pair(side: Side, place: number, other: Side, partner: number): void {
  side.partner[place] = partner;
  other.partner[partner] = place;
}

/** What a place must be worth so that it gains no more with any other than both are worth; `own` is worth the one of its own number. */
function worthOf(gains: Float64Array, worth: Float64Array, place: number, own: number): number {
  let most = Math.max(0, (gains[place] ?? 0) - own);
  for (let i = 0; i < gains.length; i++) {
    if (i !== place) most = Math.max(most, (gains[i] ?? 0) - (worth[i] ?? 0));
  }
  return most;
}
