import { isHan } from '../text/characters';
import { slotBits, slotOf, slotsLength } from './bigramSlots';
import { leadsOf, telling, type Fits } from './fits';
import { NGRAM_SEED, countOf, mix, type NgramModel } from './ngram';
import { Meanings } from './vectors';

/** The share of an article's bigrams that come from its own topic rather than from the language at large. */
const OWN = 0.02;
/** Bigrams of one name are no independent witnesses: evidence grows more slowly than their number. */
const GROWTH = 0.4;
/** A bigram that stands in more pieces than this says nothing of topics. */
const MOST_PIECES = 40;
/** Distinct bigrams of a text from which on it tells all it can by sharing nothing. */
const ENOUGH = 80;

/** Pieces of a page as articles, for asking how well words fit. */
export interface Grouping {
  /** The places of each article's pieces in reading order. */
  readonly chains: readonly (readonly number[])[];
  /** The place of each article's headline, -1 where it has none. */
  readonly heads: readonly number[];
  /** How many pieces from each on are judged together with it; they stand in one chain, one behind the other. */
  readonly runs: Int32Array;
}

/** Where pieces stand: the article of each, its place in that, and the bigrams that stand before it there. */
interface Standing {
  readonly articleOf: Int32Array;
  readonly placeIn: Int32Array;
  readonly before: Int32Array;
}

/** The distinct bigrams of each piece of a page, and in which pieces each stands; those that stand in several are kept. */
export class Topics {
  private readonly n: number;
  /** Distinct bigrams of each piece, kept or not. */
  private readonly sizes: Int32Array;
  /** Where the places of each bigram begin in `places`. */
  private readonly starts: Int32Array;
  /** By what the evidence of each piece is divided, {@link scaleOf}. */
  private readonly scales: Float64Array;
  /** The pieces of each bigram, in the order of the page. */
  private readonly places: Int32Array;
  private readonly meanings: Meanings;
  /** {@link OWN} over each bigram's probability in the language. */
  private readonly rarity: Float64Array;

  constructor(texts: readonly (readonly number[])[], model: NgramModel) {
    this.n = texts.length;
    this.sizes = new Int32Array(this.n);
    const { keys, counts, occurrences } = collect(texts, this.sizes);
    this.meanings = new Meanings(model.vectors.sums(keys, occurrences, this.sizes));
    this.scales = new Float64Array(this.n);
    for (let piece = 0; piece < this.n; piece++) this.scales[piece] = scaleOf(this.sizes[piece] ?? 0);
    // Numbers for what is kept only: most bigrams stand in one piece.
    const kept = new Int32Array(keys.length).fill(-1);
    const hashes = new Int32Array(keys.length);
    const starts: number[] = [0];
    let size = 0;
    for (let gram = 0; gram < keys.length; gram++) {
      const count = counts[gram] ?? 0;
      if (count < 2 || count > MOST_PIECES) continue;
      const key = keys[gram] ?? 0;
      kept[gram] = size;
      hashes[size] = mix(mix(NGRAM_SEED, key & 0xffff), key >>> 16);
      starts.push((starts[size++] ?? 0) + count);
    }
    const steps = new Uint8Array(size);
    model.steps(hashes, size, steps);
    const rarity = new Float64Array(size);
    for (let gram = 0; gram < size; gram++) rarity[gram] = (OWN * model.size) / (countOf(steps[gram] ?? 0) + 0.7);
    this.starts = Int32Array.from(starts);
    this.rarity = rarity;
    this.places = new Int32Array(this.starts[size] ?? 0);
    const filled = this.starts.slice();
    for (let piece = 0, at = 0; piece < this.n; piece++) {
      for (let i = 0; i < (this.sizes[piece] ?? 0); i++, at++) {
        const gram = kept[occurrences[at] ?? 0] ?? 0;
        if (gram < 0) continue;
        this.places[filled[gram] ?? 0] = piece;
        filled[gram] = (filled[gram] ?? 0) + 1;
      }
    }
  }

