import assert from 'node:assert/strict';
import type { Decision, Page } from '../../../src/core';
import { blocksOf } from '../../../src/extension/map/blocks';
import { decisionsFor, decisionsForMerge } from '../../../src/extension/map/moves';
import type { Target } from '../../../src/webview/protocol/map';
import { page as dump, read, theEngine } from '../core/support';

const FOLIO = '澜川日报 第2版 2031年9月2日';
const SCHOOL = '## 河湾镇办起夜校';
const LIT = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。';
const FREE = '夜校每周开三个晚上的课，不收学费。镇里说，明年还要再添两间教室，把缝纫班和识字班也办起来。';
const BOAT = '## 渡口小学添了一艘课船';
const AUTHOR = '本报记者 沈知微';
const RIVER = '渡口小学的孩子每天要过河上学。今年9月，学校添了一艘能坐30人的课船，船上有书架，也有黑板。';
const READS = '船工老韩说，孩子们在船上念书，河水都慢了下来。';

const text = dump(FOLIO, SCHOOL, LIT, FREE, BOAT, AUTHOR, RIVER, READS);
const engine = theEngine();
const page = engine.analyse(text);
const blocks = blocksOf(page);
const place = (passage: string): number => blocks.inFile.findIndex(({ extent }) => text.slice(...extent) === passage);
const move = (passages: readonly string[], to: Target): readonly Decision[] => decisionsFor(page, blocks, passages.map(place), to);
const after = (decisions: readonly Decision[]): Page => engine.analyse(text, decisions);
const shown = (decisions: readonly Decision[]): string[][] => {
  const result = after(decisions);
  assert.deepEqual(result.unmet, []);
  return read(result).map(({ title, paragraphs }) => [title, ...paragraphs]);
};
const [school, boat] = ['河湾镇办起夜校', '渡口小学添了一艘课船'];

describe('what a gesture on the map decides', () => {
  it('begins with two articles', () => {
    assert.deepEqual(shown([]), [[school, LIT, FREE], [boat, RIVER, READS]]);
  });

  it('gives a block to an article, where it fits', () => {
    assert.deepEqual(shown(move([FREE], { kind: 'article', group: 1 })), [[school, LIT], [boat, FREE, RIVER, READS]]);
  });

  it('gives a block a place between two others', () => {
    assert.deepEqual(shown(move([FREE], { kind: 'article', group: 1, behind: place(RIVER) })), [[school, LIT], [boat, RIVER, FREE, READS]]);
    assert.deepEqual(shown(move([READS], { kind: 'article', group: 0, behind: place(SCHOOL) })), [[school, READS, LIT, FREE], [boat, RIVER]]);
  });

  it('takes what stands above the text for its beginning', () => {
    assert.deepEqual(shown(move([FREE], { kind: 'article', group: 1, behind: place(AUTHOR) })), [[school, LIT], [boat, FREE, RIVER, READS]]);
  });

  it('moves several as they are read', () => {
    assert.deepEqual(shown(move([FREE, LIT], { kind: 'article', group: 1, behind: place(READS) })).at(-1), [boat, RIVER, READS, LIT, FREE]);
  });

  it('changes the order within an article', () => {
    assert.deepEqual(shown(move([LIT], { kind: 'article', group: 0, behind: place(FREE) })), [[school, FREE, LIT], [boat, RIVER, READS]]);
  });

  it('begins a new article', () => {
    const titles = shown(move([READS], { kind: 'newArticle' }));
    assert.deepEqual(titles, [[school, LIT, FREE], [boat, RIVER], ['', READS]]);
  });

  it('makes furniture of text, and text of furniture', () => {
    const without = after(move([READS], { kind: 'furniture' }));
    assert.ok(without.furniture.some((span) => text.slice(...span) === READS));
    assert.deepEqual(shown(move([FOLIO], { kind: 'article', group: 0, behind: place(FREE) }))[0], [school, LIT, FREE, FOLIO]);
  });

  it('makes one article of two', () => {
    assert.deepEqual(shown(decisionsForMerge(page, 1, 0)).map(([title]) => title), [school]);
  });

  it('is nothing where the block is there already, or cannot be moved', () => {
    assert.deepEqual(move([FREE], { kind: 'article', group: 0, behind: place(LIT) }), []);
    assert.deepEqual(move([FREE], { kind: 'article', group: 0 }), []);
    assert.deepEqual(move([AUTHOR], { kind: 'article', group: 0 }), []);
    assert.deepEqual(move([FOLIO], { kind: 'furniture' }), []);
    assert.deepEqual(decisionsForMerge(page, 1, 1), []);
  });

  it('is nothing where what is named is not there', () => {
    assert.deepEqual(decisionsFor(page, blocks, [99], { kind: 'newArticle' }), []);
    assert.deepEqual(decisionsFor(page, blocks, [], { kind: 'furniture' }), []);
    assert.deepEqual(move([FREE], { kind: 'article', group: 9 }), []);
    assert.deepEqual(move([FREE], { kind: 'article', group: 1, behind: place(LIT) }), []);
    assert.deepEqual(decisionsForMerge(page, 0, 9), []);
  });

  it('moves all the printed lines of a piece', () => {
    const lines = dump(SCHOOL, '入秋以来，河湾镇的夜校一到傍晚就亮起\n灯。来听课的有木匠、有菜农，还有刚放\n学的孩子，教室里坐得满满当当，连走廊\n里也站着人。', BOAT, '渡口小学的孩子每天要过河上学。今年九\n月，学校添了一艘能坐三十人的课船，船\n上有书架，也有黑板，还有一口小铜钟。');
    const before = engine.analyse(lines);
    const its = blocksOf(before);
    const [first] = before.articles[0]?.paragraphs ?? [];
    const decisions = decisionsFor(before, its, [1], { kind: 'article', group: 1, behind: 3 });
    const result = engine.analyse(lines, decisions);
    assert.deepEqual(result.unmet, []);
    assert.equal(result.articles.find(({ title }) => title === boat)?.paragraphs.at(-1)?.text, first?.text);
  });
});
