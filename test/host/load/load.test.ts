// What a long day and a large folder cost, measured inside VS Code. Prints its figures; `npm run bench:load` runs it, no test run does.
import { cpus, totalmem } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { api, readText, sampleUri, until } from '../suite/support';

const CYCLES = Number(process.env['RESTITCH_CYCLES'] ?? 1000);
/** Files that are opened in turn. */
const FILES = 20;
const DUMPS = 200;
const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

interface Sample {
  readonly cycle: number;
  /** Of the extension host's own thread after a collection, and of the whole process, analysis thread included; in MB. */
  readonly heap: number;
  readonly rss: number;
}

async function sample(cycle: number): Promise<Sample> {
  for (let i = 0; i < 3; i++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, rss } = process.memoryUsage();
  return { cycle, heap: heapUsed / MEGABYTE, rss: rss / MEGABYTE };
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

describe('load inside VS Code', function () {
  this.timeout(900_000);

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
        const { heap, rss } = samples.at(-1) ?? { heap: NaN, rss: NaN };
        console.log(`${String(i).padStart(5)} cycles  heap ${heap.toFixed(1)} MB  process ${rss.toFixed(0)} MB  ${((performance.now() - began) / 1000).toFixed(0)} s`);
      }
    }
    // The first quarter fills caches of VS Code and of the engine.
    const steady = samples.slice(Math.floor(samples.length / 4));
    console.log(`growth over 1,000 cycles: heap ${growth(steady, ({ heap }) => heap).toFixed(2)} MB, process ${growth(steady, ({ rss }) => rss).toFixed(1)} MB`);
    for (const uri of uris) await vscode.workspace.fs.delete(uri);
  });

  it(`${String(DUMPS)} dumps in a folder, from the first look to the tree of issues`, async () => {
    const folder = sampleUri('load-issues');
    const pages = await Promise.all([1, 2, 4].map(async (page) => readText(vscode.Uri.joinPath(sampleUri('issue'), `lanchuan-20240927-0${String(page)}.txt`))));
    for (let i = 0; i < DUMPS; i++) {
      const day = String(1 + Math.floor(i / 8)).padStart(2, '0');
      const text = (pages[i % pages.length] ?? '').replace(/9月27日/g, `10月${String(Number(day))}日`);
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, `lanchuan-202410${day}-0${String(1 + (i % 8))}.txt`), new TextEncoder().encode(text));
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
    console.log(`${String(DUMPS)} dumps: ${String(rows)} issues after ${(took / 1000).toFixed(1)} s, heap ${before.heap.toFixed(1)} → ${after.heap.toFixed(1)} MB, process ${before.rss.toFixed(0)} → ${after.rss.toFixed(0)} MB, the host's thread held ${(held.max / 1e6).toFixed(0)} ms at most`);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });
});
