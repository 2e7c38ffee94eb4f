import { createReadStream, type Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { FileError, readingFailed } from './fileError';

/** One dump to be read. */
export interface Input {
  /** Where it is; `-` is standard input. */
  readonly path: string;
  /** What it is called in reports, the same on every machine: its own name, or its place in the folder given, with `/`. */
  readonly name: string;
}

/** Standard input, as an argument and as a path. */
export const standardInput = '-';

/** A page has some ten thousand characters; this is room for a wrong file, and short of what a string can hold. */
export const largestFile = 256 * 1024 * 1024;

/** Endings of the files that are taken from a folder; a file named by itself may have any. */
export const dumpEnding = /\.(?:txt|md)$/iu;

/**
 * The dumps that the arguments mean, one at a time: files as they are, folders searched to the bottom, in an order
 * that is the same everywhere. Folders that begin with a dot are left out, and links to folders, which may lead in circles.
 * @param except a folder not to search: what is being written is no input
 * @param ending of the files that are taken from a folder
 * @returns the inputs, and an error in the place of each that cannot be had
 */
export async function* findInputs(paths: readonly string[], except?: string, ending = dumpEnding): AsyncGenerator<Input | FileError> {
  const barred = except === undefined ? undefined : await real(except);
  for (const given of paths) {
    if (given === standardInput) {
      yield { path: given, name: 'stdin' };
      continue;
    }
    try {
      if (await isFolder(given)) yield* search(given, '', { barred, ending });
      else yield { path: given, name: path.basename(given) };
    } catch (cause) {
      yield readingFailed(given, cause);
    }
  }
}

/** Whether `file` is a folder, or a link to one. @throws a system error when it cannot be looked at */
export async function isFolder(file: string): Promise<boolean> {
  return (await stat(file)).isDirectory();
}

interface Search {
  readonly barred: string | undefined;
  readonly ending: RegExp;
}

async function* search(folder: string, prefix: string, how: Search): AsyncGenerator<Input | FileError> {
  let found = false;
  for await (const input of walk(folder, prefix, how)) {
    found = true;
    yield input;
  }
  if (!found) yield new FileError(folder, { code: 'NoDumps' });
}

async function* walk(folder: string, prefix: string, how: Search): AsyncGenerator<Input | FileError> {
  let entries: Dirent[];
  try {
    if (how.barred !== undefined && (await real(folder)) === how.barred) return;
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    yield readingFailed(folder, cause);
    return;
  }
  // By code unit, not by the machine's locale.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.')) yield* walk(file, `${prefix}${entry.name}/`, how);
    } else if (how.ending.test(entry.name) && !(await isLinkToFolder(entry, file))) {
      yield { path: file, name: prefix + entry.name };
    }
  }
}

async function isLinkToFolder(entry: Dirent, file: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  // A link to nothing is reported when it is read.
  return isFolder(file).catch(() => false);
}

/** The true path, links followed; of what does not exist yet, the place it will have. */
export async function real(file: string): Promise<string> {
  const absolute = path.resolve(file);
  const parent = path.dirname(absolute);
  return realpath(absolute).catch(async () => (parent === absolute ? absolute : path.join(await real(parent), path.basename(absolute))));
}

/**
 * All bytes of an input. Pipes are read to their end.
 * @throws FileError
 */
export function readBytes({ path: file }: Pick<Input, 'path'>): Promise<Uint8Array> {
  return readAll(file === standardInput ? process.stdin : createReadStream(file), file);
}

/**
 * All bytes of a stream, and no more than a text may have.
 * @param file of which errors speak
 * @throws FileError
 */
export async function readAll(stream: AsyncIterable<Uint8Array>, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.length;
      // Leaving the loop closes the stream.
      if (length > largestFile) throw new FileError(file, { code: 'TooLarge', limit: largestFile });
    }
  } catch (cause) {
    throw readingFailed(file, cause);
  }
  return Buffer.concat(chunks, length);
}
