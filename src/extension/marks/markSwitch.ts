import * as vscode from 'vscode';
import { onDidChangeSettings, settingsFor } from '../configuration';
import type { MarkKind } from '../settings';

const stateKey = 'restitch.marks';

/** Whether marks are shown: one switch for all of them, remembered with the workspace, and a setting for each kind. */
export class MarkSwitch implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #state: vscode.Memento;
  readonly #settings: vscode.Disposable;
  #on: boolean;

  /** The switch was turned, or a setting of the extension has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#on = state.get<boolean>(stateKey, true);
    this.#settings = onDidChangeSettings(() => this.#changed.fire(undefined));
  }

  get on(): boolean {
    return this.#on;
  }

  /** Whether marks of a kind are shown in a document. */
  shows(kind: MarkKind, document: vscode.TextDocument): boolean {
    return this.#on && settingsFor(document.uri)[kind];
  }

  /** Turns the switch; the marks follow at once. */
  async toggle(): Promise<void> {
    this.#on = !this.#on;
    this.#changed.fire(undefined);
    await this.#state.update(stateKey, this.#on);
  }

  dispose(): void {
    this.#settings.dispose();
    this.#changed.dispose();
  }
}
