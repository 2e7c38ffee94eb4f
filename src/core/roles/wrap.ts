import type { Block } from '../page/blocks';
import type { Line } from '../text/lines';
import { breakOf, breaksAt, commonest, countAt, exceeds, fills, measure, rulerOf, WIDEST, widthsAt, type Break, type Ruler } from './ruler';
import { endsSentence, endsSigned, endsWithSign, isOpen, standingOf } from './standing';
import { mustGoOn, tornLines } from './torn';

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

/** The longest name of a series (栏目名) that is told from text by what stands around it. */
const LONGEST_SERIES = 6;

/** The printed lines of a paragraph, or of what may be one. */
export interface Paragraph {
  readonly lines: readonly Line[];
  /** Whether it may as well go on with the paragraph above, which ends a sentence on a full line. */
  readonly belowFull: boolean;
}

/** What is told of a line by its words. */
export interface Looks {
  /** Whether it is no running text: a byline, a credit, a folio, a jump line. */
  apart(line: Line): boolean;
  /** Whether it is made of the names of those who wrote, and nothing of a text's beginning. */
  namesOnly(line: Line): boolean;
  /** Whether it could be a headline. */
  heading(line: Line): boolean;
  /** Whether it looks like a headline, and a space in it as no text has one. */
  spaced(line: Line): boolean;
  /** Whether it begins as a story does, with a dateline. */
  opens(line: Line): boolean;
}

/**
 * Groups the lines of a block into paragraphs: each its own where the dump is not hard-wrapped; otherwise a line goes
 * on on the next when it is full (the next line's first word had not fitted on it), unless that begins a paragraph
 * by its indent, or one of the two looks like no running text.
 * @param aboveHeadline whether a headline stands right below
 */
export function paragraphsOf(text: string, lines: readonly Line[], ruler: Ruler | undefined, looks: Looks, aboveHeadline = false): Paragraph[] {
  if (ruler === undefined || lines.length === 1 || stand(text, lines, ruler)) return lines.map((line) => ({ lines: [line], belowFull: false }));
  const { cells, indents, base, tight } = ruler;
  const breaks = breaksOf(text, lines, cells);
  const column = columnOf(text, lines, breaks, ruler);
  const isShort = (line: Line): boolean => measure(text, line, cells).width < column - (cells ? 2 : 1);
  // Each block is one paragraph.
  const whole = !tight && !indents;
  const torn = tornLines(text, lines, breaks, { width: column, cells, whole, begins: (line) => indents && line.indent >= base + 2, apart: (line) => looks.apart(line) });
  // What a line tells of its column, with the part that was broken off it.
  const endOf = (i: number): Break | undefined => torn.get(i) ?? torn.get(i - 1) ?? breaks[i];
  const goesOn = (before: Line, end: Break, line: Line, { end: ownEnd, last }: { end: Break | undefined; last: Line }, alone: boolean): boolean => {
    if (whole && mustGoOn(text, line)) return true;
    if (!fills(end, column, cells) || exceeds(text, line, column, cells)) return false;
    // Wider than the column by more than its half-width characters explain; or just as wide, but no text.
    if (alone && looks.heading(before) && (exceeds(text, before, column, cells) || (tight && (looks.spaced(before) || looks.opens(line))))) return false;
    // A closing signature that was wrapped is no byline: 看图纸的本领。（河湾 | 日报记者 陈守田）
    if (isOpen(text, before)) return true;
    if (line.indent >= base + 2 && (indents || (endsSentence(text, before) && before.indent < line.indent))) return false;
    // A line of a paragraph fills the column, and its last one ends a sentence; a headline above more text does neither.
    if (ownEnd !== undefined && !endsSentence(text, last) && !fills(ownEnd, column, cells) && looks.heading(line)) return false;
    // A few words between a full line and a headline, which end no sentence, are the name of a series.
    if (ownEnd === undefined && aboveHeadline && !whole && line.span[1] - line.span[0] <= LONGEST_SERIES && !endsSentence(text, last) && looks.heading(line)) return false;
    // What looks like a byline and ends just where the column does is the beginning of a text (本报讯（记者 …）昨天傍晚), but where it holds names only.
    return !(alone && looks.apart(before) && (!breaksAt(end, column) || looks.namesOnly(before))) && !(isShort(line) && looks.apart(line));
  };
  const groups: { lines: Line[]; belowFull: boolean }[] = [];
  lines.forEach((line, i) => {
    const group = groups[groups.length - 1];
    const before = lines[i - 1];
    const end = endOf(i - 1);
    const own = { end: endOf(i), last: (torn.has(i) ? lines[i + 1] : undefined) ?? line };
    const follows = group !== undefined && before !== undefined && end !== undefined && (torn.has(i - 1) || goesOn(before, end, line, own, group.lines.length === 1));
    // Where nothing else shows a paragraph's end, a full line that ends a sentence may be one.
    const mayEnd = follows && tight && !torn.has(i - 1) && (endsSentence(text, before) || endsSigned(text, before));
    if (follows && !mayEnd) group.lines.push(line);
    else groups.push({ lines: [line], belowFull: mayEnd });
  });
  return groups;
}

