import assert from 'node:assert/strict';
import { figureDoubts, figuresOfPage, passagesOf, type FigureDoubt, type PlacedLeaf } from '../../../src/core';
import { LeafPage } from '../../../src/extension/analysis/parts';
import { ChunkedText } from '../../../src/extension/chunkedText';
import { PageFigures } from '../../../src/extension/figures/pageFigures';
import { sample, theEngine } from '../core/support';

const always = (): boolean => true;
const [, ...mini] = sample('mini-page.txt').split('\n');
const TUESDAY = '展览9月25日星期二上午9时30分开幕。';

/** A dump of several pages of the paper, one for each day of an issue. */
const dumpOf = (days: readonly string[]): string => days.map((day, at) => `河湾日报 ${day} 第${String(at + 1)}版\n\n${TUESDAY}\n${mini.join('\n')}`).join('\n');

/** A dump as the editor has it, kept up with its changes. */
function opened(text: string): { page: (of?: (leaves: readonly PlacedLeaf[]) => readonly PlacedLeaf[]) => LeafPage; insert: (at: number, words: string) => void } {
  const session = theEngine().session();
  let now = text;
  session.open(now);
  return {
    page: (of = (leaves) => leaves) => new LeafPage(ChunkedText.of(now), of(session.leaves()), []),
    insert: (at, words) => {
      session.change([{ offset: at, length: 0, newText: words }]);
      now = now.slice(0, at) + words + now.slice(at);
    },
  };
}

describe('the figures of a file of several pages of the paper', () => {
  const figures = (): PageFigures => new PageFigures(() => assert.fail('no words are asked for'));
  const text = dumpOf(['2024年9月26日', '2024年9月26日', '2024年9月26日']);
  const wordsOf = ({ spans: [span] }: FigureDoubt, of: string): string => of.slice(...(span ?? [0, 0]));

  it('are those of one long page, all of them or of the pages in view', () => {
    const { page } = opened(text);
    const views = [page(), page((leaves) => leaves.slice(1)), page((leaves) => leaves.slice(1, 2))];
    assert.deepEqual(views.map(({ leaves }) => leaves.length), [3, 2, 1]);
    for (const view of views) {
      const known = figures();
      assert.deepEqual(known.of(view), { passages: passagesOf(view), figures: figuresOfPage(view) });
      assert.deepEqual([...known.unplaced(view)].map(({ text: written }) => written).sort(), figuresOfPage(view).map(({ figure }) => figure.text).sort());
    }
  });

  it('stay so behind keys in a page, before it and behind it', () => {
    const { page, insert } = opened(text);
    const known = figures();
    for (const [at, words] of [[text.indexOf('第2版') + 30, '又有12人。'], [0, '的\n'], [text.length, '3人']] as const) {
      insert(at, words);
      const now = page();
      assert.deepEqual(known.of(now), { passages: passagesOf(now), figures: figuresOfPage(now) });
    }
  });

  it('have the doubts of one long page, and those of an unchanged page are not looked for again', async () => {
    const { page, insert } = opened(text);
    const known = figures();
    let turns = 0;
    const counted = (): boolean => ++turns > 0;
    const first = page();
    const doubts = await known.doubts(first, 'page.txt', counted);
    assert.deepEqual(doubts, figureDoubts(known.of(first).figures, 'page.txt'));
    assert.deepEqual(doubts.filter(({ code }) => code === 'figure-weekday').map((doubt) => wordsOf(doubt, text)), Array.from({ length: 3 }, () => '9月25日星期二上午9时30分'));
    // Each page was read, and looked at, in a turn of its own.
    assert.equal(turns, 6);
    turns = 0;
    insert(text.indexOf('第2版') + 10, '的');
    const second = page();
    assert.deepEqual(await known.doubts(second, 'page.txt', counted), figureDoubts(known.of(second).figures, 'page.txt'));
    assert.ok(turns <= 2, `${String(turns)} turns`);
    turns = 0;
    await known.doubts(page(), 'page.txt', counted);
    assert.equal(turns, 0);
  });

  it('are judged by the day of their own folio, and without one by the first of the others', async () => {
    const mixed = dumpOf(['2024年9月26日', '2018年9月26日', '']);
    const doubts = await figures().doubts(opened(mixed).page(), '', always);
    const places = (doubts ?? []).filter(({ code }) => code === 'figure-weekday').map(({ spans: [span] }) => span?.[0] ?? 0);
    assert.deepEqual(places.map((place) => place - '展览'.length), [mixed.indexOf(TUESDAY), mixed.lastIndexOf(TUESDAY)]);
  });

  it('are in no doubt any more once nobody waits for it', async () => {
    assert.equal(await figures().doubts(opened(text).page(), '', () => false), undefined);
  });
});
