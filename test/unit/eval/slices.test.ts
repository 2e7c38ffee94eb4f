import assert from 'node:assert/strict';
import type { Span } from '../../../src/core/index';
import type { Gold } from '../../../tools/eval/gold';
import { compare, emptyScore, addScore, type Counts, type Score } from '../../../tools/eval/metrics';
import { outlineOfGold, type Outline } from '../../../tools/eval/outline';
import { plainRule } from '../../../tools/eval/baseline';
import { simulatePage } from '../../../tools/eval/simulate';
import { addSlices, PHENOMENA } from '../../../tools/eval/slices';
import { smallPool } from './pool';

// A (0): 10 goes on beside in 20, and after B's headline (30) and text (40) in 50; its last paragraph (60) is carried too.
// B's text goes on in 5, before all: carried back.
const TEXT = 'x'.repeat(70);
const GOLD: Gold = {
  format: 'gold/1',
  source: { name: 'by hand', length: TEXT.length },
  articles: [
    { id: 'a1', title: 'A', headline: [[7, 9]], paragraphs: [{ spans: [[10, 15], [20, 25], [50, 55]], text: '' }, { spans: [[60, 65]], text: '' }] },
    { id: 'a2', title: 'B', headline: [[30, 35]], jumpTo: 3, paragraphs: [{ spans: [[40, 45], [5, 6]] as Span[], text: '' }] },
  ],
};

const slicesOf = (prediction: Outline): Map<string, Score> => {
  const slices = new Map<string, Score>();
  addSlices(slices, compare(GOLD, prediction), TEXT);
  return slices;
};
const counts = (slices: Map<string, Score>, name: string, metric: 'heads' | 'joins' | 'farJoins' | 'links' | 'articles' | 'stray' | 'fixed' | 'done'): Counts => {
  const score = slices.get(name);
  assert.ok(score !== undefined, name);
  return score[metric];
};

describe('metrics by phenomenon', () => {
  it('count the meetings of a kind, true and predicted', () => {
    // Right: beside. Wrong: 25 goes on in 60 instead of 50, and nothing goes back to 5.
    const slices = slicesOf({ articles: [{ opening: 7, paragraphs: [[10, 20, 60]], others: [] }, { opening: 30, paragraphs: [[40], [50]], others: [] }, { opening: 5, paragraphs: [[5]], others: [] }] });
    assert.deepEqual(counts(slices, 'cut, goes on beside', 'joins'), { right: 1, predicted: 1, gold: 1 });
    assert.deepEqual(counts(slices, 'cut, carried far', 'joins'), { right: 0, predicted: 1, gold: 1 });
    assert.deepEqual(counts(slices, 'cut, order reversed', 'joins'), { right: 0, predicted: 0, gold: 1 });
    assert.deepEqual(counts(slices, 'cut, order reversed', 'farJoins'), { right: 0, predicted: 0, gold: 1 });
  });

  it('count heads and articles of those that show it', () => {
    const slices = slicesOf(outlineOfGold(GOLD));
    assert.deepEqual(counts(slices, 'jump line', 'articles'), { right: 1, predicted: 0, gold: 1 });
    assert.deepEqual(counts(slices, 'jump line', 'heads'), { right: 1, predicted: 1, gold: 1 });
    assert.deepEqual(counts(slices, 'jump line', 'stray'), { right: 1, predicted: 1, gold: 1 });
    assert.equal(counts(slices, 'unmarked headline', 'articles').gold, 2);
    assert.equal(slices.get('standing head')?.articles.gold, 0);
  });

  it('count what fix all does of itself', () => {
    const slices = new Map<string, Score>();
    addSlices(slices, compare(GOLD, { articles: [] }, [{ from: 20, to: 50, join: true, came: true }, { from: 40, to: 60, join: false, came: true }, { from: 50, to: 60, join: false, came: false }]), TEXT);
    assert.deepEqual(counts(slices, 'cut, carried far', 'fixed'), { right: 1, predicted: 1, gold: 0 });
    assert.deepEqual(counts(slices, 'cut, carried far', 'done'), { right: 1, predicted: 1, gold: 1 });
    assert.deepEqual(counts(slices, 'cut, goes on beside', 'done'), { right: 0, predicted: 0, gold: 1 });
    assert.deepEqual(counts(slices, 'carried far at a clean break', 'fixed'), { right: 0, predicted: 1, gold: 0 });
    assert.deepEqual(counts(slicesOf(outlineOfGold(GOLD)), 'cut, carried far', 'done'), { right: 0, predicted: 0, gold: 0 });
  });

  it('split the whole without loss: every join has one place', () => {
    const pool = smallPool();
    const total = emptyScore();
    const slices = new Map<string, Score>();
    for (let seed = 1; seed <= 20; seed++) {
      const page = simulatePage(pool, seed);
      const comparison = compare(page.gold, plainRule(page.text));
      addScore(total, comparison.score);
      addSlices(slices, comparison, page.text);
    }
    const sum = (part: keyof Counts): number => PHENOMENA.slice(0, 3).reduce((all, { name }) => all + counts(slices, name, 'joins')[part], 0);
    for (const part of ['right', 'predicted', 'gold'] as const) assert.equal(sum(part), total.joins[part], part);
    const widths = ['half-width page', 'full-width page'].map((name) => counts(slices, name, 'links'));
    for (const part of ['right', 'predicted', 'gold'] as const) assert.equal(widths.reduce((all, one) => all + one[part], 0), total.links[part], part);
  });
});
