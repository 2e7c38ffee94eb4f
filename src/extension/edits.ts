import * as vscode from 'vscode';
import { prove, type Allowance, type Proof, type TextEdit } from '../core';
import { language } from './configuration';
import { toRange } from './places';
import { inMessage } from './plain';
import { translate, translateCount } from './translate';

/**
 * The one place where text is changed: a lint rule keeps `WorkspaceEdit` and `applyEdit` out of every other file. Nothing
 * is given to VS Code before it is proven that no character is lost.
 */

/** Edits of one version of a document that were proven, and are applied now or handed to VS Code to be applied. */
export interface Proven {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly proof: Extract<Proof, { conserved: true }>;
}

/** Edits that would have lost or added characters, and were refused. */
export interface Refused {
  readonly document: vscode.TextDocument;
  readonly proof: Extract<Proof, { conserved: false }>;
}

const proven = new vscode.EventEmitter<Proven>();
const refused = new vscode.EventEmitter<Refused>();

export const onDidProve = proven.event;
export const onDidRefuse = refused.event;

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
      void vscode.window.showErrorMessage(inMessage(translate(tongue, 'Restitch could not do this: {0}', error instanceof Error ? error.message : String(error))));
    }
  });
}

/**
 * Whether edits keep every character of a document, but for what they may do; where they do not, says so. Each unit of the
 * text is counted, so ask once, before edits are shown or applied.
 */
export function checkConserved(document: vscode.TextDocument, edits: readonly TextEdit[], allowance: Allowance): Proven['proof'] | undefined {
  const proof = prove(document.getText(), edits, allowance);
  if (proof.conserved) return proof;
  refused.fire({ document, proof });
  const count = [...proof.lost, ...proof.added].reduce((sum, { characters }) => sum + [...characters].length, 0);
  const tongue = language();
  const log = translate(tongue, 'Show Log');
  const words = translateCount(tongue, count, 'Nothing was changed, for {0} character would not have been kept. This is a bug in Restitch; the log says more.', 'Nothing was changed, for {0} characters would not have been kept. This is a bug in Restitch; the log says more.');
  void vscode.window.showErrorMessage(words, log).then((answer) => {
    if (answer === log) void vscode.commands.executeCommand('restitch.showLog');
  });
  return undefined;
}

/**
 * Edits made for `version` of a document as one `WorkspaceEdit`, which VS Code applies as one undo step.
 * @param allowance what they may do beside moving text and white space
 * @param again as for {@link checkVersion}
 * @returns none where the document has changed since, or characters would not be kept; a message says so
 */
export function versionedEdit(document: vscode.TextDocument, version: number, edits: readonly TextEdit[], allowance: Allowance, again?: Again): vscode.WorkspaceEdit | undefined {
  if (!checkVersion(document, version, again)) return undefined;
  const proof = checkConserved(document, edits, allowance);
  if (!proof) return undefined;
  proven.fire({ document, version, proof });
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ span, newText }) => vscode.TextEdit.replace(toRange(document, span), newText)),
  );
  return edit;
}

/**
 * Applies edits made for `version` of a document as one undo step.
 * @param allowance what they may do beside moving text and white space
 * @param again as for {@link checkVersion}
 * @returns whether they were applied; where the document has changed since, or characters would not be kept, nothing is and a message says so
 */
export async function applyVersioned(document: vscode.TextDocument, version: number, edits: readonly TextEdit[], allowance: Allowance, again?: Again): Promise<boolean> {
  const edit = versionedEdit(document, version, edits, allowance, again);
  return edit !== undefined && vscode.workspace.applyEdit(edit);
}
