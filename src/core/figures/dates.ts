/** Dates: 2024年10月21日, 去年10月, 1—8月, 前三季度, 上半年, 2019年以来, 正月初八, 去年同期, 二〇二四年. */
import { CENTURY_STARTS, readDecades } from './century';
import { dayPartAt, hourIn, readClock, type DayPart } from './clock';
import { isLatin } from '../text/characters';
import type { FigureDate, Moment } from './figure';
import { digitsEnd, isDigitAt } from './literal';
import { calendarEnd, readFeast, readFullMoon, readLunarDay, readLunarMonth } from './lunar';
import { fullYear, readMonthRange, readNumericDate } from './numericDate';
import { digitOf } from './numeralTable';
import { partOf, readPartOfYear, type Grain, type MomentReading } from './partOfYear';
import { isCounted } from './units';
import { readWhole } from './whole';
import { startingAt } from './wordList';

export interface DateReading {
  readonly end: number;
  readonly date: FigureDate;
  /** A time of day and nothing coarser. */
  readonly time: boolean;
}

/** Years named by their distance from this one. */
const RELATIVE: readonly (readonly [word: string, years: number])[] = [
  ['大前年', -3], ['今年', 0], ['去年', -1], ['明年', 1], ['前年', -2], ['后年', 2], ['上年', -1], ['本年', 0], ['次年', 1], ['下年', 1],
];
const relativeAt = startingAt(RELATIVE, ([word]) => word);
const WEEKDAYS = '一二三四五六日';
/** What makes another word of 日 and 号. */
const NOT_AFTER_DAY = '元均游本照圆币线楼产报内子程间用前后';
/** Words that begin like these and follow a day all the same: 25日报道, 25日本报讯. */
const AFTER_DAY: ReadonlySet<string> = new Set('报道 报告 报称 报警 报案 报名 报送 报请 本报 本台 本市 本省 产生 用时 照例 照常 均有 均已'.split(' '));

/** The first characters of words that a date may begin with, besides digits and Chinese numerals. */
export const DATE_STARTS: ReadonlySet<string> = new Set([...RELATIVE.map(([word]) => word.charAt(0)), ...CENTURY_STARTS, '上', '下', '前', '首', '第', '正', '腊', '冬', '农', '阴', '旧', '夏', '闰', '同', '当']);
/** 22时至次日6时: the day of the second time. */
const NEXT_DAY = ['次日', '翌日', '第二天', '隔日'];

/** The date or time that starts at `at` of a folded text. */
export function readDate(text: string, at: number, limit: number): DateReading | undefined {
  const first = readMoment(text, at, limit) ?? readShortRangeStart(text, at, limit);
  if (first === undefined) return undefined;
  let { end } = first;
  let date: FigureDate = { ...first.moment, ...first.rest };
  if (date.to === undefined) {
    // 自10月1日起至12月31日止.
    const sign = text.startsWith('起至', end) || text.startsWith('起到', end) ? end + 2 : rangeSignEnd(text, end, limit);
    const next = first.grain === 'time' && sign > end ? NEXT_DAY.find((word) => text.startsWith(word, sign)) : undefined;
    const part = next === undefined && /[午晚夜傍]/.test(text.slice(at, end)) ? partOfDay(first.moment.hour ?? 0) : 'morning';
    const second = sign === end ? undefined : readMoment(text, sign + (next?.length ?? 0), limit, first, part);
    if (second !== undefined && second.rest?.to === undefined && follows(first, second)) {
      // 2024-10-21-11:20: a sign between day and time is none of a range.
      const same = text.charAt(end) === '-' && first.grain === 'day' && second.grain === 'time' && second.moment.day === undefined;
      date = same ? { ...date, ...second.moment } : { ...date, to: { ...coarser(first.moment, second.moment), ...second.moment } };
      end = second.end;
    }
  }
  // 2023—2024年度.
  if (date.to !== undefined && date.month === undefined && text.startsWith('年度', end - 1) && end < limit) end++;
  const since = first.grain === 'time' && date.to === undefined ? sinceEnd(text, end, limit, true) : sinceEnd(text, end, limit, false);
  if (since > end && date.to === undefined) [date, end] = [{ ...date, since: true }, since];
  return { end, date, time: first.grain === 'time' && first.moment.day === undefined };
}

/** 10月至次年 is no range of ours; a time goes with a time, a year with a year. */
function follows(first: MomentReading, second: MomentReading): boolean {
  return (first.grain === 'time') === (second.grain === 'time') || first.moment.day !== undefined;
}

