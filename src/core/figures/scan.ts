/** Finds the figures of a text: one pass, a bounded number of characters looked at from each place. */
import { isDigit, isLatin } from '../text/characters';
import type { Span } from '../text/span';
import { boundAfter, boundBefore } from './bounds';
import { dayPartStart, rangeSignEnd, readDate } from './dates';
import type { Bound, Figure, FigureKind } from './figure';
import { digitsEnd, isFormalNumeral, isHanNumeral, readNumeral, type Numeral } from './numerals';
import { halfEnd, readDiscount, readDuration, readShare, readSmallMoney, readTenths } from './parts';
import { readUnit, type Unit } from './units';

/** Names that begin with a numeral and a measure word. */
const NAMES = ['五台山', '七台河', '三门峡', '八宝山', '九寨沟', '百家姓', '千家万户', '万家灯火', '三字经', '一带一路', '五年规划', '三级跳', '七步诗'];
const CURRENCY = '¥￥$＄€£';

/** All figures of `text` between the ends of `within`, in order, never overlapping. */
export function scanFigures(text: string, within: Span): readonly Figure[] {
  const start = Math.max(0, Math.min(within[0], text.length));
  const end = Math.max(start, Math.min(within[1], text.length));
  // A slice, so that nothing outside is read; the engine makes it without a copy.
  return new Scanner(text.slice(start, end), start).scan();
}

class Scanner {
  private readonly found: Figure[] = [];
  /** Where the last figure ended: nothing before it is read again. */
  private done = 0;
  private readonly end: number;

  constructor(
    private readonly text: string,
    private readonly offset: number,
  ) {
    this.end = text.length;
  }

  scan(): readonly Figure[] {
    let at = 0;
    while (at < this.end) at = this.step(at);
    return this.found;
  }

  /** Looks at one place and gives the next one to look at. */
  private step(at: number): number {
    const char = this.text.charAt(at);
    if (isDigit(char.charCodeAt(0))) return this.arabic(at);
    if (char === '第') return this.ordinal(at);
    if (CURRENCY.includes(char)) return this.currency(at);
    return isHanNumeral(char) ? this.han(at) : at + 1;
  }

  private add(start: number, end: number, kind: FigureKind, rest: Omit<Figure, 'span' | 'text' | 'kind'>): number {
    this.found.push({ span: [this.offset + start, this.offset + end], text: this.text.slice(start, end), kind, ...rest });
    this.done = end;
    return end;
  }

  private arabic(at: number): number {
    // 5G, B12, PM2.5: part of a name.
    const before = at > this.done ? this.text.charCodeAt(at - 1) : 0;
    const runEnd = digitsEnd(this.text, at, this.end);
    if (isLatin(before) || (this.text.charAt(at) === '0' && runEnd - at > 2)) return this.noiseEnd(runEnd);
    return this.date(at) ?? this.special(at) ?? this.number(at, readNumeral(this.text, at, this.end)) ?? this.noiseEnd(runEnd);
  }

  /** The end of digits, dots and hyphens that are no number: a version, a telephone number. */
  private noiseEnd(at: number): number {
    let end = at;
    while (end < this.end && (isDigit(this.text.charCodeAt(end)) || '.-'.includes(this.text.charAt(end)))) end++;
    return end;
  }

  private han(at: number): number {
    const name = NAMES.find((word) => this.text.startsWith(word, at));
    if (name !== undefined) return Math.min(this.end, at + name.length);
    const found = this.date(at) ?? this.special(at) ?? this.number(at, readNumeral(this.text, at, this.end));
    if (found !== undefined) return found;
    let next = at + 1;
    while (next < this.end && isHanNumeral(this.text.charAt(next))) next++;
    return next;
  }

  private date(at: number): number | undefined {
    // 前8月 counts months.
    if (at > this.done && this.text.charAt(at - 1) === '前') return undefined;
    const start = dayPartStart(this.text, at, this.done);
    const found = readDate(this.text, start, this.end) ?? (start < at ? readDate(this.text, at, this.end) : undefined);
    if (found === undefined || found.end <= at) return undefined;
    const from = found.date.hour !== undefined || start === at ? start : at;
    return this.add(from, found.end, 'date', { date: found.date });
  }

