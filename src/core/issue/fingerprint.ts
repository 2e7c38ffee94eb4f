import { isDigit, isHan, isLatin } from '../text/characters';
import { simplified } from '../roles/traditional';

/**
 * What a text is recognised by in another place: signs, spaces and width do not count, traditional characters are simplified ones.
 * The sketch is the smallest hashes of its shingles (a bottom-k sketch: A. Broder, On the resemblance and containment of
 * documents, 1997); of a short text these are all of them, so that it is compared in full.
 */
export interface Fingerprint {
  /** Characters that count. */
  readonly length: number;
  /** The same for the same characters. */
  readonly hash: string;
  /** The smallest hashes of its shingles, in order, each once. */
  readonly sketch: readonly number[];
  /** Whether the sketch holds all of them. */
  readonly whole: boolean;
}

/** Characters a shingle. Two stories of one subject share many words, but few runs of six characters. */
const SHINGLE = 6;
const MOST_HASHES = 256;

/** The characters of a text that count when it is compared: Chinese ones, letters, digits. */
export function comparable(text: string): string {
  const folded = simplified(text);
  const kept: string[] = [];
  let from = -1;
  for (let at = 0; at <= folded.length; at++) {
    const code = at < folded.length ? folded.charCodeAt(at) : 0;
    const counts = isHan(code) || isDigit(code) || isLatin(code);
    if (counts && from < 0) from = at;
    if (!counts && from >= 0) {
      kept.push(folded.slice(from, at));
      from = -1;
    }
  }
  return kept.join('').replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).toLowerCase();
}

export function fingerprintOf(text: string): Fingerprint {
  const characters = comparable(text);
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= characters.length; at++) hashes.add(hash(characters, at, at + SHINGLE, 0x811c9dc5));
  const sketch = [...hashes].sort((a, b) => a - b);
  const whole = sketch.length <= MOST_HASHES;
  const both = [0x811c9dc5, 0x2545f491].map((seed) => hash(characters, 0, characters.length, seed).toString(36));
  return { length: characters.length, hash: both.join('.'), sketch: whole ? sketch : sketch.slice(0, MOST_HASHES), whole };
}

/** What two texts share: of all shingles of both, and of those of each; exact where both sketches are whole, else an estimate. */
export interface Likeness {
  readonly both: number;
  readonly ofFirst: number;
  readonly ofSecond: number;
}

export function likeness(a: Fingerprint, b: Fingerprint): Likeness {
  if (a.sketch.length === 0 || b.sketch.length === 0) return { both: 0, ofFirst: 0, ofSecond: 0 };
  // Below the smaller of the last hashes each sketch knows all there is of its text.
  const reach = Math.min(a.whole ? Infinity : lastOf(a), b.whole ? Infinity : lastOf(b));
  let [shared, ofA, ofB] = [0, 0, 0];
  for (let i = 0, j = 0; ; ) {
    const left = a.sketch[i] ?? Infinity;
    const right = b.sketch[j] ?? Infinity;
    if (Math.min(left, right) > reach || (left === Infinity && right === Infinity)) break;
    if (left <= right) [ofA, i] = [ofA + 1, i + 1];
    if (right <= left) [ofB, j] = [ofB + 1, j + 1];
    if (left === right) shared++;
  }
  const all = ofA + ofB - shared;
  return { both: shared / Math.max(1, all), ofFirst: shared / Math.max(1, ofA), ofSecond: shared / Math.max(1, ofB) };
}

const lastOf = ({ sketch }: Fingerprint): number => sketch[sketch.length - 1] ?? Infinity;

/** FNV-1a over UTF-16 units, then the last steps of MurmurHash3, so that the small hashes are a fair sample. */
function hash(text: string, from: number, to: number, seed: number): number {
  let value = seed;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
