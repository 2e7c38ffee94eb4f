/** How long listeners may hold the thread before keys, and other extensions, have their turn, in milliseconds. */
const TURN = 3;

interface Listener<T> {
  readonly hear: (value: T) => unknown;
}

/**
 * An event that is told in turns: once its listeners have taken a few milliseconds, what else waits in this thread goes first.
 * A page has a dozen listeners (marks, tree, map, figures …); one behind another they would hold a key back. Knows no VS Code.
 */
export class TurnEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();

  /** @param onError told of what a listener throws; the others are told of the event all the same */
  constructor(private readonly onError: (error: unknown) => void) {}

  readonly event = (hear: (value: T) => unknown): { dispose(): void } => {
    const listener = { hear };
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  /**
   * Tells the listeners in the order in which they came, the first ones at once.
   * @param holds whether there is still reason to; asked before each turn but the first
   * @returns once all were told, or it no longer holds
   */
  async fire(value: T, holds: () => boolean): Promise<void> {
    let began = performance.now();
    for (const listener of [...this.#listeners]) {
      if (performance.now() - began > TURN) {
        await nextTurn();
        if (!holds()) return;
        began = performance.now();
      }
      if (!this.#listeners.has(listener)) continue;
      try {
        listener.hear(value);
      } catch (error) {
        this.onError(error);
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** After what waits in this thread now; messages that have come are handled before a timer. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
