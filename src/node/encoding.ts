import * as buffer from 'node:buffer';
import { TextDecoder } from 'node:util';
import { byteOrderMark, detectEncoding, isControl, wideByStatistics, type AskedEncoding, type DecodeProblem, type Encoding } from '../core';

export { encodings, type AskedEncoding, type DecodeProblem, type Encoding } from '../core';

/** A file turned into text. Offsets of the analysis count from the start of `text`. */
export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte order mark was removed. */
  readonly bom: boolean;
}

/** Bytes that are no text, or none in the encoding tried. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
  constructor(
    readonly problem: DecodeProblem,
    options?: ErrorOptions,
  ) {
    super(JSON.stringify(problem), options);
  }
}

const aliases: Readonly<Record<string, AskedEncoding>> = {
  utf8: 'utf-8',
  utf16: 'utf-16',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  ucs2: 'utf-16le',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  big5: 'big5',
};

/** The encoding a person means by a name (`UTF-8`, `gbk`, `utf16le`), or undefined for a name not known. */
export function encodingByName(name: string): AskedEncoding | undefined {
  const key = name.toLowerCase().replace(/[-_ ]/gu, '');
  return Object.hasOwn(aliases, key) ? aliases[key] : undefined;
}

/**
 * Decodes a file without losing a character: what cannot be decoded is an error, never U+FFFD.
 * @param asked the encoding to use; found out from the bytes when left out
 * @throws DecodeError
 */
export function decode(bytes: Uint8Array, asked?: AskedEncoding): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) {
    if (asked !== undefined && !agrees(mark.encoding, asked)) throw new DecodeError({ code: 'WrongEncoding', asked, marked: mark.encoding });
    return { text: decodeAs(bytes, mark.encoding, mark.length), encoding: mark.encoding, bom: true };
  }
  const encoding = asked === 'utf-16' ? (wideByStatistics(bytes) ?? 'utf-16le') : (asked ?? detect(bytes));
  return { text: decodeAs(bytes, encoding, 0), encoding, bom: false };
}

function agrees(marked: Encoding, asked: AskedEncoding): boolean {
  return asked === marked || (asked === 'utf-16' && marked.startsWith('utf-16'));
}

function detect(bytes: Uint8Array): Encoding {
  const found = detectEncoding(bytes, buffer.isUtf8);
  if (typeof found === 'string') return found;
  throw new DecodeError(found);
}

/** Strictly; `from` is where the text begins in the file. */
function decodeAs(bytes: Uint8Array, encoding: Encoding, from: number): string {
  const body = bytes.subarray(from);
  let text: string;
  try {
    text = (encoding === 'utf-8' ? fromUtf8(body) : undefined) ?? strict(encoding).decode(body);
  } catch (cause) {
    // A string has a greatest length; that is not the fault of the bytes.
    if (!(cause instanceof TypeError)) throw cause;
    throw new DecodeError({ code: 'Undecodable', encoding, offset: from + firstBadByte(body, encoding) }, { cause });
  }
  refuseBinary(text);
  return text;
}

/**
 * Well-formed UTF-8 turned into text, by the way that takes a seventh of the time a decoder does; `undefined` for other bytes, and where Node
 * was built without that way (without ICU).
 */
function fromUtf8(bytes: Uint8Array): string | undefined {
  const { transcode } = buffer as Partial<Pick<typeof buffer, 'transcode'>>;
  return transcode !== undefined && buffer.isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : undefined;
}

/** A second mark inside the file is a character of the text, so none is swallowed here. */
function strict(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
}

/** Where decoding fails: the first byte with which the bytes so far cannot be the beginning of any text. */
function firstBadByte(bytes: Uint8Array, encoding: Encoding): number {
  const begins = (length: number): boolean => {
    try {
      strict(encoding).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  // The whole is the beginning of a text: the file ends inside a character.
  if (begins(bytes.length)) return bytes.length;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (begins(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** No text has a NUL, and none is full of control characters. */
function refuseBinary(text: string): void {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0) throw new DecodeError({ code: 'NotText' });
    if (isControl(unit)) controls += 1;
  }
  // Dumps carry a stray code here and there, not one in every thirty characters.
  if ((controls - 1) * 30 > text.length) throw new DecodeError({ code: 'NotText' });
}
