import path from 'node:path';
import { applyEdits, articleToMarkdown, decisionsOf, normalise, normalisedPage, place as placeSidecar, restitch, toAnalysis, toMarkdown, type Engine, type Page, type Restitching } from '../core/index';
import { decode } from '../node/encoding';
import { fileNameOf } from '../node/names';
import { createGuard, writeWhole, type Guard } from '../node/write';
import type { PageDone, PageTask, Place, Work } from './task';

/** A text analysed, and re-stitched where that was asked. */
export interface Analysed {
  readonly page: Page;
  readonly name: string;
  readonly encoding: string;
  readonly restitching?: Restitching & { readonly text: string };
}

/** Analyses one text as the command does, by itself. */
export function analyse(text: string, name: string, encoding: string, work: Work, engine: Engine, decisions?: Parameters<Engine['analyse']>[1]): Analysed {
  const page = engine.analyse(text, decisions);
  if (work.restitch === undefined) return { page, name, encoding };
  const restitching = restitch(page, engine, work.restitch);
  const stitched = applyEdits(text, restitching.edits);
  const done = work.normalise ? applyEdits(stitched, normalise(engine.analyse(stitched, restitching.decisions))) : stitched;
  return { page, name, encoding, restitching: { ...restitching, text: done } };
}

/** What is left to decide: of a re-stitched dump what its re-stitching leaves, else all that was found. */
export function leftOf({ page, restitching }: Analysed): number {
  return restitching?.left ?? page.findings.length;
}

/** Whether what is written of a text is text itself, and not data about it. */
export function givesText({ format, restitch: level }: Work): boolean {
  return level !== undefined || format === 'markdown';
}

/** All of a page as one text. `oneLine`: data without line ends inside, but one at the end. */
export function writeText(analysed: Analysed, work: Work, oneLine: boolean): string {
  if (analysed.restitching) return analysed.restitching.text;
  if (work.format === 'markdown') return toMarkdown(work.normalise ? normalisedPage(analysed.page) : analysed.page);
  const analysis = toAnalysis(analysed.page, { name: analysed.name, encoding: analysed.encoding }, work.language);
  if (oneLine) return `${JSON.stringify(analysis)}\n`;
  // A line end never stands inside a JSON string, so only spans match.
  return `${JSON.stringify(analysis, null, 2).replace(/\[\n *(\d+),\n *(\d+)\n *\]/gu, '[$1, $2]')}\n`;
}

/** The files of a page: one an article as Markdown in a folder of their own, else one. Paths with `/`. */
function* filesOf(analysed: Analysed, work: Work, { stem, ending }: Place): Generator<{ readonly file: string; readonly text: string }> {
  if (analysed.restitching) yield { file: stem + (ending === '' ? '.txt' : ending), text: analysed.restitching.text };
  else if (work.format !== 'markdown') yield { file: `${stem}.json`, text: writeText(analysed, work, false) };
  else {
    const page = work.normalise ? normalisedPage(analysed.page) : analysed.page;
    for (const [index, article] of page.articles.entries()) {
      yield { file: `${stem}/${String(index + 1).padStart(2, '0')}-${fileNameOf(article.title)}.md`, text: articleToMarkdown(page, article) };
    }
  }
}

/** Reads, analyses and writes one page. @throws DecodeError, FileError */
export async function doPage({ work, name, bytes, sidecar, place }: PageTask, engine: Engine): Promise<PageDone> {
  const { text, encoding } = decode(bytes, work.encoding);
  const placing = sidecar && placeSidecar(sidecar, text);
  const analysed = analyse(text, name, encoding, work, engine, placing && decisionsOf(placing.placed));
  const files: string[] = [];
  if (place !== undefined) {
    const guard = await guardFor(place);
    for (const { file, text: content } of filesOf(analysed, work, place)) {
      const target = path.join(place.folder, ...file.split('/'));
      await guard.check(target);
      await writeWhole(target, content);
      files.push(file);
    }
  }
  return {
    kind: 'page',
    files,
    ...(place === undefined ? { text: writeText(analysed, work, true) } : {}),
    characters: text.length,
    left: leftOf(analysed),
    doubtful: analysed.restitching?.doubtful ?? 0,
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
  for (const input of inputs) await guard.protect(input);
  return guard;
}
