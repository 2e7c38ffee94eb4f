// What an editor waits for, measured inside VS Code. Prints its figures; `npm run bench:editor` runs it, no test run does.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { api, closeAll, diagnosticsOf, readText, sampleUri, show, until, withSetting } from '../suite/support';

/** Sizes compared, in bytes: one page of the paper, and a file of ten million bytes. */
const SIZES = { small: 20_000, large: 10_000_000 };
const KEYS = 40;
/** Between two keys, in milliseconds: a fast hand. */
const PAUSE = 120;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** A file with one sample page behind another. */
async function fileOf(size: number): Promise<vscode.Uri> {
  const [, ...rest] = (await readText(sampleUri('sample-page.txt'))).split('\n');
  const parts: string[] = [];
  for (let bytes = 0, page = 1; ; page++) {
    const text = `澜川日报  2024年9月26日 星期四  第${page}版 要闻\n${rest.join('\n')}\n`;
    bytes += Buffer.byteLength(text);
    if (parts.length > 0 && bytes > size) break;
    parts.push(text);
  }
  const uri = sampleUri(`speed-${size}.newspage`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(parts.join('')));
  return uri;
}

interface Measured {
  /** From a key's change to the new diagnostics, and the longest of all; the rest that the analysis waits for a next key is part of it. */
  readonly key: number;
  readonly slowest: number;
  /** The longest that the extension host's thread was held. */
  readonly held: number;
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
  const held = monitorEventLoopDelay({ resolution: 1 });
  for (let key = -10; key < KEYS; key++) {
    if (key === 0) held.enable();
    const changed = new Promise<number>((resolve) => {
      const listener = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document || event.contentChanges.length === 0) return;
        listener.dispose();
        resolve(performance.now());
      });
    });
    const marked = new Promise<number>((resolve) => {
      const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (!uris.some((uri) => uri.toString() === document.uri.toString())) return;
        listener.dispose();
        resolve(performance.now());
      });
    });
    await vscode.commands.executeCommand('type', { text: '的' });
    const begun = await changed;
    const ended = await marked;
    if (key >= 0) times.push(ended - begun);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  held.disable();
  await closeAll();
  return { key: median(times), slowest: Math.max(...times), held: held.max / 1e6 };
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
    const rows = report.split('\n').filter((line) => /restitch|To Activate|Finish Activat/i.test(line));
    console.log(`VS Code ${vscode.version}, Startup Performance:\n${rows.join('\n')}`);
  });

  it('a key in a file of 10 MB and in one of 20 KB', async () => {
    await withSetting('restitch.maxFileSize', 20, async () => {
      const small = await typeInto(SIZES.small);
      const large = await typeInto(SIZES.large);
      const told = ({ key, slowest, held }: Measured): string => `${key.toFixed(1)} ms from the change to the marks (slowest ${slowest.toFixed(1)} ms), the host's thread held ${held.toFixed(1)} ms at most`;
      console.log(`20 KB: ${told(small)}\n10 MB: ${told(large)}\nratio ${(large.key / small.key).toFixed(2)}`);
    });
  });
});
