import assert from 'node:assert/strict';
import { mix, NGRAM_SEED } from '../../../../src/core/stitch/ngram';
import { across, acrossEdge, readAcross } from '../../../../src/core/stitch/crossing';
import { readHead, readHeads, readTail, readTails, REACH } from '../../../../src/core/stitch/reading';
import { EDGE, normalCodes } from '../../../../src/core/text/normal';
import { theModel } from '../support';

const TEXT = normalCodes('入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。夜校每周开三个晚上的课。');

/**
 * What {@link across} is by definition: the sum of what each character gains by the context before the seam. Every n-gram is asked
 * for by itself, but for those of which a shorter one was never seen: the table would only give a false match.
 */
function byDefinition(tail: readonly number[], head: readonly number[]): number {
  const model = theModel();
  const codes = [...tail.slice(-REACH), ...head.slice(0, REACH)];
  const seam = Math.min(tail.length, REACH);
  const known = new Map<string, number>();
  const step = (from: number, at: number): number => {
    const key = `${String(from)}-${String(at)}`;
    let found = known.get(key);
    if (found === undefined) {
      // Before the seam only the shorter one to the right is asked for first.
      const shorter = from === at || (step(from + 1, at) > 0 && (at < seam || step(from, at - 1) > 0));
      let hash = NGRAM_SEED;
      for (let i = at; i >= from; i--) hash = mix(hash, codes[i] ?? 0);
      known.set(key, (found = shorter ? model.step(hash) : 0));
    }
    return found;
  };
  const logProbability = (at: number, least: number): number => {
    let together = step(at, at);
    let probability = model.alone(together);
    for (let from = at - 1; from >= Math.max(least, at - REACH); from--) {
      const context = step(from, at - 1);
      if (context === 0) break;
      together = Math.min(together, context, step(from, at));
      probability = model.interpolate(at - from + 1, context, together, probability);
    }
    return Math.log(probability);
  };
  let sum = 0;
  for (let at = seam; at < codes.length; at++) sum += logProbability(at, 0) - logProbability(at, seam);
  return sum;
}

describe('reading across a seam', () => {
  it('is the mutual information of the two sides, whatever was asked before', () => {
    const model = theModel();
    const heads = [0, 5, 9, 20, 33].map((at) => TEXT.slice(at));
    const readings = heads.map((head) => readHead(head, model));
    for (let end = 1; end < TEXT.length; end++) {
      const tail = TEXT.slice(0, end);
      const reading = readTail(tail, model);
      heads.forEach((head, i) => {
        const [found, wanted] = [across(reading, readings[i]!, model), byDefinition(tail, head)];
        assert.ok(Math.abs(found - wanted) < 1e-9, `${String(found)} for ${String(wanted)} behind ${String(end)}`);
      });
    }
  });

  it('is the same when the model is asked about many pieces together', () => {
    const model = theModel();
    const heads = [[], ...[0, 5, 9, 20, 33].map((at) => TEXT.slice(at)), normalCodes('校')];
    const tails = [[], ...[3, 8, 14, 27].map((end) => TEXT.slice(0, end)), normalCodes('夜')];
    const together = readHeads(heads, model);
    for (const [i, tail] of readTails(tails, model).entries()) {
      readAcross(tail, together, model);
      const found = together.map((head) => across(tail, head, model));
      assert.deepEqual(found, heads.map((head) => across(readTail(tails[i] ?? [], model), readHead(head, model), model)));
    }
  });

  it('is the same when many pieces are asked about before one edge', () => {
    const model = theModel();
    const tails = [[], ...[1, 2, 8, 14, 20, 27].map((end) => TEXT.slice(0, end)), normalCodes('夜'), [0xd800, 0xdc00]];
    const wanted = tails.map((tail) => across(readTail(tail, model), readHead([EDGE], model), model));
    assert.deepEqual(acrossEdge(readTails(tails, model), readHead([EDGE], model), model), wanted);
  });

  it('does with sides shorter than it can see, and with none', () => {
    const model = theModel();
    const [a, b] = [normalCodes('夜'), normalCodes('校')];
    assert.ok(Math.abs(across(readTail(a, model), readHead(b, model), model) - byDefinition(a, b)) < 1e-9);
    assert.equal(across(readTail([], model), readHead(b, model), model), 0);
    assert.equal(across(readTail(a, model), readHead([], model), model), 0);
  });

  it('is finite for what was never seen', () => {
    const model = theModel();
    assert.ok(Number.isFinite(across(readTail([0xd800, 0xdc00], model), readHead([0xdbff, 0x4e00], model), model)));
  });
});
