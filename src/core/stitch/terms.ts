import { isHan } from '../text/characters';
import { normalCodes } from '../text/normal';
import type { NgramModel } from './ngram';

/** Text that is looked at for shared words, in characters. */
const MOST_READ = 1500;
/** Characters of the longest word. */
const LONGEST = 4;
const HASHED = 1 << 13;

/** The rarest words or names two texts share, for the reason in words. */
export function sharedTerms(left: string, right: string, model: NgramModel, most: number): string[] {
  const known = left.slice(0, MOST_READ * 4);
  const text = right.slice(0, MOST_READ);
  const pairs = pairsOf(known);
  const found = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const length = sharedFrom(text, at, known, pairs);
    if (length < 2) continue;
    const term = text.slice(at, at + length);
    const codes = normalCodes(term);
    const count = model.count(codes, 0, codes.length);
    // Rare in the language, and longer is stronger.
    found.set(term, Math.log(model.size / (count + 1)) * length);
    at += length - 1;
  }
  return [...found].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, most).map(([term]) => term);
}

/** How many Chinese characters of a text, from a place on, the other text has just so; 0 when it has not two. */
function sharedFrom(text: string, at: number, known: string, pairs: Uint8Array): number {
  let length = 0;
  while (length < LONGEST && isWhole(text.charCodeAt(at + length)) && (length === 0 || pairs[pairAt(text, at + length - 1)] === 1)) length++;
  while (length >= 2 && !known.includes(text.slice(at, at + length))) length--;
  return length < 2 ? 0 : length;
}

/** A Chinese character that is one code unit: a term must not begin or end with half of one. */
const isWhole = (code: number): boolean => isHan(code) && (code < 0xd800 || code > 0xdfff);

/** One for all: nobody marks while somebody else looks. */
const PAIRS = new Uint8Array(HASHED);

/** Marks the pairs of characters that a text has; by a hash, so that a mark may stand for another pair. */
function pairsOf(text: string): Uint8Array {
  const pairs = PAIRS.fill(0);
  let first = text.charCodeAt(0);
  for (let at = 1; at < text.length; at++) {
    const second = text.charCodeAt(at);
    pairs[pairOf(first, second)] = 1;
    first = second;
  }
  return pairs;
}

const pairOf = (first: number, second: number): number => ((first * 31) ^ (second * 17)) & (HASHED - 1);
const pairAt = (text: string, at: number): number => pairOf(text.charCodeAt(at), text.charCodeAt(at + 1));
