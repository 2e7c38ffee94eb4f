/** Figures of special build: 百分之三, 三分之一, 1小时50分, 4分02秒3, 50元6角. */
import { digitsEnd, hanDigit, readNumeral } from './numerals';

export interface Part {
  readonly value: number;
  readonly end: number;
}

export interface Share {
  readonly kind: 'percentage' | 'fraction';
  readonly value: number;
  readonly end: number;
}

/** 百分之三 as 3 per cent, 千分之五 as 0.5, 三分之一 as a fraction. */
export function readShare(text: string, at: number, limit: number): Share | undefined {
  const whole = readNumeral(text, at, limit);
  if (whole === undefined || whole.upper !== undefined || !text.startsWith('分之', whole.end)) return undefined;
  const part = readNumeral(text, whole.end + 2, limit);
  if (part === undefined || part.upper !== undefined || whole.value === 0) return undefined;
  const hundredths = whole.bare && whole.end === at + 1;
  return hundredths
    ? { kind: 'percentage', value: (part.value * 100) / whole.value, end: part.end }
    : { kind: 'fraction', value: part.value / whole.value, end: part.end };
}

/** 3成, 七成六, 三成半, 7折, 七五折: tenths, as per cent. `at` is the end of the number, `value` the number before it. */
export function readTenths(text: string, at: number, limit: number, value: number): { readonly value: number; readonly end: number } | undefined {
  const sign = at < limit ? text.charAt(at) : '';
  if (sign !== '成' && sign !== '折') return undefined;
  let end = at + 1;
  let percent = Number((value * 10).toPrecision(12));
  if (sign === '折' && value > 10 && value < 100) percent = value;
  if (text.charAt(end) === '半' && end < limit) {
    percent += 5;
    end++;
  } else if (end < limit) {
    const more = readNumeral(text, end, limit);
    if (more !== undefined && more.value < 10 && !more.bare && more.end === end + 1 && !more.arabic) {
      percent += more.value;
      end = more.end;
    }
  }
  // 三成为, 五成功: only what can follow a share makes it one.
  const next = end < limit ? text.charAt(end) : '';
  const ends = next === '' || next < '一' || next > '龥' || '多以的左上下至到是和与在用来由'.includes(next);
  return percent <= 100 && (ends || sign === '折') ? { value: percent, end } : undefined;
}

/** 三八折, 九五折: two digits in a row are tens and ones of a discount, here and nowhere else. */
export function readDiscount(text: string, at: number, limit: number): Part | undefined {
  const tens = hanDigit(text.charAt(at));
  const ones = hanDigit(text.charAt(at + 1));
  if (tens === undefined || ones === undefined || at + 2 >= limit || text.charAt(at + 2) !== '折') return undefined;
  return { value: tens * 10 + ones, end: at + 3 };
}

/** 三吨半, 两年半: the end of 半 after a unit at `at`, or `at` itself. */
export function halfEnd(text: string, at: number, limit: number): number {
  const next = text.charAt(at + 1) || ' ';
  return at < limit && text.charAt(at) === '半' && !'径数价个小山岛决程导成封自'.includes(next) ? at + 1 : at;
}

/** 1小时50分 and 3小时20分钟 in minutes, 4分02秒3 in seconds. */
export function readDuration(
  text: string,
  at: number,
  limit: number,
): { readonly value: number; readonly unit: '分钟' | '秒'; readonly end: number } | undefined {
  const hours = readPart(text, at, limit, ['个小时', '小时']);
  const minutes = readPart(text, hours?.end ?? at, limit, ['分钟', '分']);
  const seconds = readPart(text, minutes?.end ?? hours?.end ?? at, limit, ['秒']);
  const parts = [hours, minutes, seconds].filter((part) => part !== undefined);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return undefined;
  const whole = (hours?.value ?? 0) * 60 + (minutes?.value ?? 0);
  if (seconds === undefined) return { value: whole, unit: '分钟', end: last.end };
  const tenths = digitsEnd(text, last.end, limit);
  const fraction = tenths > last.end && tenths - last.end <= 3 ? Number(`0.${text.slice(last.end, tenths)}`) : 0;
  const value = Number((whole * 60 + seconds.value + fraction).toPrecision(12));
  return { value, unit: '秒', end: fraction > 0 ? tenths : last.end };
}

function readPart(text: string, at: number, limit: number, units: readonly string[]): Part | undefined {
  const found = readNumeral(text, at, limit);
  if (found === undefined || found.bare || found.upper !== undefined || found.vague !== undefined) return undefined;
  const unit = units.find((word) => found.end + word.length <= limit && text.startsWith(word, found.end));
  return unit === undefined ? undefined : { value: found.value, end: found.end + unit.length };
}

/** What follows 元: 50元6角三分 is 50.63. `at` is the end of 元. */
export function readSmallMoney(text: string, at: number, limit: number): Part | undefined {
  const tenths = readPart(text, at, limit, ['角', '毛']);
  const cents = readPart(text, tenths?.end ?? at, limit, ['分']);
  const end = cents?.end ?? tenths?.end;
  if (end === undefined || (cents !== undefined && cents.value > 99) || (tenths !== undefined && tenths.value > 9)) return undefined;
  return { value: (tenths?.value ?? 0) / 10 + (cents?.value ?? 0) / 100, end };
}
