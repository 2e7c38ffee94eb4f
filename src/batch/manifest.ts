import { createHash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { version } from '../../package.json';
import { FileError, systemCode, writingFailed } from '../node/fileError';
import type { Problem } from './problem';

/** The file in the output folder that remembers what is done. */
export const manifestName = '.restitch-manifest.jsonl';

const format = 'restitch-manifest/1';

/** What came of one source. */
export interface Done {
  /** Its path in the output folder, with no ending. */
  readonly stem: string;
  /** What is made of it: pages written twice in two formats are two things done. */
  readonly product: string;
  /** Of what went in: contents, decisions, options, version. The same key gives the same files. */
  readonly key: string;
  /** Paths in the output folder, with `/`. */
  readonly files: readonly string[];
  readonly texts: number;
  readonly left: number;
  readonly bad: number;
  /** A file of records that is not through yet: how far it came. */
  readonly partly?: Partly;
}

/** Up to here a file of records was read and written: bytes, and lines, of what went in and bytes of what came out. */
export interface Partly {
  readonly read: number;
  readonly lines: number;
  readonly written: number;
  readonly characters: number;
  readonly problems: readonly { readonly line: number; readonly problem: Problem }[];
}

/** What goes into a key, as a hash still open. */
export function startKey(...parts: readonly unknown[]): ReturnType<typeof createHash> {
  return createHash('sha256').update(`${JSON.stringify([version, ...parts])}\n`);
}

/**
 * The memory of a batch: a line of JSON for each source that is done, added when its files are written and in their place. A line that
 * was cut off while it was written is not there. In memory only the places of the lines are kept.
 */
export class Manifest {
  readonly #file: string;
  /** Opened with the first line: a batch that makes nothing leaves nothing. */
  #handle: FileHandle | undefined;
  readonly #places = new Map<string, { readonly at: number; readonly length: number }>();
  #end = 0;

  private constructor(file: string) {
    this.#file = file;
  }

  /** Opens the manifest of an output folder; where there is none it is made with its first line. @throws FileError */
  static async open(folder: string): Promise<Manifest> {
    const manifest = new Manifest(path.join(folder, manifestName));
    try {
      manifest.#handle = await open(manifest.#file, 'r+').catch((error: unknown) => {
        if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return undefined;
        throw error;
      });
      if (manifest.#handle !== undefined) await manifest.#read(manifest.#handle);
      return manifest;
    } catch (cause) {
      await manifest.close();
      throw writingFailed(manifest.#file, cause);
    }
  }

  /** What is remembered of a source. */
  async find({ stem, product }: Pick<Done, 'stem' | 'product'>): Promise<Done | undefined> {
    const place = this.#places.get(idOf({ stem, product }));
    if (place === undefined || this.#handle === undefined) return undefined;
    const bytes = Buffer.alloc(place.length);
    await this.#handle.read(bytes, 0, place.length, place.at);
    return parsed(bytes.toString());
  }

  /** Remembers a source; what was remembered of it before no longer counts. @throws FileError */
  async add(done: Done): Promise<void> {
    if (this.#end === 0) await this.#append(undefined, `${JSON.stringify({ format, tool: 'restitch' })}\n`);
    await this.#append(idOf(done), `${JSON.stringify(done)}\n`);
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }

  async #append(id: string | undefined, line: string): Promise<void> {
    const bytes = Buffer.from(line);
    try {
      if (this.#handle === undefined) {
        await mkdir(path.dirname(this.#file), { recursive: true });
        this.#handle = await open(this.#file, 'w+');
      }
      await this.#handle.write(bytes, 0, bytes.length, this.#end);
    } catch (cause) {
      throw writingFailed(this.#file, cause);
    }
    if (id !== undefined) this.#places.set(id, { at: this.#end, length: bytes.length });
    this.#end += bytes.length;
  }

  async #read(handle: FileHandle): Promise<void> {
    let held = Buffer.alloc(0);
    let first = true;
    for await (const chunk of handle.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      held = Buffer.concat([held, chunk]);
      for (let end = held.indexOf(0x0a); end !== -1; end = held.indexOf(0x0a)) {
        const line = held.subarray(0, end).toString();
        if (first) this.#check(line);
        else {
          const done = parsed(line);
          if (done !== undefined) this.#places.set(idOf(done), { at: this.#end, length: end + 1 });
        }
        first = false;
        this.#end += end + 1;
        held = held.subarray(end + 1);
      }
    }
    // The rest of a line that was being written when the power went.
    if (held.length > 0) await handle.truncate(this.#end);
  }

  #check(line: string): void {
    let head: unknown;
    try {
      head = JSON.parse(line);
    } catch {
      head = undefined;
    }
    if (typeof head === 'object' && head !== null && 'format' in head && head.format === format) return;
    throw new FileError(this.#file, { code: 'Unwritable', reason: 'another manifest' });
  }
}

function idOf({ stem, product }: Pick<Done, 'stem' | 'product'>): string {
  return `${product}:${stem}`;
}

/** Whether a path stays in the output folder. What is no longer made is deleted, and a manifest may come from anywhere: a line with any other path counts for nothing. */
function isInside(file: unknown): boolean {
  return typeof file === 'string' && !/[\\\0]/u.test(file) && !/^[A-Za-z]:/u.test(file) && file.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function parsed(line: string): Done | undefined {
  try {
    const value = JSON.parse(line) as Partial<Done> | null;
    const isDone = typeof value?.stem === 'string' && typeof value.product === 'string' && typeof value.key === 'string' && Array.isArray(value.files);
    return isDone && value.files.every((file) => isInside(file)) ? (value as Done) : undefined;
  } catch {
    return undefined;
  }
}
