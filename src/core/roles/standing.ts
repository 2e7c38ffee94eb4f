import { isClosing, isFinal, isInner, isSpace } from '../text/characters';
import type { Line } from '../text/lines';
import { sliceSpan, type Span } from '../text/span';

/** Lines of a block that are looked at to tell verses and rows from text. */
const LOOKED_AT = 16;
/** Verse without signs is narrower than any column of prose. */
const WIDEST_VERSE = 9;

/** Letters, digits and the signs inside numbers and addresses: what no printer breaks. */
export const isWordCode = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x2e || code === 0x25 || code === 0x2d || code === 0x2f || code === 0x40;

/** Whether a line ends with a full stop, closing signs behind it aside. */
export function endsSentence(text: string, line: Line): boolean {
  let at = line.span[1] - 1;
  while (at > line.span[0] && isClosing(text[at] ?? '')) at--;
  return isFinal(text[at] ?? '');
}

/** Whether a line ends with brackets behind a full stop, as a signature or a source: …。（记者 …）. */
export function endsSigned(text: string, { span: [from, to] }: Line): boolean {
  if (!'）)'.includes(text[to - 1] ?? ' ')) return false;
  let at = to - 2;
  while (at > from && !'（(）)'.includes(text[at] ?? '')) at--;
  return '（('.includes(text[at] ?? ' ') && at > from && isFinal(text[at - 1] ?? '');
}

/** Whether a line ends with any sign. */
export function endsWithSign(text: string, line: Line): boolean {
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

/** 1欧元 7.7711, 《渡口》 9:30 13:00: whether a line is a row that ends with its figures. */
export const endsInFigures = (line: string): boolean => /\s[-+]?[0-9]{1,6}\.[0-9]{1,6}$|[0-9]:[0-9]{2}\s{1,4}[0-9]{1,2}:[0-9]{2}$/u.test(line);

/** Columns side by side are so many half-width blanks apart at least. */
const GUTTER = 4;

/** Whether lines run over two columns that stand side by side, as programs write them that keep a page's layout: to join them would mix two texts. */
function hasGutter(text: string, all: readonly Line[]): boolean {
  const crossing = all.reduce((count, { span }) => count + (crossesGutter(text, span) ? 1 : 0), 0);
  return crossing >= 2 && crossing >= all.length * 0.5;
}

/** Whether there is text on both sides of so wide a blank as parts two columns. */
export function crossesGutter(text: string, [from, to]: Span): boolean {
  let blanks = 0;
  let begun = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      blanks += code === 0x3000 ? 2 : 1;
      continue;
    }
    if (begun && blanks >= GUTTER) return true;
    begun = true;
    blanks = 0;
  }
  return false;
}

/** Why lines stay lines: they are rows of a table, they have each its sign at the end, as verses and items have, or none has any. */
export type Standing = 'rows' | 'signs' | 'bare';

/** Whether lines stay lines: verses and list items, each with its sign at the end, and rows of a table. */
export const standAsLines = (text: string, lines: readonly Line[]): boolean => standingOf(text, lines) !== undefined;

/** Why lines stay lines, if they do. */
export function standingOf(text: string, all: readonly Line[]): Standing | undefined {
  if (all.length >= 2 && hasGutter(text, all)) return 'rows';
  if (all.length < 4) return all.length >= 2 && all.every((line, i) => endsInFigures(sliceSpan(text, line.span).trimEnd()) || (i === 0 && isRow(text, line))) ? 'rows' : undefined;
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
  if (rows >= lines.length * 0.5) return 'rows';
  if (signs >= lines.length * 0.8) return 'signs';
  return bare && (all.length <= LOOKED_AT || widest <= WIDEST_VERSE) ? 'bare' : undefined;
}

function hasSign(text: string, line: Line): boolean {
  for (let at = line.span[0]; at < line.span[1]; at++) {
    const char = text[at] ?? '';
    if (isInner(char) || isFinal(char)) return true;
  }
  return false;
}

/** Whether a line ends inside brackets. */
export function isOpen(text: string, { span: [from, to] }: Line): boolean {
  for (let at = to - 1; at >= from; at--) {
    if (text[at] === '）' || text[at] === ')') return false;
    if (text[at] === '（' || text[at] === '(') return true;
  }
  return false;
}
