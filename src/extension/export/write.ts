import * as vscode from 'vscode';
import { contentOf, fileNameOf, outputsOf, type Article, type ExportFormat, type ExportInput } from '../../core';
import { language } from '../configuration';
import { inMessage } from '../plain';
import { nameOf } from '../sidecar/files';
import { translate, translateCount } from '../translate';
import { formatName } from './choices';
import { compareWithDisk, writeFiles, type ExportFile } from './files';

/** An export that knows what to write, but not where. */
export interface Export {
  readonly format: ExportFormat;
  /** With all articles there are; those wanted are beside it. */
  readonly input: ExportInput;
  readonly articles: readonly Article[];
  /** Where the dialogs begin. */
  readonly folder: vscode.Uri | undefined;
  /** What one file with several articles is called, without its ending. */
  readonly stem: string;
  /** What is read: none of it may be written over. */
  readonly sources: readonly vscode.Uri[];
  /** Whether the text is still the one that is to be written; where not, says so and offers to write it as it is now. */
  readonly isFresh: (target: vscode.Uri) => boolean;
}

/** Writes one file, or a folder of one an article. @param target the file or folder; asked where it is left out @returns what was written */
export function writeExport(made: Export, per: ExportFormat['per'], target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  return per === 'page' ? writeFile(made, target) : writeFolder(made, target);
}

async function writeFile(made: Export, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const { format, input, articles } = made;
  // The dialog has asked whether a file may be written over.
  const uri = target ?? (await askForFile(made));
  if (!uri) return undefined;
  refuseSources(made, [uri]);
  if (!made.isFresh(uri)) return undefined;
  await writeFiles([{ uri, bytes: bytesOf(contentOf(format, format.write({ ...input, articles }))) }]);
  void offerToOpen(uri, format);
  return uri;
}

async function writeFolder(made: Export, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const { format, input, articles } = made;
  const tongue = language();
  const folder = target ?? (await askForFolder(made));
  if (!folder) return undefined;
  const files = [...outputsOf({ ...input, articles }, format, 'article', '')].map(({ path, content }): ExportFile => ({ uri: vscode.Uri.joinPath(folder, path), bytes: bytesOf(content) }));
  refuseSources(made, files.map(({ uri }) => uri));
  const { missing, others } = await compareWithDisk(files);
  if (others.length > 0 && !(await mayReplace(others))) return undefined;
  if (!made.isFresh(folder)) return undefined;
  const title = translate(tongue, 'Exporting');
  const done = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) =>
    writeFiles([...missing, ...others], token, ({ uri }) => progress.report({ message: inMessage(nameOf(uri)), increment: 100 / files.length })));
  if (!done) return undefined;
  void vscode.window.showInformationMessage(translateCount(tongue, files.length, 'Exported {0} file to {1}.', 'Exported {0} files to {1}.', inMessage(nameOf(folder))));
  return folder;
}

/**
 * Writes one file whose place is known, as any export: never over what is read, never half.
 * @param sources what is read
 * @throws Error where that is one of the sources, or the text cannot be written
 */
export async function writeOne(uri: vscode.Uri, content: string, sources: readonly vscode.Uri[]): Promise<void> {
  refuseSources({ sources }, [uri]);
  await writeFiles([{ uri, bytes: bytesOf(content) }]);
}

/** @throws Error where UTF-8 has no room for the text: it is refused, and nothing is replaced */
function bytesOf(content: string | Uint8Array): Uint8Array {
  if (typeof content !== 'string') return content;
  if (!content.isWellFormed()) throw new Error(translate(language(), 'the text has half a character (a lone surrogate), which no file can hold.'));
  return new TextEncoder().encode(content);
}

/** @throws Error where a page itself would be written over */
function refuseSources({ sources }: Pick<Export, 'sources'>, targets: readonly vscode.Uri[]): void {
  const read = new Set(sources.map(String));
  if (targets.some((uri) => read.has(uri.toString()))) throw new Error(translate(language(), 'that would write over the page itself.'));
}

async function mayReplace(files: readonly ExportFile[]): Promise<boolean> {
  const tongue = language();
  const replace = translate(tongue, 'Replace');
  const names = files.slice(0, 10).map(({ uri }) => inMessage(nameOf(uri)));
  const more = files.length > names.length ? [translate(tongue, '… and {0} more', files.length - names.length)] : [];
  const question = translateCount(tongue, files.length, '{0} file is there already and holds something else. Replace it?', '{0} files are there already and hold something else. Replace them?');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail: [...names, ...more].join('\n') }, replace)) === replace;
}

function askForFile({ folder, format, input, articles, stem }: Export): Thenable<vscode.Uri | undefined> {
  const [only, ...more] = articles;
  const single = only !== undefined && more.length === 0 && input.articles.length > 1;
  const defaultUri = folder && vscode.Uri.joinPath(folder, `${single ? fileNameOf(only.title) : stem}.${format.extension}`);
  // The dialogs know endings without a dot inside only.
  const ending = format.extension.slice(format.extension.lastIndexOf('.') + 1);
  return vscode.window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters: { [formatName(format)]: [ending] } });
}

async function askForFolder({ folder }: Export): Promise<vscode.Uri | undefined> {
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

async function offerToOpen(uri: vscode.Uri, format: ExportFormat): Promise<void> {
  const done = translate(language(), 'Exported to {0}.', inMessage(nameOf(uri)));
  if (format.binary) {
    void vscode.window.showInformationMessage(done);
    return;
  }
  const open = translate(language(), 'Open');
  if ((await vscode.window.showInformationMessage(done, open)) === open) await vscode.window.showTextDocument(uri);
}
