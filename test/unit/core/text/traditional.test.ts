import assert from 'node:assert/strict';
import { SIMPLIFIED_CODES, traditionalChar } from '../../../../src/core/text/traditional';
import { BOTH_WAYS, SIMPLIFIED, TRADITIONAL } from '../../../../src/core/text/traditionalTable';
import { normalCodes } from '../../../../src/core/text/normal';

const normal = (text: string): string => String.fromCharCode(...normalCodes(text));

/** The characters of GB 2312 in some rows: 0xb0 to 0xd7 is its first level, 0xd8 to 0xf7 its second. */
function gb2312(first: number, last: number): string {
  const decoder = new TextDecoder('gb18030');
  const chars: string[] = [];
  for (let row = first; row <= last; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) chars.push(decoder.decode(new Uint8Array([row, cell])));
  }
  return chars.join('');
}

describe('the table of traditional characters', () => {
  it('has one unit for one unit, each character once, and folds nothing twice', () => {
    assert.equal(TRADITIONAL.length, SIMPLIFIED.length);
    assert.equal(new Set(TRADITIONAL).size, TRADITIONAL.length);
    assert.equal(new Set(SIMPLIFIED.slice(0, BOTH_WAYS)).size, BOTH_WAYS);
    for (const text of [TRADITIONAL, SIMPLIFIED]) assert.ok(!/[\ud800-\udfff]/.test(text));
    for (const char of SIMPLIFIED) assert.equal(SIMPLIFIED_CODES[char.charCodeAt(0)], 0, char);
  });

  it('leaves what is no Chinese character alone', () => {
    for (let code = 0; code < 0x10000; code++) {
      if ((code < 0x3400 || code > 0x9fff) && SIMPLIFIED_CODES[code] !== 0) assert.fail(code.toString(16));
    }
  });

  it('leaves every common character of simplified text alone', () => {
    const level1 = gb2312(0xb0, 0xd7);
    assert.equal(level1.length, 3755);
    assert.equal(normal(level1), level1);
  });

  it('folds of the rarer ones only those that simplified text has given up', () => {
    const level2 = gb2312(0xd8, 0xf7);
    assert.equal(level2.length, 3008);
    assert.equal(Array.from(level2).filter((char) => SIMPLIFIED_CODES[char.charCodeAt(0)] !== 0).sort().join(''), '夥後徵拚捱摺於榘菸醣麴麽');
  });

  it('goes back to what a traditional paper writes, where that is one', () => {
    assert.equal(Array.from('为众里启国后于', traditionalChar).join(''), '為眾裡啟國後於');
    // 註, 製 and 週 are meant less often than these themselves.
    assert.equal(Array.from('注制周一', traditionalChar).join(''), '注制周一');
  });
});

describe('text of traditional papers as the model reads it', () => {
  it('is that of simplified ones', () => {
    assert.equal(normal('「縣裡的夜校開學後，有128名學員報名。」'), '“县里的夜校开学后，有0名学员报名。”');
    assert.equal(normal('臺灣、台湾：週一髮廊發現麵粉'), '台湾、台湾：周一发廊发现面粉');
  });

  it('is that of simplified ones in the forms of Hong Kong and of older print', () => {
    assert.equal(normal('衞生綫說説枱裏裡峯羣'), '卫生线说说台里里峰群');
  });

  it('keeps what simplified text writes too', () => {
    const text = '后来里程干部乾坤著名瞭望慰藉覆盖沈阳么麻';
    assert.equal(normal(text), text);
  });
});
