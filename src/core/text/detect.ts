/** The encodings in which dumps of Chinese newspapers come. `gb18030` reads GBK and GB2312 too. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export type Encoding = (typeof encodings)[number];

/** An encoding as a person may ask for it; `utf-16` leaves the byte order to the file. */
export type AskedEncoding = Encoding | 'utf-16';

/** Why bytes are no text: not text at all, or text in another encoding than the one tried. */
export type DecodeProblem =
  /** A program, a picture, a compressed file. `offset` is the first byte that no text has, where one can be named. */
  | { readonly code: 'NotText'; readonly offset?: number }
  /** The bytes at `offset` mean nothing in `encoding`. */
  | { readonly code: 'Undecodable'; readonly encoding: Encoding; readonly offset: number }
  /** No encoding known here fits. */
  | { readonly code: 'UnknownEncoding' }
  /** The byte order mark says one encoding, the caller another. */
  | { readonly code: 'WrongEncoding'; readonly asked: AskedEncoding; readonly marked: Encoding };

const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
];

/** The encoding that a file's byte order mark names, and how many bytes the mark has. */
export function byteOrderMark(bytes: Uint8Array): { readonly encoding: Encoding; readonly length: number } | undefined {
  const found = marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  return found && { encoding: found.encoding, length: found.bytes.length };
}

/**
 * The encoding of a file without byte order mark, told from its bytes: the same bytes always give the same answer.
 * @param isUtf8 whether all of the bytes are well-formed UTF-8, by the host's quicker way
 * @returns the encoding, or why there is none
 */
export function detectEncoding(bytes: Uint8Array, isUtf8: (bytes: Uint8Array) => boolean = (all) => utf8Share(all).firstBad < 0): Encoding | DecodeProblem {
  const sample = bytes.subarray(0, sampleSize);
  const nul = sample.indexOf(0);
  if (nul < 0 && isUtf8(bytes)) return 'utf-8';
  const wide = wideByStatistics(sample);
  if (nul >= 0) return wide ?? { code: 'NotText', offset: nul };
  // Nearly all of it is UTF-8: a damaged or cut-off file. Read as GB18030 it would be another text altogether.
  const utf8 = utf8Share(bytes);
  if (utf8.share > 0.75) return { code: 'Undecodable', encoding: 'utf-8', offset: utf8.firstBad };
  if (wide !== undefined) return wide;
  if (commonPairs(sample, isCommonGb) > 0.7) return 'gb18030';
  if (commonPairs(sample, isCommonBig5) > 0.7) return 'big5';
  return { code: looksBinary(sample) ? 'NotText' : 'UnknownEncoding' };
}

/** Enough to tell encodings apart. */
const sampleSize = 1 << 20;

/** UTF-16 without a mark, or undefined: nearly every unit, read in one order, is one that Chinese text is made of. */
export function wideByStatistics(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const units = bytes.length >> 1;
  if (units === 0) return undefined;
  let little = 0;
  let big = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    if (isUsualUnit(first | (second << 8))) little += 1;
    if (isUsualUnit((first << 8) | second)) big += 1;
  }
  if (Math.max(little, big) < 0.9 * units || little === big) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

function isUsualUnit(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    unit === 0x0a ||
    unit === 0x0d ||
    unit === 0x09 ||
    (unit >= 0x4e00 && unit < 0xa000) ||
    (unit >= 0x3000 && unit < 0x3040) ||
    (unit >= 0xff00 && unit < 0xfff0) ||
    (unit >= 0x2010 && unit < 0x2030) ||
    (unit >= 0x25a0 && unit < 0x2600) ||
    // halves of rare characters
    (unit >= 0xd800 && unit < 0xe000)
  );
}

/** How much of the bytes above ASCII stands in well-formed UTF-8 sequences, and the first byte that does not. */
function utf8Share(bytes: Uint8Array): { share: number; firstBad: number } {
  let inside = 0;
  let outside = 0;
  let firstBad = -1;
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at);
    if (length === 1) {
      at += 1;
    } else if (length > 1) {
      inside += length;
      at += length;
    } else {
      if (firstBad < 0) firstBad = at;
      outside += 1;
      at += 1;
    }
  }
  return { share: inside / Math.max(1, inside + outside), firstBad };
}

/** The length of the well-formed sequence at `at`, or 0. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  for (let next = 1; next < length; next += 1) {
    // Reading past the end gives a byte that continues nothing.
    const byte = bytes[at + next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  // Forms that are too long, surrogates, and what lies past U+10FFFF.
  const second = bytes[at + 1] ?? 0;
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second > 0x9f) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second > 0x8f) return 0;
  return length;
}

/** The share of two-byte characters that are common ones; 0 when there are none. */
function commonPairs(bytes: Uint8Array, isCommon: (lead: number, trail: number) => boolean): number {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1];
    if (trail === undefined) break;
    pairs += 1;
    if (isCommon(lead, trail)) common += 1;
    at += 1;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/** Punctuation, full-width forms and the 3,755 commonest characters of GB2312. */
function isCommonGb(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7));
}

/** Punctuation and the 5,401 commonest characters of Big5. */
function isCommonBig5(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);
}

/** More control characters than a text in any encoding has. */
function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) if (isControl(byte)) controls += 1;
  return controls * 30 > bytes.length;
}

/** Control characters other than those that move the pen: tab, line feed, vertical tab, form feed, return. */
export function isControl(unit: number): boolean {
  return unit < 0x09 || (unit > 0x0d && unit < 0x20) || unit === 0x7f;
}
