// How long one page takes us, and Recognizers-Text's JavaScript port, in one process: medians of processor time, which other work on
// the machine does not lengthen as it does the time on the clock.
import { readFileSync } from 'node:fs';
import { createEngine, passagesOf, figuresOfPassage } from '../../src/core';
import { at } from '../lib/paths.mjs';
import { MODELS, type Model } from './cases';
import { recogniser } from './recognizers';

export interface Speed {
  /** Milliseconds of processor time a page, warm. */
  readonly ours: number;
  readonly theirs: number;
  readonly characters: number;
}

/** Rounds of both in turn; of ours a round has many pages, because one is too short to be timed. */
const ROUNDS = 7;
const PAGES_A_ROUND = 40;

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] ?? NaN;
}

function processorTime(pages: number, run: () => void): number {
  const began = process.cpuUsage();
  for (let page = 0; page < pages; page++) run();
  const { system, user } = process.cpuUsage(began);
  return (system + user) / 1000 / pages;
}

/** Both read the same passages of the same page; theirs by the six recognisers whose kinds ours are compared with. */
export function measureSpeed(file: string): Speed {
  const engine = createEngine(new Uint8Array(readFileSync(at('src/core/stitch/model/seam.ngram'))));
  const passages = passagesOf(engine.analyse(readFileSync(file, 'utf8')));
  const readers = (Object.keys(MODELS) as Model[]).map(recogniser);
  const [ours, theirs]: [number[], number[]] = [[], []];
  const readOurs = (): void => passages.forEach(figuresOfPassage);
  const readTheirs = (): void => passages.forEach(({ text }) => readers.forEach((read) => read(text)));
  // The first round warms both.
  for (let round = 0; round < ROUNDS + 1; round++) {
    const times = [processorTime(PAGES_A_ROUND, readOurs), processorTime(1, readTheirs)] as const;
    if (round === 0) continue;
    ours.push(times[0]);
    theirs.push(times[1]);
  }
  return { ours: median(ours), theirs: median(theirs), characters: passages.reduce((sum, { text }) => sum + text.length, 0) };
}
