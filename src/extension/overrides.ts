import type * as vscode from 'vscode';
import type { Override } from './recognise';

const stateKey = 'restitch.overrides';
/** More documents than anyone decides by hand; the oldest decisions go first. */
const mostRemembered = 500;

/** What the user decided of single documents, remembered with the workspace. */
export class Overrides {
  readonly #state: vscode.Memento;
  readonly #decisions: Map<string, Override>;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#decisions = new Map(Object.entries(state.get<Record<string, Override>>(stateKey, {})));
  }

  of(uri: vscode.Uri): Override | undefined {
    return this.#decisions.get(uri.toString());
  }

  /** An untitled document is remembered until the window closes only: its name is soon another document's. */
  async set(uri: vscode.Uri, decision: Override): Promise<void> {
    const key = uri.toString();
    this.#decisions.delete(key);
    this.#decisions.set(key, decision);
    const lasting = [...this.#decisions].filter(([name]) => !name.startsWith('untitled:')).slice(-mostRemembered);
    await this.#state.update(stateKey, Object.fromEntries(lasting));
  }

  forgetUntitled(uri: vscode.Uri): void {
    if (uri.scheme === 'untitled') this.#decisions.delete(uri.toString());
  }
}
