import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { applyEdits, restitch } from '../../../src/core/index';
import { theEngine } from './support';

const folder = '../shared/page/';
const name = 'inner-mongolia-daily-2024-10-22';

/** The real page is not part of the repository: the tests that read it are skipped, and say so, where it is absent. */
describe('re-stitching the real page', () => {
  const engine = theEngine();

  before(function () {
    if (!existsSync(`${folder}${name}.txt`)) {
      console.log(`      skipped: ${folder} is not here`);
      this.skip();
    }
  });

  it('gives its articles whole and in order, with nothing left to join', () => {
    const text = readFileSync(`${folder}${name}.txt`, 'utf8');
    const gold = JSON.parse(readFileSync(`${folder}${name}.gold.json`, 'utf8')) as {
      articles: { title: string; paragraphs: { text: string }[] }[];
    };
    const { edits } = restitch(engine.analyse(text), engine, 'likely');
    assert.equal(edits.length, 1);
    const page = engine.analyse(applyEdits(text, edits));
    assert.deepEqual(
      page.articles.map(({ title, paragraphs }) => ({ title, paragraphs: paragraphs.map((paragraph) => paragraph.text) })),
      gold.articles.map(({ title, paragraphs }) => ({ title, paragraphs: paragraphs.map((paragraph) => paragraph.text) })),
    );
    assert.deepEqual(page.articles.flatMap(({ paragraphs }) => paragraphs.filter(({ spans }) => spans.length > 1)), []);
    assert.deepEqual([...new Set(page.findings.map(({ code }) => code))], ['jump-line']);
    assert.deepEqual(restitch(page, engine, 'likely').edits, []);
    assert.deepEqual(restitch(page, engine).edits, []);
  });
});
