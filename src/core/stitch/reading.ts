import { NGRAM_SEED, ORDER, WORD_SEED, mix, type NgramModel } from './ngram';

/** Characters on each side of a seam that the n-gram model can see across it. */
export const REACH = ORDER - 1;

/**
 * The first characters of a piece as the model reads them, as far as that does not depend on what stands before: at a
 * seam only what crosses it remains to be asked.
 */
export interface HeadReading {
  readonly codes: readonly number[];
  /** The probability of each with only those before it in the piece, and the logarithm of it. */
  readonly inside: Float64Array;
  readonly alone: readonly number[];
  /** The step of the count of the characters up to and with each, as far as the shorter ones behind it were seen. */
  readonly together: Uint8Array;
  /** 1 where all that stands before it in the piece was seen, so that a context across the seam tells something. */
  readonly open: Uint8Array;
  /** The hashes of the characters up to and with each, of the n-gram and of the word. */
  readonly hashes: Int32Array;
  readonly wordHashes: Int32Array;
  /**
   * For the last character asked about that stands before the seam: the steps of it and 1 to {@link REACH} characters behind
   * it, and `across` of a side that has no other; NaN where it was not yet asked. And for the last side that was asked
   * about as a whole the table of all that crosses the seam, see `cross`.
   */
  readonly behind: { code: number; readonly steps: Uint8Array; sum: number; tail: TailReading | undefined; crossing: Uint8Array; start: number };
  /** What the first character, the first two … are by themselves as a part of a word; NaN where it was not yet asked. */
  readonly halves: Float64Array;
}

/** The last characters of a piece as the model reads them. */
export interface TailReading {
  readonly codes: readonly number[];
  /** The step of the count of the last one, the last two …; 0 behind the first that was not seen. */
  readonly seen: Uint8Array;
  /** The logarithm of what is left of a probability when the first character behind the seam was never seen here. */
  readonly unseen: number;
  /** What the last character, the last two … are by themselves as a part of a word; NaN where it was not yet asked. */
  readonly halves: Float64Array;
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
  const questions = new Questions(heads.length * REACH);
  for (let more = 0; more < REACH; more++) {
    heads.forEach((codes, at) => {
      for (let last = more, place = at * TABLE + last * REACH; last < codes.length; last++, place += REACH) {
        const first = last - more;
        const hash = mix(more === 0 ? NGRAM_SEED : (hashes[place + first + 1] ?? 0), codes[first] ?? 0);
        hashes[place + first] = hash;
        // What was not seen with less around it cannot have been seen with more; asking would only invite a false match.
        if (more === 0 || ((steps[place - REACH + first] ?? 0) > 0 && (steps[place + first + 1] ?? 0) > 0)) questions.ask(hash, place + first);
      }
    });
    questions.answer(model, steps);
  }
  return heads.map((codes, at) => headOf(codes, hashes, steps, at * TABLE, model));
}

/** Places of the tables of {@link readHeads} from one piece to the next. */
const TABLE = REACH * REACH;

/** Questions that the model answers together. */
export class Questions {
  private count = 0;
  private readonly hashes: Int32Array;
  private readonly places: Int32Array;
  private readonly found: Uint8Array;

  constructor(most: number) {
    this.hashes = new Int32Array(most);
    this.places = new Int32Array(most);
    this.found = new Uint8Array(most);
  }

  ask(hash: number, place: number): void {
    this.hashes[this.count] = hash;
    this.places[this.count++] = place;
  }

  /** Writes the step of each hash that was asked about to its place. */
  answer(model: NgramModel, steps: Uint8Array): void {
    model.steps(this.hashes, this.count, this.found);
    for (let i = 0; i < this.count; i++) steps[this.places[i] ?? 0] = this.found[i] ?? 0;
    this.count = 0;
  }
}

function headOf(codes: readonly number[], table: Int32Array, steps: Uint8Array, start: number, model: NgramModel): HeadReading {
  const { length } = codes;
  const inside = new Float64Array(length);
  const alone: number[] = [];
  const together = new Uint8Array(length);
  const open = new Uint8Array(length);
  const hashes = new Int32Array(length);
  const wordHashes = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const row = start + i * REACH;
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
    inside[i] = probability;
    alone.push(Math.log(probability));
    together[i] = known;
    open[i] = crosses ? 1 : 0;
    hashes[i] = table[row] ?? 0;
    let word = WORD_SEED;
    for (let at = i; at >= 0; at--) word = mix(word, codes[at] ?? 0);
    wordHashes[i] = word;
  }
  const behind = { code: -1, steps: new Uint8Array(REACH), sum: NaN, tail: undefined, crossing: new Uint8Array(0), start: 0 };
  return { codes, inside, alone, together, open, hashes, wordHashes, behind, halves: new Float64Array(length).fill(NaN) };
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
  const questions = new Questions(tails.length);
  for (let length = 1; length <= REACH; length++) {
    tails.forEach((codes, at) => {
      const place = at * (REACH + 1) + length;
      if (length > codes.length || (length > 1 && seen[place - 1] === 0)) return;
      hashes[at] = mix(hashes[at] ?? 0, codes[codes.length - length] ?? 0);
      questions.ask(hashes[at] ?? 0, place);
    });
    questions.answer(model, seen);
  }
  return tails.map((codes, at): TailReading => {
    const own = seen.slice(at * (REACH + 1), (at + 1) * (REACH + 1));
    let unseen = 1;
    for (let length = 1; length <= codes.length && own[length] !== 0; length++) unseen = model.interpolate(length + 1, own[length] ?? 0, 0, unseen);
    return { codes, seen: own, unseen: Math.log(unseen), halves: new Float64Array(codes.length).fill(NaN) };
  });
}
