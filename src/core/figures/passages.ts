/** Figures of a whole page, read in the stitched text and put back to where they stand in the dump. */
import { isMarkup } from '../text/markup';
import type { Span } from '../text/span';
import { sliceSpan } from '../text/span';
import type { Figure } from './figure';
import { figuresIn } from './figures';

/** What a passage is on the page. */
export type PassagePart = 'headline' | 'byline' | 'credit' | 'standingHead' | 'paragraph' | 'furniture';

/** A text that is read at one go, and the pieces of the dump it was put together from: joined, they are the text. */
export interface Passage {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly part: PassagePart;
  /** The article it belongs to. */
  readonly article?: string;
}

/** A figure of a page. */
export interface PlacedFigure {
  /** Places in it are those of `passage.text`. */
  readonly figure: Figure;
  readonly passage: Passage;
  /** Where it stands in the dump; more than one where a cut tears it. */
  readonly spans: readonly Span[];
}

/** What is read of a page; the page's model has these fields. */
export interface FigureSource {
  readonly text: string;
  readonly articles: readonly {
    readonly id: string;
    readonly headline: readonly Span[];
    readonly byline: readonly Span[];
    readonly credit: readonly Span[];
    readonly standingHead: readonly Span[];
    readonly paragraphs: readonly { readonly text: string; readonly spans: readonly Span[] }[];
  }[];
  readonly furniture: readonly Span[];
}

/** The passages of a page: paragraphs as they were stitched, all else line by line. */
export function passagesOf(page: FigureSource): readonly Passage[] {
  const passages: Passage[] = [];
  const lines = (spans: readonly Span[], part: PassagePart, article?: string): void => {
    for (const span of spans) {
      for (const line of linesIn(page.text, span)) passages.push({ text: sliceSpan(page.text, line), spans: [line], part, ...(article === undefined ? {} : { article }) });
    }
  };
  for (const article of page.articles) {
    const { id } = article;
    lines(article.standingHead, 'standingHead', id);
    lines(article.headline, 'headline', id);
    lines(article.byline, 'byline', id);
    for (const { text, spans } of article.paragraphs) passages.push({ text, spans, part: 'paragraph', article: id });
    lines(article.credit, 'credit', id);
  }
  // The digits of a picture's address are no figures.
  lines(page.furniture.filter((span) => !isMarkup(sliceSpan(page.text, span))), 'furniture');
  return passages;
}

function* linesIn(text: string, [start, end]: Span): Generator<Span> {
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text.charAt(at) !== '\n' && text.charAt(at) !== '\r') continue;
    if (at > from) yield [from, at];
    from = at + 1;
  }
}

/** Where the text of each piece begins in the text of its passage; a passage in printed lines has thousands of pieces and of figures. */
const beginnings = new WeakMap<readonly Span[], readonly number[]>();

function beginningsOf(spans: readonly Span[]): readonly number[] {
  const known = beginnings.get(spans);
  if (known !== undefined) return known;
  let at = 0;
  const found = spans.map(([from, to]) => (at += to - from) - (to - from));
  beginnings.set(spans, found);
  return found;
}

/** Where a span of a passage's text stands in the dump: one span for each piece it touches. */
export function spansWithin(spans: readonly Span[], [start, end]: Span): readonly Span[] {
  const begin = beginningsOf(spans);
  let low = 0;
  // The last piece that begins at the start or before it.
  for (let high = spans.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if ((begin[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const places: Span[] = [];
  for (; low < spans.length; low++) {
    const at = begin[low] ?? 0;
    if (at >= end) break;
    const [from, to] = spans[low] ?? [0, 0];
    const first = Math.max(start, at);
    const last = Math.min(end, at + to - from);
    if (first < last) places.push([from + first - at, from + last - at]);
  }
  return places;
}

/** The figures of a passage. */
export function figuresOfPassage(passage: Passage): readonly PlacedFigure[] {
  return placeFigures(passage, figuresIn(passage.text));
}

/** Figures that were read in the text of a passage, with where they stand in the dump. */
export function placeFigures(passage: Passage, figures: readonly Figure[]): readonly PlacedFigure[] {
  return figures.map((figure) => ({ figure, passage, spans: spansWithin(passage.spans, figure.span) }));
}

/** The figures of a page in the order of its articles, each in the order of its text. */
export function figuresOfPage(page: FigureSource): readonly PlacedFigure[] {
  return passagesOf(page).flatMap(figuresOfPassage);
}
