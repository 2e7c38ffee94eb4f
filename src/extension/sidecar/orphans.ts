import type * as vscode from 'vscode';
import { Ground, type Sidecar } from '../../core';

/** More closed documents than anyone saves at a time. */
const most = 8;

/** What was decided about new documents that were closed: one that was saved under a name is known again by its text. */
export class Orphans {
  readonly #orphans: { readonly bare: string; readonly sidecar: Sidecar }[] = [];

  /** @param text the document's last text */
  add(text: string, sidecar: Sidecar): void {
    this.#orphans.push({ bare: bareOf(text), sidecar });
    this.#orphans.splice(0, this.#orphans.length - most);
  }

  /** Whether anything was decided about the document before it had a file. */
  hasFor(document: vscode.TextDocument): boolean {
    return this.#find(document) >= 0;
  }

  /** What was decided about the document before it had a file; given once. */
  takeFor(document: vscode.TextDocument): Sidecar | undefined {
    const at = this.#find(document);
    return at < 0 ? undefined : this.#orphans.splice(at, 1)[0]?.sidecar;
  }

  #find(document: vscode.TextDocument): number {
    if (this.#orphans.length === 0) return -1;
    const bare = bareOf(document.getText());
    return this.#orphans.findIndex((orphan) => orphan.bare === bare);
  }
}

/** Saving may trim white space. */
function bareOf(text: string): string {
  return new Ground(text).bare.text;
}
