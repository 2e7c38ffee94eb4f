import * as vscode from 'vscode';
import { fileNameOf, formatById, normalisedPage, outputBytes, type Article, type ExportFormat, type ExportInput, type Page } from '../core';
import { registerCommand } from './command';
import { documentOf, pageOf } from './commands';
import { language, settingsFor } from './configuration';
import { checkVersion } from './edits';
import { ExportChoices, formatName } from './export/choices';
import { compareWithDisk, writeFiles, type ExportFile } from './export/files';
import type { Services } from './services';
import { inMessage } from './plain';
import { translate, translateCount } from './translate';

/** What a caller may answer in advance; the rest is asked. */
interface Request {
  readonly format?: string;
  /** The articles wanted, by their ids in the present analysis; all when left out. */
  readonly articles?: readonly string[];
  readonly per?: ExportFormat['per'];
  /** The file to write, or with one file an article the folder. A file that is named is written over. */
  readonly target?: vscode.Uri;
}

/** An export that knows what to write, but not where. */
interface Export {
  readonly document: vscode.TextDocument;
  readonly format: ExportFormat;
  readonly input: ExportInput;
  readonly articles: readonly Article[];
  /** Whether the document is still the one that is to be written; where not, says so and offers to write it as it is now. */
  readonly isFresh: (target: vscode.Uri) => boolean;
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
  const made: Export = { document, format, input, articles, isFresh: (target) => checkVersion(document, version, () => again(target)) };
  return per === 'page' ? exportFile(made, request.target) : exportFolder(made, request.target);
}

/** What the writers are given: the page, normalised where the settings say so, and what is known of its file. */
async function inputOf(document: vscode.TextDocument, page: Page): Promise<ExportInput> {
  const normalise = settingsFor(document.uri).exportNormalise;
  const printed = normalise ? normalisedPage(page) : page;
  // VS Code says the encoding of a document since 1.100 only.
  const encoding = 'encoding' in document && typeof document.encoding === 'string' ? document.encoding : 'utf-8';
  return {
    page: printed,
    articles: printed.articles,
    ...(normalise && { origin: page }),
    source: { name: nameOf(document.uri), encoding: encoding === 'utf8' ? 'utf-8' : encoding, ...(await fileFacts(document)) },
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

async function exportFile(made: Export, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const { document, format, input, articles } = made;
  // The dialog has asked whether a file may be written over.
  const uri = target ?? (await askForFile(made));
  if (!uri) return undefined;
  refuseSource(document, [uri]);
  if (!made.isFresh(uri)) return undefined;
  await writeFiles([{ uri, bytes: bytesOf(format, { ...input, articles }) }]);
  void offerToOpen(uri, format);
  return uri;
}

async function exportFolder({ document, format, input, articles, isFresh }: Export, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const tongue = language();
  const folder = target ?? (await askForFolder(document));
  if (!folder) return undefined;
  const files = articles.map((article): ExportFile => {
    const number = String(input.articles.indexOf(article) + 1).padStart(2, '0');
    const uri = vscode.Uri.joinPath(folder, `${number}-${fileNameOf(article.title)}.${format.extension}`);
    return { uri, bytes: bytesOf(format, { ...input, articles: [article] }) };
  });
  refuseSource(document, files.map(({ uri }) => uri));
  const { missing, others } = await compareWithDisk(files);
  if (others.length > 0 && !(await mayReplace(others))) return undefined;
  if (!isFresh(folder)) return undefined;
  const title = translate(tongue, 'Exporting');
  const done = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) =>
    writeFiles([...missing, ...others], token, ({ uri }) => progress.report({ message: inMessage(nameOf(uri)), increment: 100 / files.length })));
  if (!done) return undefined;
  void vscode.window.showInformationMessage(translateCount(tongue, files.length, 'Exported {0} file to {1}.', 'Exported {0} files to {1}.', inMessage(nameOf(folder))));
  return folder;
}

/** @throws Error where UTF-8 has no room for the text: it is refused, and nothing is replaced */
function bytesOf(format: ExportFormat, input: ExportInput): Uint8Array {
  const written = format.write(input);
  if (typeof written === 'string' && /\p{Surrogate}/u.test(written)) throw new Error(translate(language(), 'the text has half a character (a lone surrogate), which no file can hold.'));
  return outputBytes(format, written);
}

/** @throws Error where the page itself would be written over */
function refuseSource(document: vscode.TextDocument, targets: readonly vscode.Uri[]): void {
  if (targets.some((uri) => uri.toString() === document.uri.toString())) throw new Error(translate(language(), 'that would write over the page itself.'));
}

async function mayReplace(files: readonly ExportFile[]): Promise<boolean> {
  const tongue = language();
  const replace = translate(tongue, 'Replace');
  const names = files.slice(0, 10).map(({ uri }) => inMessage(nameOf(uri)));
  const more = files.length > names.length ? [translate(tongue, '… and {0} more', files.length - names.length)] : [];
  const question = translateCount(tongue, files.length, '{0} file is there already and holds something else. Replace it?', '{0} files are there already and hold something else. Replace them?');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail: [...names, ...more].join('\n') }, replace)) === replace;
}

function askForFile({ document, format, input, articles }: Export): Thenable<vscode.Uri | undefined> {
  const [only, ...more] = articles;
  const single = only !== undefined && more.length === 0 && input.articles.length > 1;
  // `page.txt` becomes `page.articles.md` beside it, so that a Markdown dump is never its own target.
  const stem = single ? fileNameOf(only.title) : `${nameOf(document.uri).replace(/\.[^.]*$/, '')}.articles`;
  const folder = folderOf(document);
  const defaultUri = folder && vscode.Uri.joinPath(folder, `${stem}.${format.extension}`);
  // The dialogs know endings without a dot inside only.
  const ending = format.extension.slice(format.extension.lastIndexOf('.') + 1);
  return vscode.window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters: { [formatName(format)]: [ending] } });
}

async function askForFolder(document: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const folder = folderOf(document);
  const tongue = language();
  const chosen = await vscode.window.showOpenDialog({
    ...(folder && { defaultUri: folder }),
    canSelectFolders: true,
    canSelectFiles: false,
    title: translate(tongue, 'Export Articles Into'),
    openLabel: translate(tongue, 'Export Here'),
  });
  return chosen?.[0];
}

/** Where the document is; for one without a file, where the workspace is. */
function folderOf(document: vscode.TextDocument): vscode.Uri | undefined {
  return document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

async function offerToOpen(uri: vscode.Uri, format: ExportFormat): Promise<void> {
  const done = translate(language(), 'Exported to {0}.', inMessage(nameOf(uri)));
  if (format.binary) {
    void vscode.window.showInformationMessage(done);
    return;
  }
  const open = translate(language(), 'Open');
  if ((await vscode.window.showInformationMessage(done, open)) === open) await vscode.window.showTextDocument(uri);
}
