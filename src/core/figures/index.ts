import type { Language } from '../text/message';
import type { Span } from '../text/span';

/** A quantity in the text. */
export interface Figure {
  /** Where it stands, in UTF-16 offsets of the text that was searched. */
  readonly span: Span;
  readonly text: string;
  readonly kind: 'number' | 'quantity' | 'percentage' | 'money' | 'date' | 'fraction' | 'ordinal';
  /** The number, scaled (3.1万 is 31000); absent for dates. */
  readonly value?: number;
  /** The unit as written (名, 平方公里, 元, 千瓦时). */
  readonly unit?: string;
}

/** All figures of `text` between the ends of `within`, in order, never overlapping. */
export function figuresIn(text: string, within: Span): readonly Figure[] {
  void text;
  void within;
  return [];
}

/** The sentence around an offset: up to and with its final punctuation, never across a line end. */
export function sentenceAt(text: string, offset: number): Span {
  void text;
  return [offset, offset];
}

/** A figure in words, such as "31,000 名 (3.1万)". */
export function describeFigure(figure: Figure, language: Language): string {
  void language;
  return figure.text;
}
