import type { BatchProgress } from '../batch/batch';
import { createPace, sayTime } from '../batch/pace';
import type { Language } from '../core/index';
import type { Options } from './options';

/** Shows how far a batch is. */
export interface Progress {
  readonly show: (progress: BatchProgress) => void;
  /** Makes room for another line. */
  readonly clear: () => void;
}

/** Where it is shown: a terminal has one line that changes, anything else gets a line now and then. */
export interface ProgressScreen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Milliseconds between two pictures, on a terminal and elsewhere. */
const ON_TERMINAL = 200;
const ELSEWHERE = 10_000;
/** Back to the beginning of the line, and all of it away. */
const CLEAR = '\r\u001b[K';

/** @param now a clock, in milliseconds */
export function createProgress({ progress, quiet, language }: Pick<Options, 'progress' | 'quiet' | 'language'>, screen: ProgressScreen, now: () => number = () => performance.now()): Progress {
  const isTerminal = screen.isTTY === true;
  if (!(progress ?? (isTerminal && !quiet))) return { show: () => undefined, clear: () => undefined };
  const pace = createPace(now);
  let last = now();
  let shown = false;
  return {
    show(state) {
      const line = sayProgress(state, pace(state), language);
      const at = now();
      if (at - last < (isTerminal ? ON_TERMINAL : ELSEWHERE)) return;
      last = at;
      shown = isTerminal;
      screen.write(isTerminal ? CLEAR + line : `${line}\n`);
    },
    clear() {
      if (shown) screen.write(CLEAR);
      shown = false;
    },
  };
}

/** `42 %  4,210 done, 300 unchanged, 1 bad  812/s  3:20 min left` */
export function sayProgress({ texts, skipped, bad }: BatchProgress, { share, textsPerSecond, secondsLeft }: ReturnType<ReturnType<typeof createPace>>, language: Language): string {
  const zh = language === 'zh';
  const number = (value: number): string => value.toLocaleString('en');
  const counts = [
    zh ? `已完成 ${number(texts)}` : `${number(texts)} done`,
    ...(skipped > 0 ? [zh ? `未变 ${number(skipped)}` : `${number(skipped)} unchanged`] : []),
    ...(bad > 0 ? [zh ? `无法读取 ${number(bad)}` : `${number(bad)} bad`] : []),
  ].join(zh ? '，' : ', ');
  const rate = zh ? `每秒 ${textsPerSecond.toFixed(textsPerSecond < 10 ? 1 : 0)}` : `${textsPerSecond.toFixed(textsPerSecond < 10 ? 1 : 0)}/s`;
  const left = secondsLeft === undefined ? '' : zh ? `剩余 ${sayTime(secondsLeft)}` : `${sayTime(secondsLeft)} left`;
  return [share === undefined ? '' : `${String(Math.floor(share * 100)).padStart(3)} %`, counts, rate, left].filter((part) => part !== '').join('  ');
}
