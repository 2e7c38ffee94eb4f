/** A number with what belongs to it: sign, second number of a range, 余 or 多, unit, smaller units behind it (1小时50分, 五元三毛). */
import { isLatin } from '../text/characters';
import { boundAfter, boundBefore } from './bounds';
import { compoundOf } from './compound';
import { isBoundary, stands, type Place } from './context';
import { rangeSignEnd } from './dates';
import { add, compare, divide, multiply, negate, ratio, tenTo, whole, type Exact } from './exact';
import type { Bound, FigureKind } from './figure';
import { readNumeral, type Numeral } from './numeral';
import { FORMAL, VAGUE } from './numeralTable';
import { readFraction, readRatio, readTenths, type Part } from './parts';
import { pointsEnd, signStart, withKilo } from './signs';
import { isScaleUnit, moreOf, readUnit, unitNamed, withPer, type Unit } from './units';
import { CURRENCY_PREFIXES, CURRENCY_SIGNS } from './unitTable';
import { endingAt } from './wordList';

/** A figure before it is put into its sentence; places are those of the folded text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: FigureKind;
  readonly value?: Exact;
  readonly upper?: Exact;
  readonly unit?: Unit;
  readonly bound?: Bound;
}

/** A figure that is being read. */
type Draft = { -readonly [Part in keyof Found]: Found[Part] };

const currencyAt = endingAt(Object.entries(CURRENCY_PREFIXES), ([name]) => name);
const HALF = ratio(1n, 2n);
const KINDS: Partial<Record<Unit['class'], FigureKind>> = { multiple: 'multiple', ordinal: 'ordinal', count: 'count', digitsOnly: 'count', money: 'money' };

/** The figure that begins with the number at `place.at`. */
export function readQuantity(place: Place): Found | undefined {
  const { text, at, limit } = place;
  const first = withKilo(text, readNumeral(text, at, limit, { isScaleUnit, spaced: true }), limit, place.alone);
  if (first === undefined) return undefined;
  const sign = signStart(place);
  const part = readFraction(text, first, limit) ?? readRatio(text, first, limit) ?? readTenths(text, first, limit) ?? sharedTenths(place, first);
  if (part !== undefined) return partFound(place, sign, part, first);
  const found = new QuantityReader(place, sign, first).read();
  return found === undefined ? undefined : (joined(place, found) ?? found);
}

/** 七元二角至七元四角, 500米—1公里, 11天至3周: both ends have their own units, of one measure. */
function joined({ text, alone, limit }: Place, first: Found): Found | undefined {
  const { bound, end, unit, upper, value } = first;
  const sign = rangeSignEnd(text, end, limit);
  if (sign === end || value === undefined || upper !== undefined || bound?.place === 'after' || unit?.factor === undefined || (unit.class !== 'measure' && unit.class !== 'money')) return undefined;
  const numeral = readNumeral(text, sign, limit, { isScaleUnit, spaced: false });
  if (numeral === undefined || numeral.bare || readFraction(text, numeral, limit) !== undefined) return undefined;
  const second = new QuantityReader({ text, start: sign, at: sign, limit, alone }, sign, numeral).read();
  if (second?.value === undefined || second.upper !== undefined || second.unit?.factor === undefined || second.unit.dimension !== unit.dimension || second.unit.base !== unit.base) return undefined;
  const top = divide(multiply(second.value, second.unit.factor), unit.factor);
  const sense = bound ?? second.bound;
  return compare(top, value) > 0 ? { ...first, end: second.end, upper: top, ...(sense === undefined ? {} : { bound: sense }) } : undefined;
}

