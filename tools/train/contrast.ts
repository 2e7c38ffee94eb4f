import type { Random } from '../eval/random';

/** A text as the rows of its bigrams and how many of its paragraphs have each. */
interface Bag {
  readonly rows: number[];
  readonly counts: number[];
}

/** Articles that are told from each other in one step. */
const BATCH = 64;
/** How much a cosine counts, in log-odds. */
const SHARPNESS = 12;
/** First step of a vector, and what part of it is left in the end. */
const STEP = 0.05;
const LAST_STEP = 0.05;
/** Bigrams that are left out by chance, so that no single word decides. */
const DROPPED = 0.3;
/** Texts of which all that both halves have is left out of one: what they share word by word is other evidence. */
const STRIPPED = 0.5;
/** Paragraphs of the longest part that is looked for. */
const LONGEST_PART = 5;

/**
 * Turns the vectors of bigrams so that parts of one article point the same way and those of different articles do not: of a batch of
 * articles a part of each is to find the rest of its own (a softmax over cosines, both ways: van den Oord et al. 2018), by Adagrad with one
 * step size for each vector (Duchi et al. 2011).
 * @param vectors `rows × dimensions`, changed in place
 * @param articles paragraph by paragraph the rows of the bigrams, each once
 */
export function contrast(vectors: Float32Array, dimensions: number, articles: readonly (readonly Int32Array[])[], epochs: number, random: Random, say: (line: string) => void): void {
  const usable = articles.filter(({ length }) => length >= 2);
  const steps = Math.floor(usable.length / BATCH) * epochs;
  const turned = new Float64Array(vectors.length / dimensions);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = random.shuffle(usable);
    let loss = 0;
    for (let at = 0; at + BATCH <= order.length; at += BATCH) {
      const size = STEP * (1 - (1 - LAST_STEP) * (step++ / steps));
      const pairs = order.slice(at, at + BATCH).map((article) => divide(article, random));
      const parts = pairs.map(([part]) => new Side(part, vectors, dimensions));
      const rests = pairs.map(([, rest]) => new Side(rest, vectors, dimensions));
      loss += slopes(parts, rests) + slopes(rests, parts);
      for (const side of [...parts, ...rests]) side.turn(vectors, turned, size);
    }
    say(`epoch ${epoch + 1}: loss ${(loss / (2 * BATCH * Math.floor(order.length / BATCH))).toFixed(3)}`);
  }
}

/** A run of paragraphs of an article, and the rest of it. */
function divide(article: readonly Int32Array[], random: Random): [part: Bag, rest: Bag] {
  const length = random.whole(1, Math.min(LONGEST_PART, article.length - 1));
  const from = random.whole(0, article.length - length);
  const part = bagOf(article.slice(from, from + length), random);
  const without = random.chance(STRIPPED) ? new Set(part.rows) : undefined;
  return [part, bagOf([...article.slice(0, from), ...article.slice(from + length)], random, without)];
}

function bagOf(paragraphs: readonly Int32Array[], random: Random, without?: ReadonlySet<number>): Bag {
  const counts = new Map<number, number>();
  for (const paragraph of paragraphs) for (const row of paragraph) counts.set(row, (counts.get(row) ?? 0) + 1);
  const kept = [...counts].filter(([row]) => !random.chance(DROPPED) && without?.has(row) !== true);
  return { rows: kept.map(([row]) => row), counts: kept.map(([, count]) => count) };
}

/** One text of a batch: its direction, and which way that should turn. */
class Side {
  readonly direction: Float64Array;
  readonly slope: Float64Array;
  private readonly length: number;

  constructor(
    private readonly bag: Bag,
    vectors: Float32Array,
    dimensions: number,
  ) {
    const sum = new Float64Array(dimensions);
    bag.rows.forEach((row, i) => {
      for (let k = 0; k < dimensions; k++) sum[k] = sum[k]! + bag.counts[i]! * vectors[row * dimensions + k]!;
    });
    this.length = Math.sqrt(product(sum, sum)) + 1e-6;
    this.direction = sum.map((value) => value / this.length);
    this.slope = new Float64Array(dimensions);
  }

  /** Turns the vectors of its bigrams against the slope. */
  turn(vectors: Float32Array, turned: Float64Array, size: number): void {
    const { bag, direction, slope, length } = this;
    const along = product(slope, direction);
    const change = slope.map((value, k) => (value - along * direction[k]!) / length);
    const square = product(change, change) / change.length;
    bag.rows.forEach((row, i) => {
      const count = bag.counts[i]!;
      const sum = turned[row]! + count * count * square;
      turned[row] = sum;
      const scale = (size * count) / Math.sqrt(sum + 1e-8);
      for (let k = 0, at = row * change.length; k < change.length; k++, at++) vectors[at] = vectors[at]! - scale * change[k]!;
    });
  }
}

/** Adds to the slopes of both sides what each of one says about all of the other; gives the loss. */
function slopes(seeking: readonly Side[], sought: readonly Side[]): number {
  let loss = 0;
  seeking.forEach((side, own) => {
    const scores = sought.map(({ direction }) => SHARPNESS * product(side.direction, direction));
    const most = Math.max(...scores);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
    loss += Math.log(total) + most - scores[own]!;
    scores.forEach((score, other) => {
      const wrong = (Math.exp(score - most) / total - (other === own ? 1 : 0)) * (SHARPNESS / 2);
      const { direction, slope } = sought[other]!;
      for (let k = 0; k < slope.length; k++) {
        side.slope[k] = side.slope[k]! + wrong * direction[k]!;
        slope[k] = slope[k]! + wrong * side.direction[k]!;
      }
    });
  });
  return loss;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
