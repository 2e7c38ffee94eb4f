// What an editor waits for, measured inside VS Code. Prints its figures; `npm run bench:editor` runs it, no test run does.
import { closeSync, openSync, readSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { api, closeAll, diagnosticsOf, readText, sampleUri, show, until, withSetting } from '../suite/support';

/** Sizes compared, in bytes: one page of the paper, and a file of ten million bytes. */
const SIZES = { small: 20_000, large: 10_000_000 };
const KEYS = 40;
/** Between two keys, in milliseconds: a fast hand. */
const PAUSE = 120;
/** Between two looks for new marks, in milliseconds: each costs the thread that is measured. */
const LOOK = 5;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Records what the host's thread does, where RESTITCH_PROFILE names a folder for the profiles (a `.cpuprofile`, which VS Code opens). */
async function startProfile(): Promise<((size: number) => Promise<void>) | undefined> {
  const folder = process.env['RESTITCH_PROFILE'];
  if (folder === undefined) return undefined;
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  return async (size) => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    await writeFile(`${folder}/key-${size}.cpuprofile`, JSON.stringify(profile));
  };
}

/** A file with one sample page behind another. */
async function fileOf(size: number, ending = 'newspage'): Promise<vscode.Uri> {
  const [, ...rest] = (await readText(sampleUri('sample-page.txt'))).split('\n');
  const parts: string[] = [];
  for (let bytes = 0, page = 1; ; page++) {
    const text = `澜川日报  2024年9月26日 星期四  第${page}版 要闻\n${rest.join('\n')}\n`;
    bytes += Buffer.byteLength(text);
    if (parts.length > 0 && bytes > size) break;
    parts.push(text);
  }
  const uri = sampleUri(`speed-${size}.${ending}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(parts.join('')));
  return uri;
}

/** How long the extension host's thread was held, in milliseconds: one time in a hundred, one in a thousand, and at most. */
interface Held {
  readonly hundredth: number;
  readonly thousandth: number;
  readonly most: number;
  /** The longest collection of garbage. */
  readonly garbage: number;
  /** What single turns took of the processor, the longest first: what holds the thread on a machine that does nothing else. Empty where the system does not say. */
  readonly turns: readonly number[];
}

/** Measures the processor time that this thread takes in each turn: what it waits for a processor, while other work runs, is none of it. */
function watchTurns(): () => readonly number[] {
  let file: number;
  try {
    file = openSync(`/proc/self/task/${String(process.pid)}/schedstat`, 'r');
  } catch {
    return () => [];
  }
  const bytes = Buffer.alloc(128);
  const used = (): number => Number(bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0)).split(' ')[0]) / 1e6;
  const turns: number[] = [];
  let before = used();
  let timer = setTimeout(function look(): void {
    const now = used();
    turns.push(now - before);
    before = now;
    timer = setTimeout(look, 1);
  }, 1);
  return () => {
    clearTimeout(timer);
    closeSync(file);
    return turns.sort((a, b) => b - a);
  };
}

/** Watches the extension host's thread, by a timer of a millisecond. */
function watchThread(): () => Held {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  let garbage = 0;
  const collections = new PerformanceObserver((list) => {
    garbage = Math.max(garbage, ...list.getEntries().map(({ duration }) => duration));
  });
  collections.observe({ entryTypes: ['gc'] });
  const turns = watchTurns();
  return () => {
    delays.disable();
    collections.disconnect();
    return { garbage, hundredth: delays.percentile(99) / 1e6, thousandth: delays.percentile(99.9) / 1e6, most: delays.max / 1e6, turns: turns() };
  };
}

function toldHeld({ hundredth, thousandth, most, garbage, turns }: Held): string {
  const ofProcessor = turns.length === 0 ? '' : `; turns of more than 16 ms of the processor: ${String(turns.filter((turn) => turn > 16).length)} of ${String(turns.length)}, the longest ${turns.slice(0, 5).map((turn) => turn.toFixed(1)).join(', ')} ms`;
  return `the host's thread held ${hundredth.toFixed(1)} ms (99 %), ${thousandth.toFixed(1)} ms (99.9 %), ${most.toFixed(1)} ms (at most; the longest collection of garbage ${garbage.toFixed(1)} ms)${ofProcessor}`;
}

interface Measured {
  /** From a key's change to the new diagnostics, and the longest of all; the rest that the analysis waits for a next key is part of it. */
  readonly key: number;
  readonly slowest: number;
  /** How the extension host's thread was held. */
  readonly held: Held;
}

async function typeInto(size: number): Promise<Measured> {
  const document = await show(await vscode.workspace.openTextDocument(await fileOf(size)));
  const opened = performance.now();
  await (await api()).page(document);
  console.log(`${size} bytes: analysed after ${((performance.now() - opened) / 1000).toFixed(1)} s`);
  const editor = await vscode.window.showTextDocument(document);
  const middle = Math.floor(document.lineCount / 2);
  editor.selection = new vscode.Selection(middle, 0, middle, 0);
  editor.revealRange(editor.selection);
  // Behind a key in front of it, a mark has to move.
  const mark = await until('the pages in view have marks', () => diagnosticsOf(document).find(({ range }) => range.start.line >= middle && range.start.character > 4));
  const { line } = mark.range.start;
  editor.selection = new vscode.Selection(line, 2, line, 2);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const times: number[] = [];
  const profile = await startProfile();
  let heldOf: (() => Held) | undefined;
  for (let key = -10; key < KEYS; key++) {
    // The first keys only warm up.
    if (key === 0) heldOf = watchThread();
    const changed = new Promise<number>((resolve) => {
      const listener = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document || event.contentChanges.length === 0) return;
        listener.dispose();
        resolve(performance.now());
      });
    });
    // VS Code tells of new diagnostics 50 ms after they were set.
    const before = diagnosticsOf(document)[0];
    const marked = (async (): Promise<number> => {
      while (diagnosticsOf(document)[0] === before) await new Promise((resolve) => setTimeout(resolve, LOOK));
      return performance.now();
    })();
    await vscode.commands.executeCommand('type', { text: '的' });
    const begun = await changed;
    const ended = await marked;
    if (key >= 0) times.push(ended - begun);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  const held = heldOf?.();
  if (held === undefined) throw new Error('no key was struck');
  await profile?.(size);
  await closeAll();
  return { key: median(times), slowest: Math.max(...times), held };
}

