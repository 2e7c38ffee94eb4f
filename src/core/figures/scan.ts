/** One pass over a text from left to right, which asks at each place where a figure may begin what begins there. */
import { isHan, isLatin } from '../text/characters';
import { readAge, type AgeReading } from './ages';
import { DAY_PART_STARTS } from './clock';
import { inSlogan, type Place } from './context';
import { DATE_STARTS, isNoDate, readDate } from './dates';
import { readEraYear, readYearBefore } from './era';
import { decimal, divide, negate, whole } from './exact';
import type { FigureDate, FigureKind } from './figure';
import { addressEnd, plateEnd, PROVINCES, readPhone, readToken } from './identifiers';
import { IDIOM_STARTS, idiomEnd } from './idioms';
import { digitsEnd, isDigitAt, LONGEST } from './literal';
import { lineEnd, namedEnd, paperEnd, standardEnd } from './namedCodes';
import { readNumeral } from './numeral';
import { BIG_SCALES, DIGITS, SMALL_SCALES, TENS } from './numeralTable';
import { readDiscount, readDoublings, readHalf, readHalfPrice, readPerHundred, type Part } from './parts';
import { withWordPer } from './per';
import { readQuantity, type Found } from './quantity';
import { readScore } from './score';
import { signStart } from './signs';
import { isScaleUnit, moreOf, readUnit, unitNamed, type Unit } from './units';
import { boundAfter, boundBefore, timeBound } from './bounds';

/** A figure with its place in the folded text. */
export interface Scanned extends Found {
  readonly date?: FigureDate;
}

/** Runs of numerals or letters longer than this are noise and are passed over as one. */
const LONGEST_RUN = LONGEST;

/** What stands behind the first number of a date or time. */
const DATE_SIGNS: ReadonlySet<string> = new Set('年月日号时点季世-—~至到./:·apAP');

const HAN = 1;
const DIGIT = 2;
const LETTER = 4;
const IDIOM = 8;
const DATE = 16;
const WORD = 32;
const PLATE = 64;

/** What may begin at a character, as bits, so that most characters cost one look. */
const STARTS: Readonly<Uint8Array> = (() => {
  const table = new Uint8Array(0x10000);
  const mark = (chars: Iterable<string>, bit: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = (table[char.charCodeAt(0)] ?? 0) | bit;
  };
  mark([...DIGITS.keys(), ...SMALL_SCALES.keys(), ...BIG_SCALES.keys(), ...TENS.keys(), '数', '几', '幺'], HAN | DATE);
  mark('0123456789.', DIGIT | DATE);
  for (let code = 0x41; code <= 0x7a; code++) if (isLatin(code)) mark([String.fromCharCode(code)], LETTER);
  mark(IDIOM_STARTS, IDIOM);
  mark([...DATE_STARTS, ...DAY_PART_STARTS], DATE);
  mark('第翻半对个', WORD);
  mark(PROVINCES, PLATE);
  return table;
})();

/** 10⁸, 3×10⁸; and 43³ with a note behind it. Bounded, for it is asked at each number of a list that may be a megabyte long. */
const POWER = /[0-9]{1,20}(?:[.,][0-9]{1,20}){0,4}(?:\s?[×xX·]\s?[0-9]{1,20})?[⁻⁺]?[⁰¹²³⁴-⁹]{1,8}/uy;

/** The figures of a folded text, in order, never overlapping. */
export function scan(text: string): readonly Scanned[] {
  return new Scan(text).all();
}

class Scan {
  private readonly found: Scanned[] = [];
  private readonly limit: number;
  /** The end of what was read as a figure or passed over. */
  private done = 0;

  constructor(private readonly text: string) {
    this.limit = text.length;
  }

  all(): readonly Scanned[] {
    for (let at = 0; at < this.limit; ) {
      const starts = STARTS[this.text.charCodeAt(at)] ?? 0;
      at = starts === 0 ? at + 1 : Math.max(at + 1, this.readAt(at, starts));
    }
    return this.found;
  }

