import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeFigure, figuresIn, figuresOfPassage, figureWords, grouped, spansWithin, type Passage } from '../../../src/core/figures';

/** Text thick with what figures are made of. */
const texts = fc.string({
  unit: fc.constantFrom(
    ...'0123456789０９.．,，-—:：%％‰¥/^ \n第百千万亿零一二两三十余多几半成折倍分之点年月日时元个名位米吨约近超上翻番初廿',
    '千瓦时', '平方公里', '个百分点', '以上', '左右', '零下', '人民币', '上午', '以来', '同比增长', '前三季度', '农历', '𠮷', '\ud800', 'G', 'e5', '字',
    '世纪', '年代', '个多', '个亿', '起至', '次日', '·', '号', '○', '晚上', '许', '四分之一', '伍角', '整', '大年三十', '季度末', '报道', 'pm', '+86-', '”', '“', '后',
  ),
  maxLength: 80,
});

function check(text: string, from = 0, to = text.length): number {
  let done = Math.max(0, Math.min(from, text.length));
  const figures = figuresIn(text, [from, to]);
  for (const figure of figures) {
    const [start, end] = figure.span;
    assert.ok(start >= done && end > start && end <= Math.min(to, text.length), `${start}–${end} after ${done}`);
    assert.equal(text.slice(start, end), figure.text);
    assert.ok(figure.value !== undefined || figure.date !== undefined || figure.kind === 'phone' || figure.kind === 'code', figure.text);
    assert.ok(figure.value === undefined || figure.value.d > 0n);
    assert.ok(figure.sentence[0] <= start || text.slice(start, figure.sentence[0]).trim() === '', 'begins in its sentence');
    done = end;
  }
  return figures.length;
}

describe('figuresIn: properties', () => {
  it('gives figures in order, within the span, never overlapping, with their own text', () => {
    fc.assert(fc.property(texts, (text) => void check(text)), { numRuns: 1000 });
  });

  it('has words for every figure in both languages', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const figure of figuresIn(text)) {
          for (const language of ['en', 'zh'] as const) {
            assert.notEqual(describeFigure(figure, language), '');
            for (const words of Object.values(figureWords(figure, language))) assert.doesNotMatch(String(words), /undefined|NaN/);
          }
        }
      }),
    );
  });

  it('reads nothing outside the span it is given', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, text, after) => {
        const moved = figuresIn(before + text + after, [before.length, before.length + text.length]).map((figure) => ({
          ...figure,
          span: figure.span.map((place) => place - before.length),
          sentence: figure.sentence.map((place) => place - before.length),
        }));
        assert.deepEqual(moved, figuresIn(text));
      }),
    );
  });

  it('takes spans that lie outside the text or run backwards', () => {
    assert.equal(figuresIn('30名', [-5, 99]).length, 1);
    assert.deepEqual(figuresIn('30名', [3, 1]), []);
  });

  it('finds a number with thousands separators as it is written out', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 999_999_999n }), (n) => {
        assert.deepEqual(figuresIn(`共${grouped({ n, d: 1n })}吨`).map(({ value }) => value), [{ n, d: 1n }]);
      }),
    );
  });
});

describe('figuresIn: hostile text', () => {
  // A megabyte of what is no figure as a whole.
  for (const piece of ['9', '一', '十', '万', '零', '元', '(', '“', 'a', '1.', 'a1', '约', '增长', '初']) {
    it(`comes through a megabyte of ${piece}`, function () {
      this.timeout(60_000);
      assert.ok(check(piece.repeat(Math.ceil(1_000_000 / piece.length))) <= 40_000);
    });
  }

  // What is a figure each time is read each time.
  const pieces = ['第', '.', '1,', '百分之', '1-', '上午', '5小时', '3—', '1000,', '1/', '一百', '10月', '2^', '翻', '个半', '0471-', '1 ', '一 ', '农历', '1元2角-', '月1号、', '两个', '二○', '世纪', '个多', '年代80', '2024.10-', '+86-', '11点至'];
  for (const piece of pieces) {
    it(`comes through many of ${JSON.stringify(piece)}`, function () {
      this.timeout(60_000);
      check(piece.repeat(Math.ceil(40_000 / piece.length)));
    });
  }

  it('does not read the whole of an endless number', () => {
    assert.equal(check('9'.repeat(500)), 0);
    for (const text of ['2^9999999999', '1e99999999吨']) {
      for (const { value } of figuresIn(text)) assert.ok((value?.n ?? 0n) < 10n ** 20n);
    }
  });
});

describe('spansWithin', () => {
  it('puts every span of a passage back to where its pieces stand', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.nat(40), fc.nat(40), (lengths, a, b) => {
        const dump = Array.from({ length: 200 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
        let at = 3;
        const spans = lengths.map((length) => {
          const span = [at, at + length] as const;
          at += length + 4;
          return span;
        });
        const text = spans.map((span) => dump.slice(...span)).join('');
        const span = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)] as const;
        assert.equal(spansWithin(spans, span).map((place) => dump.slice(...place)).join(''), text.slice(...span));
      }),
    );
  });

  it('gives a torn figure one span for each piece', () => {
    const dump = '新架35千伏线\n\n另一篇。\n\n路812公里,同比增长\n\n6.4%。';
    const piece = (words: string): readonly [number, number] => [dump.indexOf(words), dump.indexOf(words) + words.length];
    const torn: Passage = { text: '共18.5万吨', spans: [[0, 4], [20, 23]], part: 'paragraph' };
    assert.deepEqual(figuresOfPassage(torn).map(({ figure, spans }) => [figure.text, spans]), [['18.5万吨', [[1, 4], [20, 23]]]]);
    const passage: Passage = { text: '新架35千伏线路812公里,同比增长6.4%。', spans: [piece('新架35千伏线'), piece('路812公里,同比增长'), piece('6.4%。')], part: 'paragraph' };
    const figures = figuresOfPassage(passage);
    assert.deepEqual(figures.map(({ figure }) => figure.text), ['35千伏', '812公里', '6.4%']);
    assert.deepEqual(figures.map(({ spans }) => spans.map((span) => dump.slice(...span)).join('')), ['35千伏', '812公里', '6.4%']);
    assert.equal(figures[2]?.figure.change?.against, 'yearOnYear');
  });
});
