import type { Gold } from './gold';
import { compare } from './metrics';
import { goldBlocks, type Outline } from './outline';

/**
 * A page block by block, truth beside prediction, for debugging:
 * `offset role article#place ← block it follows`, and on a difference a line that says what was predicted.
 * @param full whether blocks are printed whole; otherwise their first and last characters
 */
export function annotate(text: string, gold: Gold, prediction: Outline, full = false): string {
  const page = compare(gold, prediction);
  const wanted = places(page.truth);
  const given = places(prediction);
  const names = nameArticles(page.truth, prediction);
  const lines = [
    `${gold.source.name}: ${page.exact.size} of ${gold.articles.length} articles exact · joins ${page.score.joins.right}/${page.score.joins.gold} (${page.score.joins.predicted} predicted) · ${(gold.phenomena ?? []).join(' ')}`,
  ];
  for (const [index, article] of gold.articles.entries()) {
    lines.push(`  ${article.id} ${page.exact.has(index) ? 'ok   ' : 'WRONG'} ${article.title}  ${(article.phenomena ?? []).join(' ')}`);
  }
  const known = new Set<number>();
  for (const block of goldBlocks(gold)) {
    const [start, end] = block.span;
    known.add(start);
    const truth = wanted.get(start);
    const guess = given.get(start);
    const label = block.role === 'body' || block.role === 'headline' || block.role === 'byline' || block.role === 'credit' ? say(truth, (index) => gold.articles[index]?.id ?? '?') : `${block.role} of ${gold.articles[block.article]?.id ?? 'the page'}`;
    const guessed = say(guess, (index) => names.get(index) ?? `x${index + 1}`);
    const expected = truth === undefined ? 'no block of an article' : label;
    lines.push(`${String(start).padStart(6)} ${label.padEnd(34)} ${show(text.slice(start, end), full)}`);
    const trust = guess?.confidence === undefined ? '' : ` (${guess.confidence.toFixed(3)}${guess.sure ? ' sure' : ''})`;
    if (guessed !== expected && !(truth === undefined && guess === undefined)) lines.push(`       >>> predicted ${guessed}${trust}`);
  }
  for (const [start, place] of given) {
    if (!known.has(start)) lines.push(`       >>> predicted at ${start}, where no block begins: ${say(place, (index) => names.get(index) ?? `x${index + 1}`)}`);
  }
  return lines.join('\n');
}

interface Place {
  readonly article: number;
  readonly as: 'opens' | 'joins' | 'follows' | 'beside';
  readonly after: number | undefined;
  readonly confidence: number | undefined;
  readonly sure: boolean;
}

function places(outline: Outline): Map<number, Place> {
  const found = new Map<number, Place>();
  outline.articles.forEach((article, index) => {
    for (const other of article.others) found.set(other, { article: index, as: 'beside', after: undefined, confidence: undefined, sure: false });
    let before: number | undefined;
    article.paragraphs.forEach((pieces, paragraph) => {
      pieces.forEach((piece, at) => {
        const sureness = at > 0 ? article.confidence?.[paragraph]?.seams[at - 1] : article.confidence?.[paragraph]?.attachment;
        found.set(piece, { article: index, as: at > 0 ? 'joins' : 'follows', after: before, confidence: sureness?.confidence, sure: sureness?.sure ?? false });
        before = piece;
      });
    });
    found.set(article.opening, { article: index, as: 'opens', after: undefined, confidence: undefined, sure: false });
  });
  return found;
}

function say(place: Place | undefined, name: (index: number) => string): string {
  if (place === undefined) return 'no block of an article';
  if (place.as === 'opens') return `OPENS ${name(place.article)}`;
  if (place.as === 'beside') return `byline or credit of ${name(place.article)}`;
  const after = place.after === undefined ? 'the headline' : String(place.after);
  return `${name(place.article)} ${place.as === 'joins' ? 'JOINS' : 'follows'} ${after}`;
}

/** Predicted articles bear the name of the true article with the same opening. */
function nameArticles(truth: Outline, prediction: Outline): Map<number, string> {
  const byOpening = new Map(truth.articles.map((article, index) => [article.opening, `a${index + 1}`]));
  return new Map(prediction.articles.map((article, index) => [index, byOpening.get(article.opening) ?? `x${index + 1}`]));
}

function show(block: string, full: boolean): string {
  const line = block.replace(/\n/gu, '⏎');
  return full || line.length <= 44 ? line : `${line.slice(0, 20)} … ${line.slice(-20)}`;
}
