import { isHan } from '../text/characters';
import { normalCodes } from '../text/normal';
import type { NgramModel } from './ngram';
import type { Node } from './node';

/** Text of one piece that is looked at, in characters: enough for its topic, bounded for a hostile one. */
const MOST = 1500;
/** The share of an article's bigrams that come from its own topic rather than from the language at large. */
const OWN = 0.25;

/** The distinct character bigrams of a text and how rare each is. */
export class Bag {
  readonly grams: Int32Array;

  constructor(grams: ReadonlySet<number>) {
    this.grams = Int32Array.from(grams);
  }
}

/** A bigram as one number. */
const key = (first: number, second: number): number => (first << 16) | second;

/** The distinct bigrams of a piece. */
export function bagOf(node: Node): Bag {
  const codes = normalCodes(node.piece.text, 0, node.piece.text.length, MOST);
  const grams = new Set<number>();
  for (let at = 0; at + 1 < codes.length; at++) {
    const first = codes[at] ?? 0;
    const second = codes[at + 1] ?? 0;
    if (isHan(first) && isHan(second)) grams.add(key(first, second));
  }
  return new Bag(grams);
}

/** How often each bigram stands in the pieces of an article, counted once a piece. */
export class Vocabulary {
  private readonly counts = new Map<number, number>();
  private size = 0;

  add(bag: Bag): void {
    for (const gram of bag.grams) this.counts.set(gram, (this.counts.get(gram) ?? 0) + 1);
    this.size += bag.grams.length;
  }

  /** In how many pieces a bigram stands. */
  count(gram: number): number {
    return this.counts.get(gram) ?? 0;
  }

  /** The sum of all counts. */
  get total(): number {
    return this.size;
  }
}

/** Background probabilities of bigrams, remembered for one page. */
export class Background {
  private readonly known = new Map<number, number>();

  constructor(private readonly model: NgramModel) {}

  probability(gram: number): number {
    let probability = this.known.get(gram);
    if (probability === undefined) {
      const codes = [(gram >>> 16) & 0xffff, gram & 0xffff];
      probability = (this.model.count(codes, 0, 2) + 0.7) / this.model.size;
      this.known.set(gram, probability);
    }
    return probability;
  }
}

/**
 * The log-likelihood ratio of a piece's bigrams under an article's vocabulary mixed into the language, against the
 * language alone. Shared rare bigrams (names, terms) count most.
 * @param own bags of the article that belong to the piece's own run and must not speak for it
 */
export function vocabularyRatio(bag: Bag, article: Vocabulary, own: readonly Bag[], background: Background): number {
  const ownCounts = new Map<number, number>();
  let ownSize = 0;
  for (const one of own) {
    ownSize += one.grams.length;
    for (const gram of one.grams) ownCounts.set(gram, (ownCounts.get(gram) ?? 0) + 1);
  }
  const size = article.total - ownSize;
  if (size <= 0 || bag.grams.length === 0) return 0;
  let sum = 0;
  for (const gram of bag.grams) {
    const count = article.count(gram) - (ownCounts.get(gram) ?? 0);
    sum += count > 0 ? Math.log(1 - OWN + (OWN * count) / (size * background.probability(gram))) : Math.log(1 - OWN);
  }
  return sum;
}

/** The rarest words or names two texts share, for the reason in words. */
export function sharedTerms(left: string, right: string, model: NgramModel, most: number): string[] {
  const a = left.slice(0, MOST * 4);
  const found = new Map<string, number>();
  const text = right.slice(0, MOST);
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
