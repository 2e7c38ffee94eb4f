import { baseValue, exactText, spansWithin, type Figure, type FigureDate, type FigureUnit, type PassagePart, type PlacedFigure } from '../figures';
import type { Span } from '../text/span';

/** A figure as the JSON contract has it. Numbers are strings of decimal digits, or `1/3` where these never end: nothing is rounded. */
export interface AnalysisFigure {
  /** One span for each piece of the dump it stands in. */
  readonly spans: readonly Span[];
  readonly text: string;
  readonly kind: Figure['kind'];
  readonly article?: string;
  readonly part: PassagePart;
  readonly value?: string;
  /** The other end of a range. */
  readonly upper?: string;
  readonly sign?: -1 | 0 | 1;
  readonly unit?: { readonly text: string; readonly dimension: FigureUnit['dimension']; readonly base: string; readonly factor?: string };
  /** The value in base units. */
  readonly baseValue?: string;
  readonly bound?: { readonly sense: string; readonly word: string };
  readonly date?: FigureDate;
  readonly change?: Figure['change'];
  readonly subject?: string;
  /** The sentence it stands in, one span for each piece. */
  readonly sentence: readonly Span[];
}

/** One figure of a page, ready for `JSON.stringify`. */
export function analysisFigure({ figure, passage, spans }: PlacedFigure): AnalysisFigure {
  const { bound, change, date, kind, sentence, subject, text, unit, upper, value } = figure;
  const base = baseValue(figure);
  return {
    spans,
    text,
    kind,
    ...(passage.article === undefined ? {} : { article: passage.article }),
    part: passage.part,
    ...(value === undefined ? {} : { value: exactText(value), sign: value.n < 0n ? (-1 as const) : value.n > 0n ? (1 as const) : (0 as const) }),
    ...(upper === undefined ? {} : { upper: exactText(upper) }),
    ...(unit === undefined ? {} : { unit: unitOf(unit) }),
    ...(base === undefined || unit === undefined ? {} : { baseValue: exactText(base) }),
    ...(bound === undefined ? {} : { bound: { sense: bound.sense, word: bound.word } }),
    ...(date === undefined ? {} : { date }),
    ...(change === undefined ? {} : { change }),
    ...(subject === undefined ? {} : { subject }),
    sentence: spansWithin(passage.spans, sentence),
  };
}

/** Most figures share a few units. */
const units = new WeakMap<FigureUnit, NonNullable<AnalysisFigure['unit']>>();

function unitOf(unit: FigureUnit): NonNullable<AnalysisFigure['unit']> {
  let known = units.get(unit);
  if (known === undefined) {
    const { text, dimension, base, factor } = unit;
    units.set(unit, (known = { text, dimension, base, ...(factor === undefined ? {} : { factor: exactText(factor) }) }));
  }
  return known;
}
