// Microsoft Recognizers-Text's Chinese cases, which lie outside this repository (../shared/specs/recognizers-text).
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { at } from '../lib/paths.mjs';

/** The case files, one a kind, and the name of the recogniser of the JavaScript port that reads each. */
export const MODELS = {
  NumberModel: 'recognizeNumber',
  PercentModel: 'recognizePercentage',
  OrdinalModel: 'recognizeOrdinal',
  DimensionModel: 'recognizeDimension',
  CurrencyModel: 'recognizeCurrency',
  TemperatureModel: 'recognizeTemperature',
} as const;

export type Model = keyof typeof MODELS;

/** One thing that must be found. Offsets are UTF-16, `End` is the last unit. */
export interface Wanted {
  readonly Text: string;
  readonly Start: number;
  readonly End: number;
  readonly Resolution?: { readonly value?: string | null; readonly unit?: string } | null;
}

export interface Case {
  readonly Input: string;
  readonly Results: readonly Wanted[];
}

const folder = path.resolve(at('.'), '../shared/specs/recognizers-text');

/** The cases of a kind, or `undefined` where they are not on this machine. */
export function readCases(model: Model): readonly Case[] | undefined {
  const file = path.join(folder, `${model}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Case[]) : undefined;
}
