import type { Block } from '../page/blocks';
import { isClosing, isFinal, isInner, isOpening } from '../text/characters';
import type { Line } from '../text/lines';
import { endsSentence, isWordCode, standAsLines } from './standing';

/** Printed columns are this wide, in Chinese characters. */
export const WIDEST = 64;
const NARROWEST = 6;
/** A page has this many printed lines at least before it can be said to be wrapped. */
const FEWEST = 4;
/** Column widths told apart on one page: each article may have its own. */
const MOST_COLUMNS = 16;
/** Lines of a block that tell its column by themselves, and so many of those that end no sentence. */
const FEWEST_OWN = 3;
const OWN = 0.5;
/** So many of a block's lines may break otherwise before a width that is known already is not its own. */
const EXPLAINED = 0.8;
/** A page is set in one width where so much of it is. */
const MOST = 0.6;
/** The longest Latin word or number that is looked at when it is asked whether it had still fitted on a line. */
const LONGEST_WORD = 24;
/** Signs that hang over the end of a line. */
const MOST_HANGING = 2;

/** How the printed lines of a hard-wrapped dump are measured: in half-width cells, or in characters where a program counted them. */
export interface Ruler {
  readonly cells: boolean;
  /** Widths of the page's columns, the commonest first. */
  readonly widths: readonly number[];
  /** Where blocks begin that tell their column's width by themselves, in order. */
  readonly columns: readonly Column[];
  /** Whether the page has no width that most of it is set in. */
  readonly varied: boolean;
  /** Whether paragraphs begin with an indent. */
  readonly indents: boolean;
  /** The indent that every line has. */
  readonly base: number;
  /** Whether paragraphs stand one below the other with no sign but the short last line of each. */
  readonly tight: boolean;
}

/** A column of one width, from a place on until the next. */
export interface Column {
  readonly from: number;
  readonly width: number;
}

/** Widths that a column may have at a place: that of the block or of one above it, that of the next one below, and what most of the page has. */
export function widthsAt({ widths, columns }: Ruler, at: number): readonly number[] {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle]?.from ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  const near = [columns[low - 1]?.width, columns[low]?.width, widths[0]];
  return near.filter((width, i): width is number => width !== undefined && near.indexOf(width) === i);
}

/**
 * What one printed line and the next tell of the column: it is at least as wide as the line without the signs that may
 * hang over its end, and too narrow for what cannot be parted at the next line's beginning.
 */
export interface Break {
  readonly least: number;
  readonly most: number;
  /** How many half-width characters the line holds. */
  readonly narrow: number;
}

const isNarrow = (code: number): boolean => code < 0x2000 && code !== 0xb7;

/** How wide a line is with its indent, and how many half-width characters it holds. */
export function measure(text: string, line: Line, cells: boolean): { width: number; narrow: number } {
  const [from, to] = line.span;
  let narrow = 0;
  for (let at = from; at < to; at++) if (isNarrow(text.charCodeAt(at))) narrow++;
  const ideographic = text.charCodeAt(from - 1) === 0x3000;
  const indent = cells || !ideographic ? line.indent : Math.ceil(line.indent / 2);
  return { width: (cells ? 2 * (to - from) - narrow : to - from) + indent, narrow };
}

/** How wide the signs at the end of a line are that may hang over the end of its column. */
function hangingOf(text: string, line: Line, cells: boolean): number {
  let hanging = 0;
  for (let at = line.span[1] - 1, signs = 0; signs < MOST_HANGING && at > line.span[0] && forbiddenFirst(text[at] ?? ''); at--, signs++) hanging += cells && !isNarrow(text.charCodeAt(at)) ? 2 : 1;
  return hanging;
}

/** What a line and the one below it tell of their column, if the second goes on with the first. */
export function breakOf(text: string, line: Line, next: Line, cells: boolean): Break {
  const { width, narrow } = measure(text, line, cells);
  return { least: width - hangingOf(text, line, cells), most: width + firstWord(text, next, cells) - 1, narrow };
}

