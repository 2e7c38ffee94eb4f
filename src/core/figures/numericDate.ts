import type { Moment } from './figure';
import { digitsEnd, isDigitAt } from './literal';

const isDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** 2024-10-21, 2024.10.21, 2024/10/21, 10/21/2024, 20241021: dates in digits alone. */
export function readNumericDate(text: string, at: number, limit: number): { readonly end: number; readonly moment: Moment } | undefined {
  const first = digitsEnd(text, at, Math.min(limit, at + 9));
  const length = first - at;
  if (length === 8 && !isDigitAt(text, first, limit)) return readRun(text, at, first);
  if (length !== 4 && length !== 2 && length !== 1) return undefined;
  const sign = text.charAt(first);
  if (first >= limit || !'-—./'.includes(sign || ' ')) return undefined;
  const second = digitsEnd(text, first + 1, Math.min(limit, first + 4));
  if (second === first + 1 || second > first + 3 || second >= limit || !'-—./'.includes(text.charAt(second))) return undefined;
  const third = digitsEnd(text, second + 1, Math.min(limit, second + 6));
  if (third === second + 1 || isDigitAt(text, third, limit)) return undefined;
  const [a, b, c] = [Number(text.slice(at, first)), Number(text.slice(first + 1, second)), Number(text.slice(second + 1, third))];
  if (length === 4 && a >= 1000 && a <= 2999 && third - second <= 3 && isDay(b, c)) return { end: third, moment: { year: a, month: b, day: c } };
  // As in America, month first; other papers do not write this way round.
  if (length <= 2 && sign === '/' && third - second === 5 && c >= 1000 && c <= 2999 && isDay(a, b)) return { end: third, moment: { year: c, month: a, day: b } };
  return undefined;
}

/** 20241021 */
function readRun(text: string, at: number, end: number): { readonly end: number; readonly moment: Moment } | undefined {
  const [year, month, day] = [Number(text.slice(at, at + 4)), Number(text.slice(at + 4, at + 6)), Number(text.slice(at + 6, end))];
  return year >= 1900 && year <= 2099 && isDay(month, day) ? { end, moment: { year, month, day } } : undefined;
}
