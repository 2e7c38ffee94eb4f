import assert from 'node:assert/strict';
import { isClosing, isDigit, isFinal, isHan, isInner, isLatin, isOpening, isSpace, PAIRS } from '../../../../src/core/text/characters';

const code = (char: string): number => char.charCodeAt(0);

describe('character classes', () => {
  it('know signs of both widths', () => {
    for (const sign of '。！？!?…') assert.equal(isFinal(sign), true, sign);
    for (const sign of '，,、；;：:') assert.equal(isInner(sign), true, sign);
    for (const sign of '，。中1') assert.equal(isOpening(sign) || isClosing(sign), false, sign);
  });

  it('have each pair among the opening and closing signs', () => {
    for (const [open, close] of PAIRS) {
      assert.equal(isOpening(open), true, open);
      assert.equal(isClosing(close), true, close);
    }
  });

  it('know digits and letters of both widths', () => {
    for (const digit of '09０９') assert.equal(isDigit(code(digit)), true, digit);
    for (const other of '一/:a') assert.equal(isDigit(code(other)), false, other);
    for (const letter of 'azAZａｚＡＺ') assert.equal(isLatin(code(letter)), true, letter);
    for (const other of '@[`{1中［') assert.equal(isLatin(code(other)), false, other);
  });

  it('know Chinese characters, those of further planes by their surrogates', () => {
    for (const char of '一龥㐀〇豈') assert.equal(isHan(code(char)), true, char);
    assert.equal(isHan(code('𠮷')), true);
    for (const other of 'a1。，あ') assert.equal(isHan(code(other)), false, other);
  });

  it('count as white space exactly what String.prototype.trim removes', () => {
    for (let at = 0; at <= 0xffff; at++) {
      assert.equal(isSpace(at), String.fromCharCode(at).trim() === '', `U+${at.toString(16)}`);
    }
  });
});
