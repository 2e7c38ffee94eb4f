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
import { createEngine, formatById, issueInput, issuesOf, normalisedPage, normalKinds, readIssueFile, type Engine, type ExportSource, type FormatId, type Issue, type IssueDump, type IssueFile, type Language, type LinkRulings, type Page } from '../core/index';

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
  const wanted = normalise ? normalisedPage(page, normalKinds) : page;
  return formatById(format).write({
    page: wanted,
    articles: wanted.articles,
    ...(normalise ? { origin: page } : {}),
    source: { name, encoding, ...source },
    language,
  });
}

/** An issue of a paper with the dumps it was found in. */
export interface DumpsOfIssue {
  readonly issue: Issue;
  /** All dumps that were given; those of the issue's pages are among them. */
  readonly files: readonly IssueFile[];
}

/** What is known of issues beforehand. */
export interface IssueOptions {
  /** How names of files tell paper, day and page (`{paper}-{yyyy}{mm}{dd}-{page}`): the usual ways when left out. */
  readonly fileNames?: readonly string[];
  /** Which links between pages are right and which are not, by `linkKey`. */
  readonly rulings?: LinkRulings;
}

/**
 * Finds the issues that dumps are pages of: their order, what goes on on another page, what is missing, what stands twice.
 * @param dumps by names whose folders are parted by `/`; a folder's pages of one day and paper are an issue
 */
export function analyzeIssues(dumps: readonly IssueDump[], { fileNames, rulings }: IssueOptions = {}): DumpsOfIssue[] {
  const files = dumps.map((dump) => readIssueFile(dump, defaultEngine()));
  return issuesOf(files.map(({ facts }) => facts), fileNames, rulings).map((issue) => ({ issue, files }));
}

/**
 * Writes an issue in one of the formats, as `restitch --issues` does: an article that goes on on another page is one. Places count in the
 * texts of its dumps, one behind the other, as the output's `files` say.
 * @param format any but those that describe a dump as it stands (see `isOfTheDump`)
 */
export function exportIssue({ issue, files }: DumpsOfIssue, format: FormatId, { normalise = false, language = 'en', name = issue.date ?? issue.folder }: Pick<ExportOptions, 'name' | 'normalise' | 'language'> = {}): string | Uint8Array {
  return formatById(format).write(issueInput(issue, files, { name, normalise, language }));
}
