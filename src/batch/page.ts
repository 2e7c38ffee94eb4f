import path from 'node:path';
import { decisionsOf, formatById, normalisedPage, outputBytes, place as placeSidecar, stitched, toMarkdown, type Engine, type ExportInput, type ExportSource, type Page, type Stitched } from '../core/index';
import { decode } from '../node/encoding';
import { fileNameOf } from '../node/names';
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
  const wanted = normalised ? normalisedPage(page) : page;
  return { page: wanted, articles: wanted.articles, ...(normalised ? { origin: page } : {}), source, language };
}

/** Whether what is written of a text is text for people, and not data about it. */
export function givesText({ format, restitch: level }: Work): boolean {
  return level !== undefined || format === 'markdown' || format === 'text' || format === 'html';
}

/** All of a page as one text, for a stream; data on lines of its own. Never of a binary format. */
export function writeText(analysed: Analysed, work: Work): string {
  if (analysed.restitching) return analysed.restitching.text;
  const input = inputOf(analysed, work);
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
function* filesOf(analysed: Analysed, work: Work, { stem, ending }: Place): Generator<{ readonly file: string; readonly content: string | Uint8Array }> {
  if (analysed.restitching) {
    yield { file: stem + (ending === '' ? '.txt' : ending), content: analysed.restitching.text };
    return;
  }
  const format = formatById(work.format);
  const input = inputOf(analysed, work);
  if ((work.per ?? format.per) === 'page') {
    yield { file: `${stem}.${format.extension}`, content: outputBytes(format, format.write(input)) };
    return;
  }
  for (const [index, article] of input.articles.entries()) {
    const file = `${stem}/${String(index + 1).padStart(2, '0')}-${fileNameOf(article.title)}.${format.extension}`;
    yield { file, content: outputBytes(format, format.write({ ...input, articles: [article] })) };
  }
}

/** Reads, analyses and writes one page. @throws DecodeError, FileError */
export async function doPage({ work, name, bytes, modified, sidecar, place }: PageTask, engine: Engine): Promise<PageDone> {
  const { text, encoding } = decode(bytes, work.encoding);
  const placing = sidecar && placeSidecar(sidecar, text);
  const analysed = analyse(text, { name, encoding, bytes: bytes.length, ...(modified === undefined ? {} : { modified }) }, work, engine, placing && decisionsOf(placing.placed));
  const files: string[] = [];
  if (place !== undefined) {
    const wanted: Wanted[] = [];
    for (const { file, content } of filesOf(analysed, work, place)) {
      wanted.push({ file: path.join(place.folder, ...file.split('/')), content, mayReplace: place.force || place.own.includes(file) });
      files.push(file);
    }
    writeTogether(wanted, await guardFor(place));
  }
  return {
    kind: 'page',
    files,
    ...(place === undefined ? { text: writeText(analysed, work) } : {}),
    characters: text.length,
    left: leftOf(analysed),
    doubtful: analysed.restitching?.doubtful ?? 0,
    inPlace: analysed.restitching?.characters ?? 0,
    lost: placing?.lost.filter(({ body }) => body.kind !== 'note' && body.kind !== 'reviewed').length ?? 0,
    unmet: analysed.page.unmet.length,
  };
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
