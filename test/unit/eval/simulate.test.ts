import assert from 'node:assert/strict';
import type { Span } from '../../../src/core/index';
import { plainRule } from '../../../tools/eval/baseline';
import { addScore, compare, emptyScore, f1, precision, recall, type Score } from '../../../tools/eval/metrics';
import { goldBlocks, outlineOfGold } from '../../../tools/eval/outline';
import { simulatePage } from '../../../tools/eval/simulate';
import { smallPool } from './pool';

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);
const pool = smallPool();
const pages = SEEDS.map((seed) => simulatePage(pool, seed));

const textOf = (text: string, spans: readonly Span[]): string => spans.map(([start, end]) => text.slice(start, end)).join('');

describe('page simulator', () => {
  it('gives the same page for the same seed, and others for others', () => {
    assert.deepEqual(simulatePage(pool, 7), simulatePage(pool, 7));
    assert.notEqual(simulatePage(pool, 7).text, simulatePage(pool, 8).text);
  });

  it('puts every character that is not white space into exactly one span', () => {
    for (const { text, gold, name } of pages) {
      const covered = new Uint8Array(text.length);
      for (const { span } of goldBlocks(gold)) for (let at = span[0]; at < span[1]; at++) covered[at] = (covered[at] ?? 0) + 1;
      for (let at = 0; at < text.length; at++) {
        const count = covered[at] ?? 0;
        assert.ok(count <= 1, `${name}: ${at} lies in ${count} spans`);
        assert.ok(count === 1 || /\s/u.test(text[at] ?? ''), `${name}: ${at} lies in no span`);
      }
    }
  });

  it('keeps the truth and the text of one mind', () => {
    for (const { text, gold, name } of pages) {
      assert.equal(gold.source.length, text.length);
      let before = -1;
      for (const article of gold.articles) {
        const head = article.headline[0];
        assert.ok(head !== undefined && head[0] > before, `${name}: headlines in order`);
        before = head[0];
        assert.ok(textOf(text, article.headline).endsWith(article.title));
        for (const paragraph of article.paragraphs) assert.equal(textOf(text, paragraph.spans), paragraph.text, name);
        for (const [start, end] of article.paragraphs.flatMap((paragraph) => paragraph.spans)) {
          assert.equal(text.slice(start, end).trim(), text.slice(start, end));
          assert.ok(!/^[，。、；：！？”』」）》,;:!?)]/u.test(text.slice(start, end)), `${name}: closing punctuation starts ${start}`);
        }
      }
    }
  });

  it('separates blocks by blank lines, so that each is one block of the dump; only a brief stands right below its head', () => {
    for (const { text, gold } of pages) {
      const blocks = goldBlocks(gold);
      blocks.slice(1).forEach((block, index) => {
        const brief = block.role === 'body' && gold.articles[block.article]?.phenomena?.includes('brief') === true;
        assert.match(text.slice(blocks[index]?.span[1], block.span[0]), brief ? /^\n$/u : /^\n{2,}$/u);
      });
    }
  });

  it('shows the phenomena of real pages', () => {
    const all = pages.map((page) => page.gold);
    const articles = all.flatMap((gold) => gold.articles);
    const some = (what: string, found: boolean): void => assert.ok(found, `no ${what} on ${pages.length} pages`);
    some('cut paragraph', articles.some((article) => article.paragraphs.some((paragraph) => paragraph.spans.length > 1)));
    some('stray block', all.some((gold) => goldBlocks(gold).some((block) => block.stray)));
    some('kicker', articles.some((article) => article.kicker !== undefined));
    some('standing head', articles.some((article) => article.standingHead !== undefined));
    some('byline', articles.some((article) => article.byline !== undefined));
    some('photo', articles.some((article) => article.kind === 'photo' && article.credit !== undefined));
    some('jump from', articles.some((article) => article.jumpFrom !== undefined));
    some('jump to', articles.some((article) => article.jumpTo !== undefined));
    some('furniture', all.some((gold) => (gold.furniture?.length ?? 0) > 0));
    some('shared topic', articles.some((article) => article.phenomena?.includes('sameTopic')));
    some('half-width page', all.some((gold) => gold.phenomena?.includes('half')));
    some('full-width page', all.some((gold) => gold.phenomena?.includes('full')));
    some('unmarked headline', pages.some(({ text, gold }) => gold.articles.some((article) => !text.startsWith('##', article.headline[0]?.[0] ?? 0))));
    some('reversed run', articles.some((article) => article.paragraphs.some(({ spans }) => spans.some((span, at) => at > 0 && span[0] < (spans[at - 1]?.[0] ?? 0)))));
  });
});

describe('metrics', () => {
  const total = (predict: (index: number) => ReturnType<typeof outlineOfGold>): Score => {
    const score = emptyScore();
    pages.forEach((page, index) => addScore(score, compare(page.gold, predict(index)).score));
    return score;
  };

  it('are all one when the truth is the prediction', () => {
    const score = total((index) => outlineOfGold(pages[index]?.gold ?? { format: 'gold/1', source: { name: '', length: 0 }, articles: [] }));
    for (const counts of [score.heads, score.joins, score.farJoins, score.links]) assert.equal(f1(counts), 1);
    for (const counts of [score.attribution, score.stray, score.byOpening, score.byMajority, score.articles, score.pages]) assert.equal(recall(counts), 1);
  });

  it('give the plain rule less: no far join, no exact page', () => {
    const score = total((index) => plainRule(pages[index]?.text ?? ''));
    assert.equal(score.farJoins.right, 0);
    assert.ok(recall(score.pages) < 0.1);
    for (const counts of [score.heads, score.joins, score.links]) assert.ok(f1(counts) > 0.3 && f1(counts) < 0.97, String(f1(counts)));
    assert.ok(recall(score.stray) < recall(score.attribution));
  });

  it('count heads, joins, links and places as the definitions say', () => {
    // ## A / body cut in two with B between, then a whole paragraph of A: 0 headline, 10 first piece; B 20, 30; A 40 second piece, 50.
    const gold = {
      format: 'gold/1' as const,
      source: { name: 'by hand', length: 60 },
      articles: [
        { id: 'a1', title: 'A', headline: [[0, 5]] as Span[], paragraphs: [{ spans: [[10, 15], [40, 45]] as Span[], text: '' }, { spans: [[50, 55]] as Span[], text: '' }] },
        { id: 'a2', title: 'B', headline: [[20, 25]] as Span[], paragraphs: [{ spans: [[30, 35]] as Span[], text: '' }] },
      ],
    };
    assert.deepEqual(goldBlocks(gold).map((block) => block.stray), [false, false, false, false, true, true]);
    const { score, exact } = compare(gold, {
      articles: [
        { opening: 0, paragraphs: [[10]], others: [] },
        { opening: 20, paragraphs: [[30, 40], [50]], others: [], confidence: [{ seams: [{ confidence: 0.8, sure: true }], attachment: { confidence: 1, sure: true } }, { seams: [], attachment: { confidence: 1, sure: true } }] },
      ],
    });
    assert.deepEqual(score.heads, { right: 2, predicted: 2, gold: 2 });
    assert.deepEqual(score.joins, { right: 0, predicted: 1, gold: 1 });
    assert.deepEqual(score.farJoins, { right: 0, predicted: 0, gold: 1 });
    assert.deepEqual(score.links, { right: 1, predicted: 2, gold: 2 });
    assert.deepEqual([score.attribution.right, score.attribution.gold], [2, 4]);
    assert.deepEqual([score.stray.right, score.stray.gold], [0, 2]);
    assert.equal(exact.size, 0);
    assert.equal(precision(score.auto), 0);
  });
});
