import * as vscode from 'vscode';
import { formatById, type FormatId, type LinkRulings } from '../../core';
import type { Rulings } from '../issue/rulings';
import { registerCommand } from '../command';
import { language, settingsFor } from '../configuration';
import { ExportChoices, type FolderKind } from '../export/choices';
import type { Log } from '../log';
import type { Services } from '../services';
import { translate, translateCount } from '../translate';
import type { ExportFolder, FolderExported } from './host';

/** What a caller may answer in advance; the rest is asked. One who names a format and no kind wants it page by page. */
interface Request {
  readonly folder?: vscode.Uri;
  readonly out?: vscode.Uri;
  readonly format?: FormatId;
  readonly kind?: FolderKind;
}

/**
 * `restitch.exportFolder`: all pages of a folder, archives included, into another folder. Takes an optional folder and a {@link Request},
 * gives what came of it. Only where there are threads and a disk: in the browser it says so.
 */
export function registerExportFolder({ log }: Services, memory: vscode.Memento, rulings: Pick<Rulings, 'all'>, exportFolder: ExportFolder | undefined): vscode.Disposable {
  return registerCommand(log, 'restitch.exportFolder', async (source: unknown, request: unknown) => {
    const tongue = language();
    if (exportFolder === undefined) throw new Error(translate(tongue, 'folders are exported in VS Code on the desktop or on a server; the browser has no threads and no disk for it.'));
    const given = typeof request === 'object' && request !== null ? (request as Request) : {};
    const folder = given.folder ?? (source instanceof vscode.Uri ? source : await askFor(translate(tongue, 'Export This Folder'), vscode.workspace.workspaceFolders?.[0]?.uri));
    if (!folder) return undefined;
    const choices = new ExportChoices(memory);
    const format = given.format === undefined ? await choices.formatFor(translate(tongue, 'Export Folder')) : formatById(given.format);
    if (!format) return undefined;
    const kind = given.kind ?? (given.format === undefined ? await choices.kind(format) : 'pages');
    if (!kind) return undefined;
    const out = given.out ?? (await askFor(translate(tongue, 'Export into This Folder'), vscode.Uri.joinPath(folder, '..')));
    if (!out) return undefined;
    if (folder.scheme !== 'file' || out.scheme !== 'file') throw new Error(translate(tongue, 'only folders on the disk can be exported.'));
    if (folder.toString() === out.toString()) throw new Error(translate(tongue, 'that is the folder that is read.'));
    const settings = settingsFor(folder);
    const issues = kind === 'issues' ? { fileNames: settings.issueFileNames, rulings: rulingsIn(folder, rulings.all) } : undefined;
    const work = { folder: folder.fsPath, out: out.fsPath, format: format.id, normalise: settings.exportNormalise, language: tongue, ...(issues && { issues }) };
    const done = await withProgress(work, exportFolder);
    for (const trouble of done.troubles) log.warn(trouble);
    log.info(`Exported ${folder.fsPath} to ${out.fsPath}: ${String(done.done)} done, ${String(done.unchanged)} unchanged, ${String(done.bad)} bad${done.stopped ? ', stopped' : ''}.`);
    tell(done, out, log).catch((error: unknown) => log.error(`${out.toString()}: could not be shown.`, error));
    return done;
  });
}

/** What was decided of links between the pages of a folder, by the names that these have in it. */
function rulingsIn(folder: vscode.Uri, rulings: LinkRulings): [key: string, same: boolean][] {
  const own = `${folder.path.replace(/\/$/u, '')}/`;
  return [...rulings].map(([key, same]) => [key.split(' > ').map((end) => (end.startsWith(own) ? end.slice(own.length) : end)).join(' > '), same]);
}

async function askFor(openLabel: string, defaultUri: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel, title: openLabel, ...(defaultUri && { defaultUri }) });
  return chosen?.[0];
}

async function withProgress(work: Parameters<ExportFolder>[0], exportFolder: ExportFolder): Promise<FolderExported> {
  const title = translate(work.language, 'Exporting');
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    const stop = new AbortController();
    const listener = token.onCancellationRequested(() => stop.abort());
    let shown = 0;
    try {
      return await exportFolder(work, {
        signal: stop.signal,
        onProgress: ({ share = 0, done, perSecond, left }) => {
          const rate = translate(work.language, '{0} done, {1} a second', done, perSecond.toFixed(perSecond < 10 ? 1 : 0));
          progress.report({ message: left === undefined ? rate : `${rate}, ${translate(work.language, '{0} left to go', left)}`, increment: 100 * Math.max(0, share - shown) });
          shown = Math.max(shown, share);
        },
      });
    } finally {
      listener.dispose();
    }
  });
}

/** In the system's own file manager; a window far from the machine has none, and opens the folder itself. */
async function reveal(folder: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('revealFileInOS', folder);
  } catch {
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
  }
}

async function tell({ done, unchanged, bad, stopped }: FolderExported, out: vscode.Uri, log: Log): Promise<void> {
  const tongue = language();
  const parts = [
    translateCount(tongue, done, '{0} page exported', '{0} pages exported'),
    ...(unchanged > 0 ? [translate(tongue, '{0} unchanged', unchanged)] : []),
    ...(bad > 0 ? [translate(tongue, '{0} could not be read or written', bad)] : []),
    ...(stopped ? [translate(tongue, 'stopped: the same export goes on from here')] : []),
  ].join(translate(tongue, ', '));
  const open = translate(tongue, 'Show Folder');
  const show = translate(tongue, 'Show Log');
  const answer = bad > 0 ? await vscode.window.showWarningMessage(parts, show, open) : await vscode.window.showInformationMessage(parts, open);
  if (answer === open) await reveal(out);
  else if (answer === show) log.show();
}