/** In 10月1日至2日 the 2日 is October's. */
function coarser(from: Moment, to: Moment): Moment {
  if (to.year !== undefined || (to.month === undefined && to.day === undefined)) return {};
  const { year, relativeYear, month } = from;
  const years = { ...(year === undefined ? {} : { year }), ...(relativeYear === undefined ? {} : { relativeYear }) };
  return to.month !== undefined || month === undefined ? years : { ...years, month };
}

/** The end of 以来, 至今 or 起 at `at`, or `at` itself. After a time 起 is mostly part of a verb (两点起床). */
function sinceEnd(text: string, at: number, limit: number, time: boolean): number {
  const words = time ? ['以来', '至今'] : ['以来', '至今', '起'];
  const word = words.find((one) => at + one.length <= limit && text.startsWith(one, at));
  if (word === undefined || (word === '起' && '床来到点步草飞跑落伏身诉义因源'.includes(text.charAt(at + 1) || ' '))) return at;
  return at + word.length;
}

const [DASH, HYPHEN, TILDE, TO, UNTIL] = Array.from('—-~至到', (sign) => sign.charCodeAt(0));

/** The end of 至, —, ——, ~, - at `at`, or `at` itself. */
export function rangeSignEnd(text: string, at: number, limit: number): number {
  // By its code, because it is asked behind every number, by several ways of reading it.
  const code = at < limit ? text.charCodeAt(at) : NaN;
  if (code === DASH || code === HYPHEN) return at + 1 < limit && text.charCodeAt(at + 1) === code ? at + 2 : at + 1;
  return code === TILDE || code === TO || code === UNTIL ? at + 1 : at;
}

/**
 * Whether the Arabic digits from `at` to `end` are seen at one look to begin no date, though a sign stands behind them that a date may have: 1-2-3, 3:1.
 * Rows of numbers have many of these, and a date is looked for in many ways.
 */
export function isNoDate(text: string, at: number, end: number, limit: number): boolean {
  if (text.charAt(end) === ':') return !isDigitAt(text, end + 1, limit) || !isDigitAt(text, end + 2, limit);
  const second = end - at === 1 ? rangeSignEnd(text, end, limit) : end;
  return second > end && isDigitAt(text, second, limit) && rangeSignEnd(text, second + 1, limit) > second + 1;
}

/** 1—8月, 20至25日, 2019—2023年: the first number has no sign of its own and takes that of the second. */
function readShortRangeStart(text: string, at: number, limit: number): MomentReading | undefined {
  const months = isDigitAt(text, at, limit) ? readMonthRange(text, at, limit) : undefined;
  if (months !== undefined) return { end: months.end, moment: months.from, grain: 'month', rest: months.to === undefined ? { since: true } : { to: months.to } };
  const [word, part] = dayPartAt(text, at, limit) ?? [];
  if (word !== undefined && part !== undefined) return readHours(text, at + word.length, limit, part);
  const first = readWhole(text, at, limit);
  if (first === undefined) return undefined;
  const sign = rangeSignEnd(text, first.end, limit);
  if (sign === first.end) return undefined;
  const { value, end, length } = first;
  if (isYear(value) && length === 4 && digitsEnd(text, sign, limit) === sign + 4 && !isDigitAt(text, sign + 4, limit)) {
    // 2018—2020 with or without 年.
    const last = Number(text.slice(sign, sign + 4));
    if (isYear(last) && last > value && value >= 1900 && last <= 2100) {
      const year = text.charAt(sign + 4) === '年' && sign + 4 < limit ? sign + 5 : sign + 4;
      return { end: year, moment: { year: value }, grain: 'year', rest: { to: { year: last } } };
    }
  }
  const second = readMoment(text, sign, limit);
  if (second === undefined || second.rest?.to !== undefined) return undefined;
  const { year, month, day, hour } = second.moment;
  if (year !== undefined) return isYear(value) ? { end, moment: { year: value }, grain: 'year' } : undefined;
  if (month !== undefined) return isMonth(value) && value < month ? { end, moment: { month: value }, grain: 'month' } : undefined;
  if (day !== undefined) return isDayNumber(value) && value < day ? { end, moment: { day: value }, grain: 'day' } : undefined;
  return hour !== undefined && value < hour && first.arabic ? { end, moment: { hour: value }, grain: 'time' } : undefined;
}

