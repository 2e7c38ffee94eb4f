/** What is said of a figure, in both languages. */
import type { Language } from '../text/message';
import { negate, type Exact } from './exact';
import type { BoundSense, Change, Figure, FigureDate, Moment } from './figure';
import { chineseReading, grouped, inBaseUnits, rounded } from './reading';

const BOUNDS: Readonly<Record<BoundSense, string>> = { about: 'about ', over: 'over ', under: 'under ', atLeast: 'at least ', atMost: 'at most ' };
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What is known of one figure, each as a text ready to be shown; absent where there is nothing to say. */
export interface FigureWords {
  /** As written, with the words that bound it. */
  readonly written: string;
  /** The value in full with its unit, or the date; the unit stays Chinese, as on the page. */
  readonly value?: string;
  /** How it is read aloud in Chinese. */
  readonly reading?: string;
  /** The value in base units. */
  readonly base?: string;
  /** What has changed, and against what. */
  readonly change?: string;
}

/** A figure in words. */
export function figureWords(figure: Figure, language: Language): FigureWords {
  const { change } = figure;
  const value = figure.date === undefined ? valueWords(figure, language) : boundedDate(figure.date, figure.bound, language);
  const reading = readingWords(figure);
  const base = baseWords(figure, language);
  return {
    written: writtenWords(figure),
    ...(value === undefined ? {} : { value }),
    ...(reading === undefined ? {} : { reading }),
    ...(base === undefined ? {} : { base }),
    ...(change === undefined ? {} : { change: changeWords(change, language) }),
  };
}

/**
 * A figure in one line: as written, and what it comes to where that says more (`3.1万名 = 31,000 名`, `约7.37亿元 = 约 737,000,000 元`,
 * `三分之一 ≈ 0.3333`, `10月20日 = 20 October`).
 */
export function describeFigure(figure: Figure, language: Language): string {
  const { written, value } = figureWords(figure, language);
  if (value === undefined || bare(value) === bare(written)) return written;
  return value.startsWith('≈') ? `${written} ${value}` : `${written} = ${value}`;
}

/** Without what only helps the eye: spaces, thousands separators, zeros at the end of a fraction. */
function bare(text: string): string {
  return text.replace(/[ ,]|\.0+(?!\d)/g, '').replace(/(\.\d*[1-9])0+(?!\d)/g, '$1');
}

function writtenWords({ text, bound }: Figure): string {
  if (bound === undefined || bound.place === 'inside') return text;
  return bound.place === 'before' ? bound.word + text : text + bound.word;
}

function valueWords(figure: Figure, language: Language): string | undefined {
  const { bound, kind, upper, value } = figure;
  if (value === undefined) return undefined;
  if (kind === 'ratio') return upper === undefined ? undefined : `${grouped(value)} : ${grouped(upper)}`;
  const numbers = kind === 'fraction' ? rounded(value) : grouped(value);
  const range = upper === undefined ? numbers : `${numbers}–${kind === 'fraction' ? rounded(upper) : grouped(upper)}`;
  const unit = unitWords(figure, language);
  const whole = unit === '' ? range : /^[%‰]/.test(unit) ? `${range}${unit}` : `${range} ${unit}`;
  if (kind === 'ordinal' || kind === 'page' || kind === 'issue') {
    if (language === 'zh') return figure.text.startsWith('第') ? `第 ${whole}` : whole;
    return `no. ${range}${unit === '' ? '' : ` (${unit})`}`;
  }
  if (bound === undefined) return whole;
  if (language === 'en') return `${BOUNDS[bound.sense]}${whole}`;
  if (bound.place === 'before') return `${bound.word} ${whole}`;
  return bound.place === 'after' ? `${whole}${bound.word}` : upper === undefined ? `${range} ${bound.word}${unit === '' ? '' : unit}` : `约 ${whole}`;
}

function unitWords({ kind, unit, value }: Figure, language: Language): string {
  if (unit === undefined) return '';
  if (language === 'zh') return unit.text;
  if (kind === 'percentagePoint') return value?.n === 1n && value.d === 1n ? 'percentage point' : 'percentage points';
  if (kind === 'multiple') return 'times';
  if (kind === 'age') return 'years of age';
  return unit.text;
}

/** Read aloud; digits that are shown as they are (years, pages) are not. */
function readingWords({ kind, text, unit, upper, value }: Figure): string | undefined {
  if (value === undefined || ['page', 'issue', 'ordinal', 'ratio'].includes(kind)) return undefined;
  const one = (number: Exact): string | undefined => {
    const read = chineseReading(kind === 'temperature' && number.n < 0n ? negate(number) : number);
    if (read === undefined) return undefined;
    const sign = kind === 'temperature' && number.n < 0n ? '零下' : '';
    if (kind === 'percentage') return read.startsWith('负') ? `负百分之${read.slice(1)}` : `百分之${read}`;
    if (kind === 'permille') return `千分之${read}`;
    return sign + read;
  };
  const [low, high] = [one(value), upper === undefined ? '' : one(upper)];
  if (low === undefined || high === undefined) return undefined;
  const measured = kind === 'percentage' || kind === 'permille' || unit === undefined ? '' : unit.text;
  const read = `${low}${high === '' ? '' : `至${high}`}${/^[%$¥€£a-zA-Z]/.test(measured) ? '' : measured}`;
  return read === text ? undefined : read;
}

