import { rm } from 'node:fs/promises';
import path from 'node:path';
import { inOrder } from './inOrder';
import { Manifest, type Done } from './manifest';
import type { Pool } from './pool';
import { placeOf, problemOf, type Problem } from './problem';
import { refusedLine } from './records';
import { oneBadLine, RecordsOut } from './recordsOut';
import { sizeOfAll } from './sources';
import { productOf, stepsOf, type BatchRequest, type RecordsFile, type Step } from './steps';
import { sizeOfTask, type Answer, type PageDone, type RecordsDone } from './task';

/** How far a batch is. */
export interface BatchProgress {
  /** Bytes on the disk that are through, and of those the ones an earlier run had done. */
  readonly bytes: number;
  readonly skippedBytes: number;
  /** Of all inputs; undefined until all folders are searched. */
  readonly ofBytes?: number;
  /** Pages and records done now, found done, and not to be read. */
  readonly texts: number;
  readonly skipped: number;
  readonly bad: number;
}

/** What a batch came to. */
export interface BatchSummary {
  /** Pages and records that were done now. */
  readonly texts: number;
  /** Of an earlier run, found done and unchanged. */
  readonly skipped: number;
  readonly files: number;
  readonly characters: number;
  /** Texts with something left to decide, those of earlier runs included. */
  readonly undecided: number;
  /** Characters of the pages put together, none of which was lost; 0 where no dump was wanted. */
  readonly inPlace: number;
  /** Inputs and records that could not be read or written. */
  readonly bad: number;
  /** The first of them. */
  readonly troubles: readonly Trouble[];
  /** Whether it was stopped before its end. */
  readonly stopped: boolean;
}

export interface Trouble {
  readonly where: string;
  /** Counted from 1, in a file of records. */
  readonly line?: number;
  readonly problem: Problem;
}

/** What whoever runs a batch wants to hear of it. */
export interface BatchEvents {
  readonly signal: AbortSignal;
  /** What is made of a source, in order, where no folder is named. Whether more is wanted. */
  readonly onText?: (text: string | Uint8Array, name: string, kind: 'page' | 'records') => Promise<boolean>;
  /** A page is done; `where` it was. */
  readonly onPage?: (where: string, page: PageDone & { readonly conflict: boolean }) => void;
  readonly onProgress?: (progress: BatchProgress) => void;
}

/** So many troubles are named; all are counted. */
const MOST_TROUBLES = 200;
/** Bytes of texts under way at once. */
const HEAVIEST = 64 * 1024 * 1024;

/**
 * Reads, cleans and writes any number of texts, on all threads of a pool, in bounded memory. What an earlier run did to the same inputs
 * with the same options is left as it is; one that was stopped is gone on with. A bad input is told and never stops the others.
 * @throws FileError when the output folder or its manifest cannot be written
 */
export async function runBatch(request: BatchRequest, pool: Pool, events: BatchEvents): Promise<BatchSummary> {
  const manifest = request.out === undefined ? undefined : await Manifest.open(request.out);
  const batch = new Batch(request, manifest, events);
  const search = new AbortController();
  const sized = sizeOfAll(request.paths, request.out, search.signal).then((bytes) => batch.ofBytes(bytes), () => undefined);
  const stop = new AbortController();
  const onAbort = (): void => stop.abort();
  events.signal.addEventListener('abort', onAbort);
  if (events.signal.aborted) onAbort();
  try {
    const steps = stepsOf(request, manifest, stop.signal);
    const run = (step: Step): Promise<Answer | undefined> => ('task' in step ? pool.run(step.task) : Promise.resolve(undefined));
    for await (const [step, answer] of inOrder(steps, run, weightOf, { most: pool.jobs * 4, heaviest: HEAVIEST })) {
      if (!(await batch.take(step, answer))) {
        stop.abort();
        break;
      }
    }
  } finally {
    events.signal.removeEventListener('abort', onAbort);
    search.abort();
    await sized;
    await batch.close();
    await manifest?.close();
  }
  return batch.summary(events.signal.aborted);
}

