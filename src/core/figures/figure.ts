import type { Span } from '../text/span';
import type { Exact } from './exact';
import type { Dimension } from './unitTable';

/** What a figure is a figure of. */
export type FigureKind =
  | 'number'
  /** Things counted by a measure word (410户, 20余所). */
  | 'count'
  /** A measure with a unit (482.6亿千瓦时, 8.25克/吨). */
  | 'quantity'
  | 'money'
  | 'percentage'
  | 'permille'
  /** 个百分点: a difference of two percentages, and no percentage itself. */
  | 'percentagePoint'
  | 'fraction'
  | 'multiple'
  /** 3比1, 16:9. */
  | 'ratio'
  | 'ordinal'
  | 'temperature'
  | 'date'
  | 'time'
  | 'duration'
  | 'age'
  /** A page of a newspaper or book (第2版, 第87页). */
  | 'page'
  /** An issue (第26053期, 总第300号). */
  | 'issue'
  | 'phone'
  /** A number plate, an account, an order number: digits that measure nothing. */
  | 'code';

/** All kinds, in the order in which they are listed to a person. */
export const FIGURE_KINDS: readonly FigureKind[] = [
  'count', 'quantity', 'money', 'percentage', 'permille', 'percentagePoint', 'multiple', 'fraction', 'ratio', 'number', 'ordinal',
  'temperature', 'age', 'duration', 'date', 'time', 'page', 'issue', 'phone', 'code',
];

/** A quantity in the text. */
export interface Figure {
  /** Where it stands, in UTF-16 offsets of the text that was searched. */
  readonly span: Span;
  /** As written. */
  readonly text: string;
  readonly kind: FigureKind;
  /** The number, scaled (3.1万 is 31000; 41.8% is 41.8; 零下35度 is −35); absent for dates, times, telephone numbers and codes. */
  readonly value?: Exact;
  /** The other end of a range (26至29摄氏度, 七八十名). */
  readonly upper?: Exact;
  readonly unit?: FigureUnit;
  /** What the words around the number make of it. */
  readonly bound?: Bound;
  /** For dates and times: what is known of it. */
  readonly date?: FigureDate;
  /** The change it expresses, where it expresses one. */
  readonly change?: Change;
  /** What it measures: the noun phrase before or behind it. */
  readonly subject?: string;
  /** The sentence it stands in, in offsets of the text that was searched. */
  readonly sentence: Span;
}

export interface FigureUnit {
  /** As written: 名, 平方公里, 元, 千瓦时, 克/吨; for percentages `%`. */
  readonly text: string;
  readonly dimension: Dimension;
  /** The base unit: `m²`, `kWh`, `CNY`; a measure word is its own. */
  readonly base: string;
  /** How many base units one is; absent for 华氏度, which begins at another zero. */
  readonly factor?: Exact;
}

export type BoundSense = 'about' | 'over' | 'under' | 'atLeast' | 'atMost';

export interface Bound {
  readonly sense: BoundSense;
  /** As written: 约, 近, 超过, 余, 以上. */
  readonly word: string;
  /** Where the word stands: 约3万名, 3万余名 (within the span), 3万名以上. */
  readonly place: 'before' | 'inside' | 'after';
}

/** A moment as far as the text gives it. */
export interface Moment {
  readonly year?: number;
  /** 去年10月 is -1, 今年 0, 明年 1. */
  readonly relativeYear?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: string;
  /** 1 Monday to 7 Sunday, where it is written behind the day. */
  readonly weekday?: number;
}

/** A day or a moment that a figure names, or a stretch of time. */
export interface FigureDate extends Moment {
  /** The end of a range (1—8月, 10月1日至2日, 前三季度, 上半年). */
  readonly to?: Moment;
  /** 以来, 起, 至今. */
  readonly since?: boolean;
  /** 初, 上旬; 中旬; 底, 末, 下旬. */
  readonly part?: 'early' | 'middle' | 'late';
  /** The same time of the year before: 去年同期, 上年同期. */
  readonly samePeriod?: boolean;
  /** By the lunar calendar (正月初八, 农历八月十五). */
  readonly lunar?: boolean;
}

export interface Change {
  readonly direction: 'up' | 'down' | 'level';
  /** 同比: against the same time a year ago. 环比: against the time just before. 较…, 比…: against what is named. */
  readonly against?: 'yearOnYear' | 'periodOnPeriod' | 'named';
  /** What it is compared with, as written (1—8月, 去年同期, 上月). */
  readonly base?: string;
  /** As written: 增长, 提高, 下降. */
  readonly verb: string;
  /** 增长到, 提高至: the figure is what was reached and not the change. */
  readonly reached?: boolean;
}
