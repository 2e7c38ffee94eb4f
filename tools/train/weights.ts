/**
 * Learns the weights of the evidence: node tools/run.mjs tools/train/weights.ts [PAGES] [EPOCHS] [TRAIN.jsonl] [TUNING.jsonl]
 * Maximises the probability of the true arrangement over simulated pages: the links given the headlines, by the
 * difference between the truth's evidence and that of all arrangements by their probability (`marginals.ts`), and each
 * doubtful headline against its being text, by logistic loss on what the page weighs both ways. Steps are Adam's (Kingma and
 * Ba 2015). The pages are made of articles that the n-gram model has not counted. Then the confidence is fitted to margins by
 * logistic regression on pages not yet seen. Writes src/core/stitch/model/weights.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readBlocks } from '../../src/core/page/blocks';
import type { Piece } from '../../src/core/page/piece';
import { labelPieces } from '../../src/core/roles/label';
import { arrange } from '../../src/core/stitch/arrange';
import { NgramModel } from '../../src/core/stitch/ngram';
import { INITIAL, type Feature } from '../../src/core/stitch/weights';
import { cleanArticle, withTopics, type PoolArticle, type RawArticle } from '../eval/pool';
import { simulatePage } from '../eval/simulate';
import { simulateSecond } from '../eval/second/page';
import type { Gold } from '../eval/gold';
import { gradientOf, zero, type Vector } from './gradient';
import { isTuningTopic } from './topics';
import { fitLogistic } from './logistic';
import { truthOf } from './truth';

const [pages = '600', epochs = '6', corpus = '../shared/corpora/train.jsonl', tuning = '../shared/corpora/dev.jsonl'] = process.argv.slice(2);
const HELD_OUT = 20;
const OUT = process.env['OUT'] ?? 'src/core/stitch/model/weights.json';
const CALIBRATION_PAGES = Number(process.env['CALIBRATION'] ?? 400);
/** First step of the weights, and what it shrinks to. */
const STEP = Number(process.env['STEP'] ?? 0.03);
const LAST_STEP = 0.15;
/** Pull towards the weights a printer would set, for evidence that is seldom seen. */
const PULL = 0.0005;
/** Of this many pages each, one is made of the training corpus and the others of the tuning corpus. */
const TUNING_SHARE = 3;

const read = (file: string): RawArticle[] => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((row) => JSON.parse(row) as RawArticle);
const clean = (rows: readonly RawArticle[]): PoolArticle[] => rows.map(cleanArticle).filter((article): article is PoolArticle => article !== undefined);
/** Every other topic of the tuning corpus; `npm run eval` measures on the rest. */
const topics = (rows: readonly RawArticle[]): RawArticle[] => rows.filter(({ source }) => isTuningTopic(source));
const counted = withTopics(clean(read(corpus).filter((_, i) => i % HELD_OUT === 0)));
const tuned = clean(topics(read(tuning)));
const model = new NgramModel(readFileSync('src/core/stitch/model/seam.ngram'));
console.error(`${counted.length} and ${tuned.length} articles the n-gram model has not counted`);

interface Sample {
  readonly pieces: readonly Piece[];
  readonly gold: Gold;
}

function sample(seed: number): Sample {
  const { text, gold } = (seed % 2 === 0 ? simulatePage : simulateSecond)(seed % TUNING_SHARE === 0 ? counted : tuned, seed);
  return { pieces: labelPieces(text, readBlocks(text)), gold };
}

const names = Object.keys(INITIAL) as Feature[];
const samples = Array.from({ length: Number(pages) }, (_, page) => sample(1_000_000 + page));
const weights: Vector = process.env['FROM'] === undefined ? { ...INITIAL } : { ...INITIAL, ...(JSON.parse(readFileSync(process.env['FROM'], 'utf8')) as { weights: Vector }).weights };
const mean = zero();
const square = zero();
let step = 0;
const steps = samples.length * Number(epochs);
for (let epoch = 0; epoch < Number(epochs); epoch++) {
  let loss = 0;
  let wrong = 0;
  for (const { pieces, gold } of samples) {
    step++;
    const found = gradientOf(pieces, gold, model, weights);
    loss += found.loss;
    if (!found.right) wrong++;
    const size = STEP * (1 - (1 - LAST_STEP) * (step / steps));
    for (const name of names) {
      const slope = Math.max(-5, Math.min(5, found.gradient[name])) + PULL * (weights[name] - INITIAL[name]);
      mean[name] = 0.9 * mean[name] + 0.1 * slope;
      square[name] = 0.998 * square[name] + 0.002 * slope * slope;
      const scale = Math.sqrt(square[name] / (1 - 0.998 ** step)) + 0.01;
      weights[name] -= (size * (mean[name] / (1 - 0.9 ** step))) / scale;
    }
  }
  console.error(`epoch ${epoch + 1}: loss ${(loss / samples.length).toFixed(4)}, ${wrong} of ${samples.length} pages not right`);
}
const learned = Object.fromEntries(names.map((name) => [name, Math.round(weights[name] * 1000) / 1000])) as Vector;

/** Margins and whether the link was right, by kind, on pages not trained on. */
const margins: Record<'near' | 'far' | 'move', [number, boolean][]> = { near: [], far: [], move: [] };
for (let page = 0; page < CALIBRATION_PAGES; page++) {
  const { pieces, gold } = sample(2_000_000 + page);
  const arrangement = arrange(pieces, model, learned);
  const right = new Set(truthOf(gold, arrangement.problem.nodes).links.map(({ from, to, kind }) => `${from.at}>${to.at} ${kind}`));
  for (const { from, to, kind, margin } of arrangement.links.values()) {
    const far = to.at !== from.at + 1;
    if (kind === 'opens' || (kind === 'next' && !far)) continue;
    margins[kind === 'next' ? 'move' : far ? 'far' : 'near'].push([margin, right.has(`${from.at}>${to.at} ${kind}`)]);
  }
}
const confidence = Object.fromEntries(Object.entries(margins).map(([kind, pairs]) => [kind, fitLogistic(pairs)]));
writeFileSync(OUT, `${JSON.stringify({ weights: learned, confidence }, null, 2)}\n`);
console.error(`${OUT} written; ${JSON.stringify(confidence)}`);
