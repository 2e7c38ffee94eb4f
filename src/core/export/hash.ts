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
export const simhash = (texts: readonly string[]): bigint => simhashOf(texts.map(md5Hex));

/** The same of the MD5 of each text, in hexadecimal digits. */
export function simhashOf(digests: readonly string[]): bigint {
  const counts = new Array<number>(64).fill(0);
  for (const digest of digests) {
    for (let half = 0; half < 2; half++) {
      const bits = Number.parseInt(digest.slice(16 + half * 8, 24 + half * 8), 16);
      for (let bit = 0; bit < 32; bit++) if ((bits & (0x80000000 >>> bit)) !== 0) counts[half * 32 + bit] = (counts[half * 32 + bit] ?? 0) + 1;
    }
  }
  let value = 0n;
  for (let half = 0; half < 2; half++) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit++) bits = bits * 2 + ((counts[half * 32 + bit] ?? 0) * 2 > digests.length ? 1 : 0);
    value = (value << 32n) | BigInt(bits);
  }
  return value;
}

/** A name for a dump that no other text has: made of its text, so that the same dump has it everywhere. Add `:a1` for an article. */
export function urnOf(input: Pick<ExportInput, 'page' | 'origin'>): string {
  return `urn:x-restitch:${md5Hex(dumpOf(input).text)}`;
}
