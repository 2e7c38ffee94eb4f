/**
 * Numbers of bigrams by their keys (first character × 65,536 + second): open addressing, at most half full, the key and the number of each
 * side by side. A key of Chinese characters is never 0, and a free slot is.
 */
export const slotBits = (bigrams: number): number => Math.max(4, 33 - Math.clz32(bigrams));

/** Places of a table: its slots, two numbers each. */
export const slotsLength = (bits: number): number => 2 << bits;

/** The slot of a key, or the free one where it would stand; its number stands right behind it. */
export function slotOf(slots: Int32Array, bits: number, key: number): number {
  const mask = slotsLength(bits) - 2;
  let slot = (Math.imul(key, 0x9e3779b1) >>> (32 - bits)) << 1;
  while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + 2) & mask;
  return slot;
}
