// npm run eval:figures -- --outside FOLDER             public case sets of others, which lie outside this repository:
//   FOLDER/duckling/*.hs   Duckling's Chinese corpora of numbers, ordinals, quantities, volumes, distances, temperatures, durations, money
//   FOLDER/cn2an/*.py      cn2an's tests in both directions
//   FOLDER/JioNLP/*.py     JioNLP's tests of money
// A case is a text with its value, in the unit its set counts in. It passes when one figure is found that covers it but for words of a
// bound, and its value in that unit is the one wanted. The reasons for reading otherwise are argued in docs/figures.md.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exactText, figuresIn, type Figure } from '../../src/core/figures';
import { compare, decimal, multiply, ONE, ratio, type Exact } from '../../src/core/figures/exact';

interface OutsideCase {
  readonly text: string;
  /** One number, or both ends of a range. */
  readonly wanted: readonly Exact[];
  /** How many of the base units of ours the set's unit is: a gram is 1/1000 kg. */
  readonly scale: Exact;
}

export interface OutsideResult {
  readonly set: string;
  readonly cases: number;
  readonly passed: number;
  /** What is read otherwise, for looking. */
  readonly others: readonly string[];
}

/** Duckling's units in our base units. */
const UNITS: Readonly<Record<string, Exact>> = {
  Gram: ratio(1n, 1000n), Litre: ratio(1n, 1000n), Millilitre: ratio(1n, 1_000_000n), Gallon: decimal('0.003785411784'), Centimetre: ratio(1n, 100n), Kilometre: decimal('1000'),
  Foot: decimal('0.3048'), Inch: decimal('0.0254'), Mile: decimal('1609.344'), Cent: ratio(1n, 100n), Minute: decimal('60'), Hour: decimal('3600'), Day: decimal('86400'),
};

const exact = (written: string): Exact => {
  const value = decimal(written.replace(/^-/, ''));
  return written.startsWith('-') ? { n: -value.n, d: value.d } : value;
};

/** Haskell: `examples (simple Gram 2 Nothing)` and the texts below it. */
function* duckling(source: string): Generator<OutsideCase> {
  for (const [, head = '', body = ''] of source.matchAll(/examples \(([\s\S]*?)\)\s*\[([\s\S]*?)\n[ \t]*\]/g)) {
    const wanted = (head.match(/-?\d+(?:\.\d+)?/g) ?? []).map(exact);
    const unit = /[A-Z][a-z]+/.exec(head.replace(/NumeralValue|OrdinalData|DurationData|Nothing/g, ''))?.[0] ?? '';
    const months = unit === 'Month';
    for (const [, text = ''] of body.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
      yield { text: text.replace(/\\(\d+)/g, (_, code: string) => String.fromCodePoint(Number(code))), wanted, scale: months ? ONE : (UNITS[unit] ?? ONE) };
    }
  }
}

/** Python: `"三百": 300,` and, the other way round, `300: ["三百", …],`. */
function* cn2an(source: string): Generator<OutsideCase> {
  for (const [, text = '', value = ''] of source.matchAll(/^[ \t]*"([^"]+)": "?(-?\d+(?:\.\d+)?)"?,/gm)) yield { text, wanted: [exact(value)], scale: ONE };
  for (const [, value = '', list = ''] of source.matchAll(/^[ \t]*(-?\d+(?:\.\d+)?): \[([^\]]*)\]/gm)) {
    const texts = [...list.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text);
    // Sums are cut at the hundredth, and then they are other numbers.
    const short = (value.split('.')[1] ?? '').length <= 2;
    for (const text of texts) if (short || !/[元角分]/.test(text)) yield { text, wanted: [exact(value)], scale: ONE };
  }
}

/** Python: `['三百万元', {'num': '3000000.00', …}]`; a range has a list of two. */
function* jionlp(source: string): Generator<OutsideCase> {
  for (const [, text = '', numbers = ''] of source.matchAll(/\['([^']+)', \{'num': (\[[^\]]*\]|'[^']*')/g)) {
    yield { text, wanted: (numbers.match(/\d+(?:\.\d+)?/g) ?? []).map(exact), scale: ONE };
  }
}

const READERS: readonly (readonly [folder: string, read: (source: string) => Generator<OutsideCase>])[] = [['duckling', duckling], ['cn2an', cn2an], ['JioNLP', jionlp]];

/** The sets found in a folder, a result a file that has cases. */
export function runOutside(folder: string): readonly OutsideResult[] {
  const results: OutsideResult[] = [];
  for (const [name, read] of READERS) {
    const own = path.join(folder, name);
    if (!existsSync(own)) continue;
    for (const file of readdirSync(own).sort()) {
      const cases = [...read(readFileSync(path.join(own, file), 'utf8'))].filter(({ wanted }) => wanted.length === 1 || wanted.length === 2);
      if (cases.length === 0) continue;
      const others = cases.filter((one) => !passes(one));
      results.push({ set: `${name}/${file.replace(/\.\w+$/, '')}`, cases: cases.length, passed: cases.length - others.length, others: others.map(say) });
    }
  }
  return results;
}

function passes({ scale, text, wanted }: OutsideCase): boolean {
  const [figure, ...more] = figuresIn(text);
  if (figure?.value === undefined || more.length > 0 || !covers(figure, text)) return false;
  const [low, high] = wanted;
  const ends = [figure.value, figure.upper ?? (figure.bound?.place === 'inside' ? high : undefined)];
  // 5打 is both five dozen and sixty.
  const factors = [figure.unit?.factor ?? ONE, ...(figure.unit?.text === '打' ? [] : [ONE])];
  const same = (own: Exact | undefined, theirs: Exact | undefined): boolean =>
    own === theirs || (own !== undefined && theirs !== undefined && factors.some((factor) => compare(round(multiply(own, factor)), round(multiply(theirs, scale))) === 0 || compare(own, theirs) === 0));
  return same(ends[0], low) && (high === undefined ? figure.upper === undefined : same(ends[1], high));
}

/** JioNLP and Duckling write two or three decimals, or binary numbers. */
function round(value: Exact): Exact {
  const digits = 10n ** 15n;
  const scaled = (value.n * digits * 2n) / value.d;
  return { n: (scaled + (scaled < 0n ? -1n : 1n)) / 2n, d: digits };
}

/** All of the text but the words that bound it. */
function covers({ bound, span }: Figure, text: string): boolean {
  const rest = text.slice(0, span[0]) + text.slice(span[1]);
  const words = new RegExp(`^(?:${bound?.word ?? ''}|从|以上|（含）|[.\\s])*$`);
  return words.test(rest) || (bound !== undefined && rest.length <= bound.word.length);
}

const say = ({ text, wanted }: OutsideCase): string => {
  const found = figuresIn(text).map((figure) => `${figure.text} ${figure.kind} ${figure.value === undefined ? '' : exactText(figure.value)}${figure.upper === undefined ? '' : `–${exactText(figure.upper)}`}`);
  return `${text}: ${wanted.map(exactText).join('–')} wanted, ${found.length === 0 ? 'nothing' : found.join(' | ')} found`;
};
