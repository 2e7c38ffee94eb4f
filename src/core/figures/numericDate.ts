import type { Moment } from './figure';
import { digitsEnd, isDigitAt } from './literal';
import { readUnit } from './units';

const isDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** A year of two digits: 98 is of the last century, 24 of this one. */
export const fullYear = (value: number): number => (value >= 30 ? 1900 + value : 2000 + value);

/** 2024-10-21, 2024.10.21, 2024/10/21, 10/21/2024, 10/21/24, 20241021, 11/6号, 5·20, 07-14: dates in digits alone. */
export function readNumericDate(text: string, at: number, limit: number): { readonly end: number; readonly moment: Moment } | undefined {
  const first = digitsEnd(text, at, Math.min(limit, at + 9));
  const length = first - at;
  if (length === 8 && !isDigitAt(text, first, limit)) return readRun(text, at, first);
  if (length !== 4 && length !== 2 && length !== 1) return undefined;
  const sign = text.charAt(first);
  if (first >= limit || !'-—./·'.includes(sign || ' ')) return undefined;
  const second = digitsEnd(text, first + 1, Math.min(limit, first + 4));
  if (second === first + 1 || second > first + 3) return undefined;
  if (second >= limit || !'-—./'.includes(text.charAt(second))) return length === 4 ? undefined : readMonthDay(text, at, first, second, limit);
  const run = digitsEnd(text, second + 1, Math.min(limit, second + 6));
  // 2024-10-2109:30: the time stands right behind the day.
  const third = length === 4 && run === second + 5 && text.charAt(run) === ':' ? second + 3 : run;
  if (third === second + 1 || (third === run && isDigitAt(text, third, limit))) return undefined;
  const [a, b, c] = [Number(text.slice(at, first)), Number(text.slice(first + 1, second)), Number(text.slice(second + 1, third))];
  if (length === 4 && a >= 1000 && a <= 2999 && third - second <= 3 && isDay(b, c)) return { end: third, moment: { year: a, month: b, day: c } };
  // As in America, month first; other papers do not write this way round.
  if (length > 2 || sign !== '/' || text.charAt(second) !== '/' || !isDay(a, b)) return undefined;
  if (third - second === 5 && c >= 1000 && c <= 2999) return { end: third, moment: { year: c, month: a, day: b } };
  return third - second === 3 && text.charAt(third) !== '/' ? { end: third, moment: { year: fullYear(c), month: a, day: b } } : undefined;
}

/** 11/6号, 5·20, 07-14: month and day with a sign between that shows them to be such. */
function readMonthDay(text: string, at: number, first: number, second: number, limit: number): { readonly end: number; readonly moment: Moment } | undefined {
  const [month, day] = [Number(text.slice(at, first)), Number(text.slice(first + 1, second))];
  if (!isDay(month, day) || isDigitAt(text, second, limit)) return undefined;
  const [sign, next, before] = [text.charAt(first), second < limit ? text.charAt(second) : '', at > 0 ? text.charAt(at - 1) : ''];
  const moment = { month, day };
  if (sign === '/') return next !== '' && '号日'.includes(next) ? { end: second + 1, moment } : undefined;
  if (sign === '·') return readUnit(text, second, limit) === undefined && !isDigitAt(text, at - 1, limit) ? { end: second, moment } : undefined;
  // 2-1 is a score, 07-14 a day; behind a word it is the number of a document.
  const dated = sign === '-' && first === at + 2 && second === first + 3 && (text.charAt(at) === '0' || /^ \d\d:\d\d/.test(text.slice(second, Math.min(limit, second + 6))));
  return dated && (before === '' || ' \n，。(“'.includes(before)) && (next === '' || ' ，。)”\n'.includes(next)) ? { end: second, moment } : undefined;
}

/** 1996.04—2003.09, 2006.4—2009, 2010.05—至今: months of a life, as in the notices of appointments. */
export function readMonthRange(text: string, at: number, limit: number): { readonly end: number; readonly from: Moment; readonly to?: Moment } | undefined {
  if (text.charAt(at + 4) !== '.') return undefined;
  const found = /^((?:19|20)\d\d)\.(\d\d?)[—\-~至]{1,2}(?:((?:19|20)\d\d)(?:\.(\d\d?))?|至?今)(?![\d.])/.exec(text.slice(at, Math.min(limit, at + 20)));
  if (found === null) return undefined;
  const [written, year, month, toYear, toMonth] = found;
  const from = { year: Number(year), month: Number(month) };
  const end = at + written.length;
  if (!isDay(from.month, 1) || readUnit(text, end, limit) !== undefined) return undefined;
  if (toYear === undefined) return { end, from };
  const to = { year: Number(toYear), ...(toMonth === undefined ? {} : { month: Number(toMonth) }) };
  return (to.month === undefined || isDay(to.month, 1)) && to.year >= from.year ? { end, from, to } : undefined;
}

/** 20241021 */
function readRun(text: string, at: number, end: number): { readonly end: number; readonly moment: Moment } | undefined {
  const [year, month, day] = [Number(text.slice(at, at + 4)), Number(text.slice(at + 4, at + 6)), Number(text.slice(at + 6, end))];
  // 20241021元 is a sum.
  const counted = readUnit(text, end, text.length) !== undefined || '万亿千百余多.,'.includes(text.charAt(end) || ' ');
  return year >= 1900 && year <= 2099 && isDay(month, day) && !counted ? { end, moment: { year, month, day } } : undefined;
}
