import assert from 'node:assert/strict';
import { toMarkdown, type Page, type Span } from '../../../src/core';
import { blockAt, blocksOf } from '../../../src/extension/map/blocks';
import { mapModel } from '../../../src/extension/map/mapModel';
import { readingModel } from '../../../src/extension/map/readingModel';
import { textLanguage } from '../../../src/extension/map/textLanguage';
import type { MapModel } from '../../../src/webview/protocol/map';
import { numbersOf } from '../../../src/webview/reading/look';
import { analyse, page as dump, sample, spansOf } from '../core/support';

const text = sample('sample-page.txt');
const page = analyse(text);
const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
const mapOf = (of: Page, language: 'en' | 'zh' = 'en'): MapModel => mapModel({ page: of, edition: 3, source: 'file:///a.txt', language, lineOf, canUndo: true }, blocksOf(of));

const wrapped = dump(
  '## 河湾镇办起夜校', '入秋以来，河湾镇的夜校一到傍晚就亮起\n灯。来听课的有木匠、有菜农，还有刚放\n学的孩子，教室里坐得满满当当，连走廊\n里也站着人。',
  '## 渡口小学添了一艘课船', '渡口小学的孩子每天要过河上学。今年九\n月，学校添了一艘能坐三十人的课船，船\n上有书架，也有黑板，还有一口小铜钟。',
);

describe('the blocks of a page', () => {
  it('hold every span exactly once, in file order', () => {
    for (const one of [page, analyse(wrapped)]) {
      const { inFile } = blocksOf(one);
      const spans = [...one.articles.flatMap(spansOf), ...one.furniture].map(String).sort();
      assert.deepEqual(inFile.flatMap((block) => block.spans).map(String).sort(), spans);
      assert.deepEqual(inFile.map(({ extent }) => extent[0]), inFile.map(({ extent }) => extent[0]).sort((a, b) => a - b));
    }
  });

  it('take the printed lines of a paragraph for one', () => {
    const one = analyse(wrapped);
    assert.ok(one.articles.some(({ paragraphs }) => paragraphs.some(({ spans }) => spans.length > 2)), 'the text is not wrapped');
    const { inFile } = blocksOf(one);
    assert.deepEqual(inFile.map(({ kind, joins }) => [kind, joins]), [['headline', false], ['paragraph', false], ['headline', false], ['paragraph', false]]);
  });

  it('give the parts of an article in the order of the export', () => {
    const { inFile, reading } = blocksOf(page);
    const kinds = ['standingHead', 'headline', 'byline', 'paragraph', 'credit'];
    for (const order of reading) {
      const ranks = order.map((place) => kinds.indexOf(inFile[place]?.kind ?? ''));
      assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b));
    }
  });

  it('are found by an offset, in them or behind them', () => {
    const { inFile } = blocksOf(page);
    inFile.forEach(({ extent }, place) => {
      assert.equal(blockAt(inFile, extent[0]), place);
      assert.equal(blockAt(inFile, extent[1]), place);
    });
    assert.equal(blockAt(inFile, -1), undefined);
    assert.equal(blockAt([], 3), undefined);
  });
});

