import { readFileSync } from 'node:fs';
import { EDGE, TITLE_EDGE, normalCodes } from '../../src/core/text/normal';
import { countedArticles } from '../eval/papers';

/** An article of a training corpus. */
export interface Row {
  readonly title: string;
  readonly text: string;
}

/** Every so many-th article of the corpus is never counted: it fits weights and makes pages (`weights.ts`). */
const HELD_OUT = 20;

/**
 * A broadcaster's words are not a newspaper's: what was written for this project is counted so many times. Measured on other articles, of its own kind and of web
 * newspapers, a tenth as much text of it as of the corpus brings more than any number of the corpus's rarer n-grams.
 */
const WRITTEN_COUNTS = Number(process.env['WRITTEN'] ?? 6);

/** The articles of a corpus of JSON lines. */
export const readRows = (corpus: string): Row[] => readFileSync(corpus, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row);

/** All headlines and paragraphs as one stream of codes, an edge of its kind around each. */
export function stream(articles: readonly Row[]): number[] {
  const codes: number[] = [EDGE];
  for (const { title, text } of articles) {
    const headline = normalCodes(title);
    if (headline.length > 0) codes.push(TITLE_EDGE, ...headline, TITLE_EDGE, EDGE);
    for (const paragraph of text.split('\n')) {
      const normal = normalCodes(paragraph);
      if (normal.length === 0) continue;
      for (const code of normal) codes.push(code);
      codes.push(EDGE);
    }
  }
  return codes;
}

/** The articles that are learned from: the corpus but for what is held out, and what was written for this project, so many times. */
export function trainingRows(rows: readonly Row[], times = WRITTEN_COUNTS): Row[] {
  const written = countedArticles();
  return [...rows.filter((_, i) => i % HELD_OUT !== 0), ...Array.from({ length: times }, () => written).flat()];
}

/** What is counted, as one stream. */
export const trainingStream = (rows: readonly Row[]): number[] => stream(trainingRows(rows));

/** What is held out of the corpus. */
export const heldOutStream = (rows: readonly Row[]): number[] => stream(rows.filter((_, i) => i % HELD_OUT === 0));
