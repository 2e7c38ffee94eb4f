import { createRequire } from 'node:module';
import { checkDictionary, dictionaries } from './dictionaries';

/** What is used of nodejieba, which is optional: there may be no such package, so its types are not asked for. */
export interface Jieba {
  load(): void;
  cut(text: string, withHmm: boolean): string[];
  tag(text: string): { word: string; tag: string }[];
  extract(text: string, limit: number): { word: string; weight: number }[];
}

/**
 * nodejieba with its dictionaries loaded; takes most of a second.
 * @param from the file of the running program, from which the package is looked for
 * @throws Error when there is no such package, no native part for this machine, or a dictionary is missing or damaged
 */
export function loadJieba(from: string): Jieba {
  const found: unknown = createRequire(from)('nodejieba');
  if (!isJieba(found)) throw new Error('the package nodejieba is another than the one known');
  for (const name of dictionaries) {
    const file = found[name];
    if (file === undefined) throw new Error(`nodejieba names no ${name}`);
    // A missing or damaged dictionary aborts the whole process, where nothing could catch it.
    checkDictionary(name, file);
  }
  found.load();
  return found;
}

function isJieba(value: unknown): value is Jieba & Partial<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['load', 'cut', 'tag', 'extract'].every((name) => name in value && typeof (value as Record<string, unknown>)[name] === 'function')
  );
}