function partFound(place: Place, sign: number, part: Part, first: Numeral): Found | undefined {
  const before = place.at > place.start ? place.text.charAt(place.at - 1) : '';
  if (part.kind === 'percentage' && !first.arabic && (before === '数' || '曲波骨几'.includes(before || ' '))) return undefined;
  const bound = boundBefore(place.text, sign, place.start, part.unit, false) ?? boundAfter(place.text, part.end, place.limit);
  const unit = part.unit === undefined ? undefined : unitNamed(part.unit);
  const second = part.kind === 'percentage' ? tenthsRange(place, part) : undefined;
  const measured = part.kind === 'fraction' ? measureOf(place, part) : undefined;
  if (measured !== undefined) return { ...measured, start: sign, value: sign < place.at ? negate(part.value) : part.value, ...(bound === undefined ? {} : { bound }) };
  return {
    start: sign, end: second?.end ?? part.end, kind: part.kind, value: sign < place.at ? negate(part.value) : part.value,
    ...(second === undefined ? (part.upper === undefined ? {} : { upper: part.upper }) : { upper: second.value }),
    ...(unit === undefined ? {} : { unit }), ...(bound === undefined ? {} : { bound }),
  };
}

/** 四分之一公里, 三分之二小时: a part of a unit. Of the units of one character only those that begin no other word. */
function measureOf({ text, limit }: Place, { end, upper }: Part): Pick<Found, 'end' | 'kind' | 'unit'> | undefined {
  const unit = upper === undefined ? readUnit(text, end, limit) : undefined;
  if (unit?.class !== 'measure' || (unit.text.length === 1 && !'秒吨亩'.includes(unit.text)) || isLatin(unit.text.charCodeAt(0))) return undefined;
  return { end: end + unit.text.length, kind: isTime(unit) ? 'duration' : 'quantity', unit };
}

const isTime = ({ dimension }: Unit): boolean => dimension === 'time' || dimension === 'months';

/** 三到五成, 3至5成: the first number takes the 成 of the second. */
function sharedTenths({ text, limit }: Place, first: Numeral): Part | undefined {
  const sign = rangeSignEnd(text, first.end, limit);
  if (sign === first.end || first.tokens > 1 || first.upper !== undefined || first.value.n === 0n || first.value.n >= 10n * first.value.d) return undefined;
  const numeral = readNumeral(text, sign, limit, { isScaleUnit, spaced: false });
  const second = numeral === undefined ? undefined : readTenths(text, numeral, limit);
  const value = multiply(first.value, whole(10));
  return second?.unit === '%' && second.upper === undefined && compare(second.value, value) > 0 ? { ...second, value, upper: second.value } : undefined;
}

/** 三成至五成. */
function tenthsRange({ text, limit }: Place, part: Part): Part | undefined {
  const sign = rangeSignEnd(text, part.end, limit);
  if (sign === part.end) return undefined;
  const numeral = readNumeral(text, sign, limit, { isScaleUnit, spaced: false });
  const second = numeral === undefined ? undefined : readTenths(text, numeral, limit);
  return second !== undefined && compare(second.value, part.value) > 0 ? second : undefined;
}

class QuantityReader {
  private readonly text: string;
  private readonly limit: number;

  constructor(
    private readonly place: Place,
    private readonly sign: number,
    private readonly first: Numeral,
  ) {
    this.text = place.text;
    this.limit = place.limit;
  }

  read(): Found | undefined {
    const { first, place } = this;
    const single = this.single(first);
    const range = this.rangeOf(single);
    const { unit, vague } = range?.second ?? single;
    const end = range?.second.end ?? single.end;
    const currency = this.currencyBefore(unit);
    const start = currency?.start ?? this.sign;
    const bare = first.bare && single.end === first.end;
    const bound = this.bound(start, end, unit, first.bare, first.vague ?? vague);
    if (!first.arabic && !this.broken(single) && !stands(place, first, unit, bound !== undefined && (bound.place !== 'inside' || !bare))) return undefined;
    // A letter right after the digits makes a name of them (5G).
    if (first.arabic && unit === undefined && end < this.limit && isLatin(this.text.charCodeAt(end)) && this.text.charCodeAt(end) < 0x80) return undefined;
    const base = range?.first ?? first.value;
    const negative = this.sign < place.at;
    const upper = range?.upper ?? first.upper;
    const named = currency?.unit ?? unit;
    const found: Draft = { start, end, kind: currency === undefined ? this.kindOf(unit) : 'money', value: negative ? negate(base) : base };
    if (upper !== undefined) found.upper = negative && range?.signed !== true ? negate(upper) : upper;
    if (bound !== undefined) found.bound = bound;
    return named === undefined ? found : this.complete(found, named, upper === undefined);
  }

