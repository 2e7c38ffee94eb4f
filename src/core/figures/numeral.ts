/**
 * Reads a number in Arabic or Chinese digits, or both mixed (3.1万, 十余万, 五千零六, 5亿1万, 二〇二四, 两三百).
 * Looks at a bounded number of characters, so that a scan over a text stays linear.
 */
import { isHan } from '../text/characters';
import { add, decimal, multiply, ONE, shift, tenTo, whole, ZERO, type Exact } from './exact';
import { isDigitAt, LONGEST, readLiteral } from './literal';
import { BIG_SCALES, DIGITS, IN_NUMBER, isHanNumeral, isScale, SMALL_SCALES, TENS, VAGUE } from './numeralTable';

export interface Numeral {
  readonly value: Exact;
  readonly end: number;
  /** Begins with an Arabic digit. */
  readonly arabic: boolean;
  /** The other number where two are named in a row (七八十, 三五), or the end of an order of magnitude (数十). */
  readonly upper?: Exact;
  /** 余, 多, 几, 来 inside it: somewhat more than it says. 数 and 几 before it: how many is not said. */
  readonly vague?: string;
  /** Nothing but 百, 千, 万: a number only beside a word such as 近 or 余. */
  readonly bare: boolean;
  /** How many tokens it has: 三百五十 has four. */
  readonly tokens: number;
  /** Read digit by digit: 二〇二四. */
  readonly spelled: boolean;
  /** The power of ten of the scale it ends on, 0 where it ends on a digit. A first number without one may share it (两到三万). */
  readonly scale: number;
  /** Has a decimal point. */
  readonly hasPoint: boolean;
}

/** Whether a unit that begins with a scale (千瓦, 百帕, 兆赫, 百分) stands at a place: the scale is the unit's then. */
export type ScaleUnits = (text: string, at: number) => boolean;

export interface NumeralOptions {
  readonly isScaleUnit: ScaleUnits;
  /** Spaces inside are taken: 10 万, 三 百 五. */
  readonly spaced: boolean;
}

/** The number that starts at `at` of a folded text, or `undefined` where none does. */
export function readNumeral(text: string, at: number, limit: number, options: NumeralOptions): Numeral | undefined {
  const code = text.charCodeAt(at);
  if (at < limit && code >= 0x30 && code <= 0x39) return readPlain(text, at, limit, options) ?? new Reader(text, at, limit, options).read();
  return readSeveral(text, at, limit, options) ?? readSpelled(text, at, limit) ?? new Reader(text, at, limit, options).read();
}

/** Digits of a number that is read at one look. */
const FEW = 9;
/** What may go on with a number behind its first digits, besides what {@link IN_NUMBER} has: a power, and a blank before a scale. */
const MAY_GO_ON: ReadonlySet<number> = new Set([...' ^eE'].map((char) => char.charCodeAt(0)));
const COMMA = 0x2c;

/** A few Arabic digits and nothing that could belong to them: most numbers of any text. `undefined` where a closer look is due. */
function readPlain(text: string, at: number, limit: number, { spaced }: NumeralOptions): Numeral | undefined {
  let value = text.charCodeAt(at) - 0x30;
  let end = at + 1;
  for (const last = Math.min(limit, at + FEW); end < last; end++) {
    const digit = text.charCodeAt(end) - 0x30;
    if (!(digit >= 0 && digit <= 9)) break;
    value = value * 10 + digit;
  }
  if (end < limit) {
    const next = text.charCodeAt(end);
    if (IN_NUMBER[next] === 1 || (next === COMMA && isDigitAt(text, end + 3, limit)) || (MAY_GO_ON.has(next) && (spaced || next !== 0x20))) return undefined;
  }
  return { value: whole(value), end, arabic: true, bare: false, tokens: 1, spelled: false, scale: 0, hasPoint: false };
}

