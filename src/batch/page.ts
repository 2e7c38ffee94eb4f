import path from 'node:path';
import { decisionsOf, formatById, normalisedPage, normalKinds, outputsOf, place as placeSidecar, stitched, toMarkdown, type Engine, type ExportInput, type ExportSource, type OutputFile, type Page, type Placing, type Stitched } from '../core/index';
import { decode } from '../node/encoding';
import { createGuard, writeTogether, type Guard, type Wanted } from '../node/write';
import { BatchError } from './problem';
import type { PageDone, PageTask, Place, Work } from './task';

/** A text analysed, and re-stitched where that was asked. */
export interface Analysed {
  readonly page: Page;
  readonly source: ExportSource;
  readonly restitching?: Stitched;
}

/** Analyses one text as the command does, by itself. */
export function analyse(text: string, source: ExportSource, work: Work, engine: Engine, decisions?: Parameters<Engine['analyse']>[1]): Analysed {
  const page = engine.analyse(text, decisions);
  if (work.restitch === undefined) return { page, source };
  return { page, source, restitching: stitched(page, engine, work.restitch, work.normalise) };
}

/** What is left to decide: of a re-stitched dump what its re-stitching leaves, else all that was found. */
export function leftOf({ page, restitching }: Analysed): number {
  return restitching?.left ?? page.findings.length;
}

/** What an output is made of: the page as it is wanted, and as it stands in the dump. */
function inputOf({ page, source }: Analysed, { normalise: normalised, language }: Work): ExportInput {
  const wanted = normalised ? normalisedPage(page, normalKinds) : page;
  return { page: wanted, articles: wanted.articles, ...(normalised ? { origin: page } : {}), source, language };
}

/** Whether what is written of a text is text for people, and not data about it. */
export function givesText({ format, restitch: level }: Work): boolean {
  return level !== undefined || format === 'markdown' || format === 'text' || format === 'html';
}

/** All of a page as one text, for a stream; data on lines of its own. Never of a binary format. */
export function writeText(analysed: Analysed, work: Work): string {
  if (analysed.restitching) return analysed.restitching.text;
  return writtenText(inputOf(analysed, work), work);
}

/** The articles as one text. */
export function writtenText(input: ExportInput, work: Work): string {
  if (work.bare) return toMarkdown(input.page);
  const format = formatById(work.format);
  const written = format.line?.(input) ?? format.write(input);
  if (typeof written !== 'string') throw new BatchError({ code: 'NeedsFile', format: work.format });
  return written;
}

/** All of a page as one JSON value: of several lines of JSON an array, of other data a string. */
export function writeJson(analysed: Analysed, work: Work): string {
  const format = formatById(work.format);
  const written = writeText(analysed, work).trimEnd();
  if (format.lines) return `[${written.split('\n').join(',')}]`;
  return format.line === undefined ? JSON.stringify(written) : written;
}

/** The files of a page: one an article in a folder of their own, or one. Paths with `/`. */
function filesOf(analysed: Analysed, work: Work, { stem, ending }: Place): Iterable<OutputFile> {
  if (analysed.restitching) return [{ path: stem + (ending === '' ? '.txt' : ending), content: analysed.restitching.text }];
  const format = formatById(work.format);
  return outputsOf(inputOf(analysed, work), format, work.per ?? format.per, stem);
}

/** Reads, analyses and writes one page. @throws DecodeError, FileError */
export async function doPage({ work, name, bytes, modified, sidecar, place }: PageTask, engine: Engine): Promise<PageDone> {
  const { text, encoding } = decode(bytes, work.encoding);
  const placing = sidecar && placeSidecar(sidecar, text);
  const analysed = analyse(text, { name, encoding, bytes: bytes.length, ...(modified === undefined ? {} : { modified }) }, work, engine, placing && decisionsOf(placing.placed));
  const files = place && (await writeOutputs(filesOf(analysed, work, place), place));
  return {
    kind: 'page',
    files: files ?? [],
    ...(place === undefined ? { text: writeText(analysed, work) } : {}),
    texts: 1,
    characters: text.length,
    left: leftOf(analysed),
    doubtful: analysed.restitching?.doubtful ?? 0,
    inPlace: analysed.restitching?.characters ?? 0,
    lost: placing === undefined ? 0 : lostOf(placing),
    unmet: analysed.page.unmet.length,
  };
}

/** Decisions that no longer fit; notes and what was reviewed change nothing. */
export function lostOf({ lost }: Placing): number {
  return lost.filter(({ body }) => body.kind !== 'note' && body.kind !== 'reviewed').length;
}

/** Writes what belongs together, all or nothing. @returns the paths @throws FileError */
export async function writeOutputs(outputs: Iterable<OutputFile>, place: Place): Promise<string[]> {
  const made = [...outputs];
  const wanted = made.map((output): Wanted => ({ file: path.join(place.folder, ...output.path.split('/')), content: output.content, mayReplace: place.force || place.own.includes(output.path) }));
  writeTogether(wanted, await guardFor(place));
  return made.map((output) => output.path);
}

let guarded: { readonly key: string; readonly guard: Promise<Guard> } | undefined;

/** One guard for a whole batch: making it looks at the disk. */
function guardFor({ folder, inputs }: Place): Promise<Guard> {
  const key = JSON.stringify([folder, inputs]);
  if (guarded?.key !== key) guarded = { key, guard: createGuardOf(folder, inputs) };
  return guarded.guard;
}

async function createGuardOf(folder: string, inputs: readonly string[]): Promise<Guard> {
  const guard = await createGuard(inputs, folder);
  for (const input of inputs) guard.protect(input);
  return guard;
}
