import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NOTHING_ELSE } from '../../../src/core';
import { applyVersioned } from '../../../src/extension/edits';
import { closeAll, ordinaryMarkdown, pageOf, readText, restitchPage, sampleUri, showFile, showSample, smallDump, undo } from './support';

interface Gold {
  readonly articles: readonly { readonly title: string; readonly paragraphs: readonly { readonly text: string }[] }[];
}

describe('re-stitching the page', () => {
  afterEach(closeAll);

  it('gives the clean articles of the sample page in order, and one undo brings the dump back', async () => {
    const document = await showSample();
    const before = document.getText();
    const gold = JSON.parse(await readText(sampleUri('sample-page.gold.json'))) as Gold;
    await pageOf(document);
    assert.ok(await restitchPage());
    // One passage was carried off at a clean break: its move is offered, and not made without being asked for.
    const { findings } = await pageOf(document);
    const doubts = findings.filter(({ code }) => code !== 'jump-line');
    assert.deepEqual(doubts.map(({ code, fixes }) => [code, fixes[0]?.sure]), [['stray-fragment', false]]);
    assert.ok(await applyVersioned(document, document.version, doubts[0]?.fixes[0]?.edits ?? [], NOTHING_ELSE));
    const page = await pageOf(document);
    assert.deepEqual(
      page.articles.map(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]),
      gold.articles.map(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]),
    );
    await undo();
    await undo();
    assert.equal(document.getText(), before);
  });

  it('leaves the pages of a file of several where they stand, each in order by itself, in one undo step', async () => {
    // As pdftotext writes them.
    const dump = (cut: string): string =>
      `澜川日报  2024年9月26日 星期四  第2版 要闻\n\n## 河湾镇办起夜校\n\n□本报记者 沈知微\n\n入秋以来，夜校亮起了灯。农民白天下地，晚上听${cut}课，学会了看图纸。\n` +
      `\f澜川日报  2024年9月26日 星期四  第3版 综合\n\n## 石桥村修好水渠\n\n□本报记者 程念安\n\n石桥村的水渠修好了，今年的稻子不缺水。村民说，往年要到河里挑${cut}水，如今打开闸门就行。\n\f`;
    const document = await showFile(dump('\n\n'));
    await pageOf(document);
    assert.ok(await restitchPage());
    assert.equal(document.getText(), dump(''));
    const { articles } = await pageOf(document);
    assert.deepEqual(articles.map(({ title }) => title), ['河湾镇办起夜校', '石桥村修好水渠']);
    await undo();
    assert.equal(document.getText(), dump('\n\n'));
  });

  it('gives the nine clean articles of the real page, where it is at hand, and then finds nothing to join', async function () {
    // The page is not ours to publish: it lies beside the checkout, or the test is skipped.
    const folder = path.resolve(__dirname, '../../../../../shared/page');
    const name = 'inner-mongolia-daily-2024-10-22';
    if (!existsSync(path.join(folder, `${name}.txt`))) {
      console.log(`    skipped: ${folder} is not here`);
      this.skip();
    }
    const gold = JSON.parse(readFileSync(path.join(folder, `${name}.gold.json`), 'utf8')) as Gold;
    const document = await showFile(readFileSync(path.join(folder, `${name}.txt`), 'utf8'));
    const before = document.getText();
    await pageOf(document);
    assert.ok(await restitchPage());
    const page = await pageOf(document);
    assert.deepEqual(
      page.articles.map(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]),
      gold.articles.map(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]),
    );
    assert.ok(page.articles.every(({ paragraphs }) => paragraphs.every(({ spans }) => spans.length === 1)));
    assert.deepEqual([...new Set(page.findings.map(({ code }) => code))], ['jump-line']);
    assert.deepEqual((await restitchPage())?.edits, []);
    await undo();
    assert.equal(document.getText(), before);
  });

  it('has nothing to do the second time', async () => {
    const document = await showSample();
    await restitchPage();
    const once = document.getText();
    const again = await restitchPage();
    assert.deepEqual(again?.edits, []);
    assert.equal(document.getText(), once);
  });

  it('says how much it did', async () => {
    await showFile(smallDump);
    const result = await restitchPage();
    assert.equal(result?.joined, 1);
  });

  it('does nothing to an ordinary text', async () => {
    const document = await showFile(ordinaryMarkdown, 'md');
    assert.equal(await restitchPage(), undefined);
    assert.equal(document.getText(), ordinaryMarkdown);
  });

  it('keeps the line ends of the file', async () => {
    const document = await showFile(smallDump.replaceAll('\n', '\r\n'));
    assert.ok((await restitchPage())?.joined);
    assert.doesNotMatch(document.getText(), /[^\r]\n/);
  });
});