/** The same keys in a file that is none of ours: what VS Code itself needs. */
async function typeElsewhere(size: number): Promise<Held> {
  const document = await show(await vscode.workspace.openTextDocument(await fileOf(size, 'log')));
  const editor = await vscode.window.showTextDocument(document);
  const middle = Math.floor(document.lineCount / 2);
  editor.selection = new vscode.Selection(middle, 0, middle, 0);
  editor.revealRange(editor.selection);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const heldOf = watchThread();
  for (let key = 0; key < KEYS; key++) {
    await vscode.commands.executeCommand('type', { text: '的' });
    await new Promise((resolve) => setTimeout(resolve, 2 * PAUSE));
  }
  const held = heldOf();
  await closeAll();
  return held;
}

describe('speed inside VS Code', function () {
  this.timeout(400_000);

  it('activation', async () => {
    await api();
    await vscode.commands.executeCommand('perfview.show');
    const report = await new Promise<string>((resolve) => {
      const look = (): void => {
        const text = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
        if (text.includes('restitch')) resolve(text);
        else setTimeout(look, 200);
      };
      look();
    });
    const rows = report.split('\n').filter((line) => /^\| (?:\w|-)+\.(?:\w|-)+ +\||Finish Activat/.test(line));
    console.log(`VS Code ${vscode.version}, Startup Performance:\n${rows.join('\n')}`);
  });

  it('a key in a file of 10 MB and in one of 20 KB', async () => {
    // VS Code's own search for merge conflicts reads the whole text at each key in the same thread.
    await withSetting('merge-conflict.codeLens.enabled', false, () => withSetting('merge-conflict.decorators.enabled', false, () => withSetting('restitch.maxFileSize', 20, async () => {
      const small = await typeInto(SIZES.small);
      const large = await typeInto(SIZES.large);
      const elsewhere = await typeElsewhere(SIZES.large);
      const told = ({ key, slowest, held }: Measured): string => `${key.toFixed(1)} ms from the change to the marks (slowest ${slowest.toFixed(1)} ms), ${toldHeld(held)}`;
      console.log(`20 KB: ${told(small)}\n10 MB: ${told(large)}\nratio ${(large.key / small.key).toFixed(2)}\n10 MB that are none of ours: ${toldHeld(elsewhere)}`);
    })));
  });
});
