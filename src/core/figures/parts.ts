/** Parts of a whole and changes in words: 三分之一, 百分之五, 1/3, 三成五, 九五折, 对折, 翻一番, 一半. */
import { add, divide, multiply, ONE, ratio, tenTo, whole, type Exact } from './exact';
import type { FigureKind } from './figure';
import { digitsEnd, isDigitAt, readLiteral } from './literal';
import { readNumeral, type Numeral, type NumeralOptions } from './numeral';
import { DIGITS, SMALL_SCALES } from './numeralTable';
import { isScaleUnit } from './units';

export interface Part {
  readonly end: number;
  readonly kind: FigureKind;
  readonly value: Exact;
  readonly upper?: Exact;
  readonly unit?: '%' | '‰' | '倍';
  readonly vague?: string;
}

const HALF = ratio(1n, 2n);
const TEN = whole(10);
const OPTIONS: NumeralOptions = { isScaleUnit, spaced: true };

/** Over the spaces at `at`, two at most. */
function overSpaces(text: string, at: number, limit: number): number {
  let end = at;
  while (end < Math.min(limit, at + 2) && text.charAt(end) === ' ') end++;
  return end;
}

/** The end of 分之 at `at`, spaces passed over, or -1. */
function partWordEnd(text: string, at: number, limit: number): number {
  const from = overSpaces(text, at, limit);
  if (text.charAt(from) !== '分' || from >= limit) return -1;
  const second = overSpaces(text, from + 1, limit);
  return text.charAt(second) === '之' && second < limit ? overSpaces(text, second + 1, limit) : -1;
}

const PER: ReadonlyMap<string, number> = new Map([['百', 2], ['佰', 2], ['千', 3], ['仟', 3], ['万', 4]]);

/** 百分之五, 千分之一, 万分之三, and 百分之百. */
export function readPerHundred(text: string, at: number, limit: number): Part | undefined {
  const power = PER.get(text.charAt(at));
  const from = power === undefined ? -1 : partWordEnd(text, at + 1, limit);
  if (power === undefined || from < 0) return undefined;
  const negative = text.charAt(from) === '负' ? 1 : 0;
  const share = readNumeral(text, from + negative, limit, OPTIONS) ?? hundred(text, from, limit);
  if (share === undefined) return undefined;
  const [value, upper] = [signed(share.value, negative), share.upper];
  const rest = { end: share.end, ...(share.vague === undefined ? {} : { vague: share.vague }) };
  const scaled = (x: Exact): Exact => (power === 4 ? divide(x, whole(100)) : x);
  const end = kilo(text, share.end, limit);
  const more = end > share.end ? multiply(value, whole(1000)) : value;
  return {
    ...rest, end, value: scaled(more), ...(upper === undefined ? {} : { upper: scaled(upper) }),
    ...(power === 3 ? { kind: 'permille' as const, unit: '‰' as const } : { kind: 'percentage' as const, unit: '%' as const }),
  };
}

/** 百分之12k. */
function kilo(text: string, at: number, limit: number): number {
  const from = overSpaces(text, at, limit);
  return from < limit && /^[kK](?![A-Za-z])/.test(text.slice(from, from + 2)) ? from + 1 : at;
}

function signed(value: Exact, negative: number): Exact {
  return negative > 0 ? { n: -value.n, d: value.d } : value;
}

/** 百分之百: a scale by itself. */
function hundred(text: string, at: number, limit: number): Pick<Numeral, 'value' | 'end' | 'upper' | 'vague'> | undefined {
  const power = at < limit ? SMALL_SCALES.get(text.charAt(at)) : undefined;
  return power === undefined ? undefined : { value: whole(tenTo(power)), end: at + 1 };
}

