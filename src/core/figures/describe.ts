import type { Language } from '../text/message';
import type { BoundSense, Figure, FigureDate, Moment } from './figure';

const BOUNDS: Readonly<Record<BoundSense, string>> = {
  about: 'about ',
  over: 'over ',
  under: 'under ',
  atLeast: 'at least ',
  atMost: 'at most ',
};
const CURRENCY_SIGNS = new Set('¥$＄€£');
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

/**
 * A figure in words: as written with the words that bound it, and what it comes to where that says more
 * (`3.1万名 = 31,000 名`, `约7.37亿元 = 约 737,000,000 元`, `三分之一 ≈ 0.3333`, `10月20日 = 20 October`).
 */
export function describeFigure(figure: Figure, language: Language): string {
  const plain = plainly(figure, language);
  const written = asWritten(figure);
  if (plain === undefined) return written;
  // 1,103 公里 reads better than 1103公里, but 11.0% says more than 11%, and a lone 2018 may be a year.
  const asIs = figure.kind === 'percentage' || (figure.kind === 'number' && Math.abs(figure.value ?? 0) < 10_000);
  if (bare(plain) === bare(written)) return asIs ? written : plain;
  return `${written} ${exact(figure) ? '=' : '≈'} ${plain}`;
}

/** Without what only helps the eye: spaces, thousands separators and zeros at the end of a fraction. */
function bare(text: string): string {
  return text.replace(/[ ,]|\.0+(?!\d)/g, '').replace(/(\.\d*[1-9])0+(?!\d)/g, '$1');
}

function asWritten({ text, bound }: Figure): string {
  if (bound === undefined || bound.place === 'inside') return text;
  return bound.place === 'before' ? bound.word + text : text + bound.word;
}

/** Whether four decimals give the value as it is. */
function exact({ kind, value }: Figure): boolean {
  return kind !== 'fraction' || value === undefined || Number(value.toFixed(4)) === value;
}

function plainly(figure: Figure, language: Language): string | undefined {
  const { bound, date, kind, upper, value } = figure;
  if (date !== undefined) return describeDate(date, language);
  if (value === undefined) return undefined;
  const shown = formatNumber(kind === 'fraction' ? Number(value.toFixed(4)) : value);
  const number = upper === undefined ? shown : `${shown}–${formatNumber(upper)}`;
  if (language === 'en') return (bound === undefined ? '' : BOUNDS[bound.sense]) + withUnit(figure, number, language);
  // In Chinese the word stays where it was.
  const vague = bound?.place === 'inside' ? ` ${bound.word === '几' ? '多' : bound.word}` : '';
  const counted = withUnit(figure, number + vague, language);
  if (bound?.place === 'before') return `${bound.word} ${counted}`;
  return bound?.place === 'after' ? counted + bound.word : counted;
}

function withUnit(figure: Figure, number: string, language: Language): string {
  const { bound, kind, unit } = figure;
  const zh = language === 'zh';
  if (kind === 'ordinal') return zh ? rankInChinese(figure, number) : rankInEnglish(figure, number);
  if (kind === 'percentage' && unit === '%') return `${number}%`;
  if (kind === 'percentage') return `${number} ${zh ? '个百分点' : 'percentage points'}`;
  if (kind === 'multiple') return `${number} ${zh ? '倍' : 'times'}`;
  if (kind === 'money' && unit !== undefined && CURRENCY_SIGNS.has(unit)) return unit + number;
  if (unit === undefined) return number;
  return zh && bound?.place === 'inside' ? number + unit : `${number} ${unit}`;
}

function rankInChinese({ text, unit }: Figure, number: string): string {
  const rank = text.startsWith('第') ? `第 ${number}` : number;
  return unit === undefined ? rank : `${rank} ${unit}`;
}

function rankInEnglish({ unit, value }: Figure, number: string): string {
  if (unit === '年代') return `the ${number}s`;
  if (unit === '世纪' && value !== undefined) return `the ${number}${suffix(value)} century`;
  return unit === undefined ? `no. ${number}` : `no. ${number} (${unit})`;
}

/** A number with thousands separators, the same on every machine. */
export function formatNumber(value: number): string {
  const written = String(value);
  const [whole = '', fraction] = written.split('.');
  if (written.includes('e') || !Number.isFinite(value)) return written;
  const sign = whole.startsWith('-') ? '−' : '';
  let rest = sign === '' ? whole : whole.slice(1);
  const groups: string[] = [];
  for (; rest.length > 3; rest = rest.slice(0, -3)) groups.unshift(rest.slice(-3));
  groups.unshift(rest);
  return sign + groups.join(',') + (fraction === undefined ? '' : `.${fraction}`);
}

function describeDate(date: FigureDate, language: Language): string {
  const from = describeMoment(date, language);
  if (language === 'zh') {
    const until = date.to === undefined ? '' : `至${describeMoment(date.to, language)}`;
    return from + until + (date.since === true ? '以来' : '');
  }
  const until = date.to === undefined ? '' : ` to ${describeMoment(date.to, language)}`;
  return (date.since === true ? 'since ' : '') + from + until;
}

function describeMoment(moment: Moment, language: Language): string {
  const { year, month, day, hour, minute } = moment;
  const clock = hour === undefined ? '' : `${twoDigits(hour)}:${twoDigits(minute ?? 0)}`;
  if (language === 'zh') {
    const parts = [year === undefined ? '' : `${year}年`, month === undefined ? '' : `${month}月`, day === undefined ? '' : `${day}日`];
    return parts.join('') + (clock !== '' && parts.join('') !== '' ? ' ' : '') + clock;
  }
  const name = month === undefined ? '' : (MONTHS[month - 1] ?? '');
  const number = day === undefined ? '' : month === undefined ? `the ${day}${suffix(day)}` : String(day);
  return [number, name, year === undefined ? '' : String(year), clock].filter((part) => part !== '').join(' ');
}

/** 1st, 2nd, 3rd, 4th, 11th. */
function suffix(rank: number): string {
  const last = rank % 10;
  if (last > 3 || last === 0 || (rank % 100 > 10 && rank % 100 < 14)) return 'th';
  return ['st', 'nd', 'rd'][last - 1] ?? 'th';
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
