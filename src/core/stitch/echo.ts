/** Characters on each side of a seam that are looked for elsewhere. */
const SIDE = 4;
/** The longest string looked for. */
const LONGEST = 6;
const ROW = SIDE + 1;
const CHAIN_BITS = 14;
/** Places of one pair of characters that are looked at: enough to count by, bounded for a page of one character. */
const MOST_PLACES = 96;
/** No character of a text: stands between pieces, so that nothing is found across two of them. */
const BREAK = 0;
/** How much a string counts that seldom stands where its halves do, in natural logarithms. */
const LEAST_BOND = -4;

/** A string that a seam would put together and that stands elsewhere on the page. */
export interface Found {
  /** Its characters before the seam and after it. */
  readonly before: number;
  readonly after: number;
  /** How much more often its halves stand together on the page than chance would have it, in natural logarithms. */
  readonly strength: number;
}

/** What is too large to be made anew for each page, and is of one page at a time: the last one that asked. */
interface Index {
  /** The text of that page. */
  codes: Uint16Array;
  /** The first place of each pair of characters, by a hash of the pair. */
  readonly first: Int32Array;
  /** How often each character stands on the page. */
  readonly single: Int32Array;
}

const INDEX: Index = { codes: new Uint16Array(0), first: new Int32Array(1 << CHAIN_BITS), single: new Int32Array(0x10000) };

/**
 * The text of a page, to be asked whether what a seam would put together stands elsewhere on it. News repeats its
 * names and terms: a word torn at a column's end is often whole in another line, whatever the paper and its subjects.
 */
export class Echo {
  private readonly codes: Uint16Array;
  /** The next place with the same hash, see {@link Index.first}. */
  private readonly next: Int32Array;
  private readonly grid = new Int32Array(ROW * ROW);
  /** How often the last characters of a text stand on the page, or its first; -1 where that was not yet asked. */
  private readonly tails = new Map<readonly number[], Int32Array>();
  private readonly heads = new Map<readonly number[], Int32Array>();

  /** @param pieces the normal form of each piece of the page */
  constructor(pieces: readonly (readonly number[])[]) {
    const size = pieces.reduce((sum, piece) => sum + piece.length + 1, 1);
    const codes = new Uint16Array(size);
    this.codes = codes;
    this.next = new Int32Array(size);
    let at = 0;
    for (const piece of pieces) {
      codes[at++] = BREAK;
      for (const code of piece) codes[at++] = code;
    }
    this.index();
  }

  /** The index, made again where it is of another page. */
  private index(): Index {
    if (INDEX.codes === this.codes) return INDEX;
    const { codes, next } = this;
    const { first, single } = INDEX;
    for (const code of INDEX.codes) single[code] = 0;
    first.fill(-1);
    INDEX.codes = codes;
    // From the end, so that chains run from the page's beginning.
    for (let place = codes.length - 2, second = 0; place >= 0; place--) {
      const code = codes[place] ?? BREAK;
      if (code !== BREAK) {
        single[code] = (single[code] ?? 0) + 1;
        const slot = slotOf(code, second);
        next[place] = first[slot] ?? -1;
        first[slot] = place;
      }
      second = code;
    }
    return INDEX;
  }

  /** How often a short string stands on the page. */
  count(codes: readonly number[], start: number, end: number): number {
    const first = codes[start] ?? BREAK;
    if (end - start === 1) return this.index().single[first] ?? 0;
    const second = codes[start + 1] ?? BREAK;
    let count = 0;
    for (let place = this.place(this.start(first, second), first, second), left = MOST_PLACES; place >= 0 && left > 0; left--) {
      let same = 2;
      while (same < end - start && this.codes[place + same] === codes[start + same]) same++;
      if (same === end - start) count++;
      place = this.place(this.next[place] ?? -1, first, second);
    }
    return count;
  }

  /**
   * The strongest string that the meeting of `tail` and `head` would make and that stands elsewhere on the page.
   * Strength is its pointwise mutual information on this page, and half of the logarithm of how exclusively its halves
   * go together.
   */
  find(tail: readonly number[], head: readonly number[]): Found | undefined {
    const last = tail[tail.length - 1] ?? BREAK;
    const start = head[0] ?? BREAK;
    // Most seams: the two characters at it stand together nowhere on the page.
    const place = this.place(this.start(last, start), last, start);
    if (place < 0) return undefined;
    this.compare(place, tail, head);
    const { grid } = this;
    const size = this.codes.length;
    let best: Found | undefined;
    for (let before = 1; before <= SIDE && before <= tail.length; before++) {
      if (grid[before * ROW + 1] === 0) break;
      const left = Math.max(1, this.countOnce(this.tails, tail, tail.length - before, tail.length));
      for (let after = 1; after <= SIDE && before + after <= LONGEST; after++) {
        const together = grid[before * ROW + after] ?? 0;
        if (together === 0) break;
        const apart = left * Math.max(1, this.countOnce(this.heads, head, 0, after));
        const bond = Math.log((together * together) / apart);
        const strength = Math.log((together * size) / apart) + Math.max(LEAST_BOND, bond) / 2;
        if (best === undefined || strength > best.strength) best = { before, after, strength };
      }
    }
    return best;
  }

  /** Counts at how many places, from one on, how much of both sides of a seam stands together. */
  private compare(from: number, tail: readonly number[], head: readonly number[]): void {
    const { codes, grid } = this;
    const last = tail[tail.length - 1] ?? BREAK;
    const start = head[0] ?? BREAK;
    grid.fill(0);
    for (let place = from, left = MOST_PLACES; place >= 0 && left > 0; left--) {
      let before = 1;
      while (before < SIDE && before < tail.length && codes[place - before] === tail[tail.length - 1 - before]) before++;
      let after = 1;
      while (after < SIDE && after < head.length && codes[place + 1 + after] === head[after]) after++;
      for (let b = 1; b <= before; b++) for (let a = 1; a <= after; a++) grid[b * ROW + a] = (grid[b * ROW + a] ?? 0) + 1;
      place = this.place(this.next[place] ?? -1, last, start);
    }
  }

  /** {@link count} of one end of a text, asked of each text once. */
  private countOnce(known: Map<readonly number[], Int32Array>, codes: readonly number[], start: number, end: number): number {
    let counts = known.get(codes);
    if (counts === undefined) known.set(codes, (counts = new Int32Array(ROW).fill(-1)));
    let count = counts[end - start] ?? -1;
    if (count < 0) counts[end - start] = count = this.count(codes, start, end);
    return count;
  }

  private start(first: number, second: number): number {
    return this.index().first[slotOf(first, second)] ?? -1;
  }

  /** The first place of a chain, from one on, where two characters stand together; -1 for none. */
  private place(from: number, first: number, second: number): number {
    const { codes, next } = this;
    let place = from;
    while (place >= 0 && (codes[place] !== first || codes[place + 1] !== second)) place = next[place] ?? -1;
    return place;
  }
}

const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - CHAIN_BITS);
