import { NGRAM_SEED, ORDER, WORD_SEED, mix, type NgramModel } from './ngram';

/** Characters on each side of a seam that the n-gram model can see across it. */
export const REACH = ORDER - 1;

/** Places of {@link HeadReading.crossing} from one number of characters before the seam to the next, and from one piece to the next. */
export const ROW = ORDER + 1;
const CROSSING = ROW * ROW;

/**
 * The first characters of a piece as the model reads them, as far as that does not depend on what stands before: at a
 * seam only what crosses it remains to be asked. The tables are those of all pieces that were read together.
 */
export interface HeadReading {
  readonly codes: readonly number[];
  /** Where its characters begin in the tables that have a place for each. */
  readonly first: number;
  /** The probability of each with only those before it in the piece. */
  readonly inside: Float64Array;
  /** The step of the count of the characters up to and with each, as far as the shorter ones behind it were seen. */
  readonly together: Uint8Array;
  /** 1 where all that stands before it in the piece was seen, so that a context across the seam tells something. */
  readonly open: Uint8Array;
  /** The hashes of the characters up to and with each, of the n-gram and of the word. */
  readonly hashes: Int32Array;
  readonly wordHashes: Int32Array;
  /** What the first character, the first two … are by themselves as a part of a word; NaN where it was not yet asked. */
  readonly halves: Float64Array;
  /**
   * The steps of the n-grams that cross the seam: of `before` characters and `after` at `start + before * ROW + after`. Of one character
   * before the seam those of `behind.code`, of more those of `behind.tail`.
   */
  readonly crossing: Uint8Array;
  readonly start: number;
  /**
   * The last character before the seam that was asked about, and `across` of a side that has no other, NaN where it was not yet asked;
   * and the last side that was asked about as a whole.
   */
  readonly behind: { code: number; sum: number; tail: TailReading | undefined };
}

/** The last characters of a piece as the model reads them. */
export interface TailReading {
  readonly codes: readonly number[];
  /** The step of the count of the last one at `from + 1`, of the last two …; 0 behind the first that was not seen. As all tables here, of all pieces that were read together. */
  readonly seen: Uint8Array;
  readonly from: number;
  /** The logarithm of what is left of a probability when the first character behind the seam was never seen here. */
  readonly unseen: number;
  /** What the last character, the last two … are by themselves as a part of a word, from `first` on; NaN where it was not yet asked. */
  readonly halves: Float64Array;
  readonly first: number;
}

/** Reads the first characters of a piece, at most {@link REACH}. */
export function readHead(codes: readonly number[], model: NgramModel): HeadReading {
  const [head] = readHeads([codes], model);
  if (head === undefined) throw new Error('no reading of a head');
  return head;
}

/** {@link readHead} of many pieces, which the model answers together: first about single characters, then about two, and so on. */
export function readHeads(all: readonly (readonly number[])[], model: NgramModel): HeadReading[] {
  const heads = all.map((codes) => codes.slice(0, REACH));
  // For each piece: the hash, and the step, of the characters from one to another, at `last * REACH + first`.
  const hashes = new Int32Array(heads.length * TABLE);
  const steps = new Uint8Array(heads.length * TABLE);
  for (let more = 0; more < REACH; more++) {
    for (let at = 0; at < heads.length; at++) {
      const codes = heads[at] ?? [];
      for (let last = more, place = at * TABLE + last * REACH; last < codes.length; last++, place += REACH) {
        const first = last - more;
        const hash = mix(more === 0 ? NGRAM_SEED : (hashes[place + first + 1] ?? 0), codes[first] ?? 0);
        hashes[place + first] = hash;
        // What was not seen with less around it cannot have been seen with more; asking would only invite a false match.
        if (more === 0 || ((steps[place - REACH + first] ?? 0) > 0 && (steps[place + first + 1] ?? 0) > 0)) QUESTIONS.ask(hash, place + first);
      }
    }
    QUESTIONS.answer(model, steps);
  }
  const size = heads.length * REACH;
  const tables: HeadTables = {
    inside: new Float64Array(size),
    together: new Uint8Array(size),
    open: new Uint8Array(size),
    hashes: new Int32Array(size),
    wordHashes: new Int32Array(size),
    halves: new Float64Array(size).fill(NaN),
    crossing: new Uint8Array(heads.length * CROSSING),
  };
  return heads.map((codes, at) => headOf(codes, at, hashes, steps, tables, model));
}