  /** 一个半小时, 一天半, 一块二, 六分四十秒: what follows shows that the number counts. */
  private broken({ end, unit }: { readonly end: number; readonly unit?: Unit }): boolean {
    if (unit === undefined || this.first.bare) return false;
    if (unit.text === '个') return this.text.charAt(end) === '半' && end < this.limit && /^(?:半小时|半钟|半月|半$|半多?小时|半分钟|半世纪)/.test(this.text.slice(end, end + 4));
    // 三点要求, 四点建议: points, and no hour.
    if (unit.text === '点') return /^(?:要求|意见|建议|希望|体会|启示|经验|主张|倡议|共识|原因|[:：]一)/.test(this.text.slice(end, Math.min(this.limit, end + 3)));
    if (unit.text === '天') return this.text.charAt(end) === '半' && end < this.limit && !'夜晚路'.includes(this.text.charAt(end + 1) || ' ');
    return (unit.text === '块' || unit.text === '分') && (compoundOf(this.text, end, this.limit, unit, false) !== undefined || (unit.text === '分' && /^半(?:钟|$)/.test(this.text.slice(end, end + 2))));
  }

  /** One number with 余 or 多 and its unit. */
  private single(numeral: Numeral): { readonly end: number; readonly unit?: Unit; readonly vague?: string } {
    const vagueEnd = this.vagueEnd(numeral);
    const from = this.overSpaces(numeral, vagueEnd);
    const unit = this.unitFor(numeral, from);
    const vague = vagueEnd > numeral.end ? { vague: this.text.charAt(vagueEnd - 1) } : unit?.vague === undefined ? {} : { vague: unit.vague };
    return unit === undefined ? { end: numeral.end, ...vague } : { end: unit.end, unit: unit.unit, ...vague };
  }

  private overSpaces(numeral: Numeral, at: number): number {
    let end = at;
    while (end < Math.min(this.limit, at + 4) && this.text.charAt(end) === ' ') end++;
    if (end === at || end >= this.limit) return at;
    const unit = readUnit(this.text, end, this.limit);
    const measures = unit !== undefined && (unit.class === 'measure' || unit.class === 'money' || unit.class === 'percent');
    return measures && (numeral.arabic || this.place.alone) ? end : pointsEnd(this.text, end, this.limit) > end ? end : at;
  }

  private unitFor(numeral: Numeral, at: number): { readonly unit: Unit; readonly end: number; readonly vague?: string } | undefined {
    const more = moreOf(this.text, at, this.limit);
    if (more !== undefined) return { ...more, vague: '多' };
    const points = pointsEnd(this.text, at, this.limit);
    const pointUnit = points > at ? unitNamed('个百分点') : undefined;
    if (pointUnit !== undefined) return { unit: pointUnit, end: points };
    const unit = readUnit(this.text, at, this.limit);
    if (unit === undefined) return this.great(numeral, at);
    if (!numeral.arabic && unit.class === 'ordinal' && unit.text.length === 1 && unit.text !== '楼') return undefined;
    // 3年级 is a class and 5世纪 a century; 8个半小时 has its half inside.
    return withPer(unit, this.text, at + unit.text.length, this.limit);
  }

