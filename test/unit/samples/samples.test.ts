import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bySpan, sliceSpan, type Span } from '../../../src/core/text/span';
import { goldText, layOut, type Gold } from '../../../tools/samples/layout';
import { readSource } from '../../../tools/samples/source';

const folder = path.resolve('samples');
const names = readdirSync(path.join(folder, 'source')).map((file) => path.basename(file, '.page'));
const read = (...parts: string[]): string => readFileSync(path.join(folder, ...parts), 'utf8');
const rebuild = (name: string): { text: string; gold: Gold } =>
  layOut(readSource(read('source', `${name}.page`)), `${name}.txt`);

function spansOf(gold: Gold): Span[] {
  return [
    ...gold.furniture,
    ...gold.articles.flatMap((article) => [
      ...article.headline,
      ...(article.byline ?? []),
      ...(article.credit ?? []),
      ...(article.standingHead ?? []),
      ...article.paragraphs.flatMap((paragraph) => paragraph.spans),
    ]),
  ].sort(bySpan);
}

describe('sample pages', () => {
  for (const name of names) {
    describe(name, () => {
      it('is what its source gives, byte for byte', () => {
        const { text, gold } = rebuild(name);
        assert.equal(read(`${name}.txt`), text);
        assert.equal(read(`${name}.gold.json`), goldText(gold));
      });

      it('has each character that is no white space in exactly one span', () => {
        const { text, gold } = rebuild(name);
        let end = 0;
        for (const span of spansOf(gold)) {
          assert.ok(span[0] >= end && span[1] > span[0], `span ${span.join('–')} overlaps the one before it`);
          assert.equal(text.slice(end, span[0]).trim(), '');
          assert.equal(sliceSpan(text, span).trim(), sliceSpan(text, span));
          end = span[1];
        }
        assert.equal(text.slice(end).trim(), '');
        assert.equal(gold.source.length, text.length);
      });

      it('gives every paragraph as its pieces joined, and titles that stand in the headline', () => {
        const { text, gold } = rebuild(name);
        for (const article of gold.articles) {
          const headline = article.headline.map((span) => sliceSpan(text, span)).join('');
          for (const part of [article.title, article.kicker, article.deck]) assert.ok(headline.includes(part ?? ''));
          for (const paragraph of article.paragraphs) {
            assert.equal(paragraph.spans.map((span) => sliceSpan(text, span)).join(''), paragraph.text);
          }
        }
      });
    });
  }

  it('show all that makes a real page hard', () => {
    const { text, gold } = rebuild('sample-page');
    const paragraphs = gold.articles.flatMap((article) => article.paragraphs);
    const seams = paragraphs.flatMap(({ spans }) =>
      spans.slice(1).map((right, index) => ({ left: spans[index] ?? right, right })),
    );
    const beside = seams.filter(({ left, right }) => right[0] >= left[1] && text.slice(left[1], right[0]).trim() === '');
    const around = seams.map(({ left, right }) => `${text.slice(left[1] - 1, left[1])}‖${text.slice(right[0], right[0] + 1)}`);
    assert.ok(gold.articles.length >= 11);
    assert.ok(beside.length >= 8 && seams.length - beside.length >= 3, `${beside.length} of ${seams.length} cuts beside`);
    assert.ok(around.some((cut) => /[\d.]‖\d/.test(cut)), 'a number is cut');
    assert.ok(around.some((cut) => cut.startsWith(',‖')), 'a cut after a comma');
    assert.ok(gold.articles.filter(({ headline }) => !text.startsWith('##', headline[0]?.[0])).length >= 3);
    assert.ok(gold.articles.some((article) => article.standingHead !== undefined));
    assert.ok(gold.articles.some(({ paragraphs: own }) => own.some(({ spans }) => spans.some((span, i) => span[0] < (spans[i - 1]?.[0] ?? 0)))));
    assert.ok(gold.articles.some(({ jumpFrom }) => jumpFrom !== undefined) && gold.articles.some(({ jumpTo }) => jumpTo !== undefined));
    assert.ok(/\n{4}/.test(text), 'extra blank lines');
  });

  it('refuses a source that breaks the rules', () => {
    assert.throws(() => readSource('=== article a\nheadline: x\n\ny'), /line 2/);
    assert.throws(() => readSource('=== nonsense'), /unknown section/);
    assert.throws(() => layOut(readSource('=== article a\ntitle: x\n\ny\n=== layout\nb'), 'x'), /no run 1/);
    assert.throws(() => layOut(readSource('=== article a\ntitle: x\n\ny⟦2⟧z\n=== layout\na'), 'x'), /leaves out run 2/);
  });
});
