import { isDigit, isHan, isLatin, isSpace } from '../text/characters';
import { lineEnd } from '../text/lineEnds';
import { asRead, readingOf } from '../text/reading';
import { compose } from '../text/compose';
import { applyEdits, type TextEdit } from '../text/span';

const STARS = /^\*{2,3}$/;
/** Joiners and marks of direction have a sense in the scripts that need them, and between the parts of an emoji. */
const JOINERS = /^[\u200c-\u200f]$/;

/** A tag may stand in a tag, an entity in an entity (&amp;nbsp;): what is left behind them goes, too. */
const ROUNDS = 4;

/**
 * What a program that made text of a page left in it, taken out: invisible characters, bold marks, tags and entities of HTML, figures set as formulas, a space between each two
 * characters. Lines that hold nothing else stay, as do stars that may hide something (138****1234, 王**).
 * @returns edits in the order of the text
 */
export function leftIn(text: string): TextEdit[] {
  let edits = leftInOnce(text);
  for (let round = 1, left = edits; left.length > 0 && round < ROUNDS; round++) {
    const between = applyEdits(text, edits);
    left = leftInOnce(between);
    if (left.length > 0) edits = compose(between, edits, left);
  }
  return edits;
}

function leftInOnce(text: string): TextEdit[] {
  const edits = readingOf(text)?.edits() ?? [];
  const bold = boldIn(text, edits);
  const eol = lineEnd(text);
  return edits.flatMap((edit) => {
    const [start, end] = edit.span;
    const sign = text.slice(start, end);
    if (sign.includes('*') ? !bold.has(edit) : JOINERS.test(sign) && !isOfChinese(text, start, end)) return [];
    if (edit.newText !== '\n') return [edit];
    // A tag that ends a line where the text ends one says it twice.
    return [{ span: edit.span, newText: endsLine(text, start, -1) || endsLine(text, end, 1) ? '' : eol }];
  });
}

/** Whether an edit takes out nothing else, or writes what it stands for. */
export function isLeftIn(before: string, after: string): boolean {
  const read = withoutLeftIn(before);
  return read !== before && read.replace(/\s/gu, '') === after.replace(/\s/gu, '');
}

/** A passage as it is read when what was left in is gone. */
export function withoutLeftIn(passage: string): string {
  let read = passage;
  for (let round = 0; round < ROUNDS; round++) {
    const next = asRead(read);
    if (next === read) break;
    read = next;
  }
  return read;
}

/** Stars that open and close something on one line, at whose beginning or behind a sign or a space the first of them stand. */
function boldIn(text: string, edits: readonly TextEdit[]): Set<TextEdit> {
  const bold = new Set<TextEdit>();
  let open: TextEdit | undefined;
  for (const edit of edits) {
    const [start, end] = edit.span;
    const sign = text.slice(start, end);
    if (!STARS.test(sign)) continue;
    const known = open;
    open = edit;
    if (known === undefined || text[start - 1] === '*' || text[end] === '*') continue;
    const inside = text.slice(known.span[1], start);
    if (text.slice(...known.span) !== sign || inside.trim() === '' || /[\r\n\f]/u.test(inside) || text[known.span[0] - 1] === '*') continue;
    if (isLetter(text.charCodeAt(known.span[0] - 1))) continue;
    bold.add(known).add(edit);
    open = undefined;
  }
  return bold;
}

const isLetter = (code: number): boolean => isHan(code) || isLatin(code) || isDigit(code);

/** Whether a character without width stands in Chinese text, or at an end of it. */
function isOfChinese(text: string, start: number, end: number): boolean {
  const sides = [text.charCodeAt(start - 1), text.charCodeAt(end)];
  // Emoji are written in pairs of surrogates.
  if (sides.some((code) => code >= 0xd800 && code < 0xe000)) return false;
  return sides.some((code) => Number.isNaN(code) || code < 0x80 || isSpace(code) || isHan(code) || (code >= 0x3000 && code < 0x3040) || (code >= 0xff00 && code < 0xff61) || (code >= 0x2010 && code < 0x2040));
}

/** Whether nothing but blanks stands between a place and an end of its line. */
function endsLine(text: string, from: number, step: 1 | -1): boolean {
  for (let at = step === 1 ? from : from - 1; at >= 0 && at < text.length; at += step) {
    const char = text[at];
    if (char === '\n' || char === '\r' || char === '\f') return true;
    if (char !== ' ' && char !== '\t' && char !== '\u3000' && char !== '\u00a0') return false;
  }
  return true;
}
