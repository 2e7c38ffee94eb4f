import type * as vscode from 'vscode';

/** Which articles an editor has checked. An article is known by its first words. */
export interface Reviewed {
  isReviewed(document: vscode.TextDocument, key: string): boolean;
  setReviewed(document: vscode.TextDocument, key: string, reviewed: boolean): Promise<void>;
}

const stateKey = 'restitch.reviewed';
/** More pages than anyone has in hand; the oldest go first. */
const mostRemembered = 500;

/** Remembers with the workspace what was checked; of an untitled document until the window closes only. */
export class ReviewedMarks implements Reviewed {
  readonly #state: vscode.Memento;
  readonly #marks: Map<string, readonly string[]>;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#marks = new Map(Object.entries(state.get<Record<string, readonly string[]>>(stateKey, {})));
  }

  isReviewed({ uri }: vscode.TextDocument, key: string): boolean {
    return this.#marks.get(uri.toString())?.includes(key) === true;
  }

  async setReviewed({ uri }: vscode.TextDocument, key: string, reviewed: boolean): Promise<void> {
    const name = uri.toString();
    const others = (this.#marks.get(name) ?? []).filter((one) => one !== key);
    const marks = reviewed ? [...others, key] : others;
    this.#marks.delete(name);
    if (marks.length > 0) this.#marks.set(name, marks);
    const lasting = [...this.#marks].filter(([one]) => !one.startsWith('untitled:')).slice(-mostRemembered);
    await this.#state.update(stateKey, Object.fromEntries(lasting));
  }
}