/** Whether a line is wider than a column, signs that may hang over aside. */
export function exceeds(text: string, line: Line, column: number, cells: boolean): boolean {
  const { width, narrow } = measure(text, line, cells);
  return width - hangingOf(text, line, cells) > column + (cells ? 2 : 1) + Math.ceil(narrow / 4);
}

/** Whether a line may end so in a column of some width. */
export const breaksAt = ({ least, most }: Break, width: number): boolean => least <= width && width <= most;

/** Whether the line fills a column: what stands at the beginning of the next had not fitted on it. Half-width characters are rarely half as wide as the others. */
export const fills = ({ least, most, narrow }: Break, width: number, cells: boolean): boolean => least <= width + (cells ? 2 : 1) + 2 * narrow && width <= most + Math.ceil(narrow / 4);

/**
 * How the dump is hard-wrapped (one line for each printed line), or undefined where it is not.
 * Wrapped text shows itself by blocks of many lines that end where one column ends and of which few end with a sentence; each
 * column may have a width of its own.
 */
export function rulerOf(text: string, blocks: readonly Block[]): Ruler | undefined {
  const printed = blocks.filter((block) => block.lines.length >= 3 && !standAsLines(text, block.lines));
  let lines = 0;
  // Only a line that ends no sentence tells a column's width: others may be a paragraph's last.
  const open = printed.map(({ lines: all }) => {
    lines += all.length - 1;
    return all.flatMap((line, i): [Line, Line][] => {
      const next = all[i + 1];
      return next === undefined || text[line.span[0]] === '#' || endsSentence(text, line) ? [] : [[line, next]];
    });
  });
  const going = open.reduce((sum, block) => sum + block.length, 0);
  if (lines < FEWEST || going < FEWEST || going < lines * 0.35) return undefined;
  const byCells = columnsOf(text, open, true);
  const byCharacters = columnsOf(text, open, false);
  const cells = byCells.fitting >= byCharacters.fitting;
  const { widths, columns, varied, fitting } = cells ? byCells : byCharacters;
  if (widths.length === 0 || fitting < going * (going < lines * 0.55 ? 0.75 : 0.6)) return undefined;
  const { indents, base } = indentsOf(printed);
  return { cells, widths, columns, varied, indents, base, tight: !indents && isTight(text, blocks, widths, cells) };
}

/** The widths of the columns, where they begin, and at how many lines one of them breaks. */
function columnsOf(text: string, blocks: readonly (readonly (readonly [Line, Line])[])[], cells: boolean): { widths: number[]; columns: Column[]; varied: boolean; fitting: number } {
  const unit = cells ? 2 : 1;
  const breaks = blocks.map((lines) => lines.map(([line, next]) => breakOf(text, line, next, cells)));
  const page = commonest(breaks.flat(), unit);
  if (page.count === 0) return { widths: [], columns: [], varied: false, fitting: 0 };
  // Long blocks say most; those that break where others do have the same column.
  const own = breaks.map((block, at) => ({ block, at, ...commonest(block, unit) })).filter(({ block, count }) => count >= FEWEST_OWN && count >= block.length * OWN);
  const found = new Map([[page.width, 0]]);
  const columns: Column[] = [];
  for (const { block, at, width, count } of own.sort((a, b) => b.count - a.count || a.at - b.at)) {
    const known = [...found.keys()].find((other) => countAt(block, other) >= count * EXPLAINED);
    if (known === undefined && found.size >= MOST_COLUMNS) continue;
    const one = known ?? width;
    found.set(one, (found.get(one) ?? 0) + count);
    columns.push({ from: blocks[at]?.[0]?.[0].span[0] ?? 0, width: one });
  }
  const sorted = [...found].sort((a, b) => b[1] - a[1]);
  const widths = sorted.map(([width]) => width);
  const told = sorted.reduce((sum, [, count]) => sum + count, 0);
  let fitting = 0;
  for (const block of breaks) for (const one of block) if (widths.some((width) => breaksAt(one, width))) fitting++;
  return { widths, columns: columns.sort((a, b) => a.from - b.from), varied: (sorted[0]?.[1] ?? 0) < told * MOST, fitting };
}

