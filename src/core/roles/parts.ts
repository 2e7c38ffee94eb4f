import type { Block } from '../page/blocks';
import type { LineForm } from '../page/piece';
import { isFinal } from '../text/characters';
import type { Line } from '../text/lines';
import { isMarkup } from '../text/markup';
import { sliceSpan } from '../text/span';
import { isByline } from './byline';
import { isCredit } from './credit';
import { datelineOf } from './dateline';
import { formOf } from './form';
import { isFurniture } from './furniture';
import { headlineShape, isDeck, markLength } from './headline';
import { jumpFrom } from './jumpLine';
import type { Ruler } from './ruler';
import { STANDING_HEADS } from './words';
import { isFull, isWider, paragraphsOf, runsOn } from './wrap';

/** Lines of a block that become one piece. */
export interface Part {
  readonly lines: readonly Line[];
  readonly heading: boolean;
  readonly form?: LineForm | undefined;
  /** Whether it may go on with the part above, see `paragraphsOf`. */
  readonly belowFull?: boolean;
}

/** How the lines of a page are read. */
export interface Reader {
  readonly text: string;
  readonly ruler: Ruler | undefined;
  /** A line in simplified characters, as the word lists have them. */
  plain(line: Line): string;
}

/** Longest line that can be a byline, a credit, a folio. */
const LONGEST_LINE = 80;
const MOST_DECKS = 3;
/** Lines at the top of a block that can be its headline. */
const MOST_HEADING = 4;

/** Cuts a block into headlines, paragraphs and lines that stand for themselves. */
export function partsOf(block: Block, reader: Reader): Part[] {
  const { lines } = block;
  if (lines.length === 1) return [{ lines, heading: false }];
  const parts: Part[] = [];
  let start = 0;
  // A folio or a standing head right above a headline.
  for (let line = lines[0]; start < 2 && line !== undefined && isAbove(reader.plain(line)) && !runsOn(reader.text, lines, start, reader.ruler); line = lines[start]) {
    parts.push({ lines: [line], heading: false });
    start++;
  }
  let run: Line[] = [];
  const flush = (aboveHeadline: boolean): void => {
    // Not spread: a block may have more lines than a call takes arguments.
    if (run.length > 0) for (const part of textParts(run, reader, aboveHeadline)) parts.push(part);
    run = [];
  };
  for (let at = start; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    if (isMarkup(sliceSpan(reader.text, line.span))) {
      flush(false);
      parts.push({ lines: [line], heading: false });
      at++;
      continue;
    }
    const head = at === start ? headingLines(start === 0 ? lines : lines.slice(start), reader) : isMarked(line, reader) ? markedLines(lines, at, reader) : brokenLines(lines, at, reader);
    if (head > 0) {
      flush(true);
      parts.push({ lines: lines.slice(at, at + head), heading: true });
      at += head;
    } else {
      run.push(line);
      at++;
    }
  }
  flush(false);
  return parts;
}

/** The paragraphs of a run of lines, or its lines where they are verses, rows or items. */
function textParts(run: readonly Line[], reader: Reader, aboveHeadline: boolean): Part[] {
  const { text, ruler } = reader;
  const groups = paragraphsOf(text, run, ruler, {
    apart: (line) => isApart(reader.plain(line)),
    namesOnly: (line) => isNamesOnly(reader.plain(line)),
    heading: (line) => mayStack(reader.plain(line)),
    spaced: (line) => isSpaced(reader.plain(line)),
    opens: (line) => datelineOf(reader.plain(line), 0) !== undefined || jumpFrom(reader.plain(line))?.span[0] === 0,
  }, aboveHeadline);
  // A line that no column holds is no running text.
  const isHead = ([line, second]: readonly Line[]): boolean =>
    ruler !== undefined && line !== undefined && second === undefined && isWider(text, line, ruler) && isHeadingLine(line, reader);
  if (groups.length < run.length || run.length < 2) return groups.map(({ lines, belowFull }) => ({ lines, heading: isHead(lines), belowFull }));
  const plain = run.map((line) => reader.plain(line));
  // A headline and a name may stand on top of a poem or a table.
  for (let skip = 0; skip <= 2; skip++) {
    const form = formOf(skip === 0 ? plain : plain.slice(skip));
    if (form !== undefined) return groups.map(({ lines }, i) => ({ lines, heading: false, form: i < skip ? undefined : form }));
  }
  return groups.map(({ lines }) => ({ lines, heading: false }));
}

/** A space between clauses, as headlines have it in place of a comma. */
const SPACED = /\p{Script=Han}[”》]?[ \u3000]{1,4}[“《]?\p{Script=Han}/u;