  /** Reads what begins at `at`; gives the place to go on at. */
  private readAt(at: number, starts: number): number {
    const { text, limit } = this;
    if ((starts & LETTER) !== 0) return this.token(at);
    // 第 counts nothing without a number behind it, and is asked for no date then.
    if (text.charAt(at) === '第' && ((STARTS[text.charCodeAt(at + 1)] ?? 0) & (HAN | DIGIT | LETTER)) === 0 && !/\s/.test(text.charAt(at + 1))) return at;
    if ((starts & IDIOM) !== 0) {
      const end = idiomEnd(text, at, limit);
      if (end > at) return this.pass(end);
    }
    if ((starts & PLATE) !== 0) {
      const end = plateEnd(text, at, limit);
      if (end > at) return this.add({ start: at, end, kind: 'code' });
    }
    if ((starts & DIGIT) !== 0) {
      POWER.lastIndex = at;
      // A power, or a number with the mark of a note: neither is the number that stands before the small digits.
      if (POWER.test(text)) return this.pass(POWER.lastIndex);
      const identifier = this.identifier(at);
      if (identifier > at) return identifier;
    }
    if ((starts & WORD) !== 0) {
      const end = this.word(at);
      if (end > at) return end;
    }
    const age = (starts & (HAN | DIGIT)) === 0 ? undefined : readAge(text, at, limit);
    if (age !== undefined) return this.aged(at, age);
    if ((starts & DATE) !== 0) {
      const end = this.dated(at);
      if (end > at) return end;
    }
    if ((starts & HAN) !== 0) return this.han(at);
    return (starts & DIGIT) !== 0 ? this.number(at) : at;
  }

  private add(found: Scanned): number {
    this.found.push(found);
    this.done = found.end;
    return found.end;
  }

  private pass(end: number): number {
    this.done = Math.max(this.done, end);
    return end;
  }

  /** Whether nothing but white space, a sign and `[at, end)` is in the text. */
  private alone(at: number, end: number): boolean {
    return this.limit <= LONGEST * 2 && /^[\s\-负.]*$/.test(this.text.slice(0, at)) && this.text.slice(end).trim() === '';
  }

  /** Whether the text is a number from `at` on, with or without a unit, and nothing else. */
  private isAll(at: number): boolean {
    const { text, limit } = this;
    if (limit > LONGEST * 2 || !this.alone(at, limit)) return false;
    let end = at;
    while (end < limit && (((STARTS[text.charCodeAt(end)] ?? 0) & (HAN | DIGIT)) !== 0 || ' ,余多几来点kKwWMG'.includes(text.charAt(end)))) end++;
    const unit = readUnit(text, end, limit);
    return this.alone(at, end + (unit?.text.length ?? 0)) || this.alone(at, end);
  }

  /** Letters with digits in them name things (PM2.5, D1234次); an address is passed over. */
  private token(at: number): number {
    const { text, limit } = this;
    const address = addressEnd(text, at, limit);
    if (address > at) return this.pass(address);
    const standard = isLatin(text.charCodeAt(at + 1)) ? standardEnd(text, at, limit) : at;
    if (standard > at) return this.add({ start: at, end: standard, kind: 'code' });
    let letters = at;
    const far = Math.min(limit, at + LONGEST_RUN * 50);
    while (letters < far && isLatin(text.charCodeAt(letters)) && text.charCodeAt(letters) < 0x80) letters++;
    const digits = digitsEnd(text, letters, limit);
    // F-16 and B-52 are names.
    const joined = letters - at <= 3 && text.charAt(letters) === '-' && isDigitAt(text, letters + 1, limit);
    if (digits === letters && !joined) return letters;
    // GDP1.2万亿元: an abbreviation, and behind it a number with its unit.
    if (letters - at >= 3 && text.slice(at, letters) === text.slice(at, letters).toUpperCase() && this.counts(letters)) return letters;
    const token = readToken(text, at, limit);
    return token.code ? this.add({ start: at, end: token.end, kind: 'code' }) : this.pass(token.end);
  }

