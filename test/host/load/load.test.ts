// What a long day and a large folder cost, measured inside VS Code. Prints its figures; `npm run bench:load` runs it, no test run does.
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { loadPool } from '../../../tools/eval/pool';
import { halvesOf, pagesOf, SIMULATORS } from '../../../tools/eval/simulators';
import { api, readText, sampleUri, until } from '../suite/support';
import { WorkerHeaps } from './workers';

const CYCLES = Number(process.env['RESTITCH_CYCLES'] ?? 1000);
/** Files that are opened in turn. */
const FILES = 20;
const DUMPS = 200;
const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

interface Sample {
  readonly cycle: number;
  /** Of the extension host's own thread and of the analysis thread, after a collection, and of the whole process; in MB. */
  readonly heap: number;
  readonly analysis: number;
  readonly rss: number;
}

const heaps = new WorkerHeaps();

async function sample(cycle: number): Promise<Sample> {
  for (let i = 0; i < 3; i++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, rss } = process.memoryUsage();
  return { cycle, heap: heapUsed / MEGABYTE, analysis: (await heaps.of('analysis-worker')) / MEGABYTE, rss: rss / MEGABYTE };
}

/** Growth over a thousand cycles, by least squares. */
function growth(samples: readonly Sample[], of: (one: Sample) => number): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(samples.map(({ cycle }) => cycle)), mean(samples.map(of))];
  const over = samples.reduce((sum, one) => sum + (one.cycle - x) * (of(one) - y), 0);
  return (1000 * over) / samples.reduce((sum, { cycle }) => sum + (cycle - x) ** 2, 0);
}

async function cycle(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', uri);
  const editor = await until('the file is shown', () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.path === uri.path));
  const { document } = editor;
  if (!(await (await api()).page(document))) throw new Error('no dump');
  const offset = document.getText().indexOf('\n') + 1;
  await editor.edit((edit) => edit.insert(document.positionAt(offset), '\n'));
  await (await api()).page(document);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until('the file is closed', () => document.isClosed);
}

/**
 * Dumps for a folder, no two the same: pages that the simulator of `npm run eval` lays out, where the corpora are beside the checkout; else pages of
 * the sample issue, again and again.
 */
async function dumps(count: number): Promise<{ readonly kind: string; readonly texts: readonly string[] }> {
  const corpus = path.join(process.env['RESTITCH_SHARED'] ?? '', 'corpora', 'dev.jsonl');
  const [simulator] = SIMULATORS;
  if (existsSync(corpus) && simulator !== undefined) {
    const pages = pagesOf(simulator, halvesOf(loadPool(corpus)), 1, count);
    return { kind: 'simulated pages, all different', texts: pages.map(({ text }, i) => `澜川日报  2024年10月${String(dayOf(i))}日  第${String(pageOf(i))}版 要闻\n\n${text}`) };
  }
  const pages = await Promise.all([1, 2, 4].map(async (page) => readText(vscode.Uri.joinPath(sampleUri('issue'), `lanchuan-20240927-0${String(page)}.txt`))));
  return { kind: 'copies of three sample pages', texts: Array.from({ length: count }, (_, i) => (pages[i % pages.length] ?? '').replace(/9月27日/g, `10月${String(dayOf(i))}日`)) };
}

/** Eight pages a day. */
const dayOf = (i: number): number => 1 + Math.floor(i / 8);
const pageOf = (i: number): number => 1 + (i % 8);

describe('load inside VS Code', function () {
  this.timeout(5_000_000);
  // What was measured is measured once.
  this.retries(0);

  before(() => {
    console.log(`VS Code ${vscode.version}, Node ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? '?'}, ${(totalmem() / 1024 ** 3).toFixed(0)} GB, ${new Date().toISOString().slice(0, 10)}`);
  });

  it(`${String(CYCLES)} times opened, edited and closed`, async () => {
    const text = await readText(sampleUri('sample-page.txt'));
    const uris = Array.from({ length: FILES }, (_, i) => sampleUri(`load-${String(i)}.newspage`));
    for (const uri of uris) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const samples: Sample[] = [];
    const every = Math.max(1, Math.floor(CYCLES / 20));
    const began = performance.now();
    for (let i = 1; i <= CYCLES; i++) {
      await cycle(uris[i % FILES] ?? sampleUri('load-0.newspage'));
      if (i % every === 0) {
        samples.push(await sample(i));
        const { heap, analysis, rss } = samples.at(-1) ?? { heap: NaN, analysis: NaN, rss: NaN };
        console.log(`${String(i).padStart(5)} cycles  heap ${heap.toFixed(1)} MB  analysis thread ${analysis.toFixed(1)} MB  process ${rss.toFixed(0)} MB  ${((performance.now() - began) / 1000).toFixed(0)} s`);
      }
    }
    // The first quarter fills caches of VS Code and of the engine.
    const steady = samples.slice(Math.floor(samples.length / 4));
    console.log(`growth over 1,000 cycles: heap ${growth(steady, ({ heap }) => heap).toFixed(2)} MB, of the analysis thread ${growth(steady, ({ analysis }) => analysis).toFixed(2)} MB, process ${growth(steady, ({ rss }) => rss).toFixed(1)} MB`);
    for (const uri of uris) await vscode.workspace.fs.delete(uri);
  });

  it(`${String(DUMPS)} dumps in a folder, from the first look to the tree of issues`, async () => {
    const folder = sampleUri('load-issues');
    const { kind, texts } = await dumps(DUMPS);
    for (const [i, text] of texts.entries()) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, `lanchuan-202410${String(dayOf(i)).padStart(2, '0')}-0${String(pageOf(i))}.txt`), new TextEncoder().encode(text));
    }
    const before = await sample(0);
    const held = monitorEventLoopDelay({ resolution: 1 });
    const { issues } = await api();
    held.enable();
    const began = performance.now();
    await issues.index.all([folder]);
    const took = performance.now() - began;
    held.disable();
    const rows = issues.tree.getChildren().filter(({ id }) => id.includes('load-issues')).length;
    const after = await sample(1);
    console.log(`${String(DUMPS)} dumps (${kind}, ${(texts.reduce((sum, { length }) => sum + length, 0) / 1000).toFixed(0)},000 characters): ${String(rows)} issues after ${(took / 1000).toFixed(1)} s, heap ${before.heap.toFixed(1)} → ${after.heap.toFixed(1)} MB, analysis thread ${before.analysis.toFixed(1)} → ${after.analysis.toFixed(1)} MB, process ${before.rss.toFixed(0)} → ${after.rss.toFixed(0)} MB, the host's thread held ${(held.max / 1e6).toFixed(0)} ms at most`);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });
});
