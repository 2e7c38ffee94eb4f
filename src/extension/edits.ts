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

/** The same again, on the text as it is now. */
export type Again = () => unknown;

/**
 * Whether what was worked out for `version` still fits; where it does not, says so and asks to try again.
 * @param again does it anew; offered by a button where it is given
 */
export function checkVersion(document: vscode.TextDocument, version: number, again?: Again): boolean {
  if (document.version === version && !document.isClosed) return true;
  sayStale(document.isClosed ? undefined : again);
  return false;
}

/** Says that a document has changed since what was asked for was worked out. @param again as for {@link checkVersion} */
export function sayStale(again?: Again): void {
  const tongue = language();
  if (again === undefined) {
    void vscode.window.showWarningMessage(translate(tongue, 'The document has changed in the meantime, so nothing was done. Please try again.'));
    return;
  }
  const anew = translate(tongue, 'Do It on the New Text');
  void vscode.window.showWarningMessage(translate(tongue, 'The document has changed in the meantime, so nothing was done.'), anew).then(async (answer) => {
    if (answer !== anew) return;
    try {
      await again();
    } catch (error) {
      void vscode.window.showErrorMessage(translate(tongue, 'Restitch could not do this: {0}', error instanceof Error ? error.message : String(error)));
    }
  });
}

/**
 * Applies edits made for `version` of a document as one undo step.
 * @returns whether they were applied; where the document has changed since, nothing is and a message says so
 */
export async function applyVersioned(document: vscode.TextDocument, version: number, edits: readonly TextEdit[], again?: Again): Promise<boolean> {
  if (!checkVersion(document, version, again)) return false;
  return vscode.workspace.applyEdit(toWorkspaceEdit(document, edits));
}
