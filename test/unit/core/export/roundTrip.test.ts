import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { parseAllDocuments } from 'yaml';
import { readingOf } from '../../../../src/core/text/reading';
import { formatById, formats, normalisedPage, sliceSpan, type Analysis, type ExportInput, type FormatId, type Page, type Span } from '../../../../src/core/index';
import { analyse, bare, inventory, sample } from '../support';
import { anyDump } from '../properties/dumps';
import { each, inputOf, samplePage } from './support';

const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 40), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

const write = (id: FormatId, input: ExportInput): string => {
  const written = formatById(id).write(input);
  assert.ok(typeof written === 'string');
  return written;
};

/** The text of spans in the dump. */
const textAt = (page: Page, spans: readonly Span[]): string => spans.map((span) => sliceSpan(page.text, span)).join('');
const spansOfWords = (words: string): Span[] => words.split(' ').map((word) => word.split('-').map(Number) as unknown as Span);
const paragraphTexts = (page: Page): string[] => page.articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
const unescape = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39|#13);/gu, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' })[name] ?? '');

/** A headline is written as it is read: without marks, tags and what cannot be seen. */
const headlineOf = (page: Page, span: Span): string => readingOf(sliceSpan(page.text, span))?.text ?? sliceSpan(page.text, span);

/** Everything printed in the articles, furniture apart, as a bag of characters. */
const articleInventory = (page: Page): Map<string, number> =>
  inventory(page.articles.flatMap((article) => [
    ...article.headline.map((span) => headlineOf(page, span)),
    ...[...article.byline, ...article.credit, ...article.standingHead, ...article.paragraphs.flatMap(({ spans }) => spans)].map((span) => sliceSpan(page.text, span)),
  ]).join('\n'));

