/**
 * Trains the seam model: node tools/run.mjs tools/train/ngrams.ts [CORPUS.jsonl] [OUT]
 * Counts n-grams of the corpus's normalised text and of the articles written for this project (tools/papers/counted), keeps the most frequent that fit into the table beside the words of
 * nodejieba's dictionary, fits the interpolation weights on held-out articles and writes the file
 * that `src/core/stitch/ngram.ts` reads. The corpus stays outside the repository; only its counts go in.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EDGE, TITLE_EDGE } from '../../src/core/text/normal';
import { NgramModel, NGRAM_SEED, ORDER, WEIGHTS_PER_ORDER, WORD_SEED, mix, weightBucket } from '../../src/core/stitch/ngram';
import { joinParts, NO_ENCODER, vectorBytes, writeParts } from './modelFile';
import { heldOutStream, readRows, trainingStream } from './stream';
import { StaticTable } from './table';

const corpus = process.argv[2] ?? '../shared/corpora/train.jsonl';
const out = process.argv[3] ?? 'src/core/stitch/model/seam.ngram';
const DICTIONARY = path.join(path.dirname(createRequire(import.meta.url).resolve('nodejieba/package.json')), 'submodules/cppjieba/dict/jieba.dict.utf8');
const BUCKETS = Number(process.env['BUCKETS'] ?? 230_000);
const FILL = 0.955;
const LEAST_FREQUENCY = 5;
const MINIMUM = (process.env['MINIMUM'] ?? '1,5,7,20,90').split(',').map(Number);

const rows = readRows(corpus);
console.error(`${rows.length} articles`);
const training = trainingStream(rows);
const heldOut = heldOutStream(rows);
console.error(`${training.length} characters to count, ${heldOut.length} held out`);

/** Sorts keys and gives the distinct ones with their counts, the frequent ones only. */
function tally(keys: Float64Array, minimum: number): { keys: number[]; counts: number[] } {
  keys.sort();
  const result = { keys: [] as number[], counts: [] as number[] };
  for (let i = 0; i < keys.length; ) {
    const key = keys[i]!;
    let j = i + 1;
    while (keys[j] === key) j++;
    if (j - i >= minimum && key >= 0) {
      result.keys.push(key);
      result.counts.push(j - i);
    }
    i = j;
  }
  return result;
}

const ids = new Map<number, number>();
const codeOf: number[] = [];
const seq = Int32Array.from(training, (code) => {
  let id = ids.get(code);
  if (id === undefined) {
    id = codeOf.length;
    ids.set(code, id);
    codeOf.push(code);
  }
  return id;
});
const edges = new Set([ids.get(EDGE)!, ids.get(TITLE_EDGE)!]);
const BASE = 8192;
if (codeOf.length > BASE) throw new Error(`${codeOf.length} different characters are more than ${BASE}`);

function find(sorted: readonly number[], key: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const value = sorted[mid]!;
    if (value === key) return mid;
    if (value < key) low = mid + 1;
    else high = mid - 1;
  }
  return -1;
}

interface Entry {
  readonly hash: number;
  readonly count: number;
}
const entries: Entry[] = [];
let previous: number[] = [];
let history: number[][] = [];
/** rank[i]: place of the (n-1)-gram that starts at i among those kept, or -1. */
let rank = Int32Array.from(seq, (id) => id);
for (let n = 1; n <= ORDER; n++) {
  const last = seq.length - n + 1;
  const keys = new Float64Array(last);
  for (let i = 0; i < last; i++) {
    const prefix = n === 1 ? 0 : rank[i]!;
    const inner = n > 2 && edges.has(seq[i + n - 2]!); // an edge may only be the first or the last
    keys[i] = prefix < 0 || inner ? -1 : prefix * BASE + seq[i + n - 1]!;
  }
  const at = keys.slice();
  const kept = tally(keys, MINIMUM[n - 1] ?? 5);
  // The characters of each kept n-gram, for its hash.
  const grams: number[][] = [];
  for (let k = 0; k < kept.keys.length; k++) {
    const key = kept.keys[k]!;
    const head = Math.floor(key / BASE);
    const gram = [...(n === 1 ? [] : history[head]!), codeOf[key % BASE]!];
    grams.push(gram);
    let hash = NGRAM_SEED;
    for (let i = gram.length - 1; i >= 0; i--) hash = mix(hash, gram[i]!);
    entries.push({ hash, count: kept.counts[k]! });
  }
  console.error(`${n}-grams seen ${MINIMUM[n - 1]} times or more: ${kept.keys.length}`);
  previous = kept.keys;
  history = grams;
  const next = new Int32Array(seq.length).fill(-1);
  for (let i = 0; i < last; i++) next[i] = at[i]! < 0 ? -1 : find(previous, at[i]!);
  rank = next;
}