function weightOf(step: Step): number {
  return 'task' in step ? sizeOfTask(step.task) : 0;
}

/** The file of records that is under way. */
interface OpenRecords {
  readonly file: RecordsFile;
  readonly out: RecordsOut | undefined;
  /** Lines read so far. */
  lines: number;
  /** Nothing more is taken of it. */
  bad: boolean;
}

/** The state of one batch: takes what is done in the order of the inputs. */
class Batch {
  #records: OpenRecords | undefined;
  readonly #troubles: Trouble[] = [];
  readonly #count = { texts: 0, skipped: 0, files: 0, characters: 0, undecided: 0, inPlace: 0, bad: 0 };
  #bytes = 0;
  #skippedBytes = 0;
  #ofBytes: number | undefined;

  constructor(
    private readonly request: BatchRequest,
    private readonly manifest: Manifest | undefined,
    private readonly events: BatchEvents,
  ) {}

  ofBytes(bytes: number): void {
    this.#ofBytes = bytes;
    this.#tell(0);
  }

  summary(stopped: boolean): BatchSummary {
    return { ...this.#count, troubles: this.#troubles, stopped };
  }

  /** Whether more is wanted. */
  async take(step: Step, answer: Answer | undefined): Promise<boolean> {
    try {
      return await this.#take(step, answer);
    } catch (error) {
      const where = 'where' in step ? step.where : step.file.source.where;
      this.#bad({ where: placeOf(error) ?? where, problem: problemOf(error) });
      if ('file' in step) await this.#giveUp();
      return true;
    }
  }

  async #take(step: Step, answer: Answer | undefined): Promise<boolean> {
    switch (step.kind) {
      case 'skipped':
        this.#count.skipped += step.done.texts;
        if (step.done.left > 0) this.#count.undecided += 1;
        if (step.done.bad > 0) this.#bad({ where: step.where, problem: { code: 'BadRecords', count: step.done.bad } });
        this.#skippedBytes += step.size;
        this.#tell(step.size);
        return true;
      case 'bad':
        this.#bad(step);
        this.#tell(step.size);
        return true;
      case 'page': {
        const wanted = await this.#page(step, answer);
        this.#tell(step.size);
        return wanted;
      }
      case 'records':
      case 'line':
      case 'end': {
        const records = await this.#recordsOf(step.file);
        const wanted = records.bad || (await this.#recordsStep(step, answer, records));
        const { source } = step.file;
        this.#tellAt(step.kind === 'end' ? source.size : source.share(step.read), step.kind === 'end' ? source.size : 0);
        return wanted;
      }
    }
  }

  async #page({ where, name, stem, key, conflict, incomplete = false }: Extract<Step, { kind: 'page' }>, answer: Answer | undefined): Promise<boolean> {
    if (answer?.kind !== 'page') {
      this.#failed(where, answer);
      return true;
    }
    const { texts, troubles = [] } = answer;
    if (this.manifest !== undefined && this.request.out !== undefined) {
      const product = productOf(this.request.work);
      const before = await this.manifest.find({ stem, product });
      // With a page missing it is not done: what was made of that page before stays, and the next run looks again.
      const partial = incomplete || troubles.length > 0;
      if (!partial) await this.#forget(before, answer.files, this.request.out);
      const files = partial ? [...new Set([...answer.files, ...(before?.files ?? [])])] : answer.files;
      await this.manifest.add({ stem, product, key: partial ? '' : key, files, texts, left: answer.left, bad: troubles.length });
    }
    for (const trouble of troubles) this.#bad(trouble);
    this.#count.texts += texts;
    this.#count.files += answer.files.length;
    this.#count.characters += answer.characters;
    this.#count.inPlace += answer.inPlace;
    if (answer.left > 0) this.#count.undecided += 1;
    this.events.onPage?.(where, { ...answer, conflict });
    return answer.text === undefined || this.events.onText === undefined ? true : this.events.onText(answer.text, name, 'page');
  }

