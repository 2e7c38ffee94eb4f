import type { Decision } from '../page/decision';
import { bySpan, type Span } from '../text/span';

/** Where a passage of the old text stands in the new one. */
export interface Place {
  readonly from: Span;
  readonly to: number;
}

/**
 * Decisions about a text in the places of another that was put together of its passages.
 * @param places in the order of the old text; what stands between them is white space or was not written
 */
export function carryDecisions(decisions: readonly Decision[], places: readonly Place[]): readonly Decision[] {
  if (decisions.length === 0) return decisions;
  const ordered = [...places].sort((a, b) => bySpan(a.from, b.from));
  const at = (offset: number): number => carried(ordered, offset);
  const behind = (end: number): number => carriedEnd(ordered, end);
  /** The end stays behind the character before it; where that stands above the beginning now, the passage that begins it is left. */
  const span = ([start, end]: Span): Span => {
    const from = at(start);
    if (end <= start) return [from, from];
    const to = behind(end);
    return [from, to > from ? to : Math.max(from, endOfPassage(ordered, start))];
  };
  return decisions.map((decision): Decision => {
    switch (decision.kind) {
      case 'join':
      case 'follow':
      case 'apart':
        return { ...decision, left: tail(decision.left, at, behind), right: span(decision.right) };
      case 'role':
      case 'ignore':
        return { ...decision, span: span(decision.span) };
      case 'split':
      case 'begin':
        return { ...decision, at: at(decision.at) };
    }
  });
}

/** What follows a passage is asked at its end only: its beginning may have been carried elsewhere. */
function tail([start, end]: Span, at: (offset: number) => number, behind: (end: number) => number): Span {
  const last = end > start ? behind(end) - 1 : at(start);
  const first = at(start);
  return [first <= last && last - first <= end - start ? first : last, last + 1];
}

/** The first passage that ends behind an offset, or the last. */
function passageAt(places: readonly Place[], offset: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.from[1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The new place of the end of a span: behind the character before it, and of white space behind a passage with that passage, not with the one below. */
function carriedEnd(places: readonly Place[], end: number): number {
  const low = passageAt(places, end - 1);
  const last = places[places.length - 1];
  if (last !== undefined && last.from[1] < end) return endOfPassage(places, end);
  const before = places[low - 1];
  return before !== undefined && (places[low]?.from[0] ?? 0) >= end ? before.to + before.from[1] - before.from[0] : carried(places, end - 1) + 1;
}

/** Where the passage in which an offset lies, or the one behind it, ends now. */
function endOfPassage(places: readonly Place[], offset: number): number {
  const place = places[passageAt(places, offset)];
  return place === undefined ? offset : place.to + place.from[1] - place.from[0];
}

/** The new place of an offset; between two passages, that of the one behind it. */
function carried(places: readonly Place[], offset: number): number {
  const place = places[passageAt(places, offset)];
  if (place === undefined) return offset;
  const [start, end] = place.from;
  // What lies behind all passages stays there.
  if (end <= offset) return places.reduce((most, { from, to }) => Math.max(most, to + from[1] - from[0]), 0);
  return place.to + Math.max(0, offset - start);
}
