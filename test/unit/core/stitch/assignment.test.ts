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
/** The gains of one place as {@link Assignment.change} takes them. */
const row = ({ n, gains }: Problem, place: number): Float64Array => Float64Array.from({ length: n }, (_, column) => gains[place * n + column] ?? 0);
const column = ({ n, gains }: Problem, place: number): Float64Array => Float64Array.from({ length: n }, (_, at) => gains[at * n + place] ?? 0);
const change = (matching: Assignment, current: Problem, place: number): void => matching.change(place, row(current, place), column(current, place));
const partners = (matching: Assignment): (number | undefined)[] => Array.from({ length: matching.n }, (_, at) => matching.partnerOf(at));

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

  it('finds the best from what another one was worth, however little that tells', () => {
    fc.assert(
      fc.property(problem, fc.array(gain, { minLength: 36, maxLength: 36 }), (given, other) => {
        const { n } = given;
        const like = solve({ n, gains: other.slice(0, n * n) });
        const matching = new Assignment(Float64Array.from(given.gains), n).solve(like);
        assertBest(matching, given);
        // What rows and columns are worth then holds, too: each margin is told by it.
        for (let at = 0; at < n; at++) {
          const taken = matching.partnerOf(at);
          if (taken === undefined) continue;
          assert.equal(matching.margin(at, taken), matching.total() - bruteForce({ n, gains: given.gains.map((gained, i) => (i === at * n + taken ? -Infinity : gained)) }));
        }
      }),
      set,
    );
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
          change(matching, { n, gains }, place);
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
        const first = matching.partnerOf(0);
        if (first !== undefined) {
          matching.forbid(0, first);
          gains[first] = -Infinity;
        }
        const after = gains.map((gained, i) => (Math.floor(i / n) === place || i % n === place ? (fresh[i] ?? 0) : gained));
        change(matching, { n, gains: after }, place);
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
        before.forEach((taken, at) => {
          if (taken !== undefined) copy.forbid(at, taken);
        });
        copy.change(0, new Float64Array(given.n).fill(3), new Float64Array(given.n).fill(3));
        assert.deepEqual(partners(matching), before);
        assert.equal(matching.total(), total);
        const again = matching.copy();
        before.forEach((taken, at) => {
          if (taken !== undefined) matching.forbid(at, taken);
        });
        assert.deepEqual(partners(again), before);
      }),
      set,
    );
  });

  it('tells what is lost without a pair, as forbidding it shows, and changes nothing by it', () => {
    fc.assert(
      fc.property(problem, fc.nat(5), fc.array(gain, { minLength: 36, maxLength: 36 }), (given, place, fresh) => {
        const { n } = given;
        const matching = solve(given);
        let current = given;
        const assertMargins = (): void => {
          const before = partners(matching);
          const total = matching.total();
          for (let at = 0; at < n; at++) {
            for (let to = 0; to < n; to++) {
              const without = { n, gains: current.gains.map((gained, i) => (i === at * n + to ? -Infinity : gained)) };
              const margin = matching.margin(at, to);
              assert.equal(margin, total - bruteForce(without));
              const trial = matching.copy();
              trial.forbid(at, to);
              assert.equal(margin, total - trial.total());
            }
          }
          assert.deepEqual(partners(matching), before);
          assertBest(matching, current);
        };
        assertMargins();
        if (place >= n) return;
        // Again after a change: the potentials are others then.
        current = { n, gains: given.gains.map((gained, i) => (Math.floor(i / n) === place || i % n === place ? (fresh[i] ?? 0) : gained)) };
        change(matching, current, place);
        assertMargins();
      }),
      { ...set, numRuns: 60 },
    );
  });

  it('bounds what a change can bring', () => {
    fc.assert(
      fc.property(problem, fc.nat(5), fc.array(gain, { minLength: 36, maxLength: 36 }), (given, place, fresh) => {
        const { n } = given;
        if (place >= n) return;
        const after = { n, gains: given.gains.map((gained, i) => (Math.floor(i / n) === place || i % n === place ? (fresh[i] ?? 0) : gained)) };
        assert.ok(solve(given).bound(place, row(after, place), column(after, place)) >= bruteForce(after));
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
