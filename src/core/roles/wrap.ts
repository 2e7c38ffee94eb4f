import type { Block } from '../page/blocks';
import { isClosing, isFinal, isInner, isOpening, isSpace } from '../text/characters';
import type { Line } from '../text/lines';

/** Printed columns are this wide, in Chinese characters. */
const WIDEST = 64;
const NARROWEST = 6;
/** A page has this many printed lines at least before it can be said to be wrapped. */
const FEWEST = 4;
/** Lines of a block that are looked at to tell verses and rows from text. */
const LOOKED_AT = 16;
/** Verse without signs is narrower than any column of prose. */
const WIDEST_VERSE = 9;
/** Column widths told apart on one page. */
const MOST_COLUMNS = 6;
/** The longest Latin word or number that is looked at when it is asked whether it had still fitted on a line. */
const LONGEST_WORD = 24;

/** How the printed lines of a hard-wrapped dump are measured: in half-width cells, or in characters where a program counted them. */
export interface Ruler {
  readonly cells: boolean;
  /** Widths of the page's columns, the commonest first. */
  readonly widths: readonly number[];
  /** Whether paragraphs begin with an indent. */
  readonly indents: boolean;
  /** The indent that every line has. */
  readonly base: number;
}

/** A line's measure: how wide it is with its indent, and how many half-width characters it holds. */
interface Measure {
  readonly width: number;
  readonly narrow: number;
}

const isNarrow = (code: number): boolean => code < 0x2000 && code !== 0xb7;

/** Letters, digits and the signs inside numbers and addresses: what no printer breaks. */
const isWordCode = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x2e || code === 0x25 || code === 0x2d || code === 0x2f || code === 0x40;

function measure(text: string, line: Line, cells: boolean): Measure {
  const [from, to] = line.span;
  let narrow = 0;
  for (let at = from; at < to; at++) if (isNarrow(text.charCodeAt(at))) narrow++;
  const ideographic = text.charCodeAt(from - 1) === 0x3000;
  const indent = cells || !ideographic ? line.indent : Math.ceil(line.indent / 2);
  return { width: (cells ? 2 * (to - from) - narrow : to - from) + indent, narrow };
}

function endsSentence(text: string, line: Line): boolean {
  let at = line.span[1] - 1;
  while (at > line.span[0] && isClosing(text[at] ?? '')) at--;
  return isFinal(text[at] ?? '');
}

function endsWithSign(text: string, line: Line): boolean {
  const last = text[line.span[1] - 1] ?? '';
  return isFinal(last) || isInner(last) || isClosing(last);
}

/** Whether a line is set in columns of its own: 甲镇  1200  3.5. */
function isRow(text: string, line: Line): boolean {
  let gaps = 0;
  for (let at = line.span[0] + 1; at < line.span[1]; at++) {
    if (isSpace(text.charCodeAt(at)) && !isSpace(text.charCodeAt(at - 1)) && !isWordCode(text.charCodeAt(at - 1))) gaps++;
  }
  return gaps >= 2;
}

/** Whether lines stay lines: verses and list items, each with its sign at the end, and rows of a table. */
export function standAsLines(text: string, all: readonly Line[]): boolean {
  if (all.length < 4) return false;
  const lines = all.length > LOOKED_AT ? all.slice(0, LOOKED_AT) : all;
  let signs = 0;
  let rows = 0;
  // Prose of four lines has some sign in it; who leaves out all signs may go on for a whole page.
  let bare = true;
  let widest = 0;
  for (const line of lines) {
    widest = Math.max(widest, line.span[1] - line.span[0]);
    const sign = endsWithSign(text, line);
    if (sign) signs++;
    if (isRow(text, line)) rows++;
    if (bare && (sign || hasSign(text, line))) bare = false;
  }
  return signs >= lines.length * 0.8 || rows >= lines.length * 0.5 || (bare && (all.length <= LOOKED_AT || widest <= WIDEST_VERSE));
}

function hasSign(text: string, line: Line): boolean {
  for (let at = line.span[0]; at < line.span[1]; at++) {
    const char = text[at] ?? '';
    if (isInner(char) || isFinal(char)) return true;
  }
  return false;
}

/** The commonest width of some lines, and how many have it, one character of play each way. */
function commonest(counts: ReadonlyMap<number, number>, play: number): { width: number; count: number; exact: number } {
  const best = { width: 0, count: 0, exact: 0 };
  for (const [width, exact] of counts) {
    // A sign that may not begin a line hangs over or is drawn in.
    let count = 0;
    for (let near = width - play; near <= width + play; near++) count += counts.get(near) ?? 0;
    if (count > best.count || (count === best.count && (exact > best.exact || (exact === best.exact && width > best.width)))) Object.assign(best, { width, count, exact });
  }
  return best;
}

/**
 * How the dump is hard-wrapped (one line for each printed line), or undefined where it is not.
 * Wrapped text shows itself by blocks of many lines of one width of which few end with a sentence; each column may
 * have a width of its own.
 */
export function rulerOf(text: string, blocks: readonly Block[]): Ruler | undefined {
  const printed = blocks.filter((block) => block.lines.length >= 3 && !standAsLines(text, block.lines));
  let lines = 0;
  // Only a line that ends no sentence tells a column's width: others may be a paragraph's last.
  const open = printed.map(({ lines: all }) => {
    lines += all.length - 1;
    return all.slice(0, -1).filter((line) => text[line.span[0]] !== '#' && !endsSentence(text, line));
  });
  const going = open.reduce((sum, block) => sum + block.length, 0);
  if (lines < FEWEST || going < FEWEST || going < lines * 0.35) return undefined;
  const byCells = columnsOf(text, open, true);
  const byCharacters = columnsOf(text, open, false);
  const cells = byCells.exact >= byCharacters.exact;
  const { widths, fitting } = cells ? byCells : byCharacters;
  if (widths.length === 0 || fitting < going * (going < lines * 0.55 ? 0.75 : 0.6)) return undefined;
  return { cells, widths, ...indentsOf(printed) };
}

