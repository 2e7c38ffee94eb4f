import type { Tell, Weights } from './weights';

/** Adds up what evidence weighs: `begin`, tell it all there is, and read the sum. One for all, because a page asks thousands of times. */
export class Scale {
  /** The weight of all that was told since the beginning, in log-odds. */
  sum = 0;
  readonly tell: Tell;

  constructor(weights: Weights) {
    // A map is asked several times faster than an object of so many names.
    const weightOf = new Map<string, number>(Object.entries(weights));
    this.tell = (feature, amount) => {
      this.sum += (weightOf.get(feature) ?? 0) * amount;
    };
  }

  begin(): void {
    this.sum = 0;
  }
}
