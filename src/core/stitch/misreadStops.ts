import { isClosing, isHan } from '../text/characters';
import { bounded, boundedFresh, boundedStop } from './lostStops';

/** What a reader of scanned pages takes a full stop for where it misreads it: a comma, or a sign that looks like one as a middle dot, a point and an o do. */
export type Misread = 'comma' | 'dot';

const COMMAS: ReadonlySet<string> = new Set('，,');
const DOTS: ReadonlySet<string> = new Set('·•・‧∙.．oOｏＯ○◯');
/** Those that may as well be a figure; behind a numeral they are: 二〇. */
const NOUGHTS: ReadonlySet<string> = new Set('0０〇○◯');
const NUMERALS: ReadonlySet<string> = new Set('一二两三四五六七八九十百千万亿〇第零');

/** Whether a text ends with a sign that looks like a full stop and stands where one may: behind a Chinese character or what closes a quotation, a bracket or a percentage, not in a number. */
export function endsWithDot(text: string): boolean {
  const last = text[text.length - 1] ?? '';
  const before = text[text.length - 2] ?? '';
  if (!DOTS.has(last) && !NOUGHTS.has(last)) return false;
  if (NOUGHTS.has(last) && NUMERALS.has(before)) return false;
  return isHan(before.charCodeAt(0)) || isClosing(before) || before === '%';
}

export const endsWithComma = (text: string): boolean => COMMAS.has(text[text.length - 1] ?? '');

/** How a piece ends whose last sign may be a full stop that was misread, and how what stands right below it begins. */
export interface MisreadEnd {
  readonly sign: Misread;
  /** How much more probable a full stop is there than the sign that stands there, in natural logarithms. */
  readonly stop: number;
  /** Characters behind the last full stop before it. */
  readonly sentence: number;
  /** As `Node.fresh`, of the piece below. */
  readonly freshBelow: number;
}

/** What tells a comma at a column's end that was a full stop, in log-odds: learned from 3,181 such commas of pages that misread one stop in ten (AUC .83). */
const CONSTANT = -1.9;
const BY_STOP = 0.5;
const BY_SENTENCE = 2.2;
const BY_BEGINNING = 0.5;
/** A sentence of so many characters may well be at its end. */
const LONG_SENTENCE = 40;
/** A dot is nearly always a stop. */
const DOT = 3;

/** How many stops of a page may be misread, and how many pages of a hundred are such: nearly all misread next to none. */
const SHARES: readonly (readonly [share: number, pages: number])[] = [[0.0005, 85], [0.005, 3], [0.01, 3], [0.02, 3], [0.04, 3], [0.08, 3]];
/** Commas that columns end on where a sentence was cut: for each cut behind a character so many, and at least. */
const CUT_AT_COMMA = 0.1;
/** The share of which nothing is told; twenty times as many and a twentieth speak alike, to and fro. */
const MIDDLE = 0.005;
const MOST = 3;

/** What such an end tells by itself: how much more a stop reads than the sign, within bounds, and how long its sentence is by then, 0 to 1. */
export function misreadStop({ stop, sentence }: Pick<MisreadEnd, 'stop' | 'sentence'>): { readonly stop: number; readonly sentence: number } {
  return { stop: boundedStop(stop), sentence: Math.min(LONG_SENTENCE, sentence) / LONG_SENTENCE };
}

/**
 * How many stops a page seems to have misread where others end: for each of the ends that may be such, from all but itself, the logarithm of the share that is to be
 * expected by a middling one. So many commas come of cuts, and so many of each share of the stops, each the likelier of a stop the more it reads as one.
 * @param stops pieces that end with a full stop
 * @param cuts pieces that end behind a character
 */
export function misreadStops(ends: readonly MisreadEnd[], stops: number, cuts: number): number[] {
  const all = stops + ends.length;
  const fromCuts = CUT_AT_COMMA * (1 + cuts);
  const odds = ends.map(oddsOf);
  const likely = SHARES.map(([share, pages]) => {
    const each = odds.map((one) => Math.log(fromCuts + share * all * one));
    return { share, each, sum: Math.log(pages) - share * all + each.reduce((sum, one) => sum + one, 0) };
  });
  return ends.map((_, at) => {
    const without = likely.map(({ share, each, sum }) => ({ share, log: sum - (each[at] ?? 0) }));
    const most = Math.max(...without.map(({ log }) => log));
    let total = 0;
    let expected = 0;
    for (const { share, log } of without) {
      const chance = Math.exp(log - most);
      total += chance;
      expected += chance * share;
    }
    return bounded(Math.log(expected / total / MIDDLE), -MOST, MOST);
  });
}

/** How much likelier such an end is where a stop was misread than where a sentence was cut. */
function oddsOf(end: MisreadEnd): number {
  if (end.sign === 'dot') return Math.exp(DOT);
  const { stop, sentence } = misreadStop(end);
  return Math.exp(CONSTANT + BY_STOP * stop + BY_SENTENCE * sentence + BY_BEGINNING * boundedFresh(end.freshBelow));
}
