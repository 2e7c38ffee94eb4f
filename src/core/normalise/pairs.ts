import { isDigit, isHan, isLatin } from '../text/characters';
import type { Change, Passage } from './passage';

/** Brackets kept open at most: hostile text of a million of them costs no more than this. */
const DEEPEST = 64;

/**
 * Round brackets of Chinese text in full width, both or none: those around Chinese text, and those that follow it
 * (上证指数(000001)). One that finds no partner stays as it is, and so does the target of a link.
 */
export function wideBrackets(passage: Passage): Change[] {
  const { text } = passage;
  const changes: Change[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if ((sign === '(' || sign === '（') && !passage.keeps(at)) {
      if (open.length < DEEPEST) open.push(at);
    } else if ((sign === ')' || sign === '）') && !passage.keeps(at)) {
      const start = open.pop();
      if (start === undefined || text[start - 1] === ']' || !chineseInside(passage, start, at)) continue;
      changes.push(...both(text, start, at, '（', '）'));
    }
  }
  return changes;
}

/** Straight quotation marks as curly ones: double ones, then single ones. */
export function curlyQuotes(passage: Passage): Change[] {
  return [...quotes(passage, '"', '“', '”'), ...quotes(passage, "'", '‘', '’')];
}

/** What no quotation begins with, and what none ends with, in either width. */
const NEVER_FIRST = /[\s，。：；？！,:;?!)）]/;
const NEVER_LAST = /[\s：:(（]/;

/**
 * The marks of one kind are paired in order. Where that does not come out, nobody can tell which one is too many or missing (a
 * quotation of several paragraphs has one at each beginning, a cut may have taken both ends), so all of them stay.
 */
function quotes(passage: Passage, straight: string, opening: string, closing: string): Change[] {
  const { text } = passage;
  const changes: Change[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign !== straight && sign !== opening && sign !== closing) continue;
    if (sign === straight && (passage.keeps(at) || isOther(text, at, start >= 0))) continue;
    if (start < 0) {
      if (sign === closing || (sign === straight && NEVER_FIRST.test(text.charAt(at + 1)))) return [];
      start = at;
    } else {
      if (sign === opening || (sign === straight && NEVER_LAST.test(text.charAt(at - 1)))) return [];
      if (chineseInside(passage, start, at)) changes.push(...both(text, start, at, opening, closing));
      start = -1;
    }
  }
  return start < 0 ? changes : [];
}

/** Whether a straight mark is no quotation mark: an apostrophe between letters or before a year, the sign of feet, inches, minutes. */
function isOther(text: string, at: number, isOpen: boolean): boolean {
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(at + 1);
  if (text[at] === "'" && isLatin(before) && isLatin(behind)) return true;
  if (isOpen) return false;
  return isDigit(before) || (text[at] === "'" && (isDigit(behind) || isLatin(before)));
}

/** Whether a pair belongs to Chinese text: by what it holds, or, where that is no Chinese, by what stands before it. */
function chineseInside(passage: Passage, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (isHan(passage.text.charCodeAt(at))) return true;
  const before = passage.before(start);
  return before === 'han' || (before === 'none' && isHan(passage.text.charCodeAt(end + 1)));
}

function both(text: string, start: number, end: number, opening: string, closing: string): Change[] {
  const change = (at: number, newText: string, partner: number): Change[] => (text[at] === newText ? [] : [{ start: at, end: at + 1, newText, partner }]);
  return [...change(start, opening, end), ...change(end, closing, start)];
}
