import * as vscode from 'vscode';
import { ChunkedText } from './chunkedText';
import { lengthOf } from './places';

interface Kept {
  readonly text: ChunkedText;
  readonly eol: vscode.EndOfLine;
}

/**
 * The texts of documents, kept up with their changes: VS Code puts a text together from its lines when it is asked after a change,
 * which in a file of 10 MB takes longer than everything else that is done at a key.
 */
export class Texts implements vscode.Disposable {
  readonly #kept = new WeakMap<vscode.TextDocument, Kept>();
  readonly #subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.#follow(document, contentChanges));

  /** The text of a document as it is now. */
  of(document: vscode.TextDocument): ChunkedText {
    const kept = this.#kept.get(document);
    if (kept?.text.length === lengthOf(document) && kept.eol === document.eol) return kept.text;
    const text = ChunkedText.of(document.getText());
    this.#kept.set(document, { text, eol: document.eol });
    return text;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #follow(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const kept = this.#kept.get(document);
    if (!kept) return;
    if (kept.eol !== document.eol) {
      this.#kept.delete(document);
      return;
    }
    // The places of all are those before the first: from the end of the text to its beginning, none moves another.
    const ordered = [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset);
    const text = ordered.reduce((now, { rangeOffset, rangeLength, text: added }) => now.replace(rangeOffset, rangeLength, added), kept.text);
    this.#kept.set(document, { text, eol: kept.eol });
  }
}
