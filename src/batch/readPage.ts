import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { FormatId, Sidecar } from '../core/index';
import { FileError, readingFailed } from '../node/fileError';
import { largestFile, readAll } from '../node/files';
import { readSidecarOf } from '../node/sidecar';
import type { Source } from './sources';

/** A page as it was read, with what was decided about it. */
export interface PageRead {
  readonly bytes: Uint8Array;
  readonly sidecar?: Sidecar;
  /** Whether the decisions were put together from both sides of a merge conflict. */
  readonly conflict: boolean;
}

/** @throws FileError */
export async function readPage(source: Source, decisions: boolean): Promise<PageRead> {
  const bytes = await bytesOf(source);
  const found = decisions && source.file !== undefined ? await readSidecarOf(source.file) : undefined;
  return { bytes, ...(found && { sidecar: found.sidecar }), conflict: found?.conflict === true };
}

async function bytesOf(source: Source): Promise<Uint8Array> {
  // A plain file at once: a stream takes several times as long.
  if (source.file !== undefined && !/\.gz$/iu.test(source.name) && source.size > 0) {
    if (source.size > largestFile) throw new FileError(source.where, { code: 'TooLarge', limit: largestFile });
    return readFile(source.file).catch((cause: unknown) => {
      throw readingFailed(source.where, cause);
    });
  }
  return readAll(await source.open(), source.where);
}

/** A source whose bytes come once, read now; what is wrong with them is told when it is opened. */
export async function heldInMemory(source: Source): Promise<Source> {
  const bytes = await bytesOf(source).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  return {
    ...source,
    open: () => (bytes instanceof Error ? Promise.reject(bytes) : Promise.resolve(Readable.from([bytes]))),
  };
}

/** Some formats tell when the dump was last changed; in the others it must not make a difference. */
export function timeMatters(format: FormatId): boolean {
  return ['docx', 'epub', 'mnbvc', 'ninjs'].includes(format);
}

/** Whether all files of an output folder are there. @param files paths with `/` */
export async function areThere(folder: string, files: readonly string[]): Promise<boolean> {
  const found = await Promise.all(files.map((file) => stat(path.join(folder, ...file.split('/'))).then((entry) => entry.isFile(), () => false)));
  return found.every((one) => one);
}
