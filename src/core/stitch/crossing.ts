import { mix, type NgramModel } from './ngram';
import { QUESTIONS, REACH, ROW, type HeadReading, type TailReading } from './reading';

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
  if (stepBehind(tail, head, model) === 0) return tail.unseen;
  // Half of all pieces end with the same full stop.
  if (reach === 1 && !Number.isNaN(head.behind.sum)) return head.behind.sum;
  const sum = Math.log(ratioAcross(tail, head, model));
  if (reach === 1) head.behind.sum = sum;
  return sum;
}

/** {@link across} of many tails with one sign that stands for an edge: the model is asked about all of them together. */
export function acrossEdge(tails: readonly TailReading[], edge: HeadReading, model: NgramModel): number[] {
  const { hashes, first, inside, together } = edge;
  const running = new Int32Array(tails.length).fill(hashes[first] ?? 0);
  const steps = new Uint8Array(tails.length * ROW);
  for (let before = 1; before <= REACH; before++) {
    for (let at = 0; at < tails.length; at++) {
      const { codes, seen, from } = tails[at] ?? NO_TAIL;
      const place = at * ROW + before;
      if (before > codes.length || (before > 1 && (steps[place - 1] === 0 || seen[from + before] === 0))) continue;
      running[at] = mix(running[at] ?? 0, codes[codes.length - before] ?? 0);
      QUESTIONS.ask(running[at] ?? 0, place);
    }
    QUESTIONS.answer(model, steps);
  }
  return tails.map(({ codes, seen, from, unseen }, at) => {
    if (codes.length === 0) return 0;
    if (steps[at * ROW + 1] === 0) return unseen;
    const alone = inside[first] ?? 1;
    let known = together[first] ?? 0;
    let probability = alone;
    for (let before = 1; before <= codes.length && seen[from + before] !== 0; before++) {
      known = Math.min(known, seen[from + before] ?? 0, steps[at * ROW + before] ?? 0);
      probability = model.interpolate(before + 1, seen[from + before] ?? 0, known, probability);
    }
    return Math.log(probability / alone);
  });
}

const NO_TAIL: Pick<TailReading, 'codes' | 'seen' | 'from'> = { codes: [], seen: new Uint8Array(0), from: 0 };

/** What {@link across} is the logarithm of. */
function ratioAcross(tail: TailReading, head: HeadReading, model: NgramModel): number {
  const reach = tail.codes.length;
  const { length } = head.codes;
  askAcross(tail, head, model);
  const { start, crossing, first } = head;
  let ratio = 1;
  for (let i = 0; i < length; i++) {
    // What stands before it in the piece was never seen: more in front of that tells nothing.
    if (head.open[first + i] === 0) break;
    const inside = head.inside[first + i] ?? 1;
    let known = head.together[first + i] ?? 0;
    let probability = inside;
    for (let before = 1; before <= reach && before + i <= REACH; before++) {
      const place = start + before * ROW + i;
      const seen = (i === 0 ? tail.seen[tail.from + before] : crossing[place]) ?? 0;
      if (seen === 0) break;
      known = Math.min(known, seen, crossing[place + 1] ?? 0);
      probability = model.interpolate(i + before + 1, seen, known, probability);
    }
    ratio *= probability / inside;
  }
  return ratio;
}

/**
 * Asks for the steps of all n-grams that cross the seams of one piece with others that were read together, those with more than
 * one character before the seam. What was not seen with one character less is not asked.
 */
function cross(tail: TailReading, heads: readonly HeadReading[], model: NgramModel): void {
  const { codes, seen, from } = tail;
  const { length } = codes;
  const crossing = heads[0]?.crossing;
  if (crossing === undefined) return;
  for (const { behind, start } of heads) {
    behind.tail = tail;
    for (let place = start + 2 * ROW; place < start + ROW * ROW; place++) crossing[place] = 0;
  }
  for (const wave of WAVES) {
    for (const { hashes, first, start, codes: { length: most } } of heads) {
      for (const [before, after] of wave) {
        const place = start + before * ROW + after;
        if (after > most || crossing[place - ROW] === 0 || (after > 1 && crossing[place - 1] === 0) || seen[from + before] === 0) continue;
        let hash = hashes[first + after - 1] ?? 0;
        for (let i = 1; i <= before; i++) hash = mix(hash, codes[length - i] ?? 0);
        QUESTIONS.ask(hash, place);
      }
    }
    QUESTIONS.answer(model, crossing);
  }
}