  /** Figures of special build, which a plain number would tear apart. */
  private special(at: number): number | undefined {
    const share = readShare(this.text, at, this.end);
    if (share !== undefined) {
      const unit = share.kind === 'percentage' ? { unit: '%' } : {};
      return this.add(at, share.end, share.kind, { value: share.value, ...unit, ...this.bound(at, share.end, undefined, false) });
    }
    const discount = readDiscount(this.text, at, this.end);
    if (discount !== undefined) return this.add(at, discount.end, 'percentage', { value: discount.value, unit: '%' });
    const duration = readDuration(this.text, at, this.end);
    if (duration === undefined) return undefined;
    const { value, unit, end } = duration;
    return this.add(at, end, 'quantity', { value, unit, ...this.bound(at, end, unit, false) });
  }

  private ordinal(at: number): number {
    const numeral = readNumeral(this.text, at + 1, this.end);
    if (numeral === undefined || numeral.bare || numeral.upper !== undefined) return at + 1;
    const unit = readUnit(this.text, numeral.end, this.end);
    const counts = unit !== undefined && ['count', 'digitsOnly', 'ordinal'].includes(unit.class) ? unit : undefined;
    const end = numeral.end + (counts?.text.length ?? 0);
    return this.add(at, end, 'ordinal', { value: numeral.value, ...(counts === undefined ? {} : { unit: counts.text }) });
  }

  private currency(at: number): number {
    const numeral = readNumeral(this.text, at + 1, this.end);
    if (numeral?.arabic !== true) return at + 1;
    const unit = this.text.charAt(at) === '￥' ? '¥' : this.text.charAt(at);
    return this.add(at, numeral.end, 'money', { value: numeral.value, unit, ...this.bound(at, numeral.end, unit, false) });
  }

  /** A number with what follows it: a second number of a range, 余 or 多, and its unit. */
  private number(at: number, first: Numeral | undefined): number | undefined {
    if (first === undefined) return undefined;
    const sign = this.signStart(at);
    const range = sign < at ? undefined : this.rangeEnd(first);
    const last = range ?? first;
    const tenths = this.tenths(first, last);
    if (tenths !== undefined) {
      const rest = { value: tenths.value, unit: '%', ...this.bound(at, tenths.end, undefined, false) };
      return this.add(at, tenths.end, 'percentage', rest);
    }
    const vagueEnd = this.vagueEnd(last);
    const spaced = this.text.charAt(vagueEnd) === ' ' && isLatin(this.text.charCodeAt(vagueEnd + 1)) ? vagueEnd + 1 : vagueEnd;
    const unit = this.unitFor(first, spaced);
    const end = unit === undefined ? last.end : spaced + unit.text.length;
    const bound = this.bound(sign, end, unit?.text, first.bare && vagueEnd === last.end, first.vague ?? last.vague, vagueEnd > last.end ? this.text.charAt(last.end) : undefined);
    if (!first.arabic && !this.stands(at, first, unit, bound.bound)) return undefined;
    // A letter right after the digits makes a name of them (5G).
    if (first.arabic && unit === undefined && isLatin(this.text.charCodeAt(last.end)) && last.end < this.end) return undefined;
    return this.finish(sign, end, sign < at ? -first.value : first.value, range?.value ?? first.upper, unit, bound);
  }

  private tenths(first: Numeral, last: Numeral): { readonly value: number; readonly end: number } | undefined {
    if (last !== first || first.bare || first.upper !== undefined || first.vague !== undefined) return undefined;
    return readTenths(this.text, first.end, this.end, first.value);
  }

  private finish(start: number, end: number, number: number, upper: number | undefined, unit: Unit | undefined, bound: { bound?: Bound }): number {
    const range = upper === undefined ? {} : { upper };
    if (unit === undefined) return this.add(start, end, 'number', { value: number, ...range, ...bound });
    if (unit.class === 'money') return this.money(start, end, number, range, unit, bound);
    if (upper === undefined && (unit.class === 'measure' || unit.class === 'count')) {
      const half = halfEnd(this.text, end, this.end);
      if (half > end) return this.add(start, half, 'quantity', { value: number + Math.sign(number) / 2, unit: unit.text, ...bound });
    }
    const permille = unit.text === '‰';
    const kinds: Partial<Record<Unit['class'], FigureKind>> = { percent: 'percentage', multiple: 'multiple', ordinal: 'ordinal' };
    const kind = kinds[unit.class] ?? 'quantity';
    const written = unit.class !== 'percent' ? this.perUnit(unit.text, end) : { text: percentUnit(unit.text), end };
    const value = permille ? Number((number / 10).toPrecision(12)) : number;
    return this.add(start, written.end, kind, { value, ...range, unit: written.text, ...bound });
  }

