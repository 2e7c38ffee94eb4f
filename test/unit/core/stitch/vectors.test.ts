import assert from 'node:assert/strict';
import { BigramVectors, DIMENSIONS, Meanings } from '../../../../src/core/stitch/vectors';
import { Topics } from '../../../../src/core/stitch/affinity';
import { normalCodes } from '../../../../src/core/text/normal';
import { vectorBytes } from '../../../../tools/train/modelFile';
import { theModel } from '../support';

const keyOf = (bigram: string): number => (bigram.charCodeAt(0) << 16) | bigram.charCodeAt(1);

/** A vector that points one way. */
const along = (dimension: number, length = 100): number[] => Array.from({ length: DIMENSIONS }, (_, k) => (k === dimension ? length : 0));

const bytesOf = (rows: Readonly<Record<string, readonly number[]>>): Uint8Array => vectorBytes(Object.keys(rows).map(keyOf), Int8Array.from(Object.values(rows).flat()));

/** The vectors of pieces, each many times as long as what is too little to tell. */
const pieces = (...dimensions: readonly number[]): Float64Array => Float64Array.from(dimensions.flatMap((dimension) => along(dimension, 100_000)));

describe('vectors of bigrams', () => {
  const bytes = bytesOf({ 老虎: along(0), 动物: along(1), 芯片: along(2, -7) });

  it('add up to what a text tells of', () => {
    const vectors = new BigramVectors(bytes);
    const keys = Int32Array.from(['芯片', '老虎', '没有', '动物'].map(keyOf));
    const sums = vectors.sums(keys, Int32Array.from([1, 3, 2, 0]), Int32Array.from([2, 0, 2]));
    assert.deepEqual([...sums.subarray(0, 3)], [100, 100, 0]);
    assert.ok(sums.subarray(DIMENSIONS, 2 * DIMENSIONS).every((value) => value === 0));
    assert.deepEqual([...sums.subarray(2 * DIMENSIONS, 2 * DIMENSIONS + 3)], [0, 0, -7]);
  });

  it('add up over a long text', () => {
    const vectors = new BigramVectors(bytesOf({ 老虎: [127, -127, ...along(2, 127).slice(2)] }));
    const sums = vectors.sums(Int32Array.of(keyOf('老虎')), new Int32Array(1000), Int32Array.of(1000));
    assert.deepEqual([...sums.subarray(0, 4)], [127_000, -127_000, 127_000, 0]);
  });

  it('are refused when they are something else, of another kind, or cut short', () => {
    const refused = (other: Uint8Array, why: RegExp): void => {
      assert.throws(() => new BigramVectors(other), (error) => error instanceof RangeError && why.test(error.message));
    };
    refused(new Uint8Array(0), /not bigram vectors/);
    refused(bytes.map((byte, at) => (at === 0 ? byte + 1 : byte)), /not bigram vectors/);
    refused(bytes.map((byte, at) => (at === 4 ? byte + 1 : byte)), /another kind/);
    refused(bytes.subarray(0, bytes.length - 1), /cut short/);
  });

  it('are read the same at an odd address', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const sums = (vectors: BigramVectors): Float64Array => vectors.sums(Int32Array.of(keyOf('动物')), Int32Array.of(0), Int32Array.of(1));
    assert.deepEqual(sums(new BigramVectors(shifted.subarray(1))), sums(new BigramVectors(bytes)));
  });
});

describe('nearness', () => {
  const once = (n: number): Int32Array => new Int32Array(n).fill(1);

  it('is that of the article which tells of the same, against the mean of all', () => {
    const near = new Meanings(pieces(0, 1, 0)).nearness({ chains: [[0], [1]], heads: [-1, -1], runs: once(3) });
    const [first = 0, second = 0] = [near[2], near[3 + 2]];
    assert.ok(first > 0.4 && second < -0.4, `${first} ${second}`);
    assert.ok(Math.abs(first + second) < 1e-9);
  });

  it('of a piece to its own article counts only what stands before it there', () => {
    const near = new Meanings(pieces(0, 1, 0)).nearness({ chains: [[0, 1, 2]], heads: [-1], runs: once(3) });
    assert.deepEqual([...near], [0, 0, 0], 'one article is its own mean');
    const two = new Meanings(pieces(0, 0, 1)).nearness({ chains: [[0, 1], [2]], heads: [-1, -1], runs: once(3) });
    assert.equal(two[0], two[3], 'nothing stands before the first piece');
    assert.ok((two[1] ?? 0) > 0.4);
  });

  it('of a piece is that of its run', () => {
    const vectors = pieces(0, 1, 2, 0, 0);
    const alone = new Meanings(vectors).nearness({ chains: [[0], [1], [2, 3, 4]], heads: [-1, -1, -1], runs: once(5) });
    const together = new Meanings(vectors).nearness({ chains: [[0], [1], [2, 3, 4]], heads: [-1, -1, -1], runs: Int32Array.of(1, 1, 3, 2, 1) });
    assert.equal(alone[2], alone[5 + 2]);
    assert.ok((together[2] ?? 0) > (together[5 + 2] ?? 0), 'what stands behind it tells of the first article');
  });

  it('makes little of little text', () => {
    const vectors = Float64Array.from([...along(0, 100_000), ...along(1, 100_000), ...along(0, 6)]);
    const near = new Meanings(vectors).nearness({ chains: [[0], [1]], heads: [-1, -1], runs: once(3) });
    assert.ok((near[2] ?? 0) > 0 && (near[2] ?? 0) < 0.1);
  });

  it('is not asked on a page of a thousand articles', () => {
    const n = 1100;
    const near = new Meanings(pieces(...Array<number>(n).fill(0))).nearness({ chains: Array.from({ length: n }, (_, at) => [at]), heads: Array<number>(n).fill(-1), runs: once(n) });
    assert.ok(near.every((value) => value === 0));
  });
});

describe('the committed vectors', () => {
  it('know texts of one subject that share no word', () => {
    const texts = ['小麦进入灌浆期，种粮大户忙着给麦田浇水施肥。', '县医院的医生为患者做了手术，病人恢复良好。', '今年粮食作物长势良好，农机手正在抢收。', '疫苗接种点开到社区，居民看病方便多了。'].map((text) => normalCodes(text));
    const { near } = new Topics(texts, theModel()).fits({ chains: [[0], [1]], heads: [-1, -1], runs: new Int32Array(4).fill(1) });
    assert.ok((near[2] ?? 0) > 0.1, 'the harvest is no illness');
    assert.ok((near[3] ?? 0) < -0.03, 'the vaccine is no field');
  });
});
