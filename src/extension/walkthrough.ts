import * as vscode from 'vscode';
import { registerCommand } from './command';
import { dumpLanguage } from './recognise';
import type { Services } from './services';

/** The page that the walkthrough opens, shipped with the extension. */
const sample = ['samples', 'sample-page.txt'] as const;

/** The command of the walkthrough's first step: the sample page as a new document, in which nothing can be lost. */
export function registerWalkthrough({ log }: Services, extension: vscode.Uri): vscode.Disposable {
  return registerCommand(log, 'restitch.openSample', async () => {
    // Through VS Code's file system: in a browser the extension has no disk.
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, ...sample));
    const content = new TextDecoder('utf-8').decode(bytes);
    const document = await vscode.workspace.openTextDocument({ language: dumpLanguage, content });
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('restitch.showArticles');
  });
}