/** Asks for all that crosses one seam, if that was not asked before. */
function askAcross(tail: TailReading, head: HeadReading, model: NgramModel): void {
  stepBehind(tail, head, model);
  if (tail.codes.length > 1 && head.behind.tail !== tail) cross(tail, [head], model);
}

/** Asks for many pieces at once all that crosses their seams with one, as {@link readBehind} does for its last character. */
export function readAcross(tail: TailReading, heads: readonly HeadReading[], model: NgramModel): void {
  readBehind(tail, heads, model);
  if (tail.codes.length > 1) cross(tail, heads.filter(({ crossing, start }) => crossing[start + ROW + 1] !== 0), model);
}

/** The step of the last character before the seam with one behind it. */
function stepBehind({ codes }: TailReading, head: HeadReading, model: NgramModel): number {
  const { behind, crossing, start } = head;
  const code = codes[codes.length - 1] ?? 0;
  if (behind.code !== code) askBehind(code, head, model);
  return crossing[start + ROW + 1] ?? 0;
}

/**
 * Asks for many pieces at once what follows the last character of one. Questions that do not wait for one another are
 * answered several times faster: memory is slow, but gives much at a time.
 */
export function readBehind({ codes }: TailReading, heads: readonly HeadReading[], model: NgramModel): void {
  const code = codes[codes.length - 1];
  const [one] = heads;
  if (code === undefined || one === undefined || one.behind.code === code) return;
  const { crossing } = one;
  for (const { behind, start } of heads) {
    behind.code = code;
    behind.sum = NaN;
    for (let place = start + ROW; place < start + 2 * ROW; place++) crossing[place] = 0;
  }
  // One character behind it, then two …, as long as what is shorter was seen.
  for (let after = 1; after <= REACH; after++) {
    for (const { hashes, first, start, codes: { length } } of heads) {
      const place = start + ROW + after;
      if (after <= length && (after === 1 || crossing[place - 1] !== 0)) QUESTIONS.ask(mix(hashes[first + after - 1] ?? 0, code), place);
    }
    QUESTIONS.answer(model, crossing);
  }
}

/** {@link readBehind} of one piece. */
function askBehind(code: number, { behind, hashes, first, crossing, start, codes }: HeadReading, model: NgramModel): void {
  behind.code = code;
  behind.sum = NaN;
  let step = 1;
  for (let after = 1; after <= REACH; after++) {
    if (step > 0) step = after <= codes.length ? model.step(mix(hashes[first + after - 1] ?? 0, code)) : 0;
    crossing[start + ROW + after] = step;
  }
}

/** Whether the last `before` characters and the first `after` were seen together. What was not is not seen with more of them either. */
export function everSeen(tail: TailReading, before: number, head: HeadReading, after: number, model: NgramModel): boolean {
  askAcross(tail, head, model);
  return head.crossing[head.start + before * ROW + after] !== 0;
}

/** The step of the word that the last `before` characters and the first `after` make, 0 when the dictionary has none. */
export function wordStep(tail: TailReading, before: number, head: HeadReading, after: number, model: NgramModel): number {
  let hash = head.wordHashes[head.first + after - 1] ?? 0;
  for (let i = 1; i <= before; i++) hash = mix(hash, tail.codes[tail.codes.length - i] ?? 0);
  return model.step(hash);
}

/** Whether the two characters at a seam were ever seen together. */
export function everMet(tail: TailReading, head: HeadReading, model: NgramModel): boolean {
  return tail.codes.length > 0 && head.codes.length > 0 && stepBehind(tail, head, model) !== 0;
}
