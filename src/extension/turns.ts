/** How long listeners may hold the thread before keys, and other extensions, have their turn, in milliseconds. */
const TURN = 1;

/** @returns anything; a function is the rest of the listener's work, which may have a turn of its own */
type Hear<T> = (value: T) => unknown;

interface Listener<T> {
  readonly hear: Hear<T>;
}

/**
 * An event that is told in turns: once its listeners have taken a few milliseconds, what else waits in this thread goes first.
 * A page has a dozen listeners (marks, tree, map, figures …); one behind another they would hold a key back. Knows no VS Code.
 */
export class TurnEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();

  /** @param onError told of what a listener throws; the others are told of the event all the same */
  constructor(private readonly onError: (error: unknown) => void) {}

  readonly event = (hear: Hear<T>): { dispose(): void } => {
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
      let next: unknown = () => listener.hear(value);
      while (typeof next === 'function') {
        if (performance.now() - began > TURN) {
          await nextTurn();
          if (!holds()) return;
          began = performance.now();
        }
        if (!this.#listeners.has(listener)) break;
        next = this.#take(next as () => unknown);
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }

  #take(step: () => unknown): unknown {
    try {
      return step();
    } catch (error) {
      this.onError(error);
      return undefined;
    }
  }
}

const { setImmediate: afterMessages } = globalThis as { readonly setImmediate?: (next: () => void) => unknown };

/**
 * Node's, twice: what is asked for while messages are heard is done right behind them, and only what is asked for from there comes behind the next
 * look at messages and timers. Timers would not do, for they may follow one another without such a look. A browser has a task for each timer.
 */
const soon = (next: () => void): void => {
  if (afterMessages === undefined) setTimeout(next, 0);
  else afterMessages(() => afterMessages(next));
};

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
