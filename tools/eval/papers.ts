import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanArticle, type PoolArticle, type RawArticle } from './pool';

/** Kinds of papers whose articles do not stand on one page. */
export const STYLES = ['modern', 'old', 'traditional'] as const;
export type Style = (typeof STYLES)[number];

/** Those that pages are made of, to learn weights and to measure, and those of which the n-gram model counts: it must not know what it is measured on. */
const FOLDERS = { measured: path.resolve('tools', 'papers', 'measured'), counted: path.resolve('tools', 'papers', 'counted') } as const;

/**
 * The articles of one style that were written for this project to make pages of: `STYLE-PAPER.jsonl`, as tools/papers/README.md tells.
 * @throws when a file cannot be read
 */
export function writtenArticles(style: Style): PoolArticle[] {
  const articles = rowsOf(FOLDERS.measured, `${style}-`).flatMap((row, at) => cleanArticle({ ...row, title: at % 3 === 0 ? row.title : printed(row.title) }) ?? []);
  // The writers were asked for many subheads; papers set fewer.
  let sectioned = 0;
  return articles.map((article) => (article.subheads.size > 0 && sectioned++ % SECTIONED !== 0 ? { ...article, subheads: new Map() } : article));
}

/** Of so many articles written in sections, one keeps its subheads. */
const SECTIONED = 3;

/** A headline as most papers print it: a space where a sentence has a comma. */
const printed = (title: string): string => title.replace(/[，,]/gu, ' ');

/** The articles whose n-grams are counted. @throws when a file cannot be read */
export function countedArticles(): RawArticle[] {
  return rowsOf(FOLDERS.counted, '');
}

function rowsOf(folder: string, prefix: string): RawArticle[] {
  const files = readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith('.jsonl')).sort();
  return files.flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean)).map((row) => JSON.parse(row) as RawArticle);
}
