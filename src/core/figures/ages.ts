/** Ages in tens: 七旬老人, 年过六旬, 九十高龄, 95岁高龄, 四十出头. */
import type { Exact } from './exact';
import type { Bound } from './figure';
import { digitOf } from './numeralTable';
import { readWhole } from './whole';

/** 高, 旬 and 十. */
const HIGH = 0x9ad8;
const TENTH = 0x65ec;
const TEN = 0x5341;

export interface AgeReading {
  readonly end: number;
  readonly value: Exact;
  /** 出头, 开外. */
  readonly bound?: Bound;
}

/** The age at `at`, written without 岁. */
export function readAge(text: string, at: number, limit: number): AgeReading | undefined {
  // Most numbers have none of these signs behind them, and cost no more. 九十二高龄 is the longest.
  const next = text.charCodeAt(at + 1);
  if (next !== TENTH && next !== TEN && text.charCodeAt(at + 2) !== HIGH && text.charCodeAt(at + 3) !== HIGH) return undefined;
  const tens = digitOf(text.charAt(at));
  if (tens !== undefined && text.charAt(at + 1) === '旬' && at + 1 < limit) {
    // 三旬 may be the three parts of a month; from four on, and behind 年近 or 年过, it is an age.
    const told = /年[近过逾满届已]$|[已近逾]$/.test(text.slice(Math.max(0, at - 2), at));
    return (told && tens >= 2) || tens >= 4 ? { end: at + 2, value: { n: BigInt(tens) * 10n, d: 1n } } : undefined;
  }
  if (text.charAt(at + 1) === '十' && tens !== undefined && tens >= 2 && /^(?:出头|开外|挂零)(?![的了]?[价元块])/.test(text.slice(at + 2, Math.min(limit, at + 6)))) {
    return { end: at + 2, value: { n: BigInt(tens) * 10n, d: 1n }, bound: { sense: 'over', word: text.slice(at + 2, at + 4), place: 'after' } };
  }
  if (text.charCodeAt(at + 2) !== HIGH && text.charCodeAt(at + 3) !== HIGH) return undefined;
  const number = readWhole(text, at, limit);
  if (number === undefined || !text.startsWith('高龄', number.end) || number.end + 2 > limit || number.value < 60 || number.value > 130) return undefined;
  return { end: number.end + 2, value: { n: BigInt(number.value), d: 1n } };
}