/** 数十, 几百万: the order of magnitude and no more is said. */
function readSeveral(text: string, at: number, limit: number, { isScaleUnit }: NumeralOptions): Numeral | undefined {
  const first = text.charAt(at);
  if (first !== '数' && first !== '几') return undefined;
  let power = 0;
  const more = hundredMillions(text, at + 1, limit) ? 1 : 0;
  let end = at + 1 + more;
  for (; end < Math.min(limit, at + 5 + more); end++) {
    const char = text.charAt(end);
    const next = SMALL_SCALES.get(char) ?? BIG_SCALES.get(char);
    if (next === undefined || (end > at + 1 + more && next < 4) || isScaleUnit(text, end)) break;
    power += next;
  }
  if (power === 0) return undefined;
  const value = { n: tenTo(power), d: 1n };
  return { value, upper: shift(value, 1), end, arabic: false, vague: first, bare: false, tokens: end - at, spelled: false, scale: power, hasPoint: false };
}

/** 二〇二四, 一九三零: digits one by one. Three or more, or fewer with a zero are such; 一一 and 五六 are not. */
function readSpelled(text: string, at: number, limit: number): Numeral | undefined {
  let digits = '';
  let end = at;
  for (; end < Math.min(limit, at + LONGEST); end++) {
    const char = text.charAt(end);
    const digit = char === '两' ? undefined : char === '幺' ? 1 : DIGITS.get(char);
    if (digit === undefined) break;
    digits += String(digit);
  }
  if (digits.length < 3 || (end < limit && isScale(text.charAt(end)))) return undefined;
  // 一九三零点二: the point and what follows it.
  let last = end;
  if (text.charAt(end) === '点' && end < limit) {
    let fraction = '';
    let next = end + 1;
    for (; next < Math.min(limit, end + LONGEST); next++) {
      const digit = DIGITS.get(text.charAt(next));
      if (digit === undefined) break;
      fraction += String(digit);
    }
    if (fraction !== '') [digits, last] = [`${digits}.${fraction}`, next];
  }
  return { value: decimal(digits), end: last, arabic: false, bare: false, tokens: end - at, spelled: true, scale: 0, hasPoint: last > end };
}

/** 两个亿, as it is said; 5个亿元项目 counts projects. */
function hundredMillions(text: string, at: number, limit: number): boolean {
  return at + 1 < limit && text.startsWith('个亿', at) && !'元级吨斤千立万'.includes(text.charAt(at + 2) || ' ');
}

