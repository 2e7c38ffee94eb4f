import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import { SaxesParser } from 'saxes';
import { parse } from 'yaml';
import { formatById, formats, type FormatId, type Page } from '../../../../src/core/index';
import { hostile } from '../../hostile';
import { inputOf, pageOf } from './support';

const write = (id: FormatId, page: Page): string => {
  const written = formatById(id).write(inputOf(page));
  assert.ok(typeof written === 'string');
  return written;
};

/** What XML shows of a text: pictures of control characters, and a mark for what is no character. */
const shown = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0))).replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');

/** The names of the elements of an XML text and what stands in each, in order; fails where it is not well-formed. */
function elements(xml: string): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = [];
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => assert.fail(error.message));
  parser.on('opentag', ({ name }) => {
    const element = { name, text: '' };
    open.push(element);
    found.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return found;
}

/** A text without what is no part of a line: white space, and the mark of a headline in the dump. */
const core = (text: string): string => text.replace(/[\s\u0085#]+/gu, '');

describe('exports of a text that means harm', () => {
  for (const text of hostile) {
    describe(JSON.stringify(text), () => {
      const page = pageOf(text);

      it('is text and nothing else in Markdown', () => {
        const markdown = write('markdown', page);
        const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/u.exec(markdown) ?? [];
        const { title, byline, paragraphs } = parse(head) as { title: string; byline: string[]; paragraphs: unknown[] };
        assert.equal(title, text);
        assert.equal(core(byline[0] ?? ''), core(text));
        assert.equal(paragraphs.length, 2);
        // With everything switched on, only what the writer means to be there is there.
        const html = new MarkdownIt({ html: true, linkify: false, typographer: false }).render(body);
        const tags = [...html.matchAll(/<\/?([a-z0-9]+)[^>]*>/gu)].map(([, tag]) => tag);
        assert.deepEqual([...new Set(tags)].filter((tag) => !['p', 'h2', 'strong', 'em'].includes(tag ?? '')), []);
        const words = html.replace(/<\/?(?:p|h2|strong|em)>/gu, '').replace(/&(lt|gt|amp|quot);/gu, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '');
        // What CommonMark replaces by itself: NUL.
        assert.equal(core(words), core(text.repeat(6).replace(/\0/gu, '\ufffd')));
      });

      it('opens and closes no element in HTML and XHTML', () => {
        const html = write('html', page);
        const own = /<body>\n([\s\S]*)<\/body>/u.exec(html)?.[1] ?? '';
        const inside = elements(`<body>${own}</body>`);
        assert.deepEqual(inside.map(({ name }) => name), ['body', 'article', 'p', 'h2', 'p', 'p', 'p', 'p']);
        assert.equal(inside[3]?.text, shown(text));
        assert.equal(html.match(/<title>/gu)?.length, 1);
        assert.ok(!/<script|<img/u.test(html));
      });

      it('leaves Word and EPUB well-formed, with its text', () => {
        for (const id of ['docx', 'epub'] as const) {
          const files = unzipSync(formatById(id).write(inputOf(page)) as Uint8Array);
          const found = Object.entries(files).filter(([name]) => /\.(?:xml|rels|opf|xhtml)$/u.test(name)).map(([name, bytes]) => [name, elements(new TextDecoder().decode(bytes))] as const);
          const main = found.find(([name]) => name === (id === 'docx' ? 'word/document.xml' : 'OEBPS/a1.xhtml'))?.[1] ?? [];
          if (id === 'epub') assert.equal(main.find(({ name }) => name === 'h2')?.text, shown(text));
          else {
            const words = main.filter(({ name }) => name === 'w:t').map((element) => element.text).join('');
            assert.equal(core(words), core(shown(text).repeat(6)));
          }
        }
      });

      it('is one value of JSON, and one record of a line', () => {
        for (const id of ['json', 'ninjs', 'jsonld', 'annotations'] as const) {
          assert.ok(JSON.stringify(JSON.parse(write(id, page))).includes(JSON.stringify(text).slice(1, -1)), id);
        }
        for (const id of ['jsonl', 'mnbvc'] as const) {
          const written = write(id, page);
          assert.equal(written.split('\n').length, 2, id);
          JSON.parse(written);
        }
        assert.ok(!/[<>]/u.test(write('jsonld', page)), 'it can stand in a script element');
      });

      it('is no formula in a table', () => {
        const figures = write('csv', { ...pageOf(`${text}3万元`), text: pageOf(`${text}3万元`).text });
        assert.ok(figures.startsWith('line,article,'));
        for (const cell of cellsOf(figures)) assert.ok(!/^[=+\-@\t\r＝＋－＠]/u.test(cell) || /^-?\d+(?:\.\d+)?$/u.test(cell), cell);
      });
    });
  }

  it('no format says more than one file can hold, and text formats end their last line', () => {
    for (const format of formats) {
      const written = format.write(inputOf(pageOf('石桥村')));
      if (typeof written === 'string') assert.ok(written.endsWith('\n') && !written.endsWith('\n\n') && !written.startsWith('\ufeff'), format.id);
      else assert.ok(format.binary, format.id);
    }
  });
});

/** The cells of a CSV file by RFC 4180. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/gu)].map(([, quoted, plain]) => (quoted ?? plain ?? '').replace(/""/gu, '"'));
}
