import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentenceAt } from '../../../src/core/figures';

const at = (marked: string): string => {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return text.slice(...sentenceAt(text, offset));
};

describe('sentenceAt', () => {
  const cases: readonly (readonly [marked: string, sentence: string])[] = [
    ['早|上下雨。下午放晴。', '早上下雨。'],
    ['早上下雨|。下午放晴。', '早上下雨。'],
    ['早上下雨。|下午放晴。', '下午放晴。'],
    ['早上下雨。下午放晴。|', '下午放晴。'],
    ['“真好!|”他说。走了。', '“真好!”'],
    ['“真好。”|他说。走了。', '他说。'],
    ['标题\n正|文。\n下一段。', '正文。'],
    ['标|题\n正文。', '标题'],
    ['标题|\n正文。', '标题'],
    ['标题\r\n|正文。', '正文。'],
    ['好！！？|真的', '真的'],
    ['一句。  二|句。', '二句。'],
    ['|', ''],
  ];
  for (const [marked, sentence] of cases) it(marked, () => assert.equal(at(marked), sentence));

  it('looks at 2,000 characters on each side only', () => {
    const [start, end] = sentenceAt('长'.repeat(100_000), 50_000);
    assert.deepEqual([start, end], [48_000, 52_000]);
  });

  it('takes an offset outside the text as its nearest end', () => {
    assert.deepEqual(sentenceAt('好。', 99), [0, 2]);
    assert.deepEqual(sentenceAt('好。', -1), [0, 2]);
    assert.deepEqual(sentenceAt('好。', Number.NaN), [0, 2]);
  });

  it('stays on the line, holds the offset and never cuts a pair of surrogates', () => {
    const texts = fc.string({ unit: fc.constantFrom('字', '。', '”', '!', ' ', '\n', '\r\n', '𠮷', '3'), maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.nat(80), (text, offset) => {
        const [start, end] = sentenceAt(text, offset);
        assert.ok(start >= 0 && start <= end && end <= text.length);
        assert.doesNotMatch(text.slice(start, end), /[\n\r]/);
        const place = Math.min(offset, text.length);
        assert.ok(place <= end);
        assert.equal(text.slice(Math.min(start, place), start).trim(), '');
      }),
    );
  });
});