  /**
   * How well the words of each piece fit each other piece by itself, in natural logarithms, against how well they fit the others:
   * two halves of one paragraph, and neighbouring paragraphs, share more names than two parts of one article.
   * @returns for each piece (row) what each other one (column) says for it
   */
  kinship(): Float64Array {
    const { n, starts, places, rarity, sizes } = this;
    const kin = new Float64Array(n * n);
    for (let gram = 0; gram < rarity.length; gram++) {
      const end = starts[gram + 1] ?? 0;
      for (let j = starts[gram] ?? 0; j < end; j++) {
        const other = places[j] ?? 0;
        const speaks = Math.log(1 - OWN + (rarity[gram] ?? 0) / (sizes[other] ?? 1));
        for (let i = starts[gram] ?? 0; i < end; i++) {
          const at = (places[i] ?? 0) * n + other;
          if (i !== j) kin[at] = (kin[at] ?? 0) + speaks;
        }
      }
    }
    for (let piece = 0; piece < n; piece++) {
      const scale = this.scales[piece] ?? 1;
      const first = piece * n;
      let sum = 0;
      for (let at = first; at < first + n; at++) sum += kin[at] ?? 0;
      const mean = sum / n;
      // Most others share nothing with it.
      const nothing = telling(0 - mean / scale);
      for (let at = first; at < first + n; at++) kin[at] = kin[at] === 0 ? nothing : telling(((kin[at] ?? 0) - mean) / scale);
    }
    return kin;
  }

  /**
   * How well the words of each piece, with the pieces judged together with it, fit each article, in natural logarithms:
   * the log-likelihood ratio of their bigrams under the article's vocabulary mixed into the language, against the
   * language alone. Shared rare bigrams (names, terms) count most. Of its own article only what stands before a
   * piece speaks for it: the rest would go with it wherever it goes.
   */
  fits(grouping: Grouping): Fits {
    const { n } = this;
    const { chains, heads, runs } = grouping;
    const articleOf = new Int32Array(n).fill(-1);
    const placeIn = new Int32Array(n);
    const before = new Int32Array(n);
    const sizes = new Int32Array(chains.length);
    chains.forEach((chain, article) => {
      chain.forEach((piece, place) => {
        articleOf[piece] = article;
        placeIn[piece] = place;
        before[piece] = sizes[article] ?? 0;
        sizes[article] = (sizes[article] ?? 0) + (this.sizes[piece] ?? 0);
      });
    });
    const values = new Float64Array(chains.length * n);
    this.addUp(values, sizes, { articleOf, placeIn, before }, runs);
    const judged = this.judged(runs);
    const stands = (piece: number): number => {
      const article = articleOf[piece - 1] ?? -1;
      return articleOf[piece] === article ? (before[piece] ?? 0) : (sizes[article] ?? 0);
    };
    const neighbours = this.neighbours(values, articleOf, judged, stands);
    this.level(values, chains.length, judged);
    return { articleOf, values, answers: this.answers(heads, runs), near: this.meanings.nearness(grouping), ...neighbours, ...leadsOf(values, n) };
  }

  /** Distinct bigrams of each piece and of those judged together with it. */
  private judged(runs: Int32Array): Float64Array {
    const judged = new Float64Array(this.n);
    for (let piece = 0; piece < this.n; piece++) for (let i = 0; i < (runs[piece] ?? 0); i++) judged[piece] = (judged[piece] ?? 0) + (this.sizes[piece + i] ?? 0);
    return judged;
  }

