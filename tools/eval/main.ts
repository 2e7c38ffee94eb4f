/**
 * npm run eval -- [--pages N] [--seed S] [--corpus dev|train] [--limit N] [--no-baseline] [--worst K] [--dump DIR]
 *                 [--page SEED [--full]] [--real [--full]] [--simulator first|second]
 * Measures the engine on simulated pages and prints Markdown tables.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../../src/core/index';
import { annotate } from './annotate';
import { plainRule } from './baseline';
import type { SimulatedPage } from './gold';
import { addScore, compare, emptyScore, f1, type Comparison } from './metrics';
import { outlineOfPage, type Outline } from './outline';
import { addPhenomena } from './phenomena';
import { isTuningTopic } from '../train/topics';
import { loadPool } from './pool';
import { realPages } from './realPage';
import { calibrationTable, metricsTable, phenomenaTable, type Column } from './report';
import { simulateSecond } from './second/page';
import { simulatePage } from './simulate';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    corpus: { type: 'string', default: 'dev' },
    limit: { type: 'string', default: '4000' },
    baseline: { type: 'boolean', default: true },
    worst: { type: 'string', default: '8' },
    dump: { type: 'string' },
    page: { type: 'string' },
    real: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    simulator: { type: 'string', default: 'first' },
  },
  allowNegative: true,
});

const SHARED = path.resolve('..', 'shared');
const MODEL = path.resolve('src/core/stitch/model/seam.ngram');

type Predictor = (text: string) => Outline;

function enginePredictor(): Predictor {
  const model = existsSync(MODEL) ? new Uint8Array(readFileSync(MODEL)) : new Uint8Array();
  if (model.length === 0) console.error('no model at src/core/stitch/model/seam.ngram: the engine runs with an empty one');
  const engine = createEngine(model);
  return (text) => outlineOfPage(engine.analyse(text));
}

function pagesToMeasure(): SimulatedPage[] {
  if (values.real) return realPages([path.join(SHARED, 'page'), 'samples']);
  const file = path.join(SHARED, 'corpora', `${values.corpus}.jsonl`);
  if (!existsSync(file)) {
    console.error(`${file} is not there: nothing to measure on`);
    process.exit(3);
  }
  const all = loadPool(file, values.corpus === 'train' ? Number(values.limit) : Infinity);
  // Topics on which weights were tuned measure nothing.
  const pool = values.corpus === 'train' ? all : all.filter(({ topic }) => !isTuningTopic(topic));
  const first = Number(values.page ?? values.seed);
  const count = values.page === undefined ? Number(values.pages) : 1;
  return Array.from({ length: count }, (_, index) => (values.simulator === 'second' ? simulateSecond : simulatePage)(pool, first + index));
}

function measure(name: string, predict: Predictor, pages: readonly SimulatedPage[]): Column & { comparisons: Comparison[]; seconds: number[] } {
  const score = emptyScore();
  const recalls: Column['recalls'] = new Map();
  const seconds: number[] = [];
  const outlines = pages.map((page) => {
    const begun = performance.now();
    const outline = predict(page.text);
    seconds.push((performance.now() - begun) / 1000);
    return outline;
  });
  const comparisons = pages.map((page, index) => {
    const comparison = compare(page.gold, outlines[index] ?? { articles: [] });
    addScore(score, comparison.score);
    addPhenomena(recalls, comparison, page.text);
    return comparison;
  });
  return { name, score, recalls, comparisons, seconds };
}

const pages = pagesToMeasure();
const predict = enginePredictor();

if (values.dump !== undefined) {
  mkdirSync(values.dump, { recursive: true });
  for (const page of pages) {
    writeFileSync(path.join(values.dump, `${page.name}.txt`), page.text);
    writeFileSync(path.join(values.dump, `${page.name}.gold.json`), `${JSON.stringify(page.gold, undefined, 1)}\n`);
  }
}
if (values.page !== undefined || values.real) {
  for (const page of pages) console.log(`${annotate(page.text, page.gold, predict(page.text), values.full)}\n`);
}

const engine = measure('engine', predict, pages);
const columns = values.baseline ? [engine, measure('plain rule', plainRule, pages)] : [engine];
const articles = engine.score.articles.gold;
console.log(`${pages.length} pages, ${articles} articles, ${engine.score.joins.gold} cuts (${engine.score.farJoins.gold} far); engine ${engine.seconds.reduce((sum, one) => sum + one, 0).toFixed(2)} s\n`);
console.log(metricsTable(columns));
if (values.page === undefined && !values.real) {
  console.log(`\n${phenomenaTable(columns)}\n`);
  console.log(`${calibrationTable('Joins', engine.score.seams)}\n`);
  console.log(`${calibrationTable('Far joins', engine.score.seams.filter((seam) => seam.far))}\n`);
  console.log(`${calibrationTable('Moves', engine.score.moves)}\n`);
  const worst = engine.comparisons
    .map((comparison, index) => ({ comparison, name: pages[index]?.name ?? '' }))
    .map(({ comparison, name }) => ({ name, comparison, lost: comparison.truth.articles.length - comparison.exact.size }))
    .sort((a, b) => b.lost - a.lost || f1(a.comparison.score.links) - f1(b.comparison.score.links))
    .slice(0, Number(values.worst));
  console.log('Worst pages (see one with --page SEED):');
  for (const { name, comparison, lost } of worst) console.log(`- ${name}: ${lost} of ${comparison.truth.articles.length} articles not exact, links F1 ${f1(comparison.score.links).toFixed(3)}, joins F1 ${f1(comparison.score.joins).toFixed(3)}`);
  const slow = engine.seconds.map((one, index) => ({ one, name: pages[index]?.name ?? '' })).sort((a, b) => b.one - a.one).slice(0, 3);
  console.log(`\nSlowest: ${slow.map(({ one, name }) => `${name} ${(1000 * one).toFixed(0)} ms`).join(', ')}`);
}