/** The widths of the columns, and how many lines have one of them. */
function columnsOf(text: string, blocks: readonly (readonly Line[])[], cells: boolean): { widths: number[]; fitting: number; exact: number } {
  const unit = cells ? 2 : 1;
  const total = new Map<number, number>();
  const found = new Map<number, number>();
  const measured = blocks.map((lines) => lines.map((line) => measure(text, line, cells).width));
  for (const block of measured) {
    const counts = new Map<number, number>();
    for (const width of block) {
      if (width < NARROWEST * unit || width > WIDEST * unit) continue;
      counts.set(width, (counts.get(width) ?? 0) + 1);
      total.set(width, (total.get(width) ?? 0) + 1);
    }
    const own = commonest(counts, unit);
    if (own.count >= 3 && own.count >= block.length * 0.5) found.set(own.width, (found.get(own.width) ?? 0) + own.count);
  }
  const page = commonest(total, unit);
  if (page.count === 0) return { widths: [], fitting: 0, exact: 0 };
  const widths = [page.width];
  for (const [width] of [...found].sort((a, b) => b[1] - a[1])) {
    if (widths.length < MOST_COLUMNS && widths.every((other) => Math.abs(other - width) > unit)) widths.push(width);
  }
  let fitting = 0;
  let exact = 0;
  for (const block of measured) {
    for (const width of block) {
      if (widths.includes(width)) exact++;
      if (widths.some((column) => Math.abs(width - column) <= unit)) fitting++;
    }
  }
  return { widths, fitting, exact };
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

/** A dump with a blank line behind each printed line has this many lines at least, and nearly every block is one line. */
const FEWEST_SPACED = 8;
const SPACED = 0.8;

/**
 * The blocks of a dump in which a blank line stands behind every printed line, with those lines put together again;
 * any other dump's blocks as they are.
 */
export function unspaced(text: string, blocks: readonly Block[]): readonly Block[] {
  const single = blocks.reduce((sum, block) => sum + (block.lines.length === 1 && !block.newPage ? 1 : 0), 0);
  if (single < FEWEST_SPACED || single < blocks.length * SPACED) return blocks;
  const gaps = new Map<number, number>();
  let short = 0;
  for (const block of blocks.slice(1)) {
    gaps.set(block.gap, (gaps.get(block.gap) ?? 0) + 1);
    const [from, to] = block.lines[0]?.span ?? [0, 0];
    if (to - from <= WIDEST) short++;
  }
  if (short < blocks.length * SPACED) return blocks;
  const usual = [...gaps].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
  const merged: Block[] = [];
  let open: Line[] = [];
  for (const block of blocks) {
    if (open.length > 0 && block.lines.length === 1 && block.gap <= usual && !block.newPage) open.push(...block.lines);
    else merged.push({ ...block, lines: (open = [...block.lines]) });
  }
  return rulerOf(text, merged) === undefined ? blocks : merged;
}

/**
 * Groups the lines of a block into paragraphs: each its own where the dump is not hard-wrapped; otherwise a line goes
 * on on the next when it is full (the next line's first word had not fitted on it), unless that begins a paragraph
 * by its indent or `apart` says that it is no running text (a byline, a credit, a jump line).
 */
export function paragraphsOf(text: string, lines: readonly Line[], ruler: Ruler | undefined, apart: (line: Line) => boolean): Line[][] {
  if (ruler === undefined || lines.length === 1 || standAsLines(text, lines)) return lines.map((line) => [line]);
  const measures = lines.map((line) => measure(text, line, ruler.cells));
  const column = columnOf(measures, ruler);
  const unit = ruler.cells ? 2 : 1;
  const goesOn = (before: Line, left: Measure | undefined, line: Line, right: Measure | undefined, alone: boolean): boolean => {
    if (left === undefined || right === undefined || left.width > column + 2 * unit + 2 * left.narrow) return false;
    // Half-width characters are rarely half as wide as the others.
    if (left.width + firstWord(text, line, ruler.cells) + Math.ceil(left.narrow / 4) <= column) return false;
    if (line.indent >= ruler.base + 2 && (ruler.indents || (endsSentence(text, before) && before.indent < line.indent))) return false;
    return !(alone && apart(before)) && !(right.width < column - unit && apart(line));
  };
  const groups: Line[][] = [];
  lines.forEach((line, i) => {
    const group = groups[groups.length - 1];
    const before = lines[i - 1];
    if (group !== undefined && before !== undefined && goesOn(before, measures[i - 1], line, measures[i], group.length === 1)) group.push(line);
    else groups.push([line]);
  });
  return groups;
}

/** Whether a printed line of a wrapped page fills its column: what stands at the beginning of the next had not fitted on it. */
export function isFull(text: string, line: Line, next: Line | undefined, ruler: Ruler): boolean {
  const { width } = measure(text, line, ruler.cells);
  const column = columnOf([measure(text, line, ruler.cells)], ruler);
  return next !== undefined && width <= column + 2 && width + firstWord(text, next, ruler.cells) > column;
}

/** The column whose width most of the lines have. */
function columnOf(measures: readonly Measure[], { widths, cells }: Ruler): number {
  const unit = cells ? 2 : 1;
  let best = widths[0] ?? 0;
  let most = 0;
  for (const width of widths) {
    const count = measures.reduce((sum, line) => sum + (Math.abs(line.width - width) <= unit ? 1 : 0), 0);
    if (count > most) {
      most = count;
      best = width;
    }
  }
  return best;
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
