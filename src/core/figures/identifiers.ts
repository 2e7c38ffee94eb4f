/** Strings of digits that measure nothing: telephone numbers, number plates, accounts, addresses of the web. */
import { isLatin } from '../text/characters';
import { digitsEnd, isDigitAt } from './literal';
import { readUnit } from './units';

/** Longer runs of letters and signs are cut, so that a text of nothing else is read once. */
const LONGEST_ADDRESS = 2000;
/** The first characters of number plates. */
export const PROVINCES: ReadonlySet<string> = new Set('京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁');

export interface Identifier {
  readonly end: number;
  readonly kind: 'phone' | 'code';
}

/** The end of a web or mail address that starts at `at`, or `at` itself. */
export function addressEnd(text: string, at: number, limit: number): number {
  if (!['http://', 'https://', 'www.'].some((start) => text.startsWith(start, at))) return at;
  let end = at;
  const last = Math.min(limit, at + LONGEST_ADDRESS);
  while (end < last && text.charCodeAt(end) > 0x20 && text.charCodeAt(end) < 0x7f) end++;
  return end;
}

/** The end of a number plate: 蒙A12345, 京AD12345. */
export function plateEnd(text: string, at: number, limit: number): number {
  const letter = text.charCodeAt(at + 1);
  if (letter < 0x41 || letter > 0x5a) return at;
  let end = at + 2;
  if (text.charAt(end) === '·') end++;
  const start = end;
  let digits = 0;
  while (end < Math.min(limit, start + 7) && (isDigitAt(text, end, limit) || isLatin(text.charCodeAt(end)) || text.charAt(end) === '*')) {
    if (isDigitAt(text, end, limit)) digits++;
    end++;
  }
  const length = end - start;
  return (length === 5 || length === 6) && digits >= 2 ? end : at;
}

/**
 * A telephone number: 0471-6635350, (0471)6635350, 13812345678, 400-123-4567, 0086-471-6635350, 12345 behind 热线 or 电话.
 * @param start nothing before it is read
 */
export function readPhone(text: string, at: number, limit: number, start: number): number {
  const run = digitsEnd(text, at, Math.min(limit, at + 13));
  const length = run - at;
  if (length === 11 && /^1[3-9]/.test(text.slice(at, at + 2))) return run;
  const abroad = text.charAt(at - 1) === '+' || text.startsWith('00', at) ? /^(?:00)?\d{1,3}(?:-\d{2,11}){1,5}(?![\d.])/.exec(text.slice(at, Math.min(limit, at + 30))) : null;
  if (abroad !== null && abroad[0].replace(/\D/g, '').length >= 7) return at + abroad[0].length;
  const sign = run < limit ? text.charAt(run) : '';
  if (length >= 3 && (sign === '-' || sign === '—' || sign === ')') && /^(?:0\d{2,3}|400|800)$/.test(text.slice(at, run))) {
    const second = digitsEnd(text, run + 1, Math.min(limit, run + 10));
    const size = second - run - 1;
    if (size >= 7 && size <= 8) return second;
    if (size === 3 && (text.charAt(second) === '-' || text.charAt(second) === '—')) {
      const third = digitsEnd(text, second + 1, Math.min(limit, second + 6));
      if (third - second === 5) return third;
    }
  }
  if ((length === 7 || length === 8 || length === 5 || length === 3 || length === 10) && isTelephone(text, at, run, limit, start)) return run;
  return at;
}

const TELEPHONE = /(?:电话|热线|拨打|致电|传真|手机)(?:号码)?[:：为是]?“? ?$/;
const MORE_TELEPHONES = /(?:电话|热线|拨打|致电|传真|手机)(?:号码)?[:：为是]?“? ?(?:\d{3,11}[、,，和或]){1,3}$/;

/** 电话:, 热线, 拨打, 咨询电话为; 拨打110、119, where no unit stands behind the last one. */
function isTelephone(text: string, at: number, end: number, limit: number, start: number): boolean {
  if (TELEPHONE.test(text.slice(Math.max(start, at - 6), at))) return true;
  // The numbers before it are read already, and stand before `start`.
  return '、,，和或'.includes(text.charAt(at - 1) || ' ') && MORE_TELEPHONES.test(text.slice(Math.max(0, at - 48), at)) && readUnit(text, end, limit) === undefined;
}

/**
 * A token of letters and digits (A2021072, D1234次, C919, PM2.5): the digits count nothing.
 * @returns the end of what must not be read as numbers, and the kind where it is long enough to be worth showing
 */
export function readToken(text: string, at: number, limit: number): { readonly end: number; readonly code: boolean } {
  let end = at;
  let digits = 0;
  const last = Math.min(limit, at + LONGEST_ADDRESS);
  while (end < last) {
    const code = text.charCodeAt(end);
    const digit = code >= 0x30 && code <= 0x39;
    // A-5 and PM2.5 go on over the sign.
    const joint = (code === 0x2d || code === 0x2e || code === 0x5f || code === 0x2f) && end > at && isDigitAt(text, end + 1, limit);
    if (!digit && !joint && !(isLatin(code) && code < 0x80)) break;
    if (digit) digits++;
    end++;
  }
  return { end, code: digits >= 5 };
}
