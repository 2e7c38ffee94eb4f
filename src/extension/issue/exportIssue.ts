import * as vscode from 'vscode';
import { fileNameOf, formatById, isOfTheDump, issueInput, issuesOf, type ExportFormat, type Issue, type IssueFile, type Part } from '../../core';
import type { AnalysisClient } from '../analysis/client';
import { registerCommand } from '../command';
import { documentOf } from '../commands';
import { language, settingsFor } from '../configuration';
import { checkVersion, type Again } from '../edits';
import { ExportChoices } from '../export/choices';
import { writeExport } from '../export/write';
import type { Services } from '../services';
import { nameOf } from '../sidecar/files';
import { translate } from '../translate';
import { folderOf, textsOf } from './files';
import type { IssueIndex } from './issueIndex';
import { askedAt } from './questions';
import { issueName, nameOfArticle } from './rows';
import type { Rulings } from './rulings';

/** What a caller may answer in advance; the rest is asked. */
interface Request {
  readonly format?: string;
  readonly per?: ExportFormat['per'];
  /** The file to write, or with one file an article the folder. A file that is named is written over. */
  readonly target?: vscode.Uri;
}

/** What is to be written: an issue, or one article of it with all its parts. */
interface Wanted {
  readonly issue: Issue;
  readonly part?: Part;
}

/** A file as it was read, and the version of its document where it is open. */
interface Read extends IssueFile {
  readonly uri: vscode.Uri;
  readonly open?: { readonly document: vscode.TextDocument; readonly version: number };
}

/**
 * `restitch.issue.export`, an issue, and `restitch.issue.exportArticle`, an article with its parts on all pages, in any format that knows
 * more than one dump. Each takes a row of the tree of issues (without one, the issue of the page at hand or the article at the cursor is
 * meant) and a {@link Request}, and gives the `Uri` of what it wrote, a file or a folder.
 */
export function registerExportIssue(services: Services, client: Pick<AnalysisClient, 'facts'>, index: IssueIndex, rulings: Rulings, memory: vscode.Memento): vscode.Disposable {
  const choices = new ExportChoices(memory);
  const run = async (wanted: Wanted, request: Request): Promise<vscode.Uri | undefined> => {
    const tongue = language();
    const title = wanted.part ? translate(tongue, 'Export 1 Article') : translate(tongue, 'Export the Issue');
    const format = request.format === undefined ? await choices.formatFor(title, ({ id }) => !isOfTheDump(id)) : formatById(request.format);
    if (!format) return undefined;
    if (isOfTheDump(format.id)) throw new Error(translate(tongue, 'this format describes each page as it stands, and no whole issue.'));
    const files = await readAll(client, index, wanted.issue);
    const { issue, input } = inputOf(files, wanted.issue, rulings);
    const ids = wanted.part ? idsWith(issue, wanted.part) : input.articles.map(({ id }) => id);
    const per = request.per ?? (await choices.per(format, ids.length));
    if (!per) return undefined;
    const again = (target: vscode.Uri): Promise<vscode.Uri | undefined> => run(wanted, { format: format.id, per, target });
    const first = files[0]?.uri;
    return writeExport(
      {
        format,
        input,
        articles: input.articles.filter(({ id }) => ids.includes(id)),
        folder: first && folderOf(first),
        stem: fileNameOf(wanted.part ? nameOfArticle(wanted.part, tongue) : issueName(issue, tongue)),
        sources: files.map(({ uri }) => uri),
        isFresh: (target) => areFresh(files, () => again(target)),
      },
      per,
      request.target,
    );
  };
  const { log } = services;
  const requestOf = (value: unknown): Request => (typeof value === 'object' && value !== null ? value : {});
  return vscode.Disposable.from(
    registerCommand(log, 'restitch.issue.export', async (row: unknown, request: unknown) => run({ issue: (hasIssue(row) ? row : await issueAtHand(services, index, row)).issue }, requestOf(request))),
    registerCommand(log, 'restitch.issue.exportArticle', async (row: unknown, request: unknown) => run(hasIssue(row) && row.part ? row : await articleAtHand(services, index), requestOf(request))),
  );
}

/** A row of the tree gives itself to the commands of its menu. */
function hasIssue(row: unknown): row is Wanted {
  return typeof row === 'object' && row !== null && 'issue' in row && row.issue !== undefined;
}

/** The issue of the page that was named, or of the one at hand. @throws Error where it belongs to none */
async function issueAtHand(services: Services, index: IssueIndex, source: unknown): Promise<Wanted> {
  const { uri } = await documentOf(services, source);
  const [issue] = await index.around(uri);
  if (!issue) throw new Error(translate(language(), 'the page belongs to no issue: its folder holds no other page of a paper.'));
  return { issue };
}

/** The article at the cursor. @throws Error where none is */
async function articleAtHand(services: Services, index: IssueIndex): Promise<Wanted> {
  const document = await documentOf(services, undefined);
  const editor = vscode.window.activeTextEditor;
  const issues = await index.around(document.uri);
  const at = editor?.document === document ? askedAt(index, issues, document.uri, document.offsetAt(editor.selection.active)) : undefined;
  if (!at) throw new Error(translate(language(), 'the cursor stands in no article of an issue.'));
  return at;
}

/** Reads the files of an issue as they are now. */
async function readAll(client: Pick<AnalysisClient, 'facts'>, index: IssueIndex, issue: Issue): Promise<readonly Read[]> {
  const title = translate(language(), 'Exporting');
  const uris = [...new Map(issue.pages.map((page) => [page.file, index.uriOf(page)])).values()];
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () => {
    const files: Read[] = [];
    for (const uri of uris) files.push(await read(client, uri));
    return files;
  });
}

async function read(client: Pick<AnalysisClient, 'facts'>, uri: vscode.Uri): Promise<Read> {
  const document = vscode.workspace.textDocuments.find((one) => !one.isClosed && one.uri.toString() === uri.toString());
  const open = document && { document, version: document.version };
  const { text, encoding, sidecar } = await textsOf(uri, document);
  const { verdict, pages, page = { articles: [], furniture: [] } } = await client.facts(text, sidecar, true);
  return {
    uri,
    ...(open && { open }),
    facts: { name: uri.path, pages },
    name: nameOf(uri),
    page: { text, ...page, findings: [], decisions: [], unmet: [], dump: verdict },
    encoding,
  };
}

/** The issue made anew of its files, for they may have changed since it was shown. */
function inputOf(files: readonly Read[], before: Issue, rulings: Rulings): { readonly issue: Issue; readonly input: ReturnType<typeof issueInput> } {
  const issues = issuesOf(files.map(({ facts }) => facts), settingsFor().issueFileNames, rulings.all);
  const issue = issues.find(({ id }) => id === before.id) ?? issues[0];
  if (!issue) throw new Error(translate(language(), 'nothing of this issue is left.'));
  const normalise = settingsFor(files[0]?.uri).exportNormalise;
  return { issue, input: issueInput(issue, files, { name: issueName(issue, language()), normalise, language: language() }) };
}

/** The article of the whole that a part belongs to. */
function idsWith({ articles }: Issue, { page, article }: Part): readonly string[] {
  const at = articles.findIndex(({ parts }) => parts.some((part) => part.page.file.name === page.file.name && part.article.id === article.id));
  return at < 0 ? [] : [`a${String(at + 1)}`];
}

function areFresh(files: readonly Read[], again: Again): boolean {
  return files.every(({ open }) => !open || open.document.isClosed || checkVersion(open.document, open.version, again));
}
