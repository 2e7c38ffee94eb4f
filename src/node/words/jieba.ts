import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDictionary, dictionaries, IDF, SHORT_IDF } from './dictionaries';

/** What is used of nodejieba, which is optional: there may be no such package, so its types are not asked for. */
export interface Jieba {
  load(dictionaries?: { readonly idfDict: string }): void;
  cut(text: string, withHmm: boolean): string[];
  tag(text: string): { word: string; tag: string }[];
  extract(text: string, limit: number): { word: string; weight: number }[];
}

/** Beside the program: a shorter list of how rare words are than nodejieba comes with (`tools/lib/idf.mjs`), which the package leaves out. */
const OWN_IDF = 'idf.utf8';

/**
 * nodejieba with its dictionaries loaded; takes most of a second.
 * @param from the file of the running program, from which the package is looked for
 * @throws Error when there is no such package, no native part for this machine, or a dictionary is missing or damaged
 */
export function loadJieba(from: string): Jieba {
  const found: unknown = createRequire(from)('nodejieba');
  if (!isJieba(found)) throw new Error('the package nodejieba is another than the one known');
  const own = path.join(path.dirname(from.startsWith('file:') ? fileURLToPath(from) : from), OWN_IDF);
  const ownIdf = existsSync(own) ? own : undefined;
  for (const name of dictionaries) {
    if (name === IDF && ownIdf !== undefined) {
      checkDictionary(SHORT_IDF, ownIdf);
      continue;
    }
    const file = found[name];
    if (file === undefined) throw new Error(`nodejieba names no ${name}`);
    // A missing or damaged dictionary aborts the whole process, where nothing could catch it.
    checkDictionary(name, file);
  }
  found.load(ownIdf === undefined ? undefined : { idfDict: ownIdf });
  return found;
}

function isJieba(value: unknown): value is Jieba & Partial<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['load', 'cut', 'tag', 'extract'].every((name) => name in value && typeof (value as Record<string, unknown>)[name] === 'function')
  );
}