  private counts(at: number): boolean {
    const numeral = readNumeral(this.text, at, this.limit, { isScaleUnit, spaced: false });
    return numeral !== undefined && (numeral.scale > 0 || readUnit(this.text, numeral.end, this.limit) !== undefined);
  }

  /** 七旬, 九十高龄: as if 岁 stood there. */
  private aged(at: number, { bound: behind, end, value }: AgeReading): number {
    const unit = unitNamed('岁');
    const bound = boundBefore(this.text, at, this.done, '岁', false) ?? (this.text.charAt(at - 1) === '过' ? ({ sense: 'over', word: '过', place: 'before' } as const) : behind);
    return this.add({ start: at, end, kind: 'age', value, ...(unit === undefined ? {} : { unit: { ...unit, text: '岁' } }), ...(bound === undefined ? {} : { bound }) });
  }

  /** Telephone numbers, long runs of digits, and digits that a word beside them makes a name. */
  private identifier(at: number): number {
    const { text, limit } = this;
    const phone = readPhone(text, at, limit, this.done);
    if (phone > at) return this.add({ start: at, end: phone, kind: 'phone' });
    const run = digitsEnd(text, at, limit);
    const length = run - at;
    const named = length >= 4 ? Math.max(namedEnd(text, at, limit, this.done), paperEnd(text, at, limit)) : at;
    if (named > at) return this.add({ start: at, end: named, kind: 'code' });
    const line = length === 3 || length === 5 ? lineEnd(text, at, limit) : undefined;
    if (line !== undefined) return line.phone ? this.add({ start: at, end: line.end, kind: 'phone' }) : this.pass(line.end);
    // A number of a thing that is also written with a unit is one after all (300000000000000000000007 美元).
    if (length < 12 || (length <= LONGEST && readUnit(text, text.charAt(run) === ' ' ? run + 1 : run, limit) !== undefined)) return at;
    if (length > LONGEST) return this.pass(run);
    const token = readToken(text, at, limit);
    return this.add({ start: at, end: Math.max(run, token.end), kind: 'code' });
  }

  /** 第三, 翻一番, 一半, 对折. */
  private word(at: number): number {
    if (this.text.charAt(at) === '第') return this.ordinal(at);
    const part = readDoublings(this.text, at, this.limit) ?? readHalfPrice(this.text, at, this.done) ?? readHalf(this.text, at, this.limit);
    if (part !== undefined) return this.addPart(at, part);
    return this.halfUnit(at);
  }

  /** 半年, 半个月, 半小时, 半斤: half a unit; 个半小时 is one and a half. */
  private halfUnit(at: number): number {
    const { text, limit } = this;
    const one = text.startsWith('个半', at) && !'几每一两三四五六七八九十零百千万0123456789'.includes(text.charAt(at - 1) || ' ');
    if (text.charAt(at) !== '半' && !one) return at;
    const before = at > this.done ? text.charAt(at - 1) : '';
    // 过半的 is most of them, 再过半小时 is half an hour.
    const past = before === '过' && readUnit(text, at + 1, limit)?.dimension === 'time';
    if (!one && !past && '大多上下过前后一分'.includes(before || ' ') && (before !== '上' || text.charAt(at + 1) === '年')) return at;
    const from = one ? at + 2 : at + 1;
    const { length, unit, vague } = this.halved(from);
    const lone = unit !== undefined && ['天', '日', '个'].includes(unit.text) && this.alone(at, from + length);
    const fits = unit?.class === 'measure' && !['里', '天', '码', '米', '载', '日', '岁', '度电'].includes(unit.text);
    if (unit === undefined || (!fits && !lone)) return at;
    // 半月谈, 半月板: a fortnight only where something says so.
    if (unit.text === '个月' && length === 1 && !one && !'近约逾历经'.includes(before || ' ') && !/^(?:以|之|内|后|前|有|余|多|$)/.test(text.slice(from + 1, from + 2))) return at;
    const half = { n: one ? 3n : 1n, d: 2n };
    const kind: FigureKind = unit.dimension === 'time' || unit.dimension === 'months' ? 'duration' : unit.class === 'count' ? 'count' : 'quantity';
    const bound = boundBefore(text, at, this.done, unit.text, false) ?? boundAfter(text, from + length, limit) ?? (vague === undefined ? undefined : ({ sense: 'over', word: vague, place: 'inside' } as const));
    return this.add({ start: at, end: from + length, kind, value: half, unit, ...(bound === undefined ? {} : { bound }) });
  }

