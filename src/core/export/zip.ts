import { zipSync, type Zippable } from 'fflate';
import { utf8Length } from '../text/utf8';

/** A file in an archive: where it lies, and its text. */
export interface Entry {
  readonly path: string;
  /** Its text; of a long one the parts, one behind the other, see {@link Sheaf}. */
  readonly text: string | readonly string[];
  /** Stored as it is, for readers that look at the first bytes of the archive. */
  readonly plain?: boolean;
}

/** The earliest day that a ZIP file can name, in local time as the format has it: no clock, and the same bytes everywhere. */
const NO_DAY = '1980-01-01T00:00:00';

/** With more files than a book has chapters, those below so many bytes are stored as they are: to compress each takes longer than it saves. */
const MANY = 2000;
const SMALL = 1024;

/** From so many bytes on it takes longer to pack a file well than to write it, and then to pack it at all: half a million paragraphs. */
const LARGE = 8_000_000;
const HUGE = 64_000_000;

/** Texts put together to a long one: in parts, for half a million short strings, or one that refers to them all, would occupy the garbage collector longer than all else takes. */
export class Sheaf {
  readonly parts: string[] = [];
  private texts: string[] = [];

  add(text: string): void {
    if (this.texts.push(text) === Sheaf.MOST) this.bind();
  }

  /** All that was added, in parts. */
  done(): readonly string[] {
    this.bind();
    return this.parts;
  }

  private bind(): void {
    if (this.texts.length > 0) this.parts.push(this.texts.join(''));
    this.texts = [];
  }

  private static readonly MOST = 1000;
}

/** A ZIP file of texts in UTF-8, in their order. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const files: Zippable = {};
  for (const { path, text, plain } of entries) {
    const bytes = utf8(typeof text === 'string' ? [text] : text);
    const stored = plain === true || bytes.length > HUGE || (entries.length > MANY && bytes.length < SMALL);
    files[path] = [bytes, { level: stored ? 0 : bytes.length > LARGE ? 1 : 6, mtime: NO_DAY }];
  }
  return zipSync(files);
}

/** One array for all parts: many, put together afterwards, would be collected again and again while they are made. */
function utf8(parts: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return encoder.encode(only);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + utf8Length(part), 0));
  let at = 0;
  for (const part of parts) at += encoder.encodeInto(part, bytes.subarray(at)).written;
  return bytes;
}
