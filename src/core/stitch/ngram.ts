import { DualEncoder } from './dualEncoder';
import { BigramVectors, vectorsBytes } from './vectors';

/**
 * The character n-gram model: counts of n-grams up to five characters and of words, in a static
 * two-choice hash table with fingerprints (after the cuckoo filter of Fan et al., 2014, with a count
 * beside each fingerprint). Probabilities are interpolated over the orders with weights that depend on
 * how often the context was seen (Jelinek and Mercer, 1980; the bucketing is that of Chen and Goodman, 1998).
 *
 * Layout, little endian: magic `RSNG`, u16 version, u16 order, u32 buckets, u32 size of the training text, u32 words that
 * the dictionary's frequencies were counted on, then per order from 2 on 24 f32 weights, then buckets × 4 u16 slots
 * (10 bits fingerprint, 6 bits count). Behind them stand the vectors of bigrams, {@link BigramVectors}, and behind those a {@link DualEncoder}.
 */
export const MAGIC = 0x474e5352;
export const VERSION = 4;
export const ORDER = 5;
export const WEIGHTS_PER_ORDER = 24;
export const SLOTS = 4;
export const HEADER_BYTES = 20;
/** Steps of the stored count for each doubling. */
export const STEPS = 3;

/** Bytes before the slots. */
const HEADER = HEADER_BYTES + (ORDER - 1) * WEIGHTS_PER_ORDER * 4;

/** Tables of the same keys: an n-gram of running text, or a word of the lexicon. */
export const NGRAM_SEED = 0x51ed270b;
export const WORD_SEED = 0x2545f491;

const COUNTS = Float64Array.from({ length: 64 }, (_, step) => (step === 0 ? 0 : 2 ** ((step - 1) / STEPS)));

/** The stored step of a count, 1 to 63. */
export function stepOf(count: number): number {
  return Math.max(1, Math.min(63, 1 + Math.round(Math.log2(count) * STEPS)));
}

/** The count that a step stands for; 0 for step 0. */
export function countOf(step: number): number {
  return COUNTS[step] ?? 0;
}

/** The bucket of context weights for a count. */
export function weightBucket(count: number): number {
  return count < 1 ? 0 : Math.min(WEIGHTS_PER_ORDER - 1, 1 + Math.floor(Math.log2(count)));
}

/** Mixes one more character into a running hash. */
export function mix(hash: number, code: number): number {
  let next = Math.imul(hash ^ code, 0x9e3779b1);
  next ^= next >>> 15;
  return Math.imul(next, 0x85ebca6b);
}

/** Finishes a running hash into well-spread bits. */
function spread(hash: number): number {
  let next = hash ^ (hash >>> 16);
  next = Math.imul(next, 0xc2b2ae35);
  next ^= next >>> 13;
  next = Math.imul(next, 0x27d4eb2f);
  return (next ^ (next >>> 16)) >>> 0;
}

/** The two buckets and the fingerprint of a key. */
export function placesOf(hash: number, buckets: number): { first: number; second: number; print: number } {
  const a = spread(hash);
  const b = spread(hash ^ 0x5bd1e995);
  return { first: a % buckets, second: b % buckets, print: (Math.imul(a ^ (b >>> 7), 0x2c1b3c6d) >>> 22) & 0x3ff };
}

/**
 * How many bytes of a model file the n-grams take; the vectors and the encoder stand behind them.
 * @throws RangeError when it is no model file of this version
 */
export function ngramBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER || view.getUint32(0, true) !== MAGIC) throw new RangeError('not a seam model');
  if (view.getUint16(4, true) !== VERSION || view.getUint16(6, true) !== ORDER) throw new RangeError('a seam model of another version');
  const length = HEADER + view.getUint32(8, true) * SLOTS * 2;
  if (bytes.byteLength < length) throw new RangeError('a seam model cut short');
  return length;
}

/** Keys that are fetched together. */
const CHUNK = 64;

