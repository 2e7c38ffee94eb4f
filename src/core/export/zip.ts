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

/** A ZIP file of texts in UTF-8, in their order. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const { path, text, plain } of entries) files[path] = [encoder.encode(text), { level: plain === true ? 0 : 6, mtime: NO_DAY }];
  return zipSync(files);
}
