import { zipSync, type Zippable } from 'fflate';

/** A file in an archive: where it lies, and its text. */
export interface Entry {
  readonly path: string;
  readonly text: string;
  /** Stored as it is, for readers that look at the first bytes of the archive. */
  readonly plain?: boolean;
}

/** The earliest day that a ZIP file can name, in local time as the format has it: no clock, and the same bytes everywhere. */
const NO_DAY = '1980-01-01T00:00:00';

/** With more files than a book has chapters, those below so many bytes are stored as they are: to compress each takes longer than it saves. */
const MANY = 2000;
const SMALL = 1024;

/** A ZIP file of texts in UTF-8, in their order. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const { path, text, plain } of entries) {
    const bytes = encoder.encode(text);
    const stored = plain === true || (entries.length > MANY && bytes.length < SMALL);
    files[path] = [bytes, { level: stored ? 0 : 6, mtime: NO_DAY }];
  }
  return zipSync(files);
}