  private money(start: number, end: number, number: number, range: { upper?: number }, unit: Unit, bound: { bound?: Bound }): number {
    const small = unit.text === '元' && range.upper === undefined ? readSmallMoney(this.text, end, this.end) : undefined;
    if (small !== undefined) {
      const value = Number((number + small.value).toPrecision(15));
      return this.add(start, small.end, 'money', { value, unit: unit.text, ...bound });
    }
    const written = this.perUnit(unit.text, end);
    return this.add(start, written.end, 'money', { value: number, ...range, unit: written.text, ...bound });
  }

  /** 克/吨, 元/平方米: a unit of two. */
  private perUnit(unit: string, end: number): { readonly text: string; readonly end: number } {
    const slash = end < this.end ? this.text.charAt(end) : '';
    const second = slash === '/' || slash === '／' ? readUnit(this.text, end + 1, this.end) : undefined;
    return second === undefined ? { text: unit, end } : { text: `${unit}/${second.text}`, end: end + 1 + second.text.length };
  }

  /** Whether a Chinese number is a figure here and not a part of a word (一样, 四川, 百姓, 五一). */
  private stands(at: number, numeral: Numeral, unit: Unit | undefined, bound: Bound | undefined): boolean {
    const before = at > this.done ? this.text.charAt(at - 1) : '';
    // 数十名, 几百户: how many is not said; 周三, 初一, 之一: no number at all.
    if (before !== '' && '数几周初期之统唯'.includes(before)) return false;
    if (numeral.bare) return unit !== undefined && bound !== undefined;
    const first = this.text.charAt(at);
    // 万一, 百三
    if ('百千万亿兆'.includes(first)) return false;
    // 陆地, 零件
    if ((isFormalNumeral(first) || numeral.value === 0) && !numeral.composite) return false;
    if (unit?.class === 'digitsOnly' && !numeral.composite) return false;
    if (numeral.composite) return unit !== undefined || !(before === '“' || '大届'.includes(this.text.charAt(numeral.end) || ' '));
    if (unit === undefined) return false;
    const alone = numeral.end === at + 1 && numeral.value === 1 && numeral.upper === undefined;
    return !alone || ['measure', 'money', 'percent', 'multiple'].includes(unit.class);
  }

  private unitFor(numeral: Numeral, at: number): Unit | undefined {
    const unit = readUnit(this.text, at, this.end);
    if (unit === undefined || numeral.arabic) return unit;
    return unit.class === 'ordinal' && unit.text.length === 1 ? undefined : unit;
  }

  /** 26至29摄氏度: the second number, which must rise and have what the first lacks, a unit. */
  private rangeEnd(first: Numeral): Numeral | undefined {
    if (first.bare || first.upper !== undefined) return undefined;
    const sign = rangeSignEnd(this.text, first.end, this.end);
    if (sign === first.end) return undefined;
    const second = readNumeral(this.text, sign, this.end);
    if (second === undefined || second.bare || second.upper !== undefined || second.arabic !== first.arabic) return undefined;
    return second.value > first.value && readUnit(this.text, this.vagueEnd(second), this.end) !== undefined ? second : undefined;
  }

  /** The end of 余, 多, 几 or 来 after a number, taken only where a unit follows. */
  private vagueEnd(numeral: Numeral): number {
    const at = numeral.end;
    const takes = at < this.end && '余餘多几幾来'.includes(this.text.charAt(at)) && numeral.value >= 10;
    return takes && readUnit(this.text, at + 1, this.end) !== undefined ? at + 1 : at;
  }

  /** The start of 负, 零下 or a minus before a number. */
  private signStart(at: number): number {
    const room = at - this.done;
    if (room >= 2 && this.text.startsWith('零下', at - 2)) return at - 2;
    if (room < 1) return at;
    const char = this.text.charAt(at - 1);
    if (char === '负' || char === '負') return at - 1;
    if (char !== '-' && char !== '－' && char !== '−') return at;
    // 2-3, A-5 and --5 have no minus.
    const before = at >= 2 ? this.text.charCodeAt(at - 2) : 0;
    return isDigit(before) || isLatin(before) || this.text.charAt(at - 2) === char ? at : at - 1;
  }

  private bound(start: number, end: number, unit: string | undefined, bare: boolean, inside?: string, atEnd?: string): { bound?: Bound } {
    const within = inside ?? atEnd;
    const outside = boundBefore(this.text, start, this.done, unit, bare) ?? boundAfter(this.text, end, this.end);
    if (outside !== undefined) return { bound: outside };
    return within === undefined ? {} : { bound: { sense: within === '来' ? 'about' : 'over', word: within, place: 'inside' } };
  }
}

function percentUnit(written: string): string {
  return written.endsWith('点') || written.endsWith('點') ? '个百分点' : '%';
}
