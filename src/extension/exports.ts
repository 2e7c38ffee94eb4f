import * as vscode from 'vscode';
import { normalisedPage, toAnalysis, toMarkdown, type Page } from '../core';
import { registerCommand } from './command';
import { documentOf, pageOf } from './commands';
import { language, settingsFor } from './configuration';
import type { Services } from './services';
import { translate } from './translate';

/** One way to write a page down. */
interface Format {
  readonly command: string;
  readonly extension: string;
  /** The name of the file kind in the save dialog. */
  readonly kind: string;
  write(page: Page, document: vscode.TextDocument): string;
}

const formats: readonly Format[] = [
  { command: 'restitch.exportMarkdown', extension: 'md', kind: 'Markdown', write: toArticles },
  { command: 'restitch.exportJson', extension: 'json', kind: 'JSON', write: toJson },
];

/** The export commands. Each takes an optional source and an optional target `Uri`, and gives the `Uri` it wrote. */
export function registerExports(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...formats.map((format) =>
      registerCommand(services.log, format.command, (source: unknown, target: unknown) => exportPage(services, format, source, target)),
    ),
  );
}

async function exportPage(services: Services, format: Format, source: unknown, target: unknown): Promise<vscode.Uri | undefined> {
  const document = await documentOf(services, source);
  const page = await pageOf(services, document);
  const uri = target instanceof vscode.Uri ? target : await askForTarget(document, format);
  if (!uri) return undefined;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(format.write(page, document)));
  void offerToOpen(uri);
  return uri;
}

function askForTarget(document: vscode.TextDocument, { kind, extension }: Format): Thenable<vscode.Uri | undefined> {
  const defaultUri = defaultTarget(document, extension);
  return vscode.window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters: { [kind]: [extension] } });
}

/** `page.txt` becomes `page.articles.md` beside it, so that a Markdown dump is never its own target. */
function defaultTarget(document: vscode.TextDocument, extension: string): vscode.Uri | undefined {
  const name = `${nameOf(document).replace(/\.[^.]*$/, '')}.articles.${extension}`;
  if (!document.isUntitled) return vscode.Uri.joinPath(document.uri, '..', name);
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}

function nameOf(document: vscode.TextDocument): string {
  return document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
}

function toArticles(page: Page, document: vscode.TextDocument): string {
  return toMarkdown(settingsFor(document.uri).exportNormalise ? normalisedPage(page) : page);
}

function toJson(page: Page, document: vscode.TextDocument): string {
  // VS Code says the encoding of a document since 1.100 only.
  const encoding = 'encoding' in document && typeof document.encoding === 'string' ? document.encoding : 'utf-8';
  const analysis = toAnalysis(page, { name: nameOf(document), encoding: encoding === 'utf8' ? 'utf-8' : encoding }, language());
  return `${JSON.stringify(analysis, null, 2)}\n`;
}

async function offerToOpen(uri: vscode.Uri): Promise<void> {
  const open = translate(language(), 'Open');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const answer = await vscode.window.showInformationMessage(translate(language(), 'Exported to {0}.', name), open);
  if (answer === open) await vscode.window.showTextDocument(uri);
}
