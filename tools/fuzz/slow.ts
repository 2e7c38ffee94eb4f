/** `npm run fuzz -- --slow`: times every step of the product on every killer, in children that are ended when one of them hangs. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createEngine } from '../../src/core/index';
import { killers, type Killer } from './killers';
import { operations } from './operations';

/** Milliseconds that 1 MB may take, and after which a child is ended. */
const RULE = 2000;
const PATIENCE = 10_000;

export interface SlowOptions {
  /** Of each text in UTF-8. */
  readonly bytes: number;
  readonly runs: number;
  readonly only: string | undefined;
}

interface Timing {
  readonly killer: string;
  readonly operation: string;
  /** Milliseconds, the median of the runs. */
  readonly took: number;
  readonly error?: string;
}

/** In the child: every step on one killer, one line of JSON each. */
export function timeOne(name: string, { bytes, runs }: SlowOptions): void {
  const killer = killers.find((one) => one.name === name);
  if (killer === undefined) throw new RangeError(`no killer is called ${name}`);
  const engine = createEngine(readFileSync('src/core/stitch/model/seam.ngram'));
  engine.analyse('## 河湾镇办起夜校\n\n入秋以来，夜校亮起了灯。\n');
  const text = killer.make(lengthFor(killer, bytes));
  // What a step needs of those before it is made once.
  let kept: Pick<Parameters<(typeof operations)[number]['run']>[0], 'page' | 'session' | 'figures'> = {};
  for (const { name: operation, run } of operations) {
    console.log(JSON.stringify({ begins: operation }));
    const times: number[] = [];
    let error: string | undefined;
    for (let index = 0; index < runs && (times[0] ?? 0) < RULE; index++) {
      const made: Parameters<typeof run>[0] = { engine, text, ...(operation === 'analyse' ? {} : kept) };
      const begin = performance.now();
      try {
        run(made);
      } catch (thrown) {
        error = thrown instanceof Error ? (thrown.stack ?? thrown.message).split('\n').slice(0, 3).join(' ') : String(thrown);
      }
      times.push(performance.now() - begin);
      const { page, session, figures } = made;
      kept = { ...(page === undefined ? {} : { page }), ...(session === undefined ? {} : { session }), ...(figures === undefined ? {} : { figures }) };
    }
    times.sort((a, b) => a - b);
    console.log(JSON.stringify({ operation, took: times[times.length >> 1] ?? 0, error }));
  }
}

/** How many UTF-16 units of a killer are so many bytes in a file. */
function lengthFor({ make }: Killer, bytes: number): number {
  const sample = make(10_000);
  return Math.floor((bytes * sample.length) / Buffer.byteLength(sample));
}

/** In the parent: one child a killer; what is slow or throws is printed at once, the slowest at the end. @returns what breaks the rule */
export async function findSlow(options: SlowOptions, childArgs: readonly string[]): Promise<number> {
  const chosen = killers.filter(({ name }) => options.only === undefined || name.includes(options.only));
  const all: Timing[] = [];
  for (const { name } of chosen) all.push(...(await child(name, childArgs)));
  const bad = all.filter(({ took, error }) => took > RULE || error !== undefined);
  all.sort((a, b) => b.took - a.took);
  console.log(`\n${String(chosen.length)} texts of ${options.bytes.toLocaleString('en')} bytes, ${String(operations.length)} steps each, medians of ${String(options.runs)}; the slowest:`);
  for (const { killer, operation, took } of all.slice(0, 20)) console.log(`${took.toFixed(0).padStart(7)} ms  ${operation}: ${killer}`);
  console.log(bad.length === 0 ? `\nall within ${String(RULE / 1000)} s` : `\n${String(bad.length)} over ${String(RULE / 1000)} s or failed`);
  return bad.length;
}

function child(killer: string, args: readonly string[]): Promise<Timing[]> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, [...args, '--killer', killer], { stdio: ['ignore', 'pipe', 'inherit'] });
    const found: Timing[] = [];
    let current = '';
    const tell = (timing: Timing): void => {
      found.push(timing);
      if (timing.took > RULE || timing.error !== undefined) console.log(`${timing.took.toFixed(0).padStart(7)} ms  ${timing.operation}: ${killer}${timing.error === undefined ? '' : `  ${timing.error}`}`);
    };
    let timer = setTimeout(() => running.kill('SIGKILL'), PATIENCE);
    createInterface({ input: running.stdout }).on('line', (line) => {
      clearTimeout(timer);
      timer = setTimeout(() => running.kill('SIGKILL'), PATIENCE);
      const said = JSON.parse(line) as { readonly begins?: string; readonly operation?: string; readonly took?: number; readonly error?: string };
      if (said.begins !== undefined) current = said.begins;
      else if (said.operation !== undefined && said.took !== undefined) {
        tell({ killer, operation: said.operation, took: said.took, ...(said.error === undefined ? {} : { error: said.error }) });
        current = '';
      }
    });
    running.on('close', () => {
      clearTimeout(timer);
      if (current !== '') tell({ killer, operation: current, took: PATIENCE, error: 'hung or died' });
      resolve(found);
    });
  });
}