  /** 六大体系, 十大新闻: 大 counts where a thing follows. */
  private great(numeral: Numeral, at: number): { readonly unit: Unit; readonly end: number } | undefined {
    if (this.text.charAt(at) !== '大' || at >= this.limit || numeral.tokens > 2 || numeral.value.n > 99n || (numeral.tokens === 2 && !numeral.arabic)) return undefined;
    const next = at + 1 < this.limit ? this.text.charAt(at + 1) : '';
    if (next === '' || '，。、；,;:：”’》) 学会报以闭胜召开精期代党前后至到上的'.includes(next)) return undefined;
    if (numeral.value.n === 1n) return undefined;
    const unit = unitNamed('个');
    return unit === undefined ? undefined : { unit: { ...unit, text: '大', base: '大' }, end: at + 1 };
  }

  /** The end of 余, 多, 几 or 来 after a number, taken only where a unit or a thing follows. */
  private vagueEnd(numeral: Numeral): number {
    const at = numeral.end;
    const word = at < this.limit ? this.text.charAt(at) : '';
    if (!VAGUE.has(word || ' ')) return at;
    const unit = readUnit(this.text, at + 1, this.limit);
    // 3年多 has its 多 behind the unit; 二十几 needs no unit, 20多 does.
    if (unit !== undefined) return numeral.value.n >= 10n || numeral.bare || unit.dimension === 'months' ? at + 1 : at;
    return '多几余'.includes(word) && numeral.value.n >= 10n && numeral.value.d === 1n && numeral.scale > 0 ? at + 1 : at;
  }

  /** 5000万至8000万元, 两到三万, 26至29摄氏度, 10%—20%: the second number, which must rise. */
  private rangeOf(single: { readonly end: number; readonly unit?: Unit }): { readonly first: Exact; readonly upper: Exact; readonly second: { readonly end: number; readonly unit?: Unit; readonly vague?: string }; readonly signed: boolean } | undefined {
    const { first, text, limit, place } = this;
    if (first.bare || (first.upper !== undefined && first.vague === undefined)) return undefined;
    const from = text.startsWith('(含)', single.end) ? single.end + 3 : single.end;
    const sign = rangeSignEnd(text, from, limit);
    if (sign === from) return undefined;
    const minus = '-负'.includes(text.charAt(sign) || ' ') ? sign + 1 : text.startsWith('零下', sign) || text.startsWith('零上', sign) ? sign + 2 : sign;
    const numeral = withKilo(text, readNumeral(text, minus, limit, { isScaleUnit, spaced: true }), limit, place.alone);
    if (numeral === undefined || numeral.bare || numeral.upper !== undefined) return undefined;
    const second = this.single(numeral);
    const same = single.unit === undefined || second.unit?.text === single.unit.text;
    const unitless = second.unit === undefined && single.unit === undefined && (place.alone || (first.arabic && numeral.arabic && '至到~'.includes(text.charAt(from))));
    if (!same || (second.unit === undefined && !unitless)) return undefined;
    const negative = minus > sign && text.charAt(sign + 1) !== '上';
    const upper = negative ? negate(numeral.value) : numeral.value;
    const own = this.sign < place.at ? negate(first.value) : first.value;
    const shared = this.shared(numeral);
    const low = shared ?? own;
    if (compare(upper, low) <= 0) return undefined;
    return { first: this.sign < place.at ? negate(low) : low, upper, second, signed: true };
  }

  /** 两到三万: the first number in the scale of the second, where it has none of its own and stays below. */
  private shared(second: Numeral): Exact | undefined {
    if (second.scale === 0 || this.first.scale >= second.scale || this.first.scale >= 4 || this.sign < this.place.at) return undefined;
    const scaled = multiply(this.first.value, whole(tenTo(second.scale)));
    return compare(scaled, second.value) < 0 ? scaled : undefined;
  }

  private bound(start: number, end: number, unit: Unit | undefined, bare: boolean, inside: string | undefined): Bound | undefined {
    const outside = boundBefore(this.text, start, this.place.start, unit?.text, bare) ?? boundAfter(this.text, end, this.limit);
    if (outside !== undefined) return outside;
    if (inside === undefined) return undefined;
    return { sense: '来数几'.includes(inside) && this.first.upper !== undefined ? 'about' : inside === '来' ? 'about' : 'over', word: inside, place: 'inside' };
  }

