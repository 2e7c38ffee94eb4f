import type { Span } from '../text/span';

export type FigureKind =
  | 'number'
  | 'quantity'
  | 'percentage'
  | 'money'
  | 'date'
  | 'fraction'
  | 'ordinal'
  | 'multiple';

/** A quantity in the text. */
export interface Figure {
  /** Where it stands, in UTF-16 offsets of the text that was searched. */
  readonly span: Span;
  readonly text: string;
  readonly kind: FigureKind;
  /** The number, scaled (3.1万 is 31000; 41.8% is 41.8); absent for dates. */
  readonly value?: number;
  /** The other end of a range (26至29摄氏度, 七八十名). */
  readonly upper?: number;
  /** The unit as written (名, 平方公里, 元, 千瓦时); for percentages `%` or 个百分点. */
  readonly unit?: string;
  /** What the words around the number make of it; the words may stand outside `span`. */
  readonly bound?: Bound;
  /** For dates: what is known of it. */
  readonly date?: FigureDate;
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
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
}

export interface FigureDate extends Moment {
  /** The end of a range (1—8月, 10月1日至2日). */
  readonly to?: Moment;
  /** 以来, 起, 至今. */
  readonly since?: boolean;
}
