import type { Piece } from '../../src/core/page/piece';
import type { NgramModel } from '../../src/core/stitch/ngram';
import { INITIAL, type Feature } from '../../src/core/stitch/weights';
import type { Gold } from '../eval/gold';
import { gradientOf, zero, type Vector } from './gradient';

/** A page to learn from: its pieces as the engine reads them, and its truth. */
export interface Sample {
  readonly pieces: readonly Piece[];
  readonly gold: Gold;
}

/** First step of the weights, and what part of it is left in the end. */
const STEP = 0.03;
const LAST_STEP = 0.15;
/** Pull towards the weights a printer would set, for evidence that is seldom seen. */
const PULL = 0.0005;
/** Slopes of one page count at most this much: one odd page must not throw a weight about. */
const STEEPEST = 5;
/** How fast the mean and the square of the slopes forget (Adam, Kingma and Ba 2015). */
const MEMORY = 0.9;
const LONG_MEMORY = 0.998;

/**
 * Learns weights from pages: gradient descent by Adam, one page a step. What is given is the mean of the weights over the second
 * half of the steps (Polyak and Juditsky 1992), which a few odd pages in the end cannot throw about.
 * @param known weights that stay as they are
 */
export function learn(samples: readonly Sample[], epochs: number, model: NgramModel, say: (line: string) => void, known: Partial<Vector> = {}): Vector {
  const names = (Object.keys(INITIAL) as Feature[]).filter((name) => known[name] === undefined);
  const weights: Vector = { ...INITIAL, ...known };
  const mean = zero();
  const square = zero();
  const sum = zero();
  const steps = samples.length * epochs;
  let step = 0;
  let summed = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0;
    let wrong = 0;
    for (const { pieces, gold } of samples) {
      step++;
      // A copy: the engine keeps what it has made of a set of weights, and takes it for unchanged.
      const found = gradientOf(pieces, gold, model, { ...weights });
      loss += found.loss;
      if (!found.right) wrong++;
      const size = STEP * (1 - (1 - LAST_STEP) * (step / steps));
      for (const name of names) {
        const slope = Math.max(-STEEPEST, Math.min(STEEPEST, found.gradient[name])) + PULL * (weights[name] - INITIAL[name]);
        mean[name] = MEMORY * mean[name] + (1 - MEMORY) * slope;
        square[name] = LONG_MEMORY * square[name] + (1 - LONG_MEMORY) * slope * slope;
        const scale = Math.sqrt(square[name] / (1 - LONG_MEMORY ** step)) + 0.01;
        weights[name] -= (size * (mean[name] / (1 - MEMORY ** step))) / scale;
        if (step > steps / 2) sum[name] += weights[name];
      }
      if (step > steps / 2) summed++;
    }
    say(`epoch ${epoch + 1}: loss ${(loss / samples.length).toFixed(4)}, ${wrong} of ${samples.length} pages not right`);
  }
  return { ...weights, ...Object.fromEntries(names.map((name) => [name, Math.round((sum[name] / Math.max(1, summed)) * 1000) / 1000])) };
}