  private kindOf(unit: Unit | undefined): FigureKind {
    if (unit === undefined) return 'number';
    if (unit.class === 'percent') return unit.text === '%' ? 'percentage' : unit.text === '‰' ? 'permille' : 'percentagePoint';
    if (unit.text === '岁' || unit.text === '周岁') return 'age';
    if (unit.dimension === 'temperature') return 'temperature';
    if (isTime(unit) && !unit.text.includes('/')) return 'duration';
    // 十四届全国人大 is the fourteenth; 连续三届 and 20届 are counted.
    if (unit.text === '届' && !this.first.arabic && (this.first.tokens > 1 || /^届[一二三四五六七八九]中全会/.test(this.text.slice(this.first.end, this.first.end + 5)))) return 'ordinal';
    return KINDS[unit.class] ?? 'quantity';
  }

  /** 人民币50元, 港币两千元, $20: the name or sign of the currency before the number. */
  private currencyBefore(unit: Unit | undefined): { readonly start: number; readonly unit: Unit } | undefined {
    const from = this.sign;
    let at = from;
    while (at > this.place.start && from - at < 2 && this.text.charAt(at - 1) === ' ') at--;
    const yuan = unit === undefined || unit.text === '元' || unit.text === '圆';
    const sign = at > this.place.start ? CURRENCY_SIGNS[this.text.charAt(at - 1)] : undefined;
    if (sign !== undefined && (unit === undefined || unit.class === 'money')) {
      const prefix = this.text.slice(Math.max(this.place.start, at - 3), at - 1);
      const country = this.text.charAt(at - 1) === '$' ? (/(?:US|HK|NT|A|C)$/.exec(prefix)?.[0] ?? '') : '';
      const base = { US: 'USD', HK: 'HKD', NT: 'TWD', A: 'AUD', C: 'CAD' }[country] ?? (sign === '' ? '$' : sign);
      return { start: at - 1 - country.length, unit: { text: unit?.text ?? this.text.charAt(at - 1), class: 'money', dimension: 'money', base, factor: whole(1) } };
    }
    if (!yuan) return undefined;
    const [name, base] = currencyAt(this.text, at, this.place.start) ?? [];
    // 美元100 without 元 would be a list of currencies and numbers.
    if (name === undefined || base === undefined || (unit === undefined && name !== '人民币' && name !== '港币' && name !== '美金')) return undefined;
    return { start: at - name.length, unit: { text: unit?.text ?? name, class: 'money', dimension: 'money', base, factor: whole(1) } };
  }

  /** Halves, smaller units, temperatures: what is known once the unit is. */
  private complete(found: Draft, unit: Unit, plain: boolean): Found {
    const { end } = found;
    // Most figures that have a unit are that and nothing else: no copy is made of them.
    const withUnit = found as Draft & { unit: Unit };
    withUnit.unit = unit;
    if (unit.text === '元' && '整正'.includes(this.text.charAt(end) || ' ') && end < this.limit && isBoundary(this.text.charAt(end + 1))) withUnit.end = end + 1;
    // 伍分 on a cheque; 五分 is a point.
    const cents = unit.text === '分' && FORMAL.has(this.text.charAt(this.place.at)) && isBoundary(this.text.charAt(end)) ? unitNamed('分钱') : undefined;
    if (cents !== undefined) return { ...found, kind: 'money', unit: { ...cents, text: '分' } };
    const degrees = this.degrees(withUnit, unit);
    if (degrees !== undefined) return degrees;
    const money = unit.text === '块' ? this.money(withUnit) : undefined;
    if (money !== undefined) return money;
    if (found.value === undefined || !plain) return withUnit;
    const compound = compoundOf(this.text, end, this.limit, unit, this.first.arabic);
    if (compound !== undefined) {
      const kind = compound.kind ?? withUnit.kind;
      const value = found.value.n < 0n ? negate(add(negate(found.value), compound.more)) : add(found.value, compound.more);
      const { smallest } = compound;
      const from = unit.text === '分' ? unitNamed('分钟')?.factor : unit.factor;
      if (smallest?.factor === undefined || from === undefined) return { ...withUnit, kind, end: compound.end, value };
      return { ...withUnit, unit: smallest, kind, end: compound.end, value: divide(multiply(value, from), smallest.factor) };
    }
    return this.half(withUnit, unit);
  }

