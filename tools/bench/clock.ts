/** The middle of some values; of an even number the lower middle. NaN without any. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? NaN;
}

/** Milliseconds that something takes once. */
export function millisecondsOf(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** A sample shorter than this is worth nothing: the clock and other programs weigh too much in it. */
const SHORTEST = 4;
/** Milliseconds each work runs before it is timed, so that it is timed as the compiler in the end leaves it. */
const WARM = 1500;

/** Milliseconds of several works: the median of `rounds` samples each, {@link samplesInTurns}. */
export function inTurns(works: readonly (() => void)[], rounds: number): number[] {
  return samplesInTurns(works, rounds).map(median);
}

/**
 * Milliseconds of several works, `rounds` samples each, after a warm-up. The works take turns, so that a
 * machine that slows down slows all of them. A work may use what those before it left.
 */
export function samplesInTurns(works: readonly (() => void)[], rounds: number): number[][] {
  for (const work of works) for (let warm = 0; warm < WARM;) warm += millisecondsOf(work);
  const times = works.map((work) => Math.max(1, Math.ceil(SHORTEST / Math.max(1e-3, millisecondsOf(work)))));
  const samples = works.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, index) => {
      const repeats = times[index] ?? 1;
      samples[index]?.push(millisecondsOf(() => { for (let i = 0; i < repeats; i++) work(); }) / repeats);
    });
  }
  return samples;
}
