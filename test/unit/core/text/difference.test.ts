import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference } from '../../../../src/core/text/difference';
import { applyEdits } from '../../../../src/core/text/span';

/** Texts of what is easily torn: pairs that share a unit, line ends, and ordinary characters. */
const torn = fc.array(fc.constantFrom('\u{20000}', '\u{20001}', '\u{2F800}', '\r\n', '\r', '\n', '字', 'a'), { maxLength: 12 }).map((parts) => parts.join(''));

/** Whether an editor would move an end of a range to here. */
const isInside = (text: string, at: number): boolean => /[\uD800-\uDBFF]$/.test(text.slice(0, at)) && /^[\uDC00-\uDFFF]/.test(text.slice(at)) || (text[at - 1] === '\r' && text[at] === '\n');

describe('the difference of two texts', () => {
  it('makes one of the other, without what both share at their ends', () => {
    assert.deepEqual(difference('甲乙丙丁', [0, 4], '甲乙新丁'), [{ span: [2, 3], newText: '新' }]);
    assert.deepEqual(difference('甲乙丙丁', [1, 4], '乙丙丁'), []);
  });

  it('never tears a character or a line end', () => {
    assert.deepEqual(difference('\u{20000}', [0, 2], '\u{20001}'), [{ span: [0, 2], newText: '\u{20001}' }]);
    assert.deepEqual(difference('a\r\nb', [0, 4], 'a\rb'), [{ span: [1, 3], newText: '\r' }]);
    fc.assert(
      fc.property(torn, torn, (before, after) => {
        const edits = difference(before, [0, before.length], after);
        assert.equal(applyEdits(before, edits), after);
        for (const { span } of edits) for (const end of span) assert.ok(!isInside(before, end), JSON.stringify([before, after, span]));
      }),
      { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 500), seed: 1 },
    );
  });
});
