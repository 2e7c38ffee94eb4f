import { mkdir, open, rename, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { FileError, writingFailed } from '../node/fileError';
import { createGuard } from '../node/write';
import type { Done, Manifest, Partly } from './manifest';
import type { Problem } from './problem';
import type { RecordsFile } from './steps';
import type { RecordsDone } from './task';

/** After so many bytes of output a file of records is remembered as far as it is. */
const CHECKPOINT = 32 * 1024 * 1024;

/**
 * The output of one file of records. It grows under another name, `….jsonl.part`, and takes its own when it is whole; how far it came
 * is remembered on the way, so that a batch that was stopped goes on in the middle of a file of ten gigabytes.
 */
export class RecordsOut {
  readonly file: string;
  readonly #target: string;
  #handle: FileHandle | undefined;
  #state: Omit<Done, 'partly'> & { partly: Partly };
  #remembered: number;

  private constructor(folder: string, product: string, { stem, from }: RecordsFile) {
    this.file = `${stem}.jsonl`;
    this.#target = path.join(folder, ...this.file.split('/'));
    const nothing: Partly = { read: 0, lines: 0, written: 0, characters: 0, problems: [] };
    this.#state = { stem, product, key: from?.key ?? '', files: [], texts: from?.texts ?? 0, left: from?.left ?? 0, bad: from?.bad ?? 0, partly: from?.partly ?? nothing };
    this.#remembered = this.#state.partly.written;
  }

  /** Opens the output where it was left, or anew. @param inputs folders and files that are read @throws FileError */
  static async open(folder: string, product: string, file: RecordsFile, inputs: readonly string[]): Promise<RecordsOut> {
    const out = new RecordsOut(folder, product, file);
    const part = `${out.#target}.part`;
    try {
      const guard = await createGuard(inputs, folder);
      for (const input of inputs) guard.protect(input);
      guard.check(out.#target);
      if (!file.mayReplace && (await stat(out.#target).catch(() => undefined)) !== undefined) throw new FileError(out.#target, { code: 'Exists' });
      await mkdir(path.dirname(part), { recursive: true });
      const { written } = out.#state.partly;
      out.#handle = await open(part, written > 0 ? 'r+' : 'w');
      // What was written after the place that is remembered is written again.
      await out.#handle.truncate(written);
    } catch (cause) {
      await out.#handle?.close();
      throw writingFailed(part, cause);
    }
    return out;
  }

  /** Lines that were read before those at hand. */
  get lines(): number {
    return this.#state.partly.lines;
  }

  get problems(): Partly['problems'] {
    return this.#state.partly.problems;
  }

  /** Adds what became of some lines. @param read bytes of the input so far @param key of these bytes @throws FileError */
  async add(done: RecordsDone, read: number, key: string, manifest: Manifest): Promise<void> {
    const { partly, texts, left, bad } = this.#state;
    try {
      await this.#handle?.write(done.output, 0, done.output.length, partly.written);
    } catch (cause) {
      throw writingFailed(this.#target, cause);
    }
    const problems = done.problems.map(({ line, problem }) => ({ line: partly.lines + line, problem }));
    this.#state = {
      ...this.#state,
      key,
      texts: texts + done.records,
      left: left + done.left,
      bad: bad + problems.length,
      partly: {
        read,
        lines: partly.lines + done.lines,
        written: partly.written + done.output.length,
        characters: partly.characters + done.characters,
        problems: [...partly.problems, ...problems].slice(0, MOST_PROBLEMS),
      },
    };
    if (this.#state.partly.written - this.#remembered >= CHECKPOINT) await this.remember(manifest);
  }

  /** Remembers how far it came. @throws FileError */
  async remember(manifest: Manifest): Promise<void> {
    if (this.#state.partly.read === 0) return;
    await this.#handle?.datasync();
    await manifest.add(this.#state);
    this.#remembered = this.#state.partly.written;
  }

  /** The file is whole: it takes its name. @throws FileError */
  async finish(key: string, manifest: Manifest): Promise<Done> {
    try {
      await this.close();
      await rename(`${this.#target}.part`, this.#target);
    } catch (cause) {
      throw writingFailed(this.#target, cause);
    }
    const { stem, product, texts, left, bad } = this.#state;
    const done: Done = { stem, product, key, files: [this.file], texts, left, bad };
    await manifest.add(done);
    return done;
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }
}

/** So many bad records of one file are named; all are counted. */
export const MOST_PROBLEMS = 20;

/** An answer that says only that one line could not be read, with a line of output of its own. */
export function oneBadLine(problem: Problem, output: string): RecordsDone {
  return { kind: 'records', output: new TextEncoder().encode(output), lines: 1, records: 1, characters: 0, left: 0, problems: [{ line: 0, problem }] };
}