/** Whether lines stay lines. Prose may have a sign at the end of each, too, by chance; but its lines fill the column, and the last does not. */
function stand(text: string, lines: readonly Line[], ruler: Ruler): boolean {
  const why = standingOf(text, lines);
  const last = lines[lines.length - 1];
  if (why !== 'signs' || last === undefined) return why !== undefined;
  const { cells } = ruler;
  const breaks = breaksOf(text, lines, cells);
  const { width } = measure(text, last, cells);
  const broken = lines.some((line) => !endsWithSign(text, line));
  return !widthsAt(ruler, last.span[0]).some((column) => (width <= column - (cells ? 4 : 2) ? breaks.every((one) => fills(one, column, cells)) : broken && breaks.every((one) => breaksAt(one, column))));
}

/** Whether each printed line but the last fills one of the page's columns. */
export function isFull(text: string, lines: readonly Line[], ruler: Ruler): boolean {
  const breaks = breaksOf(text, lines, ruler.cells);
  return widthsAt(ruler, lines[0]?.span[0] ?? 0).some((width) => breaks.every((one) => fills(one, width, ruler.cells)));
}

/**
 * Whether a printed line ends just where one of the page's columns does and what stands below it goes on as text does, full or to a
 * sentence's end: it is no line of its own.
 */
export function runsOn(text: string, lines: readonly Line[], at: number, ruler: Ruler | undefined): boolean {
  const [line, next, third] = [lines[at], lines[at + 1], lines[at + 2]];
  if (ruler === undefined || line === undefined || next === undefined || text[next.span[0]] === '#') return false;
  const { cells } = ruler;
  const end = breakOf(text, line, next, cells);
  const goesOn = third === undefined || endsSentence(text, next) ? undefined : breakOf(text, next, third, cells);
  return widthsAt(ruler, line.span[0]).some((width) => breaksAt(end, width) && (goesOn === undefined || fills(goesOn, width, cells)));
}

/** Whether a line is wider than every column of the page, signs that may hang over aside: a headline, no running text. */
export function isWider(text: string, line: Line, ruler: Ruler): boolean {
  return widthsAt(ruler, line.span[0]).every((column) => exceeds(text, line, column, ruler.cells));
}

const breaksOf = (text: string, lines: readonly Line[], cells: boolean): Break[] => lines.slice(1).map((next, i) => breakOf(text, lines[i] ?? next, next, cells));

/** The column in which most of the lines break where they do; of several the nearest. */
function columnOf(text: string, lines: readonly Line[], breaks: readonly Break[], ruler: Ruler): number {
  const widths = widthsAt(ruler, lines[0]?.span[0] ?? 0);
  let best = widths[0] ?? 0;
  let most = 0;
  for (const width of widths) {
    const count = countAt(breaks, width);
    if (count > most) {
      most = count;
      best = width;
    }
  }
  return most < breaks.length && ruler.varied ? (ownColumn(text, lines, breaks, ruler.cells) ?? best) : best;
}

/**
 * The column of a few lines that break where none near by does: all of them do, none is wider, and the last ends a sentence, but where several
 * break at one width. A headline may stand on top.
 */
function ownColumn(text: string, lines: readonly Line[], breaks: readonly Break[], cells: boolean): number | undefined {
  const last = lines[lines.length - 1];
  if (last === undefined) return undefined;
  const least = endsSentence(text, last) ? 1 : 2;
  for (let from = 0; from < 2 && from + least <= breaks.length; from++) {
    const own = breaks.slice(from);
    const { width, count } = commonest(own, cells ? 2 : 1);
    if (count === own.length && lines.every((line) => !exceeds(text, line, width, cells))) return width;
  }
  return undefined;
}
