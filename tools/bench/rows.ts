import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Engine } from '../../src/core/index';
import { loadJieba, type Jieba } from '../../src/node/words/jieba';
import type { PoolArticle } from '../eval/pool';
import { askChild, type ChildReport } from './child';
import { inTurns, median, millisecondsOf, samplesInTurns } from './clock';
import { simulatedTexts, singlePages } from './texts';

/** One line of the benchmark. */
export interface Row {
  readonly name: string;
  /** Undefined where it could not be measured; `detail` says why. */
  readonly value?: number;
  /** `×` for a ratio. */
  readonly unit: '×' | 'ms' | 'MB';
  /** The most it may be. */
  readonly target?: number;
  readonly detail: string;
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;

/** nodejieba, or why there is none. */
function jiebaOrWhy(): { jieba: Jieba } | { why: string } {
  try {
    return { jieba: loadJieba(import.meta.url) };
  } catch (cause) {
    return { why: `no nodejieba: ${cause instanceof Error ? cause.message.split('\n')[0] ?? '' : String(cause)}` };
  }
}

/** A page analysed against its text cut into words by nodejieba: the same text, in turns. */
export function besideJieba(engine: Engine, pool: readonly PoolArticle[], rounds: number): Row[] {
  const found = jiebaOrWhy();
  const texts = simulatedTexts(pool, 30);
  const cases = [...singlePages().map(({ name, text }) => ({ name, texts: [text] })), { name: `${String(texts.length)} simulated pages`, texts }];
  return cases.map(({ name, texts: each }): Row => {
    const analyse = (): void => { for (const text of each) engine.analyse(text); };
    const title = `analysis ÷ nodejieba.cut, ${name}`;
    if ('why' in found) {
      const [own] = inTurns([analyse], rounds);
      return { name: title, unit: '×', detail: `${ms((own ?? NaN) / each.length)} a page; ${found.why}` };
    }
    const [own = [], cut = []] = samplesInTurns([analyse, () => { for (const text of each) found.jieba.cut(text, true); }], rounds);
    // The middle of the ratios and not the ratio of the middles: what else the machine does falls on both sides of one round.
    const value = median(own.map((one, round) => one / (cut[round] ?? NaN)));
    return { name: title, value, unit: '×', target: 1, detail: `${ms(median(own) / each.length)} against ${ms(median(cut) / each.length)} a page` };
  });
}

/** Milliseconds after which no further round of the large file is begun. */
const PATIENCE = 60_000;

/** Many pages in one file against the same pages one by one; the middle of a few such ratios. */
export function linearity(engine: Engine, pool: readonly PoolArticle[], pages: number, rounds: number): Row {
  const texts = simulatedTexts(pool, pages);
  const whole = texts.join('\n\f\n');
  const found: { ratio: number; file: number; single: number }[] = [];
  const begun = performance.now();
  for (let round = 0; round < rounds && (round === 0 || performance.now() - begun < PATIENCE); round++) {
    const single = millisecondsOf(() => { for (const text of texts) engine.analyse(text); });
    const file = millisecondsOf(() => { engine.analyse(whole); });
    found.push({ ratio: file / single, file, single });
  }
  const ratio = median(found.map((one) => one.ratio));
  const chosen = found.find((one) => one.ratio === ratio);
  return {
    name: `one file of ${pages.toLocaleString('en')} pages ÷ the pages one by one`,
    value: ratio,
    unit: '×',
    target: 1.1,
    detail: chosen === undefined ? '' : `${(chosen.file / 1000).toFixed(2)} s against ${(chosen.single / 1000).toFixed(2)} s, ${(whole.length / 1e6).toFixed(1)} million characters`,
  };
}

/** Loading and memory, each in fresh processes. */
export function loading(modelFile: string, pool: readonly PoolArticle[], processes: number): Row[] {
  const textsFile = path.join(os.tmpdir(), `restitch-bench-${String(process.pid)}.json`);
  writeFileSync(textsFile, JSON.stringify(simulatedTexts(pool, 30)));
  let reports: ChildReport[];
  try {
    reports = Array.from({ length: processes }, () => askChild(modelFile, textsFile));
  } finally {
    rmSync(textsFile, { force: true });
  }
  const of = (pick: (report: ChildReport) => number): number => median(reports.map(pick));
  const size = readFileSync(modelFile).length / 1e6;
  return [
    { name: 'loading the model', value: of(({ readMs, loadMs }) => readMs + loadMs), unit: 'ms', target: 30, detail: `in a fresh process; reading ${size.toFixed(1)} MB ${ms(of(({ readMs }) => readMs))}, making the engine ${ms(of(({ loadMs }) => loadMs))}` },
    { name: 'memory of the core with its model', value: of(({ usedMB }) => usedMB), unit: 'MB', target: 40, detail: `heap and buffers after 30 pages; ${of(({ engineMB }) => engineMB).toFixed(1)} MB before the first` },
  ];
}

/** Whether a row is within its target; undefined where there is none, or nothing was measured. */
export function within({ value, target }: Row): boolean | undefined {
  return value === undefined || target === undefined ? undefined : value <= target;
}
