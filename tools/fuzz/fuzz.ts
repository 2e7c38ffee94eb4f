/** The loop: takes a text that is known, changes it, runs it; keeps what reaches something new, writes down what fails. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { seeded } from '../eval/random';
import { watchCoverage } from './coverage';
import type { Target } from './targets';
import { mutated } from './texts';

export interface FuzzOptions {
  readonly seed: number;
  /** Ends after so many milliseconds, or so many runs. */
  readonly milliseconds?: number;
  readonly runs?: number;
  /** Whether inputs are kept that reach a new part of the program; costs some milliseconds a run. */
  readonly guided: boolean;
}

export interface Finding {
  readonly target: string;
  readonly text: string;
  readonly message: string;
}

export interface Outcome {
  readonly runs: number;
  readonly milliseconds: number;
  /** Inputs kept because they reached something new, and parts of the program reached. */
  readonly kept: number;
  readonly reached: number;
  /** The longest run. */
  readonly slowest: { readonly milliseconds: number; readonly text: string };
  readonly findings: readonly Finding[];
}

/** Enough of one kind: a mistake met over and over is told once, by the place where it was thrown. */
const MOST_FINDINGS = 10;

export async function fuzz(target: Target, { seed, milliseconds = Infinity, runs: most = Infinity, guided }: FuzzOptions): Promise<Outcome> {
  const random = seeded(seed);
  const corpus = [...target.seeds()];
  const coverage = guided ? watchCoverage() : undefined;
  const findings = new Map<string, Finding>();
  let slowest = { milliseconds: 0, text: '' };
  let kept = 0;
  let runs = 0;
  const begin = performance.now();
  while (runs < most && performance.now() - begin < milliseconds && findings.size < MOST_FINDINGS) {
    const [known, other] = [random.pick(corpus), random.pick(corpus)];
    const text = runs < corpus.length - kept ? (corpus[runs] ?? '').slice(0, target.longest) : mutated(known, other, random, target.longest);
    runs += 1;
    const started = performance.now();
    try {
      await target.check(text);
    } catch (error) {
      const { message, place } = wordsOf(error);
      if (!findings.has(place)) findings.set(place, { target: target.name, text, message });
    }
    const took = performance.now() - started;
    if (took > slowest.milliseconds) slowest = { milliseconds: took, text };
    if (coverage !== undefined && coverage.news() > 0 && runs > 1) {
      corpus.push(text);
      kept += 1;
    }
  }
  coverage?.stop();
  return { runs, milliseconds: performance.now() - begin, kept, reached: coverage?.reached() ?? 0, slowest, findings: [...findings.values()] };
}

function wordsOf(error: unknown): { readonly message: string; readonly place: string } {
  if (!(error instanceof Error)) return { message: String(error), place: String(error) };
  const lines = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { message: `${error.message.slice(0, 500)}\n${lines.slice(0, 4).join('\n')}`, place: lines.slice(0, 2).join('\n') };
}

/** Writes a finding where `--replay` reads it. @returns the file */
export function keepFinding({ target, text, message }: Finding, number: number): string {
  const folder = path.resolve('out', 'fuzz');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${target}-${String(number)}.json`);
  writeFileSync(file, `${JSON.stringify({ target, text, message }, null, 2)}\n`);
  return file;
}