/** Passages of each format with the places it records: text, spans. */
const readers: Readonly<Record<string, (input: ExportInput) => [text: string, spans: readonly Span[]][]>> = {
  markdown: (input) => {
    const [head] = parseAllDocuments(write('markdown', input)).map((document) => document.toJS() as { articles: { paragraphs: Span[][] }[] });
    const texts = input.articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    return (head?.articles ?? []).flatMap(({ paragraphs }) => paragraphs).map((spans, at) => [texts[at] ?? '', spans]);
  },
  jsonl: (input) => write('jsonl', input).split('\n').filter(Boolean).flatMap((line) =>
    (JSON.parse(line) as Analysis['articles'][number]).paragraphs.map(({ text, spans }): [string, readonly Span[]] => [text, spans])),
  mnbvc: (input) => write('mnbvc', input).split('\n').filter(Boolean).flatMap((line) =>
    (JSON.parse(line) as { 段落: { 内容: string; 扩展字段: string }[] }).段落.flatMap(({ 内容, 扩展字段 }): [string, readonly Span[]][] => {
      const { role, spans } = JSON.parse(扩展字段) as { role: string; spans: Span[] };
      return role === 'paragraph' ? [[内容, spans]] : [];
    })),
  html: (input) => [...write('html', input).matchAll(/<p data-spans="([^"]*)">([^<]*)<\/p>/gu)].map(([, spans = '', text = '']) => [unescape(text), spansOfWords(spans)]),
  jsonld: (input) => (JSON.parse(write('jsonld', input)) as { '@graph': { hasPart: { text: string; identifier: { value: string } }[] }[] })['@graph']
    .flatMap(({ hasPart }) => hasPart.map(({ text, identifier }): [string, readonly Span[]] => [text, spansOfWords(identifier.value)])),
  ninjs: (input) => (JSON.parse(write('ninjs', input)) as { associations: { bodies: { value: string }[] }[] }).associations.flatMap(({ bodies }) =>
    [...(bodies[1]?.value ?? '').matchAll(/<p data-spans="([^"]*)">([^<]*)<\/p>/gu)].map(([, spans = '', text = '']): [string, readonly Span[]] => [unescape(text), spansOfWords(spans)])),
};

describe('exports, there and back', () => {
  for (const [id, read] of Object.entries(readers)) {
    it(`${id}: the places it records give back the text of each paragraph`, () => {
      const input = inputOf(samplePage());
      const found = read(input);
      assert.deepEqual(found.map(([text]) => text), paragraphTexts(input.page));
      for (const [text, spans] of found) assert.equal(textAt(input.page, spans), text);
    });

    it(`${id}: of a normalised page, it has the new text and the places of the dump`, () => {
      const origin = samplePage();
      const page = normalisedPage(origin);
      const found = read({ ...inputOf(page), origin });
      assert.deepEqual(found.map(([text]) => text), paragraphTexts(page));
      assert.notDeepEqual(paragraphTexts(page), paragraphTexts(origin));
      assert.deepEqual(found.map(([, spans]) => textAt(origin, spans)), paragraphTexts(origin));
    });
  }

  it('annotations: each quote stands at its characters and at its code units, furniture included', () => {
    const page = analyse(`𠮷川日报 2024年9月26日 第2版\n\n${sample('sample-page.txt')}`);
    const characters = [...page.text];
    const { first } = JSON.parse(write('annotations', inputOf(page))) as { first: { items: { target: Target | { items: Target[] } }[] } };
    interface Target { utf16: Span; selector: [{ start: number; end: number }, { exact: string }] }
    const targets = first.items.flatMap(({ target }) => ('items' in target ? target.items : [target]));
    for (const { utf16, selector: [{ start, end }, { exact }] } of targets) {
      assert.equal(sliceSpan(page.text, utf16), exact);
      assert.equal(characters.slice(start, end).join(''), exact);
    }
    assert.deepEqual(inventory(targets.map(({ selector }) => selector[1].exact).join('')), inventory(page.text));
  });

  it('text, Markdown and HTML keep every character of the articles of any dump', () => {
    fc.assert(
      fc.property(anyDump, (dump) => {
        const input = inputOf(analyse(dump));
        const before = articleInventory(input.page);
        assert.deepEqual(inventory(write('text', input)), before);
      }),
      set,
    );
  });

  it('has one article where one is asked for, and nothing of the others', () => {
    const input = inputOf(samplePage());
    for (const [at, one] of each(input).entries()) {
      const { articles, figures, findings } = JSON.parse(write('json', one)) as { articles: { id: string }[]; figures: { article: string }[]; findings: unknown[] };
      assert.deepEqual(articles.map(({ id }) => id), [`a${at + 1}`]);
      assert.ok(figures.every(({ article }) => article === `a${at + 1}`));
      assert.ok(findings.length <= input.page.findings.length);
      for (const other of input.articles.filter(({ title }) => title !== '' && title !== one.articles[0]?.title)) {
        assert.ok(!write('text', one).split('\n').includes(other.title), other.title);
      }
    }
  });

  it('writes a page without articles, and the same bytes each time', () => {
    const empty = { ...samplePage(), articles: [], furniture: [], findings: [], text: '' };
    for (const format of formats) {
      assert.ok(format.write(inputOf(empty)).length >= 0, format.id);
      assert.deepEqual(format.write(inputOf(samplePage())), format.write(inputOf(samplePage())), format.id);
      assert.equal(formatById(format.id), format);
    }
    assert.equal(formatById('xml' as string), undefined);
  });

  it('names the day of the issue by its folio, unless the host knows it', () => {
    const day = (input: ExportInput): unknown => (JSON.parse(write('jsonl', { ...input, articles: input.articles.slice(0, 1) })) as { date?: string }).date;
    const page = analyse('澜川日报  2024年9月26日 星期四  第2版 要闻\n\n## 石桥村的柿子红了\n\n霜降一过,石桥村的柿子就红了。村里今年收了12万公斤柿子。\n');
    assert.equal(day(inputOf(page)), '2024-09-26');
    assert.equal(day(inputOf(page, { date: '2024-09-27' })), '2024-09-27');
    assert.equal(day(inputOf(page, { date: '2024-02-30' })), '2024-09-26');
  });

  it('EPUB: its first file is the stored media type, and its chapters hold the text', () => {
    const input = inputOf(samplePage());
    const bytes = formatById('epub').write(input) as Uint8Array;
    assert.equal(Buffer.from(bytes.subarray(30, 58)).toString('latin1'), 'mimetypeapplication/epub+zip');
    const files = unzipSync(bytes);
    const chapters = input.articles.map(({ id }) => Buffer.from(files[`OEBPS/${id}.xhtml`] ?? []).toString());
    const texts = chapters.flatMap((chapter) => [...chapter.matchAll(/<p data-spans="[^"]*">([^<]*)<\/p>/gu)].map(([, text = '']) => unescape(text)));
    assert.deepEqual(texts, paragraphTexts(input.page));
    assert.ok(bare(Buffer.from(files['OEBPS/nav.xhtml'] ?? []).toString()).includes(bare(input.articles[0]!.title)));
  });
});
