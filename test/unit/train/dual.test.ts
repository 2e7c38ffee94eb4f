import assert from 'node:assert/strict';
import { seeded } from '../../../tools/eval/random';
import { learnPairs, type Pairing } from '../../../tools/train/dual';

describe('learning what goes on with what', () => {
  const DIMENSIONS = 8;
  const KINDS = 12;
  const WIDTH = 2;
  const BATCH = 16;

  /** Rows by chance; each seam is of one kind, whose two sides have a row of their own and one that all may have. The last seams of a batch are alike. */
  function learned(alike: number, steps = 600): { before: Float32Array; behind: Float32Array } {
    const random = seeded(3);
    const rows = (): Float32Array => Float32Array.from({ length: (KINDS + 1) * DIMENSIONS }, () => random.between(-0.1, 0.1));
    const before = rows();
    const behind = rows();
    const draw = (into: Pairing): void => {
      // No kind twice, but those that are alike.
      const kinds = random.shuffle(Array.from({ length: KINDS }, (_, kind) => kind));
      for (let at = 0; at < BATCH; at++) {
        const isAlike = at >= BATCH - alike;
        const kind = isAlike ? 0 : (kinds.filter((one) => one > 0)[at % (KINDS - 1)] ?? 0);
        into.left.set([kind, random.chance(0.5) ? KINDS : -1], at * WIDTH);
        into.right.set([kind, random.chance(0.5) ? KINDS : -1], at * WIDTH);
        into.alike[at] = isAlike ? 1 : 0;
      }
    };
    learnPairs({ before, behind, dimensions: DIMENSIONS, width: WIDTH, batch: BATCH, steps, draw, say: () => undefined });
    return { before, behind };
  }

  const product = ({ before, behind }: ReturnType<typeof learned>, left: number, right: number): number => {
    let sum = 0;
    for (let k = 0; k < DIMENSIONS; k++) sum += (before[left * DIMENSIONS + k] ?? 0) * (behind[right * DIMENSIONS + k] ?? 0);
    return sum;
  };

  it('makes each side find its own other one', () => {
    const both = learned(0);
    for (let left = 1; left < KINDS; left++) {
      for (let right = 1; right < KINDS; right++) if (left !== right) assert.ok(product(both, left, left) > product(both, left, right) + 1, `${left} ${right}`);
    }
  });

  it('takes those that are alike for right with each other', () => {
    const both = learned(5);
    for (let right = 1; right < KINDS; right++) assert.ok(product(both, 0, 0) > product(both, 0, right) + 1);
  });

  it('gives the same for the same', () => {
    assert.deepEqual(learned(3, 20), learned(3, 20));
  });
});
