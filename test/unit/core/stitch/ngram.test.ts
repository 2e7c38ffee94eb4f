import assert from 'node:assert/strict';
import { createEngine } from '../../../../src/core/index';
import { HEADER_BYTES, MAGIC, NgramModel, ngramBytes, ORDER, placesOf, SLOTS, stepOf, VERSION, weightBucket, WEIGHTS_PER_ORDER, NGRAM_SEED, mix } from '../../../../src/core/stitch/ngram';
import { vectorsBytes } from '../../../../src/core/stitch/vectors';
import { normalCodes } from '../../../../src/core/text/normal';
import { modelBytes, theModel } from '../support';

const header = HEADER_BYTES + (ORDER - 1) * WEIGHTS_PER_ORDER * 4;

/** A copy of the model's bytes, changed. */
function changed(change: (view: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(modelBytes());
  change(new DataView(copy.buffer));
  return copy;
}

describe('model file', () => {
  it('has the header it says', () => {
    const view = new DataView(Uint8Array.from(modelBytes()).buffer);
    assert.equal(view.getUint32(0, true), MAGIC);
    assert.equal(view.getUint16(4, true), VERSION);
    assert.equal(view.getUint16(6, true), ORDER);
    assert.equal(ngramBytes(modelBytes()), header + view.getUint32(8, true) * SLOTS * 2);
    assert.equal(theModel().size, view.getUint32(12, true));
    assert.equal(theModel().words, view.getUint32(16, true));
    assert.ok(theModel().words > 0);
  });

  it('has 2 MB of n-grams at most, half a megabyte of vectors, and 2 MB of the dual encoder: every host reads it whole when it starts', () => {
    const ngrams = ngramBytes(modelBytes());
    const vectors = vectorsBytes(modelBytes().subarray(ngrams));
    assert.ok(ngrams <= 2_000_000);
    assert.ok(vectors <= 500_000);
    assert.ok(modelBytes().byteLength - ngrams - vectors <= 2_000_000);
  });

  it('is refused when it is another file, another version, or cut short', () => {
    const refused = (bytes: Uint8Array, why: RegExp): void => {
      assert.throws(() => new NgramModel(bytes), (error) => error instanceof RangeError && why.test(error.message));
      assert.throws(() => createEngine(bytes), RangeError);
    };
    refused(new Uint8Array(0), /not a seam model/);
    refused(modelBytes().subarray(0, header - 1), /not a seam model/);
    refused(changed((view) => view.setUint32(0, 0x12345678, true)), /not a seam model/);
    refused(changed((view) => view.setUint16(4, VERSION + 1, true)), /another version/);
    refused(changed((view) => view.setUint16(6, ORDER + 1, true)), /another version/);
    refused(modelBytes().subarray(0, modelBytes().byteLength - 1), /cut short/);
    refused(modelBytes().subarray(0, header), /cut short/);
    refused(modelBytes().subarray(0, ngramBytes(modelBytes())), /not bigram vectors/);
    refused(modelBytes().subarray(0, ngramBytes(modelBytes()) + vectorsBytes(modelBytes().subarray(ngramBytes(modelBytes())))), /not a dual encoder/);
  });

  it('is read the same at an odd address', () => {
    const shifted = new Uint8Array(modelBytes().byteLength + 1);
    shifted.set(modelBytes(), 1);
    const model = new NgramModel(shifted.subarray(1));
    const codes = normalCodes('记者从会上了解到');
    for (let at = 0; at < codes.length; at++) assert.equal(model.logProbability(codes, at, 0), theModel().logProbability(codes, at, 0));
  });

  it('does not change when its bytes are changed after it was made', () => {
    const bytes = Uint8Array.from(modelBytes());
    const model = new NgramModel(bytes);
    bytes.fill(0xff);
    const codes = normalCodes('记者');
    assert.equal(model.count(codes, 0, 2), theModel().count(codes, 0, 2));
  });
});

describe('model', () => {
  const count = (text: string): number => theModel().count(normalCodes(text), 0, text.length);

  it('counts what is frequent in newspapers, and not what never stands together', () => {
    assert.ok(count('的') > count('记者'));
    assert.ok(count('记者') > 100);
    assert.equal(count('饕蝌'), 0);
  });

  it('knows words apart from n-grams', () => {
    const codes = normalCodes('记者');
    assert.ok(theModel().wordCount(codes, 0, 2) > 10);
    assert.equal(theModel().wordCount(normalCodes('者从'), 0, 2), 0);
  });

  it('finds a continuation more probable behind its beginning than elsewhere, and never impossible', () => {
    const model = theModel();
    const codes = normalCodes('突发事件');
    assert.ok(model.logProbability(codes, 3, 0) > model.logProbability(codes, 3, 3));
    assert.ok(Number.isFinite(model.logProbability([0xd800, 0xdc00, 0], 2, 0)));
    assert.ok(Number.isFinite(model.logProbability([], 0, 0)));
  });

  it('answers many questions at once as one by one', () => {
    const model = theModel();
    const codes = normalCodes('突发事件一到傍晚就亮起灯来听课的有木匠');
    const hashes = Int32Array.from({ length: 150 }, (_, i) => {
      const at = i % (codes.length - 1);
      return i % 3 === 0 ? i * 7919 : mix(mix(NGRAM_SEED, codes[at + 1] ?? 0), codes[at] ?? 0);
    });
    const steps = new Uint8Array(hashes.length);
    model.steps(hashes, 140, steps);
    assert.deepEqual([...steps], [...hashes].map((hash, i) => (i < 140 ? model.step(hash) : 0)));
    assert.ok(steps.some((step) => step > 0));
  });

  it('stores counts in steps that fit their bits', () => {
    assert.equal(stepOf(0), 1);
    assert.equal(stepOf(1), 1);
    assert.equal(stepOf(2), 4);
    assert.equal(stepOf(1e12), 63);
    assert.equal(weightBucket(0), 0);
    assert.equal(weightBucket(1), 1);
    assert.equal(weightBucket(1e12), WEIGHTS_PER_ORDER - 1);
  });

  it('places keys inside its table', () => {
    for (const hash of [0, 1, -1, 0x7fffffff, -0x80000000]) {
      const { first, second, print } = placesOf(hash, 97);
      for (const place of [first, second]) assert.ok(place >= 0 && place < 97);
      assert.ok(print >= 0 && print < 1024);
    }
  });
});