  /** 两吨半, 一年半; 一个半小时. */
  private half(found: Found & { readonly unit: Unit }, unit: Unit): Found {
    const { end, value } = found;
    if (value === undefined || this.text.charAt(end) !== '半' || end >= this.limit) return found;
    if (unit.text === '个') {
      const behind = readUnit(this.text, end + 1, this.limit) ?? (this.text.startsWith('月', end + 1) ? unitNamed('个月') : this.text.startsWith('钟', end + 1) ? unitNamed('个钟') : undefined);
      if (behind === undefined && end + 1 >= this.limit) return { ...found, end: end + 1, value: add(value, HALF) };
      if (behind === undefined || (behind.dimension !== 'time' && behind.dimension !== 'months')) return found;
      const length = behind.text === '个月' || behind.text === '个钟' ? 1 : behind.text.length;
      return { ...found, unit: behind, kind: 'duration', end: Math.min(this.limit, end + 1 + length), value: add(value, HALF) };
    }
    if (unit.text === '分') {
      const minutes = unitNamed('分钟');
      return minutes === undefined ? found : { ...found, unit: minutes, kind: 'duration', end: this.text.charAt(end + 1) === '钟' ? end + 2 : end + 1, value: add(value, HALF) };
    }
    const takes = unit.class === 'measure' || unit.class === 'money';
    return takes && !'数场导百径'.includes(this.text.charAt(end + 1) || ' ') ? { ...found, end: end + 1, value: add(value, HALF) } : found;
  }

  /** 三百块, 十块四毛, 十块钱: money where no thing follows that 块 would count. */
  private money(found: Found & { readonly unit: Unit }): Found | undefined {
    const next = found.end < this.limit ? this.text.charAt(found.end) : '';
    const small = compoundOf(this.text, found.end, this.limit, found.unit, false);
    const yuan = unitNamed('元');
    if (yuan === undefined || (small === undefined && next !== '' && !'，。；,;！？!?'.includes(next) && !'左以上下多'.includes(next))) return undefined;
    const value = small === undefined || found.value === undefined ? found.value : add(found.value, small.more);
    return { ...found, kind: 'money', unit: { ...yuan, text: '块' }, end: small?.end ?? found.end, ...(value === undefined ? {} : { value }) };
  }

  /** 零下35度, 摄氏36°, 华氏温度92.3度, 气温18度: a temperature by what stands before it. */
  private degrees(found: Found & { readonly unit: Unit }, unit: Unit): Found | undefined {
    if (unit.text !== '度' && unit.text !== '°') return undefined;
    const before = this.text.slice(Math.max(this.place.start, this.sign - 12), this.sign);
    const scale = /(摄氏|华氏)(?:温度)?$/.exec(before.slice(-4));
    const named = scale?.[1] === '华氏' ? unitNamed('华氏度') : unitNamed('摄氏度');
    if (named === undefined) return undefined;
    if (scale !== null) return { ...found, start: this.sign - scale[0].length, kind: 'temperature', unit: named };
    const warm = this.text.startsWith('零下', this.sign) || /[温热冷寒烧暖凉]/.test(before) || '高低'.includes(this.text.charAt(found.end) || ' ') && this.text.charAt(found.end + 1) === '温';
    if (!warm || '角电弯仰倾'.includes(this.text.charAt(found.end) || ' ')) return undefined;
    return { ...found, kind: 'temperature', unit: { ...named, text: '度' } };
  }
}
