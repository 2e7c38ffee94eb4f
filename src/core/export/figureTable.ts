/** The figures of a page as a table: tab-separated for the clipboard, CSV for a spreadsheet. */
import { baseValue, exactText, figureWords, inBaseUnits, spansWithin, type PlacedFigure } from '../figures';
import type { Language } from '../text/message';
import { sliceSpan } from '../text/span';

/** What the table needs to know beside the figures. */
export interface FigureTableSource {
  readonly text: string;
  readonly figures: readonly PlacedFigure[];
  /** The line of an offset, counted from 1. */
  readonly lineOf: (offset: number) => number;
  /** The headline of an article. */
  readonly titleOf: (article: string) => string;
  readonly kindName: (kind: PlacedFigure['figure']['kind']) => string;
  /** The names of the columns in order, see {@link FIGURE_COLUMNS}. */
  readonly columnName: (column: FigureColumn) => string;
  readonly language: Language;
}

export const FIGURE_COLUMNS = ['line', 'article', 'kind', 'figure', 'value', 'to', 'unit', 'base', 'baseUnit', 'bound', 'date', 'change', 'subject', 'sentence'] as const;
export type FigureColumn = (typeof FIGURE_COLUMNS)[number];
/** One cell for each name. */
type CellsOf<Names extends readonly string[]> = { readonly [Place in keyof Names]: string };

/** The rows of the table, the names of the columns first; one at a time, for a table may be far longer than its text. */
export function* figureRows(source: FigureTableSource): Generator<readonly string[]> {
  const { language } = source;
  yield FIGURE_COLUMNS.map(source.columnName);
  for (const placed of source.figures) {
    const { figure, passage, spans } = placed;
    const { bound, change, date, kind, subject, text, unit, upper, value } = figure;
    // Of a plain number nothing that is asked here is said in words.
    const words = date === undefined && change === undefined ? undefined : figureWords(figure, language);
    const base = value === undefined || unit === undefined ? undefined : inBaseUnits(value, unit);
    const exact = base === undefined ? undefined : baseValue(figure);
    // In the order of the columns.
    const cells: CellsOf<typeof FIGURE_COLUMNS> = [
      String(source.lineOf(spans[0]?.[0] ?? 0)),
      passage.article === undefined ? '' : source.titleOf(passage.article),
      source.kindName(kind),
      text,
      value === undefined ? '' : exactText(value),
      upper === undefined ? '' : exactText(upper),
      unit?.text ?? '',
      exact === undefined ? '' : exactText(base?.value ?? exact),
      base?.unit ?? '',
      bound?.word ?? '',
      date === undefined ? '' : (words?.value ?? ''),
      words?.change ?? '',
      subject ?? '',
      sentenceOf(source.text, placed),
    ];
    yield cells;
  }
}

/** Characters of a sentence; one that is longer is shown around its figure alone, or a table of many figures would be far longer than the dump. */
const LONGEST_SENTENCE = 400;
const AROUND = 40;

function sentenceOf(text: string, { figure: { sentence, span }, passage }: PlacedFigure): string {
  const [start, end] = sentence;
  const whole = end - start <= LONGEST_SENTENCE;
  const shown = whole ? sentence : ([Math.max(start, span[0] - AROUND), Math.min(end, span[1] + AROUND)] as const);
  const [first] = passage.spans;
  // Most passages stand in one piece.
  const words = first !== undefined && passage.spans.length === 1 ? text.slice(first[0] + shown[0], first[0] + shown[1]) : spansWithin(passage.spans, shown).map((one) => sliceSpan(text, one)).join('');
  if (whole) return words;
  // Not half a character where it was cut.
  const from = (words.charCodeAt(0) & 0xfc00) === 0xdc00 ? 1 : 0;
  const to = words.length - ((words.charCodeAt(words.length - 1) & 0xfc00) === 0xd800 ? 1 : 0);
  return `${shown[0] > start ? '…' : ''}${words.slice(from, to)}${shown[1] < end ? '…' : ''}`;
}

/** A plain number is data and no formula, whatever its sign. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** What a spreadsheet takes for the beginning of a formula; it reads the full-width signs too. */
const FORMULA = /^[=+\-@\t\r\n|%＝＋－＠]/;

/** A cell that no spreadsheet runs: one that could begin a formula gets an apostrophe before it (OWASP, CSV injection). */
function harmless(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** What must stand in quotation marks: their own sign, what parts cells and rows, white space that a reader might take away. */
const QUOTED = /[",\r\n]|^\s|\s$/;
/** A cell of digits or of Chinese characters and their signs is written as it is. */
const PLAIN = /^[\d\u3001-\u9fff][\d\u3001-\u9fff。，“”‘’：；？！（）.%]*$/;

function csvCell(text: string): string {
  if (text === '' || PLAIN.test(text)) return text;
  const own = harmless(text);
  return QUOTED.test(own) ? `"${own.replace(/"/g, '""')}"` : own;
}

/**
 * Rows as CSV by RFC 4180: commas, CR LF, quotation marks doubled. Cells that a spreadsheet would run as a formula are disarmed.
 */
export function toCsv(rows: Iterable<readonly string[]>): string {
  return written(rows, csvCell, ',', '\r\n');
}

/** Rows with tabs between the cells, for pasting into a spreadsheet; tabs and line ends inside a cell become spaces, formulas are disarmed. */
export function toTsv(rows: Iterable<readonly string[]>): string {
  return written(rows, (cell) => harmless(cell.replace(/[\t\r\n]+/g, ' ')), '\t', '\n');
}

/** Rows that are put together at once: of more, each would be kept until the end. */
const AT_ONCE = 500;

function written(rows: Iterable<readonly string[]>, cell: (text: string) => string, between: string, end: string): string {
  const parts: string[] = [];
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map(cell).join(between));
    if (lines.length < AT_ONCE) continue;
    lines.push('');
    parts.push(lines.join(end));
    lines = [];
  }
  return parts.join('') + lines.map((line) => line + end).join('');
}
