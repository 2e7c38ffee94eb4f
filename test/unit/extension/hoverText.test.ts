import assert from 'node:assert/strict';
import { describeFigure, figuresIn } from '../../../src/core';
import { escapeMarkdown, figuresHover } from '../../../src/extension/hoverText';

const text = '新馆开放。首周接待读者3.2万人次,增长12%。次日无人。';

describe('the hover over figures', () => {
  const at = text.indexOf('12%');
  const hover = figuresHover(text, at, 'en');

  it('covers the sentence and no more', () => {
    assert.equal(text.slice(...(hover?.span ?? [0, 0])), '首周接待读者3.2万人次,增长12%。');
  });

  it('has a row for each figure, in the words of the core, the one under the mouse in bold', () => {
    assert.ok(hover);
    const words = figuresIn(text, hover.span).map((figure) => escapeMarkdown(describeFigure(figure, 'en')));
    assert.equal(words.length, 2);
    const rows = hover.markdown.split('\n').slice(2);
    assert.deepEqual(rows, [`| Quantity | ${words[0] ?? ''} |`, `| Percentage | **${words[1] ?? ''}** |`]);
  });

  it('speaks Chinese', () => {
    assert.match(figuresHover(text, at, 'zh')?.markdown ?? '', /^\| 本句中的数字 \|/);
  });

  it('says nothing where there are no figures, or no text', () => {
    assert.equal(figuresHover(text, 2, 'en'), undefined);
    assert.equal(figuresHover('', 0, 'en'), undefined);
  });

  it('stops a long list', () => {
    const many = `${Array.from({ length: 30 }, (_, index) => `${index + 1}个`).join('、')}。`;
    const lines = figuresHover(many, 0, 'en')?.markdown.split('\n') ?? [];
    assert.equal(lines.length, 2 + 20 + 2);
    assert.equal(lines.at(-1), '… and 10 more');
  });

  it('shows Markdown as it stands', () => {
    assert.equal(escapeMarkdown('a|b *c* <d>\n[e](f)'), 'a\\|b \\*c\\* \\<d\\> \\[e\\]\\(f\\)');
  });
});
