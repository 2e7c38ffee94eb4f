import assert from 'node:assert/strict';
import { marginals } from '../../../tools/train/marginals';
import { seeded } from '../../../tools/eval/random';

const NEVER = -Infinity;

/** Each pair's probability over all assignments, one by one. The diagonal is standing alone. */
function byHand(gains: Float64Array, n: number): Float64Array {
  const sums = new Float64Array(n * n);
  let total = 0;
  const taken = new Set<number>();
  const chosen: number[] = [];
  const visit = (row: number, weight: number): void => {
    if (row === n) {
      total += weight;
      for (const at of chosen) sums[at] = (sums[at] ?? 0) + weight;
      return;
    }
    visit(row + 1, weight);
    for (let column = 0; column < n; column++) {
      if (taken.has(column)) continue;
      taken.add(column);
      chosen.push(row * n + column);
      visit(row + 1, weight * Math.exp(gains[row * n + column] ?? NEVER));
      chosen.pop();
      taken.delete(column);
    }
  };
  visit(0, 1);
  return sums.map((sum) => sum / total);
}

describe('marginals of a random assignment', () => {
  it('are exact for one pair, however sure', () => {
    for (const gain of [-5, 0, 3, 20]) {
      const [p = 0] = marginals(Float64Array.of(gain), 1, 60);
      assert.ok(Math.abs(p - 1 / (1 + Math.exp(-gain))) < 1e-3, `${gain}: ${p}`);
    }
  });

  it('are exact where pairs form no circle', () => {
    // One row, three columns; the other rows may do nothing.
    const gains = Float64Array.from({ length: 9 }, (_, i) => [1, 0.5, -1][i] ?? NEVER);
    const expected = byHand(gains, 3);
    marginals(gains, 3, 60).forEach((p, i) => assert.ok(Math.abs(p - (expected[i] ?? 0)) < 1e-3));
  });

  it('come near the truth on small pages, and never give a piece away twice', () => {
    const random = seeded(7);
    for (let trial = 0; trial < 50; trial++) {
      const n = random.whole(2, 5);
      const gains = Float64Array.from({ length: n * n }, () => random.between(-3, 4));
      const expected = byHand(gains, n);
      const found = marginals(gains, n, 80);
      found.forEach((p, i) => assert.ok(Math.abs(p - (expected[i] ?? 0)) < 0.15, `${p} for ${expected[i]}`));
      for (let row = 0; row < n; row++) {
        let sum = 0;
        for (let column = 0; column < n; column++) sum += found[row * n + column] ?? 0;
        assert.ok(sum < 1.02);
      }
    }
  });
});
