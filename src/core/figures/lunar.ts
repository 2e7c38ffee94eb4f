/** Days of the lunar calendar: 正月初八, 腊月廿三, 农历八月十五, 大年初一. */
import type { FigureDate, Moment } from './figure';
import { isCounted } from './units';
import { readWhole } from './whole';

interface LunarReading {
  readonly end: number;
  readonly moment: Moment;
  readonly grain: 'month' | 'day';
  readonly rest: Omit<FigureDate, keyof Moment>;
}

const MONTHS: readonly (readonly [word: string, month: number])[] = [['正月', 1], ['冬月', 11], ['腊月', 12]];

/** The end of 农历, 阴历 at `at`, or `at` itself. */
export function calendarEnd(text: string, at: number, limit: number): number {
  return at + 2 <= limit && '农阴旧夏'.includes(text.charAt(at)) && text.charAt(at + 1) === '历' ? at + 2 : at;
}

/** A month that is lunar by its name, or one with a day written the lunar way behind it. */
export function readLunarMonth(text: string, at: number, limit: number): LunarReading | undefined {
  if (text.startsWith('大年初', at)) {
    const day = readLunarDay(text, at + 2, limit);
    return day === undefined ? undefined : { end: day.end, moment: { month: 1, day: day.day }, grain: 'day', rest: { lunar: true } };
  }
  if (text.startsWith('大年三十', at) && at + 4 <= limit) return { end: at + 4, moment: { month: 12, day: 30 }, grain: 'day', rest: { lunar: true } };
  let from = calendarEnd(text, at, limit);
  if (text.charAt(from) === '闰') from += 1;
  const named = MONTHS.find(([word]) => from + word.length <= limit && text.startsWith(word, from));
  const number = named === undefined ? readWhole(text, from, limit) : undefined;
  const month = named?.[1] ?? number?.value;
  const end = named === undefined ? (number?.end ?? from) + 1 : from + named[0].length;
  if (month === undefined || month < 1 || month > 12 || end > limit) return undefined;
  if (named === undefined && (from === at || text.charAt(end - 1) !== '月')) return undefined;
  const day = readLunarDay(text, end, limit) ?? plainDay(text, end, limit);
  if (day === undefined) return { end, moment: { month }, grain: 'month', rest: { lunar: true } };
  return { end: day.end, moment: { month, day: day.day }, grain: 'day', rest: { lunar: true } };
}

/** 初八, 廿三. */
export function readLunarDay(text: string, at: number, limit: number): { readonly end: number; readonly day: number } | undefined {
  const char = text.charAt(at);
  if (at >= limit || (char !== '初' && char !== '廿')) return undefined;
  const day = readWhole(text, char === '初' ? at + 1 : at, limit);
  return day === undefined || day.value < 1 || day.value > 30 || (char === '初' && day.value > 10) ? undefined : { end: day.end, day: day.value };
}

/** 十五, 二十八日, 18 behind a month that is lunar without doubt. */
function plainDay(text: string, at: number, limit: number): { readonly end: number; readonly day: number } | undefined {
  const day = readWhole(text, at, limit);
  if (day === undefined || day.length > 3 || day.value < 1 || day.value > 30) return undefined;
  if (day.end < limit && '日号'.includes(text.charAt(day.end))) return { end: day.end + 1, day: day.value };
  return '年个月,.'.includes(text.charAt(day.end) || ' ') || isCounted(text, day.end, limit) ? undefined : { end: day.end, day: day.value };
}

/** 八月十五: a day without 日 is one of the lunar calendar where nothing stands behind it that it could count. */
export function readFullMoon(text: string, at: number, limit: number): { readonly end: number; readonly day: number } | undefined {
  const day = readWhole(text, at, limit);
  if (day === undefined || day.arabic || day.value < 11 || day.value > 30) return undefined;
  const next = day.end < limit ? text.charAt(day.end) : '';
  return next === '' || '，。、；,;：:！？)” 晚早夜上下中凌清是那当的'.includes(next) ? { end: day.end, day: day.value } : undefined;
}

/** 三月三, 九月九: a feast, whose day has no 日 and the number of its month, which begins at `month`. */
export function readFeast(text: string, month: number, at: number, limit: number): { readonly end: number; readonly day: number } | undefined {
  const sign = text.charAt(month);
  if (at - month !== 2 || at >= limit || !'二三六七九'.includes(sign) || text.charAt(at) !== sign) return undefined;
  const day = readWhole(text, at, limit);
  return day?.length !== 1 || '日号十百千万至到—月'.includes(text.charAt(day.end) || ' ') || isCounted(text, day.end, limit) ? undefined : { end: day.end, day: day.value };
}