  /** The unit behind 半, and how long it is written: in 个半钟 and 半月 its 个 stands elsewhere or not at all. */
  private halved(from: number): { readonly length: number; readonly unit?: Unit; readonly vague?: string } {
    const { text, limit } = this;
    const more = moreOf(text, from, limit);
    if (more !== undefined) return { length: more.end - from, unit: more.unit, vague: '多' };
    const own = readUnit(text, from, limit);
    const unit = own ?? (text.startsWith('钟', from) && from < limit ? unitNamed('小时') : text.startsWith('月', from) && from < limit ? unitNamed('个月') : undefined);
    return unit === undefined ? { length: 0 } : { length: own === undefined ? 1 : own.text.length, unit };
  }

  private addPart(at: number, { end, kind, value, upper, unit, vague }: Part): number {
    const named = unit === undefined ? undefined : unitNamed(unit);
    const inside = vague === undefined ? undefined : ({ sense: 'over', word: vague, place: 'inside' } as const);
    const negative = at > this.done && this.text.charAt(at - 1) === '负';
    const start = negative ? at - 1 : at;
    const bound = boundBefore(this.text, start, this.done, unit, false) ?? boundAfter(this.text, end, this.limit) ?? inside;
    return this.add({
      start, end, kind, value: negative ? negate(value) : value, ...(upper === undefined ? {} : { upper }),
      ...(named === undefined ? {} : { unit: named }), ...(bound === undefined ? {} : { bound }),
    });
  }

  private ordinal(at: number): number {
    const { text, limit } = this;
    const quarter = readDate(text, at, limit);
    if (quarter !== undefined) return this.add({ start: at, end: quarter.end, kind: 'date', date: quarter.date });
    // 第A3版
    const letter = isLatin(text.charCodeAt(at + 1)) && text.charCodeAt(at + 1) < 0x80 ? 1 : 0;
    const numeral = readNumeral(text, at + 1 + letter, limit, { isScaleUnit, spaced: false });
    if (numeral === undefined || (numeral.bare && numeral.tokens === 1) || numeral.upper !== undefined) return at;
    const { value, end } = numeral;
    if (letter > 0 && text.charAt(end) !== '版') return at;
    const sign = end < limit ? text.charAt(end) : '';
    if (sign === '版' || sign === '页') return this.add({ start: at, end: end + 1, kind: 'page', value, ...this.unitOf(sign) });
    if (sign === '期' && numeral.arabic && !'工项建建设试'.includes(text.charAt(end + 1) || ' ')) return this.add({ start: at, end: end + 1, kind: 'issue', value, ...this.unitOf(sign) });
    const unit = readUnit(text, end, limit);
    const counts = unit !== undefined && (unit.dimension === 'count' || unit.dimension === 'time' || unit.dimension === 'months') ? unit : undefined;
    return this.add({ start: at, end: end + (counts?.text.length ?? 0), kind: 'ordinal', value, ...(counts === undefined ? {} : { unit: counts }) });
  }

  private unitOf(text: string): { readonly unit?: NonNullable<ReturnType<typeof unitNamed>> } {
    const base = unitNamed('个');
    return base === undefined ? {} : { unit: { ...base, text, base: text } };
  }

