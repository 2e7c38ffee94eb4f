// The checks on clean news text: npm run eval:figures -- --checks CORPUS.jsonl [--show]. How often each speaks; --show prints what it
// says, for reading and judging by hand. The judgements are in docs/figures.md; no text of a corpus is in this repository.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { figureDoubts, figuresOfPassage, sayDoubt, type CheckCode, type FigureDoubt, type Passage, type PlacedFigure } from '../../src/core';

interface Article {
  /** May hold the day (xwlb-20220924-01). */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What the checks said of a corpus. */
export interface CorpusCount {
  articles: number;
  figures: number;
  readonly hits: Map<CheckCode, number>;
  /** Slips put into headlines on purpose: how many, and how many of them a check speaks of. */
  planted: number;
  found: number;
}

/**
 * Runs the checks over a corpus, an article a line.
 * @param tell called for each hit, with the sentences around its figures
 */
export async function countDoubts(file: string, tell: (doubt: FigureDoubt, context: string) => void): Promise<CorpusCount> {
  const count: CorpusCount = { articles: 0, figures: 0, hits: new Map(), planted: 0, found: 0 };
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.trim() === '') continue;
    const article = JSON.parse(line) as Article;
    const { doubts, figures } = check(article);
    count.articles++;
    for (const slip of slipsOf(article, figures)) {
      count.planted++;
      if (check(slip).doubts.length > 0) count.found++;
    }
    count.figures += figures.length;
    for (const doubt of doubts) {
      count.hits.set(doubt.code, (count.hits.get(doubt.code) ?? 0) + 1);
      tell(doubt, contextOf(doubt, figures));
    }
  }
  return count;
}

function check({ id, text, title }: Article): { readonly doubts: readonly FigureDoubt[]; readonly figures: readonly PlacedFigure[] } {
  let at = 0;
  const passages = [title, ...text.split('\n')].map((own, index): Passage => {
    const passage: Passage = { text: own, spans: [[at, at + own.length]], part: index === 0 ? 'headline' : 'paragraph', article: 'a1' };
    at += own.length + 1;
    return passage;
  });
  const figures = passages.flatMap(figuresOfPassage);
  return { doubts: figureDoubts(figures, id), figures };
}

/**
 * The article with a slip in its headline: two digits of a figure change places, or 万 becomes 亿. Only figures that the text repeats
 * and that have four digits or more are taken: of fewer, many are near another by chance, and the checks leave them alone.
 */
function slipsOf(article: Article, figures: readonly PlacedFigure[]): readonly Article[] {
  const body = figures.filter(({ passage }) => passage.part === 'paragraph');
  return figures
    .filter(({ figure, passage }) => passage.part === 'headline' && figure.bound === undefined && figure.upper === undefined && ['count', 'quantity', 'money', 'percentage'].includes(figure.kind))
    .filter(({ figure }) => body.some((other) => other.figure.text === figure.text))
    .flatMap(({ figure }) => {
      const slips: string[] = [];
      const digits = /\d+(?:\.\d+)?/.exec(figure.text)?.[0] ?? '';
      const swap = /(\d)(?!\1)(\d)(?=\D*$)/.exec(digits);
      if (digits.replace('.', '').length >= 4 && swap !== null) slips.push(figure.text.replace(digits, digits.slice(0, swap.index) + (swap[2] ?? '') + (swap[1] ?? '') + digits.slice(swap.index + 2)));
      if (digits.replace('.', '').length >= 3 && /万(?!亿)/.test(figure.text)) slips.push(figure.text.replace('万', '亿'));
      return slips.map((slip) => ({ ...article, title: article.title.replace(figure.text, slip) }));
    });
}

/** The message and the sentences of all figures it speaks of. */
function contextOf(doubt: FigureDoubt, figures: readonly PlacedFigure[]): string {
  const starts = new Set([doubt.spans[0]?.[0], ...doubt.related.map(({ span }) => span[0])]);
  const sentences = figures.filter(({ spans }) => starts.has(spans[0]?.[0])).map(({ figure, passage }) => passage.text.slice(...figure.sentence));
  return `${sayDoubt(doubt.message, 'zh')}\n    ${[...new Set(sentences)].join('\n    ')}`;
}