/** 三分之一, 18分之5, 一又二分之一; `below` is the number read first, which is the lower one or the whole one. */
export function readFraction(text: string, below: Numeral, limit: number): Part | undefined {
  let wholePart: Exact | undefined;
  let lower = below;
  const and = overSpaces(text, below.end, limit);
  if (text.charAt(and) === '又' && and < limit) {
    const next = readNumeral(text, overSpaces(text, and + 1, limit), limit, OPTIONS);
    if (next === undefined) return undefined;
    const slashed = readSlash(text, next, limit);
    if (slashed !== undefined) return { ...slashed, value: add(below.value, slashed.value) };
    [wholePart, lower] = [below.value, next];
  }
  const from = partWordEnd(text, lower.end, limit);
  if (from < 0) return wholePart === undefined ? readSlash(text, below, limit) : undefined;
  const negative = text.charAt(from) === '负' ? 1 : 0;
  const upper = readNumeral(text, from + negative, limit, OPTIONS);
  if (upper === undefined || lower.value.n === 0n || upper.bare) return undefined;
  const value = signed(divide(upper.value, lower.value), negative);
  const range = upper.upper === undefined ? {} : { upper: divide(upper.upper, lower.value) };
  // 百万分之五: parts of a power of ten, as 百分之 and 万分之 are.
  if (lower.bare) return { end: upper.end, kind: 'percentage', value: multiply(value, whole(100)), unit: '%' };
  return { end: upper.end, kind: 'fraction', value: wholePart === undefined ? value : add(wholePart, value), ...range };
}

/** 1/3, 16/5, 1 5/3. Not 24/7/365 and no 10/21/2024. */
function readSlash(text: string, first: Numeral, limit: number): Part | undefined {
  if (!first.arabic || first.hasPoint || first.scale > 0) return undefined;
  const { end, value } = first;
  if (text.charAt(end) === ' ' && isDigitAt(text, end + 1, limit)) {
    const next = readNumeral(text, end + 1, limit, OPTIONS);
    const slashed = next === undefined || value.n > 999n ? undefined : readSlashHere(text, next, limit);
    return slashed === undefined ? undefined : { ...slashed, value: add(value, slashed.value) };
  }
  return readSlashHere(text, first, limit);
}

function readSlashHere(text: string, { arabic, end, hasPoint, value }: Numeral, limit: number): Part | undefined {
  if (!arabic || hasPoint || text.charAt(end) !== '/' || value.n > 9999n) return undefined;
  const last = digitsEnd(text, end + 1, Math.min(limit, end + 6));
  const lower = text.slice(end + 1, last);
  if (lower === '' || lower.length > 4 || lower.startsWith('0') || (last < limit && '/.'.includes(text.charAt(last)) && isDigitAt(text, last + 1, limit))) return undefined;
  return { end: last, kind: 'fraction', value: ratio(value.n, BigInt(lower) * value.d) };
}

/** 三成, 七成六, 三成半, 2.5成, 九五折, 7折, 75折. `numeral` is what stands before the word. */
export function readTenths(text: string, numeral: Numeral, limit: number): Part | undefined {
  if (numeral.bare || numeral.spelled) return undefined;
  const from = overSpaces(text, numeral.end, limit);
  const sign = from < limit ? text.charAt(from) : '';
  const next = from + 1 < limit ? text.charAt(from + 1) : '';
  if (sign === '折') {
    if ('页叠射断线扣腾磨光返旧合回中服戟成'.includes(next || ' ') && next !== '扣') return undefined;
    // 75折 is 75%, 7折 is 70%, 七五折 is read by readDiscount.
    const value = numeral.value.d === 1n && numeral.value.n > 10n ? numeral.value : multiply(numeral.value, TEN);
    return numeral.value.n < 100n && numeral.value.n > 0n && !(numeral.value.n === 10n && numeral.value.d === 1n) ? { end: from + 1, kind: 'percentage', value, unit: '%' } : undefined;
  }
  if (sign !== '成' || numeral.value.n > 10n * numeral.value.d || numeral.value.n === 0n) return undefined;
  // 三成为主 may be 三成 or 成为: silence is better than a wrong number.
  if ('为立功员了熟本果长都分活绩品套效员交型'.includes(next || ' ') && next !== '') return undefined;
  const value = multiply(numeral.value, TEN);
  const upper = numeral.upper === undefined ? {} : { upper: multiply(numeral.upper, TEN) };
  const half = overSpaces(text, from + 1, limit);
  if (text.charAt(half) === '半' && half < limit) return { end: half + 1, kind: 'percentage', value: add(value, whole(5)), unit: '%' };
  const digit = half < limit ? DIGITS.get(text.charAt(half)) : undefined;
  const after = half + 1 < limit ? text.charAt(half + 1) : '';
  const counts = digit !== undefined && (after === '' || '，。,;；、)以左的 '.includes(after));
  return counts ? { end: half + 1, kind: 'percentage', value: add(value, whole(digit)), unit: '%' } : { end: from + 1, kind: 'percentage', value, ...upper, unit: '%' };
}

