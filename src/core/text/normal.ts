import { isDigit, isLatin, isSpace } from './characters';

/** Half-width signs and the full-width ones that stand for the same; vertical quotation marks count as the horizontal ones. */
const FOLD: ReadonlyMap<number, number> = new Map(
  (
    [
      [',', '，'], [':', '：'], [';', '；'], ['!', '！'], ['?', '？'], ['(', '（'], [')', '）'],
      ['「', '“'], ['」', '”'], ['『', '‘'], ['』', '’'], ['％', '%'], ['－', '—'], ['-', '—'], ['―', '—'], ['•', '·'],
    ] as const
  ).map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]),
);
const ZERO = 0x30;
const LETTER = 0x61;
const POINT = 0x2e;

/** The sign that stands for a paragraph's edge in the language model. */
export const EDGE = 0x0a;
/** The sign that stands for a headline's edge. */
export const TITLE_EDGE = 0x01;

/**
 * Text as the language model reads it: a run of digits (with a decimal point inside) is one `0`,
 * a run of Latin letters one `a`, signs have one width, white space is gone. So that figures and
 * typing habits of one paper do not scatter the counts.
 * @returns character codes; at most `limit` of them
 */
export function normalCodes(text: string, start = 0, end = text.length, limit = Infinity): number[] {
  const out: number[] = [];
  for (let at = start; at < end && out.length < limit; at++) {
    const code = text.charCodeAt(at);
    // Most of a text: none of what follows is for it.
    if (code >= 0x4e00 && code <= 0x9fff) {
      out.push(code);
      continue;
    }
    if (isSpace(code)) continue;
    const last = out[out.length - 1];
    if (isDigit(code)) {
      if (last !== ZERO) out.push(ZERO);
    } else if (isLatin(code)) {
      if (last !== LETTER) out.push(LETTER);
    } else if ((code === POINT || code === 0xff0e) && last === ZERO) {
      continue;
    } else {
      out.push(FOLD.get(code) ?? code);
    }
  }
  return out;
}

/** The last `count` codes of a text, as {@link normalCodes} gives them, reading only as much of the text as it takes. */
export function normalTail(text: string, start: number, end: number, count: number): number[] {
  // Digits and letters fold together, so a window several times as wide nearly always gives enough.
  const window = Math.max(start, end - count * 8);
  return normalCodes(text, window, end).slice(-count);
}
