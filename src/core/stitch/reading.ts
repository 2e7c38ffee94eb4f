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
   * it, and {@link across} of a side that has no other; NaN where it was not yet asked.
   */
  readonly behind: { code: number; readonly steps: Uint8Array; sum: number };
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
class Questions {
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
  const behind = { code: -1, steps: new Uint8Array(REACH), sum: NaN };
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

/** Places of the table of {@link crossingOf} from one number of characters before the seam to the next. */
const ROW = ORDER + 1;
/** The table, and the two sides it was last filled for: several kinds of evidence ask about the same seam. */
const crossing = new Uint8Array(ROW * ROW);
let crossedTail: TailReading | undefined;
let crossedHead: HeadReading | undefined;

/**
 * Pointwise mutual information of two sides: how much more probable the first characters of `head` become when those of
 * `tail` stand before them (Church and Hanks 1990, over n-grams), in natural logarithms.
 */
export function across(tail: TailReading, head: HeadReading, model: NgramModel): number {
  const reach = tail.codes.length;
  const { length } = head.codes;
  if (reach === 0 || length === 0) return 0;
  // Most seams: what is behind it was never seen behind what is before it.
  if (stepsBehind(tail, head, model)[0] === 0) return tail.unseen;
  // Half of all pieces end with the same full stop.
  if (reach === 1 && !Number.isNaN(head.behind.sum)) return head.behind.sum;
  const sum = Math.log(ratioAcross(tail, head, model));
  if (reach === 1) head.behind.sum = sum;
  return sum;
}

/** What {@link across} is the logarithm of. */
function ratioAcross(tail: TailReading, head: HeadReading, model: NgramModel): number {
  const reach = tail.codes.length;
  const { length } = head.codes;
  const steps = crossingOf(tail, head, model);
  let ratio = 1;
  for (let i = 0; i < length; i++) {
    // What stands before it in the piece was never seen: more in front of that tells nothing.
    if (head.open[i] === 0) break;
    const inside = head.inside[i] ?? 1;
    let known = head.together[i] ?? 0;
    let probability = inside;
    for (let before = 1; before <= reach && before + i <= REACH; before++) {
      const place = before * ROW + i;
      const seen = (i === 0 ? tail.seen[before] : steps[place]) ?? 0;
      if (seen === 0) break;
      known = Math.min(known, seen, steps[place + 1] ?? 0);
      probability = model.interpolate(i + before + 1, seen, known, probability);
    }
    ratio *= probability / inside;
  }
  return ratio;
}

/**
 * The steps of all n-grams that cross a seam: of `before` characters and `after` at `before * ROW + after`.
 * What was not seen with one character less is not asked.
 */
function crossingOf(tail: TailReading, head: HeadReading, model: NgramModel): Uint8Array {
  if (crossedTail === tail && crossedHead === head) return crossing;
  crossedTail = tail;
  crossedHead = head;
  const { codes, seen } = tail;
  const { length } = head.hashes;
  const behind = stepsBehind(tail, head, model);
  for (let after = 1; after <= REACH; after++) crossing[ROW + after] = behind[after - 1] ?? 0;
  for (let before = 2; before <= REACH; before++) {
    let step = seen[before] ?? 0;
    for (let after = 1; before + after <= ORDER; after++) {
      if (after > length || crossing[(before - 1) * ROW + after] === 0) step = 0;
      if (step > 0) {
        let hash = head.hashes[after - 1] ?? 0;
        for (let i = 1; i <= before; i++) hash = mix(hash, codes[codes.length - i] ?? 0);
        step = model.step(hash);
      }
      crossing[before * ROW + after] = step;
    }
  }
  return crossing;
}

/** The steps of the last character before the seam with one behind it, with two … */
function stepsBehind({ codes }: TailReading, head: HeadReading, model: NgramModel): Uint8Array {
  const { behind } = head;
  const code = codes[codes.length - 1] ?? 0;
  if (behind.code !== code) {
    askBehind(code, head, model);
    askFurther(code, head, model);
  }
  return behind.steps;
}

/**
 * Asks for many pieces at once what follows the last character of one. Questions that do not wait for one another are
 * answered several times faster: memory is slow, but gives much at a time.
 */
export function readBehind({ codes }: TailReading, heads: readonly HeadReading[], model: NgramModel): void {
  const code = codes[codes.length - 1];
  if (code === undefined || heads[0]?.behind.code === code) return;
  const hashes = new Int32Array(heads.length);
  const steps = new Uint8Array(heads.length);
  for (const { behind } of heads) {
    behind.code = code;
    behind.sum = NaN;
    behind.steps.fill(0);
  }
  // One character behind it, then two …, as long as what is shorter was seen.
  let seen = heads;
  for (let i = 0; i < REACH && seen.length > 0; i++) {
    const asked: HeadReading[] = [];
    for (const head of seen) {
      if (i >= head.hashes.length) continue;
      hashes[asked.length] = mix(head.hashes[i] ?? 0, code);
      asked.push(head);
    }
    model.steps(hashes, asked.length, steps);
    const known: HeadReading[] = [];
    for (let at = 0; at < asked.length; at++) {
      const head = asked[at];
      if (head === undefined || steps[at] === 0) continue;
      head.behind.steps[i] = steps[at] ?? 0;
      known.push(head);
    }
    seen = known;
  }
}

function askBehind(code: number, { behind, hashes }: HeadReading, model: NgramModel): void {
  behind.code = code;
  behind.sum = NaN;
  behind.steps[0] = hashes.length === 0 ? 0 : model.step(mix(hashes[0] ?? 0, code));
}

function askFurther(code: number, { behind, hashes }: HeadReading, model: NgramModel): void {
  let step = behind.steps[0] ?? 0;
  for (let i = 1; i < REACH; i++) {
    if (step > 0) step = i < hashes.length ? model.step(mix(hashes[i] ?? 0, code)) : 0;
    behind.steps[i] = step;
  }
}

/**
 * The step of the word that the last `before` characters and the first `after` make, 0 when the dictionary has none. What
 * running text never had is not looked up: that would be a false match more often than a word.
 */
export function wordStep(tail: TailReading, before: number, head: HeadReading, after: number, model: NgramModel): number {
  if (crossingOf(tail, head, model)[before * ROW + after] === 0) return 0;
  let hash = head.wordHashes[after - 1] ?? 0;
  for (let i = 1; i <= before; i++) hash = mix(hash, tail.codes[tail.codes.length - i] ?? 0);
  return model.step(hash);
}

/** Whether the two characters at a seam were ever seen together. */
export function everMet(tail: TailReading, head: HeadReading, model: NgramModel): boolean {
  return tail.codes.length > 0 && head.codes.length > 0 && stepsBehind(tail, head, model)[0] !== 0;
}