  /**
   * How each piece fits what stands right above it, by itself.
   * @param stands the bigrams of the part of an article that stands above a piece
   */
  private neighbours(values: Float64Array, articleOf: Int32Array, judged: Float64Array, stands: (piece: number) => number): Pick<Fits, 'above' | 'strange'> {
    const { n } = this;
    const above = new Float64Array(n);
    const strange = new Float64Array(n);
    for (let piece = 1; piece < n; piece++) {
      const article = articleOf[piece - 1] ?? -1;
      if (article < 0) continue;
      const size = judged[piece] ?? 0;
      const tells = telling((values[article * n + piece] ?? 0) / scaleOf(size));
      above[piece] = tells;
      strange[piece] = Math.max(0, 1 - tells) * Math.min(1, size / ENOUGH) * Math.min(1, stands(piece) / ENOUGH);
    }
    return { above, strange };
  }

  /** What each article has in common with each piece: all of one it does not belong to, of its own what stands before it. */
  private addUp(values: Float64Array, sizes: Int32Array, { articleOf, placeIn, before }: Standing, runs: Int32Array): void {
    const { n, starts, places, rarity } = this;
    const counts = new Int32Array(sizes.length);
    const met = new Int32Array(sizes.length);
    for (let gram = 0, begin = 0; gram < rarity.length; gram++) {
      const end = starts[gram + 1] ?? 0;
      const rare = rarity[gram] ?? 0;
      let articles = 0;
      let again = false;
      for (let i = begin; i < end; i++) {
        const article = articleOf[places[i] ?? 0] ?? 0;
        if (article < 0) continue;
        const count = counts[article] ?? 0;
        if (count === 0) met[articles++] = article;
        else again = true;
        counts[article] = count + 1;
      }
      for (let a = 0; a < articles; a++) {
        const article = met[a] ?? 0;
        const count = counts[article] ?? 0;
        counts[article] = 0;
        // All that have it are of this article.
        if (count === end - begin) continue;
        const speaks = Math.log(1 - OWN + (count * rare) / (sizes[article] ?? 0));
        const row = article * n;
        let last = -1;
        for (let i = begin; i < end; i++) {
          const piece = places[i] ?? 0;
          if (articleOf[piece] !== article) {
            // Every run that holds the piece and did not hold the bigram before.
            for (let first = piece; first > last && piece - first < (runs[first] ?? 0); first--) values[row + first] = (values[row + first] ?? 0) + speaks;
          }
          last = piece;
        }
      }
      // Most bigrams stand in no article twice.
      if (again) this.addOwn(begin, end, rare, values, articleOf, placeIn, before, runs);
      begin = end;
    }
  }

  /** What the part of its own article that stands before a piece has in common with it: one bigram, whose places are these. */
  private addOwn(begin: number, end: number, rare: number, values: Float64Array, articleOf: Int32Array, placeIn: Int32Array, before: Int32Array, runs: Int32Array): void {
    const { n, places } = this;
    let last = -1;
    for (let i = begin; i < end; i++) {
      const piece = places[i] ?? 0;
      const article = articleOf[piece] ?? 0;
      for (let first = piece; article >= 0 && first > last && piece - first < (runs[first] ?? 0); first--) {
        const place = placeIn[first] ?? 0;
        let count = 0;
        for (let j = begin; j < end; j++) {
          const other = places[j] ?? 0;
          if (articleOf[other] === article && (placeIn[other] ?? 0) < place) count++;
        }
        if (count === 0) continue;
        const at = article * n + first;
        values[at] = (values[at] ?? 0) + Math.log(1 - OWN + (count * rare) / (before[first] ?? 0));
      }
      last = piece;
    }
  }

