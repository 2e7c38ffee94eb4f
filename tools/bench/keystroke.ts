import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { AnalysisClient } from '../../src/extension/analysis/client';
import { LeafPage } from '../../src/extension/analysis/parts';
import { ChunkedText } from '../../src/extension/chunkedText';
import { startWorkerThread } from '../../src/extension/analysis/port.node';
import { viewOf } from '../../src/extension/analysis/view';
import { median } from './clock';
import type { Row } from './rows';

const WORKER = path.resolve('dist', 'analysis-worker.node.js');
const SAMPLE = path.resolve('samples', 'sample-page.txt');
/** Sizes compared: one page of the paper, and a file of ten million bytes with one page as the sample behind another. */
const SMALL = 20_000;
const LARGE = 10_000_000;
const KEYS = 60;
/** Between two keys, in milliseconds. */
const PAUSE = 20;

interface Measured {
  readonly pages: number;
  readonly bytes: number;
  /** From a key to the new marks of the page in view; the longest the editor's thread stood still meanwhile; in milliseconds. */
  readonly key: number;
  readonly slowest: number;
  readonly blocked: number;
}

/**
 * What a key costs in a large file and in a small one: the change is told to the analysis in its thread, as the editor tells it,
 * and the page in view is put together of the answer.
 */
export async function keystrokes(modelFile: string): Promise<Row[]> {
  if (!existsSync(WORKER)) return [{ name: 'a key in a file of 10 MB', unit: 'ms', detail: 'run npm run build first' }];
  const client = new AnalysisClient({ readModel: () => Promise.resolve(new Uint8Array(readFileSync(modelFile))), startPort: () => Promise.resolve(startWorkerThread(WORKER)), onEnd: () => undefined });
  await client.ready();
  const small = await typeInto(client, SMALL);
  const large = await typeInto(client, LARGE);
  client.dispose();
  const told = ({ pages, bytes, key, slowest, blocked }: Measured): string => `${String(pages)} pages, ${(bytes / 1e6).toFixed(2)} MB: ${key.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms, thread held ${blocked.toFixed(1)} ms`;
  return [
    { name: 'a key in a file of 10 MB ÷ in a file of 20 KB', value: large.key / small.key, unit: '×', target: 1.5, detail: `${told(large)}; ${told(small)}` },
    { name: 'from a key to the marks, 10 MB', value: large.key, unit: 'ms', target: 100, detail: `median of ${String(KEYS)}` },
    { name: 'the editor’s thread held at most, 10 MB', value: large.blocked, unit: 'ms', target: 16, detail: 'the longest of all' },
  ];
}

function fileOf(size: number): string {
  const [, ...rest] = readFileSync(SAMPLE, 'utf8').split('\n');
  const body = rest.join('\n');
  const parts: string[] = [];
  for (let bytes = 0, page = 1; ; page++) {
    const text = `澜川日报  2024年9月26日 星期四  第${String(page)}版 要闻\n${body}\n`;
    bytes += Buffer.byteLength(text);
    if (parts.length > 0 && bytes > size) break;
    parts.push(text);
  }
  return parts.join('');
}

async function typeInto(client: AnalysisClient, size: number): Promise<Measured> {
  const name = `file:///${String(size)}.txt`;
  const text = fileOf(size);
  client.open(name, text);
  const { leaves: first } = await client.leaves(name, []);
  const middle = first[first.length >> 1];
  let at = (middle?.offset ?? 0) + ((middle?.length ?? 0) >> 1);
  const times: number[] = [];
  const held = monitorEventLoopDelay({ resolution: 1 });
  for (let key = -KEYS; key < KEYS; key++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (key === 0) held.enable();
    const begun = performance.now();
    client.change(name, [{ offset: at++, length: 0, newText: '的' }]);
    const { leaves } = await client.leaves(name, []);
    const [from, to] = viewOf(leaves, [[at, at]]);
    // The editor has the new text; nothing here reads it.
    const page = new LeafPage(ChunkedText.of(text), leaves.slice(from, to), []);
    if (page.findings.length === 0 || page.articles.length === 0) throw new Error('the pages in view came to nothing');
    if (key >= 0) times.push(performance.now() - begun);
  }
  held.disable();
  client.close(name);
  return { pages: first.length, bytes: Buffer.byteLength(text), key: median(times), slowest: Math.max(...times), blocked: held.max / 1e6 };
}
