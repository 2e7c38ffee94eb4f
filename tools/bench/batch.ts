import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runBatch } from '../../src/batch/batch';
import { createPool, type Pool } from '../../src/batch/pool';
import type { PoolArticle } from '../eval/pool';
import { loadJieba } from '../../src/node/words/jieba';
import { median, millisecondsOf } from './clock';
import type { Row } from './rows';
import { simulatedTexts } from './texts';

const COMMAND = path.resolve('dist', 'cli.cjs');
const WORKER = path.resolve('dist', 'batch-worker.js');
/** Pages of the folder, and of the smallest archive. */
const PAGES = 200;
const SIZES = [1, 4, 16] as const;

/**
 * Times the folder stands in the one that cores are compared on, and rounds of that. It has nearly the ten thousand pages of an archive: starting the program and warming up
 * each thread's code take a second or two that no second core shortens.
 */
const TIMES = 40;
const CORE_ROUNDS = 2;

/**
 * The batch as a user has it, files read and articles written: its speed on one thread beside `nodejieba.cut` alone on the same text, on
 * two threads against one, on two cores against one, and the memory it takes for archives of three sizes. Wants `npm run build` before.
 */
export async function batchRows(pool: readonly PoolArticle[], rounds: number): Promise<Row[]> {
  if (!existsSync(WORKER)) return [{ name: 'batch', unit: '×', detail: 'dist is not there: npm run build' }];
  const home = mkdtempSync(path.join(os.tmpdir(), 'restitch-bench-batch-'));
  try {
    const texts = simulatedTexts(pool, PAGES);
    mkdirSync(path.join(home, 'in'));
    texts.forEach((text, index) => writeFileSync(path.join(home, 'in', `${String(index)}.txt`), text));
    return [...(await speed(home, texts, rounds)), cores(home, texts, Math.min(rounds, CORE_ROUNDS)), memory(home, texts)];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

let outputs = 0;

/**
 * Milliseconds of a whole folder, cleaned up and written as Markdown with front matter. Into a new folder each time, and nothing is deleted
 * meanwhile: ext4 looks past each inode that was deleted in the last minutes when it makes a file, which takes longer than all else.
 */
async function once(home: string, threads: Pool): Promise<number> {
  outputs += 1;
  const out = path.join(home, `out-${String(outputs)}`);
  const work = { format: 'markdown', bare: false, normalise: false, language: 'en', field: 'text' } as const;
  const begun = performance.now();
  const { bad } = await runBatch({ paths: [path.join(home, 'in')], out, work, decisions: true, force: false }, threads, { signal: new AbortController().signal });
  if (bad > 0) throw new Error('the batch could not read its pages');
  return performance.now() - begun;
}

async function speed(home: string, texts: readonly string[], rounds: number): Promise<Row[]> {
  const threads = [createPool(1, WORKER), createPool(2, WORKER)] as const;
  const samples = { one: [] as number[], two: [] as number[], cut: [] as number[] };
  let cut: (() => void) | undefined;
  try {
    const jieba = loadJieba(import.meta.url);
    cut = () => texts.forEach((text) => void jieba.cut(text, true));
  } catch {
    // Told below.
  }
  try {
    for (const pool of threads) for (let warm = 0; warm < 2; warm += 1) await once(home, pool);
    cut?.();
    for (let round = 0; round < rounds; round += 1) {
      samples.one.push(await once(home, threads[0]));
      samples.two.push(await once(home, threads[1]));
      if (cut) samples.cut.push(millisecondsOf(cut));
    }
  } finally {
    await Promise.all(threads.map((pool) => pool.end()));
  }
  const ratio = (a: readonly number[], b: readonly number[]): number => median(a.map((value, at) => value / (b[at] ?? NaN)));
  const one = median(samples.one);
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const perCore = `${(texts.length / (one / 1000)).toFixed(0)} pages and ${(megabytes / (one / 1000)).toFixed(1)} MB a second`;
  return [
    { name: 'batch on one thread, a page', value: one / texts.length, unit: 'ms', detail: `${perCore}; ${String(texts.length)} files read, cleaned up, written as Markdown` },
    { name: 'batch on two threads ÷ on one', value: ratio(samples.two, samples.one), unit: '×', target: 1 / 1.8, detail: `${(1 / ratio(samples.two, samples.one)).toFixed(2)} × as fast; ${String(os.availableParallelism())} cores, load ${(os.loadavg()[0] ?? 0).toFixed(1)}` },
    cut === undefined
      ? { name: 'batch on one thread ÷ nodejieba.cut', unit: '×', detail: 'no nodejieba' }
      : { name: 'batch on one thread ÷ nodejieba.cut', value: ratio(samples.one, samples.cut), unit: '×', target: 1, detail: `${(one / texts.length).toFixed(2)} ms against ${(median(samples.cut) / texts.length).toFixed(2)} ms a page` },
  ];
}

/** Milliseconds of the command over a folder, start to end, held to some of the machine's cores; it takes as many threads as these are. */
function onCores(list: string, folder: string, out: string): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync('taskset', ['-c', list, process.execPath, COMMAND, folder, '--out', out, '--format', 'markdown', '--quiet'], { encoding: 'utf8' });
  // 1 says that something on the pages is left to decide.
  if (status !== 0 && status !== 1) throw new Error(`the command failed: ${stderr}`);
  return performance.now() - begun;
}

/** The whole command on one core and on two, in turns: on one, the thread that hands out the work needs its share of it, too. */
function cores(home: string, texts: readonly string[], rounds: number): Row {
  const name = 'batch on two cores ÷ on one';
  if (os.availableParallelism() < 2 || spawnSync('taskset', ['-c', '0,1', process.execPath, '-e', '0']).status !== 0) return { name, unit: '×', detail: 'needs two cores, and a system that can hold a program to some (taskset)' };
  const folder = path.join(home, 'many');
  mkdirSync(folder);
  for (let time = 0; time < TIMES; time += 1) texts.forEach((text, index) => writeFileSync(path.join(folder, `${String(time)}-${String(index)}.txt`), text));
  const samples = { one: [] as number[], two: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    samples.one.push(onCores('0', folder, path.join(home, `one-${String(round)}`)));
    samples.two.push(onCores('0,1', folder, path.join(home, `two-${String(round)}`)));
  }
  const ratio = median(samples.two.map((value, at) => value / (samples.one[at] ?? NaN)));
  const pages = TIMES * texts.length;
  return {
    name,
    value: ratio,
    unit: '×',
    target: 1 / 1.8,
    detail: `${(1 / ratio).toFixed(2)} × as fast; ${String(pages)} pages by the command, start to end: ${(median(samples.one) / 1000).toFixed(1)} s and ${(median(samples.two) / 1000).toFixed(1)} s; load ${(os.loadavg()[0] ?? 0).toFixed(1)}`,
  };
}

/** The most memory the command ever held, in MB, for packed records of so many times the same pages. */
function peak(home: string, texts: readonly string[], times: number): number {
  const file = path.join(home, `x${String(times)}.jsonl.gz`);
  const lines = texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join('');
  writeFileSync(file, gzipSync(lines.repeat(times)));
  const program = `process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS)); process.argv.splice(1, 0, ${JSON.stringify(COMMAND)}); require(${JSON.stringify(COMMAND)});`;
  const { stderr } = spawnSync(process.execPath, ['-e', program, '--', file, '--out', path.join(home, `out${String(times)}`), '--quiet', '--jobs', '2'], { encoding: 'utf8' });
  return Number(/PEAK (\d+)/u.exec(stderr)?.[1] ?? NaN) / 1024;
}

function memory(home: string, texts: readonly string[]): Row {
  const peaks = SIZES.map((times) => peak(home, texts, times));
  const [small = NaN] = peaks;
  return {
    name: 'peak memory, archive of 16 times the pages ÷ of one',
    value: (peaks[2] ?? NaN) / small,
    unit: '×',
    target: 1.5,
    detail: SIZES.map((times, at) => `${String(times * texts.length)} pages ${(peaks[at] ?? NaN).toFixed(0)} MB`).join(', '),
  };
}