class Reader {
  /** What stands before the last big scale, and what stands before the last small one behind it. */
  private total: Exact = ZERO;
  private section: Exact = ZERO;
  private current: Exact | undefined;
  private currentIsHan = false;
  private lastPower = 0;
  private lastBig = Infinity;
  private zeroBefore = false;
  private vague: string | undefined;
  /** The second of two digits in a row, and all scales behind it. */
  private upper: Exact | undefined;
  private tokens = 0;
  private hasDigit = false;
  private hasScale = false;
  private hasPoint = false;
  private endScale = 0;
  private readonly end: number;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly limit: number,
    private readonly options: NumeralOptions,
  ) {
    this.end = Math.min(limit, at + LONGEST);
  }

  read(): Numeral | undefined {
    const start = this.at;
    const arabic = isDigitAt(this.text, start, this.end) || this.text.charAt(start) === '.';
    while (this.at < this.end && this.token()) this.tokens++;
    if (this.tokens === 0) return undefined;
    // 十五五: what is left over shows that this was no number.
    const rest = this.at < this.limit ? this.text.charAt(this.at) : '';
    if (!arabic && DIGITS.has(rest) && rest !== '两') return undefined;
    const read = { value: this.value(), end: this.at, arabic, bare: !this.hasDigit, tokens: this.tokens, spelled: false, scale: this.endScale, hasPoint: this.hasPoint };
    const upper = this.upperValue();
    if (this.vague === undefined && upper === undefined) return read;
    return { ...read, ...(this.vague === undefined ? {} : { vague: this.vague }), ...(upper === undefined ? {} : { upper }) };
  }

  /** Takes one token; false at the end of the number. */
  private token(): boolean {
    const start = this.at;
    if (this.options.spaced && this.tokens > 0) this.at = this.overSpaces();
    const taken = this.at < this.end && this.tokenHere();
    if (!taken) this.at = start;
    return taken;
  }

  /** Behind the spaces, where a token that must belong to the number follows them. */
  private overSpaces(): number {
    let at = this.at;
    while (at < Math.min(this.end, this.at + 2) && this.text.charAt(at) === ' ') at++;
    if (at === this.at) return at;
    const char = this.text.charAt(at);
    const next = at + 1 < this.limit ? this.text.charAt(at + 1) : '';
    const goesOn = next === '' || !isHan(next.charCodeAt(0)) || isHanNumeral(next) || VAGUE.has(next) || '个元点分只人斤对双打又折成'.includes(next);
    if (isScale(char) && (this.current !== undefined || BIG_SCALES.has(char)) && goesOn) return at;
    if (this.hasScale && this.current === undefined && ((DIGITS.has(char) && goesOn) || (isDigitAt(this.text, at, this.end) && isScale(next)))) return at;
    if ((char === '点' || VAGUE.has(char)) && isHanNumeral(next === ' ' ? this.text.charAt(at + 2) : next)) return at;
    return this.at;
  }

  private tokenHere(): boolean {
    if (IN_NUMBER[this.text.charCodeAt(this.at)] === 0) return false;
    const char = this.text.charAt(this.at);
    if (isDigitAt(this.text, this.at, this.end) || (char === '.' && this.tokens === 0)) return this.takeLiteral();
    const digit = DIGITS.get(char);
    if (digit !== undefined) return this.takeDigit(char, digit);
    const tens = TENS.get(char);
    if (tens !== undefined) return this.takeTens(tens);
    const small = SMALL_SCALES.get(char);
    if (small !== undefined) return this.takeSmall(char, small);
    const big = BIG_SCALES.get(char);
    if (big !== undefined) return this.takeBig(big);
    if (VAGUE.has(char)) return this.takeVague(char);
    if (char === '个' && this.tokens > 0 && this.current !== undefined && hundredMillions(this.text, this.at, this.end)) {
      this.at++;
      return this.takeBig(8);
    }
    return char === '点' && this.takePoint();
  }

  private takeLiteral(): boolean {
    // A second literal is part of the number only right after a scale (3万6000).
    if (this.tokens > 0 && (!this.hasScale || this.current !== undefined)) return false;
    const found = readLiteral(this.text, this.at, this.limit);
    if (found === undefined) return false;
    if (this.tokens > 0 && found.wholeDigits > this.lastPower) return false;
    this.current = found.value;
    this.currentIsHan = false;
    this.hasPoint ||= found.hasPoint;
    this.hasDigit = true;
    this.endScale = 0;
    this.at = found.end;
    return true;
  }

  private takeDigit(char: string, digit: number): boolean {
    if (this.current !== undefined && !this.currentIsHan) return false;
    const next = this.at + 1 < this.end ? this.text.charAt(this.at + 1) : '';
    // 三十两 counts taels; as a digit 两 stands before a scale or at the beginning.
    if (this.tokens > 0 && char === '两' && !isScale(next)) return false;
    if (digit === 0 && this.current === undefined && (this.hasScale || (this.tokens === 0 && isScale(next)))) {
      if (this.hasScale && !isHanNumeral(next) && !VAGUE.has(next) && !isDigitAt(this.text, this.at + 1, this.end)) return false;
      this.zeroBefore = this.hasScale;
      this.at++;
      return true;
    }
    if (this.current !== undefined) return this.takePair(digit, next);
    this.current = whole(digit);
    this.currentIsHan = true;
    this.hasDigit = true;
    this.endScale = 0;
    this.at++;
    return true;
  }

  /** 二三十, 七八百, 三五个, 十七八岁: two digits in a row name a range. */
  private takePair(digit: number, next: string): boolean {
    const first = this.current;
    if (first === undefined || first.n === 0n || this.upper !== undefined || this.zeroBefore || this.hasPoint) return false;
    // At the start of a number, or behind its tens (二十七八岁).
    if (this.tokens > 1 && this.lastPower !== 1) return false;
    const near = BigInt(digit) === first.n + 1n || (first.n === 3n && digit === 5);
    if (!near || DIGITS.has(next)) return false;
    this.upper = whole(digit);
    this.at++;
    return true;
  }

  private takeTens(tens: number): boolean {
    if (this.current !== undefined || (this.hasScale && this.lastPower < 2)) return false;
    this.section = add(this.section, whole(tens * 10));
    this.hasDigit = true;
    this.scaled(1);
    return true;
  }

  private takeSmall(char: string, power: number): boolean {
    if ((this.hasDigit || this.hasScale) && this.options.isScaleUnit(this.text, this.at)) return false;
    // After another scale a small one continues the number only with a digit before it, or as 零十, 千十.
    if (this.current === undefined && this.hasScale && !this.zeroBefore && char !== '十' && char !== '拾') return false;
    // Small scales go down: 三百五十, never 三十五百.
    if (this.section.n !== 0n && power >= this.lastPower) return false;
    if (this.hasPoint && this.hasScale) return false;
    this.section = add(this.section, shift(this.current ?? ONE, power));
    this.hasDigit ||= char === '十' || char === '拾';
    this.scaled(power);
    return true;
  }

  private takeBig(power: number): boolean {
    if (this.options.isScaleUnit(this.text, this.at)) return false;
    // 百三万 is 130万: what a digit behind the last small scale stands for, as at the end of a number.
    const part = add(this.section, this.lastPower < 4 ? this.rest() : (this.current ?? ZERO));
    if (part.n === 0n) {
      // 万亿, 万万: the whole number so far is counted in the new scale.
      if (this.zeroBefore) return false;
      this.total = this.tokens === 0 ? whole(tenTo(power)) : shift(this.total, power);
    } else if (power > this.lastBig) {
      this.total = shift(add(this.total, part), power);
    } else if (power === this.lastBig) {
      return false;
    } else {
      this.total = add(this.total, shift(part, power));
    }
    if (this.upper !== undefined && this.current !== undefined) this.upper = add(this.upper, this.section);
    this.section = ZERO;
    this.lastBig = power;
    this.scaled(power);
    return true;
  }

  private scaled(power: number): void {
    if (this.upper !== undefined) this.upper = shift(this.upper, power);
    this.zeroBefore = false;
    this.lastPower = power;
    this.endScale = power;
    this.current = undefined;
    this.hasScale = true;
    this.at++;
  }

  /** 十余万, 500余万, 三百零几万: inside a number, before a big scale. At its end the unit decides (see quantity.ts). */
  private takeVague(char: string): boolean {
    const space = this.options.spaced && this.text.charAt(this.at + 1) === ' ' ? 1 : 0;
    if (this.tokens === 0 || !BIG_SCALES.has(this.text.charAt(this.at + 1 + space))) return false;
    this.vague = char;
    this.zeroBefore = false;
    this.at += 1 + space;
    return true;
  }

  /** 三点五, 两千四点六: a decimal point in words. */
  private takePoint(): boolean {
    if (this.tokens === 0 || this.hasPoint || !this.hasDigit || this.upper !== undefined || (!this.currentIsHan && this.current !== undefined)) return false;
    let digits = '';
    let last = this.at + 1;
    if (this.options.spaced && this.text.charAt(last) === ' ') last++;
    // 零点85, 一百点5; 八点30 is a time of day.
    const mixed = isDigitAt(this.text, last, this.end) && (this.value().n === 0n || this.lastPower > 1);
    for (; last < this.end; last++) {
      const char = this.text.charAt(last);
      const digit = mixed ? (isDigitAt(this.text, last, this.end) ? Number(char) : undefined) : char === '两' ? undefined : DIGITS.get(char);
      if (digit === undefined) break;
      digits += String(digit);
    }
    // 三点五十 is a time of day.
    if (digits === '' || SMALL_SCALES.has(this.text.charAt(last))) return false;
    this.current = add(this.value(), decimal(`.${digits}`));
    this.total = ZERO;
    this.section = ZERO;
    this.currentIsHan = false;
    this.hasPoint = true;
    this.endScale = 0;
    this.at = last;
    return true;
  }

  /** What a digit behind the last scale stands for: 一万三 is 13,000, 四百五 is 450. */
  private rest(): Exact {
    if (this.current === undefined) return ZERO;
    const tail = this.currentIsHan && !this.zeroBefore && this.lastPower >= 2;
    return tail ? multiply(this.current, whole(tenTo(this.lastPower - 1))) : this.current;
  }

  private value(): Exact {
    return add(add(this.total, this.section), this.rest());
  }

  private upperValue(): Exact | undefined {
    if (this.upper === undefined) return undefined;
    if (!this.hasScale || this.current === undefined) return this.upper;
    // 二十七八: what stands before the pair belongs to both ends.
    return add(add(this.total, this.section), this.upper);
  }
}
