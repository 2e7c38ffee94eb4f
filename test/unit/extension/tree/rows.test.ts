import assert from 'node:assert/strict';
import type { Article, Finding, Page, Paragraph, Seam, Span } from '../../../../src/core';
import { doubtfulRows, pathTo, type Row } from '../../../../src/extension/tree/row';
import { rowsOf } from '../../../../src/extension/tree/rows';

const text = [
  '澜川日报 第2版',
  '## 早稻开镰 丰收在望',
  '□本报记者 沈知微',
  '本报柳湾9月25日电 今天,稻田里热闹起来。收割机排成一',
  '列,从田埂这头驶向那头。',
  '本报记者 林晚照 摄',
].join('\n');

const find = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
const sure: Seam = { confidence: 0.987, sure: true, far: false, why: [], candidates: [] };

function cut(...pieces: readonly string[]): Paragraph {
  return { spans: pieces.map(find), text: pieces.join(''), seams: pieces.slice(1).map(() => sure), attachment: sure };
}

const article: Article = {
  id: 'a1',
  kind: 'article',
  title: '丰收在望',
  kicker: '早稻开镰',
  headlineSure: true,
  headline: [find('## 早稻开镰 丰收在望')],
  byline: [find('□本报记者 沈知微')],
  credit: [find('本报记者 林晚照 摄')],
  standingHead: [],
  dateline: { span: find('本报柳湾9月25日电'), reporters: [] },
  jump: { from: 1, to: 3 },
  paragraphs: [cut('本报柳湾9月25日电 今天,稻田里热闹起来。收割机排成一', '列,从田埂这头驶向那头。')],
};

const finding: Finding = {
  code: 'split-paragraph',
  span: find('收割机排成一'),
  severity: 'warning',
  message: { code: 'x', args: [] },
  why: [],
  related: [],
  fixes: [],
  article: 'a1',
};

const page: Page = { text, articles: [article], furniture: [find('澜川日报 第2版')], findings: [finding], decisions: [], unmet: [], dump: { isDump: true, score: 1 } };
const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
const rows = (language: 'en' | 'zh', findings = page.findings): readonly Row[] => rowsOf({ page, findings, language, lineOf });

const all = (some: readonly Row[]): Row[] => some.flatMap((row) => [row, ...all(row.children)]);