describe('the model of the page map', () => {
  const model = mapOf(page);

  it('has a group for each article and one for the furniture', () => {
    assert.deepEqual(model.groups.map(({ id }) => id), [...page.articles.map(({ id }) => id), 'furniture']);
    assert.deepEqual([...new Set(model.groups.slice(0, -1).map(({ hue }) => hue))].sort(), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert.equal(model.groups.at(-1)?.hue, 0);
    const placed = model.groups.flatMap(({ head, parts }) => [...(head === undefined ? [] : [head]), ...parts]).sort((a, b) => a - b);
    assert.deepEqual(placed, model.blocks.map((_, place) => place));
  });

  it('tells of a carried piece from where it goes on, how surely, and why', () => {
    const carried = model.blocks.find(({ excerpt }) => excerpt.startsWith('理,全程跟着农时走'));
    assert.ok(carried?.far && carried.joins);
    assert.match(carried.tie, /^goes on from line 12 · carried off · \d+%/);
    assert.ok(carried.why.length > 0);
    assert.match(carried.spoken, /^Paragraph, line 30, 理,全程跟着农时走/);
  });

  it('marks what is doubtful', () => {
    const doubtful = model.blocks.filter(({ sure }) => !sure);
    assert.ok(doubtful.length > 0 && doubtful.length < model.blocks.length / 3);
    for (const { tie } of doubtful) assert.match(tie, /doubtful|perhaps no headline/);
  });

  it('has one key for each block, which does not change with what stands above', () => {
    assert.equal(new Set(model.blocks.map(({ key }) => key)).size, model.blocks.length);
    const later = mapOf(analyse(`澜川日报 广告\n\n${text}`));
    const keys = new Set(later.blocks.map(({ key }) => key));
    assert.ok(model.blocks.filter(({ key }) => keys.has(key)).length >= model.blocks.length - 1);
  });

  it('speaks Chinese', () => {
    const chinese = mapOf(page, 'zh');
    for (const words of [...Object.values(chinese.words), ...chinese.blocks.map(({ place }) => place)]) assert.match(words, /\p{Script=Han}/u);
    assert.ok(chinese.blocks.every(({ tie }) => !/goes on|follows|doubtful/.test(tie)));
  });

  it('lets everything be moved but bylines and credits', () => {
    assert.deepEqual([...new Set(model.blocks.filter(({ movable }) => !movable).map(({ kind }) => kind))].sort(), ['byline', 'credit']);
  });
});

describe('the clean reading', () => {
  /** Of Markdown, what a reader sees. */
  const plain = (markdown: string): string[] =>
    markdown.split('\n').filter((line) => line !== '').map((line) => line.replace(/^(?:#+ |\*{1,2}(?=.*\*$))|\*{1,2}$/gu, '').replace(/\\(.)/gu, '$1'));

  it('has the words of the Markdown export, line for line', () => {
    for (const name of ['sample-page.txt', 'mini-page.txt']) {
      const one = analyse(sample(name));
      const { model } = readingModel({ page: one, edition: 1, source: '', language: 'en' });
      const lines = model.articles.flatMap(({ standingHead, kicker, title, deck, byline, paragraphs, credit }) => [
        ...standingHead, ...[kicker, title, deck].flatMap((line) => line ?? []), ...byline, ...paragraphs.map((pieces) => ({ text: pieces.map((piece) => piece.text).join('') })), ...credit,
      ]);
      assert.deepEqual(lines.map((line) => line.text), plain(toMarkdown(one)));
    }
  });

  it('knows where each piece stands in the text, character for character', () => {
    const { model, spans } = readingModel({ page, edition: 1, source: '', language: 'en' });
    for (const piece of model.articles.flatMap(({ paragraphs }) => paragraphs.flat())) {
      assert.equal(text.slice(...(spans[piece.at] ?? [0, 0] as Span)), piece.text);
    }
    assert.deepEqual(model.articles.flatMap(numbersOf), spans.map((_, at) => at));
  });

  it('marks the joins, the doubtful ones too, and nothing that stands in its place', () => {
    const { model } = readingModel({ page, edition: 1, source: '', language: 'en' });
    const joins = model.articles.flatMap(({ paragraphs }) => paragraphs.flat()).flatMap(({ join }) => join ?? []);
    const seams = page.articles.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.seams));
    assert.ok(joins.length >= seams.length);
    assert.ok(joins.some(({ sure }) => !sure));
    assert.match(joins.find(({ sure }) => sure)?.words ?? '', /^(?:Joined|Placed) here · \d+%\n/);
    const whole = readingModel({ page: analyse(wrapped), edition: 1, source: '', language: 'en' }).model.articles.flatMap(({ paragraphs }) => paragraphs.flat());
    assert.ok(whole.every(({ join }) => join === undefined));
  });

  it('tells the two scripts apart', () => {
    assert.equal(textLanguage(text), 'zh-Hans');
    assert.equal(textLanguage('記者來到車站，這裡沒有開門，學生們都在門外等著。'), 'zh-Hant');
    assert.equal(textLanguage(''), 'zh-Hans');
  });
});
