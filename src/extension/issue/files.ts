import * as vscode from 'vscode';
import { byteOrderMark, detectEncoding, readName } from '../../core';
import { language, settingsFor } from '../configuration';
import { dumpLanguage } from '../recognise';
import { nameOf, readIfThere, sidecarOf } from '../sidecar/files';
import { translate } from '../translate';

/** Files looked for in a workspace at most; an archive of more is a matter for the command line. */
export const mostFiles = 1000;

/** Endings under which dumps stand. */
const ending = /\.(?:newspage|txt|md)$/iu;
const pattern = '**/*.{newspage,txt,md}';
const besides = '**/{node_modules,.git,.vscode-test}/**';

/** Whether a file may hold a page at all, by its name. */
export function mayBePage(uri: vscode.Uri): boolean {
  return ending.test(uri.path) && !nameOf(uri).startsWith('.');
}

/** The files of a folder that may hold pages; nothing is read but the list. */
export async function pagesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries
    .filter(([, type]) => (type & vscode.FileType.File) !== 0)
    .map(([name]) => vscode.Uri.joinPath(folder, name))
    .filter(mayBePage)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, mostFiles);
}

/**
 * The files of the workspace whose names say that they are pages of a paper, in folders with two of them and more; and all of the
 * folders given, which are known to hold a dump. Nothing is read but the lists.
 */
export async function pagesInWorkspace(known: readonly vscode.Uri[], token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const named = (await vscode.workspace.findFiles(pattern, besides, 20 * mostFiles, token)).filter(isNamedAsPage);
  const folders = new Map<string, vscode.Uri[]>();
  for (const uri of named) {
    const folder = folderOf(uri).toString();
    const others = folders.get(folder);
    if (others) others.push(uri);
    else folders.set(folder, [uri]);
  }
  const listed = await Promise.all(known.map(async (folder) => (folders.delete(folder.toString()), pagesIn(folder))));
  const rest = [...folders.values()].filter(({ length }) => length > 1).flat().sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...listed.flat(), ...rest].slice(0, mostFiles);
}

/** A name with a page's label or a day in it, or the ending that is ours. */
function isNamedAsPage(uri: vscode.Uri): boolean {
  if (!mayBePage(uri)) return false;
  if (languageOf(uri) === dumpLanguage) return true;
  const { page, date } = readName(uri.path, settingsFor(uri).issueFileNames);
  return page !== undefined || date !== undefined;
}

export function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

/** The language VS Code gives a file of that name. */
export function languageOf({ path }: vscode.Uri): string {
  return /\.newspage(?:\.txt)?$/iu.test(path) ? dumpLanguage : path.endsWith('.md') ? 'markdown' : 'plaintext';
}

/** What tells whether a file is as it was: its time and size, those of its sidecar, the version of its open document. */
export async function stampOf(uri: vscode.Uri, open: vscode.TextDocument | undefined): Promise<string> {
  const sidecar = await Promise.resolve(vscode.workspace.fs.stat(sidecarOf(uri))).then(({ mtime, size }) => `${String(mtime)} ${String(size)}`, () => '');
  if (open) return `version ${String(open.version)} ${sidecar}`;
  const { mtime, size } = await vscode.workspace.fs.stat(uri);
  return `${String(mtime)} ${String(size)} ${sidecar}`;
}

/** The text of a file as an editor shows it, and that of its sidecar. */
export async function textsOf(uri: vscode.Uri, open: vscode.TextDocument | undefined): Promise<{ readonly text: string; readonly encoding: string; readonly sidecar?: string }> {
  const sidecar = await readIfThere(sidecarOf(uri)).catch(() => undefined);
  const { text, encoding } = open ? { text: open.getText(), encoding: encodingOf(open) } : decode(await vscode.workspace.fs.readFile(uri), nameOf(uri));
  return { text: open ? text : oneLineEnd(text), encoding, ...(sidecar !== undefined && { sidecar }) };
}

/** The encoding of a document, as the rest of the product names it. VS Code says it since 1.100 only. */
export function encodingOf(document: vscode.TextDocument): string {
  const encoding = 'encoding' in document && typeof document.encoding === 'string' ? document.encoding : 'utf-8';
  return encoding === 'utf8' ? 'utf-8' : encoding;
}

/** As the command line does: what cannot be decoded is an error, never another text. @throws Error */
function decode(bytes: Uint8Array, name: string): { readonly text: string; readonly encoding: string } {
  const mark = byteOrderMark(bytes);
  const encoding = mark?.encoding ?? detectEncoding(bytes);
  if (typeof encoding === 'string') {
    try {
      return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(mark?.length ?? 0)), encoding };
    } catch {
      // Said below.
    }
  }
  throw new Error(translate(language(), '{0} is in no encoding that is known here, or is damaged.', name));
}

/** Of several kinds of line ends VS Code keeps one when it opens a file; places must be those of its document. */
function oneLineEnd(text: string): string {
  const all = text.match(/\r\n|\r|\n/gu) ?? [];
  const withReturn = all.filter((end) => end !== '\n').length;
  const eol = withReturn > all.length / 2 ? '\r\n' : '\n';
  return all.every((end) => end === eol) ? text : text.replace(/\r\n|\r|\n/gu, eol);
}
