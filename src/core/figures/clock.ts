/** Times of day: 上午9时30分, 19:30, 凌晨两点, 8点半, 三刻. */
import type { Moment } from './figure';
import { digitsEnd, isDigitAt } from './literal';
import { readUnit } from './units';
import { readWhole } from './whole';
import { startingAt } from './wordList';

/** Which hour a small number means: 晚上7点 is 19:00, 中午11点 is 11:00, 半夜1点 is 1:00. */
export type DayPart = 'morning' | 'small' | 'noon' | 'afternoon' | 'night';

const parts = (part: DayPart, words: string): (readonly [word: string, part: DayPart])[] => words.split(' ').map((word) => [word, part]);
const DAY_PARTS = [
  ...parts('morning', '上午 清晨 早上 早晨 今早 早'),
  ...parts('small', '凌晨'),
  ...parts('noon', '中午 正午'),
  ...parts('afternoon', '下午 午后 傍晚'),
  ...parts('night', '晚上 深夜 夜间 夜里 当晚 昨晚 今晚 明晚 晚间 半夜 午夜 晚'),
];

/** The hour of 24 that a number is in a part of the day; 晚上12点 is 24:00. */
export function hourIn(part: DayPart, value: number): number {
  if (part === 'small') return value === 12 ? 0 : value;
  if (part === 'noon') return value <= 4 ? value + 12 : value;
  if (part === 'afternoon') return value < 12 ? value + 12 : value;
  return part === 'night' && value > 4 && value <= 12 ? value + 12 : value;
}

/** What makes another word of 时 and 点. */
const NOT_AFTER_HOUR = '代间尚髦常刻候期段空速差装限效而不';
/** What stands behind a point of time and never behind a counted point. */
const AFTER_POINT = '钟半整许多左前后到至开出起准的，。,;；、)—~-';

export interface TimeReading {
  readonly end: number;
  readonly moment: Moment;
}

/** The word for a part of the day at a place. */
export const dayPartAt = startingAt(DAY_PARTS, ([word]) => word);

/** The first characters of the words for parts of the day. */
export const DAY_PART_STARTS: ReadonlySet<string> = new Set(DAY_PARTS.map(([word]) => word.charAt(0)));

/** A time with or without a word for the part of the day before it. */
export function readClock(text: string, at: number, limit: number, after?: DayPart): TimeReading | undefined {
  const [word, part] = dayPartAt(text, at, limit) ?? [];
  return readTime(text, at + (word?.length ?? 0), limit, part ?? after ?? 'morning', part !== undefined || after !== undefined);
}

/** `sure` says that what stands before it makes a time of it. */
function readTime(text: string, at: number, limit: number, part: DayPart, sure: boolean): TimeReading | undefined {
  const hour = readWhole(text, at, limit);
  if (hour === undefined || hour.end >= limit || hour.value > 24 || hour.length > 3 || (hour.arabic && hour.length > 2)) return undefined;
  const sign = text.charAt(hour.end);
  const noon = hour.arabic ? noonAt(text, hour.end, limit) : undefined;
  if (noon !== undefined) return { end: noon.end, moment: { hour: hourIn(noon.part, hour.value), minute: 0 } };
  if (sign === ':' && hour.arabic) return readColon(text, hour.end, limit, (after) => hourIn(after ?? part, hour.value));
  if (sign !== '时' && sign !== '点') return undefined;
  const start = hour.end + 1;
  const next = start < limit ? text.charAt(start) : '';
  if (sign === '时' && NOT_AFTER_HOUR.includes(next || ' ')) return next === '刻' || next === '段' || !sure ? undefined : { end: start, moment: { hour: hourIn(part, hour.value), minute: 0 } };
  const rest = readMinutes(text, start, limit);
  // 零点 begins the day; 零点五 is a number.
  const midnight = hour.value === 0 && !hour.arabic && (rest === undefined ? next === '' || AFTER_POINT.includes(next) : isDigitAt(text, start, limit));
  if (rest === undefined) {
    // 三点两小时的课: no decimal has 两, and a meeting of two hours has its hour.
    const meeting = next === '两' && hour.value > 0 && !'有这那'.includes(text.charAt(at - 1) || ' ') && readUnit(text, start + 1, limit)?.dimension === 'time';
    if (sign === '点' && !sure && !midnight && !meeting && !(hour.arabic ? '钟许整左到至开' : '钟许整').includes(next || ' ')) return undefined;
    if (sign === '时' && !sure && !hour.arabic && hour.length === 1) return undefined;
    if (sign === '点' && sure && !meeting && next !== '' && !AFTER_POINT.includes(next) && '五六七八九十两三四意建要问'.includes(next)) return undefined;
    return { end: next === '钟' || next === '整' ? start + 1 : start, moment: { hour: hourIn(part, hour.value), minute: 0 } };
  }
  if (sign === '点' && !sure && !midnight && !rest.sure) return undefined;
  const { end, minute, second } = rest;
  return { end, moment: { hour: hourIn(part, hour.value), minute, ...(second === undefined ? {} : { second }) } };
}

