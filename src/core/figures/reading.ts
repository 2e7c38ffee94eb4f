/** Numbers in words: the Chinese reading, digits in groups, and the base unit. */
import { absolute, multiply, places, toFixed, toText, type Exact, ratio, subtract, whole } from './exact';
import type { Figure, FigureUnit } from './figure';

const DIGITS = '零一二三四五六七八九';
const SMALL = ['', '十', '百', '千'];
const BIG = ['', '万', '亿', '万亿', '亿亿'];
/** Longer numbers are not read out. */
const LONGEST = 20;

/**
 * A number as it is read aloud in Chinese: 三百二十亿, 十二点五, 负三, 三分之一.
 * @returns `undefined` for numbers of more than twenty digits
 */
export function chineseReading(value: Exact): string | undefined {
  if (value.n < 0n) {
    const rest = chineseReading(absolute(value));
    return rest === undefined ? undefined : `负${rest}`;
  }
  const behind = places(value);
  if (behind === undefined) {
    const [upper, lower] = [readWhole(value.n.toString()), readWhole(value.d.toString())];
    return upper === undefined || lower === undefined ? undefined : `${lower}分之${upper}`;
  }
  const [digits = '0', fraction] = toFixed(value, behind).split('.');
  const read = readWhole(digits);
  if (read === undefined || fraction === undefined) return read;
  return fraction.length > LONGEST ? undefined : `${read}点${[...fraction].map((digit) => DIGITS.charAt(Number(digit))).join('')}`;
}

function readWhole(digits: string): string | undefined {
  if (digits.length > LONGEST) return undefined;
  if (/^0+$/.test(digits)) return '零';
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end));
  let read = '';
  let gap = false;
  groups.forEach((group, index) => {
    const words = readGroup(group);
    const scale = BIG[groups.length - 1 - index] ?? '';
    if (words === '') {
      gap = read !== '';
      return;
    }
    // 一万零三百: a gap is read once.
    if (read !== '' && (gap || group.startsWith('0'))) read += '零';
    read += words + scale;
    gap = false;
  });
  // 十二 and not 一十二 at the beginning.
  return read.replace(/^一十/, '十').replace(/万亿(?=.*亿)/, '万');
}

/** Up to four digits, leading zeros left out. */
function readGroup(group: string): string {
  let read = '';
  let zero = false;
  [...group].forEach((digit, index) => {
    if (digit === '0') zero = read !== '';
    else {
      read += (zero ? '零' : '') + DIGITS.charAt(Number(digit)) + (SMALL[group.length - 1 - index] ?? '');
      zero = false;
    }
  });
  return read;
}

/** Commas between thousands, in time that grows with the length alone: `-1640000000` is `-1,640,000,000`. */
function inThousands(written: string): string {
  const sign = written.startsWith('-') ? '-' : '';
  const digits = written.slice(sign.length);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.push(digits.slice(Math.max(0, end - 3), end));
  return sign + groups.reverse().join(',');
}

/** A number in digits, thousands in groups: `1,640,000,000`, `0.418`, `1/3`. */
export function grouped(value: Exact): string {
  const text = toText(value);
  if (text.includes('/')) return text;
  const [digits = '', fraction] = text.split('.');
  const own = inThousands(digits).replace('-', '−');
  return fraction === undefined ? own : `${own}.${fraction}`;
}

/** The digits of {@link grouped}, rounded where they do not end. */
export function rounded(value: Exact, digits = 4): string {
  const exactly = places(value);
  if (exactly !== undefined && exactly <= digits) return grouped(value);
  const [own = '', fraction] = toFixed(value, digits).split('.');
  return `≈ ${[inThousands(own), ...(fraction === undefined ? [] : [fraction])].join('.').replace('-', '−')}`;
}

/** How the base unit is written; money and counts have none but their own. */
const BASES: Readonly<Record<string, string>> = { month: 'months', '1': '', s: 's' };

/** Units whose base says nothing new to a reader: the unit is the base already, or there is no measure. */
function isPlain({ base, dimension, factor, text }: FigureUnit): boolean {
  if (dimension === 'count' || dimension === 'points' || dimension === 'months') return true;
  if (dimension === 'temperature') return text !== '华氏度' && text !== '℉' && text !== '°F';
  return (dimension === 'money' && factor?.n === 1n && factor.d === 1n && text === '元') || (text === base && factor?.n === 1n);
}

const FAHRENHEIT_ZERO = whole(32);
const FIVE_NINTHS = ratio(5n, 9n);
const KWH = whole(3_600_000);

/** A value in its base unit: the value and how the unit is written; `undefined` where that says nothing new. */
export function inBaseUnits(value: Exact, unit: FigureUnit): { readonly value: Exact; readonly unit: string } | undefined {
  if (isPlain(unit)) return undefined;
  if (unit.dimension === 'temperature') return { value: multiply(subtract(value, FAHRENHEIT_ZERO), FIVE_NINTHS), unit: '°C' };
  if (unit.factor === undefined) return undefined;
  const scaled = multiply(value, unit.factor);
  // Electricity is spoken of in kilowatt-hours.
  if (unit.base === 'J' && unit.text.includes('瓦时')) return { value: multiply(scaled, ratio(KWH.d, KWH.n)), unit: 'kWh' };
  return { value: scaled, unit: BASES[unit.base] ?? unit.base };
}

/** The base value of a figure, for comparing: two figures of one dimension measure the same where these are equal. */
export function baseValue({ unit, value }: Pick<Figure, 'unit' | 'value'>): Exact | undefined {
  if (value === undefined || unit === undefined) return value;
  if (unit.dimension === 'temperature' && unit.factor === undefined) return multiply(subtract(value, FAHRENHEIT_ZERO), FIVE_NINTHS);
  return unit.factor === undefined ? value : multiply(value, unit.factor);
}

