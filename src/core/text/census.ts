import { isSpace } from './characters';

/** How often each character stands in a text, white space left aside. */
export interface Census {
  /** Characters that are no white space, heading marks not counted: what an editor calls the length of a page. */
  readonly characters: number;
  /** By code point; a lone surrogate counts as itself. */
  readonly counts: ReadonlyMap<number, number>;
  /** `#` signs in heading marks. */
  readonly marks: number;
}

export const HASH = 0x23;
const LONGEST_MARK = 6;

/** Counts by UTF-16 code unit, all 0 between two calls: to clear it for each of many short texts would take longer than to count them. */
const low = new Uint32Array(0x10000);

/** Counts the characters of a text in one pass. */
export function censusOf(text: string): Census {
  const met: number[] = [];
  const high = new Map<number, number>();
  let total = 0;
  let marks = 0;
  let lineStart = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) {
      lineStart ||= unit === 0x0a || unit === 0x0d || unit === 0x0c;
      continue;
    }
    if (lineStart && unit === HASH) marks += markAt(text, at);
    lineStart = false;
    total++;
    const point = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? unit) : unit;
    if (point > 0xffff) {
      high.set(point, (high.get(point) ?? 0) + 1);
      at++;
    } else {
      const count = low[point] ?? 0;
      if (count === 0) met.push(point);
      low[point] = count + 1;
    }
  }
  const counts = new Map<number, number>();
  for (const point of met.sort((a, b) => a - b)) {
    counts.set(point, low[point] ?? 0);
    low[point] = 0;
  }
  for (const [point, count] of high) counts.set(point, count);
  return { characters: total - marks, counts, marks };
}

/** Whether two texts have the same characters, as often; heading marks may differ. */
export function sameCharacters(one: Census, other: Census): boolean {
  if (one.characters !== other.characters) return false;
  for (const [point, count] of one.counts) if (point !== HASH && other.counts.get(point) !== count) return false;
  // As many in all, and as many of each that `one` has: then `other` has no more kinds, but for `#` in either.
  return bare(one) === bare(other);
}

/** `#` signs that mark no headline. */
const bare = ({ counts, marks }: Census): number => (counts.get(HASH) ?? 0) - marks;

/** The length of the heading mark at a place of a text: up to six `#` and white space, or the end, behind them; else 0. */
function markAt(text: string, at: number): number {
  let end = at;
  while (end - at < LONGEST_MARK && text.charCodeAt(end) === HASH) end++;
  return end === text.length || isSpace(text.charCodeAt(end)) ? end - at : 0;
}
