import { isHan } from '../text/characters';
import { normalCodes } from '../text/normal';
import type { NgramModel } from './ngram';

/** The share of an article's bigrams that come from its own topic rather than from the language at large. */
const OWN = 0.02;
/** Bigrams of one name are no independent witnesses: evidence grows more slowly than their number. */
const GROWTH = 0.4;
/** A bigram that stands in more pieces than this says nothing of topics. */
const MOST_PIECES = 40;
/** Kinship counts at most this much, for or against. */
const MOST_KIN = 6;
const TABLE_BITS = 15;

/** The distinct bigrams of each piece of a page, and in which pieces each stands. */
export class Topics {
  /** The bigrams of each piece, numbered as they are met on the page. */
  private readonly grams: readonly Int32Array[];
  /** The pieces of each bigram. */
  private readonly pieces: number[][] = [];
  /** The reciprocal of each bigram's probability in the language. */
  private readonly rarity: number[] = [];

  constructor(texts: readonly (readonly number[])[], model: NgramModel) {
    const keys = new Int32Array(1 << TABLE_BITS);
    const ids = new Int32Array(1 << TABLE_BITS).fill(-1);
    const overflow = new Map<number, number>();
    const idOf = (first: number, second: number): number => {
      const key = (first << 16) | second;
      let slot = (Math.imul(key, 0x9e3779b1) >>> 0) >>> (32 - TABLE_BITS);
      for (let tries = 0; tries < 16; tries++, slot = (slot + 1) & ((1 << TABLE_BITS) - 1)) {
        const id = ids[slot] ?? -1;
        if (id >= 0 && keys[slot] === key) return id;
        if (id >= 0) continue;
        keys[slot] = key;
        ids[slot] = this.add(first, second, model);
        return ids[slot] ?? 0;
      }
      // A page of very many different pairs of characters.
      let id = overflow.get(key);
      if (id === undefined) overflow.set(key, (id = this.add(first, second, model)));
      return id;
    };
    this.grams = texts.map((codes, piece) => {
      const found: number[] = [];
      for (let at = 0; at + 1 < codes.length; at++) {
        const first = codes[at] ?? 0;
        const second = codes[at + 1] ?? 0;
        if (!isHan(first) || !isHan(second)) continue;
        const id = idOf(first, second);
        const places = this.pieces[id] ?? [];
        if (places[places.length - 1] === piece) continue;
        places.push(piece);
        found.push(id);
      }
      return Int32Array.from(found);
    });
  }

  private add(first: number, second: number, model: NgramModel): number {
    this.pieces.push([]);
    const count = model.count([first, second], 0, 2);
    this.rarity.push(model.size / (count + 0.7));
    return this.pieces.length - 1;
  }

  /**
   * How well the words of each piece fit each other piece by itself, in natural logarithms, against how well they fit the others:
   * two halves of one paragraph, and neighbouring paragraphs, share more names than two parts of one article.
   * @returns for each piece (row) what the pieces before it (columns) would say for it
   */
  kinship(): Float64Array {
    const n = this.grams.length;
    const kin = new Float64Array(n * n);
    this.grams.forEach((grams, piece) => {
      const row = piece * n;
      for (const gram of grams) {
        const places = this.pieces[gram] ?? [];
        if (places.length === 1 || places.length > MOST_PIECES) continue;
        const rarity = OWN * (this.rarity[gram] ?? 0);
        for (const place of places) if (place !== piece) kin[row + place] = (kin[row + place] ?? 0) + Math.log(1 - OWN + rarity / (this.grams[place]?.length ?? 1));
      }
      const scale = Math.pow(Math.max(1, grams.length), GROWTH);
      let mean = 0;
      for (let place = 0; place < n; place++) mean += (kin[row + place] ?? 0) / n;
      for (let place = 0; place < n; place++) kin[row + place] = Math.max(-MOST_KIN, Math.min(MOST_KIN, ((kin[row + place] ?? 0) - mean) / scale));
    });
    return kin;
  }

  /**
   * How well the words of a run fit each article, in natural logarithms: the log-likelihood ratio of the run's bigrams
   * under the article's vocabulary mixed into the language, against the language alone. Shared rare bigrams (names,
   * terms) count most.
   * @param run the places of the run's pieces
   * @param rest the pieces that must not speak for it
   * @param articleOf the article of each piece, -1 for none
   * @param articles number of articles
   */
  fits(run: readonly number[], rest: readonly number[], articleOf: Int32Array, articles: number): Float64Array {
    const silent = new Set(rest);
    const size = new Float64Array(articles);
    for (let piece = 0; piece < articleOf.length; piece++) {
      const article = articleOf[piece] ?? -1;
      if (article >= 0 && !silent.has(piece)) size[article] = (size[article] ?? 0) + (this.grams[piece]?.length ?? 0);
    }
    const sums = new Float64Array(articles);
    const counts = new Float64Array(articles);
    const met: number[] = [];
    const seen = new Set<number>();
    for (const piece of run) {
      for (const gram of this.grams[piece] ?? []) {
        const places = this.pieces[gram] ?? [];
        if (seen.has(gram)) continue;
        seen.add(gram);
        if (places.length === 1 || places.length > MOST_PIECES) continue;
        met.length = 0;
        for (const place of places) {
          const article = articleOf[place] ?? -1;
          if (article < 0 || silent.has(place)) continue;
          if (counts[article] === 0) met.push(article);
          counts[article] = (counts[article] ?? 0) + 1;
        }
        for (const article of met) {
          sums[article] = (sums[article] ?? 0) + Math.log(1 - OWN + (OWN * (counts[article] ?? 0) * (this.rarity[gram] ?? 0)) / (size[article] ?? 1));
          counts[article] = 0;
        }
      }
    }
    const judged = run.reduce((sum, piece) => sum + (this.grams[piece]?.length ?? 0), 0);
    const scale = Math.pow(Math.max(1, judged), GROWTH);
    return sums.map((sum) => sum / scale);
  }
}

/** Text that is looked at for shared words, in characters. */
const MOST_READ = 1500;

/** The rarest words or names two texts share, for the reason in words. */
export function sharedTerms(left: string, right: string, model: NgramModel, most: number): string[] {
  const a = left.slice(0, MOST_READ * 4);
  const found = new Map<string, number>();
  const text = right.slice(0, MOST_READ);
  for (let at = 0; at + 1 < text.length; at++) {
    for (let length = 4; length >= 2; length--) {
      const term = text.slice(at, at + length);
      if (term.length < length || !/^\p{Script=Han}+$/u.test(term) || !a.includes(term)) continue;
      const codes = normalCodes(term);
      const count = model.count(codes, 0, codes.length);
      // Rare in the language, and longer is stronger.
      found.set(term, Math.log(model.size / (count + 1)) * length);
      at += length - 1;
      break;
    }
  }
  return [...found].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, most).map(([term]) => term);
}
