import * as vscode from 'vscode';
import type { Decision } from '../core';

/** What editors decided about each document, placed in its present text; the analysis honours it. */
export class Decisions implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #steps = new Map<string, (readonly Decision[])[]>();

  /** The decisions about a document have changed, and its analysis with them. */
  readonly onDidChange = this.#changed.event;

  /** The decisions that stand, oldest first. */
  of(document: vscode.TextDocument): readonly Decision[] {
    return (this.#steps.get(document.uri.toString()) ?? []).flat();
  }

  /** Adds what one gesture decides; it is undone as one. */
  decide(document: vscode.TextDocument, decisions: readonly Decision[]): Promise<void> {
    if (decisions.length === 0) return Promise.resolve();
    const key = document.uri.toString();
    this.#steps.set(key, [...(this.#steps.get(key) ?? []), decisions]);
    this.#changed.fire(document);
    return Promise.resolve();
  }

  /** Takes the last gesture back; `false` where there is none. */
  undo(document: vscode.TextDocument): Promise<boolean> {
    const taken = this.#steps.get(document.uri.toString())?.pop() !== undefined;
    if (taken) this.#changed.fire(document);
    return Promise.resolve(taken);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
