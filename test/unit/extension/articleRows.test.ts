import assert from 'node:assert/strict';
import type { Article, Finding, Page, Paragraph, Seam, Span } from '../../../src/core';
import { rowsOf, type Row } from '../../../src/extension/articleRows';

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
    assert.deepEqual(rows('en').map(({ kind, label }) => [kind, label]), [['article', '丰收在望'], ['furniture', 'Page furniture']]);
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
    assert.equal(row?.spoken, '稿件, 丰收在望, 1 个问题');
    assert.equal(row.children[2]?.label, '上接第1版');
    assert.equal(row.children[5]?.spoken, '缀合的段落, 本报柳湾9月25日电 今天,稻田里热闹起来。收割…, 2 段相接 · 第 4, 5 行, 1 个问题');
  });

  it('have one id each, which does not depend on the text', () => {
    const ids = all(rows('en')).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(all(rows('zh', [])).map(({ id }) => id), ids);
  });

  it('stand for an article without a headline and without anything', () => {
    const bare: Article = { id: 'a1', kind: 'brief', title: '', headlineSure: false, headline: [], byline: [], credit: [], standingHead: [], paragraphs: [] };
    const [row] = rowsOf({ page: { ...page, articles: [bare], furniture: [] }, findings: [], language: 'en', lineOf });
    assert.deepEqual([row?.label, row?.span, row?.children], ['No headline', [0, 0], []]);
  });
});
