import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Assignment } from '../../../../src/core/stitch/assignment';

interface Problem {
  readonly n: number;
  readonly gains: number[];
}

// Whole numbers, so that sums are exact; some pairs are never made.
const gain = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -20, max: 20 }) }, { weight: 1, arbitrary: fc.constant(-Infinity) });
const problem: fc.Arbitrary<Problem> = fc
  .integer({ min: 1, max: 6 })
  .chain((n) => fc.record({ n: fc.constant(n), gains: fc.array(gain, { minLength: n * n, maxLength: n * n }) }));

/** The greatest sum of gains, by trying everything. */
function bruteForce({ n, gains }: Problem, row = 0, taken = 0): number {
  if (row === n) return 0;
  let best = bruteForce({ n, gains }, row + 1, taken);
  for (let column = 0; column < n; column++) {
    const value = gains[row * n + column] ?? -Infinity;
    if ((taken & (1 << column)) === 0 && value > -Infinity) best = Math.max(best, value + bruteForce({ n, gains }, row + 1, taken | (1 << column)));
  }
  return best;
}

const solve = ({ n, gains }: Problem): Assignment => new Assignment(Float64Array.from(gains), n).solve();
const partners = (matching: Assignment): (number | undefined)[] => Array.from({ length: matching.n }, (_, row) => matching.partnerOf(row));

/** Each column is taken at most once, and the sum is the best there is. */
function assertBest(matching: Assignment, current: Problem): void {
  const columns = partners(matching).filter((column) => column !== undefined);
  assert.equal(new Set(columns).size, columns.length, 'a column is taken twice');
  assert.equal(matching.total(), bruteForce(current));
}

const set = { numRuns: 150, seed: 7 };

describe('assignment', () => {
  it('finds the best, as trying everything does', () => {
    fc.assert(fc.property(problem, (given) => assertBest(solve(given), given)), set);
  });

  it('finds the best without a pair that is forbidden, again and again', () => {
    const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 5 });
    fc.assert(
      fc.property(problem, pairs, (given, forbidden) => {
        const matching = solve(given);
        const gains = [...given.gains];
        for (const [row, column] of forbidden) {
          if (row >= given.n || column >= given.n) continue;
          matching.forbid(row, column);
          gains[row * given.n + column] = -Infinity;
          assertBest(matching, { n: given.n, gains });
        }
      }),
      set,
    );
  });

  it('finds the best after the gains of one place have changed, again and again', () => {
    const changes = fc.array(fc.record({ place: fc.nat(5), gains: fc.array(gain, { minLength: 36, maxLength: 36 }) }), { maxLength: 4 });
    fc.assert(
      fc.property(problem, changes, (given, changed) => {
        const { n } = given;
        const matching = solve(given);
        const gains = [...given.gains];
        for (const { place, gains: fresh } of changed) {
          if (place >= n) continue;
          for (let other = 0; other < n; other++) {
            gains[place * n + other] = fresh[place * n + other] ?? 0;
            gains[other * n + place] = fresh[other * n + place] ?? 0;
          }
          matching.change(place, (row, column) => gains[row * n + column] ?? 0);
          assertBest(matching, { n, gains });
        }
      }),
      set,
    );
  });

  it('takes changes and forbidden pairs in any order', () => {
    fc.assert(
      fc.property(problem, fc.nat(5), fc.array(gain, { minLength: 36, maxLength: 36 }), (given, place, fresh) => {
        const { n } = given;
        if (place >= n) return;
        const matching = solve(given);
        const gains = [...given.gains];
        const column = matching.partnerOf(0);
        if (column !== undefined) {
          matching.forbid(0, column);
          gains[column] = -Infinity;
        }
        const changed = (row: number, at: number): number => (row === place || at === place ? (fresh[row * n + at] ?? 0) : (gains[row * n + at] ?? 0));
        matching.change(place, changed);
        const after = gains.map((_, i) => changed(Math.floor(i / n), i % n));
        assertBest(matching, { n, gains: after });
        const next = matching.partnerOf(n - 1);
        if (next === undefined) return;
        matching.forbid(n - 1, next);
        after[(n - 1) * n + next] = -Infinity;
        assertBest(matching, { n, gains: after });
      }),
      set,
    );
  });

  it('is not touched by what is done to its copy, nor the copy by what is done to it', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const matching = solve(given);
        const before = partners(matching);
        const total = matching.total();
        const copy = matching.copy();
        assert.deepEqual(partners(copy), before);
        before.forEach((column, row) => {
          if (column !== undefined) copy.forbid(row, column);
        });
        copy.change(0, () => 3);
        assert.deepEqual(partners(matching), before);
        assert.equal(matching.total(), total);
        const again = matching.copy();
        before.forEach((column, row) => {
          if (column !== undefined) matching.forbid(row, column);
        });
        assert.deepEqual(partners(again), before);
      }),
      set,
    );
  });

  it('leaves alone what gains nothing, and does with no places at all', () => {
    assert.deepEqual(partners(solve({ n: 2, gains: [-1, -2, -3, -4] })), [undefined, undefined]);
    assert.deepEqual(partners(solve({ n: 2, gains: [-Infinity, -Infinity, -Infinity, -Infinity] })), [undefined, undefined]);
    assert.equal(solve({ n: 0, gains: [] }).total(), 0);
  });

  it('is a global decision: the first row gives way where the whole gains by it', () => {
    assert.deepEqual(partners(solve({ n: 2, gains: [10, 9, 8, 1] })), [1, 0]);
  });
});