function baseWords({ bound, kind, unit, upper, value }: Figure, language: Language): string | undefined {
  if (value === undefined || unit === undefined || kind === 'ordinal' || kind === 'age') return undefined;
  const low = inBaseUnits(value, unit);
  if (low === undefined) return undefined;
  const high = upper === undefined ? undefined : inBaseUnits(upper, unit);
  const range = high === undefined ? rounded(low.value, 6) : `${rounded(low.value, 6)}–${rounded(high.value, 6)}`;
  const whole = low.unit === '' ? range : `${range} ${low.unit}`;
  return language === 'en' && bound !== undefined && !whole.startsWith('≈') ? `${BOUNDS[bound.sense]}${whole}` : whole;
}

/** Increase, decrease, and against what: `同比增长（对比上年同期）`, `up year on year, against 上年同期`. */
function changeWords({ against, base, direction, reached, verb }: Change, language: Language): string {
  if (language === 'zh') {
    const kind = against === 'yearOnYear' ? '同比' : against === 'periodOnPeriod' ? '环比' : '';
    return `${kind}${verb}${reached === true ? '到' : ''}${base === undefined ? '' : `（对比${base}）`}`;
  }
  const way = direction === 'up' ? 'up' : direction === 'down' ? 'down' : 'level';
  const kind = against === 'yearOnYear' ? ' year on year' : against === 'periodOnPeriod' ? ' on the period before' : '';
  return `${way}${reached === true ? ' to this' : ''}${kind}${base === undefined ? '' : `, against ${base}`}`;
}

function boundedDate(date: FigureDate, bound: Figure['bound'], language: Language): string | undefined {
  const words = dateWords(date, language);
  if (words === undefined || bound === undefined) return words;
  return language === 'en' ? `${BOUNDS[bound.sense]}${words}` : bound.place === 'before' ? `${bound.word} ${words}` : `${words} ${bound.word}`;
}

function dateWords(date: FigureDate, language: Language): string | undefined {
  const from = language === 'en' ? englishMoment(date) : chineseMoment(date);
  const to = date.to === undefined ? undefined : language === 'en' ? englishMoment(date.to) : chineseMoment(date.to);
  const range = to === undefined ? from : language === 'en' ? `${from} to ${to}` : `${from}至${to}`;
  const parts = { early: ['beginning of ', '初'], middle: ['middle of ', '中'], late: ['end of ', '底'] } as const;
  const [english, chinese] = date.part === undefined ? ['', ''] : parts[date.part];
  if (date.samePeriod === true) return language === 'en' ? `the same period of ${from}` : `${from}同期`;
  // 上世纪80年代末: of a span of years.
  const late = to === undefined || chinese === '' ? chinese : `${chinese === '底' ? '末' : chinese}期`;
  if (language === 'en') return `${date.since === true ? 'since ' : ''}${english}${range}${date.lunar === true ? ' (lunar calendar)' : ''}`;
  return `${date.lunar === true ? '农历' : ''}${range}${late}${date.since === true ? '以来' : ''}`;
}

const RELATIVE_EN: Readonly<Record<string, string>> = { '-3': 'three years ago', '-2': 'the year before last', '-1': 'last year', '0': 'this year', '1': 'next year', '2': 'in two years' };
const RELATIVE_ZH: Readonly<Record<string, string>> = { '-3': '大前年', '-2': '前年', '-1': '去年', '0': '今年', '1': '明年', '2': '后年' };

const two = (value: number): string => String(value).padStart(2, '0');

function clock({ hour, minute, second }: Moment): string {
  return hour === undefined ? '' : `${two(hour)}:${two(minute ?? 0)}${second === undefined ? '' : `:${second.padStart(2, '0')}`}`;
}

function englishMoment(moment: Moment): string {
  const { day, month, relativeYear, weekday, year } = moment;
  const words: string[] = [];
  if (weekday !== undefined) words.push(`${WEEKDAYS[weekday - 1] ?? ''},`);
  if (day !== undefined) words.push(month === undefined ? `the ${day}${ending(day)}` : String(day));
  if (month !== undefined) words.push(MONTHS[month - 1] ?? '');
  if (year !== undefined) words.push(year < 0 ? `${-year} BC` : String(year));
  else if (relativeYear !== undefined) words.push(month === undefined ? (RELATIVE_EN[relativeYear] ?? '') : `of ${RELATIVE_EN[relativeYear] ?? ''}`);
  const time = clock(moment);
  if (time !== '') words.push(words.length > 0 ? `at ${time}` : time);
  return words.join(' ');
}

function ending(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

function chineseMoment(moment: Moment): string {
  const { day, month, relativeYear, weekday, year } = moment;
  const years = year !== undefined ? (year < 0 ? `公元前${-year}年` : `${year}年`) : relativeYear === undefined ? '' : (RELATIVE_ZH[relativeYear] ?? '');
  const days = `${years}${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}${weekday === undefined ? '' : `星期${'一二三四五六日'.charAt(weekday - 1)}`}`;
  const time = clock(moment);
  return days === '' || time === '' ? days + time : `${days} ${time}`;
}
