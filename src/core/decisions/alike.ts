import type { Span } from '../text/span';

/** A quotation that is not found word for word, bare of white space, and the place near which it is expected. */
export interface Wanted {
  readonly quote: string;
  readonly near: number;
}

/** Units of a gram; three Chinese characters are nearly a fingerprint. */
const gram = 3;
/** A quotation shorter than this is too little to be known by a part of it. */
export const shortestAlike = 8;
/** The part of a quotation's grams that a place must have to be taken for it. */
const enough = 0.5;
/** The same gram counts in so many places of all quotations, so that hostile repetition stays cheap. */
const mostOfAGram = 16;

interface Hit {
  readonly at: number;
  readonly offset: number;
}

/** One quotation while the text goes by: the hits of the last stretch as long as itself, and the best stretch so far. */
interface Search {
  readonly wanted: Wanted;
  readonly window: Hit[];
  first: number;
  best: number;
  bestEnd: number;
}

/**
 * Finds, for each quotation, the stretch of a text most like it: the one that shares most grams with it, the nearest to its
 * place of those that share as many. One pass over the text for all quotations together; linear in the text.
 * @param text bare of white space
 * @returns spans of `text`; `undefined` where less than half of a quotation is there
 */
export function findAlike(text: string, quotes: readonly Wanted[]): (Span | undefined)[] {
  const searches = quotes.map((wanted): Search => ({ wanted, window: [], first: 0, best: 0, bestEnd: -1 }));
  const places = placesOfGrams(quotes);
  if (places.size === 0) return quotes.map(() => undefined);
  for (let at = 0; at + gram <= text.length; at++) {
    const hits = places.get(keyAt(text, at));
    if (hits === undefined) continue;
    for (const { index, offset } of hits) {
      const search = searches[index];
      if (search !== undefined) take(search, { at, offset });
    }
  }
  return searches.map((search) => stretchOf(text, search));
}

function take(search: Search, hit: Hit): void {
  const { window, wanted } = search;
  const reach = reachOf(wanted.quote);
  window.push(hit);
  while ((window[search.first]?.at ?? hit.at) + reach < hit.at) search.first++;
  if (search.first > 4096) {
    window.splice(0, search.first);
    search.first = 0;
  }
  const count = window.length - search.first;
  const distance = (end: number): number => Math.abs(end - wanted.near - wanted.quote.length);
  if (count > search.best || (count === search.best && distance(hit.at) < distance(search.bestEnd))) {
    search.best = count;
    search.bestEnd = hit.at;
  }
}

/** The best stretch, its ends put where the quotation's would be. */
function stretchOf(text: string, { wanted: { quote }, best, bestEnd }: Search): Span | undefined {
  const grams = quote.length - gram + 1;
  if (quote.length < shortestAlike || best < grams * enough) return undefined;
  const own = placesOfGrams([{ quote, near: 0 }]);
  const hits: Hit[] = [];
  for (let at = Math.max(0, bestEnd - reachOf(quote)); at <= bestEnd; at++) {
    for (const { offset } of own.get(keyAt(text, at)) ?? []) hits.push({ at, offset });
  }
  // A gram that stands twice hits beside the mark: only hits near the middle displacement count.
  const displaced = hits.map(({ at, offset }) => at - offset).sort((a, b) => a - b);
  const middle = displaced[displaced.length >> 1] ?? 0;
  const slack = Math.max(8, quote.length / 4);
  const kept = hits.filter(({ at, offset }) => Math.abs(at - offset - middle) <= slack);
  const met = new Set(kept.map(({ offset }) => offset));
  const first = kept[0];
  const last = kept[kept.length - 1];
  if (first === undefined || last === undefined || met.size < grams * enough) return undefined;
  const start = Math.max(0, first.at - first.offset);
  return [start, Math.max(start, Math.min(text.length, last.at + quote.length - last.offset))];
}

/** How far apart the first and the last gram of a quotation may have come. */
function reachOf(quote: string): number {
  return Math.ceil(quote.length * 1.25) + 8;
}

function placesOfGrams(quotes: readonly Wanted[]): Map<number, { readonly index: number; readonly offset: number }[]> {
  const places = new Map<number, { index: number; offset: number }[]>();
  quotes.forEach(({ quote }, index) => {
    if (quote.length < shortestAlike) return;
    for (let offset = 0; offset + gram <= quote.length; offset++) {
      const key = keyAt(quote, offset);
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ index, offset }]);
      else if (known.length < mostOfAGram) known.push({ index, offset });
    }
  });
  return places;
}

/** Three units as one number: 48 bits, which a double holds. */
function keyAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x1_0000_0000 + text.charCodeAt(at + 1) * 0x1_0000 + text.charCodeAt(at + 2);
}