  /** Files that an earlier run made of the same source, and that are no longer made of it, would be taken for its articles. */
  async #forget(before: Done | undefined, files: readonly string[], folder: string): Promise<void> {
    for (const file of before?.files ?? []) if (!files.includes(file)) await rm(path.join(folder, ...file.split('/')), { force: true });
  }

  async #recordsOf(file: RecordsFile): Promise<OpenRecords> {
    if (this.#records?.file === file) return this.#records;
    await this.close();
    const state = { file, out: undefined, lines: file.from?.partly?.lines ?? 0, bad: false };
    this.#records = state;
    const { out, work, paths } = this.request;
    if (out === undefined) return state;
    this.#records = { ...state, out: await RecordsOut.open(out, productOf(work), file, paths) };
    return this.#records;
  }

  async #recordsStep(step: Extract<Step, { kind: 'records' | 'line' | 'end' }>, answer: Answer | undefined, records: OpenRecords): Promise<boolean> {
    const { source } = step.file;
    if (step.kind === 'end') {
      if (step.problem !== undefined) {
        // What was read is written and stays, under its unfinished name: the input is damaged, and its output must not look whole.
        this.#bad({ where: source.where, problem: step.problem });
        await this.#giveUp();
      } else if (records.out !== undefined && this.manifest !== undefined) {
        await records.out.finish(step.key, this.manifest);
        this.#count.files += 1;
        this.#records = undefined;
      }
      return true;
    }
    const done = step.kind === 'line' ? oneBadLine(step.problem, refusedLine(step.problem, this.request.work)) : answer;
    if (done?.kind !== 'records') {
      this.#failed(source.where, done);
      await this.#giveUp();
      return true;
    }
    this.#countRecords(done, source.where, records.lines);
    records.lines += done.lines;
    if (records.out === undefined || this.manifest === undefined) return this.events.onText?.(done.output, source.name, 'records') ?? true;
    await records.out.add(done, step.read, step.key, this.manifest);
    return true;
  }

  #countRecords({ records, problems, characters, left }: RecordsDone, where: string, lines: number): void {
    this.#count.texts += records - problems.length;
    this.#count.characters += characters;
    this.#count.undecided += left > 0 ? 1 : 0;
    for (const { line, problem } of problems) this.#bad({ where, line: lines + line + 1, problem });
  }

  async #giveUp(): Promise<void> {
    if (this.#records === undefined) return;
    this.#records.bad = true;
    await this.#records.out?.close();
  }

  /** Closes what is open; a file of records that is not through is remembered as far as it is. */
  async close(): Promise<void> {
    const records = this.#records;
    this.#records = undefined;
    if (records?.out === undefined || this.manifest === undefined) return;
    if (!records.bad) await records.out.remember(this.manifest);
    await records.out.close();
  }

  #failed(where: string, answer: Answer | undefined): void {
    if (answer?.kind === 'failed') this.#bad({ where: answer.where ?? where, problem: answer.problem });
    else this.#bad({ where, problem: { code: 'Internal', what: 'no answer' } });
  }

  #bad({ where, line, problem }: Trouble): void {
    this.#count.bad += 1;
    if (this.#troubles.length < MOST_TROUBLES) this.#troubles.push({ where, ...(line === undefined ? {} : { line }), problem });
  }

  #tell(bytes: number): void {
    this.#tellAt(0, bytes);
  }

  /** @param within bytes of the source at hand that are through @param bytes of one that is */
  #tellAt(within: number, bytes: number): void {
    this.#bytes += bytes;
    const inside = bytes > 0 ? 0 : within;
    this.events.onProgress?.({ bytes: this.#bytes + inside, skippedBytes: this.#skippedBytes, ...(this.#ofBytes === undefined ? {} : { ofBytes: this.#ofBytes }), texts: this.#count.texts, skipped: this.#count.skipped, bad: this.#count.bad });
  }
}
