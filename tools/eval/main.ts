/**
 * npm run eval -- [--pages N] [--seed S] [--corpus dev|train|modern|old|traditional] [--limit N] [--no-baseline] [--worst K] [--dump DIR]
 *                 [--page SEED [--full]] [--real [--full]] [--simulator first|second] [--forms]
 * Measures the engine on simulated pages and prints Markdown tables; with --forms on the same pages as other programs write them.
 * npm run eval -- --report [--pages N] [--seed S] [--out DIR]
 * Measures it on the pages of all simulators, beside other rules and without each kind of evidence; writes docs/quality/report.md and .svg.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { annotate } from './annotate';
import { plainRule } from './baseline';
import { formsTable } from './document';
import { measure } from './measure';
import { f1 } from './metrics';
import { STYLES, writtenArticles } from './papers';
import { loadPool } from './pool';
import { realPages } from './realPage';
import { calibrationTable, metricsTable, phenomenaTable } from './report';
import { measureForms, worstOf } from './section';
import { halvesOf, pagesOf, SIMULATORS, type HalfPage, type Pools } from './simulators';
import { crossFitted, engineSystem } from './systems';
import { reportOf, writeReport } from './writeReport';

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
    report: { type: 'boolean', default: false },
    forms: { type: 'boolean', default: false },
    out: { type: 'string', default: 'docs/quality' },
  },
  allowNegative: true,
});

const SHARED = path.resolve('..', 'shared');
const MODEL = path.resolve('src/core/stitch/model/seam.ngram');

function readModel(): Uint8Array {
  if (existsSync(MODEL)) return new Uint8Array(readFileSync(MODEL));
  console.error('no model at src/core/stitch/model/seam.ngram: nothing to measure');
  process.exit(3);
}

/** The articles to lay out, in the two halves that measure each other. */
function readPools(): Pools {
  const style = STYLES.find((name) => name === values.corpus);
  if (style !== undefined) return halvesOf(writtenArticles(style));
  const file = path.join(SHARED, 'corpora', `${values.corpus}.jsonl`);
  if (!existsSync(file)) {
    console.error(`${file} is not there: nothing to measure on`);
    process.exit(3);
  }
  const all = loadPool(file, values.corpus === 'train' ? Number(values.limit) : Infinity);
  return halvesOf(all);
}

function pagesToMeasure(): HalfPage[] {
  if (values.real) return realPages([path.join(SHARED, 'page'), 'samples']).map((page) => ({ ...page, fold: 0 }));
  const simulator = SIMULATORS.find(({ name }) => name === values.simulator);
  if (simulator === undefined) {
    console.error(`no simulator “${values.simulator}”; there are: ${SIMULATORS.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  return pagesOf(simulator, readPools(), Number(values.page ?? values.seed), values.page === undefined ? Number(values.pages) : 1);
}

const model = readModel();
if (values.report) {
  const report = reportOf(readPools(), model, { pages: Number(values.pages), seed: Number(values.seed), corpus: values.corpus, others: STYLES.map((name) => ({ name, pools: halvesOf(writtenArticles(name)) })) }, console.error);
  writeReport(values.out, report);
  console.log(`written: ${path.join(values.out, 'report.md')} and report.svg`);
  process.exit(0);
}

const pages = pagesToMeasure();
if (values.forms) {
  console.log(formsTable(measureForms(pages, model, console.error)));
  process.exit(0);
}
const { predict } = values.real ? engineSystem(model) : crossFitted(model, pages);

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
  console.log('Worst pages (see one with --page SEED):');
  for (const { name, lost, articles: of, score } of worstOf(pages, engine).slice(0, Number(values.worst))) {
    console.log(`- ${name}: ${lost} of ${of} articles not exact, links F1 ${f1(score.links).toFixed(3)}, joins F1 ${f1(score.joins).toFixed(3)}`);
  }
  const slow = engine.seconds.map((one, index) => ({ one, name: pages[index]?.name ?? '' })).sort((a, b) => b.one - a.one).slice(0, 3);
  console.log(`\nSlowest: ${slow.map(({ one, name }) => `${name} ${(1000 * one).toFixed(0)} ms`).join(', ')}`);
}
