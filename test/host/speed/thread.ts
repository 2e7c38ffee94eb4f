// Watches the thread of the extension host: how long it was held, by what turns, and whether they collected garbage.
import { closeSync, openSync, readSync } from 'node:fs';
import { constants, monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';

/** What one turn took: everything that the thread did between two looks at the processor time. */
export interface Turn {
  /** When it began and ended, in milliseconds of `performance.now()`. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds of the processor: what holds the thread on a machine that does nothing else. */
  readonly processor: number;
}

/** A collection of garbage in this thread. */
interface Collection {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

/** How long the extension host's thread was held, in milliseconds: one time in a hundred, one in a thousand, and at most. */
export interface Held {
  readonly hundredth: number;
  readonly thousandth: number;
  readonly most: number;
  /** In the order in which they ended. */
  readonly collections: readonly Collection[];
  /** The longest first. Empty where the system does not tell the processor time of a thread. */
  readonly turns: readonly Turn[];
}

/** Turns named one by one. */
const NAMED = 5;
/** A turn longer than this, in milliseconds of the processor, is one that a picture may wait for. */
const LONG = 16;

/** More than a test of 400 s has. */
const MOST_TURNS = 400_000;
const SPACE = 32;
const ZERO = 48;

/** Measures the processor time that this thread takes in each turn: what it waits for a processor, while other work runs, is none of it. */
function watchTurns(): () => readonly Turn[] {
  let file: number;
  try {
    file = openSync(`/proc/self/task/${String(process.pid)}/schedstat`, 'r');
  } catch {
    return () => [];
  }
  const bytes = Buffer.alloc(128);
  /** The number that the file begins with, without a string: what is measured shall be others' garbage. */
  const used = (): number => {
    const length = readSync(file, bytes, 0, bytes.length, 0);
    let nanoseconds = 0;
    for (let at = 0; at < length && bytes[at] !== SPACE; at++) nanoseconds = nanoseconds * 10 + (bytes[at] ?? 0) - ZERO;
    return nanoseconds / 1e6;
  };
  const seen = new Float64Array(3 * MOST_TURNS);
  let count = 0;
  let before = used();
  let from = performance.now();
  let timer = setTimeout(function look(): void {
    const now = used();
    const to = performance.now();
    seen.set([from, to, now - before], 3 * count++);
    before = now;
    from = to;
    timer = setTimeout(look, 1);
  }, 1);
  return () => {
    clearTimeout(timer);
    closeSync(file);
    const turns = Array.from({ length: count }, (_, i): Turn => ({ from: seen[3 * i] ?? 0, to: seen[3 * i + 1] ?? 0, processor: seen[3 * i + 2] ?? 0 }));
    return turns.sort((a, b) => b.processor - a.processor);
  };
}

const kinds = new Map<unknown, string>([
  [constants.NODE_PERFORMANCE_GC_MINOR, 'minor'],
  [constants.NODE_PERFORMANCE_GC_MAJOR, 'major'],
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL, 'incremental'],
  [constants.NODE_PERFORMANCE_GC_WEAKCB, 'weak references'],
]);

/** Watches the extension host's thread, by a timer of a millisecond. */
export function watchThread(): () => Promise<Held> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const collections: Collection[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { startTime, duration } = entry;
      const { kind } = ('detail' in entry ? entry.detail : {}) as { readonly kind?: unknown };
      collections.push({ from: startTime, to: startTime + duration, kind: kinds.get(kind) ?? String(kind) });
    }
  });
  observer.observe({ entryTypes: ['gc'] });
  const endTurns = watchTurns();
  return async () => {
    delays.disable();
    const turns = endTurns();
    // Collections are told a while after they were made.
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    return { collections, hundredth: delays.percentile(99) / 1e6, thousandth: delays.percentile(99.9) / 1e6, most: delays.max / 1e6, turns };
  };
}

/**
 * Says how the thread was held.
 * @param keys when the keys were struck, in milliseconds of `performance.now()`
 */
export function toldHeld({ hundredth, thousandth, most, collections, turns }: Held, keys: readonly number[]): string {
  const garbage = Math.max(0, ...collections.map(({ from, to }) => to - from));
  const told = `the host's thread held ${hundredth.toFixed(1)} ms (99 %), ${thousandth.toFixed(1)} ms (99.9 %), ${most.toFixed(1)} ms (at most; the longest collection of garbage ${garbage.toFixed(1)} ms)`;
  if (turns.length === 0) return told;
  const long = turns.filter(({ processor }) => processor > LONG).length;
  const named = turns.slice(0, NAMED).map((turn) => toldTurn(turn, collections, keys)).join('\n  ');
  return `${told}; turns of more than ${String(LONG)} ms of the processor: ${String(long)} of ${String(turns.length)}, the longest\n  ${named}`;
}

function toldTurn({ from, to, processor }: Turn, collections: readonly Collection[], keys: readonly number[]): string {
  const inside = collections.filter((one) => one.from < to && one.to > from).map((one) => `${one.kind} ${(one.to - one.from).toFixed(1)} ms`);
  const key = keys.filter((time) => time <= to).length;
  const struck = keys[key - 1];
  const when = struck === undefined ? 'before the first key' : struck > from ? `at key ${String(key)}` : `${(from - struck).toFixed(0)} ms behind key ${String(key)}`;
  return `${processor.toFixed(1)} ms (${(to - from).toFixed(1)} by the clock) ${when}; garbage: ${inside.join(', ') || 'none'}`;
}
