import type { Engine } from './engine';
import type { ArticlePart, ExportInput, SourceFile } from './export/format';
import { factsOf, together, type FileFacts, type FileText, type Issue, type PrintedPart, type Together } from './issue';
import { normalisedPage, normalKinds } from './normalise';
import type { Decision } from './page/decision';
import type { Page } from './page/model';
import { pageOf } from './session';
import type { Language } from './text/message';

/** A file of an issue, analysed. */
export interface IssueFile {
  /** What is known of it, as the issue was made of it. */
  readonly facts: FileFacts;
  /** What it is called in the output, the same on every machine. */
  readonly name: string;
  readonly page: Page;
  readonly encoding: string;
  readonly bytes?: number;
  /** When it was last changed, as ISO 8601 text. */
  readonly modified?: string;
}

/** A dump to be taken as pages of an issue. */
export interface IssueDump extends Omit<IssueFile, 'facts' | 'page'> {
  /** Decoded, without byte order mark. */
  readonly text: string;
  /** What an editor decided about it. */
  readonly decisions?: readonly Decision[];
}

/** Analyses a dump for its issue: `issuesOf` takes the `facts` of all dumps, {@link issueInput} the rest. */
export function readIssueFile({ text, decisions = [], ...about }: IssueDump, engine: Engine): IssueFile {
  const session = engine.session();
  session.open(text);
  const leaves = session.leaves(decisions);
  return { ...about, facts: { name: about.name, pages: factsOf(text, leaves) }, page: pageOf(text, leaves, decisions) };
}

/** How an issue is to be written. */
export interface IssueWriting {
  /** What the issue is called in the output, the same on every machine. */
  readonly name: string;
  readonly normalise: boolean;
  readonly language: Language;
}

/**
 * An issue as the writers of all formats take it: one page in which the dumps stand one behind the other, so that an article that goes
 * on on other pages of the paper is one. Only the dumps of the issue are in it; spans count in that text, and `source.files` says where
 * each dump begins.
 * @param files at least those of the issue's pages
 */
export function issueInput(issue: Issue, files: readonly IssueFile[], { name, normalise, language }: IssueWriting): ExportInput {
  const plain = new Map<FileFacts, FileText>(files.map(({ facts, page }) => [facts, page]));
  const whole = together(issue, plain);
  const normal = normalise ? together(issue, new Map(files.map(({ facts, page }) => [facts, normalisedPage(page, normalKinds)])), plain) : undefined;
  const names = new Map(files.map((file) => [file.facts, file.name]));
  const origin = wholePage(whole);
  const page = normal ? wholePage(normal) : origin;
  return {
    page,
    articles: page.articles,
    ...(normal && { origin }),
    source: { name, ...sourceOf(whole, files), ...(issue.date !== undefined && { date: issue.date }) },
    parts: new Map([...whole.parts].map(([id, parts]) => [id, parts.map((part) => partOf(part, names))])),
    repeated: repeatedIn(issue, whole.parts),
    language,
  };
}

/** Nothing is found in it and nothing decided: that was done dump by dump. */
function wholePage({ text, articles, furniture }: FileText): Page {
  return { text, articles, furniture, findings: [], decisions: [], unmet: [], dump: { isDump: true, score: 1 } };
}

function sourceOf(whole: Together, files: readonly IssueFile[]): Omit<ExportInput['source'], 'name'> {
  const placed = whole.files.flatMap(({ facts, span }) => files.filter((file) => file.facts === facts).map((file) => ({ file, span })));
  const sizes = placed.flatMap(({ file }) => file.bytes ?? []);
  const modified = placed.flatMap(({ file }) => file.modified ?? []).sort().at(-1);
  return {
    encoding: [...new Set(placed.map(({ file }) => file.encoding))].join(', '),
    ...(sizes.length === placed.length && { bytes: sizes.reduce((sum, size) => sum + size, 0) }),
    ...(modified !== undefined && { modified }),
    files: placed.map(({ file, span }): SourceFile => ({ name: file.name, encoding: file.encoding, span })),
  };
}

function partOf({ page: { file, label }, article, aside }: PrintedPart, names: ReadonlyMap<FileFacts, string>): ArticlePart {
  return { file: names.get(file) ?? file.name, ...(label !== undefined && { page: label }), article: article.id, title: article.title, aside };
}

/** Articles that are copies, character by character, of others in the issue. */
function repeatedIn({ duplicates }: Issue, parts: Together['parts']): ReadonlySet<string> {
  const copies = new Set(duplicates.filter(({ kind }) => kind === 'exact').map(({ second }) => second.article));
  return new Set([...parts].filter(([, own]) => own.every(({ article }) => copies.has(article))).map(([id]) => id));
}
