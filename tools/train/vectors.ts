/**
 * Learns the vectors of bigrams: node tools/run.mjs tools/train/vectors.ts [CORPUS.jsonl] [OUT]
 * Takes the bigrams that stand in enough articles and not in too many, begins with the directions in which articles differ most
 * (`subspace.ts`), and turns them until the parts of one article find each other (`contrast.ts`). Writes them into the model file behind the
 * n-grams, for `src/core/stitch/vectors.ts`. The corpus stays outside the repository; only figures go in.
 */
import { DIMENSIONS } from '../../src/core/stitch/vectors';
import { isHan } from '../../src/core/text/characters';
import { normalCodes } from '../../src/core/text/normal';
import { seeded } from '../eval/random';
import { contrast } from './contrast';
import { vectorBytes, writeParts } from './modelFile';
import { readRows, trainingRows } from './stream';
import { leadingSubspace, type SparseRows } from './subspace';

const corpus = process.argv[2] ?? '../shared/corpora/train.jsonl';
const out = process.argv[3] ?? 'src/core/stitch/model/seam.ngram';
const LEAST_ARTICLES = 30;
const MOST_ARTICLES = 0.12;
const ROWS = Number(process.env['ROWS'] ?? 12_000);
/** How many times an article counts that was written for this project. More, and two of the same meet too often. */
const WRITTEN = 3;
const EPOCHS = Number(process.env['EPOCHS'] ?? 10);
/** Paragraphs with fewer bigrams that have a vector are left out. */
const LEAST_BIGRAMS = 6;
/** This share of all figures is told in so many steps up and down; the rest are cut off at their ends. More steps say no more, and pack worse. */
const FITTING = 0.9995;
const LARGEST = 16;

/** The distinct bigrams of a text. */
function bigrams(text: string): Set<number> {
  const found = new Set<number>();
  let previous = 0;
  for (const code of normalCodes(text)) {
    const first = previous;
    previous = isHan(code) ? code : 0;
    if (first !== 0 && previous !== 0) found.add((first << 16) | code);
  }
  return found;
}

/** The headline of each article and its paragraphs; what is held out teaches weights, not vectors. */
const articles = trainingRows(readRows(corpus), WRITTEN)
  .map(({ title, text }) => [title, ...text.split('\n')].map(bigrams).filter(({ size }) => size > 0))
  .filter(({ length }) => length > 0);
console.error(`${articles.length} articles`);

const inArticles = new Map<number, number>();
for (const article of articles) for (const key of new Set(article.flatMap((paragraph) => [...paragraph]))) inArticles.set(key, (inArticles.get(key) ?? 0) + 1);
const chosen = [...inArticles].filter(([, count]) => count >= LEAST_ARTICLES && count <= articles.length * MOST_ARTICLES).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, ROWS);
const rowOf = new Map(chosen.map(([key], row) => [key, row]));
const rarity = Float64Array.from(chosen, ([, count]) => Math.log(articles.length / count));
console.error(`${chosen.length} bigrams of ${inArticles.size}, those in ${LEAST_ARTICLES} articles and more`);

const inRows = articles.map((article) => article.map((paragraph) => Int32Array.from([...paragraph].flatMap((key) => rowOf.get(key) ?? []))));

/** The articles as documents of weighted terms (tf–idf), each of length 1. */
function documents(): SparseRows {
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const article of inRows) {
    const counts = new Map<number, number>();
    for (const paragraph of article) for (const row of paragraph) counts.set(row, (counts.get(row) ?? 0) + 1);
    const weights = [...counts].map(([row, count]) => (1 + Math.log(count)) * rarity[row]!);
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
    columns.push(...counts.keys());
    values.push(...weights.map((weight) => weight / length));
    starts.push(columns.length);
  }
  return { starts: Int32Array.from(starts), columns: Int32Array.from(columns), values: Float32Array.from(values) };
}

const random = seeded(1);
const vectors = leadingSubspace(documents(), chosen.length, DIMENSIONS, random);
const usual = Math.sqrt(chosen.reduce((sum, _, row) => sum + lengthOf(row) ** 2 * rarity[row]! ** 2, 0) / chosen.length);
for (let at = 0; at < vectors.length; at++) vectors[at] = (vectors[at]! * rarity[Math.floor(at / DIMENSIONS)]!) / usual;
contrast(vectors, DIMENSIONS, inRows.map((article) => article.filter(({ length }) => length >= LEAST_BIGRAMS)), EPOCHS, random, console.error);

function lengthOf(row: number): number {
  return Math.sqrt(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS).reduce((sum, value) => sum + value * value, 0));
}

const sizes = vectors.map(Math.abs).sort();
const unit = sizes[Math.floor((sizes.length - 1) * FITTING)]! / LARGEST;
const stepsOf = (value: number): number => Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / unit)));
// By their keys, for those that follow each other are alike, which packs better.
const byKey = chosen.map(([key], row) => ({ key, row })).sort((a, b) => a.key - b.key);
const bytes = vectorBytes(byKey.map(({ key }) => key), Int8Array.from(byKey.flatMap(({ row }) => [...vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)].map(stepsOf))));
writeParts(out, { vectors: bytes });
const lengths = chosen.map((_, row) => lengthOf(row) / unit).sort((a, b) => a - b);
console.error(`${out}: ${bytes.length} bytes of vectors; lengths in steps: ${[0.1, 0.5, 0.9].map((share) => lengths[Math.floor(share * lengths.length)]!.toFixed(0)).join(', ')} (a tenth, half, nine tenths)`);
