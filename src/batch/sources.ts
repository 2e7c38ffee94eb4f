import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileError } from '../node/fileError';
import { findInputs, standardInput, type Input } from '../node/files';
import { manifestName } from './manifest';
import { problemOf, type Problem } from './problem';
import { zipEntries } from './zip';

/** One file of texts: on the disk, or in an archive. */
export interface Source {
  readonly kind: 'page' | 'records';
  /** What it is called in reports, the same on every machine: its place in the folder or archive given, with `/`. */
  readonly name: string;
  /** Where it is, for a person: a path, in an archive followed by the path inside. */
  readonly where: string;
  /** The file on the disk beside which its decisions lie; an entry of an archive has none. */
  readonly file?: string;
  /** Bytes on the disk: the measure of progress. */
  readonly size: number;
  /** When it was last changed, as ISO 8601 text. */
  readonly modified?: string;
  /** Its bytes, unpacked. Of an entry of an archive to be read before the next source is asked for. */
  open(): Promise<Readable>;
  /** How many of its bytes on the disk are read when so many came out of the stream opened last. */
  share(unpacked: number): number;
}

/** An input that cannot be read at all. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly where: string;
  readonly size: number;
  readonly problem: Problem;
}

/** Bytes read at once. */
const pieceSize = 256 * 1024;

const gzip = /\.gz$/iu;
const zip = /\.zip$/iu;
const records = /\.(?:jsonl|ndjson)$/iu;
/** What is taken from a folder or an archive. */
const taken = /\.(?:(?:txt|md|jsonl|ndjson)(?:\.gz)?|zip)$/iu;

/** Whether a file holds texts in a way that only a batch can read: packed, or many in one. */
export function isCollection(file: string): boolean {
  return /\.(?:gz|zip|jsonl|ndjson)$/iu.test(file);
}

/**
 * The sources that the arguments mean, one at a time, in an order that is the same everywhere: files as they are, folders searched to
 * the bottom, the entries of archives in the order of the archive.
 * @param except a folder not to search: what is being written is no input
 */
export async function* findSources(paths: readonly string[], except?: string): AsyncGenerator<Source | Unreadable> {
  for await (const input of findInputs(paths, except, taken)) {
    if (input instanceof FileError) yield { kind: 'unreadable', where: input.path, size: 0, problem: input.problem };
    else if (path.basename(input.path) === manifestName) continue;
    else if (zip.test(input.path)) yield* entriesOf(input);
    else yield { kind: kindOf(input.name), ...(await sourceOf(input)) };
  }
}

/** Bytes on the disk of all that {@link findSources} will give. */
export async function sizeOfAll(paths: readonly string[], except: string | undefined, signal: AbortSignal): Promise<number> {
  let sum = 0;
  for await (const input of findInputs(paths, except, taken)) {
    if (signal.aborted) break;
    if (!(input instanceof FileError)) sum += await sizeOf(input.path);
  }
  return sum;
}

async function sizeOf(file: string): Promise<number> {
  return (await factsOf(file)).size;
}

async function factsOf(file: string): Promise<Pick<Source, 'size' | 'modified'>> {
  if (file === standardInput) return { size: 0 };
  return stat(file).then(({ size, mtime }) => ({ size, modified: `${mtime.toISOString().slice(0, 19)}Z` }), () => ({ size: 0 }));
}

function kindOf(name: string): 'page' | 'records' {
  return records.test(name.replace(gzip, '')) ? 'records' : 'page';
}

async function sourceOf({ path: file, name }: Input): Promise<Omit<Source, 'kind'>> {
  const isPacked = gzip.test(name);
  let raw: { readonly bytesRead?: number } | undefined;
  return {
    name,
    where: file === standardInput ? 'stdin' : file,
    ...(file === standardInput ? {} : { file }),
    ...(await factsOf(file)),
    open: () => {
      const stream = file === standardInput ? process.stdin : createReadStream(file, { highWaterMark: pieceSize });
      raw = stream;
      return Promise.resolve(isPacked ? unpacked(stream) : stream);
    },
    share: (bytes) => (isPacked ? (raw?.bytesRead ?? 0) : bytes),
  };
}

async function* entriesOf({ path: file, name }: Input): AsyncGenerator<Source | Unreadable> {
  try {
    for await (const entry of zipEntries(file)) {
      if (!taken.test(entry.name)) continue;
      const { size, unpackedSize } = entry;
      const where = `${file}/${entry.name}`;
      const problem = entry.problem ?? (zip.test(entry.name) ? { code: 'Nested' as const } : undefined);
      if (problem !== undefined) {
        yield { kind: 'unreadable', where, size, problem };
        continue;
      }
      yield {
        kind: kindOf(entry.name),
        name: `${name}/${entry.name}`,
        where,
        size,
        open: async () => (gzip.test(entry.name) ? unpacked(await entry.open()) : entry.open()),
        share: (bytes) => Math.min(size, (bytes * size) / Math.max(1, unpackedSize)),
      };
    }
  } catch (error) {
    yield { kind: 'unreadable', where: file, size: 0, problem: problemOf(error) };
  }
}

function unpacked(stream: Readable): Readable {
  // The callback: an error reaches whoever reads the last of them.
  return pipeline(stream, createGunzip({ chunkSize: pieceSize }), () => undefined);
}
