/** Dates and times of day: 2024年10月21日, 10月20日, 25日, 2019年以来, 1—8月, 上午9时30分, 二〇二四年. */
import type { FigureDate, Moment } from './figure';
import { digitsEnd, hanDigit, isHanNumeral, readLiteral, readNumeral } from './numerals';

export interface DateReading {
  readonly end: number;
  readonly date: FigureDate;
}

/** Words for a part of the day, and whether they put a small hour into the second half of the day. */
const DAY_PARTS: readonly (readonly [word: string, late: boolean])[] = [
  ['上午', false], ['下午', true], ['凌晨', false], ['清晨', false], ['早上', false], ['早晨', false], ['中午', true],
  ['傍晚', true], ['晚上', true], ['深夜', true], ['夜间', true], ['当晚', true], ['晚间', true], ['早', false], ['晚', true],
];
const RANGE_SIGNS = '—–-－~～至到';
/** What makes another word of 时, 点 and 日. */
const NOT_AFTER_HOUR = '代间尚髦常刻候期段空速差装';
const NOT_AFTER_DAY = '元均游本照圆币';

type Grain = 'year' | 'month' | 'day' | 'time';

interface MomentReading {
  readonly end: number;
  readonly moment: Moment;
  /** The finest part that is given. */
  readonly grain: Grain;
}

/** The date or time that starts at `at`; a word for a part of the day may stand in front of a time. */
export function readDate(text: string, at: number, limit: number): DateReading | undefined {
  const first = readMoment(text, at, limit) ?? readShortRangeStart(text, at, limit);
  if (first === undefined) return undefined;
  let { end } = first;
  let date: FigureDate = first.moment;
  const sign = rangeSignEnd(text, end, limit);
  const second = sign === end ? undefined : readMoment(text, sign, limit, first.grain === 'time' ? first.moment : undefined);
  if (second !== undefined) {
    date = { ...date, to: { ...coarser(first.moment, second.moment), ...second.moment } };
    end = second.end;
  }
  const since = second === undefined ? sinceEnd(text, end, limit, first.grain) : end;
  return since > end ? { end: since, date: { ...date, since: true } } : { end, date };
}

/** In 10月1日至2日 the 2日 is October's. */
function coarser(from: Moment, to: Moment): Moment {
  if (to.year !== undefined || (to.month === undefined && to.day === undefined)) return {};
  const year = from.year === undefined ? {} : { year: from.year };
  return to.month !== undefined || from.month === undefined ? year : { ...year, month: from.month };
}

/** The end of 以来, 至今 or 起 at `at`, or `at` itself. After a time 起 is mostly part of a verb (两点起床). */
function sinceEnd(text: string, at: number, limit: number, grain: Grain): number {
  const words = grain === 'time' ? ['以来', '至今'] : ['以来', '至今', '起'];
  const word = words.find((one) => at + one.length <= limit && text.startsWith(one, at));
  if (word === undefined || (word === '起' && '床来到点步草飞跑落伏身诉义'.includes(text.charAt(at + 1) || ' '))) return at;
  return at + word.length;
}

/** The end of 至, —, ——, ~ at `at`, or `at` itself. */
export function rangeSignEnd(text: string, at: number, limit: number): number {
  if (at >= limit || !RANGE_SIGNS.includes(text.charAt(at))) return at;
  return at + 1 < limit && text.charAt(at) === '—' && text.charAt(at + 1) === '—' ? at + 2 : at + 1;
}

/** 1—8月, 20至25日, 2019—2023年: the first number has no sign of its own and takes that of the second. */
function readShortRangeStart(text: string, at: number, limit: number): MomentReading | undefined {
  const first = readWhole(text, at, limit);
  if (first === undefined) return undefined;
  const sign = rangeSignEnd(text, first.end, limit);
  if (sign === first.end) return undefined;
  const second = readMoment(text, sign, limit);
  if (second === undefined) return undefined;
  const { year, month, day, hour } = second.moment;
  const { value, end } = first;
  if (year !== undefined) return isYear(value) ? { end, moment: { year: value }, grain: 'year' } : undefined;
  if (month !== undefined) return value >= 1 && value <= 12 ? { end, moment: { month: value }, grain: 'month' } : undefined;
  if (day !== undefined) return value >= 1 && value <= 31 ? { end, moment: { day: value }, grain: 'day' } : undefined;
  return hour !== undefined && value <= 24 ? { end, moment: { hour: value }, grain: 'time' } : undefined;
}

interface Whole {
  readonly value: number;
  readonly end: number;
  readonly arabic: boolean;
  readonly length: number;
}

/** A whole number in either script. Years in Chinese are read digit by digit (二〇二四). */
function readWhole(text: string, at: number, limit: number): Whole | undefined {
  const literal = readLiteral(text, at, limit);
  if (literal !== undefined) {
    const arabicEnd = digitsEnd(text, at, limit);
    const end = literal.digits.includes('.') ? arabicEnd : literal.end;
    return { value: Number(literal.digits.split('.')[0]), end, arabic: true, length: end - at };
  }
  if (!isHanNumeral(text.charAt(at))) return undefined;
  let digits = '';
  for (let next = at; next < Math.min(limit, at + 4); next++) {
    const digit = hanDigit(text.charAt(next));
    if (digit === undefined) break;
    digits += String(digit);
  }
  if (digits.length === 4) return { value: Number(digits), end: at + 4, arabic: false, length: 4 };
  const numeral = readNumeral(text, at, limit);
  if (numeral?.bare !== false || numeral.upper !== undefined || numeral.vague !== undefined) return undefined;
  return { value: numeral.value, end: numeral.end, arabic: false, length: numeral.end - at };
}

