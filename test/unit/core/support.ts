import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits, createEngine, restitch, type Article, type Engine, type Page, type Paragraph } from '../../../src/core/index';
import { NgramModel } from '../../../src/core/stitch/ngram';
import { bySpan, sliceSpan, type Span } from '../../../src/core/text/span';

let bytes: Uint8Array | undefined;
let engine: Engine | undefined;
let model: NgramModel | undefined;

/** The bytes of the committed model. */
export function modelBytes(): Uint8Array {
  bytes ??= readFileSync(path.resolve('src/core/stitch/model/seam.ngram'));
  return bytes;
}

/** The model, read once for all tests of a file. */
export function theModel(): NgramModel {
  model ??= new NgramModel(modelBytes());
  return model;
}

/** One engine for all tests of a file. */
export function theEngine(): Engine {
  engine ??= createEngine(modelBytes());
  return engine;
}

/** The analysis of a text. */
export const analyse = (text: string): Page => theEngine().analyse(text);

/** The text of the whole page re-stitched. */
export const restitched = (text: string, level: 'sure' | 'likely' = 'sure'): string => applyEdits(text, restitch(analyse(text), theEngine(), level).edits);

/** A page written by hand for this project. */
export const sample = (name: string): string => readFileSync(path.resolve('samples', name), 'utf8');

/** Blocks as a dump has them, with a blank line between. */
export const page = (...blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;

/** All spans of an article that are counted: a dateline lies inside a paragraph. */
export const spansOf = (article: Article): Span[] => [
  ...article.headline,
  ...article.byline,
  ...article.credit,
  ...article.standingHead,
  ...article.paragraphs.flatMap((paragraph) => paragraph.spans),
];

export const paragraphsOf = (result: Page): Paragraph[] => result.articles.flatMap((article) => article.paragraphs);

/** The articles as a reader sees them: title and paragraphs. */
export const read = (result: Page): { title: string; paragraphs: string[] }[] =>
  result.articles.map(({ title, paragraphs }) => ({ title, paragraphs: paragraphs.map(({ text }) => text) }));

/** The article with a title; fails when there is none. */
export function articleOf(result: Page, title: string): Article {
  const article = result.articles.find((one) => one.title === title);
  assert.ok(article !== undefined, `no article “${title}” among ${result.articles.map((one) => one.title).join(' | ')}`);
  return article;
}

/** A text without white space. */
export const bare = (text: string): string => text.replace(/[\s\ufeff]+/gu, '');

/** How often each character that is no white space stands in a text, heading marks left out. */
export function inventory(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  // Code units, not characters: a lone surrogate must not be lost either.
  for (const unit of bare(text).split('')) if (unit !== '#') counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}

/**
 * The invariants of the analysis: each character that is no white space lies in exactly one span, spans stay inside
 * the text and do not overlap, a paragraph's text is its spans joined, its dateline lies inside a paragraph.
 */
export function assertSound(text: string, result: Page): void {
  const spans = [...result.articles.flatMap(spansOf), ...result.furniture].sort(bySpan);
  let done = 0;
  for (const [start, end] of spans) {
    if (start < done || end <= start || end > text.length) assert.fail(`span [${start}, ${end}) overlaps another, is empty or lies outside`);
    const lost = bare(text.slice(done, start));
    if (lost !== '') assert.fail(`${JSON.stringify(lost.slice(0, 40))} before ${start} lies in no span`);
    done = end;
  }
  if (bare(text.slice(done)) !== '') assert.fail(`${JSON.stringify(bare(text.slice(done)).slice(0, 40))} at the end lies in no span`);
  result.articles.forEach((article, i) => {
    assert.equal(article.id, `a${i + 1}`);
    for (const { spans: pieces, text: joined, seams } of article.paragraphs) {
      assert.ok(pieces.length > 0);
      assert.equal(seams.length, pieces.length - 1);
      // Not assert.equal: its message would hold a text of millions of characters.
      assert.ok(joined === pieces.map((span) => sliceSpan(text, span)).join(''), 'a paragraph is its spans joined');
    }
    const { dateline } = article;
    if (dateline !== undefined) {
      const [start, end] = dateline.span;
      const inside = article.paragraphs.some(({ spans: pieces }) => pieces.some((span) => span[0] <= start && end <= span[1]));
      assert.ok(inside, `dateline [${start}, ${end}) lies inside no paragraph`);
    }
  });
  for (const finding of result.findings) {
    for (const span of [finding.span, ...finding.related.map((place) => place.span), ...finding.fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))]) {
      assert.ok(span[0] >= 0 && span[0] <= span[1] && span[1] <= text.length, `a finding points at [${span.join(', ')}) outside the text`);
    }
  }
}
