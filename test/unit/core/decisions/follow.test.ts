import assert from 'node:assert/strict';
import fc from 'fast-check';
import { follow, type Followed } from '../../../../src/core/decisions/follow';
import { set } from './sidecars';

const at = (start: number, end: number): Followed => ({ span: [start, end], state: 'whole' });

describe('a span in a text that is edited', () => {
  it('moves with what is typed before it, and takes no part in what is typed right beside it', () => {
    assert.deepEqual(follow(at(10, 20), { span: [3, 5], length: 7 }), at(15, 25));
    assert.deepEqual(follow(at(10, 20), { span: [10, 10], length: 2 }), at(12, 22));
    assert.deepEqual(follow(at(10, 20), { span: [20, 20], length: 2 }), at(10, 20));
    assert.deepEqual(follow(at(10, 20), { span: [30, 40], length: 0 }), at(10, 20));
  });

  it('grows and shrinks with what is typed inside it, and says so', () => {
    assert.deepEqual(follow(at(10, 20), { span: [12, 14], length: 5 }), { span: [10, 23], state: 'edited' });
    assert.deepEqual(follow(at(10, 20), { span: [5, 12], length: 1 }), { span: [6, 14], state: 'edited' });
    assert.deepEqual(follow(at(10, 20), { span: [18, 25], length: 1 }), { span: [10, 18], state: 'edited' });
  });

  it('is gone when all of it was replaced', () => {
    assert.deepEqual(follow(at(10, 20), { span: [10, 20], length: 10 }), { span: [10, 10], state: 'gone' });
    assert.deepEqual(follow(at(10, 20), { span: [0, 50], length: 50 }), { span: [0, 0], state: 'gone' });
  });

  it('holds the same words as long as none of them is edited', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'河湾镇夜校灯'), minLength: 1, maxLength: 40 });
    fc.assert(fc.property(texts, fc.nat(), fc.nat(), fc.nat(), fc.nat(), texts, (text, a, b, c, d, typed) => {
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      const from = c % (text.length + 1);
      const to = from + (d % (text.length - from + 1));
      const after = text.slice(0, from) + typed + text.slice(to);
      const { span, state } = follow(at(start, end), { span: [from, to], length: typed.length });
      assert.ok(span[0] >= 0 && span[0] <= span[1] && span[1] <= after.length);
      if (state === 'whole') assert.equal(after.slice(...span), text.slice(start, end));
    }), set);
  });
});
