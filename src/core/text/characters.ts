/**
 * Character classes, all in one place. Newspapers mix half- and full-width signs on one page
 * (`,` beside `。`), so every rule asks here and never compares with a literal sign of its own.
 */

/** Signs that end a sentence. */
const FINAL = '。！？!?…';
/** Signs that may close a sentence after its final sign. */
const CLOSING = '”’」』）)】〕》〉］]"';
const OPENING = '“‘「『（(【〔《〈［[';
/** Signs inside a sentence: a text that ends on one goes on somewhere. */
const INNER = '，,、；;：:—-～·';

/** The pairs that must close again, opening sign to closing sign. */
export const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
  ['〔', '〕'],
  ['《', '》'],
  ['〈', '〉'],
]);

const set = (chars: string): ReadonlySet<string> => new Set(chars);
const FINALS = set(FINAL);
const CLOSINGS = set(CLOSING);
const OPENINGS = set(OPENING);
const INNERS = set(INNER);

export const isFinal = (char: string): boolean => FINALS.has(char);
export const isClosing = (char: string): boolean => CLOSINGS.has(char);
export const isOpening = (char: string): boolean => OPENINGS.has(char);
export const isInner = (char: string): boolean => INNERS.has(char);

/** An Arabic digit, half or full width. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** A Latin letter, half or full width. */
export function isLatin(code: number): boolean {
  const folded = code >= 0xff21 && code <= 0xff5a ? code - 0xfee0 : code;
  return (folded >= 0x41 && folded <= 0x5a) || (folded >= 0x61 && folded <= 0x7a);
}

/** A Chinese character (the unified block, its extension A, the compatibility block, 〇, and surrogates of the further planes). */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3007 ||
    (code >= 0xd840 && code <= 0xdfff)
  );
}

/** White space as `String.prototype.trim` sees it, the ideographic space and the byte order mark included. */
export function isSpace(code: number): boolean {
  // Nearly every character asked about is Chinese or a letter: no, without going through the list.
  if ((code > 0x20 && code < 0xa0) || (code > 0x3000 && code !== 0xfeff)) return false;
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  );
}
