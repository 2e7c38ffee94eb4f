import type * as vscode from 'vscode';
import { isEmpty, type Sidecar } from '../../core';

/** What is known of an open document, as far as it matters here. */
interface Open {
  readonly document: vscode.TextDocument;
  readonly memory: { readonly sidecar: Sidecar };
  /** Its text when it was first asked about. */
  readonly text: string;
}

/**
 * What was decided about the document that a file was just saved from under another name (“Save As”): VS Code makes a new document of
 * it, which has the same text and was shown nowhere before. Nothing where the file was there before with a text of its own.
 * @param own what is known of the saved document
 * @param others the open documents, the one shown last first: of two with the same text it is the one that was saved
 */
export function decidedBefore(saved: vscode.TextDocument, own: Open | undefined, others: Iterable<Open>): Sidecar | undefined {
  if (own !== undefined && (own.text !== '' || !isEmpty(own.memory.sidecar))) return undefined;
  for (const { document, memory } of others) {
    if (document === saved || document.isUntitled || isEmpty(memory.sidecar)) continue;
    if (document.getText() === saved.getText()) return memory.sidecar;
  }
  return undefined;
}
