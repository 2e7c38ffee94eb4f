import type { Gathering } from './gather';
import { startKey, type Manifest } from './manifest';
import { placeOf, problemOf } from './problem';
import { areThere, readPage, timeMatters } from './readPage';
import type { Source } from './sources';
import { productOf, type BatchRequest, type Step } from './steps';
import { sizeOfTask, type IssuePageBytes } from './task';

/** Bytes of one issue: a paper of a thousand pages. All of it is in memory at once. */
export const largestIssue = 16 * 1024 * 1024;

/**
 * Pages that lie together as one step. Where they are more than an issue can have, that is told, and each is a step of its own.
 * @param single the step of a page by itself
 */
export async function* issueSteps({ name, where, sources }: Gathering, stem: string, request: BatchRequest, manifest: Manifest | undefined, single: (source: Source) => Promise<Step>): AsyncGenerator<Step> {
  const { work, out, decisions, force, paths } = request;
  if (sources.reduce((sum, { size }) => sum + size, 0) > largestIssue) {
    yield* each(sources, where, single);
    return;
  }
  const files: IssuePageBytes[] = [];
  const read: Source[] = [];
  let conflict = false;
  for (const source of sources) {
    try {
      const { bytes, sidecar, conflict: torn } = await readPage(source, decisions);
      const modified = timeMatters(work.format) ? source.modified : undefined;
      files.push({ name: source.name, where: source.where, bytes, ...(modified !== undefined && { modified }), ...(sidecar && { sidecar }) });
      read.push(source);
      conflict ||= torn;
    } catch (error) {
      yield { kind: 'bad', where: placeOf(error) ?? source.where, problem: problemOf(error), size: source.size };
    }
  }
  if (files.length === 0) return;
  const size = read.reduce((sum, source) => sum + source.size, 0);
  const hash = startKey('issue', work, stem, name, files.map((file) => [file.name, file.bytes.length, file.modified ?? null, file.sidecar ?? null]));
  if (manifest !== undefined) for (const { bytes } of files) hash.update(bytes);
  const key = hash.digest('hex');
  const done = await manifest?.find({ stem, product: productOf(work) });
  if (out !== undefined && done?.key === key && (await areThere(out, done.files))) {
    yield { kind: 'skipped', where, done, size };
    return;
  }
  const place = out === undefined ? undefined : { folder: out, stem, ending: '', inputs: paths, own: done?.files ?? [], force };
  const task = { kind: 'issue' as const, work, name, files, ...(place && { place }) };
  // What was packed is known only now.
  if (sizeOfTask(task) > largestIssue) yield* each(read, where, single);
  else yield { kind: 'page', where, name, stem, key, size, conflict, task, ...(read.length < sources.length && { incomplete: true }) };
}

async function* each(sources: readonly Source[], where: string, single: (source: Source) => Promise<Step>): AsyncGenerator<Step> {
  yield { kind: 'bad', where, problem: { code: 'NoIssue', pages: sources.length, limit: largestIssue }, size: 0 };
  for (const source of sources) {
    try {
      yield await single(source);
    } catch (error) {
      yield { kind: 'bad', where: placeOf(error) ?? source.where, problem: problemOf(error), size: source.size };
    }
  }
}
