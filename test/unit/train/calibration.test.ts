import assert from 'node:assert/strict';
import { calibrate, type Sample } from '../../../tools/train/calibration';
import { seeded } from '../../../tools/eval/random';

/** Links whose chance to be right is ceiling × logistic(slope × margin + offset). */
function drawn(slope: number, offset: number, ceiling: number, count: number): Sample[] {
  const random = seeded(3);
  return Array.from({ length: count }, () => {
    const margin = random.between(0, 15);
    return [margin, random.chance(ceiling / (1 + Math.exp(-(slope * margin + offset))))] as const;
  });
}

describe('the calibration of confidence', () => {
  it('finds the curve that the links were drawn from', () => {
    const { slope, offset, ceiling } = calibrate(drawn(0.6, -0.5, 1, 5_000), 0.997);
    assert.ok(Math.abs(slope - 0.6) < 0.08, `slope ${slope}`);
    assert.ok(Math.abs(offset + 0.5) < 0.25, `offset ${offset}`);
    assert.ok(ceiling >= 0.997);
  });

  it('finds that the largest margin is not always right, and then calls nothing sure', () => {
    const { ceiling, sure } = calibrate(drawn(1, 0, 0.98, 5_000), 0.997);
    assert.ok(Math.abs(ceiling - 0.98) < 0.008, `ceiling ${ceiling}`);
    assert.ok(sure > 1);
  });

  it('sets the bar where what is above it is right', () => {
    const samples = drawn(1.2, 0, 1, 5_000);
    const { slope, offset, ceiling, sure } = calibrate(samples, 0.997);
    const above = samples.filter(([margin]) => ceiling / (1 + Math.exp(-(slope * margin + offset))) >= sure);
    assert.ok(above.length > 300);
    assert.ok(above.filter(([, right]) => right).length / above.length >= 0.997);
  });

  it('knows nothing from a handful', () => {
    assert.ok(calibrate(drawn(1, 0, 1, 20), 0.997).sure > 1);
  });
});
