import type { Grouping } from './affinity';
import { dot } from './dot';
import { PackedRows } from './packedRows';
import { slotBits, slotOf, slotsLength } from './bigramSlots';

/** The dimensions of a vector. */
export const DIMENSIONS = 32;
/** First bytes of the vectors in a model file, `RSBV`. */
export const VECTORS_MAGIC = 0x56425352;
/** Magic, u16 dimensions, u16 nothing, u32 rows. */
export const VECTORS_HEADER = 12;

/** On a page of more articles times pieces than this no meanings are compared: that is no newspaper page, and would take seconds. */
const MOST_COMPARED = 1 << 20;
/** Length of a vector from which on a text has said enough for its direction to be trusted; of shorter ones less is made. In steps of the table, where one bigram's vector is some 10 long. */
const ENOUGH = 38;

/**
 * How many bytes the vectors take that a part of a model file begins with.
 * @throws RangeError when they are no vectors of this kind
 */
export function vectorsBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < VECTORS_HEADER || view.getUint32(0, true) !== VECTORS_MAGIC) throw new RangeError('not bigram vectors');
  if (view.getUint16(4, true) !== DIMENSIONS) throw new RangeError('bigram vectors of another kind');
  const length = VECTORS_HEADER + view.getUint32(8, true) * (4 + DIMENSIONS);
  if (bytes.byteLength < length) throw new RangeError('bigram vectors cut short');
  return length;
}

/**
 * A vector for each of the bigrams that tell most of what a text is about, learned so that the parts of one article point the same way and
 * those of different articles do not (`tools/train/vectors.ts`). A text's vector is the sum of those of its bigrams (the
 * bag-of-n-grams embedding of Wu et al. 2018, StarSpace). So texts are found to be of one subject that share no word.
 *
 * Layout, little endian: magic `RSBV`, u16 dimensions, u16 zero, u32 rows, then for each row the i32 key of its bigram (first character × 65,536 +
 * second), then the rows, one i8 for each dimension.
 */
export class BigramVectors {
  /** The row of each bigram. */
  private readonly slots: Int32Array;
  private readonly bits: number;
  private readonly rows: PackedRows;

  /**
   * @param bytes the vectors' part of a model file
   * @throws RangeError when they are no vectors of this kind
   */
  constructor(bytes: Uint8Array) {
    vectorsBytes(bytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = view.getUint32(8, true);
    this.bits = slotBits(count);
    this.slots = new Int32Array(slotsLength(this.bits));
    for (let row = 0; row < count; row++) {
      const key = view.getInt32(VECTORS_HEADER + row * 4, true);
      const slot = slotOf(this.slots, this.bits, key);
      this.slots[slot] = key;
      this.slots[slot + 1] = row;
    }
    this.rows = new PackedRows(new Int8Array(bytes.buffer, bytes.byteOffset + VECTORS_HEADER + count * 4, count * DIMENSIONS), DIMENSIONS);
  }

  /**
   * The vectors of several texts, one behind the other.
   * @param keys the distinct bigrams of all of them
   * @param occurrences text by text the numbers, in `keys`, of its bigrams, each once
   * @param sizes how many each text has
   */
  sums(keys: Int32Array, occurrences: Int32Array, sizes: Int32Array): Float64Array {
    const { slots, bits, rows } = this;
    const places = new Int32Array(keys.length);
    for (let gram = 0; gram < keys.length; gram++) {
      const key = keys[gram] ?? 0;
      const slot = slotOf(slots, bits, key);
      places[gram] = slots[slot] === key ? (slots[slot + 1] ?? 0) : -1;
    }
    const sums = new Float64Array(sizes.length * DIMENSIONS);
    const found = new Int32Array(occurrences.length);
    for (let text = 0, at = 0, count = 0; text < sizes.length; text++) {
      const start = count;
      for (const end = at + (sizes[text] ?? 0); at < end; at++) {
        const row = places[occurrences[at] ?? 0] ?? -1;
        if (row >= 0) found[count++] = row;
      }
      rows.addTo(sums, text * DIMENSIONS, found, start, count);
    }
    return sums;
  }
}

/** What the texts of a page tell of, for asking how near they are to each other. */
export class Meanings {
  private readonly n: number;
  /** The product of the vectors of each two texts; made when it is first asked for. */
  private products: Float64Array | undefined;

  /** @param vectors as {@link BigramVectors.sums} gives them */
  constructor(private readonly vectors: Float64Array) {
    this.n = vectors.length / DIMENSIONS;
  }

  /**
   * How near each piece, with the pieces judged together with it, is to each article in what it tells of: the cosine of their vectors, less
   * the mean over all articles of the page. Of its own article only what stands before a piece speaks, as in the fit of words.
   * @returns article by article the nearness of each piece; all 0 on a page that is no page
   */
  nearness({ chains, runs }: Grouping): Float64Array {
    const { n } = this;
    const near = new Float64Array(chains.length * n);
    if (near.length > MOST_COMPARED) return near;
    const products = (this.products ??= productsOf(this.vectors, n));
    const lengths = runLengths(products, n, runs);
    const articleOf = new Int32Array(n).fill(-1);
    // The products of each piece with the article, as far as it goes.
    const sums = new Float64Array(n);
    chains.forEach((chain, article) => {
      const row = article * n;
      sums.fill(0);
      let square = 0;
      const nearTo = (piece: number): number => sumOfRun(sums, piece, runs) / (((lengths[piece] ?? 0) + ENOUGH) * (Math.sqrt(square) + ENOUGH));
      for (const piece of chain) {
        articleOf[piece] = article;
        near[row + piece] = nearTo(piece);
        square += 2 * (sums[piece] ?? 0) + (products[piece * n + piece] ?? 0);
        for (let at = 0, from = piece * n; at < n; at++, from++) sums[at] = (sums[at] ?? 0) + (products[from] ?? 0);
      }
      for (let piece = 0; piece < n; piece++) if (articleOf[piece] !== article) near[row + piece] = nearTo(piece);
    });
    for (let piece = 0; piece < n; piece++) {
      let total = 0;
      for (let at = piece; at < near.length; at += n) total += near[at] ?? 0;
      const mean = total / Math.max(1, chains.length);
      for (let at = piece; at < near.length; at += n) near[at] = (near[at] ?? 0) - mean;
    }
    return near;
  }
}

/** The products of each two vectors, both ways. */
function productsOf(vectors: Float64Array, n: number): Float64Array {
  const products = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      const product = dot(vectors, a * DIMENSIONS, vectors, b * DIMENSIONS, DIMENSIONS);
      products[a * n + b] = product;
      products[b * n + a] = product;
    }
  }
  return products;
}

/** The length of the vector of each piece with those judged together with it. */
function runLengths(products: Float64Array, n: number, runs: Int32Array): Float64Array {
  const lengths = new Float64Array(n);
  for (let piece = 0; piece < n; piece++) {
    const end = piece + (runs[piece] ?? 1);
    let square = 0;
    for (let a = piece; a < end; a++) for (let b = piece; b < end; b++) square += products[a * n + b] ?? 0;
    lengths[piece] = Math.sqrt(square);
  }
  return lengths;
}

/** The sum over a piece and those judged together with it. */
function sumOfRun(values: Float64Array, piece: number, runs: Int32Array): number {
  let sum = 0;
  for (let at = piece, end = piece + (runs[piece] ?? 1); at < end; at++) sum += values[at] ?? 0;
  return sum;
}
