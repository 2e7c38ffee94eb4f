import assert from 'node:assert/strict';
import { figuresOfPassage, type Language, type Page, type Passage } from '../../../src/core';
import { figureRowsOf } from '../../../src/extension/figures/figureRows';
import { figuresHover, type HoverSource } from '../../../src/extension/figures/hoverText';
import { PageFigures } from '../../../src/extension/figures/pageFigures';
import { escapeMarkdown } from '../../../src/extension/markdown';

const text = '新馆开放。首周接待读者3.2万人次,同比增长12%。次日无人。\n再过一周,接待读者32000人次。';
const line = text.indexOf('\n');
const passages: readonly Passage[] = [
  { text: text.slice(0, line), spans: [[0, line]], part: 'paragraph', article: 'a1' },
  { text: text.slice(line + 1), spans: [[line + 1, text.length]], part: 'paragraph', article: 'a1' },
];
const figures = passages.flatMap(figuresOfPassage);
const source = (language: Language): HoverSource => ({ figures, passages, language, lineOf: (offset) => (offset > line ? 2 : 1) });

describe('the hover over figures', () => {
  const hover = figuresHover(source('en'), text.indexOf('3.2万'));

  it('is about the figure under the mouse', () => {
    assert.equal(text.slice(...(hover?.span ?? [0, 0])), '3.2万人次');
    assert.match(hover?.markdown ?? '', /\*\*3\\\.2万人次\*\* · Count {2}\n= \*\*32,000 人次\*\* {2}\nRead: 三万二千人次/);
  });

  it('says what it measures, and where else the page gives it', () => {
    assert.match(hover?.markdown ?? '', /Measures: 首周接待读者|Measures: 接待读者/);
    assert.match(hover?.markdown ?? '', /Also on this page: line 2 32000人次/);
  });

  it('has the figures of the sentence in a table, the one under the mouse in bold', () => {
    const rows = hover?.markdown.split('\n').filter((row) => row.startsWith('|')) ?? [];
    assert.equal(rows.length, 4);
    assert.match(rows[0] ?? '', /Figures in this sentence/);
    assert.match(rows[2] ?? '', /^\| \*\*3\\\.2万人次\*\* \| 32,000 人次 \|/);
    assert.match(rows[3] ?? '', /^\| 12% \|  \| .*up year on year, against 上年同期 \|$/);
  });

  it('covers the sentence where no figure is under the mouse', () => {
    const beside = figuresHover(source('zh'), text.indexOf('首周'));
    assert.equal(text.slice(...(beside?.span ?? [0, 0])), '首周接待读者3.2万人次,同比增长12%。');
    assert.match(beside?.markdown ?? '', /^\| 本句中的数字 \|/);
  });

  it('says nothing where there are no figures, or no text', () => {
    assert.equal(figuresHover(source('en'), 2), undefined);
    assert.equal(figuresHover({ figures: [], passages: [], language: 'en', lineOf: () => 1 }, 0), undefined);
  });

  it('stops a long list', () => {
    const many = `${Array.from({ length: 30 }, (_, index) => `${index + 1}个`).join('、')}。`;
    const passage: Passage = { text: many, spans: [[0, many.length]], part: 'paragraph' };
    const lines = figuresHover({ figures: figuresOfPassage(passage), passages: [passage], language: 'en', lineOf: () => 1 }, many.length - 1)?.markdown.split('\n') ?? [];
    assert.equal(lines.at(-1), '… and 18 more');
  });

  it('shows Markdown as it stands', () => {
    assert.equal(escapeMarkdown('a|b *c* <d>\n[e](f)'), 'a\\|b \\*c\\* \\<d\\> \\[e\\]\\(f\\)');
  });

  it('tells of a figure that a cut tears', () => {
    const passage: Passage = { text: '产量18.5万吨。', spans: [[0, 5], [9, 13]], part: 'paragraph' };
    const torn = figuresHover({ figures: figuresOfPassage(passage), passages: [passage], language: 'en', lineOf: () => 1 }, 10);
    assert.ok(torn);
    assert.deepEqual(torn.span, [9, 12]);
    assert.match(torn.markdown, /Put together from 2 pieces/);
  });
});

const page: Page = {
  text,
  articles: [{
    id: 'a1', kind: 'article', title: '新馆开放', headline: [], headlineSure: true, byline: [], credit: [], standingHead: [],
    paragraphs: passages.map(({ text: own, spans }) => ({ text: own, spans, seams: [], attachment: { confidence: 1, sure: true, far: false, why: [], candidates: [] } })),
  }],
  furniture: [],
  decisions: [],
  unmet: [],
  findings: [],
  dump: { isDump: true, score: 1 },
};

describe('the rows of the figures view', () => {
  const rows = (grouping: 'article' | 'kind'): readonly (readonly [string, readonly string[]])[] =>
    figureRowsOf({ page, figures, grouping, language: 'en', lineOf: () => 1 }).map(({ children, label }) => [label, children.map((child) => child.label)] as const);

  it('stand below their article, or below their kind', () => {
    assert.deepEqual(rows('article'), [['新馆开放', ['3.2万人次', '12%', '一周', '32000人次']]]);
    assert.deepEqual(rows('kind'), [['Count', ['3.2万人次', '32000人次']], ['Percentage', ['12%']], ['Duration', ['一周']]]);
  });

  it('say what is measured, what it comes to and where', () => {
    const [first] = figureRowsOf({ page, figures, grouping: 'article', language: 'en', lineOf: () => 5 })[0]?.children ?? [];
    assert.match(first?.description ?? '', /读者 · 32,000 人次 · line 5$/);
    assert.match(first?.spoken ?? '', /^Count, 3\.2万人次, /);
  });
});

describe('the figures of pages', () => {
  const unused = (): never => assert.fail('not asked');
  const service = (tagged: (asked: string) => Promise<readonly { word: string; tag: string }[]>) => () => ({
    tagged, cut: unused, names: unused, keywords: unused, backend: Promise.resolve('nodejieba' as const), dispose: unused,
  });

  it('get better subjects from tagged words', async () => {
    const tags: Readonly<Record<string, string>> = { 首周: 't', 接待: 'v', 读者: 'n' };
    const known = new PageFigures(service((asked) => Promise.resolve([...asked.matchAll(/首周|接待|读者|[\s\S]/gu)].map(([word]) => ({ word, tag: tags[word] ?? 'x' })))));
    assert.notEqual(known.best(page).figures[0]?.figure.subject, '读者');
    assert.equal((await known.refined(page)).figures[0]?.figure.subject, '读者');
    assert.equal(known.best(page).figures[0]?.figure.subject, '读者');
  });

  it('do without where the words fail', async () => {
    const known = new PageFigures(service(() => Promise.reject(new Error('gone'))));
    assert.equal((await known.refined(page)).figures.length, 4);
  });
});
