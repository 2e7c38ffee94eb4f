/**
 * Learns the dual encoder of seams: node tools/run.mjs tools/train/encoder.ts [CORPUS.jsonl] [OUT]
 * Takes the commonest characters and bigrams of what the n-gram model counts (`stream.ts`), and turns their rows until each of many seams finds its other side
 * among all of them (`dual.ts`). Writes them into the model file behind the n-grams and the vectors, for `src/core/stitch/dualEncoder.ts`. The corpus stays outside
 * the repository; only figures go in.
 */
import { ENCODED, rowsOf, SIGHT, TABLE_AT, TABLES } from '../../src/core/stitch/dualEncoder';
import { isFinal } from '../../src/core/text/characters';
import { EDGE, TITLE_EDGE } from '../../src/core/text/normal';
import { seeded } from '../eval/random';
import { learnPairs, type Pairing } from './dual';
import { encoderBytes, writeParts } from './modelFile';
import { readRows, trainingStream } from './stream';

const corpus = process.argv[2] ?? '../shared/corpora/train.jsonl';
const out = process.argv[3] ?? 'src/core/stitch/model/seam.ngram';
const CHARACTERS = Number(process.env['CHARACTERS'] ?? 2000);
const BIGRAMS = Number(process.env['BIGRAMS'] ?? 10_000);
const STEPS = Number(process.env['STEPS'] ?? 40_000);
/** Seams of each kind in a step: inside a clause, behind a full sentence inside a paragraph, at a paragraph's beginning, at a headline's, at a headline's end. */
const BATCH = { inside: 226, behindSentence: 10, paragraph: 12, headline: 4, headlineEnd: 4 };
/** This share of all figures is told in so many steps up and down; the rest are cut off at their ends. */
const FITTING = 0.9995;
const LARGEST = 31;

const codes = Int32Array.from(trainingStream(readRows(corpus)));
const isEdge = (code: number | undefined): boolean => code === EDGE || code === TITLE_EDGE || code === undefined;

/** The commonest of what is counted, the first with number 1; the rest have number 0. */
function commonest(counts: ReadonlyMap<number, number>, most: number): Map<number, number> {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most - 1);
  return new Map(sorted.map(([key], i) => [key, i + 1]));
}

const singles = new Map<number, number>();
const pairs = new Map<number, number>();
for (let at = 0; at < codes.length; at++) {
  const code = codes[at]!;
  if (isEdge(code)) continue;
  singles.set(code, (singles.get(code) ?? 0) + 1);
  const next = codes[at + 1];
  if (!isEdge(next)) pairs.set((code << 16) | next!, (pairs.get((code << 16) | next!) ?? 0) + 1);
}
const characters = commonest(singles, CHARACTERS);
const bigrams = commonest(pairs, BIGRAMS);
const size = rowsOf(CHARACTERS, BIGRAMS);
console.error(`${codes.length} characters, ${singles.size} different ones, ${pairs.size} bigrams; ${size} rows of ${ENCODED} on each side`);

/** Signs that no column begins with. */
const NEVER_FIRST = new Set(Array.from('。！？”’，；：、）》…', (sign) => sign.charCodeAt(0)));
const inside: number[] = [];
const behindSentence: number[] = [];
const paragraph: number[] = [];
const headline: number[] = [];
const headlineEnd: number[] = [];
for (let at = 1; at < codes.length; at++) {
  const before = codes[at - 1]!;
  const code = codes[at]!;
  if (code === TITLE_EDGE && !isEdge(before)) headlineEnd.push(at);
  else if (isEdge(code) || NEVER_FIRST.has(code)) continue;
  else if (before === EDGE) paragraph.push(at);
  else if (before === TITLE_EDGE) headline.push(at);
  else if (isFinal(String.fromCharCode(before))) behindSentence.push(at);
  else inside.push(at);
}
console.error(`${inside.length} seams inside clauses, ${behindSentence.length} behind sentences, ${paragraph.length} beginnings of paragraphs, ${headline.length} of headlines`);

const bigramRow = (first: number, second: number): number => TABLES * CHARACTERS + (bigrams.get((first << 16) | second) ?? 0);
const edgeRow = (code: number): number => TABLES * CHARACTERS + BIGRAMS + (code === TITLE_EDGE ? 1 : 0);
/** Rows on each side of a seam. */
const WIDTH = SIGHT + 1;

/** Writes the rows of one side of a seam, from the seam outwards as far as its paragraph goes; an edge right at the seam is all there is. */
function writeRows(rows: Int32Array, at: number, from: number, step: 1 | -1): void {
  rows.fill(-1, at, at + WIDTH);
  const first = codes[from];
  if (isEdge(first)) {
    rows[at] = edgeRow(first ?? EDGE);
    return;
  }
  for (let place = 0, code = first; place < SIGHT && !isEdge(code); code = codes[from + ++place * step]) rows[at + place] = TABLE_AT[place]! * CHARACTERS + (characters.get(code!) ?? 0);
  const second = codes[from + step];
  if (!isEdge(second)) rows[at + SIGHT] = step === 1 ? bigramRow(first!, second!) : bigramRow(second!, first!);
}

const random = seeded(1);
const KINDS = [inside, behindSentence, paragraph, headline, headlineEnd].map((places, kind) => ({ places, count: Object.values(BATCH)[kind]!, alike: kind < 2 ? 0 : kind }));
const batch = KINDS.reduce((sum, { count }) => sum + count, 0);

/** Seams drawn by chance. */
function draw(into: Pairing): void {
  let at = 0;
  for (const { places, count, alike } of KINDS) {
    for (let i = 0; i < count; i++, at++) {
      const place = places[random.whole(0, places.length - 1)]!;
      writeRows(into.left, at * WIDTH, place - 1, -1);
      writeRows(into.right, at * WIDTH, place, 1);
      into.alike[at] = alike;
    }
  }
}

const before = new Float32Array(size * ENCODED).map(() => random.between(-0.08, 0.08));
const behind = new Float32Array(size * ENCODED).map(() => random.between(-0.08, 0.08));
learnPairs({ before, behind, dimensions: ENCODED, width: WIDTH, batch, steps: STEPS, draw, say: console.error });

/** The figures of one side in whole steps, and what one step is worth. */
function inSteps(vectors: Float32Array): { steps: Int8Array; unit: number } {
  const sizes = vectors.map(Math.abs).sort();
  const unit = sizes[Math.floor((sizes.length - 1) * FITTING)]! / LARGEST;
  return { steps: Int8Array.from(vectors, (value) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / unit)))), unit };
}
const left = inSteps(before);
const right = inSteps(behind);
const bytes = encoderBytes([...characters.keys()], [...bigrams.keys()], left.steps, right.steps, left.unit * right.unit);
writeParts(out, { encoder: bytes });
console.error(`${out}: ${bytes.length} bytes of the dual encoder`);