interface Minutes {
  readonly end: number;
  readonly minute: number;
  readonly second?: string;
  /** 分, 半 or 刻 is written. */
  readonly sure: boolean;
}

function readMinutes(text: string, at: number, limit: number): Minutes | undefined {
  const next = at < limit ? text.charAt(at) : '';
  if (next === '半') return { end: at + 1, minute: 30, sure: true };
  const zero = '零〇'.includes(next || ' ') ? 1 : 0;
  const minute = readWhole(text, at + zero, limit);
  if (minute === undefined || minute.value > 59 || (minute.arabic && minute.length > 2)) return undefined;
  const sign = minute.end < limit ? text.charAt(minute.end) : '';
  if (sign === '刻' && minute.value <= 3) return { end: minute.end + 1, minute: minute.value * 15, sure: true };
  if (sign === '分') {
    const seconds = readWhole(text, minute.end + 1, limit);
    if (seconds !== undefined && seconds.value < 60 && text.charAt(seconds.end) === '秒' && seconds.end < limit) {
      return { end: seconds.end + 1, minute: minute.value, second: String(seconds.value), sure: true };
    }
    const next = minute.end + 1 < limit ? text.charAt(minute.end + 1) : '';
    // 5分之3, but 5点11分之前.
    return next === '钟' || (next === '之' && !'前后间内'.includes(text.charAt(minute.end + 2) || ' ')) ? undefined : { end: minute.end + 1, minute: minute.value, sure: true };
  }
  // 9点20, 三点十五: two digits at least, and nothing behind them that they would count.
  const bare = sign === '' || ',，。;；、) 的'.includes(sign);
  return bare && (minute.value >= 10 || zero > 0) ? { end: minute.end, minute: minute.value, sure: false } : undefined;
}

/** 7pm, 4:45 p.m. */
function noonAt(text: string, at: number, limit: number): { readonly end: number; readonly part: DayPart } | undefined {
  const letter = text.charAt(text.charAt(at) === ' ' ? at + 1 : at);
  if (letter === '' || !'apAP'.includes(letter)) return undefined;
  const found = /^ ?([ap])(?:m|\.m\.?)(?![a-z])/i.exec(text.slice(at, Math.min(limit, at + 6)));
  return found === null ? undefined : { end: at + found[0].length, part: found[1]?.toLowerCase() === 'p' ? 'afternoon' : 'small' };
}

/** 9:30, 19:30:05, 4:45pm; `at` is the colon. */
function readColon(text: string, at: number, limit: number, hourOf: (part?: DayPart) => number): TimeReading | undefined {
  const end = digitsEnd(text, at + 1, Math.min(limit, at + 4));
  if (end !== at + 3) return undefined;
  const minute = Number(text.slice(at + 1, end));
  if (minute > 59) return undefined;
  if (text.charAt(end) === ':' && end < limit) {
    const last = digitsEnd(text, end + 1, Math.min(limit, end + 4));
    if (last !== end + 3 || Number(text.slice(end + 1, last)) > 59) return undefined;
    return { end: last, moment: { hour: hourOf(), minute, second: text.slice(end + 1, last) } };
  }
  // 9:30.5 and 9:30: 1 are no times.
  if (text.charAt(end) === '.' && isDigitAt(text, end + 1, limit)) return undefined;
  const noon = noonAt(text, end, limit);
  return { end: noon?.end ?? (text.charAt(end) === '时' && end < limit ? end + 1 : end), moment: { hour: hourOf(noon?.part), minute } };
}
