import type { PlacedFigure } from '../figures';
import type { Message } from '../text/message';
import type { Span } from '../text/span';

export type CheckCode =
  /** Parts do not add up to the total that is given, exactly or nearly. */
  | 'figure-sum'
  /** A part is more than the whole it is said to be part of. */
  | 'figure-part'
  /** A count differs from the list it introduces or closes. */
  | 'figure-list'
  /** The headline gives another figure than the body. */
  | 'figure-headline'
  /** The same quantity with two values. */
  | 'figure-two-values'
  /** The same digits in 万 and in 亿. */
  | 'figure-magnitude'
  /** The same digits in two units of one dimension. */
  | 'figure-unit'
  /** Weekday and date do not go together. */
  | 'figure-weekday'
  /** No such day in the calendar. */
  | 'figure-date'
  /** More than the whole. */
  | 'figure-over-hundred'
  /** The growth rate does not follow from the two values given. */
  | 'figure-growth';

export const CHECK_CODES: readonly CheckCode[] = [
  'figure-sum', 'figure-part', 'figure-list', 'figure-headline', 'figure-two-values', 'figure-magnitude', 'figure-unit', 'figure-weekday', 'figure-date', 'figure-over-hundred', 'figure-growth',
];

/** Something about a figure that is worth an editor's look. Nothing is said about who is right. */
export interface FigureDoubt {
  readonly code: CheckCode;
  /** Where the figure stands in the dump. */
  readonly spans: readonly Span[];
  readonly message: Message;
  /** The other figures it speaks of. */
  readonly related: readonly { readonly span: Span; readonly message: Message }[];
}

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a check is given: the figures of one article, in order, and the day of the issue where it is known. */
export interface CheckedArticle {
  readonly figures: readonly PlacedFigure[];
  readonly issue?: Day;
}

export type Check = (article: CheckedArticle) => readonly FigureDoubt[];

/** The words of a figure that a doubt only points to. */
const RELATED = 'figure-related';

/** A doubt about a figure beside others. */
export function doubt(code: CheckCode, figure: PlacedFigure, args: readonly (string | number)[], others: readonly PlacedFigure[] = []): FigureDoubt {
  return {
    code,
    spans: figure.spans,
    message: { code, args },
    related: others.flatMap((other) => {
      const [span] = other.spans;
      return span === undefined ? [] : [{ span, message: { code: RELATED, args: [other.figure.text] } }];
    }),
  };
}

/** The sentences of an article, as long as its figures are kept: several checks ask for them. */
const sentences = new WeakMap<readonly PlacedFigure[], readonly (readonly PlacedFigure[])[]>();

/** The figures of an article sentence by sentence. */
export function bySentence(figures: readonly PlacedFigure[]): readonly (readonly PlacedFigure[])[] {
  let known = sentences.get(figures);
  if (known === undefined) sentences.set(figures, (known = sentencesOf(figures)));
  return known;
}

function sentencesOf(figures: readonly PlacedFigure[]): readonly (readonly PlacedFigure[])[] {
  const groups: PlacedFigure[][] = [];
  let last: PlacedFigure | undefined;
  for (const placed of figures) {
    const same = last?.passage === placed.passage && last.figure.sentence[0] === placed.figure.sentence[0];
    if (same) groups[groups.length - 1]?.push(placed);
    else groups.push([placed]);
    last = placed;
  }
  return groups;
}
