import type { Readable } from 'node:stream';
import { openPromise, validateFileName, type Entry } from 'yauzl';
import { largestFile } from '../node/files';
import { FileError, systemCode } from '../node/fileError';
import { BatchError, type Problem } from './problem';

/** A file in a zip archive, or why it cannot be had. */
export interface ZipEntry {
  /** Its path in the archive, with `/`. */
  readonly name: string;
  /** Bytes it takes in the archive. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly problem?: Problem;
  /** Its contents; to be read before the next entry is asked for. */
  open(): Promise<Readable>;
}

/** Deflate can shrink a thousandfold; text never does. */
const swollen = 200;
/** Below this size nothing can hurt, however well it was packed. */
const harmless = 16 * 1024 * 1024;
/** Bit 11 of an entry's flags: its name is UTF-8 (APPNOTE 4.4.4). */
const nameIsUtf8 = 0x800;

/**
 * The files of a zip archive in the order of its directory, one at a time. Nothing is unpacked to the disk, so no name can lead
 * anywhere; one that tries is refused all the same. Entries that swell beyond measure, or lie on top of each other so that few bytes
 * are read many times, are refused before a byte of them is unpacked; that an entry is as large as it says is checked while it is read.
 * @throws BatchError when it is no archive, FileError when it cannot be read
 */
export async function* zipEntries(file: string): AsyncGenerator<ZipEntry> {
  const zip = await openPromise(file, { decodeStrings: false, validateEntrySizes: true }).catch((cause: unknown) => {
    throw failed(file, cause);
  });
  try {
    let packed = 0;
    for await (const entry of zip.eachEntry()) {
      packed += entry.compressedSize;
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      const problem = problemWith(entry, name, packed > zip.fileSize);
      yield { name, size: entry.compressedSize, unpackedSize: entry.uncompressedSize, ...(problem === undefined ? {} : { problem }), open: () => zip.openReadStreamPromise(entry) };
    }
  } catch (cause) {
    throw failed(file, cause);
  } finally {
    zip.close();
  }
}

function problemWith(entry: Entry, name: string, overlapping: boolean): Problem | undefined {
  if (typeof validateFileName(name) === 'string') return { code: 'UnsafeName' };
  if (entry.isEncrypted()) return { code: 'Encrypted' };
  if (overlapping) return { code: 'Bomb' };
  if (entry.uncompressedSize > harmless && entry.uncompressedSize > swollen * entry.compressedSize) return { code: 'Bomb' };
  // A file of records is read piece by piece and may be larger.
  if (entry.uncompressedSize > largestFile && !/\.(?:jsonl|ndjson)(?:\.gz)?$/iu.test(name)) return { code: 'TooLarge', limit: largestFile };
  return undefined;
}

/**
 * Windows in China packs names in GBK and marks them as nothing, and so do many programs that pack UTF-8: what can be UTF-8 is.
 */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const decode = (encoding: string, fatal: boolean): string => new TextDecoder(encoding, { fatal }).decode(fileNameRaw);
  let name: string;
  try {
    name = decode('utf-8', (generalPurposeBitFlag & nameIsUtf8) === 0);
  } catch {
    name = decode('gb18030', false);
  }
  return name.replace(/\\/gu, '/');
}

function failed(file: string, cause: unknown): Error {
  if (cause instanceof BatchError || cause instanceof FileError) return cause;
  const code = systemCode(cause);
  if (code !== 'unknown' && !code.startsWith('ERR_')) return new FileError(file, code === 'ENOENT' ? { code: 'NotFound' } : { code: 'Unreadable', reason: code }, { cause });
  return new BatchError({ code: 'BadArchive', reason: cause instanceof Error ? cause.message : String(cause) }, { cause });
}
