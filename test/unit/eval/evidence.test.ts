import assert from 'node:assert/strict';
import { WEIGHTS } from '../../../src/core/stitch/weights';
import { EVIDENCE, kindsOf, weightsWithout } from '../../../tools/eval/evidence';

describe('kinds of evidence', () => {
  it('hold each weight exactly once: a new feature needs its place in tools/eval/evidence.ts', () => {
    const wrong = Object.keys(WEIGHTS).map((feature) => `${feature}: ${kindsOf(feature).map(({ short }) => short).join(', ')}`).filter((line) => !/^\S+: [^,]+$/u.test(line));
    assert.deepEqual(wrong, []);
  });

  it('each hold a weight, and no pattern that matches none', () => {
    const features = Object.keys(WEIGHTS);
    for (const kind of EVIDENCE) {
      for (const pattern of kind.features) {
        const alone = { ...kind, features: [pattern] };
        assert.ok(features.some((feature) => kindsOf(feature, [alone]).length > 0), `${kind.short}: ${pattern} matches no feature`);
      }
    }
  });

  it('switch off only their own weights', () => {
    for (const kind of EVIDENCE) {
      for (const [feature, weight] of Object.entries(weightsWithout(kind))) {
        assert.equal(weight, kindsOf(feature).includes(kind) ? 0 : WEIGHTS[feature as keyof typeof WEIGHTS]);
      }
    }
  });
});
