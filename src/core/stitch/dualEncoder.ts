import { TITLE_EDGE, type EDGE } from '../text/normal';
import { dot } from './dot';
import { PackedRows } from './packedRows';
import { slotBits, slotOf, slotsLength } from './bigramSlots';

/** The dimensions of what is encoded. */
export const ENCODED = 32;
/** First bytes of the encoder in a model file, `RSDE`. */
export const ENCODER_MAGIC = 0x45445352;
/** Magic, u16 dimensions, u16 tables of characters, u32 characters, u32 bigrams, f32 unit. */
export const ENCODER_HEADER = 20;

/**
 * Which table holds a character by its distance from the seam: the nearest have one each, farther off several share one, for there it matters
 * less and less where exactly a character stands.
 */
export const TABLE_AT: readonly number[] = [0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7];
/** Characters on each side of a seam that are looked at. */
export const SIGHT = TABLE_AT.length;
/** Tables of characters. */
export const TABLES = (TABLE_AT[SIGHT - 1] ?? 0) + 1;
/** Rows behind those of characters and bigrams: a paragraph's edge and a headline's. */
export const EDGES = 2;

/** Rows of one side. Row 0 of each table, and of the bigrams, is for all that has none of its own. */
export const rowsOf = (characters: number, bigrams: number): number => TABLES * characters + bigrams + EDGES;

/** What the pieces of a page expect to read next, and what they bring, {@link ENCODED} numbers each. */
export interface Encoded {
  readonly expects: Float64Array;
  readonly brings: Float64Array;
}

/**
 * How well two sides of a seam go together, by a dual encoder (two towers: Gillick et al. 2018): what stands before a seam and what stands behind
 * it become a vector each, so that their product is large where one goes on with the other. A vector is the sum of the rows of the side's last
 * (or first) characters, by their distance from the seam, and of the bigram that touches it. Learned so that each of many seams finds its own other side among all
 * (`tools/train/encoder.ts`); the product is then the pointwise mutual information of the two (van den Oord et al. 2018), in natural logarithms, but for a
 * constant. It sees further than n-grams, and words it never saw side by side.
 *
 * Layout, little endian: magic `RSDE`, u16 dimensions, u16 tables, u32 characters, u32 bigrams, f32 unit of a product, the u16 codes of the characters from the second row on, an
 * u16 zero where those are odd in number, the i32 keys of the bigrams likewise (first character × 65,536 + second), then the i8 rows of what is expected, and those of what is brought.
 */
export class DualEncoder {
  private readonly characters: number;
  private readonly bigrams: number;
  /** What a product is multiplied with. */
  private readonly unit: number;
  /** The row of each character in a table. */
  private readonly characterOf: Uint16Array;
  private readonly slots: Int32Array;
  private readonly bits: number;
  private readonly before: PackedRows;
  private readonly behind: PackedRows;

  /**
   * @param bytes the encoder's part of a model file
   * @throws RangeError when they are no encoder of this kind
   */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength < ENCODER_HEADER || view.getUint32(0, true) !== ENCODER_MAGIC) throw new RangeError('not a dual encoder');
    if (view.getUint16(4, true) !== ENCODED || view.getUint16(6, true) !== TABLES) throw new RangeError('a dual encoder of another kind');
    this.characters = view.getUint32(8, true);
    this.bigrams = view.getUint32(12, true);
    this.unit = view.getFloat32(16, true);
    const keys = keysAt(this.characters);
    const rows = keys + (this.bigrams - 1) * 4;
    const length = rowsOf(this.characters, this.bigrams) * ENCODED;
    if (bytes.byteLength !== rows + 2 * length) throw new RangeError('a dual encoder cut short');
    this.characterOf = new Uint16Array(0x10000);
    for (let row = 1; row < this.characters; row++) this.characterOf[view.getUint16(ENCODER_HEADER + (row - 1) * 2, true)] = row;
    this.bits = slotBits(this.bigrams);
    this.slots = new Int32Array(slotsLength(this.bits));
    for (let row = 1; row < this.bigrams; row++) {
      const key = view.getInt32(keys + (row - 1) * 4, true);
      const slot = slotOf(this.slots, this.bits, key);
      this.slots[slot] = key;
      this.slots[slot + 1] = row;
    }
    this.before = new PackedRows(new Int8Array(bytes.buffer, bytes.byteOffset + rows, length), ENCODED);
    this.behind = new PackedRows(new Int8Array(bytes.buffer, bytes.byteOffset + rows + length, length), ENCODED);
  }

  /** Encodes both ends of each text, given in normal form: the last {@link SIGHT} characters and the first. */
  encode(texts: readonly { readonly head: readonly number[]; readonly tail: readonly number[] }[]): Encoded {
    const expects = new Float64Array(texts.length * ENCODED);
    const brings = new Float64Array(texts.length * ENCODED);
    const rows = new Int32Array(SIGHT + 1);
    texts.forEach(({ head, tail }, at) => {
      const last = tail.length - 1;
      let count = 0;
      for (let place = 0; place < SIGHT && place <= last; place++) rows[count++] = this.rowAt(place, tail[last - place] ?? 0);
      if (last > 0) rows[count++] = this.bigramRow(tail[last - 1] ?? 0, tail[last] ?? 0);
      this.before.addTo(expects, at * ENCODED, rows, 0, count);
      count = 0;
      for (let place = 0; place < SIGHT && place < head.length; place++) rows[count++] = this.rowAt(place, head[place] ?? 0);
      if (head.length > 1) rows[count++] = this.bigramRow(head[0] ?? 0, head[1] ?? 0);
      this.behind.addTo(brings, at * ENCODED, rows, 0, count);
    });
    return { expects, brings };
  }

  /** What an edge expects to read behind it, and what it brings behind a text: one row each, for {@link product}. @param code the sign of a paragraph's edge or of a headline's */
  edge(code: typeof EDGE | typeof TITLE_EDGE): Encoded {
    const rows = Int32Array.of(TABLES * this.characters + this.bigrams + (code === TITLE_EDGE ? 1 : 0));
    const [expects, brings] = [new Float64Array(ENCODED), new Float64Array(ENCODED)];
    this.before.addTo(expects, 0, rows, 0, 1);
    this.behind.addTo(brings, 0, rows, 0, 1);
    return { expects, brings };
  }

  /** How well what text `right` brings goes on with what text `left` expects, in natural logarithms. */
  product(expects: Float64Array, left: number, brings: Float64Array, right: number): number {
    return dot(expects, left * ENCODED, brings, right * ENCODED, ENCODED) * this.unit;
  }

  private rowAt(place: number, code: number): number {
    return (TABLE_AT[place] ?? 0) * this.characters + (this.characterOf[code] ?? 0);
  }

  private bigramRow(first: number, second: number): number {
    const key = (first << 16) | second;
    const slot = slotOf(this.slots, this.bits, key);
    return TABLES * this.characters + (this.slots[slot] === key ? (this.slots[slot + 1] ?? 0) : 0);
  }
}

/** Where the keys of the bigrams begin: behind the codes of the characters, at a whole number of fours. */
export const keysAt = (characters: number): number => ENCODER_HEADER + ((characters * 2 + 1) & ~3);
