import assert from 'node:assert/strict';
import { linesOf } from '../../../../src/core/text/lines';
import { isMarkup, turnsPage } from '../../../../src/core/text/markup';
import { readBlocks } from '../../../../src/core/page/blocks';

describe('lines that hold no text', () => {
  it('are places of pictures, tags, comments and rules', () => {
    for (const line of [
      '![](images/0f3a.jpg)', '![夜校的灯](_page_0_Picture_3.jpeg)', '![](a.jpg "夜校")', `![](images/${'0f'.repeat(32)}.jpg)`,
      '<!-- image -->', '<img src="a.jpg" alt="夜校" />', '<div style="text-align: center;"><img src="a.jpg"/></div>', '</td> <br>',
      '---', '- - -', '* * *', '***', '_____', '=====', '～～～'.replace(/～/gu, '~'), '————', '━━━━━━', '★★★', '※ ※ ※',
      '{12}------------------------------------------------', '<!-- PageBreak -->',
    ]) assert.equal(isMarkup(line), true, line);
  });

  it('are no signs of a sentence, no text in tags, no links', () => {
    for (const line of [
      '——', '……', '…………', '--', '-', '”', '***夜校***', '- 夜校', '— 3 —', '3', '[夜校](a.html)', '![](a.jpg)夜校', '夜校![](a.jpg)', '![', '![]()(',
      '<b>夜校</b>', '<table><tr><td>夜校</td></tr></table>', '<夜校>', '< 3 >', '{3}', '{夜校}---', '■上接第1版', '■■', '（）', '',
    ]) assert.equal(isMarkup(line), false, line);
  });

  it('are not looked for in a line that is too long to be one', () => {
    assert.equal(isMarkup('-'.repeat(500)), true);
    assert.equal(isMarkup('-'.repeat(501)), false);
  });
});

describe('a line that ends a page', () => {
  it('is one of a reader of pages', () => {
    for (const line of ['{0}---', '{12}------------------------------------------------', '<!-- PageBreak -->', '<!-- page break -->', '<!-- Page 3 -->', '<!--page number: 3-->']) {
      assert.equal(turnsPage(line), true, line);
      assert.equal(isMarkup(line), true, line);
    }
    for (const line of ['---', '{a}---', '{3}--', '<!-- image -->', '<!-- page of a book -->', '第3版']) assert.equal(turnsPage(line), false, line);
  });

  it('stands on top of the next page', () => {
    assert.deepEqual(linesOf('甲\n {1}----- \n乙').map(({ pageBefore }) => pageBefore), [false, true, false]);
    assert.deepEqual(readBlocks('甲\n{1}-----\n乙').map(({ lines, newPage }) => [lines.length, newPage]), [[1, false], [2, true]]);
  });
});
