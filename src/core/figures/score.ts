/** Scores of games with a dash: 以21-18取胜, 比分2-2, 3-1、2-3、3-0获胜. A dash between two numbers alone may be a range, or a name. */
import { whole, type Exact } from './exact';
import { isDigitAt } from './literal';
import { readUnit } from './units';

const SIGNS = '-—';
/** Both sides: no more digits, no sign, no point around them. */
const PAIR = /^(\d{1,3})[-—](\d{1,3})(?![\d.—\-~/%])/;
/** What leads to a score. */
const BEFORE = /(?:比分(?:为|是|变为|改写为|定格在|锁定在|停在|来到)?|[战打踢扳追]成|战平)$/;
/** What is said of a score behind it, other scores of the same game between. */
const AFTER = /^(?:[、,][0-9]{1,3}[-—][0-9]{1,3}){0,6}的?(?:大?比分)?(?:[取获战小大险完双客主]胜|胜出|击败|击退|力克|轻取|横扫|淘汰|逆转|领先|落后|战平|告负|不敌|负于|惜败|惨败|反超|战胜|赢下|拿下|[先再]下一[城局])/;

export interface ScoreReading {
  readonly end: number;
  readonly value: Exact;
  readonly upper: Exact;
}

/** The score that begins with the digits at `at`. @param goesOn whether a score of the same game stands before it, parted by 、 or a comma */
export function readScore(text: string, at: number, limit: number, goesOn: boolean): ScoreReading | undefined {
  // Most numbers have no dash there, and cost no more.
  let dash = at + 1;
  while (dash < at + 3 && isDigitAt(text, dash, limit)) dash++;
  if (dash >= limit || !SIGNS.includes(text.charAt(dash))) return undefined;
  const before = text.charAt(at - 1);
  if (SIGNS.includes(before || ' ') || before === '.' || isDigitAt(text, at - 1, limit)) return undefined;
  const [pair, one = '', other = ''] = PAIR.exec(text.slice(at, Math.min(limit, at + 8))) ?? [];
  if (pair === undefined || [one, other].some((digits) => digits.length > 1 && digits.startsWith('0'))) return undefined;
  const end = at + pair.length;
  if (!AFTER.test(text.slice(end, Math.min(limit, end + 72)))) {
    // 打成3-5段, 以21-18、3-5人: with a unit behind it, it is a range.
    const isLed = goesOn || BEFORE.test(text.slice(Math.max(0, at - 6), at));
    if (!isLed || readUnit(text, end, limit) !== undefined) return undefined;
  }
  return { end, value: whole(Number(one)), upper: whole(Number(other)) };
}
