import assert from 'node:assert/strict';
import { opening } from '../../../../src/core/findings/places';
import { LineNumbers } from '../../../../src/core/text/lineNumbers';
import { lineEnd } from '../../../../src/core/text/lineEnds';

describe('places of a text', () => {
  it('number lines as editors do, whatever ends them', () => {
    // Every text of up to six signs out of a letter and the two line ends.
    for (let size = 0; size <= 6; size++) {
      for (let pick = 0; pick < 3 ** size; pick++) {
        const text = Array.from({ length: size }, (_, place) => '甲\n\r'[Math.floor(pick / 3 ** place) % 3]).join('');
        const lines = new LineNumbers(text);
        for (let offset = 0; offset <= size; offset++) {
          // Offsets between CR and LF are in the line that the two end.
          const before = text.slice(0, offset).endsWith('\r') && text[offset] === '\n' ? text.slice(0, offset - 1) : text.slice(0, offset);
          assert.equal(lines.of(offset), before.split(/\r\n|\r|\n/u).length, JSON.stringify([text, offset]));
        }
      }
    }
  });

  it('name the line end that a text uses most', () => {
    assert.equal(lineEnd(''), '\n');
    assert.equal(lineEnd('甲\n乙\r\n丙\n'), '\n');
    assert.equal(lineEnd('甲\r\n乙\n丙\r\n'), '\r\n');
    assert.equal(lineEnd('甲\r乙\r丙\n'), '\r');
    assert.equal(lineEnd('甲\r\r\n'), '\r\n');
  });

  it('give the first characters of a passage, never half of one', () => {
    assert.equal(opening('  渡口的灯亮了', [0, 8], 3), '渡口的');
    assert.equal(opening('𠮷𠮷𠮷𠮷', [0, 8], 3), '𠮷𠮷𠮷');
    assert.equal(opening('灯𠮷𠮷', [0, 5], 12), '灯𠮷𠮷');
  });
});
