import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { smallPool } from '../../test/unit/eval/pool';
import { loadPool, type PoolArticle } from '../eval/pool';
import { simulatePage } from '../eval/simulate';

const SHARED = path.resolve('..', 'shared');
const CORPUS = path.join(SHARED, 'corpora', 'dev.jsonl');
const REAL = path.join(SHARED, 'page', 'inner-mongolia-daily-2024-10-22.txt');
const SAMPLE = path.resolve('samples', 'sample-page.txt');

/** What simulated pages are made of: the corpus beside the checkout, or the articles that tests invent. */
export function benchPool(): { pool: readonly PoolArticle[]; says: string } {
  return existsSync(CORPUS) ? { pool: loadPool(CORPUS), says: 'web newspapers' } : { pool: smallPool(), says: 'invented articles' };
}

/** Pages of consecutive seeds. */
export function simulatedTexts(pool: readonly PoolArticle[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => simulatePage(pool, index + 1).text);
}

/** The pages that are timed by themselves; the real one only where it is. */
export function singlePages(): { name: string; text: string }[] {
  const read = (file: string): string => readFileSync(file, 'utf8').replace(/^\ufeff/u, '');
  return [...(existsSync(REAL) ? [{ name: 'the real page', text: read(REAL) }] : []), { name: 'samples/sample-page.txt', text: read(SAMPLE) }];
}