export class NgramModel {
  /** Characters of the training text. */
  readonly size: number;
  /** Words of running text behind the dictionary's frequencies. */
  readonly words: number;
  /** What bigrams are about; they stand in the same file. */
  readonly vectors: BigramVectors;
  /** What goes on with what; it stands behind them. */
  readonly encoder: DualEncoder;
  private readonly buckets: number;
  /** The slots, two and two: a bucket is two of these. */
  private readonly pairs: Int32Array;
  /** The weight of an order by the step of the context's count. */
  private readonly weightOfStep: Float64Array;
  private readonly perBucket: number;
  /** What {@link steps} works on. */
  private readonly firsts = new Int32Array(CHUNK);
  private readonly seconds = new Int32Array(CHUNK);
  private readonly prints = new Int32Array(CHUNK);
  private readonly fetched = new Int32Array(CHUNK);

  /**
   * @param bytes the content of a model file
   * @throws RangeError when they are no model of this version
   */
  constructor(bytes: Uint8Array) {
    const length = ngramBytes(bytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    const behind = length + vectorsBytes(bytes.subarray(length));
    this.vectors = new BigramVectors(bytes.subarray(length, behind));
    this.encoder = new DualEncoder(bytes.subarray(behind));
    this.buckets = view.getUint32(8, true);
    this.size = view.getUint32(12, true);
    this.words = view.getUint32(16, true);
    this.perBucket = 1 / this.buckets;
    this.weightOfStep = new Float64Array((ORDER - 1) * COUNTS.length);
    for (let i = 0; i < this.weightOfStep.length; i++) {
      const bucket = weightBucket(COUNTS[i % COUNTS.length] ?? 0);
      this.weightOfStep[i] = view.getFloat32(HEADER_BYTES + (Math.floor(i / COUNTS.length) * WEIGHTS_PER_ORDER + bucket) * 4, true);
    }
    // Copied, because the file's bytes may stand at an odd address and the machine may be big endian.
    if (new Uint8Array(new Uint16Array([1]).buffer)[0] === 1) {
      // Not `slice`: on Node's Buffer that shares the memory of the whole file.
      const copy = new Uint8Array(length - HEADER);
      copy.set(bytes.subarray(HEADER, length));
      this.pairs = new Int32Array(copy.buffer);
    } else {
      this.pairs = Int32Array.from({ length: this.buckets * 2 }, (_, i) => view.getInt32(HEADER + i * 4, true));
    }
  }

  /** The step of the count of a key, {@link stepOf}; 0 when it was not seen in training, or seldom. */
  private lookUp(hash: number): number {
    // As `placesOf`, without its object, and divided by multiplying: both matter where a page asks ten thousand times.
    const { pairs } = this;
    const a = spread(hash);
    const b = spread(hash ^ 0x5bd1e995);
    const print = (Math.imul(a ^ (b >>> 7), 0x2c1b3c6d) >>> 22) & 0x3ff;
    const first = this.remainder(a) * 2;
    const second = this.remainder(b) * 2;
    // Both buckets are fetched before either is looked at: memory is slow, and most keys are in neither.
    const pair = pairs[first] ?? 0;
    const other = pairs[second] ?? 0;
    return stepIn(pair, print) || stepIn(pairs[first + 1] ?? 0, print) || stepIn(other, print) || stepIn(pairs[second + 1] ?? 0, print);
  }

  /**
   * {@link step} of many n-grams at once. Memory is slow but gives much at a time: all that is needed is fetched before any of
   * it is looked at.
   * @param count how many of the hashes; the steps are written to `steps`
   */
  steps(hashes: Int32Array, count: number, steps: Uint8Array): void {
    const { pairs, firsts, seconds, prints } = this;
    for (let from = 0; from < count; from += CHUNK) {
      const length = Math.min(CHUNK, count - from);
      for (let i = 0; i < length; i++) {
        const hash = hashes[from + i] ?? 0;
        const a = spread(hash);
        const b = spread(hash ^ 0x5bd1e995);
        prints[i] = (Math.imul(a ^ (b >>> 7), 0x2c1b3c6d) >>> 22) & 0x3ff;
        firsts[i] = this.remainder(a) * 2;
        seconds[i] = this.remainder(b) * 2;
      }
      for (let i = 0; i < length; i++) this.fetched[i] = (pairs[firsts[i] ?? 0] ?? 0) ^ (pairs[seconds[i] ?? 0] ?? 0);
      for (let i = 0; i < length; i++) {
        const print = prints[i] ?? 0;
        const first = firsts[i] ?? 0;
        const second = seconds[i] ?? 0;
        steps[from + i] = stepIn(pairs[first] ?? 0, print) || stepIn(pairs[first + 1] ?? 0, print) || stepIn(pairs[second] ?? 0, print) || stepIn(pairs[second + 1] ?? 0, print);
      }
    }
  }

  /** The remainder of a division by the number of buckets. */
  private remainder(value: number): number {
    const { buckets } = this;
    const rest = value - Math.floor(value * this.perBucket) * buckets;
    return rest < 0 ? rest + buckets : rest >= buckets ? rest - buckets : rest;
  }

  /**
   * The step of the count of the n-gram with this hash, 0 when it was not seen. A hash begins with {@link NGRAM_SEED} and
   * takes the characters from the last to the first by {@link mix}. Steps compare as counts do.
   */
  step(hash: number): number {
    return this.lookUp(hash);
  }

  /** The count of the n-gram `codes[start, end)`, to within 12 %. */
  count(codes: ArrayLike<number>, start: number, end: number): number {
    return COUNTS[this.lookUp(hashOf(NGRAM_SEED, codes, start, end))] ?? 0;
  }

  /** How often the dictionary has the word `codes[start, end)` in {@link words} words; 0 for what is no word. */
  wordCount(codes: ArrayLike<number>, start: number, end: number): number {
    return COUNTS[this.lookUp(hashOf(WORD_SEED, codes, start, end))] ?? 0;
  }

  /** The probability of a character by itself, by the step of its count. Never nothing: one never seen is as rare as half a sighting. */
  alone(step: number): number {
    return ((COUNTS[step] ?? 0) + 0.5) / this.size;
  }

  /**
   * One step of interpolation: the probability with a context of `order - 1` characters.
   * @param seen the step of the context's count, not 0
   * @param together the step of the count of context and character, at most `seen`
   * @param probability that with one character less of context
   */
  interpolate(order: number, seen: number, together: number, probability: number): number {
    const weight = this.weightOfStep[(order - 2) * COUNTS.length + seen] ?? 0;
    return weight * ((COUNTS[together] ?? 0) / (COUNTS[seen] ?? 0)) + (1 - weight) * probability;
  }

  /**
   * The natural logarithm of P(codes[at] | what stands before it, back to `from`).
   * Never minus infinity: unseen characters share a small mass.
   */
  logProbability(codes: ArrayLike<number>, at: number, from: number): number {
    let withCode = mix(NGRAM_SEED, codes[at] ?? 0);
    let context = NGRAM_SEED;
    let together = this.lookUp(withCode);
    let probability = this.alone(together);
    for (let order = 2; order <= ORDER && at - order + 1 >= from; order++) {
      const previous = codes[at - order + 1] ?? 0;
      context = mix(context, previous);
      const seen = this.lookUp(context);
      if (seen === 0) break;
      withCode = mix(withCode, previous);
      // What was not seen with less context cannot have been seen with more; asking would only invite a false match.
      if (together > 0) together = Math.min(this.lookUp(withCode), seen, together);
      probability = this.interpolate(order, seen, together, probability);
    }
    return Math.log(probability);
  }
}

/** The step that one of two slots has beside a fingerprint, 0 when neither has. */
function stepIn(pair: number, print: number): number {
  if (((pair >>> 6) & 0x3ff) === print && (pair & 63) !== 0) return pair & 63;
  return pair >>> 22 === print ? (pair >>> 16) & 63 : 0;
}

/** The hash of `codes[start, end)`, from the last character to the first. */
function hashOf(seed: number, codes: ArrayLike<number>, start: number, end: number): number {
  let hash = seed;
  for (let at = end - 1; at >= start; at--) hash = mix(hash, codes[at] ?? 0);
  return hash;
}