/** The digit at a place, Arabic or Chinese. */
function oneDigit(text: string, at: number, limit: number): number | undefined {
  if (at >= limit) return undefined;
  if (isDigitAt(text, at, limit)) return text.charCodeAt(at) - 0x30;
  const char = text.charAt(at);
  return char === '两' ? undefined : DIGITS.get(char);
}

/** 九五折, 七二折, 三八折: two digits before 折, a space between them or not. */
export function readDiscount(text: string, at: number, limit: number): Part | undefined {
  const next = overSpaces(text, at + 1, limit);
  const second = oneDigit(text, next, limit);
  const first = second === undefined ? undefined : oneDigit(text, at, limit);
  if (first === undefined || second === undefined || first === 0) return undefined;
  const end = overSpaces(text, next + 1, limit);
  return text.charAt(end) === '折' && end < limit ? { end: end + 1, kind: 'percentage', value: whole(first * 10 + second), unit: '%' } : undefined;
}

/** 打对折 is half the price. */
export function readHalfPrice(text: string, at: number, start: number): Part | undefined {
  return at > start && text.startsWith('对折', at) && '打成'.includes(text.charAt(at - 1)) ? { end: at + 2, kind: 'percentage', value: whole(50), unit: '%' } : undefined;
}

/** 翻一番 doubles, 翻两番 makes four times as much; 翻番 is 翻一番. 翻3倍 is left to the number. */
export function readDoublings(text: string, at: number, limit: number): Part | undefined {
  if (text.charAt(at) !== '翻') return undefined;
  const done = text.charAt(at + 1) === '了' ? at + 2 : at + 1;
  if (text.charAt(done) === '番' && done < limit) return done + 1 < limit && '茄薯邦石'.includes(text.charAt(done + 1)) ? undefined : { end: done + 1, kind: 'multiple', value: whole(2), unit: '倍' };
  const numeral = readNumeral(text, done, limit, OPTIONS);
  if (numeral === undefined || text.charAt(numeral.end) !== '番' || numeral.end >= limit) return undefined;
  const times = numeral.value;
  // 翻近一番 and 翻1.5番 have no exact value; whole ones up to ten do.
  if (times.d !== 1n || times.n < 1n || times.n > 10n) return undefined;
  return { end: numeral.end + 1, kind: 'multiple', value: whole(2n ** times.n), unit: '倍' };
}

/** 一半, 半数, 过半: one half. */
export function readHalf(text: string, at: number, limit: number): Part | undefined {
  const first = text.charAt(at);
  if (first !== '一' && first !== '半') return undefined;
  if (text.startsWith('一半', at) && at + 2 <= limit) return { end: at + 2, kind: 'fraction', value: HALF };
  if (text.startsWith('半数', at) && at + 2 <= limit && !'据学码值'.includes(text.charAt(at + 2) || ' ')) return { end: at + 2, kind: 'fraction', value: HALF };
  if (text.startsWith('半百', at) && at + 2 <= limit) return { end: at + 2, kind: 'number', value: multiply(ONE, whole(50)) };
  if (text.startsWith('半成', at) && at + 2 <= limit && !'品'.includes(text.charAt(at + 2) || ' ')) return { end: at + 2, kind: 'percentage', value: whole(5), unit: '%' };
  if (text.startsWith('半折', at) && at + 2 <= limit) return { end: at + 2, kind: 'percentage', value: whole(50), unit: '%' };
  return undefined;
}

/** `3比1`, `16:9`, `1∶1.5`: how two numbers stand to each other. */
export function readRatio(text: string, first: Numeral, limit: number): Part | undefined {
  const sign = first.end < limit ? text.charAt(first.end) : '';
  if ((sign !== '比' && sign !== ':') || first.scale > 0 || first.upper !== undefined) return undefined;
  if (sign === '比' && !first.arabic && first.tokens > 2) return undefined;
  const literal = isDigitAt(text, first.end + 1, limit) ? readLiteral(text, first.end + 1, limit) : undefined;
  const second = literal ?? (sign === '比' && !first.arabic ? readNumeral(text, first.end + 1, limit, OPTIONS) : undefined);
  if (second === undefined || second.value.n === 0n || (first.arabic && literal === undefined)) {
    return second?.value.n === 0n && sign === '比' ? { end: second.end, kind: 'ratio', value: first.value, upper: second.value } : undefined;
  }
  // 比 with a unit behind the second number compares (5比3个): not two sides of a ratio.
  if (sign === ':' && (text.charAt(second.end) === ':' || !first.arabic)) return undefined;
  return { end: second.end, kind: 'ratio', value: first.value, upper: second.value };
}