/** How many lines end where a column does. */
export const countAt = (breaks: readonly Break[], width: number): number => breaks.reduce((sum, one) => sum + (breaksAt(one, width) ? 1 : 0), 0);

/** The width at which most lines break, and how many do; of several the one that most lines fill to the end. */
export function commonest(breaks: readonly Break[], unit: number): { width: number; count: number } {
  const widest = WIDEST * unit;
  const counts = new Int32Array(widest + 2);
  const ends = new Int32Array(widest + 2);
  for (const { least, most } of breaks) {
    if (least > widest || most < NARROWEST * unit) continue;
    const from = Math.max(least, NARROWEST * unit);
    const to = Math.min(most, widest);
    counts[from] = (counts[from] ?? 0) + 1;
    counts[to + 1] = (counts[to + 1] ?? 0) - 1;
    ends[from] = (ends[from] ?? 0) + 1;
  }
  const best = { width: 0, count: 0 };
  let full = 0;
  for (let width = NARROWEST * unit, count = 0; width <= widest; width++) {
    count += counts[width] ?? 0;
    if (count > best.count || (count === best.count && (ends[width] ?? 0) > full)) {
      Object.assign(best, { width, count });
      full = ends[width] ?? 0;
    }
  }
  return best;
}

/** Paragraphs that end inside a block before it is said that they do on this page, where others end at the end of a block above another. */
const FEWEST_TIGHT = 2;
/** And so many for each that does not: a line may be broken behind a full stop. */
const TIGHT = 0.1;

/** Whether paragraphs end inside blocks: sentences do, on lines that had held more. */
function isTight(text: string, blocks: readonly Block[], widths: readonly number[], cells: boolean): boolean {
  let inside = 0;
  let apart = 0;
  blocks.forEach(({ lines }, at) => {
    if (lines.length < 3 || standAsLines(text, lines)) return;
    lines.forEach((line, i) => {
      const next = lines[i + 1];
      if (next === undefined || text[next.span[0]] === '#' || !endsSentence(text, line)) return;
      const end = breakOf(text, line, next, cells);
      if (widths.every((width) => end.most + Math.ceil(end.narrow / 4) < width)) inside++;
    });
    const last = lines[lines.length - 1];
    const below = blocks[at + 1]?.lines;
    if (last !== undefined && below !== undefined && below.length > 1 && text[below[0]?.span[0] ?? 0] !== '#' && endsSentence(text, last)) apart++;
  });
  return (inside >= FEWEST_TIGHT && inside >= apart * TIGHT) || apart === 0;
}

/** Whether paragraphs are indented, and the indent that all lines have. */
function indentsOf(blocks: readonly Block[]): { indents: boolean; base: number } {
  let base = Infinity;
  let lines = 0;
  for (const block of blocks) for (const line of block.lines) base = Math.min(base, line.indent);
  let indented = 0;
  for (const block of blocks) {
    lines += block.lines.length;
    for (const line of block.lines) if (line.indent >= base + 2) indented++;
  }
  return { indents: indented >= 2 && indented <= lines * 0.6, base: base === Infinity ? 0 : base };
}

/** The width of what cannot be parted at the beginning of a line: a word or a number; a character with the signs around it. */
function firstWord(text: string, line: Line, cells: boolean): number {
  const [from, to] = line.span;
  let at = from;
  while (at < to && isOpening(text[at] ?? '') && at < from + 3) at++;
  if (isWordCode(text.charCodeAt(at))) {
    while (at < to && isWordCode(text.charCodeAt(at)) && at < from + LONGEST_WORD) at++;
  } else at++;
  for (let signs = 0; at < to && signs < 2 && forbiddenFirst(text[at] ?? ''); signs++) at++;
  let width = 0;
  for (let i = from; i < at; i++) width += cells && !isNarrow(text.charCodeAt(i)) ? 2 : 1;
  return width;
}

/** Signs that may not begin a printed line. */
const forbiddenFirst = (char: string): boolean => isClosing(char) || isFinal(char) || (isInner(char) && char !== '—');
