import type { Piece } from '../page/piece';
import { isFinal } from '../text/characters';

/** A passage with this many blank lines more before it than usual was set apart on purpose, by a re-stitching that left it open. */
export const SET_APART = 3;
/** On a page with this share of blank lines before its pieces, a blank line means something, and so does none. */
const SOME_GAPS = 0.1;
/** A line this short may be a subhead or an item, beside which other blank lines stand. */
const SHORT_LINE = 22;
/** Seams by which a page shows how regular its blank lines are, at least, and the share of them that may have others than most have: on pages of all forms that programs write it is a sixth at most. */
const FEWEST = 8;
const OTHERS = 0.25;

/** What the blank lines of a page tell. */
export interface Gaps {
  /** How many stand before most pieces. */
  readonly usual: number;
  /** Whether none tells something. */
  readonly tell: boolean;
  /** How many count before a piece: the usual number where they stand anywhere, for then they tell nothing. */
  readonly of: (piece: Piece) => number;
}

/** Finds out what the blank lines of a page tell. */
export function gapsOf(pieces: readonly Piece[]): Gaps {
  const usual = mostOften(pieces.slice(1).map(({ gap }) => gap), 1);
  if (standAnywhere(pieces)) return { usual, tell: false, of: ({ gap }) => (gap < usual + SET_APART ? usual : gap) };
  const some = pieces.slice(1).filter(({ gap }) => gap > 0).length >= Math.max(2, pieces.length * SOME_GAPS);
  return { usual, tell: usual > 0 || (some && partCuts(pieces)), of: ({ gap }) => gap };
}

/** Whether blank lines stand anywhere: between a full sentence and the next paragraph, where nothing is parted, as many as elsewhere. */
function standAnywhere(pieces: readonly Piece[]): boolean {
  const plain = pieces.filter((piece, place) => {
    const before = pieces[place - 1];
    return before !== undefined && !piece.newPage && [before, piece].every(({ role, marked, text }) => role === 'body' && !marked && text.length > SHORT_LINE && isFinal(text[text.length - 1] ?? ''));
  });
  if (plain.length < FEWEST) return false;
  const usual = mostOften(plain.map(({ gap }) => gap), 1);
  return plain.filter(({ gap }) => gap !== usual).length > OTHERS * plain.length;
}

/** Whether what goes on behind an open end mostly has a blank line before it: where blank lines stand above headlines only, none says nothing. */
function partCuts(pieces: readonly Piece[]): boolean {
  let apart = 0;
  let close = 0;
  pieces.forEach((piece, place) => {
    const before = pieces[place - 1];
    if (piece.role !== 'body' || before?.role !== 'body' || before.text.length <= SHORT_LINE || !/[^。！？!?…”’」』）)]$/u.test(before.text)) return;
    if (piece.gap > 0) apart++;
    else close++;
  });
  return apart >= close;
}

/** The number that is there most often; the first of them, and `otherwise` before all. */
function mostOften(numbers: readonly number[], otherwise: number): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = otherwise;
  for (const [number, count] of counts) if (count > (counts.get(best) ?? 0)) best = number;
  return best;
}
