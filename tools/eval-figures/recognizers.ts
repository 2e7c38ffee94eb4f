// Recognizers-Text's own cases, read by us and, in the same run, by its JavaScript port.
import * as suite from '@microsoft/recognizers-text-suite';
import { figuresIn } from '../../src/core';
import { MODELS, readCases, type Case, type Model, type Wanted } from './cases';
import { DELIBERATE } from './disagreements';
import { passes } from './judge';

/** How one kind of cases went. */
export interface ModelResult {
  readonly model: Model;
  readonly cases: number;
  readonly ours: number;
  readonly theirs: number;
  /** Read otherwise on purpose: 个百分点, and the listed ones. */
  readonly points: number;
  readonly listed: number;
  /** Cases that the port passes, we do not, and no reason is given for. */
  readonly open: readonly number[];
}

interface TheirResult {
  readonly text: string;
  readonly resolution?: { readonly value?: string | null; readonly unit?: string } | null;
}

/** A recogniser of the port for Chinese. */
export function recogniser(model: Model): (text: string) => readonly TheirResult[] {
  const read = suite[MODELS[model]];
  return (text) => read(text, suite.Culture.Chinese);
}

export function runModels(): readonly ModelResult[] | undefined {
  const results: ModelResult[] = [];
  for (const model of Object.keys(MODELS) as Model[]) {
    const cases = readCases(model);
    if (cases === undefined) return undefined;
    results.push(runModel(model, cases));
  }
  return results;
}

function runModel(model: Model, cases: readonly Case[]): ModelResult {
  const read = recogniser(model);
  const reasons = DELIBERATE[model];
  const counts = { ours: 0, theirs: 0, points: 0, listed: 0 };
  const open: number[] = [];
  cases.forEach((one, index) => {
    const [ours, theirs] = [passes(model, one), theyPass(read, one)];
    if (ours) counts.ours++;
    if (theirs) counts.theirs++;
    if (ours) return;
    if (isPoints(one)) counts.points++;
    else if (reasons[index] !== undefined) counts.listed++;
    else if (theirs) open.push(index);
  });
  return { model, cases: cases.length, ...counts, open };
}

function theyPass(read: (text: string) => readonly TheirResult[], { Input, Results }: Case): boolean {
  let found: readonly TheirResult[];
  try {
    found = read(Input);
  } catch {
    return false;
  }
  // Their port gives "null" in words where the other ports give nothing; that is no other reading.
  const value = (written: string | null | undefined): string => (written === undefined || written === null || written === 'null' ? '' : written);
  const same = (own: TheirResult, wanted: Wanted): boolean =>
    own.text.toLowerCase() === wanted.Text.toLowerCase() && value(own.resolution?.value) === value(wanted.Resolution?.value) && (own.resolution?.unit ?? '') === (wanted.Resolution?.unit ?? '');
  return found.length === Results.length && found.every((own, at) => {
    const wanted = Results[at];
    return wanted !== undefined && same(own, wanted);
  });
}

/** All that is wanted or found is counted in 个百分点. */
function isPoints({ Input, Results }: Case): boolean {
  const figures = figuresIn(Input);
  return figures.length > 0 && figures.every(({ kind }) => kind === 'percentagePoint') && Results.length <= figures.length;
}