/** The words of nodejieba's dictionary that a seam can tear, two to five characters, with their frequencies; and the sum of all frequencies. */
function dictionary(): { words: [word: string, frequency: number][]; total: number } {
  const words: [string, number][] = [];
  let total = 0;
  for (const line of readFileSync(DICTIONARY, 'utf8').split('\n')) {
    const [word = '', printed] = line.split(' ');
    const frequency = Number(printed);
    if (!(frequency > 0)) continue;
    total += frequency;
    // Words seldom met are left out: the file stays small, and no page misses them.
    if (frequency >= LEAST_FREQUENCY && /^[\u4e00-\u9fff]{2,5}$/u.test(word)) words.push([word, frequency]);
  }
  return { words, total };
}
const { words, total: dictionaryTotal } = dictionary();
for (const [word, frequency] of words) {
  let hash = WORD_SEED;
  for (let i = word.length - 1; i >= 0; i--) hash = mix(hash, word.charCodeAt(i));
  entries.push({ hash, count: frequency });
}
console.error(`${words.length} words; ${entries.length} entries for ${BUCKETS * 4} slots`);
if (entries.length > BUCKETS * 4 * FILL) throw new Error('more entries than the table holds: raise MINIMUM');

const table = new StaticTable(BUCKETS);
for (const { hash, count } of entries) table.insert(hash, count);

/** The model with these weights, without vectors and encoder: nobody asks it for any here. */
const modelOf = (weights: Float32Array): NgramModel => new NgramModel(joinParts({ ngrams: table.file(training.length, dictionaryTotal, weights), vectors: vectorBytes([], new Int8Array(0)), encoder: NO_ENCODER }));

/** Fits the weights of one order after another by expectation maximisation on the held-out text. */
function fitWeights(): Float32Array {
  const weights = new Float32Array((ORDER - 1) * WEIGHTS_PER_ORDER).fill(0.5);
  for (let round = 0; round < 8; round++) {
    const model = modelOf(weights);
    const used = new Float64Array(weights.length);
    const total = new Float64Array(weights.length);
    for (let at = 1; at < heldOut.length; at++) {
        const from = heldOut.lastIndexOf(EDGE, at - 1);
      let together = model.count(heldOut, at, at + 1);
      let probability = (together + 0.5) / model.size;
      for (let order = 2; order <= ORDER && at - order + 1 >= from; order++) {
        const seen = model.count(heldOut, at - order + 1, at);
        if (seen === 0) break;
        if (together > 0) together = Math.min(model.count(heldOut, at - order + 1, at + 1), seen, together);
        const place = (order - 2) * WEIGHTS_PER_ORDER + weightBucket(seen);
        const weight = weights[place]!;
        const high = weight * (together / seen);
        const low = (1 - weight) * probability;
        used[place] = used[place]! + high / (high + low);
        total[place] = total[place]! + 1;
        probability = high + low;
      }
    }
    for (let i = 0; i < weights.length; i++) {
      if (total[i]! > 20) weights[i] = Math.min(0.98, Math.max(0.02, used[i]! / total[i]!));
    }
  }
  return weights;
}
const weights = fitWeights();
const ngrams = table.file(training.length, dictionaryTotal, weights);
writeParts(out, { ngrams });
const model = modelOf(weights);
let bits = 0;
let scored = 0;
for (let at = 1; at < heldOut.length; at++) {
  const from = Math.max(heldOut.lastIndexOf(EDGE, at - 1), at - ORDER + 1);
  bits -= model.logProbability(heldOut, at, from) / Math.LN2;
  scored++;
}
console.error(`${path.basename(out)}: ${ngrams.length} bytes of n-grams, ${(bits / scored).toFixed(3)} bits a character on held-out text`);
