import type { ExportInput } from './format';
import { figureRows, toCsv } from './figureTable';
import { dumpOf, pageFigures, nameOf, spansText } from './parts';
import { lineNumbers } from './places';
import type { PlacedFigure } from '../figures';

/**
 * The figures of the articles as CSV: the columns of the figures view under fixed names, whatever the language, with the places in the dump and the name of
 * the dump behind them. What stands in no article comes last, and only where all articles are wanted.
 */
export function toFiguresCsv(input: ExportInput): string {
  const page = dumpOf(input);
  const titles = new Map(page.articles.map((article) => [article.id, nameOf(article)]));
  const wanted = new Set<string | undefined>(input.articles.map(({ id }) => id));
  if (input.articles.length === page.articles.length) wanted.add(undefined);
  const figures = pageFigures(page).filter(({ passage }) => wanted.has(passage.article));
  const rows = figureRows({
    text: page.text,
    figures,
    lineOf: lineNumbers(page.text),
    titleOf: (article) => titles.get(article) ?? '',
    kindName: (kind) => kind,
    columnName: (column) => column,
    language: input.language,
  });
  return toCsv(withSources(rows, figures, input.source.name));
}

/** The names of the columns, and each figure's row, with where it stands behind them. */
function* withSources(rows: Iterable<readonly string[]>, figures: readonly PlacedFigure[], name: string): Generator<readonly string[]> {
  let at = -1;
  for (const row of rows) {
    yield at < 0 ? row.concat('spans', 'source') : row.concat(spansText(figures[at]?.spans ?? []), name);
    at++;
  }
}
