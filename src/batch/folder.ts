import type { FormatId, Language } from '../core/index';
import type { IssueWork } from './task';
import { runBatch, type BatchProgress } from './batch';
import { createPace, sayTime } from './pace';
import { createPool } from './pool';
import { sayTrouble } from './words';

/** A folder to be exported, by an editor. */
export interface FolderRequest {
  readonly folder: string;
  readonly out: string;
  readonly format: FormatId;
  readonly normalise: boolean;
  /** Whole issues, in place of page by page. */
  readonly issues?: IssueWork;
  readonly language: Language;
}

/** How far an export is, as an editor shows it. */
export interface FolderPace {
  readonly share?: number;
  readonly done: number;
  readonly perSecond: number;
  readonly left?: string;
}

/** Milliseconds between two reports. */
const STEP = 200;

/**
 * Exports a folder as the command does, and tells how far it is in words.
 * @param worker the bundle of `worker.ts`
 */
export async function exportFolder({ folder, out, format, normalise, language, issues }: FolderRequest, worker: string, { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (pace: FolderPace) => void }): Promise<{ done: number; unchanged: number; bad: number; troubles: string[]; stopped: boolean }> {
  const pool = createPool(undefined, worker);
  const pace = createPace(() => performance.now());
  let last = 0;
  const tell = (progress: BatchProgress): void => {
    const { share, textsPerSecond, secondsLeft } = pace(progress);
    const now = performance.now();
    if (now - last < STEP) return;
    last = now;
    onProgress({ ...(share === undefined ? {} : { share }), done: progress.texts, perSecond: textsPerSecond, ...(secondsLeft === undefined ? {} : { left: sayTime(secondsLeft) }) });
  };
  try {
    const work = { format, bare: false, normalise, language, field: 'text', ...(issues && { issues }) };
    const summary = await runBatch({ paths: [folder], out, work, decisions: true, force: false }, pool, { signal, onProgress: tell });
    const troubles = summary.troubles.map(({ where, line, problem }) => `${where}${line === undefined ? '' : `:${String(line)}`}: ${sayTrouble(problem, language)}`);
    return { done: summary.texts, unchanged: summary.skipped, bad: summary.bad, troubles, stopped: summary.stopped };
  } finally {
    await pool.end();
  }
}
