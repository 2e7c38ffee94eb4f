import { md5 } from '@noble/hashes/legacy';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { ExportInput } from './format';
import { dumpOf } from './parts';

/** The MD5 of a text in UTF-8, as 32 hexadecimal digits. It names texts; it protects nothing. */
export function md5Hex(text: string): string {
  return bytesToHex(md5(utf8ToBytes(text)));
}

/**
 * The 64 bit simhash of texts of equal weight: each bit is the one that more than half of the texts have in the last eight bytes of
 * their MD5 (Charikar 2002, in the form that the MNBVC tools compute). No text gives 0.
 */
export function simhash(texts: readonly string[]): bigint {
  const counts = new Array<number>(64).fill(0);
  for (const text of texts) {
    const digest = md5(utf8ToBytes(text)).subarray(8);
    digest.forEach((byte, at) => {
      for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) counts[at * 8 + bit] = (counts[at * 8 + bit] ?? 0) + 1;
    });
  }
  return counts.reduce((value, count) => (value << 1n) | (count * 2 > texts.length ? 1n : 0n), 0n);
}

/** A name for a dump that no other text has: made of its text, so that the same dump has it everywhere. Add `:a1` for an article. */
export function urnOf(input: Pick<ExportInput, 'page' | 'origin'>): string {
  return `urn:x-restitch:${md5Hex(dumpOf(input).text)}`;
}