const isYear = (value: number): boolean => value >= 1000 && value <= 2999;

function readMoment(text: string, at: number, limit: number, like?: Moment): MomentReading | undefined {
  const [part, late] = dayPartAt(text, at, limit) ?? [];
  if (part !== undefined) return readTime(text, at + part.length, limit, late, true);
  const first = readWhole(text, at, limit);
  if (first === undefined) return undefined;
  const sign = first.end < limit ? text.charAt(first.end) : '';
  const { value, arabic } = first;
  if (sign === '年' && first.length === 4 && isYear(value)) return withMonth(text, first.end + 1, limit, { year: value });
  if (arabic && first.length === 4 && isYear(value)) return readNumericDate(text, first.end, limit, value);
  if (sign === '月' && value >= 1 && value <= 12) return withMonth(text, at, limit, {});
  if (sign === '日' && arabic && value >= 1 && value <= 31 && isDay(text, first.end, limit)) {
    return withTime(text, first.end + 1, limit, { day: value }, 'day');
  }
  return readTime(text, at, limit, like?.hour !== undefined && like.hour >= 12, false);
}

function isDay(text: string, at: number, limit: number): boolean {
  return at + 1 >= limit || !NOT_AFTER_DAY.includes(text.charAt(at + 1));
}

function withMonth(text: string, at: number, limit: number, known: Moment): MomentReading {
  const month = readWhole(text, at, limit);
  if (month === undefined || text.charAt(month.end) !== '月' || month.end >= limit || month.value < 1 || month.value > 12) {
    return { end: at, moment: known, grain: 'year' };
  }
  const moment: Moment = { ...known, month: month.value };
  const day = readWhole(text, month.end + 1, limit);
  const sign = day === undefined || day.end >= limit ? '' : text.charAt(day.end);
  if (day === undefined || (sign !== '日' && sign !== '号') || day.value < 1 || day.value > 31) {
    return { end: month.end + 1, moment, grain: 'month' };
  }
  return withTime(text, day.end + 1, limit, { ...moment, day: day.value }, 'day');
}

/** 9月25日上午9时30分: a time right after its day belongs to it. */
function withTime(text: string, at: number, limit: number, known: Moment, grain: Grain): MomentReading {
  const [part, late] = dayPartAt(text, at, limit) ?? [];
  const time = readTime(text, at + (part?.length ?? 0), limit, late ?? false, part !== undefined);
  return time === undefined
    ? { end: at, moment: known, grain }
    : { end: time.end, moment: { ...known, ...time.moment }, grain: 'time' };
}

/** 2024-10-21, 2024.10.21, 2024/10/21; `at` is the end of the year. */
function readNumericDate(text: string, at: number, limit: number, year: number): MomentReading | undefined {
  const sign = text.charAt(at);
  if (at >= limit || !'-./'.includes(sign) || sign === '') return undefined;
  const monthEnd = digitsEnd(text, at + 1, limit);
  const dayEnd = digitsEnd(text, monthEnd + 1, limit);
  const month = Number(text.slice(at + 1, monthEnd));
  const day = Number(text.slice(monthEnd + 1, dayEnd));
  const fits = monthEnd < limit && text.charAt(monthEnd) === sign && dayEnd > monthEnd + 1;
  if (!fits || !(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  return { end: dayEnd, moment: { year, month, day }, grain: 'day' };
}

function dayPartAt(text: string, at: number, limit: number): readonly [string, boolean] | undefined {
  return DAY_PARTS.find(([word]) => at + word.length <= limit && text.startsWith(word, at));
}

/** The start of the word for a part of the day that ends at `at`, or `at` itself. */
export function dayPartStart(text: string, at: number, start: number): number {
  const found = DAY_PARTS.find(([word]) => at - word.length >= start && text.startsWith(word, at - word.length));
  return at - (found?.[0].length ?? 0);
}

/** 9时30分, 9:30, 9点半. `sure` says that a word for a part of the day stands in front. */
function readTime(text: string, at: number, limit: number, late: boolean | undefined, sure: boolean): MomentReading | undefined {
  const hour = readWhole(text, at, limit);
  if (hour === undefined || hour.end >= limit || hour.value > 24) return undefined;
  const sign = text.charAt(hour.end);
  const shift = (late ?? false) && hour.value < 12 ? 12 : 0;
  const time = (end: number, minute?: number): MomentReading => ({
    end,
    moment: { hour: hour.value + shift, ...(minute === undefined ? {} : { minute }) },
    grain: 'time',
  });
  const next = hour.end + 1;
  if (sign === ':' || sign === '：') {
    const end = digitsEnd(text, next, limit);
    const minute = Number(text.slice(next, end));
    const more = text.charAt(end) === sign;
    return hour.arabic && hour.length <= 2 && end === next + 2 && minute < 60 && !more ? time(end, minute) : undefined;
  }
  if (sign !== '时' && sign !== '点') return undefined;
  if (next < limit && NOT_AFTER_HOUR.includes(text.charAt(next))) return undefined;
  const word = next < limit ? text.charAt(next) : '';
  if (word === '半') return time(next + 1, 30);
  if (word === '整' || word === '许') return time(next + 1, 0);
  const minute = readWhole(text, next, limit);
  if (minute !== undefined && minute.value < 60 && minute.end < limit && text.charAt(minute.end) === '分') {
    return time(minute.end + 1, minute.value);
  }
  // 9时 is a time, 3点 may be three points, and a lone 三时 mostly is none.
  const clock = hour.arabic && (sign === '时' || (word !== '' && '左前后钟'.includes(word)));
  return sure || clock ? time(next, 0) : undefined;
}
