// The hand-made truth of two pages: every figure with its place and value. The real page and its text lie outside this repository;
// its truth holds offsets and values only.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createEngine, exactText, figuresOfPage, type PlacedFigure } from '../../src/core';
import { at } from '../lib/paths.mjs';

/** `[spans, kind, value, the other end of a range]`; dates and times have no value. */
export type TrueFigure = readonly [spans: readonly (readonly [number, number])[], kind: string, value?: string, upper?: string];

export interface Truth {
  readonly format: 'figures/1';
  readonly source: { readonly name: string; readonly length: number };
  readonly figures: readonly TrueFigure[];
}

export interface TruthResult {
  readonly name: string;
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
  /** Places of what was missed or read otherwise, for looking. */
  readonly wrong: readonly string[];
}

/** The pages with a truth: the text, and where its truth stands. */
export const PAGES = [
  { text: path.resolve(at('.'), '../shared/page/inner-mongolia-daily-2024-10-22.txt'), truth: at('tools/eval-figures/real-page.figures.json') },
  { text: at('samples/sample-page.txt'), truth: at('samples/sample-page.figures.json') },
] as const;

export function readPage(file: string): { readonly text: string; readonly figures: readonly PlacedFigure[] } | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const engine = createEngine(new Uint8Array(readFileSync(at('src/core/stitch/model/seam.ngram'))));
  return { text, figures: figuresOfPage(engine.analyse(text)) };
}

/** A figure as the truth has it. */
export function asTruth({ figure, spans }: PlacedFigure): TrueFigure {
  const { kind, upper, value } = figure;
  const places = spans.map(([start, end]) => [start, end] as const);
  if (value === undefined) return [places, kind];
  return upper === undefined ? [places, kind, exactText(value)] : [places, kind, exactText(value), exactText(upper)];
}

/** Holds a page against its truth: place, kind and value must all be right. */
export function judgePage(file: string, truthFile: string): TruthResult | undefined {
  const page = readPage(file);
  if (page === undefined || !existsSync(truthFile)) return undefined;
  const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as Truth;
  if (truth.source.length !== page.text.length) throw new Error(`${truthFile} is of another text than ${file}`);
  const keys = (figures: readonly TrueFigure[]): Set<string> => new Set(figures.map((figure) => JSON.stringify(figure)));
  const [wanted, found] = [keys(truth.figures), keys(page.figures.map(asTruth))];
  const right = [...found].filter((key) => wanted.has(key)).length;
  const wrong = [...[...wanted].filter((key) => !found.has(key)).map((key) => `missed ${key}`), ...[...found].filter((key) => !wanted.has(key)).map((key) => `not so ${key}`)];
  return { name: truth.source.name, wanted: wanted.size, found: found.size, right, wrong };
}
