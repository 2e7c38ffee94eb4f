import type { Tell, Weights } from './weights';

/** The weights as maps, which are asked several times faster than an object of so many names; made once for each set: a set must not change. */
const MAPS = new WeakMap<Weights, ReadonlyMap<string, number>>();

function mapOf(weights: Weights): ReadonlyMap<string, number> {
  let map = MAPS.get(weights);
  if (map === undefined) MAPS.set(weights, (map = new Map(Object.entries(weights))));
  return map;
}

/** Adds up what evidence weighs: `begin`, tell it all there is, and read the sum. One for all, because a page asks thousands of times. */
export class Scale {
  /** The weight of all that was told since the beginning, in log-odds. */
  sum = 0;
  readonly tell: Tell;

  constructor(weights: Weights) {
    const weightOf = mapOf(weights);
    this.tell = (feature, amount) => {
      this.sum += (weightOf.get(feature) ?? 0) * amount;
    };
  }

  begin(): void {
    this.sum = 0;
  }
}
