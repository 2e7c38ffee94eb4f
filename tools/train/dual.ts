/** Seams of one step: row by row of each side what it is made of, -1 for nothing. */
export interface Pairing {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Seams with the same number, but 0, are alike: each one's other side is right for all of them. */
  readonly alike: Int32Array;
}

/** What is learned, and from what. */
export interface Lesson {
  /** The rows of both sides, `rows × dimensions`; changed in place. */
  readonly before: Float32Array;
  readonly behind: Float32Array;
  readonly dimensions: number;
  /** Rows on each side of a seam at most, and seams in a step. */
  readonly width: number;
  readonly batch: number;
  readonly steps: number;
  readonly draw: (into: Pairing) => void;
  readonly say: (line: string) => void;
}

/** First step of a row, and what part of it is left in the end. */
const STEP = 0.15;
const LAST_STEP = 0.5;
/** What Adagrad begins with, so that the first steps are no leaps. */
const CALM = 1e-3;

/**
 * Turns the rows of both sides so that of many seams each side finds its own other one: a softmax over the products of all, both ways (van den
 * Oord et al. 2018), by Adagrad with one step size for each row (Duchi et al. 2011).
 */
export function learnPairs({ before, behind, dimensions, width, batch, steps, draw, say }: Lesson): void {
  const pairing: Pairing = { left: new Int32Array(batch * width), right: new Int32Array(batch * width), alike: new Int32Array(batch) };
  const left = new Side(before, pairing.left, dimensions, width, batch);
  const right = new Side(behind, pairing.right, dimensions, width, batch);
  let loss = 0;
  const told = Math.max(1, Math.floor(steps / 10));
  for (let step = 0; step < steps; step++) {
    draw(pairing);
    left.read();
    right.read();
    loss += slopes(left, right, pairing.alike, batch, dimensions);
    const size = STEP * (1 - (1 - LAST_STEP) * (step / steps));
    left.turn(size);
    right.turn(size);
    if ((step + 1) % told === 0) {
      say(`${step + 1} steps: loss ${(loss / told).toFixed(3)}`);
      loss = 0;
    }
  }
}

/** One side of all seams of a step. */
class Side {
  /** The sum of each one's rows, and which way it should turn. */
  readonly sums: Float64Array;
  readonly slope: Float64Array;
  private readonly turned: Float64Array;

  constructor(
    private readonly vectors: Float32Array,
    private readonly rows: Int32Array,
    private readonly dimensions: number,
    private readonly width: number,
    private readonly batch: number,
  ) {
    this.sums = new Float64Array(batch * dimensions);
    this.slope = new Float64Array(batch * dimensions);
    this.turned = new Float64Array(vectors.length / dimensions).fill(CALM);
  }

  read(): void {
    const { sums, vectors, rows, dimensions, width, batch } = this;
    sums.fill(0);
    this.slope.fill(0);
    for (let one = 0; one < batch; one++) {
      const to = one * dimensions;
      for (let at = one * width; at < (one + 1) * width; at++) {
        const row = rows[at]!;
        if (row >= 0) for (let k = 0, from = row * dimensions; k < dimensions; k++) sums[to + k]! += vectors[from + k]!;
      }
    }
  }

  /** Turns the rows against the slope. */
  turn(size: number): void {
    const { slope, vectors, rows, turned, dimensions, width, batch } = this;
    for (let one = 0; one < batch; one++) {
      const from = one * dimensions;
      let square = 0;
      for (let k = 0; k < dimensions; k++) square += slope[from + k]! ** 2;
      for (let at = one * width; at < (one + 1) * width; at++) if (rows[at]! >= 0) turned[rows[at]!]! += square / dimensions;
    }
    for (let one = 0; one < batch; one++) {
      const from = one * dimensions;
      for (let at = one * width; at < (one + 1) * width; at++) {
        const row = rows[at]!;
        if (row < 0) continue;
        const scale = size / Math.sqrt(turned[row]!);
        for (let k = 0, to = row * dimensions; k < dimensions; k++) vectors[to + k]! -= scale * slope[from + k]!;
      }
    }
  }
}

/** Writes the slopes of both sides; gives the loss of a seam. */
function slopes(left: Side, right: Side, alike: Int32Array, batch: number, dimensions: number): number {
  const chance = new Float64Array(batch * batch);
  let most = -Infinity;
  for (let a = 0; a < batch; a++) {
    for (let b = 0; b < batch; b++) {
      let product = 0;
      for (let k = 0, i = a * dimensions, j = b * dimensions; k < dimensions; k++) product += left.sums[i + k]! * right.sums[j + k]!;
      chance[a * batch + b] = product;
      if (product > most) most = product;
    }
  }
  const ofLeft = new Float64Array(batch);
  const ofRight = new Float64Array(batch);
  for (let a = 0, at = 0; a < batch; a++) {
    for (let b = 0; b < batch; b++, at++) {
      const odds = Math.exp(chance[at]! - most) + Number.MIN_VALUE;
      chance[at] = odds;
      ofLeft[a]! += odds;
      ofRight[b]! += odds;
    }
  }
  const many = new Map<number, number>();
  for (const one of alike) many.set(one, (many.get(one) ?? 0) + 1);
  let loss = 0;
  for (let a = 0, at = 0; a < batch; a++) {
    for (let b = 0; b < batch; b++, at++) {
      const odds = chance[at]!;
      if (a === b) loss -= Math.log(odds / ofLeft[a]!) + Math.log(odds / ofRight[b]!);
      const truth = a === b && alike[a] === 0 ? 1 : alike[a] !== 0 && alike[a] === alike[b] ? 1 / many.get(alike[a]!)! : 0;
      const wrong = odds / ofLeft[a]! + odds / ofRight[b]! - 2 * truth;
      if (Math.abs(wrong) < 1e-7) continue;
      for (let k = 0, i = a * dimensions, j = b * dimensions; k < dimensions; k++) {
        left.slope[i + k]! += wrong * right.sums[j + k]!;
        right.slope[j + k]! += wrong * left.sums[i + k]!;
      }
    }
  }
  return loss / (2 * batch);
}
