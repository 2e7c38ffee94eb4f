/**
 * npm run bench -- [--json] [--profile] [--batch] [--pages N] [--rounds N]; --batch measures whole batches alone
 * Measures speed and memory on this machine and prints a Markdown table. What is compared runs side by side in one process,
 * so that ratios hold on other machines; milliseconds and megabytes do not. Always ends with 0: slow is no error.
 */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../../src/core/index';
import { table } from '../eval/markdown';
import { batchRows } from './batch';
import { CHILD_OPTION, reportAsChild } from './child';
import { keystrokes } from './keystroke';
import { profileOf } from './profile';
import { besideJieba, linearity, loading, within, type Row } from './rows';
import { benchPool, singlePages } from './texts';

const MODEL = path.resolve('src/core/stitch/model/seam.ngram');

if (process.argv[2] === CHILD_OPTION) {
  reportAsChild(process.argv[3] ?? '', process.argv[4] ?? '');
} else {
  await run();
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      batch: { type: 'boolean', default: false },
      pages: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '15' },
    },
  });
  const rounds = Math.max(1, Number(values.rounds));
  if (values.profile) profile(rounds, values.json);
  else if (values.batch) print(await batchRows(benchPool().pool, Math.min(rounds, 5)), benchPool().says, values.json);
  else await bench(rounds, Math.max(1, Number(values.pages)), values.json);
}

async function bench(rounds: number, pages: number, json: boolean): Promise<void> {
  const { pool, says } = benchPool();
  const engine = createEngine(readFileSync(MODEL));
  const note = (line: string): void => { if (!json) console.error(line); };
  note(`simulated pages: ${says}`);
  const rows: Row[] = [...loading(MODEL, pool, 5)];
  note('beside nodejieba …');
  rows.unshift(...besideJieba(engine, pool, rounds));
  note(`${String(pages)} pages in one file …`);
  rows.push(linearity(engine, pool, pages, 3));
  note('keys in a file of 10 MB …');
  rows.push(...await keystrokes(MODEL));
  note('whole batches …');
  rows.push(...await batchRows(pool, Math.min(rounds, 5)));
  print(rows, says, json);
}

function print(rows: readonly Row[], says: string, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ node: process.version, pages: says, rows: rows.map((row) => ({ ...row, within: within(row) ?? null })) }, undefined, 1));
    return;
  }
  console.log(`Node ${process.version}, ${os.cpus()[0]?.model.trim() ?? 'unknown processor'}; medians after warm-up\n`);
  console.log(table(['', 'measured', 'at most', '', 'in detail'], rows.map(cells)));
}

function cells(row: Row): string[] {
  const { name, value, unit, target, detail } = row;
  const say = (number: number): string => (unit === '×' ? `${number.toFixed(2)} ×` : `${number.toFixed(1)} ${unit}`);
  const ok = within(row);
  return [name, value === undefined ? '–' : say(value), target === undefined ? '–' : say(target), ok === undefined ? '' : ok ? 'reached' : 'MISSED', detail];
}

function profile(rounds: number, json: boolean): void {
  const bytes = readFileSync(MODEL);
  const pages = singlePages().map(({ name, text }) => ({ name, characters: text.length, stages: profileOf(text, bytes, rounds) }));
  if (json) {
    console.log(JSON.stringify({ node: process.version, pages }, undefined, 1));
    return;
  }
  for (const { name, characters, stages } of pages) {
    const sum = stages.reduce((total, stage) => total + stage.ms, 0);
    const rows = stages.map((stage) => [stage.name, stage.ms.toFixed(3), `${((100 * stage.ms) / sum).toFixed(1)} %`]);
    console.log(`${name}, ${String(characters)} characters\n\n${table(['stage', 'ms', 'share'], [...rows, ['all', sum.toFixed(3), '']])}\n`);
  }
}
