import * as vscode from 'vscode';
import type { TextEdit } from '../core';
import { language } from './configuration';
import { toRange } from './places';
import { translate } from './translate';

/** Edits of one document as one `WorkspaceEdit`, which VS Code applies as one undo step. */
export function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ span, newText }) => vscode.TextEdit.replace(toRange(document, span), newText)),
  );
  return edit;
}

/** Whether edits computed from `version` still fit; where they do not, says so and asks to try again. */
export function checkVersion(document: vscode.TextDocument, version: number): boolean {
  if (document.version === version && !document.isClosed) return true;
  sayStale();
  return false;
}

/** Says that a document has changed since what was asked for was worked out. */
export function sayStale(): void {
  void vscode.window.showWarningMessage(translate(language(), 'The document has changed in the meantime, so nothing was done. Please try again.'));
}

/**
 * Applies edits made for `version` of a document as one undo step.
 * @returns whether they were applied; where the document has changed since, nothing is and a message says so
 */
export async function applyVersioned(document: vscode.TextDocument, version: number, edits: readonly TextEdit[]): Promise<boolean> {
  if (!checkVersion(document, version)) return false;
  return vscode.workspace.applyEdit(toWorkspaceEdit(document, edits));
}