/** 晚上7至10点, 下午五六点: hours of one part of the day. */
function readHours(text: string, at: number, limit: number, part: DayPart): MomentReading | undefined {
  const [low, high] = [digitOf(text.charAt(at)), digitOf(text.charAt(at + 1))];
  if (low !== undefined && high === low + 1) {
    if (!'点时'.includes(text.charAt(at + 2) || ' ') || at + 2 >= limit) return undefined;
    return { end: at + 3, moment: { hour: hourIn(part, low) }, grain: 'time', rest: { to: { hour: hourIn(part, high) } } };
  }
  const first = readWhole(text, at, limit);
  const sign = first === undefined ? at : rangeSignEnd(text, first.end, limit);
  if (first === undefined || sign === first.end || first.value > 24) return undefined;
  const second = readClock(text, sign, limit, part);
  return second === undefined ? undefined : { end: second.end, moment: { hour: hourIn(part, first.value) }, grain: 'time', rest: { to: second.moment } };
}

const isYear = (value: number): boolean => value >= 1000 && value <= 2999;
const isMonth = (value: number): boolean => value >= 1 && value <= 12;
const isDayNumber = (value: number): boolean => value >= 1 && value <= 31;

/**
 * @param like the first moment of a range, of which this is the second
 * @param part what 下午 or 晚上 before the first says of the second
 */
function readMoment(text: string, at: number, limit: number, like?: MomentReading, part: DayPart = 'morning'): MomentReading | undefined {
  const clock = readClock(text, at, limit, like?.grain === 'time' || isDayBefore(text, at) ? part : undefined);
  if (clock !== undefined) return { ...clock, grain: 'time' };
  // No word begins with a digit.
  const relative = isDigitAt(text, at, limit) ? undefined : relativeAt(text, at, limit);
  if (relative !== undefined) return readInYear(text, at + relative[0].length, limit, { relativeYear: relative[1] });
  if (at + 4 <= limit && text.startsWith('同期', at + 2) && ['上年', '同比'].includes(text.slice(at, at + 2))) return undefined;
  const decades = readDecades(text, at, limit);
  if (decades !== undefined) return decades;
  const calendar = calendarEnd(text, at, limit);
  if (calendar > at) {
    // Named twice it is no date, and a text of nothing else must not be read word within word.
    const lunar = readLunarMonth(text, at, limit) ?? (calendarEnd(text, calendar, limit) > calendar ? undefined : readMoment(text, calendar, limit));
    return inCalendar(lunar, text, limit);
  }
  const first = readWhole(text, at, limit);
  if (first === undefined) {
    const run = isDigitAt(text, at, limit) ? readNumericDate(text, at, limit) : undefined;
    if (run !== undefined) return withTime(text, run.end, limit, run.moment, 'day');
    return readPartOfYear(text, at, limit, {}) ?? inCalendar(readLunarMonth(text, at, limit), text, limit);
  }
  if (like?.moment.day !== undefined && text.charAt(first.end) === '号' && first.end < limit && isDayNumber(first.value)) {
    return withTime(text, first.end + 1, limit, { day: first.value }, 'day');
  }
  return readNumbered(text, at, limit, first);
}

/** What 上午 or 晚上 before the first time of a range says of the second: 下午3点至5点, 晚上9点至12点. */
function partOfDay(hour: number): DayPart {
  return hour >= 18 ? 'night' : hour >= 12 ? 'afternoon' : 'morning';
}

/** 昨天8点40, 北京时间20点, 周末9点: what stands before makes a time of it. */
function isDayBefore(text: string, at: number): boolean {
  return '天间末日一二三四五六'.includes(text.charAt(at - 1) || ' ') && /(?:天|时间|周末|工作日|(?:周|星期|礼拜)[一二三四五六日]|[今昨明当次翌每]日)$/.test(text.slice(Math.max(0, at - 3), at));
}

/** A day of the lunar calendar with the time of day behind it. */
function inCalendar(found: MomentReading | undefined, text: string, limit: number): MomentReading | undefined {
  if (found === undefined || found.grain === 'time') return undefined;
  const timed = found.grain === 'day' ? withTime(text, found.end, limit, found.moment, 'day') : found;
  return { ...timed, rest: { ...found.rest, lunar: true } };
}

