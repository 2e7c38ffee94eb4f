import * as vscode from 'vscode';
import { language, settingsFor } from './configuration';
import type { Services } from './services';
import { inMessage } from './plain';
import { nameOf } from './sidecar/files';
import { translate } from './translate';

const stateKey = 'restitch.largeFilesTold';
const MEGABYTE = 1024 * 1024;
/** From 50 Mi UTF-16 units on VS Code shows a document to no extension; a smaller file has no more units than bytes. */
const fewestBytes = 50 * MEGABYTE;
/** Files remembered as told of. */
const most = 200;

const endings = { own: '.newspage', other: ['.txt', '.md'] } as const;

/**
 * A file too large for any extension has no document and no editor as far as an extension sees; all that shows is its tab.
 * When such a file of ours comes to the front, it is said once what the reason is, and what works instead.
 */
export function registerLargeFile({ log }: Pick<Services, 'log'>, state: vscode.Memento): vscode.Disposable {
  const told = new Set<string>(state.get<readonly string[]>(stateKey, []));
  const asked = new Set<string>();
  const look = (): void => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (!(input instanceof vscode.TabInputText)) return;
    const { uri } = input;
    const key = uri.toString();
    if (told.has(key) || asked.has(key) || !isOfOurs(uri)) return;
    if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === key)) return;
    asked.add(key);
    isOutOfReach(uri)
      .then(async (megabytes) => {
        asked.delete(key);
        if (megabytes === undefined || told.has(key)) return;
        told.add(key);
        await state.update(stateKey, [...told].slice(-most));
        log.info(`${key}: ${String(megabytes)} MB, too large to be shown to extensions.`);
        await tell(uri, megabytes);
      })
      .catch((error: unknown) => log.error(`${key}: could not be looked at.`, error));
  };
  look();
  return vscode.Disposable.from(vscode.window.tabGroups.onDidChangeTabs(look), vscode.window.tabGroups.onDidChangeTabGroups(look));
}

function isOfOurs(uri: vscode.Uri): boolean {
  if (uri.scheme !== 'file' && uri.scheme !== 'vscode-remote') return false;
  const name = uri.path.toLowerCase();
  return name.endsWith(endings.own) || (endings.other.some((ending) => name.endsWith(ending)) && settingsFor(uri).detect !== 'never');
}

/** The size of a file that VS Code shows to no extension, in megabytes; nothing for any other. */
async function isOutOfReach(uri: vscode.Uri): Promise<number | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size <= fewestBytes) return undefined;
    try {
      // Of a file with fewer units than bytes nothing but this tells; one that is open already is not read again.
      await vscode.workspace.openTextDocument(uri);
      return undefined;
    } catch {
      return Math.round(size / MEGABYTE);
    }
  } catch {
    // Gone in the meantime.
    return undefined;
  }
}

async function tell(uri: vscode.Uri, megabytes: number): Promise<void> {
  const tongue = language();
  const copy = translate(tongue, 'Copy Command');
  const words = translate(tongue, '{0} has {1} MB. VS Code keeps files of more than 50 MB from all extensions; the restitch command analyses them.', nameOf(uri), megabytes);
  if ((await vscode.window.showInformationMessage(inMessage(words), copy)) !== copy) return;
  await vscode.env.clipboard.writeText(commandFor(uri.fsPath));
  vscode.window.setStatusBarMessage(translate(tongue, 'The command is in the clipboard. Paste it into a terminal.'), 5000);
}

/** The command that re-stitches a file into a folder beside it, for any shell. */
export function commandFor(path: string): string {
  const folder = path.replace(/\.[^./\\]+$/, '');
  return `restitch --restitch ${quoted(path)} --out ${quoted(`${folder}-restitched`)}`;
}

/**
 * As one word: for POSIX shells where the path is one of theirs, for PowerShell elsewhere. cmd.exe knows double quotes alone, so they stand where nothing in them
 * could be taken for more than a name; PowerShell takes curly quotation marks for straight ones.
 */
function quoted(path: string): string {
  if (/^[\w@+=:,./-]+$/.test(path)) return path;
  if (path.startsWith('/')) return `'${path.replace(/'/g, `'\\''`)}'`;
  return /[$`%"“”„'‘’‚‛]/u.test(path) ? `'${path.replace(/['‘’‚‛]/gu, '$&$&')}'` : `"${path}"`;
}
