/**
 * Reads a number in Arabic or Chinese numerals, or both mixed (3.1万, 十余万, 五千零六, 5亿1万).
 * Looks at a bounded number of characters, so that a scan over a text stays linear.
 */
import { isDigit } from '../text/characters';
import { startsScaleUnit } from './units';

export interface Numeral {
  readonly value: number;
  readonly end: number;
  /** Whether its first character is an Arabic digit. */
  readonly arabic: boolean;
  /** 余, 多, 几, 来: somewhat more than the number says. */
  readonly vague?: string;
  /** The larger number where two are named in a row (七八十, 三五). */
  readonly upper?: number;
  /** Nothing but 百, 千, 万: a number only next to a word such as 近 or 余. */
  readonly bare: boolean;
  /** Has a digit and a scale, or a decimal point: cannot be a mere part of a word. */
  readonly composite: boolean;
}

/** No written number is longer; longer runs are account numbers or noise. */
export const LONGEST_NUMERAL = 40;

const table = (entries: string): ReadonlyMap<string, number> =>
  new Map(entries.split(' ').flatMap((entry) => [...entry.slice(1)].map((char) => [char, Number(entry[0])] as const)));

const HAN_DIGITS = table('0零〇 1一壹 2二两贰兩貳 3三叁 4四肆 5五伍 6六陆陸 7七柒 8八捌 9九玖');
const FORMAL = new Set('壹贰貳叁肆伍陆陸柒捌玖拾佰仟');
/** Powers of ten. */
const SMALL_SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['拾', 1],
  ['百', 2],
  ['佰', 2],
  ['千', 3],
  ['仟', 3],
]);
const BIG_SCALES: ReadonlyMap<string, number> = new Map([
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8],
  ['兆', 12],
]);
const VAGUE = new Set('余餘多几幾来');

/** Whether a Chinese number may begin with this character. */
export function isHanNumeral(char: string): boolean {
  return HAN_DIGITS.has(char) || SMALL_SCALES.has(char) || BIG_SCALES.has(char);
}

/** Whether this character is a numeral of the forgery-proof kind, which in running text is mostly part of a word (陆地, 收拾). */
export function isFormalNumeral(char: string): boolean {
  return FORMAL.has(char);
}

/** The value of one Chinese digit. */
export function hanDigit(char: string): number | undefined {
  return HAN_DIGITS.get(char);
}

/** The half-width form of a digit, a decimal point or a comma; other signs as they are. */
function narrow(char: string): string {
  const code = char.charCodeAt(0);
  return code >= 0xff0c && code <= 0xff19 ? String.fromCharCode(code - 0xfee0) : char;
}

function digitAt(text: string, at: number, end: number): boolean {
  return at < end && isDigit(text.charCodeAt(at));
}

/** The end of the run of Arabic digits that starts at `at`. */
export function digitsEnd(text: string, at: number, end: number): number {
  let last = at;
  while (digitAt(text, last, end)) last++;
  return last;
}

/** An Arabic literal with thousands separators and a decimal point, as half-width text without separators. */
export function readLiteral(text: string, at: number, limit: number): { readonly digits: string; readonly end: number } | undefined {
  const end = Math.min(limit, at + LONGEST_NUMERAL);
  let last = digitsEnd(text, at, end);
  if (last === at || digitAt(text, last, limit)) return undefined;
  if (last - at <= 3) {
    // As wide as the digits: in 860，120 the sign is most likely punctuation.
    const comma = text.charCodeAt(at) > 0xff00 ? '，' : ',';
    while (last < end && text.charAt(last) === comma && digitsEnd(text, last + 1, limit) === last + 4) last += 4;
  }
  const point = last;
  if (last < end && narrow(text.charAt(last)) === '.') {
    const fraction = digitsEnd(text, last + 1, end);
    if (fraction > last + 1) last = fraction;
  }
  const written = text.slice(at, last);
  const digits = /^[\d.]*$/.test(written) ? written : [...written].map(narrow).filter((char) => char !== ',').join('');
  // 1.2.3 is a version or a section, not a number.
  if (last > point && narrow(text.charAt(last)) === '.' && digitAt(text, last + 1, limit)) return undefined;
  return { digits, end: last };
}

