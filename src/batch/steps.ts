import path from 'node:path';
import { formatById } from '../core/index';
import { createNamer, fileNameOf } from '../node/names';
import { readingFailed } from '../node/fileError';
import { gathered } from './gather';
import { issueSteps } from './issueSteps';
import { wholeLines } from './lines';
import { startKey, type Done, type Manifest } from './manifest';
import { BatchError, placeOf, problemOf, type Problem } from './problem';
import { findSources, type Source } from './sources';
import { areThere, heldInMemory, readPage, timeMatters } from './readPage';
import type { IssueTask, PageTask, RecordsTask, Work } from './task';

/** Bytes of one record, its line end included. */
export const longestLine = 64 * 1024 * 1024;

/** What a batch is to do. */
export interface BatchRequest {
  readonly paths: readonly string[];
  /** The folder in which the files go; without it what is made comes back as text, in order. */
  readonly out?: string;
  readonly work: Work;
  /** Whether what was decided about a file (`FILE.restitch.json` beside it) is followed. */
  readonly decisions: boolean;
  /** Write over files that are there and hold something else. */
  readonly force: boolean;
}

/** A file of records that is under way; the same object for all its steps. */
export interface RecordsFile {
  readonly source: Source;
  readonly stem: string;
  /** Where an earlier run came to; this one goes on from there. */
  readonly from?: Done;
  /** Whether its output may take the place of a file that is there. */
  readonly mayReplace: boolean;
}

/** One step of a batch, small enough to be held in memory. `incomplete`: pages of the issue could not be read. */
export type Step =
  | { readonly kind: 'page'; readonly where: string; readonly name: string; readonly stem: string; readonly key: string; readonly task: PageTask | IssueTask; readonly conflict: boolean; readonly incomplete?: boolean; readonly size: number }
  | { readonly kind: 'records'; readonly file: RecordsFile; readonly task: RecordsTask; readonly read: number; readonly key: string; readonly size: number }
  | { readonly kind: 'line'; readonly file: RecordsFile; readonly problem: Problem; readonly read: number; readonly key: string; readonly size: number }
  /** All of a file of records was given. */
  | { readonly kind: 'end'; readonly file: RecordsFile; readonly key: string; readonly size: number; readonly problem?: Problem }
  | { readonly kind: 'skipped'; readonly where: string; readonly done: Done; readonly size: number }
  | { readonly kind: 'bad'; readonly where: string; readonly problem: Problem; readonly size: number };

/** What is made: the name of a format, or of the way in which the dump is re-stitched. */
export function productOf({ format, per, restitch, issues }: Work): string {
  if (restitch !== undefined) return `dump-${restitch}`;
  return `${format}${per === undefined ? '' : `-per-${per}`}${issues === undefined ? '' : '-of-issues'}`;
}

/** Reads the sources and says what is to be done with each; what the manifest knows to be done is left out. */
export async function* stepsOf(request: BatchRequest, manifest: Manifest | undefined, signal: AbortSignal): AsyncGenerator<Step> {
  const unique = createNamer();
  const found = findSources(request.paths, request.out);
  const { issues } = request.work;
  for await (const source of issues === undefined ? found : gathered(found, issues.fileNames, heldInMemory)) {
    if (signal.aborted) return;
    if (source.kind === 'gathering') {
      yield* issueSteps(source, unique(stemOf(`${source.name}.`)), request, manifest, (page) => pageStep(page, unique(stemOf(page.name)), request, manifest));
      continue;
    }
    if (source.kind === 'unreadable') {
      yield { kind: 'bad', where: source.where, problem: source.problem, size: source.size };
      continue;
    }
    const stem = unique(stemOf(source.name));
    try {
      if (source.kind === 'page') yield await pageStep(source, stem, request, manifest);
      else yield* recordSteps(source, stem, request, manifest, signal);
    } catch (error) {
      yield { kind: 'bad', where: placeOf(error) ?? source.where, problem: problemOf(error), size: source.size };
    }
  }
}

/** Where the files of a source go: its name, in the folders in which it was found, each fit for every system. */
function stemOf(name: string): string {
  const { dir, name: own } = path.posix.parse(name.replace(/\.gz$/iu, ''));
  return [...dir.split('/').filter((part) => part !== ''), own].map((part) => fileNameOf(part)).join('/');
}

