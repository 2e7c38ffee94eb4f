import assert from 'node:assert/strict';
import { binsOf, calibrationError, thresholdFor } from '../../../tools/eval/calibration';
import type { Judged } from '../../../tools/eval/metrics';

const judged = (confidence: number, right: boolean): Judged => ({ confidence, right, sure: false, far: false, ends: [0, 1] });
const several = (confidence: number, right: number, wrong: number): Judged[] => [
  ...Array.from({ length: right }, () => judged(confidence, true)),
  ...Array.from({ length: wrong }, () => judged(confidence, false)),
];

describe('calibration', () => {
  it('puts each confidence into one bin, 0 and 1 too, an edge into the higher', () => {
    const all = [0, 0.1, 0.55, 0.9, 0.95, 0.995, 1].map((confidence) => judged(confidence, true));
    const bins = binsOf(all);
    assert.equal(bins.reduce((sum, bin) => sum + bin.count, 0), all.length);
    assert.deepEqual(bins.map(({ low, high, count }) => [low, high, count]), [[0, 0.1, 1], [0.1, 0.2, 1], [0.5, 0.6, 1], [0.9, 0.95, 1], [0.95, 0.98, 1], [0.995, 1, 2]]);
  });

  it('tells mean confidence and the share right of a bin', () => {
    const [bin, ...others] = binsOf([...several(0.72, 3, 1), ...several(0.78, 3, 1)]);
    assert.deepEqual(others, []);
    assert.ok(bin !== undefined && Math.abs(bin.confidence - 0.75) < 1e-9);
    assert.equal(bin.right, 0.75);
    assert.equal(bin.count, 8);
  });

  it('leaves out bins with nothing in them', () => {
    assert.deepEqual(binsOf([]), []);
    assert.equal(binsOf(several(0.3, 1, 0)).length, 1);
  });

  it('has an error of 0 when confidence is the share right, and the mean distance otherwise', () => {
    assert.equal(calibrationError([]), 0);
    assert.ok(calibrationError(several(0.75, 3, 1)) < 1e-9);
    // Three quarters of the weight are off by 0.25, one quarter by 0.65.
    const error = calibrationError([...several(0.75, 12, 0), ...several(0.65, 0, 4)]);
    assert.ok(Math.abs(error - (0.75 * 0.25 + 0.25 * 0.65)) < 1e-9, String(error));
  });

  it('finds the lowest confidence above which enough is right', () => {
    const all = [...several(0.99, 9, 0), ...several(0.9, 9, 1), ...several(0.5, 1, 9)];
    assert.deepEqual(thresholdFor(all, 1), { threshold: 0.99, share: 9 / 29 });
    assert.deepEqual(thresholdFor(all, 0.94), { threshold: 0.9, share: 19 / 29 });
    assert.equal(thresholdFor(several(0.9, 0, 2), 0.5), undefined);
  });
});
