/** Characters on each side of a seam that are looked for elsewhere. */
const SIDE = 4;
/** The longest string looked for. */
const LONGEST = 6;
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

/**
 * The text of a page, to be asked whether what a seam would put together stands elsewhere on it. News repeats its
 * names and terms: a word torn at a column's end is often whole in another line, whatever the paper and its subjects.
 */
export class Echo {
  private readonly codes: Uint16Array;
  /** The first place of each pair of characters, by a hash of the pair, and the next place with the same hash. */
  private readonly first = new Int32Array(1 << CHAIN_BITS).fill(-1);
  private readonly next: Int32Array;
  private readonly single = new Map<number, number>();
  private readonly grid = new Int32Array((SIDE + 1) * (SIDE + 1));

  /** @param pieces the normal form of each piece of the page */
  constructor(pieces: readonly (readonly number[])[]) {
    const size = pieces.reduce((sum, piece) => sum + piece.length + 1, 1);
    this.codes = new Uint16Array(size);
    this.next = new Int32Array(size).fill(-1);
    let at = 0;
    for (const piece of pieces) {
      this.codes[at++] = BREAK;
      for (const code of piece) this.codes[at++] = code;
    }
    // From the end, so that chains run from the page's beginning.
    for (let place = size - 2; place >= 0; place--) {
      const code = this.codes[place] ?? BREAK;
      if (code === BREAK) continue;
      this.single.set(code, (this.single.get(code) ?? 0) + 1);
      const slot = slotOf(code, this.codes[place + 1] ?? BREAK);
      this.next[place] = this.first[slot] ?? -1;
      this.first[slot] = place;
    }
  }

  /** How often a short string stands on the page. */
  count(codes: readonly number[], start: number, end: number): number {
    if (end - start === 1) return this.single.get(codes[start] ?? BREAK) ?? 0;
    let count = 0;
    this.each(codes[start] ?? BREAK, codes[start + 1] ?? BREAK, (place) => {
      for (let i = 2; i < end - start; i++) if (this.codes[place + i] !== codes[start + i]) return;
      count++;
    });
    return count;
  }

  /**
   * The strongest string that the meeting of `tail` and `head` would make and that stands elsewhere on the page.
   * Strength is its pointwise mutual information on this page, and half of the logarithm of how exclusively its halves
   * go together.
   */
  find(tail: readonly number[], head: readonly number[]): Found | undefined {
    const { codes, grid } = this;
    const last = tail[tail.length - 1] ?? BREAK;
    const start = head[0] ?? BREAK;
    let any = false;
    this.each(last, start, (place) => {
      if (!any) grid.fill(0);
      any = true;
      let before = 1;
      while (before < SIDE && before < tail.length && codes[place - before] === tail[tail.length - 1 - before]) before++;
      let after = 1;
      while (after < SIDE && after < head.length && codes[place + 1 + after] === head[after]) after++;
      for (let b = 1; b <= before; b++) for (let a = 1; a <= after; a++) grid[b * (SIDE + 1) + a] = (grid[b * (SIDE + 1) + a] ?? 0) + 1;
    });
    if (!any) return undefined;
    let best: Found | undefined;
    const size = codes.length;
    for (let before = 1; before <= SIDE && before <= tail.length; before++) {
      const left = this.count(tail, tail.length - before, tail.length);
      for (let after = 1; after <= SIDE && before + after <= LONGEST; after++) {
        const together = grid[before * (SIDE + 1) + after] ?? 0;
        if (together === 0) break;
        const apart = Math.max(1, left) * Math.max(1, this.count(head, 0, after));
        const bond = Math.log((together * together) / apart);
        const strength = Math.log((together * size) / apart) + Math.max(LEAST_BOND, bond) / 2;
        if (best === undefined || strength > best.strength) best = { before, after, strength };
      }
    }
    return best;
  }

  /** The places where two characters stand together, first ones first. */
  private each(first: number, second: number, visit: (place: number) => void): void {
    let left = MOST_PLACES;
    for (let place = this.first[slotOf(first, second)] ?? -1; place >= 0 && left > 0; place = this.next[place] ?? -1) {
      if (this.codes[place] !== first || this.codes[place + 1] !== second) continue;
      left--;
      visit(place);
    }
  }
}

const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - CHAIN_BITS);
