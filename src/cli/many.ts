import { runBatch, type BatchSummary, type Trouble } from '../batch/batch';
import { createPool } from '../batch/pool';
import { problemOf, type Problem } from '../batch/problem';
import { runStream } from '../batch/stream';
import type { PageDone, Work } from '../batch/task';
import { sayTrouble } from '../batch/words';
import { formatById } from '../core/index';
import { readModel } from '../node/model';
import { exitCodes, type ExitCode } from './exitCodes';
import { says } from './messages';
import type { Options } from './options';
import { commentOf, createWriter } from './output';
import { createProgress } from './progress';
import type { Streams } from './run';

function workOf({ format, bare, per, restitch, normalise, encoding, language, field, issues, fileNames }: Options): Work {
  return { ...(issues ? { issues: fileNames.length === 0 ? {} : { fileNames } } : {}), format, bare, ...(per === undefined ? {} : { per }), ...(restitch === undefined ? {} : { restitch }), normalise, ...(encoding === undefined ? {} : { encoding }), language, field };
}

/**
 * Folders and archives: every text on one of the worker threads. Ctrl+C ends what is under way, remembers it and stops; a second one
 * stops at once.
 */
export async function runMany(options: Options, { out, say }: Streams): Promise<ExitCode> {
  const { language, paths, decisions, quiet } = options;
  if (!(await canAnalyse(say, options))) return exitCodes.failed;
  const pool = createPool(options.jobs);
  const progress = createProgress(options, process.stderr);
  const tell = (line: string): void => {
    progress.clear();
    say(line);
  };
  const interruption = stopOnSignal(() => {
    if (!quiet) tell(says.stopping(language));
  });
  const write = createWriter(out);
  let first = true;
  const onText = (text: string | Uint8Array, name: string, kind: 'page' | 'records'): Promise<boolean> => {
    const before = first;
    first = false;
    return write(typeof text === 'string' && kind === 'page' ? behindOthers(text, name, before, options) : text);
  };
  const onPage = (where: string, page: PageDone & { readonly conflict: boolean }): void => {
    if (!quiet) for (const line of aboutPage(page, options)) tell(`${where}: ${line}`);
  };
  const folder = options.out;
  try {
    const request = { paths, ...(folder === undefined ? {} : { out: folder }), work: workOf(options), decisions, force: options.force };
    const summary = await runBatch(request, pool, { signal: interruption.signal, onText, onPage, onProgress: progress.show });
    progress.clear();
    tellEnd(summary, options, say);
    return codeOf(summary);
  } catch (error) {
    progress.clear();
    say(`${folder ?? 'restitch'}: ${sayTrouble(problemOf(error), language)}`);
    return exitCodes.failed;
  } finally {
    await pool.end();
    interruption.end();
  }
}

/** `--stream`: a JSON object a line in, a JSON object a line out. */
export async function runFilter(options: Options, { out, say }: Streams): Promise<ExitCode> {
  const { language, quiet } = options;
  if (!(await canAnalyse(say, options))) return exitCodes.failed;
  const pool = createPool(options.jobs);
  try {
    const onTrouble = (line: number, problem: Problem): void => {
      if (!quiet) say(`stdin:${line}: ${sayTrouble(problem, language)}`);
    };
    const { bad, undecided, broken } = await runStream(process.stdin, workOf(options), pool, { write: createWriter(out), onTrouble, signal: new AbortController().signal });
    if (broken !== undefined) say(`restitch: ${sayTrouble(broken, language)}`);
    return broken !== undefined || bad > 0 ? exitCodes.failed : undecided > 0 ? exitCodes.findings : exitCodes.clean;
  } catch (error) {
    say(`stdin: ${sayTrouble(problemOf(error), language)}`);
    return exitCodes.failed;
  } finally {
    await pool.end();
  }
}

/** A page printed behind others: below its name, as one table, or with a blank line between. */
function behindOthers(text: string, name: string, first: boolean, { format: id, bare, restitch }: Options): string {
  if (restitch !== undefined) return text;
  if (bare) return `${first ? '' : '\n'}${commentOf(name)}${text}`;
  const format = formatById(id);
  if (first || format.lines || format.line) return text;
  return id === 'csv' ? text.slice(text.indexOf('\n') + 1) : `\n${text}`;
}

/** Told once, before the threads start, and not once for each text. */
async function canAnalyse(say: Streams['say'], { language }: Options): Promise<boolean> {
  try {
    await readModel();
    return true;
  } catch (error) {
    say(`restitch: ${sayTrouble(problemOf(error), language)}`);
    return false;
  }
}

function aboutPage({ conflict, lost, unmet, doubtful }: PageDone & { readonly conflict: boolean }, { language }: Options): string[] {
  return [
    ...(conflict ? [says.conflict(language)] : []),
    ...(lost > 0 ? [says.lost(lost, language)] : []),
    ...(unmet > 0 ? [says.unmet(unmet, language)] : []),
    ...(doubtful > 0 ? [says.doubtful(doubtful, language)] : []),
  ];
}

function tellEnd({ texts, files, skipped, bad, troubles, stopped, inPlace }: BatchSummary, { language, quiet, out }: Options, say: Streams['say']): void {
  if (!quiet && bad > 3) say(says.bad(bad, language));
  for (const trouble of troubles) say(`${placeOf(trouble)}: ${sayTrouble(trouble.problem, language)}`);
  if (bad > troubles.length) say(says.more(bad - troubles.length, language));
  if (quiet) return;
  if (out !== undefined) say(says.written(texts, files, out, language) + (skipped > 0 ? says.unchanged(skipped, language) : ''));
  if (inPlace > 0) say(says.conserved(inPlace, language));
  if (stopped && out !== undefined) say(says.stopped(language));
}

function placeOf({ where, line }: Trouble): string {
  return line === undefined ? where : `${where}:${line}`;
}

function codeOf({ bad, undecided }: BatchSummary): ExitCode {
  return bad > 0 ? exitCodes.failed : undecided > 0 ? exitCodes.findings : exitCodes.clean;
}

/**
 * A stop that can wait until what is begun is done: the first Ctrl+C, or the warning that a cluster gives before it ends a job. The
 * program then ends by that signal, as its caller expects of a program that was told to stop.
 */
function stopOnSignal(onStop: () => void): { readonly signal: AbortSignal; readonly end: () => void } {
  const stop = new AbortController();
  const names = ['SIGINT', 'SIGTERM'] as const;
  let heard: NodeJS.Signals | undefined;
  const listen = (name: NodeJS.Signals): void => {
    heard = name;
    release();
    onStop();
    stop.abort();
  };
  const release = (): void => {
    for (const name of names) process.off(name, listen);
  };
  for (const name of names) process.on(name, listen);
  return {
    signal: stop.signal,
    end: () => {
      release();
      if (heard !== undefined) process.kill(process.pid, heard);
    },
  };
}
