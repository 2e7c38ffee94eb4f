import * as vscode from 'vscode';
import { formatById, normalisedPage, normalKinds, type ExportFormat, type ExportInput, type Page } from '../core';
import { registerCommand } from './command';
import { documentOf, pageOf } from './commands';
import { language, settingsFor } from './configuration';
import { checkVersion } from './edits';
import { ExportChoices } from './export/choices';
import { writeExport, type Export } from './export/write';
import { encodingOf } from './issue/files';
import type { Services } from './services';
import { nameOf } from './sidecar/files';

/** What a caller may answer in advance; the rest is asked. */
interface Request {
  readonly format?: string;
  /** The articles wanted, by their ids in the present analysis; all when left out. */
  readonly articles?: readonly string[];
  readonly per?: ExportFormat['per'];
  /** The file to write, or with one file an article the folder. A file that is named is written over. */
  readonly target?: vscode.Uri;
}

/**
 * The export commands. `restitch.export` takes an optional source and a {@link Request}; the two that name their format an optional source and a
 * target `Uri`. Each gives the `Uri` of what it wrote, a file or a folder.
 */
export function registerExports(services: Services, memory: vscode.Memento): vscode.Disposable {
  const { log } = services;
  const choices = new ExportChoices(memory);
  const exportAs = (format: string) => (source: unknown, target: unknown) =>
    exportPage(services, choices, source, { format, per: 'page', ...(target instanceof vscode.Uri && { target }) });
  return vscode.Disposable.from(
    registerCommand(log, 'restitch.export', (source: unknown, request: unknown) => exportPage(services, choices, source, requestOf(request))),
    registerCommand(log, 'restitch.exportMarkdown', exportAs('markdown')),
    registerCommand(log, 'restitch.exportJson', exportAs('json')),
  );
}

function requestOf(value: unknown): Request {
  return typeof value === 'object' && value !== null ? value : {};
}

async function exportPage(services: Services, choices: ExportChoices, source: unknown, request: Request): Promise<vscode.Uri | undefined> {
  const document = await documentOf(services, source);
  const page = await pageOf(services, document);
  const { version } = document;
  const wanted = request.articles;
  const ids = page.articles.map(({ id }) => id).filter((id) => wanted === undefined || wanted.includes(id));
  const format = request.format === undefined ? await choices.format(ids.length) : formatById(request.format);
  if (!format) return undefined;
  const per = request.per ?? (await choices.per(format, ids.length));
  if (!per) return undefined;
  const input = await inputOf(document, page);
  const articles = input.page.articles.filter(({ id }) => ids.includes(id));
  const again = (target: vscode.Uri): Promise<vscode.Uri | undefined> => exportPage(services, choices, document.uri, { ...request, format: format.id, per, target });
  // `page.txt` becomes `page.articles.md` beside it, so that a Markdown dump is never its own target.
  const stem = `${nameOf(document.uri).replace(/\.[^.]*$/, '')}.articles`;
  const made: Export = { format, input, articles, folder: folderOf(document), stem, sources: [document.uri], isFresh: (target) => checkVersion(document, version, () => again(target)) };
  return writeExport(made, per, request.target);
}

/** What the writers are given: the page, normalised where the settings say so, and what is known of its file. */
async function inputOf(document: vscode.TextDocument, page: Page): Promise<ExportInput> {
  const normalise = settingsFor(document.uri).exportNormalise;
  const printed = normalise ? normalisedPage(page, normalKinds) : page;
  return {
    page: printed,
    articles: printed.articles,
    ...(normalise && { origin: page }),
    source: { name: nameOf(document.uri), encoding: encodingOf(document), ...(await fileFacts(document)) },
    language: language(),
  };
}

/** Size and time of the file, where the document is what stands in it. */
async function fileFacts(document: vscode.TextDocument): Promise<{ readonly bytes?: number; readonly modified?: string }> {
  if (document.isUntitled || document.isDirty) return {};
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(document.uri);
    return { bytes: size, ...(mtime > 0 && { modified: `${new Date(mtime).toISOString().slice(0, 19)}Z` }) };
  } catch {
    return {};
  }
}

/** Where the document is; for one without a file, where the workspace is. */
function folderOf(document: vscode.TextDocument): vscode.Uri | undefined {
  return document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
}