  /** Most numbers are followed by what no date goes on with, and need no closer look. */
  private mayDate(at: number): boolean {
    const { limit, text } = this;
    const kind = (STARTS[text.charCodeAt(at)] ?? 0) & (HAN | DIGIT);
    if (kind === 0) return true;
    let end = at;
    while (end < limit && end - at < LONGEST_RUN && ((STARTS[text.charCodeAt(end)] ?? 0) & kind) !== 0 && text.charAt(end) !== '.') end++;
    const next = text.charAt(text.charAt(end) === ' ' ? end + 1 : end);
    if (kind === DIGIT && isNoDate(text, at, end, limit)) return false;
    return DATE_SIGNS.has(next) || (kind === DIGIT && end - at === 8);
  }

  private dated(at: number): number {
    const era = readEraYear(this.text, at, this.limit, this.done);
    if (era !== undefined) return this.add({ start: era.start, end: era.end, kind: 'date', date: { year: era.year } });
    const back = this.found.at(-1)?.kind === 'date' ? readYearBefore(this.text, at, this.limit, this.done, this.found.at(-1)?.date?.year) : undefined;
    if (back !== undefined) return this.add({ start: at, end: back.end, kind: 'date', date: { year: back.year } });
    const reading = this.mayDate(at) ? readDate(this.text, at, this.limit) : undefined;
    if (reading === undefined) return at;
    const { end, date, time } = reading;
    // “3·15”, and 一月 in a slogan, name a thing.
    if (date.month !== undefined && date.year === undefined && end - at <= 3 && inSlogan({ text: this.text, start: this.done, at, limit: this.limit, alone: false }) && DIGITS.has(this.text.charAt(at))) return at;
    // “7·20” names what happened on a day.
    if (this.text.slice(at, end).includes('·') && inSlogan({ text: this.text, start: this.done, at, limit: this.limit, alone: false })) return this.pass(end);
    const bound = timeBound(this.text, at, end, this.done);
    return this.add({ start: at, end, kind: time ? 'time' : 'date', date, ...(bound === undefined ? {} : { bound }) });
  }

  private han(at: number): number {
    const { text, limit } = this;
    // The sign of what follows: read with it.
    if (text.startsWith('零下', at) || text.startsWith('零上', at)) return at + 2;
    const half = readHalf(text, at, limit);
    if (half !== undefined) return this.addPart(at, half);
    const discount = readDiscount(text, at, limit) ?? readPerHundred(text, at, limit);
    if (discount !== undefined) return this.partOfSecond(at, discount) ?? this.addPart(at, discount);
    return this.number(at);
  }

  /** 百分之一秒, 千分之五秒: how close a race was, and no share. */
  private partOfSecond(at: number, { end, unit, upper, value }: Part): number | undefined {
    const second = this.text.charAt(end) === '秒' && end < this.limit && upper === undefined ? unitNamed('秒') : undefined;
    return second === undefined ? undefined : this.add({ start: at, end: end + 1, kind: 'duration', value: divide(value, whole(unit === '‰' ? 1000 : 100)), unit: second });
  }

  private number(at: number): number {
    const { text, limit } = this;
    if (text.charAt(at) === '.' && (!/\d/.test(text.charAt(at + 1)) || (at > 0 && /[\d.A-Za-z]/.test(text.charAt(at - 1))))) return at;
    const discount = readDiscount(text, at, limit);
    if (discount !== undefined) return this.addPart(at, discount);
    const last = this.found.at(-1);
    const score = readScore(text, at, limit, last?.kind === 'ratio' && last.end === at - 1 && '、,'.includes(text.charAt(at - 1)));
    if (score !== undefined) return this.add({ start: at, kind: 'ratio', ...score });
    // 24/7/365 is a saying, no number over another.
    const slashed = text.charAt(at + 1) === '/' || text.charAt(at + 2) === '/' || text.charAt(at + 4) === '/' ? /^\d{1,4}(?:\/\d{1,4}){2,8}/.exec(text.slice(at, at + LONGEST))?.[0] : undefined;
    if (slashed !== undefined) return this.pass(at + slashed.length);
    const place: Place = { text, start: this.done, at, limit, alone: this.isAll(at) };
    const plain = this.digitByDigit(place) ?? readQuantity(place);
    const found = plain === undefined ? undefined : withWordPer(text, plain, limit);
    if (found !== undefined) return this.isName(found) ? this.pass(found.end) : this.add(this.yearOf(found) ?? found);
    // What was no number as a whole is none in its parts: 十四五, 1.2.3, a run of digits without end.
    return this.pass(this.runEnd(at));
  }

