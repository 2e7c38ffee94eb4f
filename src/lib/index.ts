/**
 * Restitch as a library: articles out of the raw text dump of a newspaper page.
 *
 * ```js
 * import { analyzePage, exportPage } from 'restitch';
 *
 * const page = analyzePage(dump);
 * for (const article of page.articles) console.log(article.title);
 * console.log(exportPage(page, 'markdown', { name: 'page.txt' }));
 * ```
 *
 * @module restitch
 */
import { readFileSync } from 'node:fs';
import { createEngine, formatById, normalisedPage, type Engine, type ExportSource, type FormatId, type Language, type Page } from '../core/index';

export * from './core';

let engine: Engine | undefined;

/**
 * The engine with the model of this package, read from the disk when it is first asked for.
 * @throws Error when the package is incomplete and its model is not there
 */
export function defaultEngine(): Engine {
  engine ??= createEngine(readFileSync(new URL('../seam.ngram', import.meta.url)));
  return engine;
}

/**
 * Finds the articles of a newspaper page in its text dump, and which pieces of text belong together.
 * @param dump the decoded text, without byte order mark. Every place in the result is an offset in it, in UTF-16 code units.
 * @returns a value for any text at all; the same text always gives the same value. Every character lies in one of its spans.
 */
export function analyzePage(dump: string): Page {
  return defaultEngine().analyse(dump);
}

/** How a page is written down. */
export interface ExportOptions extends Partial<ExportSource> {
  /** Put punctuation, quotation marks and spaces into the form of printed Chinese. Places stay those of the dump. */
  readonly normalise?: boolean;
  /** The language of names and reasons in the output: English when left out. */
  readonly language?: Language;
}

/**
 * Writes a page in one of the formats, as `restitch --format` does.
 * @returns text that ends with a line end; bytes for the formats that are no text (`docx`, `epub`)
 */
export function exportPage(page: Page, format: FormatId, options: ExportOptions = {}): string | Uint8Array {
  const { normalise = false, language = 'en', name = '', encoding = 'utf-8', ...source } = options;
  const wanted = normalise ? normalisedPage(page) : page;
  return formatById(format).write({
    page: wanted,
    articles: wanted.articles,
    ...(normalise ? { origin: page } : {}),
    source: { name, encoding, ...source },
    language,
  });
}
