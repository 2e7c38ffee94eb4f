/** Times of day: 上午9时30分, 19:30, 凌晨两点, 8点半, 三刻. */
import type { Moment } from './figure';
import { digitsEnd, isDigitAt } from './literal';
import { readWhole } from './whole';
import { startingAt } from './wordList';

/** Words for a part of the day, and whether they put a small hour into the second half of the day. */
const DAY_PARTS: readonly (readonly [word: string, late: boolean])[] = [
  ['上午', false], ['下午', true], ['凌晨', false], ['清晨', false], ['早上', false], ['早晨', false], ['中午', true], ['正午', true], ['午后', true],
  ['傍晚', true], ['晚上', true], ['深夜', true], ['夜间', true], ['夜里', true], ['当晚', true], ['昨晚', true], ['今晚', true], ['明晚', true], ['晚间', true],
  ['半夜', false], ['午夜', true], ['今早', false], ['早', false], ['晚', true],
];

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
export function readClock(text: string, at: number, limit: number, after?: { readonly late: boolean }): TimeReading | undefined {
  const [part, late] = dayPartAt(text, at, limit) ?? [];
  return readTime(text, at + (part?.length ?? 0), limit, late ?? after?.late ?? false, part !== undefined || after !== undefined);
}

/** `sure` says that what stands before it makes a time of it. */
function readTime(text: string, at: number, limit: number, late: boolean, sure: boolean): TimeReading | undefined {
  const hour = readWhole(text, at, limit);
  if (hour === undefined || hour.end >= limit || hour.value > 24 || hour.length > 3 || (hour.arabic && hour.length > 2)) return undefined;
  const at24 = (value: number): number => (late && value < 12 ? value + 12 : value);
  const sign = text.charAt(hour.end);
  if (sign === ':' && hour.arabic) return readColon(text, hour.end, limit, at24(hour.value));
  if (sign !== '时' && sign !== '点') return undefined;
  const start = hour.end + 1;
  const next = start < limit ? text.charAt(start) : '';
  if (sign === '时' && NOT_AFTER_HOUR.includes(next || ' ')) return next === '刻' || next === '段' || !sure ? undefined : { end: start, moment: { hour: at24(hour.value), minute: 0 } };
  const rest = readMinutes(text, start, limit);
  if (rest === undefined) {
    if (sign === '点' && !sure && !(hour.arabic ? '钟许整左到至开' : '钟许整').includes(next || ' ')) return undefined;
    if (sign === '时' && !sure && !hour.arabic && hour.length === 1) return undefined;
    if (sign === '点' && sure && next !== '' && !AFTER_POINT.includes(next) && '五六七八九十两三四意建要问'.includes(next)) return undefined;
    return { end: next === '钟' || next === '整' ? start + 1 : start, moment: { hour: at24(hour.value), minute: 0 } };
  }
  if (sign === '点' && !sure && !rest.sure) return undefined;
  const { end, minute, second } = rest;
  return { end, moment: { hour: at24(hour.value), minute, ...(second === undefined ? {} : { second }) } };
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
    return '钟之'.includes(text.charAt(minute.end + 1) || ' ') && minute.end + 1 < limit ? undefined : { end: minute.end + 1, minute: minute.value, sure: true };
  }
  // 9点20, 三点十五: two digits at least, and nothing behind them that they would count.
  const bare = sign === '' || ',，。;；、) '.includes(sign);
  return bare && (minute.value >= 10 || zero > 0) ? { end: minute.end, minute: minute.value, sure: false } : undefined;
}

/** 9:30, 19:30:05; `at` is the colon. */
function readColon(text: string, at: number, limit: number, hour: number): TimeReading | undefined {
  const end = digitsEnd(text, at + 1, Math.min(limit, at + 4));
  if (end !== at + 3) return undefined;
  const minute = Number(text.slice(at + 1, end));
  if (minute > 59) return undefined;
  if (text.charAt(end) === ':' && end < limit) {
    const last = digitsEnd(text, end + 1, Math.min(limit, end + 4));
    if (last !== end + 3 || Number(text.slice(end + 1, last)) > 59) return undefined;
    return { end: last, moment: { hour, minute, second: text.slice(end + 1, last) } };
  }
  // 9:30.5 and 9:30: 1 are no times.
  if (text.charAt(end) === '.' && isDigitAt(text, end + 1, limit)) return undefined;
  return { end: text.charAt(end) === '时' && end < limit ? end + 1 : end, moment: { hour, minute } };
}