function readNumbered(text: string, at: number, limit: number, first: NonNullable<ReturnType<typeof readWhole>>): MomentReading | undefined {
  const sign = first.end < limit ? text.charAt(first.end) : '';
  const { value, arabic, length } = first;
  if (sign === '年' && length === 4 && isYear(value)) return readYear(text, first.end + 1, limit, { year: value });
  if (sign === '年' && length === 2 && (arabic || !isScaleRead(text, at))) return readShortYear(text, first.end + 1, limit, value, arabic);
  if (arabic) {
    const numeric = readNumericDate(text, at, limit);
    if (numeric !== undefined) return withTime(text, numeric.end, limit, numeric.moment, 'day');
  }
  const quarter = readPartOfYear(text, at, limit, {});
  if (quarter !== undefined) return quarter;
  if (sign === '月' && isMonth(value) && !(text.charAt(at) === '两')) return readMonth(text, at, limit, {});
  const isDay = sign === '日' && isDayNumber(value) && (arabic || length > 1) && (!NOT_AFTER_DAY.includes(text.charAt(first.end + 1) || ' ') || AFTER_DAY.has(text.slice(first.end + 1, first.end + 3)));
  if (isDay && !countsDays(text, at)) return withTime(text, first.end + 1, limit, { day: value }, 'day');
  const isNumber = sign === '号' && isDayNumber(value) && !'楼线店院文'.includes(text.charAt(first.end + 1) || ' ');
  return isNumber && namesDay(text, at, first.end + 1, limit) ? withTime(text, first.end + 1, limit, { day: value }, 'day') : undefined;
}

/** 本月15号, 10号、11号, 7号晚上8点: what stands around 号 makes a day of it. 3号 by itself numbers a thing. */
function namesDay(text: string, at: number, end: number, limit: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '月' || ('、，,和及'.includes(before || ' ') && /月\d{1,2}[日号](?:[、，,和及]\d{1,2}[日号]){0,5}[、，,和及]$/.test(text.slice(Math.max(0, at - 30), at)))) return true;
  return dayPartAt(text, end, limit) !== undefined || /^\d{1,2}(?:[点时]|:\d\d)/.test(text.slice(end, Math.min(limit, end + 5)));
}

/** 二十 in 二十年 is a number, 九七 in 九七年 is digit by digit. */
function isScaleRead(text: string, at: number): boolean {
  return '十廿卅'.includes(text.charAt(at)) || '十'.includes(text.charAt(at + 1));
}

/** 为期3日, 连续20日: days counted. */
function countsDays(text: string, at: number): boolean {
  return '续期时达共满需有过'.includes(text.charAt(at - 1) || ' ');
}

/** 98年4月, 九七年, 零六年: the century is left out. Two Arabic digits need the month behind them: 24年 counts years. */
function readShortYear(text: string, at: number, limit: number, value: number, arabic: boolean): MomentReading | undefined {
  const year = fullYear(value);
  const read = readInYear(text, at, limit, { year });
  if (read !== undefined) return read;
  if (arabic) {
    const part = '底初末'.includes(text.charAt(at) || ' ') ? partOf(text, at, limit) : undefined;
    return part === undefined ? undefined : { end: part.end, moment: { year }, grain: 'year', rest: { part: part.part } };
  }
  // 四五年 and 三五年 are four or five years.
  const inRow = Math.floor(value / 10) + 1 === value % 10 || value === 35;
  return inRow || '来内间后前多以的里'.includes(text.charAt(at) || ' ') ? undefined : { end: at, moment: { year }, grain: 'year' };
}

/** Behind a year of four digits. */
function readYear(text: string, at: number, limit: number, known: Moment): MomentReading {
  const inYear = readInYear(text, at, limit, known);
  if (inYear !== undefined) return inYear;
  const part = partOf(text, at, limit);
  if (part !== undefined) return { end: part.end, moment: known, grain: 'year', rest: { part: part.part } };
  return { end: text.startsWith('度', at) && at < limit ? at + 1 : at, moment: known, grain: 'year' };
}

/** What stands behind the name of a year: a month, a quarter, a half, 同期. */
function readInYear(text: string, at: number, limit: number, known: Moment): MomentReading | undefined {
  if (text.startsWith('同期', at) && at + 2 <= limit) return { end: at + 2, moment: known, grain: 'span', rest: { samePeriod: true } };
  const span = readPartOfYear(text, at, limit, known);
  if (span !== undefined) return span;
  const lunar = inCalendar(readLunarMonth(text, at, limit), text, limit);
  if (lunar !== undefined) return { ...lunar, moment: { ...known, ...lunar.moment } };
  const short = readShortRangeStart(text, at, limit);
  if (short !== undefined && (short.grain === 'month' || short.grain === 'day')) return { ...short, moment: { ...known, ...short.moment } };
  const month = readMonth(text, at, limit, known);
  if (month !== undefined) return month;
  const part = known.relativeYear === undefined ? undefined : partOf(text, at, limit);
  return part === undefined ? undefined : { end: part.end, moment: known, grain: 'year', rest: { part: part.part } };
}