/** Places of the tables of {@link readHeads} from one piece to the next. */
const TABLE = REACH * REACH;

type HeadTables = Pick<HeadReading, 'inside' | 'together' | 'open' | 'hashes' | 'wordHashes' | 'halves' | 'crossing'>;

/** Questions that the model answers together. */
class Questions {
  private count = 0;
  private hashes = new Int32Array(1024);
  private places = new Int32Array(1024);
  private found = new Uint8Array(1024);

  ask(hash: number, place: number): void {
    if (this.count === this.hashes.length) this.grow();
    this.hashes[this.count] = hash;
    this.places[this.count++] = place;
  }

  /** Writes the step of each hash that was asked about to its place. */
  answer(model: NgramModel, steps: Uint8Array): void {
    const { hashes, places, found, count } = this;
    model.steps(hashes, count, found);
    for (let i = 0; i < count; i++) steps[places[i] ?? 0] = found[i] ?? 0;
    this.count = 0;
  }

  private grow(): void {
    const { hashes, places, count } = this;
    this.hashes = new Int32Array(2 * count);
    this.places = new Int32Array(2 * count);
    this.found = new Uint8Array(2 * count);
    this.hashes.set(hashes);
    this.places.set(places);
  }
}

/** One for all: whoever asks has the answers before anybody else asks. */
export const QUESTIONS = new Questions();

function headOf(codes: readonly number[], at: number, table: Int32Array, steps: Uint8Array, tables: HeadTables, model: NgramModel): HeadReading {
  const { inside, together, open, hashes, wordHashes, halves, crossing } = tables;
  const first = at * REACH;
  for (let i = 0; i < codes.length; i++) {
    const row = at * TABLE + i * REACH;
    let known = steps[row + i] ?? 0;
    let probability = model.alone(known);
    let crosses = true;
    for (let from = i - 1; from >= 0; from--) {
      const seen = steps[row - REACH + from] ?? 0;
      if (seen === 0) {
        crosses = false;
        break;
      }
      known = Math.min(known, seen, steps[row + from] ?? 0);
      probability = model.interpolate(i - from + 1, seen, known, probability);
    }
    inside[first + i] = probability;
    together[first + i] = known;
    open[first + i] = crosses ? 1 : 0;
    hashes[first + i] = table[row] ?? 0;
    let word = WORD_SEED;
    for (let place = i; place >= 0; place--) word = mix(word, codes[place] ?? 0);
    wordHashes[first + i] = word;
  }
  return { codes, first, inside, together, open, hashes, wordHashes, halves, crossing, start: at * CROSSING, behind: { code: -1, sum: NaN, tail: undefined } };
}

/** Reads the last characters of a piece, at most {@link REACH}. */
export function readTail(codes: readonly number[], model: NgramModel): TailReading {
  const [tail] = readTails([codes], model);
  if (tail === undefined) throw new Error('no reading of a tail');
  return tail;
}

/** {@link readTail} of many pieces, which the model answers together. */
export function readTails(all: readonly (readonly number[])[], model: NgramModel): TailReading[] {
  const tails = all.map((codes) => codes.slice(-REACH));
  const hashes = new Int32Array(tails.length).fill(NGRAM_SEED);
  const seen = new Uint8Array(tails.length * (REACH + 1));
  for (let length = 1; length <= REACH; length++) {
    for (let at = 0; at < tails.length; at++) {
      const codes = tails[at] ?? [];
      const place = at * (REACH + 1) + length;
      if (length > codes.length || (length > 1 && seen[place - 1] === 0)) continue;
      hashes[at] = mix(hashes[at] ?? 0, codes[codes.length - length] ?? 0);
      QUESTIONS.ask(hashes[at] ?? 0, place);
    }
    QUESTIONS.answer(model, seen);
  }
  const halves = new Float64Array(tails.length * REACH).fill(NaN);
  return tails.map((codes, at): TailReading => {
    const from = at * (REACH + 1);
    let unseen = 1;
    for (let length = 1; length <= codes.length && seen[from + length] !== 0; length++) unseen = model.interpolate(length + 1, seen[from + length] ?? 0, 0, unseen);
    return { codes, seen, from, unseen: Math.log(unseen), halves, first: at * REACH };
  });
}
