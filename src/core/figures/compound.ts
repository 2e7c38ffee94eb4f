/** Smaller units behind a larger one: 1小时50分, 3斤6两, 五元三毛, 一米八, 4分02秒3. */
import { add, decimal, divide, multiply, ratio, shift, whole, type Exact } from './exact';
import { digitsEnd, isDigitAt } from './literal';
import { readNumeral } from './numeral';
import { DIGITS } from './numeralTable';
import type { FigureKind } from './figure';
import { isScaleUnit, readUnit, unitNamed, type Unit } from './units';

export interface Compound {
  readonly end: number;
  /** What the smaller units add, in the larger unit. */
  readonly more: Exact;
  /** For times: the smallest unit, in which the whole comes to a round number. */
  readonly smallest?: Unit;
  readonly kind?: FigureKind;
}

interface Smaller {
  readonly names: readonly string[];
  /** How many of it make one of the larger unit. */
  readonly per: number;
  /** The unit in which it goes on. */
  readonly next?: string;
}

const MINUTES: Smaller = { names: ['分钟', '分'], per: 60, next: '分钟' };
const SECONDS: Smaller = { names: ['秒钟', '秒'], per: 60 };
const SMALLER: Readonly<Record<string, readonly Smaller[]>> = {
  年: [{ names: ['个月'], per: 12 }],
  天: [{ names: ['小时', '个小时'], per: 24, next: '小时' }],
  小时: [MINUTES, { names: ['秒钟', '秒'], per: 3600 }],
  个小时: [MINUTES, { names: ['秒钟', '秒'], per: 3600 }],
  个钟: [MINUTES, { names: ['秒'], per: 3600 }],
  分钟: [SECONDS],
  分: [SECONDS],
  斤: [{ names: ['两'], per: 10 }],
  元: [{ names: ['角', '毛'], per: 10, next: '角' }, { names: ['分'], per: 100 }],
  块: [{ names: ['角', '毛'], per: 10, next: '角' }, { names: ['分'], per: 100 }],
  角: [{ names: ['分'], per: 10 }],
  毛: [{ names: ['分'], per: 10 }],
  日元: [{ names: ['日本銭', '日本钱', '銭'], per: 100 }],
  美元: [{ names: ['美分'], per: 100 }],
  米: [{ names: ['厘米', '公分'], per: 100 }],
  公里: [{ names: ['米'], per: 1000 }],
  吨: [{ names: ['公斤', '千克'], per: 1000 }],
  公斤: [{ names: ['克'], per: 1000 }],
  丈: [{ names: ['尺'], per: 10 }],
  尺: [{ names: ['寸'], per: 10 }],
};

const TIMES: ReadonlySet<string> = new Set(['年', '天', '小时', '个小时', '个钟', '分钟', '分']);

/** What stands behind `unit` at `at` and is counted in a smaller one. */
export function compoundOf(text: string, at: number, limit: number, unit: Unit, arabic: boolean): Compound | undefined {
  if (unit.text === '米' || unit.text === '块' || unit.text === '角' || unit.text === '毛') {
    const tail = tailOf(text, at, limit, unit.text, arabic);
    if (tail !== undefined) return tail;
  }
  if (unit.text === '秒') return hundredths(text, at, limit);
  const smaller = SMALLER[unit.text];
  if (smaller === undefined) return undefined;
  const from = '零又'.includes(text.charAt(at) || ' ') ? at + 1 : at;
  const numeral = readNumeral(text, from, limit, { isScaleUnit, spaced: false });
  if (numeral === undefined || numeral.bare || numeral.upper !== undefined || numeral.spelled) return undefined;
  for (const { names, per, next } of smaller) {
    const name = names.find((one) => numeral.end + one.length <= limit && text.startsWith(one, numeral.end));
    // 5元8角, but 5分之3 and 3分钟 stay what they are.
    if (name === undefined || (name === '分' && '之钱钟'.includes(text.charAt(numeral.end + 1) || ' ') && text.charAt(numeral.end + 1) !== '钱')) continue;
    if (numeral.value.n >= BigInt(per) * numeral.value.d) continue;
    const end = numeral.end + name.length + (text.charAt(numeral.end + name.length) === '钱' ? 1 : 0);
    const time = TIMES.has(unit.text);
    const own = time ? unitNamed(name === '分' ? '分钟' : name) : undefined;
    const share = divide(numeral.value, whole(per));
    const behind = name === '秒' ? hundredths(text, end, limit) : next === undefined ? undefined : compoundOf(text, end, limit, unitNamed(next) ?? unit, arabic);
    const more = behind === undefined ? share : add(share, divide(behind.more, whole(per)));
    const smallest = behind?.smallest ?? own;
    return { end: behind?.end ?? end, more, ...(time ? { kind: 'duration' as const } : {}), ...(smallest === undefined ? {} : { smallest }) };
  }
  return undefined;
}

/** 4分02秒3, 11秒56: hundredths without a point. */
function hundredths(text: string, at: number, limit: number): Compound | undefined {
  const end = digitsEnd(text, at, Math.min(limit, at + 4));
  if (end === at || end - at > 3 || readUnit(text, end, limit) !== undefined) return undefined;
  return { end, more: shift(decimal(text.slice(at, end)), at - end) };
}

/** 一米八, 1米75, 两毛五, 三块零四: a digit whose unit is left out. */
function tailOf(text: string, at: number, limit: number, unit: string, arabic: boolean): Compound | undefined {
  const ends = (end: number): boolean => end >= limit || '，。、；,;！？!?)）多的高长宽深至到—~-'.includes(text.charAt(end));
  if (arabic && unit === '米' && isDigitAt(text, at, limit)) {
    const end = digitsEnd(text, at, Math.min(limit, at + 3));
    return end - at <= 2 && ends(end) ? { end, more: shift(decimal(text.slice(at, end)), at - end) } : undefined;
  }
  const zero = text.charAt(at) === '零' ? 1 : 0;
  const digit = at + zero < limit ? DIGITS.get(text.charAt(at + zero)) : undefined;
  if (digit === undefined || digit === 0 || text.charAt(at + zero) === '两' || !ends(at + zero + 1)) return undefined;
  return { end: at + zero + 1, more: multiply(whole(digit), ratio(1n, zero > 0 ? 100n : 10n)) };
}
