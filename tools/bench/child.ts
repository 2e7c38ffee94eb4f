import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createEngine } from '../../src/core/index';

/** What a process that does nothing else tells of itself. */
export interface ChildReport {
  /** Milliseconds to read the model's file, and to make an engine of it, in a process that never did it before. */
  readonly readMs: number;
  readonly loadMs: number;
  /** MB held by the engine, and after it analysed some pages; heap and buffers outside it, garbage collected. */
  readonly engineMB: number;
  readonly usedMB: number;
}

/** The option by which this program starts itself as such a process. */
export const CHILD_OPTION = '--in-child';

/** Runs in the child: loads the model, analyses the pages named by the file, and prints a {@link ChildReport}. */
export function reportAsChild(modelFile: string, textsFile: string): void {
  const texts = JSON.parse(readFileSync(textsFile, 'utf8')) as string[];
  const collect = (globalThis as { gc?: () => void }).gc;
  if (collect === undefined) throw new Error('the child needs --expose-gc');
  const held = (): number => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
  };
  const before = held();
  const begun = performance.now();
  // In a scope of its own: the file's bytes must not count as the engine's.
  const { engine, read } = ((): { engine: ReturnType<typeof createEngine>; read: number } => {
    const bytes = readFileSync(modelFile);
    const got = performance.now();
    return { engine: createEngine(bytes), read: got - begun };
  })();
  const loaded = performance.now();
  const engineMB = held() - before;
  for (const text of texts) engine.analyse(text);
  const report: ChildReport = { readMs: read, loadMs: loaded - begun - read, engineMB, usedMB: held() - before };
  console.log(JSON.stringify(report));
  // Keeps the engine alive until it was weighed.
  engine.analyse('');
}

/** Starts a child and reads its report. @throws when it fails */
export function askChild(modelFile: string, textsFile: string): ChildReport {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', process.argv[1] ?? '', CHILD_OPTION, modelFile, textsFile], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the child failed: ${stderr}`);
  return JSON.parse(stdout) as ChildReport;
}
