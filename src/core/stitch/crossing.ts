import { ORDER, mix, type NgramModel } from './ngram';
import { Questions, REACH, type HeadReading, type TailReading } from './reading';

/** Places of the table of {@link cross} from one number of characters before the seam to the next, and from one piece to the next. */
const ROW = ORDER + 1;
const CROSSING = ROW * ROW;
/** Numbers of characters before the seam and after it, those that may be asked about together in one line. */
const WAVES: readonly (readonly (readonly [before: number, after: number])[])[] = [
  [[2, 1]],
  [[2, 2], [3, 1]],
  [[2, 3], [3, 2], [4, 1]],
];

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
  const { start } = head.behind;
  let ratio = 1;
  for (let i = 0; i < length; i++) {
    // What stands before it in the piece was never seen: more in front of that tells nothing.
    if (head.open[i] === 0) break;
    const inside = head.inside[i] ?? 1;
    let known = head.together[i] ?? 0;
    let probability = inside;
    for (let before = 1; before <= reach && before + i <= REACH; before++) {
      const place = start + before * ROW + i;
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
 * Asks for the steps of all n-grams that cross the seams of one piece with others: of `before` characters and `after` at
 * `before * ROW + after`. What was not seen with one character less is not asked.
 */
function cross(tail: TailReading, heads: readonly HeadReading[], model: NgramModel): void {
  const { codes, seen } = tail;
  const crossing = new Uint8Array(heads.length * CROSSING);
  const questions = new Questions(heads.length * REACH);
  heads.forEach(({ behind }, at) => {
    const start = at * CROSSING;
    behind.tail = tail;
    behind.crossing = crossing;
    behind.start = start;
    for (let after = 1; after <= REACH; after++) crossing[start + ROW + after] = behind.steps[after - 1] ?? 0;
  });
  for (const wave of WAVES) {
    for (const { hashes, behind: { start } } of heads) {
      for (const [before, after] of wave) {
        const place = start + before * ROW + after;
        if ((seen[before] ?? 0) === 0 || after > hashes.length || crossing[place - ROW] === 0 || (after > 1 && crossing[place - 1] === 0)) continue;
        let hash = hashes[after - 1] ?? 0;
        for (let i = 1; i <= before; i++) hash = mix(hash, codes[codes.length - i] ?? 0);
        questions.ask(hash, place);
      }
    }
    questions.answer(model, crossing);
  }
}

/** The table of {@link cross} for one seam; it begins at `head.behind.start`. */
function crossingOf(tail: TailReading, head: HeadReading, model: NgramModel): Uint8Array {
  if (head.behind.tail !== tail) {
    stepsBehind(tail, head, model);
    cross(tail, [head], model);
  }
  return head.behind.crossing;
}

/** Asks for many pieces at once all that crosses their seams with one, as {@link readBehind} does for its last character. */
export function readAcross(tail: TailReading, heads: readonly HeadReading[], model: NgramModel): void {
  readBehind(tail, heads, model);
  if (tail.codes.length > 1) cross(tail, heads.filter(({ behind }) => behind.steps[0] !== 0), model);
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
  const crossing = crossingOf(tail, head, model);
  if (crossing[head.behind.start + before * ROW + after] === 0) return 0;
  let hash = head.wordHashes[after - 1] ?? 0;
  for (let i = 1; i <= before; i++) hash = mix(hash, tail.codes[tail.codes.length - i] ?? 0);
  return model.step(hash);
}

/** Whether the two characters at a seam were ever seen together. */
export function everMet(tail: TailReading, head: HeadReading, model: NgramModel): boolean {
  return tail.codes.length > 0 && head.codes.length > 0 && stepsBehind(tail, head, model)[0] !== 0;
}
