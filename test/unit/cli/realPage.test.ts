import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Analysis } from '../../../src/core/index';
import { requireBuilt, restitch } from './command';
import type { Gold, GoldArticle } from '../../../tools/eval/gold';

// The page and its hand-made truth are not ours to copy: they lie beside the checkout, where there is one.
const folder = path.resolve('../shared/page');
const page = path.join(folder, 'inner-mongolia-daily-2024-10-22.txt');
const truth = page.replace(/\.txt$/u, '.gold.json');

/** Of each article, what the truth speaks of, in one shape for both. */
function comparable(article: GoldArticle | Analysis['articles'][number]): unknown {
  const jump = 'jump' in article ? article.jump : undefined;
  const gold = article as GoldArticle;
  return {
    id: article.id,
    kind: article.kind ?? 'article',
    title: article.title,
    kicker: gold.kicker,
    deck: gold.deck,
    headline: gold.headline,
    byline: gold.byline ?? [],
    credit: gold.credit ?? [],
    standingHead: gold.standingHead ?? [],
    jumpFrom: jump?.from ?? gold.jumpFrom,
    jumpTo: jump?.to ?? gold.jumpTo,
    paragraphs: gold.paragraphs.map(({ spans, text }) => ({ spans, text })),
  };
}

describe('restitch, on the real page', function () {
  this.timeout(120_000);

  before(function () {
    if (!existsSync(page) || !existsSync(truth)) {
      console.log('      ../shared/page is not here: the comparison with the real page is left out');
      this.skip();
    }
    requireBuilt();
  });

  it('gives the articles, paragraphs and joins of the truth', () => {
    const gold = JSON.parse(readFileSync(truth, 'utf8')) as Gold;
    const { code, out } = restitch([page, '--format', 'json']);
    assert.equal(code, 1);
    const analysis = JSON.parse(out) as Analysis;
    assert.deepEqual(analysis.source, { name: gold.source.name, encoding: 'utf-8', length: gold.source.length });
    assert.equal(analysis.articles.length, gold.articles.length);
    for (const [index, article] of gold.articles.entries()) {
      assert.deepEqual(comparable(analysis.articles[index]!), comparable(article), article.id);
    }
  });

  it('prints each article with all its paragraphs', () => {
    const gold = JSON.parse(readFileSync(truth, 'utf8')) as Gold;
    const { out } = restitch([page]);
    for (const article of gold.articles) {
      assert.ok(out.includes(article.title), article.id);
      for (const { text } of article.paragraphs) assert.ok(out.includes(text.trim().slice(0, 12)), article.id);
    }
  });

  it('re-stitches once and for all', () => {
    const once = restitch([page, '--restitch']).out;
    const again = restitch(['-', '--restitch'], { input: once });
    assert.equal(again.out, once);
    const analysis = JSON.parse(restitch(['-', '--format', 'json'], { input: once }).out) as Analysis;
    assert.ok(!analysis.findings.some(({ code }) => code === 'split-paragraph' || code === 'stray-fragment'));
  });
});
