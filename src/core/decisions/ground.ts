import { isSpace } from '../text/characters';
import type { Span } from '../text/span';

const HASH = 0x23;
const WIDE_HASH = 0xff03;

/** A text without white space and heading marks, and where each unit of it stood; one more place for the end. */
export interface Bare {
  readonly text: string;
  readonly at: Int32Array;
}

/**
 * A text in which passages are looked for. What is dear to work out is worked out when it is first asked, once a text.
 *
 * Two things of a text change without its words changing: its white space, for re-stitching joins lines, and its heading
 * marks. So passages are compared bare of both.
 */
export class Ground {
  #bare: Bare | undefined;
  #pairs: Int32Array | undefined;

  constructor(readonly text: string) {}

  get bare(): Bare {
    return (this.#bare ??= bareOf(this.text));
  }

  /** The place in the bare text of an offset of the text: of the first unit at or behind it. */
  toBare(offset: number): number {
    const { at } = this.bare;
    return lowerBound(at, Math.min(Math.max(offset, 0), this.text.length));
  }

  /** The span of the text behind a span of the bare text; an empty one stays empty. */
  fromBare([start, end]: Span): Span {
    const { at } = this.bare;
    const from = at[start] ?? this.text.length;
    return [from, end > start ? (at[end - 1] ?? this.text.length - 1) + 1 : from];
  }

  /** The number of code points before an offset: what the Web Annotation model counts positions in. */
  toPoints(offset: number): number {
    return offset - lowerBound(this.#surrogates, offset);
  }

  /** The offset of a code point; the end of the text for one behind it. */
  toUnits(points: number): number {
    const low = this.#surrogates;
    let from = 0;
    let to = low.length;
    // How many pairs end before this point: the n-th pair ends at the code point `low[n] - n`.
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((low[middle] ?? 0) - middle <= points) from = middle + 1;
      else to = middle;
    }
    return Math.min(points + from, this.text.length);
  }

  /** Offsets of the second halves of surrogate pairs, in order. */
  get #surrogates(): Int32Array {
    return (this.#pairs ??= secondHalves(this.text));
  }
}

/** A short text bare of white space and heading marks. */
export function bareText(text: string): string {
  return bareOf(text).text;
}

function bareOf(text: string): Bare {
  const at = new Int32Array(text.length + 1);
  const runs: string[] = [];
  let kept = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isSpace(code) && code !== HASH && code !== WIDE_HASH) {
      at[kept++] = i;
      continue;
    }
    if (start < i) runs.push(text.slice(start, i));
    start = i + 1;
  }
  if (start < text.length) runs.push(text.slice(start));
  at[kept] = text.length;
  return { text: runs.join(''), at: at.subarray(0, kept + 1) };
}

function secondHalves(text: string): Int32Array {
  const found: number[] = [];
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xdc00 || code > 0xdfff) continue;
    const before = text.charCodeAt(i - 1);
    if (before >= 0xd800 && before <= 0xdbff) found.push(i);
  }
  return Int32Array.from(found);
}

/** The number of places that are smaller than `wanted`. */
function lowerBound(places: Int32Array, wanted: number): number {
  let from = 0;
  let to = places.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