  /** “飞鱼3”, “飞鱼-3”, 90后: a number without a unit that is the end of a name in quotation marks, or tells an age group. */
  private isName({ bound, end, kind, start }: Found): boolean {
    if (kind !== 'number' || bound !== undefined) return false;
    const next = this.text.charAt(end);
    // Most numbers have none of these beside them, and cost no more.
    if (this.text.charAt(start - 1) !== '-' && next !== '后' && !'”’』」'.includes(next || ' ')) return false;
    if (!/^-?\d{1,4}$/.test(this.text.slice(start, end))) return false;
    // 歼-20, 东风-41: a type. 编号-07 is a number.
    if (this.text.charAt(start - 1) === '-' && isHan(this.text.charCodeAt(start - 2)) && this.text.charAt(start - 2) !== '号') return true;
    if (this.text.charAt(end) === '后') return /^[5-9012][05]$/.test(this.text.slice(start, end)) && !isDigitAt(this.text, start - 1, this.limit);
    if (!'”’』」'.includes(this.text.charAt(end) || ' ')) return false;
    const before = this.text.charAt(this.text.charAt(start - 1) === '-' ? start - 2 : start - 1);
    return isHan(before.charCodeAt(0)) && inSlogan({ text: this.text, start: this.done, at: start, limit: this.limit, alone: false });
  }

  /** 2031河湾灯会: a number of this time without a unit, and a name right behind it, is the year of an event. */
  private yearOf({ bound, end, kind, start }: Found): Scanned | undefined {
    if (kind !== 'number' || bound !== undefined || end - start !== 4) return undefined;
    const written = this.text.slice(start, end);
    const next = end < this.limit ? this.text.charAt(end) : '';
    const before = start > 0 ? this.text.charAt(start - 1) : '';
    if (!/^(?:199[0-9]|20(?:0[1-9]|[1-4][0-9]))$/.test(written) || !isHan(next.charCodeAt(0)) || '个多余几增减升降大又再而比和与'.includes(next) || '至到达为是破过超逾近约增减升降比仅共有第号.-×_@'.includes(before || ' ')) return undefined;
    return { start, end, kind: 'date', date: { year: Number(written) } };
  }

  /** 一一, 负零三, 一三点五零 and nothing else in the text: digits one by one. */
  private digitByDigit(place: Place): Found | undefined {
    const { text, at, alone } = place;
    const written = alone ? /^[一二三四五六七八九〇零壹贰叁肆伍陆柒捌玖]{2}(?:点[一二三四五六七八九〇零]+)?(?=\s*$)/.exec(text.slice(at))?.[0] : undefined;
    if (written === undefined) return undefined;
    const value = decimal([...written].map((char) => (char === '点' ? '.' : String(DIGITS.get(char)))).join(''));
    const start = signStart(place);
    return { start, end: at + written.length, kind: 'number', value: start < at ? negate(value) : value };
  }

  /** The end of the run of digits, or of Chinese numerals, that begins at `at`. */
  private runEnd(at: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    let end = at + 1;
    // A run without end is taken in pieces, so that each is read once.
    const limit = Math.min(this.limit, at + LONGEST_RUN * 10);
    if (code < 0x80) {
      while (end < limit && ((STARTS[text.charCodeAt(end)] ?? 0) & DIGIT) !== 0) end++;
      return end;
    }
    while (end < limit && ((STARTS[text.charCodeAt(end)] ?? 0) & HAN) !== 0 && !'数几'.includes(text.charAt(end))) end++;
    return end;
  }
}
