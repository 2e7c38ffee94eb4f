import * as vscode from 'vscode';
import type { Span } from '../core';
import { registerCommand } from './command';
import { toRange } from './places';
import type { Services } from './services';

export const revealCommand = 'restitch.reveal';

/** The command behind a click in the tree: shows and selects a span of a document. */
export function registerReveal({ log }: Services): vscode.Disposable {
  return registerCommand(log, revealCommand, async (uri: vscode.Uri, span: Span) => {
    // A link hands over the parts of the address only.
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from(uri));
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const range = toRange(document, span);
    const editor = await vscode.window.showTextDocument(document, {
      ...(shown?.viewColumn !== undefined && { viewColumn: shown.viewColumn }),
      preserveFocus: true,
      selection: range,
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
}
