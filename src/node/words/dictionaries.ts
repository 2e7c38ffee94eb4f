import { readFileSync } from 'node:fs';

/** What cppjieba wants of a dictionary (DictTrie.hpp, HMMModel.hpp, KeywordExtractor.hpp); where it gets something else, it aborts the process. */
interface Shape {
  /** Any fewer lines are a part of the file that nodejieba comes with. */
  readonly lines: number;
  readonly line: RegExp;
}

/** The list of how rare words are; and the shorter one that may stand in its place. */
export const IDF = 'DEFAULT_IDF_DICT';
export const SHORT_IDF = 'SHORT_IDF_DICT';

const IDF_LINE = /^\S+ \d+(?:\.\d+)?$/u;

const shapes: Readonly<Record<string, Shape>> = {
  // A word, how often it was met, its part of speech.
  DEFAULT_DICT: { lines: 100_000, line: /^\S+ \d+(?:\.\d+)? \S+$/u },
  // Where a word begins, four by four numbers of what follows what, and four lines of characters with their numbers.
  DEFAULT_HMM_DICT: { lines: 9, line: /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?(?: -?\d+(?:\.\d+)?(?:e[+-]\d+)?){3}$|^\S:-?\d+(?:\.\d+)?(?:e[+-]\d+)?(?:,\S:-?\d+(?:\.\d+)?(?:e[+-]\d+)?)*$/u },
  DEFAULT_USER_DICT: { lines: 0, line: /^\S+(?: \S+){0,2}$/u },
  // A word, and how rare it is.
  [IDF]: { lines: 100_000, line: IDF_LINE },
  [SHORT_IDF]: { lines: 30_000, line: IDF_LINE },
  DEFAULT_STOP_WORD_DICT: { lines: 1, line: /^.*$/u },
};

/** The files of nodejieba, by the names of the properties that say where they are. */
export const dictionaries: readonly string[] = Object.keys(shapes).filter((name) => name !== SHORT_IDF);

/**
 * Reads a dictionary before cppjieba does: line by line, a tenth of a second for all of them, in the thread of the words.
 * @throws Error with what is wrong with it: missing, cut off, or something else altogether
 */
export function checkDictionary(name: string, file: string): void {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`there is no dictionary ${name}`);
  const text = textOf(file);
  if (text !== '' && !text.endsWith('\n')) throw new Error(`${file} is cut off`);
  const all = text.split('\n').slice(0, -1);
  // Notes stand in the model of characters only; cppjieba takes them for words elsewhere.
  const lines = name === 'DEFAULT_HMM_DICT' ? all.filter((line) => line !== '' && !line.startsWith('#')) : all;
  if (lines.length < shape.lines) throw new Error(`${file} is cut off: it has ${String(lines.length)} of at least ${String(shape.lines)} lines`);
  const bad = lines.find((line) => !shape.line.test(line) && !(name === 'DEFAULT_USER_DICT' && line === ''));
  if (bad !== undefined) throw new Error(`${file} is damaged in line ${String(all.indexOf(bad) + 1)}`);
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    throw new Error(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
