import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { toEpub } from '../../../../src/core/export/epub';
import { lineOfJson, LongList, prettyJson } from '../../../../src/core/export/json';
import { Sheaf, zip } from '../../../../src/core/export/zip';
import { inputOf, samplePage } from './support';

describe('exports of far more than a page has', () => {
  it('a long list is written in parts, and reads as if it were in one', () => {
    const entries = Array.from({ length: 1203 }, (_, at) => ({ spans: [[at, at + 2]], text: '[\n 1,\n 2\n]', none: [] }));
    const value = { format: 'x', few: entries.slice(0, 2), absent: undefined, many: entries, spans: Array.from({ length: 1000 }, (_, at) => [at, at + 1]), last: { empty: [] } };
    const whole = `${JSON.stringify(value, null, 2).replace(/\[\n *(\d+),\n *(\d+)\n *\]/gu, '[$1, $2]')}\n`;
    assert.equal(prettyJson(value), whole);
    assert.equal(prettyJson({ many: entries }), `${JSON.stringify({ many: entries }, null, 2).replace(/\[\n *(\d+),\n *(\d+)\n *\]/gu, '[$1, $2]')}\n`);
    assert.deepEqual(JSON.parse(prettyJson(value)), JSON.parse(JSON.stringify(value)));
  });

  it('a list made as it is written reads as if it were there, in objects too, and one of tens of thousands has a line for each part', () => {
    const make = (at: number): object => ({ at, span: [at, at + 1], word: `夜校“${String(at)}”` });
    const pretty = (value: object): string => `${JSON.stringify(value, null, 2).replace(/\[\n *(\d+),\n *(\d+)\n *\]/gu, '[$1, $2]')}\n`;
    const numbers = Array.from({ length: 700 }, (_, at) => at);
    const value = { first: { id: 'x', deep: { items: new LongList(numbers, make) }, none: {} }, few: new LongList([1, 2], make), last: 1 };
    assert.equal(prettyJson(value), pretty({ first: { id: 'x', deep: { items: numbers.map(make) }, none: {} }, few: [1, 2].map(make), last: 1 }));
    assert.equal(lineOfJson(value), `${JSON.stringify(value)}\n`);
    const many = Array.from({ length: 20_001 }, (_, at) => at);
    const text = prettyJson({ before: true, items: new LongList(many, make) });
    assert.deepEqual(JSON.parse(text), { before: true, items: many.map(make) });
    assert.equal(text.split('\n').length, many.length + 6);
  });

  it('a long text goes into an archive in parts, sign by sign', () => {
    const sheaf = new Sheaf();
    for (let at = 0; at < 2500; at++) sheaf.add(['夜校', 'a', '𠮷', 'é', '\ud800', '\udfb7', ''][at % 7] ?? '');
    const parts = sheaf.done();
    assert.equal(parts.length, 3);
    assert.deepEqual(Array.from(unzipSync(zip([{ path: 'x', text: parts }]))['x'] ?? []), parts.flatMap((part) => Array.from(new TextEncoder().encode(part))));
  });

  it('a book of more articles than an archive holds files has several in one file, each found from its list', () => {
    const sound = samplePage();
    const [article] = sound.articles;
    assert.ok(article !== undefined);
    const articles = Array.from({ length: 20_001 }, (_, at) => ({ ...article, paragraphs: article.paragraphs.slice(0, 1), id: `a${String(at + 1)}` }));
    const files = unzipSync(toEpub(inputOf({ ...sound, articles })));
    const chapters = Object.keys(files).filter((path) => /a\d+\.xhtml$/u.test(path));
    assert.equal(chapters.length, 6667);
    const links = [...strFromU8(files['OEBPS/nav.xhtml'] ?? new Uint8Array()).matchAll(/href="(a\d+\.xhtml)(?:#(a\d+))?"/gu)];
    assert.equal(links.length, articles.length);
    const texts = new Map(chapters.map((path) => [path, strFromU8(files[path] ?? new Uint8Array())]));
    links.forEach(([, file = '', id], at) => {
      const own = `a${String(at + 1)}`;
      assert.ok(id === own || file === `${own}.xhtml`);
      assert.ok(texts.get(`OEBPS/${file}`)?.includes(`id="${own}"`));
    });
    assert.equal(strFromU8(files['OEBPS/content.opf'] ?? new Uint8Array()).match(/<itemref /gu)?.length, chapters.length);
  });

  it('an archive of thousands of small files holds them as they are', () => {
    const entries = Array.from({ length: 2500 }, (_, at) => ({ path: `c${String(at)}.xhtml`, text: `渠水进了${String(at)}个村。`.repeat(at === 7 ? 300 : 1) }));
    const files = unzipSync(zip(entries));
    assert.deepEqual(Object.entries(files).map(([path, bytes]) => ({ path, text: strFromU8(bytes) })), entries);
  });
});
