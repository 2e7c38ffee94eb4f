import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeFigure, figuresIn, formatNumber } from '../../../src/core/figures';

/** Text thick with what figures are made of. */
const texts = fc.string({
  unit: fc.constantFrom(
    ...'0123456789０９.．,，-—:：%％‰¥/ \n第百千万亿零一二两三十余多几半成折倍分之点年月日时元个名位米吨约近超上',
    '千瓦时', '平方公里', '个百分点', '以上', '左右', '零下', '人民币', '上午', '以来', '𠮷', '\ud800', 'G', '字',
  ),
  maxLength: 80,
});

function check(text: string, from: number, to: number): void {
  let done = Math.max(0, Math.min(from, text.length));
  for (const figure of figuresIn(text, [from, to])) {
    const [start, end] = figure.span;
    assert.ok(start >= done && end > start && end <= Math.min(to, text.length), `${start}–${end} after ${done}`);
    assert.equal(text.slice(start, end), figure.text);
    assert.ok(figure.value === undefined ? figure.date !== undefined : Number.isFinite(figure.value));
    for (const language of ['en', 'zh'] as const) assert.notEqual(describeFigure(figure, language), '');
    done = end;
  }
}

describe('figuresIn: properties', () => {
  it('gives figures in order, within the span, never overlapping, with their own text', () => {
    fc.assert(fc.property(texts, (text) => check(text, 0, text.length)), { numRuns: 500 });
  });

  it('reads nothing outside the span it is given', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, text, after) => {
        const outer = figuresIn(before + text + after, [before.length, before.length + text.length]);
        const shifted = outer.map((figure) => ({
          ...figure,
          span: [figure.span[0] - before.length, figure.span[1] - before.length],
        }));
        assert.deepEqual(shifted, figuresIn(text, [0, text.length]));
      }),
    );
  });

  it('takes spans that lie outside the text or run backwards', () => {
    assert.deepEqual(figuresIn('30名', [-5, 99]).length, 1);
    assert.deepEqual(figuresIn('30名', [3, 1]), []);
  });

  it('comes through hostile input with a bounded result', () => {
    const hostile = ['9', '第', '万', '一', '十', '零', '元', '1,', '1.', '百分之', '1-', '上午', '5小时', '3—', '1000,'];
    for (const piece of hostile) {
      const text = piece.repeat(piece.length === 1 ? 100_000 : 10_000);
      check(text, 0, text.length);
    }
  });

  it('finds a number with thousands separators as formatNumber writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (value) => {
        const text = `共${formatNumber(value)}吨`;
        assert.deepEqual(figuresIn(text, [0, text.length]).map((figure) => figure.value), [value]);
      }),
    );
  });
});
