import type { BatchProgress } from './batch';

/** How fast it goes, and how long it will take. */
export interface Pace {
  readonly textsPerSecond: number;
  readonly bytesPerSecond: number;
  /** Undefined as long as it cannot be told. */
  readonly secondsLeft?: number;
  /** 0 to 1; undefined until the size of all inputs is known. */
  readonly share?: number;
}

interface Sample {
  readonly at: number;
  readonly bytes: number;
  readonly texts: number;
}

/** Speed is that of the last so many milliseconds: what an earlier run had done goes by in no time and tells nothing. */
const WINDOW = 20_000;
/** Of these milliseconds one sample is kept. */
const STEP = 250;

/** Measures a batch. @param now a clock, in milliseconds */
export function createPace(now: () => number): (progress: BatchProgress) => Pace {
  const samples: Sample[] = [];
  return ({ bytes, skippedBytes, ofBytes, texts }) => {
    const at = now();
    const here: Sample = { at, bytes: bytes - skippedBytes, texts };
    const last = samples[samples.length - 1];
    if (last === undefined || at - last.at >= STEP) samples.push(here);
    while (samples.length > 2 && at - (samples[1]?.at ?? at) > WINDOW) samples.shift();
    const first = samples[0] ?? here;
    const seconds = (at - first.at) / 1000;
    const per = (amount: number): number => (seconds <= 0 ? 0 : amount / seconds);
    const bytesPerSecond = per(here.bytes - first.bytes);
    const left = ofBytes === undefined || bytesPerSecond <= 0 ? undefined : Math.max(0, ofBytes - bytes) / bytesPerSecond;
    return {
      textsPerSecond: per(here.texts - first.texts),
      bytesPerSecond,
      ...(left === undefined ? {} : { secondsLeft: left }),
      ...(ofBytes === undefined ? {} : { share: ofBytes === 0 ? 1 : Math.min(1, bytes / ofBytes) }),
    };
  };
}

/** A time as a person reads it: `45 s`, `3:20 min`, `2:05 h`. */
export function sayTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}:${two(whole % 60)} min`;
  return `${Math.floor(whole / 3600)}:${two((whole % 3600) / 60)} h`;
}
