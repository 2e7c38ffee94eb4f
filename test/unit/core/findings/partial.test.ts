import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, restitchArticle, restitchSome, type Page } from '../../../../src/core/index';
import { shuffledPage } from '../properties/dumps';
import { analyse, inventory, sample, theEngine } from '../support';

const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 60), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };
const some = (page: Page, ...places: readonly number[]): string => applyEdits(page.text, restitchSome(page, places.flatMap((place) => page.articles[place] ?? []), theEngine()).edits);

describe('re-stitching some articles', () => {
  const page = analyse(sample('sample-page.txt'));

  it('does to one what re-stitching that one does', () => {
    for (const [i, article] of page.articles.entries()) assert.equal(some(page, i), applyEdits(page.text, restitchArticle(page, article).edits));
  });

  it('does nothing when none is chosen', () => {
    assert.deepEqual(restitchSome(page, [], theEngine()).edits, []);
  });

  it('puts the chosen ones together and leaves the cuts of the others as they are', () => {
    const cut = page.articles.filter(({ paragraphs }) => paragraphs.some(({ spans }) => spans.length > 1));
    const [first, second, ...rest] = cut;
    assert.ok(first && second && rest.length > 0);
    const after = analyse(applyEdits(page.text, restitchSome(page, [first, second], theEngine()).edits));
    const cuts = (title: string): number | undefined => after.articles.find((one) => one.title === title)?.paragraphs.filter(({ spans, seams }) => spans.length > 1 && seams.some(({ sure }) => sure)).length;
    assert.deepEqual([first, second].map(({ title }) => cuts(title)), [0, 0]);
    assert.ok(rest.some(({ title }) => (cuts(title) ?? 0) > 0));
  });

  it('loses nothing but white space and heading marks', () => {
    fc.assert(fc.property(shuffledPage, fc.array(fc.nat(12), { maxLength: 4 }), (text, chosen) => {
      assert.deepEqual(inventory(some(analyse(text), ...new Set(chosen))), inventory(text));
    }), set);
  });
});
