import type { Writable } from 'node:stream';
import path from 'node:path';
import { formatById, normalisedPage, normalKinds, outputsOf, toMarkdown, visible, type ExportInput, type ExportSource, type OutputFile, type Page, type Stitched } from '../core/index';
import { FileError, systemCode } from '../node/fileError';
import type { Input } from '../node/files';
import { createNamer, fileNameOf } from '../node/names';
import { writeTogether, type Guard } from '../node/write';
import type { Options } from './options';

/** One page, read and analysed. */
export interface Result {
  readonly input: Input;
  readonly encoding: string;
  /** What else is known of the file. */
  readonly about: Pick<ExportSource, 'bytes' | 'modified'>;
  readonly page: Page;
  /** Where the re-stitched dump is wanted: what was done, and the dump itself. */
  readonly restitching?: Stitched;
  /** Decisions that no longer fit the text. */
  readonly lost: number;
  /** Whether the decisions were put together from both sides of a merge conflict. */
  readonly conflict: boolean;
}

/** Where the results go, one page after the other. */
export interface Output {
  /** @returns whether more is wanted: false once the reader has gone. @throws FileError */
  put(result: Result): Promise<boolean>;
  /** Files written so far. */
  readonly files: number;
}

/** What a writer is given: the page with all its articles. */
function exportInput({ page, input, encoding, about }: Result, { normalise, language }: Options): ExportInput {
  const printed = normalise ? normalisedPage(page, normalKinds) : page;
  return {
    page: printed,
    articles: printed.articles,
    ...(normalise ? { origin: page } : {}),
    source: { name: input.name, encoding, ...about },
    language,
  };
}

/** Prints pages one after the other. `several` is whether more than one may come. */
export function createStreamOutput(stream: Writable, options: Options, several: boolean): Output {
  const write = createWriter(stream);
  const format = formatById(options.format);
  let first = true;
  return {
    files: 0,
    put(result) {
      if (result.restitching) return write(result.restitching.text);
      const before = first;
      first = false;
      const input = exportInput(result, options);
      if (options.bare) {
        const head = several ? `${before ? '' : '\n'}${commentOf(result.input.name)}` : '';
        return write(head + toMarkdown(input.page));
      }
      const written = several && format.line ? format.line(input) : format.write(input);
      if (before || typeof written !== 'string' || format.lines || format.line) return write(written);
      // One table, with the names of its columns once; texts with a blank line between.
      return write(format.id === 'csv' ? written.slice(written.indexOf('\n') + 1) : `\n${written}`);
    },
  };
}

/** The name of a page above its articles, in a comment that the name itself cannot end. */
export function commentOf(name: string): string {
  return `<!-- ${visible(name).replace(/[<>]/gu, '_')} -->\n\n`;
}

/** Why pages cannot be printed one behind the other; undefined where they can. */
export function printRefused({ format: id, restitch, out }: Options, several: boolean, terminal: boolean): string | undefined {
  const format = formatById(id);
  if (out !== undefined || restitch !== undefined) return undefined;
  if (format.binary && terminal) return `--format ${id} is no text for a terminal: name a folder with --out, or send it to a file`;
  if (several && (format.binary || id === 'html')) return `--format ${id} gives a file for each page: name a folder with --out`;
  return undefined;
}

/** Writes to a stream at its pace. A reader that has gone is no error: the answer is false from then on. */
export function createWriter(stream: Writable): (text: string | Uint8Array) => Promise<boolean> {
  let gone = false;
  // Without a listener the error of a closed pipe would end the program; the callback below gets it too.
  stream.on('error', () => {
    gone = true;
  });
  return (text) =>
    new Promise((resolve, reject) => {
      if (gone || text.length === 0) {
        resolve(!gone);
        return;
      }
      stream.write(text, (error) => {
        if (!error) resolve(true);
        else if (['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED'].includes(systemCode(error))) resolve(false);
        else reject(new FileError('stdout', { code: 'Unwritable', reason: systemCode(error) }, { cause: error }));
      });
    });
}

/**
 * Writes files into a folder: one an article or one a page, as the format has it or as was asked; re-stitched text one a page.
 * A file that is there already and holds something else is left alone, unless it was asked for.
 * With several pages each has its place: the folder of its name, in the folders in which it was found.
 */
export function createFolderOutput(folder: string, options: Options, several: boolean, guard: Guard): Output {
  const unique = createNamer();
  let files = 0;

  const format = formatById(options.format);
  const per = options.per ?? format.per;

  function write(made: readonly OutputFile[]): void {
    writeTogether(made.map((file) => ({ file: path.join(folder, ...file.path.split('/')), content: file.content, mayReplace: options.force })), guard);
    files += made.length;
  }

  return {
    get files() {
      return files;
    },
    put(result) {
      const { dir, name, ext } = path.posix.parse(result.input.name);
      const place = dir.split('/').filter((part) => part !== '').map((part) => fileNameOf(part));
      const stem = unique([...place, fileNameOf(name)].join('/'));
      if (result.restitching) {
        write([{ path: `${stem}${ext === '' ? '.txt' : ext}`, content: result.restitching.text }]);
        return Promise.resolve(true);
      }
      const input = exportInput(result, options);
      write([...outputsOf(input, format, per, per === 'page' || several ? stem : '')]);
      return Promise.resolve(true);
    },
  };
}
