import { isDigit, isLatin, isSpace } from './characters';
import { SIMPLIFIED_CODES } from './traditional';

/** Half-width signs and the full-width ones that stand for the same; vertical quotation marks count as the horizontal ones. */
const FOLD = [
  [',', '，'], [':', '：'], [';', '；'], ['!', '！'], ['?', '？'], ['(', '（'], [')', '）'],
  ['「', '“'], ['」', '”'], ['『', '‘'], ['』', '’'], ['％', '%'], ['－', '—'], ['-', '—'], ['―', '—'], ['•', '·'],
] as const;
const ZERO = 0x30;
const LETTER = 0x61;
const POINT = 0x2e;
const WIDE_POINT = 0xff0e;
/** In {@link NORMAL}: white space and points, which are looked at once more. */
const OTHER = 1;

/** The sign that stands for a paragraph's edge in the language model. */
export const EDGE = 0x0a;
/** The sign that stands for a headline's edge. */
export const TITLE_EDGE = 0x01;

/** The ranges that hold all white space, digits and letters; the table is made when the program starts and must cost nothing. */
const CLASSED: readonly (readonly [number, number])[] = [[0, 0x3000], [0xfeff, 0xff5a]];

/** What each UTF-16 unit becomes, 0 where it stays as it is, so that a character costs one look. */
const NORMAL = normalTable();

function normalTable(): Uint16Array {
  const table = Uint16Array.from(SIMPLIFIED_CODES);
  for (const [first, last] of CLASSED) {
    for (let code = first; code <= last; code++) {
      if (isSpace(code) || code === POINT || code === WIDE_POINT) table[code] = OTHER;
      else if (isDigit(code)) table[code] = ZERO;
      else if (isLatin(code)) table[code] = LETTER;
    }
  }
  for (const [from, to] of FOLD) table[from.charCodeAt(0)] = to.charCodeAt(0);
  return table;
}

/**
 * Text as the language model reads it: a run of digits (with a decimal point inside) is one `0`,
 * a run of Latin letters one `a`, signs have one width, traditional characters are simplified ones, white space is gone.
 * So that figures and typing habits of one paper do not scatter the counts.
 * @returns character codes; at most `limit` of them
 */
export function normalCodes(text: string, start = 0, end = text.length, limit = Infinity): number[] {
  const out: number[] = [];
  let last = 0;
  for (let at = start; at < end && out.length < limit; at++) {
    const code = text.charCodeAt(at);
    const to = NORMAL[code] ?? 0;
    if (to === OTHER) {
      if ((code !== POINT && code !== WIDE_POINT) || last === ZERO) continue;
      last = code;
    } else if (to === 0) {
      last = code;
    } else {
      if (to === last && (to === ZERO || to === LETTER)) continue;
      last = to;
    }
    out.push(last);
  }
  return out;
}

/** The last `count` codes of a text, as {@link normalCodes} gives them, reading only as much of the text as it takes. */
export function normalTail(text: string, start: number, end: number, count: number): number[] {
  // Digits and letters fold together, so a window several times as wide nearly always gives enough.
  const window = Math.max(start, end - count * 8);
  return normalCodes(text, window, end).slice(-count);
}