async function pageStep(source: Source, stem: string, { work, out, decisions, force, paths }: BatchRequest, manifest: Manifest | undefined): Promise<Step> {
  const { where, name, size } = source;
  const { bytes, sidecar, conflict } = await readPage(source, decisions);
  const modified = timeMatters(work.format) ? source.modified : undefined;
  const key = manifest === undefined ? '' : startKey('page', work, stem, name, modified ?? null, sidecar ?? null).update(bytes).digest('hex');
  const done = await manifest?.find({ stem, product: productOf(work) });
  if (out !== undefined && done?.key === key && (await areThere(out, done.files))) return { kind: 'skipped', where, done, size };
  const place = out === undefined ? undefined : { folder: out, stem, ending: path.posix.extname(name.replace(/\.gz$/iu, '')), inputs: paths, own: done?.files ?? [], force };
  return { kind: 'page', where, name, stem, key, size, conflict, task: { kind: 'page', work, name, bytes, ...(modified !== undefined && { modified }), ...(sidecar && { sidecar }), ...(place && { place }) } };
}

async function* recordSteps(source: Source, stem: string, { work, out, force }: BatchRequest, manifest: Manifest | undefined, signal: AbortSignal): AsyncGenerator<Step> {
  if (work.restitch === undefined && formatById(work.format).binary) throw new BatchError({ code: 'NeedsFile', format: work.format });
  const product = productOf(work);
  const before = await manifest?.find({ stem, product });
  const begun = (): ReturnType<typeof startKey> => startKey('records', work, stem);
  let from: Done | undefined;
  if (before !== undefined && out !== undefined) {
    const isSame = (await keyOfBeginning(source, begun(), before.partly?.read ?? Infinity, signal)) === before.key;
    if (isSame && before.partly !== undefined) from = before;
    else if (isSame && (await areThere(out, before.files))) {
      yield { kind: 'skipped', where: source.where, done: before, size: source.size };
      return;
    }
  }
  const file: RecordsFile = { source, stem, mayReplace: force || before !== undefined, ...(from && { from }) };
  const hash = begun();
  const toSkip = from?.partly?.read ?? 0;
  let read = 0;
  let problem: Problem | undefined;
  try {
    for await (const lines of wholeLines(await source.open(), longestLine)) {
      if (signal.aborted) return;
      const length = 'bytes' in lines ? lines.bytes.length : lines.length;
      const begin = Math.max(0, toSkip - read);
      read += length;
      hash.update('bytes' in lines ? lines.bytes : `too long ${String(length)}`);
      if (begin >= length) continue;
      const key = hash.copy().digest('hex');
      if ('bytes' in lines) yield { kind: 'records', file, read, key, size: length, task: { kind: 'records', work, bytes: begin === 0 ? lines.bytes : lines.bytes.slice(begin) } };
      else yield { kind: 'line', file, read, key, size: 0, problem: { code: 'LineTooLong', limit: longestLine } };
    }
  } catch (error) {
    problem = problemOf(readingFailedOf(source, error));
  }
  yield { kind: 'end', file, key: hash.digest('hex'), size: 0, ...(problem && { problem }) };
}

/** An archive that ends too early is damaged; all else is the disk's. */
function readingFailedOf(source: Source, error: unknown): unknown {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_') ? error : readingFailed(source.where, error);
}

/** The key of the first bytes of a file of records. */
async function keyOfBeginning(source: Source, hash: ReturnType<typeof startKey>, length: number, signal: AbortSignal): Promise<string | undefined> {
  let read = 0;
  try {
    for await (const lines of wholeLines(await source.open(), longestLine)) {
      if (signal.aborted) return undefined;
      if ('bytes' in lines) hash.update(read + lines.bytes.length > length ? lines.bytes.subarray(0, length - read) : lines.bytes);
      else hash.update(`too long ${String(lines.length)}`);
      read += 'bytes' in lines ? lines.bytes.length : lines.length;
      if (read >= length) break;
    }
  } catch {
    // It is told when the file is read in earnest.
    return undefined;
  }
  return hash.digest('hex');
}
