/**
 * Learns the weights of the evidence: node tools/run.mjs tools/train/weights.ts [PAGES] [EPOCHS] [TRAIN.jsonl] [TUNING.jsonl]
 * An averaged structured perceptron (Collins 2002) over simulated pages: where the engine's arrangement differs from
 * the truth, the truth's evidence gains and the other's loses. The pages are made of the articles that the n-gram
 * model has not counted. Then the confidence is fitted to margins by logistic regression on pages not yet seen.
 * Writes src/core/stitch/model/weights.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readBlocks } from '../../src/core/page/blocks';
import { labelPieces } from '../../src/core/roles/label';
import { arrange, type Arrangement } from '../../src/core/stitch/arrange';
import { NgramModel } from '../../src/core/stitch/ngram';
import { INITIAL, type Feature, type Tell } from '../../src/core/stitch/weights';
import { tellAlone, tellBegin, tellEnd } from '../../src/core/stitch/evidence/edges';
import { cleanArticle, withTopics, type PoolArticle, type RawArticle } from '../eval/pool';
import { simulatePage } from '../eval/simulate';
import { isTuningTopic } from './topics';
import { fitLogistic } from './logistic';
import { truthOf, type Truth } from './truth';

const [pages = '400', epochs = '4', corpus = '../shared/corpora/train.jsonl', tuning = '../shared/corpora/dev.jsonl'] = process.argv.slice(2);
const HELD_OUT = 20;
const OUT = 'src/core/stitch/model/weights.json';
const CALIBRATION_PAGES = 300;
/** First step of the weights, and how fast steps shrink. */
const STEP = Number(process.env['STEP'] ?? 0.06);

const read = (file: string): RawArticle[] => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((row) => JSON.parse(row) as RawArticle);
const clean = (rows: readonly RawArticle[]): PoolArticle[] => rows.map(cleanArticle).filter((article): article is PoolArticle => article !== undefined);
/** Every other topic of the tuning corpus; `npm run eval` measures on the rest. */
const topics = (rows: readonly RawArticle[]): RawArticle[] => rows.filter(({ source }) => isTuningTopic(source));
const pools = [withTopics(clean(read(corpus).filter((_, i) => i % HELD_OUT === 0))), clean(topics(read(tuning)))];
const poolOf = (page: number): readonly PoolArticle[] => pools[page % pools.length]!;
const model = new NgramModel(readFileSync('src/core/stitch/model/seam.ngram'));
console.error(`${pools.map((pool) => pool.length).join(' and ')} articles the n-gram model has not counted`);

type Vector = Record<Feature, number>;
const zero = (): Vector => Object.fromEntries(Object.keys(INITIAL).map((name) => [name, 0])) as Vector;

/** All evidence of a whole arrangement. */
function evidenceOf({ problem }: Arrangement, truth: Truth): Vector {
  const sum = zero();
  const tell: Tell = (feature, amount) => {
    sum[feature] += amount;
  };
  for (const { from, to, kind } of truth.links) problem.tellLink(from, to, kind, tell);
  for (const node of truth.begins) tellBegin(node, truth.headlines.has(node.at), tell);
  for (const node of truth.ends) tellEnd(node, truth.headlines.has(node.at), tell);
  for (const node of truth.alone) tellAlone(node, truth.headlines.has(node.at), tell);
  return sum;
}

/** What the engine found, in the same form as the truth. */
function found({ chains, alone, links, headlines }: Arrangement): Truth {
  return {
    links: [...links.values()],
    begins: chains.map((chain) => chain[0]!),
    ends: chains.map((chain) => chain.at(-1)!),
    alone,
    headlines,
  };
}

const weights: Vector = { ...INITIAL };
const average = zero();
let steps = 0;
for (let epoch = 0; epoch < Number(epochs); epoch++) {
  let wrong = 0;
  for (let page = 0; page < Number(pages); page++) {
    const { text, gold } = simulatePage(poolOf(page), 1_000_000 + page);
    const arrangement = arrange(labelPieces(text, readBlocks(text)), model, weights);
    const truth = truthOf(gold, arrangement.problem.nodes);
    const right = evidenceOf(arrangement, truth);
    const mine = evidenceOf(arrangement, found(arrangement));
    const step = STEP / (1 + 0.5 * epoch);
    let differs = false;
    for (const name of Object.keys(INITIAL) as Feature[]) {
      const difference = right[name] - mine[name];
      if (Math.abs(difference) > 1e-9) differs = true;
      // A step in proportion to its amount, bounded: one odd page must not throw a weight about.
      weights[name] += step * Math.max(-3, Math.min(3, difference));
    }
    if (differs) wrong++;
    if (epoch > 0) {
      steps++;
      for (const name of Object.keys(INITIAL) as Feature[]) average[name] += weights[name];
    }
  }
  console.error(`epoch ${epoch + 1}: ${wrong} of ${pages} pages not right`);
}
const learned = Object.fromEntries((Object.keys(INITIAL) as Feature[]).map((name) => [name, Math.round((average[name] / steps) * 1000) / 1000])) as Vector;

/** Margins and whether the link was right, by kind, on pages not trained on. */
const samples: Record<'near' | 'far' | 'move', [number, boolean][]> = { near: [], far: [], move: [] };
for (let page = 0; page < CALIBRATION_PAGES; page++) {
  const { text, gold } = simulatePage(poolOf(page), 2_000_000 + page);
  const arrangement = arrange(labelPieces(text, readBlocks(text)), model, learned);
  const right = new Set(truthOf(gold, arrangement.problem.nodes).links.map(({ from, to, kind }) => `${from.at}>${to.at} ${kind}`));
  for (const { from, to, kind, margin } of arrangement.links.values()) {
    const far = to.at !== from.at + 1;
    if (kind === 'opens' || (kind === 'next' && !far)) continue;
    samples[kind === 'next' ? 'move' : far ? 'far' : 'near'].push([margin, right.has(`${from.at}>${to.at} ${kind}`)]);
  }
}
const confidence = Object.fromEntries(Object.entries(samples).map(([kind, pairs]) => [kind, fitLogistic(pairs)]));
writeFileSync(OUT, `${JSON.stringify({ weights: learned, confidence }, null, 2)}\n`);
console.error(`${OUT} written; ${JSON.stringify(confidence)}`);