/** The number that starts at `at`, or undefined where none does. */
export function readNumeral(text: string, at: number, limit: number): Numeral | undefined {
  const reader = new NumeralReader(text, at, limit);
  return reader.read();
}

class NumeralReader {
  private total = 0;
  private section = 0;
  private current: number | undefined;
  private lastPower = 0;
  private lastBig = Infinity;
  private zeroBefore = false;
  private hanCurrent = false;
  private vague: string | undefined;
  private upper: number | undefined;
  private literal: string | undefined;
  private exponent = 0;
  private tokens = 0;
  private hasDigit = false;
  private hasScale = false;
  private decimal = false;
  /** The power that the scales after a pair of digits give it (七八十: 1). */
  private pairPower = 0;
  private readonly end: number;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly limit: number,
  ) {
    this.end = Math.min(limit, at + LONGEST_NUMERAL);
  }

  read(): Numeral | undefined {
    const start = this.at;
    const arabic = digitAt(this.text, start, this.end);
    while (this.at < this.end && this.token()) this.tokens++;
    if (this.tokens === 0) return undefined;
    // 十五五: what is left over shows that this was no number.
    const rest = this.at < this.limit ? this.text.charAt(this.at) : '';
    if (!arabic && HAN_DIGITS.has(rest) && rest !== '两') return undefined;
    const value = this.value();
    const upper = this.upper === undefined ? undefined : this.upper * 10 ** this.pairPower;
    return {
      value,
      end: this.at,
      arabic,
      bare: !this.hasDigit,
      composite: this.tokens > 1 && this.hasDigit && (this.hasScale || this.decimal),
      ...(this.vague === undefined ? {} : { vague: this.vague }),
      ...(upper === undefined ? {} : { upper }),
    };
  }

  /** Takes one token; false at the end of the number. */
  private token(): boolean {
    const char = this.text.charAt(this.at);
    if (isDigit(char.charCodeAt(0))) return this.takeLiteral();
    const digit = HAN_DIGITS.get(char);
    if (digit !== undefined) return this.takeDigit(digit);
    const small = SMALL_SCALES.get(char);
    if (small !== undefined) return this.takeSmall(char, small);
    const big = BIG_SCALES.get(char);
    if (big !== undefined) return this.takeBig(big);
    if (VAGUE.has(char)) return this.takeVague(char);
    return (char === '点' || char === '點') && this.takePoint();
  }

  private takeLiteral(): boolean {
    // A second literal is part of the number only right after a scale (3万4000).
    if (this.tokens > 0 && (!this.hasScale || this.current !== undefined)) return false;
    const found = readLiteral(this.text, this.at, this.limit);
    if (found === undefined) return false;
    this.current = Number(found.digits);
    this.literal = this.tokens === 0 ? found.digits : undefined;
    this.hanCurrent = false;
    this.hasDigit = true;
    this.at = found.end;
    return true;
  }

  private takeDigit(digit: number): boolean {
    if (this.literal !== undefined && !this.hasScale) return false;
    // 三十两 counts taels; as a digit 两 stands before a scale only.
    if (this.tokens > 0 && '两兩'.includes(this.text.charAt(this.at)) && !this.scaleAt(this.at + 1)) return false;
    if (digit === 0 && this.hasScale && this.current === undefined) {
      const next = this.text.charAt(this.at + 1);
      if (!isHanNumeral(next) && !digitAt(this.text, this.at + 1, this.end)) return false;
      this.zeroBefore = true;
      this.literal = undefined;
      this.at++;
      return true;
    }
    if (this.current !== undefined) return this.takePair(digit);
    this.current = digit;
    this.literal = undefined;
    this.hanCurrent = true;
    this.hasDigit = true;
    this.at++;
    return true;
  }

  private scaleAt(at: number): boolean {
    const char = this.text.charAt(at);
    return at < this.end && (SMALL_SCALES.has(char) || BIG_SCALES.has(char));
  }

  /** 二三十, 七八百, 三五个: two digits in a row name a range, at the start of a number only. */
  private takePair(digit: number): boolean {
    const first = this.current;
    if (this.tokens !== 1 || first === undefined || !this.hanCurrent || first === 0) return false;
    const near = digit === first + 1 || (first === 3 && digit === 5);
    if (!near || HAN_DIGITS.has(this.text.charAt(this.at + 1))) return false;
    this.upper = digit;
    this.at++;
    return true;
  }

  private takeSmall(char: string, power: number): boolean {
    if (startsScaleUnit(this.text, this.at) && (this.hasDigit || this.hasScale)) return false;
    // After a big scale a small one continues the number only with a digit before it (三百万千 is none) …
    if (this.current === undefined && this.hasScale && !this.zeroBefore) return false;
    // … and small scales go down: 三百五十, never 三十五百.
    if (this.section > 0 && power >= this.lastPower) return false;
    this.section += (this.current ?? 1) * 10 ** power;
    this.hasDigit ||= char === '十' || char === '拾';
    this.scaled(power);
    return true;
  }

  private takeBig(power: number): boolean {
    if (startsScaleUnit(this.text, this.at)) return false;
    const part = this.section + (this.current ?? 0);
    if (this.total === 0 && part === 0) this.total = this.hasDigit ? 0 : 10 ** power;
    else if (part === 0) this.total *= 10 ** power;
    else if (power > this.lastBig) this.total = (this.total + part) * 10 ** power;
    else this.total += part * 10 ** power;
    this.section = 0;
    this.lastBig = power;
    this.scaled(power);
    return true;
  }

  private scaled(power: number): void {
    this.exponent += power;
    if (this.upper !== undefined) this.pairPower += power;
    if (this.hanCurrent || this.current === undefined || this.section === 0) this.zeroBefore = false;
    this.lastPower = power;
    this.current = undefined;
    this.hasScale = true;
    this.at++;
  }

  /** 十余万, 500余万: inside a number, before a big scale. At its end the unit decides (see the scanner). */
  private takeVague(char: string): boolean {
    if (this.tokens === 0 || !BIG_SCALES.has(this.text.charAt(this.at + 1))) return false;
    this.vague = char;
    this.at++;
    return true;
  }

  /** 三点五: a decimal point in words, after whole Chinese numbers only. */
  private takePoint(): boolean {
    if (this.tokens === 0 || this.decimal || this.literal !== undefined || !this.hasDigit) return false;
    let digits = '';
    let last = this.at + 1;
    for (; last < this.end; last++) {
      const digit = HAN_DIGITS.get(this.text.charAt(last));
      if (digit === undefined) break;
      digits += String(digit);
    }
    // 三点五十 is a time of day.
    if (digits === '' || SMALL_SCALES.has(this.text.charAt(last))) return false;
    const whole = this.value();
    this.literal = `${whole}.${digits}`;
    this.current = Number(this.literal);
    this.total = 0;
    this.section = 0;
    this.exponent = 0;
    this.hanCurrent = false;
    this.decimal = true;
    this.at = last;
    return true;
  }

  private value(): number {
    // 3.1万 by its decimal digits, not by multiplication, so that no rounding error shows.
    if (this.literal !== undefined) return Number(`${this.literal}e${this.exponent}`);
    let rest = this.current ?? 0;
    // 一万三 is 13,000, 四百五 is 450.
    if (this.hanCurrent && !this.zeroBefore && this.lastPower >= 2) rest *= 10 ** (this.lastPower - 1);
    return this.total + this.section + rest;
  }
}
