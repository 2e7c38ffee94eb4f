import type { ExportInput } from './format';
import { FIGURE_COLUMNS, figureRows, toCsv } from './figureTable';
import { dumpOf, nameOf, spansText } from './parts';
import { lineNumbers } from './places';
import { figuresOfPage } from '../figures';

/**
 * The figures of the articles as CSV: the columns of the figures view under fixed names, whatever the language, with the places in the dump and the name of
 * the dump behind them. What stands in no article comes last, and only where all articles are wanted.
 */
export function toFiguresCsv(input: ExportInput): string {
  const page = dumpOf(input);
  const titles = new Map(page.articles.map((article) => [article.id, nameOf(article)]));
  const wanted = new Set<string | undefined>(input.articles.map(({ id }) => id));
  if (input.articles.length === page.articles.length) wanted.add(undefined);
  const figures = figuresOfPage(page).filter(({ passage }) => wanted.has(passage.article));
  const [, ...rows] = figureRows({
    text: page.text,
    figures,
    lineOf: lineNumbers(page.text),
    titleOf: (article) => titles.get(article) ?? '',
    kindName: (kind) => kind,
    columnName: (column) => column,
    language: input.language,
  });
  return toCsv([[...FIGURE_COLUMNS, 'spans', 'source'], ...rows.map((row, at) => [...row, spansText(figures[at]?.spans ?? []), input.source.name])]);
}
