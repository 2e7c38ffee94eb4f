/** How long listeners may hold the thread before keys, and other extensions, have their turn, in milliseconds. */
const TURN = 1;

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

/** Node's, which looks at messages before; timers may follow one another without such a look. A browser has none, and a task for each timer. */
const { setImmediate: soon = (next: () => void) => void setTimeout(next, 0) } = globalThis as { readonly setImmediate?: (next: () => void) => unknown };

/** Who waits for a turn: one at a time is let go on, so that not all of them hold the thread together. */
const waiting: (() => void)[] = [];

function letOneGo(): void {
  const next = waiting.shift();
  if (waiting.length > 0) soon(letOneGo);
  next?.();
}

/** After what waits in this thread now, messages included. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => {
  waiting.push(resolve);
  if (waiting.length === 1) soon(letOneGo);
});

/**
 * Does something at once where it has not been done for a while, and otherwise when the while is over: while somebody types, what nobody
 * waits for is done now and then, and not at each key.
 */
export class Seldom {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -Infinity;

  /** @param pause the while, in milliseconds @param clock the time, in milliseconds */
  constructor(
    private readonly run: () => void,
    private readonly pause: number,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  ask(): void {
    if (this.#timer !== undefined) return;
    const left = this.#last + this.pause - this.clock();
    if (left <= 0) this.now();
    else this.#timer = setTimeout(() => this.now(), left);
  }

  /** Does it whatever the time. */
  now(): void {
    this.dispose();
    this.#last = this.clock();
    this.run();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
