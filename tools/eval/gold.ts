import type { Span } from '../../src/core/index';

/** The truth of a page, format `gold/1`; spans are half-open and count UTF-16 code units of the text. */
export interface Gold {
  readonly format: 'gold/1';
  readonly source: { readonly name: string; readonly length: number };
  /** In the order of their headlines in the dump. */
  readonly articles: readonly GoldArticle[];
  readonly furniture?: readonly Span[];
  /** What stands among text and is none of it: captions of photos and their credits. */
  readonly asides?: readonly Span[];
  /** Labels of the page as a whole: half, full, sameTopic, heads:mostly … */
  readonly phenomena?: readonly string[];
}

export interface GoldArticle {
  readonly id: string;
  readonly kind?: string;
  readonly title: string;
  readonly kicker?: string;
  readonly deck?: string;
  readonly headline: readonly Span[];
  readonly byline?: readonly Span[];
  readonly credit?: readonly Span[];
  readonly standingHead?: readonly Span[];
  readonly jumpFrom?: number;
  readonly jumpTo?: number;
  readonly paragraphs: readonly { readonly spans: readonly Span[]; readonly text: string }[];
  /** What the simulator did to it: sameTopic, subheads, byline … */
  readonly phenomena?: readonly string[];
}

export interface SimulatedPage {
  readonly name: string;
  readonly text: string;
  readonly gold: Gold;
}
