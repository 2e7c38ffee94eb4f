import { isHan } from '../text/characters';
import { digitsEnd, isDigitAt } from './literal';
import { DIGITS, isScale, SMALL_SCALES, TENS } from './numeralTable';

/** A whole number below ten thousand, as dates and times are written with. */
export interface Whole {
  readonly value: number;
  readonly end: number;
  readonly arabic: boolean;
  /** Digits or characters. */
  readonly length: number;
}

/**
 * The whole number at `at` of a folded text: `21`, 二十一, 廿一, 二〇二四. A space before Arabic digits, and one between them and the
 * sign of a date, belong to it: 2024 年 10 月 21 日, as text taken from a printed page has it.
 */
export function readWhole(text: string, at: number, limit: number): Whole | undefined {
  const from = text.charAt(at) === ' ' && isDigitAt(text, at + 1, limit) ? at + 1 : at;
  if (isDigitAt(text, from, limit)) {
    const end = digitsEnd(text, from, Math.min(limit, from + 5));
    const space = text.charAt(end) === ' ' && end + 1 < limit && '年月日时分'.includes(text.charAt(end + 1)) ? 1 : 0;
    return end - from > 4 ? undefined : { value: Number(text.slice(from, end)), end: end + space, arabic: true, length: end - from };
  }
  const code = text.charCodeAt(at);
  if (at >= limit || !isHan(code)) return undefined;
  return readSpelledWhole(text, at, limit) ?? readTens(text, at, limit);
}

/** 二〇二四, 九七: digit by digit. One alone is left to {@link readTens}. */
function readSpelledWhole(text: string, at: number, limit: number): Whole | undefined {
  let value = 0;
  let end = at;
  for (; end < Math.min(limit, at + 5); end++) {
    const digit = text.charAt(end) === '两' ? undefined : DIGITS.get(text.charAt(end));
    if (digit === undefined) break;
    value = value * 10 + digit;
  }
  const length = end - at;
  if (length < 2 || length > 4 || (end < limit && isScale(text.charAt(end)))) return undefined;
  return { value, end, arabic: false, length };
}

/** 二十一, 十, 廿二, 九: up to ninety-nine. */
function readTens(text: string, at: number, limit: number): Whole | undefined {
  let end = at;
  let value = 0;
  const char = text.charAt(end);
  const tens = TENS.get(char);
  const first = DIGITS.get(char);
  if (tens !== undefined) [value, end] = [tens * 10, end + 1];
  else if (SMALL_SCALES.get(char) === 1) [value, end] = [10, end + 1];
  else if (first !== undefined && end + 1 < limit && SMALL_SCALES.get(text.charAt(end + 1)) === 1) [value, end] = [first * 10, end + 2];
  else if (first !== undefined) return { value: first, end: end + 1, arabic: false, length: 1 };
  else return undefined;
  const last = end < limit ? DIGITS.get(text.charAt(end)) : undefined;
  if (last !== undefined && last > 0 && text.charAt(end) !== '两') [value, end] = [value + last, end + 1];
  const next = end < limit ? text.charAt(end) : '';
  return next !== '' && (DIGITS.has(next) || isScale(next)) && next !== '两' ? undefined : { value, end, arabic: false, length: end - at };
}