  /**
   * How many words of each headline a piece, with those judged together with it, takes up, against the other headlines of the page: a headline names
   * what its story comes back to. As {@link fits} for each article and piece.
   */
  private answers(heads: readonly number[], runs: Int32Array): Float64Array {
    const { n, starts, places, rarity, sizes } = this;
    const values = new Float64Array(heads.length * n);
    const articleOf = new Int32Array(n).fill(-1);
    heads.forEach((head, article) => {
      if (head >= 0) articleOf[head] = article;
    });
    for (let gram = 0; gram < rarity.length; gram++) {
      const end = starts[gram + 1] ?? 0;
      for (let i = starts[gram] ?? 0; i < end; i++) {
        const head = places[i] ?? 0;
        const article = articleOf[head] ?? -1;
        if (article < 0) continue;
        const size = sizes[head] ?? 1;
        const speaks = Math.log(1 - OWN + (rarity[gram] ?? 0) / size) / (this.scales[head] ?? 1);
        let last = -1;
        for (let j = starts[gram] ?? 0; j < end; j++) {
          const piece = places[j] ?? 0;
          // Every run that holds the piece and did not hold the bigram before.
          if (piece !== head) for (let first = piece; first > last && piece - first < (runs[first] ?? 0); first--) values[article * n + first] = (values[article * n + first] ?? 0) + speaks;
          last = piece;
        }
      }
    }
    const headed = heads.filter((head) => head >= 0).length;
    for (let piece = 0; piece < n; piece++) {
      let sum = 0;
      for (let at = piece; at < values.length; at += n) sum += values[at] ?? 0;
      const nothing = telling(0 - sum / headed);
      for (let article = 0, at = piece; article < heads.length; article++, at += n) {
        if ((heads[article] ?? -1) >= 0) values[at] = values[at] === 0 ? nothing : telling((values[at] ?? 0) - sum / headed);
      }
    }
    return values;
  }

  /** Scales what was added up by the length of each run, and measures it against the mean of all articles. */
  private level(values: Float64Array, articles: number, judged: Float64Array): void {
    const { n } = this;
    for (let piece = 0; piece < n; piece++) {
      const scale = scaleOf(judged[piece] ?? 0);
      let sum = 0;
      for (let at = piece; at < values.length; at += n) sum += (values[at] ?? 0);
      const mean = sum / scale / Math.max(1, articles);
      const nothing = telling(0 - mean);
      for (let at = piece; at < values.length; at += n) values[at] = values[at] === 0 ? nothing : telling((values[at] ?? 0) / scale - mean);
    }
  }
}

/** By what the evidence of so many bigrams is divided. */
const scaleOf = (size: number): number => Math.pow(Math.max(1, size), GROWTH);

/**
 * The distinct bigrams of a page's texts, numbered as they are met: the key of each (its two characters) and in how many
 * texts it stands; and one text after the other, the numbers of its bigrams, each once.
 * @param sizes takes how many each text has
 */
function collect(texts: readonly (readonly number[])[], sizes: Int32Array): { keys: Int32Array; counts: Int32Array; occurrences: Int32Array } {
  const length = texts.reduce((sum, codes) => sum + codes.length, 0);
  const bits = slotBits(length);
  const slots = emptySlots(slotsLength(bits));
  const keys = new Int32Array(length);
  const counts = new Int32Array(length);
  const seenIn = new Int32Array(length).fill(-1);
  const occurrences = new Int32Array(length);
  let grams = 0;
  let total = 0;
  for (let piece = 0; piece < texts.length; piece++) {
    const codes = texts[piece] ?? [];
    const from = total;
    let previous = 0;
    for (const code of codes) {
      const first = previous;
      previous = isHan(code) ? code : 0;
      if (first === 0 || previous === 0) continue;
      const key = (first << 16) | code;
      const slot = slotOf(slots, bits, key);
      if (slots[slot] === 0) {
        slots[slot] = key;
        slots[slot + 1] = grams;
        keys[grams++] = key;
      }
      const gram = slots[slot + 1] ?? 0;
      if (seenIn[gram] === piece) continue;
      seenIn[gram] = piece;
      counts[gram] = (counts[gram] ?? 0) + 1;
      occurrences[total++] = gram;
    }
    sizes[piece] = total - from;
  }
  return { keys: keys.subarray(0, grams), counts, occurrences };
}

/** Slots for a page of some ten thousand characters, kept from page to page. */
const SLOTS = new Int32Array(1 << 15);

function emptySlots(count: number): Int32Array {
  return count > SLOTS.length ? new Int32Array(count) : SLOTS.subarray(0, count).fill(0);
}
