// What an editor waits for, measured inside VS Code. Prints its figures; `npm run bench:editor` runs it, no test run does.
import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import * as vscode from 'vscode';
import { api, closeAll, diagnosticsOf, readText, sampleUri, show, until, withSetting } from '../suite/support';
import { toldHeld, watchThread, type Held } from './thread';

/** Sizes compared, in bytes: one page of the paper, and a file of ten million bytes. */
const SIZES = { small: 20_000, large: 10_000_000 };
const KEYS = 40;
/** Between two keys, in milliseconds: a fast hand. */
const PAUSE = 120;
/** Between two looks for new marks, in milliseconds: each costs the thread that is measured. */
const LOOK = 5;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/**
 * Records what the host's thread does, where RESTITCH_PROFILE names a folder for the profiles (a `.cpuprofile`, which VS Code opens) and for
 * the turns that belong to them, in microseconds of the profile's clock.
 */
async function startProfile(): Promise<((size: number, held: Held, keys: readonly number[]) => Promise<void>) | undefined> {
  const folder = process.env['RESTITCH_PROFILE'];
  if (folder === undefined) return undefined;
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  const clock = Number(process.hrtime.bigint() / 1000n) - performance.now() * 1000;
  return async (size, { turns }, keys) => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    await writeFile(`${folder}/key-${size}.cpuprofile`, JSON.stringify(profile));
    const inProfile = (time: number): number => Math.round(clock + time * 1000);
    const told = turns.slice(0, 60).map(({ from, to, processor }) => ({ from: inProfile(from), to: inProfile(to), processor }));
    await writeFile(`${folder}/turns-${size}.json`, JSON.stringify({ turns: told, keys: keys.map(inProfile) }));
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

interface Measured {
  /** From a key's change to the new diagnostics, and the longest of all; the rest that the analysis waits for a next key is part of it. */
  readonly key: number;
  readonly slowest: number;
  /** How the extension host's thread was held. */
  readonly held: Held;
  /** When the keys were struck. */
  readonly keys: readonly number[];
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
  const keys: number[] = [];
  let heldOf: (() => Promise<Held>) | undefined;
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
    if (key >= 0) keys.push(performance.now());
    await vscode.commands.executeCommand('type', { text: '的' });
    const begun = await changed;
    const ended = await marked;
    if (key >= 0) times.push(ended - begun);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  const held = await heldOf?.();
  if (held === undefined) throw new Error('no key was struck');
  await profile?.(size, held, keys);
  await closeAll();
  return { key: median(times), slowest: Math.max(...times), held, keys };
}

/** The same keys in a file that is none of ours: what VS Code itself needs. */
async function typeElsewhere(size: number): Promise<Pick<Measured, 'held' | 'keys'>> {
  const document = await show(await vscode.workspace.openTextDocument(await fileOf(size, 'log')));
  const editor = await vscode.window.showTextDocument(document);
  const middle = Math.floor(document.lineCount / 2);
  editor.selection = new vscode.Selection(middle, 0, middle, 0);
  editor.revealRange(editor.selection);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const heldOf = watchThread();
  const keys: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    keys.push(performance.now());
    await vscode.commands.executeCommand('type', { text: '的' });
    await new Promise((resolve) => setTimeout(resolve, 2 * PAUSE));
  }
  const held = await heldOf();
  await closeAll();
  return { held, keys };
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
      const told = ({ key, slowest, held, keys }: Measured): string => `${key.toFixed(1)} ms from the change to the marks (slowest ${slowest.toFixed(1)} ms), ${toldHeld(held, keys)}`;
      console.log(`20 KB: ${told(small)}\n10 MB: ${told(large)}\nratio ${(large.key / small.key).toFixed(2)}\n10 MB that are none of ours: ${toldHeld(elsewhere.held, elsewhere.keys)}`);
    })));
  });
});
