import { stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { createEngine, decisionsOf, NotConserved, place, stitched, type Engine } from '../core/index';
import { decode, DecodeError } from '../node/encoding';
import { FileError } from '../node/fileError';
import { findInputs, isFolder, readBytes, real, standardInput, type Input } from '../node/files';
import { readModel } from '../node/model';
import { readSidecarOf } from '../node/sidecar';
import { createGuard } from '../node/write';
import { isCollection } from '../batch/sources';
import { runFilter, runMany } from './many';
import { exitCodes, worse, type ExitCode } from './exitCodes';
import { sayProblem, says } from './messages';
import type { Options } from './options';
import { createFolderOutput, createStreamOutput, printRefused, type Result } from './output';

/** The streams of the process, or those of a test. */
export interface Streams {
  readonly out: Writable;
  /** Takes one line for a person. */
  readonly say: (line: string) => void;
}

/**
 * Reads, analyses and gives out one page after the other, so that ten thousand take no more memory than one.
 * A bad input is told in one line, gives nothing, and does not stop the others.
 */
export async function run(options: Options, { out, say }: Streams): Promise<ExitCode> {
  const { language } = options;
  if (options.stream) return runFilter(options, { out, say });
  const folders = await foldersAmong(options.paths);
  const refusal = printRefused(options, options.paths.length > 1 || folders.length > 0, 'isTTY' in out && out.isTTY === true) ?? (await outRefused(options, folders));
  if (refusal !== undefined) {
    say(`error: ${refusal}`);
    return exitCodes.usage;
  }
  const several = options.paths.length > 1 || folders.length > 0;
  if (options.issues || folders.length > 0 || options.paths.some(isCollection) || (several && options.out !== undefined)) return runMany(options, { out, say });
  const guard = await createGuard(folders, options.out ?? '.');
  for (const path of options.paths) if (path !== standardInput) guard.protect(path);

  let engine: Engine;
  try {
    engine = createEngine(await readModel());
  } catch (error) {
    say(`restitch: ${inWords(error, options)}`);
    return exitCodes.failed;
  }
  const output =
    options.out === undefined ? createStreamOutput(out, options, several) : createFolderOutput(options.out, options, several, guard);

  let code: ExitCode = exitCodes.clean;
  let pages = 0;
  for await (const input of findInputs(options.paths, options.out)) {
    try {
      if (input instanceof FileError) throw input;
      const result = await analyse(input, engine, options);
      const wanted = await output.put(result);
      pages += 1;
      if (!options.quiet) for (const line of aboutDecisions(result, options)) say(`${placeOf(undefined, input)}: ${line}`);
      const doubtful = result.restitching?.doubtful ?? 0;
      if (doubtful > 0 && !options.quiet) say(`${placeOf(undefined, input)}: ${says.doubtful(doubtful, language)}`);
      if (result.restitching && !options.quiet) say(`${placeOf(undefined, input)}: ${says.conserved(result.restitching.characters, language)}`);
      code = worse(code, leftToDecide(result) ? exitCodes.findings : exitCodes.clean);
      if (!wanted) break;
    } catch (error) {
      code = exitCodes.failed;
      say(`${placeOf(error, input)}: ${inWords(error, options)}`);
    }
  }
  if (!options.quiet && options.out !== undefined) say(says.written(pages, output.files, options.out, language));
  return code;
}

async function analyse(input: Input, engine: Engine, options: Options): Promise<Result> {
  const bytes = await readBytes(input);
  const { text, encoding } = decode(bytes, options.encoding);
  const found = options.decisions && input.path !== standardInput ? await readSidecarOf(input.path) : undefined;
  const placing = found && place(found.sidecar, text);
  const page = engine.analyse(text, placing && decisionsOf(placing.placed));
  const lost = placing?.lost.filter(({ body }) => body.kind !== 'note' && body.kind !== 'reviewed').length ?? 0;
  const about = { bytes: bytes.length, ...(await lastChanged(input)) };
  const result = { input, encoding, about, page, lost, conflict: found?.conflict === true };
  if (options.restitch === undefined) return result;
  return { ...result, restitching: stitched(page, engine, options.restitch, options.normalise) };
}

/** When a file was last changed; nothing for standard input. */
async function lastChanged({ path }: Input): Promise<{ readonly modified?: string }> {
  const found = path === standardInput ? undefined : await stat(path).catch(() => undefined);
  return found?.isFile() === true ? { modified: `${found.mtime.toISOString().slice(0, 19)}Z` } : {};
}

/** What became of decisions, where not all of them are simply followed. */
function aboutDecisions({ page, lost, conflict }: Result, { language }: Options): string[] {
  return [
    ...(conflict ? [says.conflict(language)] : []),
    ...(lost > 0 ? [says.lost(lost, language)] : []),
    ...(page.unmet.length > 0 ? [says.unmet(page.unmet.length, language)] : []),
  ];
}

/** For the re-stitched dump, what its re-stitching leaves; for an analysis, all it found. */
function leftToDecide({ page, restitching }: Result): boolean {
  return (restitching?.left ?? page.findings.length) > 0;
}

async function foldersAmong(paths: readonly string[]): Promise<string[]> {
  const folders: string[] = [];
  for (const path of paths) {
    // What cannot be looked at is told when its turn comes.
    if (path !== standardInput && (await isFolder(path).catch(() => false))) folders.push(path);
  }
  return folders;
}

async function outRefused({ out }: Options, folders: readonly string[]): Promise<string | undefined> {
  if (out === undefined) return undefined;
  const isThere = await isFolder(out).catch(() => undefined);
  if (isThere === false) return `--out ${out} is a file, not a folder`;
  const target = await real(out);
  for (const folder of folders) if ((await real(folder)) === target) return `--out ${out} is the folder that is read`;
  return undefined;
}

/** The file of which a line speaks. */
function placeOf(error: unknown, input: Input | FileError): string {
  const place = error instanceof FileError ? error.path : input.path;
  return place === standardInput ? 'stdin' : place;
}

function inWords(error: unknown, { language }: Options): string {
  if (error instanceof FileError || error instanceof DecodeError) return sayProblem(error.problem, language);
  if (error instanceof NotConserved) return says.notConserved(error.message, language);
  return says.internal(error instanceof Error ? error.message : String(error), language);
}

