import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { linesOf } from '../../../../src/core/text/lines';
import { sliceSpan } from '../../../../src/core/text/span';

const contents = (text: string): string[] => linesOf(text).map((line) => sliceSpan(text, line.span));

describe('linesOf', () => {
  it('splits at LF, CR LF and CR, mixed in one text', () => {
    assert.deepEqual(contents('甲\n乙\r\n丙\r丁'), ['甲', '乙', '丙', '丁']);
    assert.deepEqual(contents('甲\r\r\n\n乙'), ['甲', '', '', '乙']);
  });

  it('gives the empty line behind a last line end, and one line for an empty text', () => {
    assert.deepEqual(contents('甲\n'), ['甲', '']);
    assert.deepEqual(contents(''), ['']);
  });

  it('does not split where VS Code does not: at form feeds, line and paragraph separators', () => {
    assert.deepEqual(contents('甲\f乙\u2028丙\u0085丁'), ['甲\f乙\u2028丙\u0085丁']);
  });

  it('trims white space, the ideographic space and the byte order mark included, and tells the indent', () => {
    const text = '\u3000\u3000正文\u3000\n  a \n\ufeff题\n\t文';
    assert.deepEqual(contents(text), ['正文', 'a', '题', '文']);
    assert.deepEqual(linesOf(text).map((line) => line.indent), [4, 2, 1, 4]);
  });

  it('tells a form feed at either end of a line', () => {
    assert.deepEqual(linesOf('甲\f\n\f乙\n丙').map((line) => [line.pageBefore, line.pageBehind]), [[false, true], [true, false], [false, false]]);
    assert.deepEqual(linesOf('\f甲\f\n\f').map((line) => [line.pageBefore, line.pageBehind]), [[true, true], [true, false]]);
  });

  it('gives offsets of the text as it stands', () => {
    assert.deepEqual(linesOf('一\r\n 二').map((line) => line.span), [[0, 1], [4, 5]]);
  });
});

describe('readBlocks', () => {
  const shape = (text: string): { lines: string[]; gap: number; newPage: boolean }[] =>
    readBlocks(text).map(({ lines, gap, newPage }) => ({ lines: lines.map((line) => sliceSpan(text, line.span)), gap, newPage }));

  it('parts runs of lines at blank lines and counts these', () => {
    assert.deepEqual(shape('甲\n乙\n\n丙\n \n\u3000\n\n丁'), [
      { lines: ['甲', '乙'], gap: 0, newPage: false },
      { lines: ['丙'], gap: 1, newPage: false },
      { lines: ['丁'], gap: 3, newPage: false },
    ]);
  });

  it('counts the blank lines of each kind of line end alike', () => {
    for (const eol of ['\n', '\r\n', '\r']) assert.deepEqual(readBlocks(`甲${eol}${eol}${eol}乙`).map((block) => block.gap), [0, 2]);
  });

  it('sees a new page behind a form feed', () => {
    assert.deepEqual(shape('甲\n\f\n乙').map((block) => block.newPage), [false, true]);
    assert.deepEqual(shape('甲\n\n\f乙\n\n丙').map((block) => block.newPage), [false, true, false]);
  });

  it('parts blocks at a form feed between two lines, with or without blank lines', () => {
    assert.deepEqual(shape('甲\n\f乙\n丙'), [{ lines: ['甲'], gap: 0, newPage: false }, { lines: ['乙', '丙'], gap: 0, newPage: true }]);
    assert.deepEqual(shape('甲\f\n乙\n丙'), [{ lines: ['甲'], gap: 0, newPage: false }, { lines: ['乙', '丙'], gap: 0, newPage: true }]);
    assert.deepEqual(shape('甲\f\n\n乙').map((block) => block.newPage), [false, true]);
  });

  it('gives none for white space', () => {
    assert.deepEqual(readBlocks(' \r\n\t\f\n\u3000'), []);
    assert.deepEqual(readBlocks(''), []);
  });
});
