// How long one page takes us, and Recognizers-Text's JavaScript port, in one process: medians.
import { readFileSync } from 'node:fs';
import { createEngine, passagesOf, figuresOfPassage } from '../../src/core';
import { at } from '../lib/paths.mjs';
import { MODELS, type Model } from './cases';
import { recogniser } from './recognizers';

export interface Speed {
  /** Milliseconds a page, warm. */
  readonly ours: number;
  readonly theirs: number;
  readonly characters: number;
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] ?? NaN;
}

function time(rounds: number, run: () => void): number {
  run();
  return median(
    Array.from({ length: rounds }, () => {
      const began = performance.now();
      run();
      return performance.now() - began;
    }),
  );
}

/** Both read the same passages of the same page; theirs by the six recognisers whose kinds ours are compared with. */
export function measureSpeed(file: string): Speed {
  const engine = createEngine(new Uint8Array(readFileSync(at('src/core/stitch/model/seam.ngram'))));
  const passages = passagesOf(engine.analyse(readFileSync(file, 'utf8')));
  const readers = (Object.keys(MODELS) as Model[]).map(recogniser);
  const ours = time(101, () => passages.forEach(figuresOfPassage));
  const theirs = time(5, () => passages.forEach(({ text }) => readers.forEach((read) => read(text))));
  return { ours, theirs, characters: passages.reduce((sum, { text }) => sum + text.length, 0) };
}
