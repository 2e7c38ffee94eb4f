import assert from 'node:assert/strict';
import type { Span } from '../../../src/core/index';
import { plainRule } from '../../../tools/eval/baseline';
import { addScore, compare, emptyScore, f1, precision, recall, type Score } from '../../../tools/eval/metrics';
import { goldBlocks, outlineOfGold } from '../../../tools/eval/outline';
import { simulatePage } from '../../../tools/eval/simulate';
import { smallPool } from './pool';

const pages = Array.from({ length: 60 }, (_, index) => simulatePage(smallPool(), index + 1));

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