function readMonth(text: string, at: number, limit: number, known: Moment): MomentReading | undefined {
  const month = readWhole(text, at, limit);
  if (month === undefined || month.end >= limit || text.charAt(month.end) !== '月' || !isMonth(month.value) || text.charAt(at) === '两') return undefined;
  const moment: Moment = { ...known, month: month.value };
  const end = month.end + 1;
  const day = readDay(text, end, limit, moment);
  if (day !== undefined) return day;
  const lunar = readLunarDay(text, end, limit) ?? readFullMoon(text, end, limit) ?? readFeast(text, at, end, limit);
  if (lunar !== undefined) return inCalendar({ end: lunar.end, moment: { ...moment, day: lunar.day }, grain: 'day' }, text, limit);
  const part = partOf(text, end, limit);
  if (part !== undefined) return { end: part.end, moment, grain: 'month', rest: { part: part.part } };
  return { end: text.startsWith('份', end) && end < limit ? end + 1 : end, moment, grain: 'month' };
}

function readDay(text: string, at: number, limit: number, known: Moment): MomentReading | undefined {
  const day = readWhole(text, at, limit);
  const sign = day === undefined || day.end >= limit ? '' : text.charAt(day.end);
  if (day === undefined || !isDayNumber(day.value)) return undefined;
  if (sign === '日' || sign === '号') return withTime(text, day.end + 1, limit, { ...known, day: day.value }, 'day');
  // 10月22, 3月2至4月11, 10月22出生: nothing stands behind that the number would count.
  const alone = sign === '' || (sign === ',' ? !isDigitAt(text, day.end + 1, limit) : !'.·%‰/:+*×万亿千百十余多几来分之'.includes(sign) && !'—-~至到'.includes(sign) && !isCounted(text, day.end, limit));
  const bare = day.arabic && day.length <= 2 && text.charAt(at) !== ' ' && !isLatin(sign.charCodeAt(0)) && (alone || (rangeSignEnd(text, day.end, limit) > day.end && /^\d/.test(text.slice(day.end + 1, day.end + 2))));
  if (bare) return { end: day.end, moment: { ...known, day: day.value }, grain: 'day' };
  // 10月1—7日: the first day of the range has no sign.
  const range = rangeSignEnd(text, day.end, limit);
  const last = range === day.end ? undefined : readWhole(text, range, limit);
  if (last === undefined || last.end >= limit || !'日号'.includes(text.charAt(last.end)) || last.value <= day.value) return undefined;
  return { end: day.end, moment: { ...known, day: day.value }, grain: 'day' };
}

/** 9月25日(星期三)上午9时30分: weekday and time right after a day belong to it. */
function withTime(text: string, at: number, limit: number, known: Moment, grain: Grain): MomentReading {
  const weekday = readWeekday(text, at, limit);
  const day = weekday === undefined ? known : { ...known, weekday: weekday.weekday };
  const end = weekday?.end ?? at;
  const space = text.charAt(end) === ' ' ? 1 : 0;
  const from = isDigitAt(text, end + space, limit) ? end + space : end;
  const hour = !isDigitAt(text, from, limit) && /^[零一二三四五六七八九十]{1,3}时/.test(text.slice(from, Math.min(limit, from + 4)));
  const clock = hour || dayPartAt(text, from, limit) !== undefined || isDigitAt(text, from, limit) ? readClock(text, from, limit, hour || isDigitAt(text, from, limit) ? 'morning' : undefined) : undefined;
  return clock === undefined ? { end, moment: day, grain } : { end: clock.end, moment: { ...day, ...clock.moment }, grain: 'time' };
}

/** 星期四, (周四), 礼拜日 behind a day, a space or bracket between. */
export function readWeekday(text: string, at: number, limit: number): { readonly end: number; readonly weekday: number } | undefined {
  const open = text.charAt(at) === '(' ? 1 : text.charAt(at) === ' ' ? (text.charAt(at + 1) === ' ' ? 2 : 1) : 0;
  const word = ['星期', '礼拜', '周'].find((one) => text.startsWith(one, at + open));
  if (word === undefined) return undefined;
  const place = at + open + word.length;
  const found = text.charAt(place) === '天' ? 7 : WEEKDAYS.indexOf(text.charAt(place) || '?') + 1;
  if (found === 0 || place >= limit) return undefined;
  const close = text.charAt(at) === '(' ? 1 : 0;
  if (close > 0 && text.charAt(place + 1) !== ')') return undefined;
  return { end: Math.min(limit, place + 1 + close), weekday: found };
}