describe('the rows of the tree', () => {
  it('are the articles, and the furniture at the end', () => {
    assert.deepEqual(rows('en').map(({ kind, label }) => [kind, label]), [['article', '丰收在望'], ['furnitureGroup', 'Page furniture']]);
  });

  it('give the parts of an article in reading order', () => {
    assert.deepEqual(rows('en')[0]?.children.map(({ kind }) => kind), ['kicker', 'headline', 'jump', 'byline', 'dateline', 'cut', 'credit', 'jump']);
  });

  it('lead to the place of a part', () => {
    const places = rows('en')[0]?.children.map(({ span }) => text.slice(...span));
    assert.deepEqual(places, [
      '早稻开镰', '丰收在望', '## 早稻开镰 丰收在望', '□本报记者 沈知微', '本报柳湾9月25日电',
      '本报柳湾9月25日电 今天,稻田里热闹起来。收割机排成一', '本报记者 林晚照 摄', '## 早稻开镰 丰收在望',
    ]);
  });

  it('say of a cut paragraph how many pieces it has and where', () => {
    const paragraph = rows('en')[0]?.children[5];
    assert.equal(paragraph?.description, '2 pieces · lines 4, 5');
    assert.deepEqual(paragraph.children.map(({ label, description }) => [label, description]), [
      ['本报柳湾9月25日电 今天,稻田里热闹起来。收割…', 'line 4'],
      ['列,从田埂这头驶向那头。', 'line 5 · 99%'],
    ]);
  });

  it('show where the pieces of a paragraph meet', () => {
    const paragraph = rows('en')[0]?.children[5];
    assert.deepEqual(paragraph?.details.seams, ['…里热闹起来。收割机排成一 ‖ 列,从田埂这头驶向那头。']);
    assert.deepEqual(paragraph.children[1]?.details.seams, paragraph.details.seams);
  });

  it('count the problems of an article and of its parts', () => {
    const [row] = rows('en');
    assert.equal(row?.problems, 1);
    assert.equal(row.details.heading, 'Article · line 2 · 1 problem');
    assert.equal(row.children[5]?.problems, 1);
    assert.equal(row.children[3]?.problems, 0);
    assert.equal(rows('en', [])[0]?.problems, 0);
  });

  it('speak Chinese', () => {
    const [row] = rows('zh');
    assert.equal(row?.spoken, '稿件, 丰收在望, 截断 1 处, 1 个问题');
    assert.equal(row.children[2]?.label, '上接第1版');
    assert.equal(row.children[5]?.spoken, '缀合的段落, 本报柳湾9月25日电 今天,稻田里热闹起来。收割…, 2 段相接 · 第 4, 5 行, 1 个问题');
  });

  it('have one id each, whatever the language and the findings', () => {
    const ids = all(rows('en')).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(all(rows('zh', [])).map(({ id }) => id), ids);
  });

  it('keep their ids when an article is put before them, and when a paragraph gets its continuation', () => {
    const other: Article = { ...article, id: 'a1', title: '新渡船', paragraphs: [cut('列,从田埂这头驶向那头。')] };
    const before = rowsOf({ page: { ...page, articles: [{ ...article, paragraphs: [cut('本报柳湾9月25日电 今天,稻田里热闹起来。收割机排成一')] }] }, findings: [], language: 'en', lineOf });
    const after = rowsOf({ page: { ...page, articles: [other, { ...article, id: 'a2' }] }, findings: [], language: 'en', lineOf });
    const ids = new Set(all(after).map(({ id }) => id));
    for (const { id, label } of all(before)) assert.ok(ids.has(id), label);
  });

  it('tell rows that show the same apart', () => {
    const twice = rowsOf({ page: { ...page, articles: [article, { ...article, id: 'a2' }] }, findings: [], language: 'en', lineOf });
    const ids = all(twice).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('say of an article how many cuts it has, and how many doubts', () => {
    assert.equal(rows('en')[0]?.description, '1 cut');
    const doubtful: Seam = { ...sure, confidence: 0.62, sure: false };
    const unsure: Article = { ...article, headlineSure: false, paragraphs: article.paragraphs.map((paragraph) => ({ ...paragraph, seams: [doubtful] })) };
    const [row] = rowsOf({ page: { ...page, articles: [unsure] }, findings: [], language: 'zh', lineOf });
    assert.equal(row?.description, '截断 1 处 · 存疑 2 处');
    assert.equal(row.children[5]?.children[1]?.description, '第 5 行 · 62%，存疑');
  });

  it('take printed lines of one paragraph for one piece', () => {
    const wrapped: Seam = { ...sure, why: [{ code: 'hardWrap', args: [], weight: 0 }] };
    const one: Article = { ...article, paragraphs: article.paragraphs.map((paragraph) => ({ ...paragraph, seams: [wrapped] })) };
    const [row] = rowsOf({ page: { ...page, articles: [one] }, findings: [], language: 'en', lineOf });
    const paragraph = row?.children[5];
    assert.deepEqual([row?.description, paragraph?.kind, paragraph?.pieces.length, paragraph?.children], ['', 'paragraph', 2, []]);
  });

  it('leave what is doubtful where only that is wanted', () => {
    const doubtful: Seam = { ...sure, sure: false };
    const unsure: Article = { ...article, paragraphs: article.paragraphs.map((paragraph) => ({ ...paragraph, seams: [doubtful] })) };
    const [row, ...more] = doubtfulRows(rowsOf({ page: { ...page, articles: [unsure] }, findings: [], language: 'en', lineOf }));
    assert.deepEqual(more, []);
    assert.deepEqual(row?.children.map(({ kind, children }) => [kind, children.length]), [['cut', 1]]);
    assert.deepEqual(doubtfulRows(rows('en')), []);
  });

  it('lead from an offset to the deepest row', () => {
    const kinds = (words: string): string[] => pathTo(rows('en'), text.indexOf(words) + 1).map(({ kind }) => kind);
    assert.deepEqual(kinds('丰收在望'), ['article', 'headline']);
    assert.deepEqual(kinds('田埂这头'), ['article', 'cut', 'piece']);
    assert.deepEqual(kinds('澜川日报'), ['furnitureGroup', 'furniture']);
  });

  it('stand for an article without a headline and without anything', () => {
    const bare: Article = { id: 'a1', kind: 'brief', title: '', headlineSure: false, headline: [], byline: [], credit: [], standingHead: [], paragraphs: [] };
    const [row] = rowsOf({ page: { ...page, articles: [bare], furniture: [] }, findings: [], language: 'en', lineOf });
    assert.deepEqual([row?.label, row?.span, row?.children], ['No headline', [0, 0], []]);
  });
});
