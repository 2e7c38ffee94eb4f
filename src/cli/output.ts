import type { Writable } from 'node:stream';
import path from 'node:path';
import { articleToMarkdown, normalisedPage, toAnalysis, toMarkdown, type Page, type Restitching } from '../core/index';
import { FileError, systemCode } from '../node/fileError';
import type { Input } from '../node/files';
import { createNamer, fileNameOf } from '../node/names';
import { writeWhole, type Guard } from '../node/write';
import type { Options } from './options';

/** One page, read and analysed. */
export interface Result {
  readonly input: Input;
  readonly encoding: string;
  readonly page: Page;
  /** Where the re-stitched dump is wanted: what was done, and the dump itself. */
  readonly restitching?: Restitching & { readonly text: string };
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

/** The analysis as JSON. Written out, each span stands on one line, as in the description of the format. */
function analysisJson({ page, input, encoding }: Result, options: Options, oneLine: boolean): string {
  const analysis = toAnalysis(page, { name: input.name, encoding }, options.language);
  if (oneLine) return `${JSON.stringify(analysis)}\n`;
  // A line end never stands inside a JSON string, so only spans match.
  return `${JSON.stringify(analysis, null, 2).replace(/\[\n *(\d+),\n *(\d+)\n *\]/gu, '[$1, $2]')}\n`;
}

/** The page whose articles are printed. */
function printed({ page }: Result, { normalise }: Options): Page {
  return normalise ? normalisedPage(page) : page;
}

/** Prints pages one after the other. `several` is whether more than one may come. */
export function createStreamOutput(stream: Writable, options: Options, several: boolean): Output {
  const write = createWriter(stream);
  let first = true;
  return {
    files: 0,
    put(result) {
      if (result.restitching) return write(result.restitching.text);
      if (options.format !== 'markdown') return write(analysisJson(result, options, several || options.format === 'jsonl'));
      const markdown = toMarkdown(printed(result, options));
      const head = several ? `${first ? '' : '\n'}<!-- ${result.input.name.replace(/-->/gu, '')} -->\n\n` : '';
      first = false;
      return write(head + markdown);
    },
  };
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
 * Writes files into a folder: one an article as Markdown, or one a page as JSON or as re-stitched text.
 * With several pages each has its place: the folder of its name, in the folders in which it was found.
 */
export function createFolderOutput(folder: string, options: Options, several: boolean, guard: Guard): Output {
  const unique = createNamer();
  let files = 0;

  async function write(file: string, text: string): Promise<void> {
    const target = path.join(folder, file);
    await guard.check(target);
    await writeWhole(target, text);
    files += 1;
  }

  return {
    get files() {
      return files;
    },
    async put(result) {
      const { dir, name, ext } = path.posix.parse(result.input.name);
      const place = dir.split('/').filter((part) => part !== '').map((part) => fileNameOf(part));
      const stem = unique(path.join(...place, fileNameOf(name)));
      if (result.restitching) await write(`${stem}${ext === '' ? '.txt' : ext}`, result.restitching.text);
      else if (options.format !== 'markdown') await write(`${stem}.json`, analysisJson(result, options, false));
      else {
        const page = printed(result, options);
        for (const [index, article] of page.articles.entries()) {
          const file = `${String(index + 1).padStart(2, '0')}-${fileNameOf(article.title)}.md`;
          await write(several ? path.join(stem, file) : file, articleToMarkdown(page, article));
        }
      }
      return true;
    },
  };
}