/** Whether a line looks like a headline and has such a space; names of those who wrote have one, too. */
const isSpaced = (line: string): boolean => couldBeHeadline(line) && SPACED.test(line) && !/[（(：:，,]|记者|通讯员/u.test(line);

/** Whether a line stands above headlines and is no part of them. */
const isAbove = (line: string): boolean => isFurniture(line) || STANDING_HEADS.has(line);

const isMarked = (line: Line, { text }: Reader): boolean => text[line.span[0]] === '#' && markLength(text.slice(line.span[0], line.span[0] + 16)) > 0;

/** How many lines the headline has that begins with the marked line at `from`. */
function markedLines(lines: readonly Line[], from: number, reader: Reader): number {
  const next = lines[from + 1];
  const head = next !== undefined && isBroken(lines, from, reader) && isHeadingLine(next, reader) ? 2 : 1;
  return head + decksBelow(lines, from + head, reader);
}

/**
 * Whether a line ends with two blanks and the one below it does not: in Markdown a break inside a paragraph, in dumps the sign that
 * a headline goes on.
 */
function isBroken(lines: readonly Line[], at: number, { text }: Reader): boolean {
  const blanks = (line: Line | undefined): boolean => line !== undefined && text.startsWith('  ', line.span[1]);
  return lines[at + 1] !== undefined && blanks(lines[at]) && !blanks(lines[at + 1]);
}

/** How many lines the headline has that begins with the unmarked line at `from` and goes on behind two blanks; 0 where none does. */
function brokenLines(lines: readonly Line[], from: number, reader: Reader): number {
  if (!isBroken(lines, from, reader)) return 0;
  const both = lines.slice(from, from + 2);
  const isHead = both.every((line) => isHeadingLine(line, reader)) && both.some((line) => couldBeHeadline(reader.plain(line)));
  return isHead ? 2 + decksBelow(lines, from + 2, reader) : 0;
}

/** How many lines from `from` on are decks. */
function decksBelow(lines: readonly Line[], from: number, reader: Reader): number {
  let end = from;
  for (let line = lines[end]; line !== undefined && end < from + MOST_DECKS && isDeck(reader.plain(line)); line = lines[end]) end++;
  return end - from;
}

/** Whether a printed line is no running text: a byline, a credit, a folio or a bare jump line. */
function isApart(line: string): boolean {
  if (line.length > LONGEST_LINE || isFinal(line[line.length - 1] ?? '')) return false;
  return isByline(line) || isCredit(line) || isFurniture(line) || jumpFrom(line)?.span[1] === line.length;
}

/** Whether a byline holds nothing that a text may go on from: not 本报讯（记者 …, nor names in brackets. */
const isNamesOnly = (line: string): boolean => /^(?:[□■◇◆●]|本报)[^讯电()（）]*$/u.test(line.replaceAll('通讯员', '')) && isByline(line);

/** How many lines at the top of a block are its headline; 0 where there is none, or one line only that speaks for itself. */
function headingLines(lines: readonly Line[], reader: Reader): number {
  const top = lines.slice(0, MOST_HEADING);
  const marked = top.findIndex((line) => isMarked(line, reader));
  if (marked === 0) {
    const end = markedLines(lines, 0, reader);
    // A marked kicker with its headline below it, marked or not: only where the block holds nothing else.
    return end < lines.length && lines.length <= 3 && lines.slice(1).every((line) => isHeadingLine(line, reader)) ? lines.length : end;
  }
  const looks = top.map((line) => !isMarked(line, reader) && couldBeHeadline(reader.plain(line)));
  if (marked > 0 && looks.slice(0, marked).every(Boolean)) return marked + 1 + decksBelow(lines, marked + 1, reader);
  const broken = brokenLines(lines, 0, reader);
  if (broken > 0) return broken;
  // Two or three lines of which none ends a sentence: one of them may look odd by itself.
  const stacked = lines.length <= 3 && looks.includes(true) && !isWrapped(lines, reader) && lines.every((line, i) => (i > 0 ? isHeadingLine(line, reader) : mayStack(reader.plain(line))));
  return stacked ? lines.length : linesAboveText(lines, looks, reader);
}

const isHeadingLine = (line: Line, reader: Reader): boolean => isDeck(reader.plain(line)) || mayStack(reader.plain(line));

/** Whether each line but the last fills its column: then it is the rest of a paragraph and no headline. */
function isWrapped(lines: readonly Line[], { text, ruler }: Reader): boolean {
  return ruler !== undefined && isFull(text, lines, ruler);
}

/** Two or three lines without a mark on top of a block are its headline when a byline or an indented paragraph follows. */
function linesAboveText(lines: readonly Line[], looks: readonly boolean[], reader: Reader): number {
  const first = lines[0];
  let end = 0;
  for (let line = first; line !== undefined && first !== undefined && end < 3 && line.indent < first.indent + 2; line = lines[end]) {
    if (looks[end] !== true && !mayStack(reader.plain(line))) break;
    end++;
  }
  const above = lines[end - 1];
  const below = lines[end];
  if (end < 2 || above === undefined || below === undefined || !looks.slice(0, end).includes(true)) return 0;
  if (isByline(reader.plain(below))) return end;
  return below.indent >= above.indent + 2 && !isWrapped(lines.slice(0, end), reader) ? end : 0;
}

/** Whether a line may be part of a headline of several lines. */
function mayStack(line: string): boolean {
  const bare = line.slice(markLength(line));
  return headlineShape(bare) > -3.2 && isNoRole(bare);
}

function couldBeHeadline(line: string): boolean {
  return headlineShape(line) > 0.5 && isNoRole(line);
}

const isNoRole = (line: string): boolean => !isByline(line) && !isCredit(line) && !isFurniture(line) && jumpFrom(line) === undefined;
