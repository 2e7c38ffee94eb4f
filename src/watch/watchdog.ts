/** Milliseconds between two looks. */
const step = 1000;

interface Timer {
  unref?(): void;
}

/**
 * Finds out that another thread hangs: that it has given no sign of life for longer than what was asked of it can take.
 *
 * Time is counted in looks of this thread, one a second, and not by a clock. A machine that sleeps looks at nothing, and a
 * thread of ours that is busy itself cannot hear an answer, so neither is taken for a hang of the other side.
 */
export class Watchdog {
  #timer: ReturnType<typeof setInterval> | undefined;
  #looks = 0;
  #patience = 0;

  /**
   * @param onHang told once, with the seconds that were waited; the watch is over then
   * @param program whether a program goes on as long as it waits, though nothing else keeps it alive
   */
  constructor(
    private readonly onHang: (seconds: number) => void,
    private readonly program: 'release' | 'hold' = 'release',
  ) {}

  /** Something is awaited. @param patience seconds that may pass without a sign of life, counted from the last one */
  watch(patience: number): void {
    this.#patience = patience;
    if (this.#timer !== undefined) return;
    this.#looks = 0;
    this.#timer = setInterval(() => this.#look(), step);
    // In Node a timer keeps the program alive.
    if (this.program === 'release') (this.#timer as Timer).unref?.();
  }

  /** The other side has given a sign of life. */
  heard(): void {
    this.#looks = 0;
  }

  /** Nothing is awaited any more. */
  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    this.#looks += 1;
    if (this.#looks < this.#patience) return;
    this.rest();
    this.onHang(this.#looks);
  }
}

/** The least that is waited for a thread, in seconds: a slow machine under load starts one in a few. */
const least = 30;
/** Characters (UTF-16 units) or bytes that are read in a second at the least; a usual machine reads fifty times as many. */
const slowest = 5000;

/** How long an answer about so much text may take, in seconds. */
export function patienceFor(length: number): number {
  return least + Math.ceil(length / slowest);
}
