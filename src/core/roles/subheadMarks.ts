import { linesOf } from '../text/lines';
import type { Span } from '../text/span';
import { markLength } from './headline';

/** Longest subhead, in UTF-16 units: one that is a level deeper than the headlines, and one that is not. */
const LONGEST_DEEPER = 20;
const LONGEST = 12;
/** A line that is this long is text: names of series stand above headlines. */
const TEXT = 30;
/** As much of a line as a mark can have. */
const LOOK_AT = 16;
/** Short marked lines of a page from which on marks are no sign of a headline there, and of how many marked lines one has to be short. */
const FEWEST = 5;
const SHARE = 4;

/**
 * The marks that say little: programs that make Markdown of a page mark subheads, too, a level deeper or like headlines. Such a line is judged as one without a
 * mark, by its looks and what stands around it.
 * @returns the places of the marks, white space behind them included
 */
export function subheadMarks(text: string): Span[] {
  if (!text.includes('#')) return [];
  const all = linesOf(text).filter(({ span: [from, to] }) => from < to);
  const lines = all.flatMap(({ span: [from, to] }, i) => {
    const mark = text[from] === '#' ? markLength(text.slice(from, Math.min(to, from + LOOK_AT))) : 0;
    const [start, end] = all[i + 1]?.span ?? [to, to];
    return mark === 0 ? [] : [{ span: [from, from + mark] as const, level: text.slice(from, to).search(/[^#]/u), length: to - from - mark, aboveText: end - start >= TEXT }];
  });
  const level = mainLevel(lines.map((line) => line.level));
  const top = lines.filter((line) => line.level <= level);
  const short = top.filter(({ length, aboveText }) => length <= LONGEST && aboveText);
  const loose = short.length >= FEWEST && short.length * SHARE >= top.length ? short : [];
  const deeper = lines.filter((line) => line.level > level && line.length <= LONGEST_DEEPER);
  return [...loose, ...deeper].map(({ span }) => span).sort((a, b) => a[0] - b[0]);
}

/** A line that is bold from its first sign to its last: **修旧如旧**. */
const BOLD = /^(\*{2,3})[^*\n]{1,60}\1$/u;

/**
 * The lines that the program which read the page set apart: bold as a whole, or with a mark that says little. Whatever they are, no paragraph runs over them.
 * @param marks as {@link subheadMarks} gives them
 */
export function linesSetApart(text: string, marks: readonly Span[]): Span[] {
  if (marks.length === 0 && !text.includes('**')) return [];
  const marked = new Map(marks);
  return linesOf(text).flatMap(({ span: [from, to] }): Span[] => {
    const behind = marked.get(from);
    if (behind !== undefined) return [[behind, to]];
    return BOLD.test(text.slice(from, to).trimEnd()) ? [[from, to]] : [];
  });
}

/** The level of the page's headlines: the first that more than one line has. */
function mainLevel(levels: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  const several = [...counts].filter(([, count]) => count > 1).map(([level]) => level);
  return Math.min(...(several.length > 0 ? several : levels));
}
