/** Every format, read back by a reader that is not ours: JSON, XML (saxes), zip (fflate), CSV by RFC 4180. */
import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import { SaxesParser } from 'saxes';
import { parse } from 'yaml';
import { theEngine } from '../../test/unit/core/support';
import { formats, normalisedPage, normalKinds, outputBytes, type ExportInput, type Page } from '../../src/core/index';

function readXml(xml: string, what: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => assert.fail(`${what}: ${message}`));
  parser.write(xml).close();
}

/** The rows of a CSV text; fails where a quotation mark stands alone. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;
  for (let row: string[] = []; cell.lastIndex < csv.length; ) {
    const at = cell.lastIndex;
    const found = cell.exec(csv);
    assert.ok(found !== null, `no CSV at ${at}`);
    row.push(found[1]?.replace(/""/gu, '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function checkFormat(id: string, written: string | Uint8Array): void {
  if (typeof written !== 'string') {
    for (const [name, bytes] of Object.entries(unzipSync(written))) if (/\.(?:xml|rels|opf|xhtml)$/u.test(name)) readXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes), `${id} ${name}`);
  } else if (id === 'csv') {
    const rows = rowsOf(written);
    for (const row of rows) {
      assert.equal(row.length, rows[0]?.length, 'a row has as many cells as the first');
      for (const one of row) assert.ok(!/^[=+\-@\t\r\n|%＝＋－＠]/u.test(one) || /^-?\d+(?:\.\d+)?$/u.test(one), `a formula: ${one}`);
    }
  } else if (id === 'html') readXml(`<body>${/<body>\n([\s\S]*)<\/body>/u.exec(written)?.[1] ?? ''}</body>`, id);
  else if (id === 'markdown') {
    const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(written) ?? assert.fail('no front matter');
    parse(head);
    const tags = [...new MarkdownIt({ html: true }).render(body).matchAll(/<\/?([a-z0-9]+)/gu)].map(([, tag = '']) => tag);
    assert.deepEqual(tags.filter((tag) => !['p', 'h2', 'strong', 'em'].includes(tag)), []);
  } else if (id !== 'text') for (const line of formats.find((one) => one.id === id)?.lines === true ? written.split('\n').slice(0, -1) : [written]) JSON.parse(line);
}

/** All formats of the page a text makes, whole and article by article, as it stands and normalised. */
export function checkExports(text: string): void {
  const page = theEngine().analyse(text);
  const inputs = (own: Page, origin?: Page): ExportInput[] => {
    const input: ExportInput = { page: own, articles: own.articles, source: { name: text.slice(0, 50), encoding: 'utf-8' }, language: 'zh', ...(origin && { origin }) };
    return [input, ...own.articles.slice(0, 1).map((article) => ({ ...input, articles: [article] }))];
  };
  for (const input of [...inputs(page), ...inputs(normalisedPage(page, normalKinds), page)]) {
    for (const format of formats) {
      const written = format.write(input);
      checkFormat(format.id, written);
      assert.ok(outputBytes(format, written) instanceof Uint8Array);
    }
  }
}
