import { HEADER_BYTES, MAGIC, ORDER, SLOTS, VERSION, WEIGHTS_PER_ORDER, placesOf, stepOf } from '../../src/core/stitch/ngram';

/** Builds the two-choice table of a seam model: each key in one of two buckets, moved on when both are full. */
export class StaticTable {
  private readonly hashes: Int32Array;
  private readonly steps: Uint8Array;
  /** Which of the key's two buckets it stands in decides where it moves to. */
  private seed = 1;

  constructor(private readonly buckets: number) {
    this.hashes = new Int32Array(buckets * SLOTS);
    this.steps = new Uint8Array(buckets * SLOTS);
  }

  /** @throws Error when the table is too full to place the key. */
  insert(hash: number, count: number): void {
    let key = hash | 0;
    let step = stepOf(count);
    let bucket = -1;
    for (let kick = 0; kick < 2000; kick++) {
      const { first, second } = placesOf(key, this.buckets);
      for (const place of [first, second]) {
        for (let slot = place * SLOTS; slot < place * SLOTS + SLOTS; slot++) {
          if (this.steps[slot] === 0) {
            this.hashes[slot] = key;
            this.steps[slot] = step;
            return;
          }
        }
      }
      const target = bucket === first ? second : first;
      this.seed = (Math.imul(this.seed, 1664525) + 1013904223) >>> 0;
      const slot = target * SLOTS + (this.seed >>> 30);
      const evicted = [this.hashes[slot]!, this.steps[slot]!] as const;
      this.hashes[slot] = key;
      this.steps[slot] = step;
      [key, step] = evicted;
      bucket = target;
    }
    throw new Error('the table is too full');
  }

  /**
   * The bytes of the model file.
   * @param size characters of the training text
   * @param words words behind the dictionary's frequencies
   */
  file(size: number, words: number, weights: Float32Array): Uint8Array {
    const head = HEADER_BYTES + (ORDER - 1) * WEIGHTS_PER_ORDER * 4;
    const bytes = new Uint8Array(head + this.hashes.length * 2);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, MAGIC, true);
    view.setUint16(4, VERSION, true);
    view.setUint16(6, ORDER, true);
    view.setUint32(8, this.buckets, true);
    view.setUint32(12, size, true);
    view.setUint32(16, words, true);
    weights.forEach((weight, i) => view.setFloat32(HEADER_BYTES + i * 4, weight, true));
    for (let slot = 0; slot < this.hashes.length; slot++) {
      const step = this.steps[slot]!;
      if (step === 0) continue;
      const { print } = placesOf(this.hashes[slot]!, this.buckets);
      view.setUint16(head + slot * 2, (print << 6) | step, true);
    }
    return bytes;
  }
}
