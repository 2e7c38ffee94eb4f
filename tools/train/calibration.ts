import type { Calibration } from '../../src/core/stitch/weights';

/** A margin, and whether its link was right. */
export type Sample = readonly [margin: number, right: boolean];

/** Margins count up to this: beyond it nothing is learned. */
const MOST = 15;
const CEILINGS = [1, 0.9995, 0.999, 0.998, 0.997, 0.996, 0.995, 0.994, 0.992, 0.99, 0.985, 0.98];
/** With fewer samples than this above a threshold nothing is known. */
const FEWEST = 150;
/** A confidence that no link reaches. */
const NEVER = 2;

/**
 * Fits P(right) = ceiling × logistic(slope × margin + offset) by greatest likelihood: gradient descent on slope and offset for
 * each of some ceilings. Then the lowest confidence above which enough are right.
 * @param wanted the share that has to be right of what "fix all" does
 */
export function calibrate(samples: readonly Sample[], wanted: number): Calibration {
  let best: { slope: number; offset: number; ceiling: number; loss: number } | undefined;
  for (const ceiling of CEILINGS) {
    const fit = fitUnder(samples, ceiling);
    if (best === undefined || fit.loss < best.loss) best = fit;
  }
  if (best === undefined) throw new RangeError('no ceilings');
  const { slope, offset, ceiling } = best;
  const confidence = (margin: number): number => Math.round((10_000 * ceiling) / (1 + Math.exp(-(slope * margin + offset)))) / 10_000;
  return { slope: round3(slope), offset: round3(offset), ceiling, sure: sureFrom(samples.map(([margin, right]) => [confidence(margin), right]), wanted) };
}

const round3 = (value: number): number => Math.round(value * 1000) / 1000;

function fitUnder(samples: readonly Sample[], ceiling: number): { slope: number; offset: number; ceiling: number; loss: number } {
  let slope = 0.5;
  let offset = 0;
  let loss = 0;
  // Adam on two numbers: the loss is not quadratic under a ceiling.
  const mean = [0, 0];
  const square = [0, 0];
  for (let round = 1; round <= 400; round++) {
    let g0 = 0;
    let g1 = 0;
    loss = 0;
    for (const [margin, right] of samples) {
      const x = Math.min(MOST, margin);
      const s = 1 / (1 + Math.exp(-(slope * x + offset)));
      const p = Math.min(1 - 1e-9, ceiling * s);
      loss -= Math.log(right ? Math.max(1e-9, p) : 1 - p);
      const toP = right ? -1 / Math.max(1e-9, p) : 1 / (1 - p);
      const toZ = toP * ceiling * s * (1 - s);
      g0 += toZ;
      g1 += toZ * x;
    }
    [g0, g1].forEach((g, i) => {
      const one = g / Math.max(1, samples.length);
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * one;
      square[i] = 0.99 * (square[i] ?? 0) + 0.01 * one * one;
    });
    const step = (i: number): number => (0.05 * (mean[i] ?? 0)) / (1 - 0.9 ** round) / (Math.sqrt((square[i] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
    offset -= step(0);
    slope = Math.max(0.05, slope - step(1));
  }
  return { slope, offset, ceiling, loss };
}

/** The lowest confidence above which enough are right. */
function sureFrom(judged: readonly Sample[], wanted: number): number {
  const ordered = [...judged].sort((a, b) => b[0] - a[0]);
  let right = 0;
  let sure = NEVER;
  ordered.forEach(([confidence, one], i) => {
    if (one) right++;
    if (i + 1 >= FEWEST && ordered[i + 1]?.[0] !== confidence && right / (i + 1) >= wanted) sure = confidence;
  });
  return sure;
}
