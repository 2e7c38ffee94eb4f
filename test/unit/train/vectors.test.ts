import assert from 'node:assert/strict';
import { seeded } from '../../../tools/eval/random';
import { contrast } from '../../../tools/train/contrast';
import { leadingSubspace } from '../../../tools/train/subspace';

describe('the subspace of a matrix', () => {
  it('is orthonormal and holds the directions in which rows lie', () => {
    // Rows of two kinds: terms 0 to 2, or terms 3 to 5; nothing has 6.
    const kinds = [[0, 1, 2], [3, 4, 5], [0, 1, 2], [3, 4, 5]];
    const rows = { starts: Int32Array.from([0, 3, 6, 9, 12]), columns: Int32Array.from(kinds.flat()), values: new Float32Array(12).fill(1) };
    const basis = leadingSubspace(rows, 7, 2, seeded(3));
    const column = (at: number): number[] => Array.from({ length: 7 }, (_, term) => basis[term * 2 + at] ?? 0);
    const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
    assert.ok(Math.abs(product(column(0), column(1))) < 1e-5);
    assert.ok(Math.abs(product(column(0), column(0)) - 1) < 1e-5);
    for (const kind of [[0, 1, 2], [3, 4, 5]]) {
      const direction = Array.from({ length: 7 }, (_, term) => (kind.includes(term) ? 1 / Math.sqrt(3) : 0));
      const inside = product(direction, column(0)) ** 2 + product(direction, column(1)) ** 2;
      assert.ok(inside > 0.999, String(inside));
    }
  });
});

describe('contrast', () => {
  const DIMENSIONS = 16;
  const SUBJECTS = 192;
  /** An article of each subject; each has six words of its own, of which a paragraph has three. */
  const articles = (): Int32Array[][] => {
    const random = seeded(5);
    return Array.from({ length: SUBJECTS }, (_, subject) => Array.from({ length: 4 }, () => Int32Array.from(random.shuffle([0, 1, 2, 3, 4, 5]).slice(0, 3), (word) => subject * 6 + word)));
  };
  const start = (): Float32Array => Float32Array.from({ length: SUBJECTS * 6 * DIMENSIONS }, ((random) => () => random.between(-1, 1))(seeded(7)));
  const cosine = (vectors: Float32Array, a: number, b: number): number => {
    const of = (row: number): number[] => [...vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)];
    const product = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
    return product(of(a), of(b)) / Math.sqrt(product(of(a), of(a)) * product(of(b), of(b)));
  };

  it('turns words of one subject together and of others apart', () => {
    const vectors = start();
    const losses: number[] = [];
    contrast(vectors, DIMENSIONS, articles(), 60, seeded(9), (line) => losses.push(Number(/loss ([\d.]+)/u.exec(line)?.[1])));
    assert.ok((losses[losses.length - 1] ?? 9) < (losses[0] ?? 0), losses.join(' '));
    const mean = (apart: number): number => Array.from({ length: SUBJECTS - 1 }, (_, subject) => cosine(vectors, subject * 6, subject * 6 + apart)).reduce((sum, one) => sum + one) / (SUBJECTS - 1);
    assert.ok(mean(5) > 0.2, String(mean(5)));
    assert.ok(Math.abs(mean(6)) < 0.1, String(mean(6)));
  });

  it('gives the same vectors each time', () => {
    const [one, two] = [start(), start()];
    for (const vectors of [one, two]) contrast(vectors, DIMENSIONS, articles(), 2, seeded(9), () => undefined);
    assert.deepEqual(one, two);
  });
});
