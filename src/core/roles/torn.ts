import { isInner } from '../text/characters';
import type { Line } from '../text/lines';
import { breaksAt, fills, measure, type Break } from './ruler';
import { endsSentence, isOpen } from './standing';

/** Signs that begin no line, in a column or out of it; dashes and dots may be marks of items. */
const NEVER_FIRST = '，,、；;：！？!?。”’）)》】」』〉';

/** Whether a line begins with a sign that must stand behind something: what is above goes on. */
export const mustGoOn = (text: string, line: Line): boolean => NEVER_FIRST.includes(text[line.span[0]] ?? ' ');

/** What two lines tell that are one printed line: how wide it is at least and at most. */
const together = (width: number, narrow: number, end: Break): Break => ({ least: end.least + width, most: end.most + width, narrow: end.narrow + narrow });

/** A column, and how its paragraphs show. */
interface Column {
  readonly width: number;
  readonly cells: boolean;
  /** Whether each block is one paragraph, so that no other line stands in it. */
  readonly whole: boolean;
  /** Whether a line begins a paragraph by its indent. */
  readonly begins: (line: Line) => boolean;
  /** Whether a line is no running text. */
  readonly apart: (line: Line) => boolean;
}

/**
 * The printed lines that a reader of scans broke in two, by the number of the first part: two short lines that fill the column together, or of which
 * the second ends the sentence that a full line above began. Told is what the whole line says of its column; undefined of the last line of all.
 */
export function tornLines(text: string, lines: readonly Line[], breaks: readonly Break[], column: Column): ReadonlyMap<number, Break | undefined> {
  const { width: full, cells, whole, begins, apart } = column;
  const torn = new Map<number, Break | undefined>();
  for (let at = 0; at + 1 < lines.length; at++) {
    const [line, rest, below] = [lines[at], lines[at + 1], lines[at + 2]];
    const own = breaks[at];
    if (line === undefined || rest === undefined || own === undefined || fills(own, full, cells) || begins(rest)) continue;
    const ended = endsSentence(text, line);
    if (ended && (!whole || endsSentence(text, rest))) continue;
    const above = lines[at - 1];
    const before = torn.get(at - 2) ?? breaks[at - 1];
    const isBelowFull = above !== undefined && before !== undefined && fills(before, full, cells);
    const inside = isBelowFull && !endsSentence(text, above);
    if (!inside && !isInner(text[line.span[1] - 1] ?? '') && !isOpen(text, line) && apart(line)) continue;
    const { width, narrow } = measure(text, line, cells);
    const end = breaks[at + 1];
    const sum = width + measure(text, rest, cells).width;
    const unit = cells ? 2 : 1;
    const fit = end === undefined || below === undefined ? inside && sum > full - unit && sum <= full + unit : breaksAt(together(width, narrow, end), full) && !(begins(below) && !endsSentence(text, rest));
    const last = (whole ? isBelowFull : inside) && endsSentence(text, rest) && sum <= full;
    if (!fit && !last) continue;
    torn.set(at, end === undefined ? undefined : together(width, narrow, end));
    at++;
  }
  return torn;
}
