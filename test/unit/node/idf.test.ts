import assert from 'node:assert/strict';
import { shortIdf } from '../../../tools/lib/idf.mjs';

describe('the short list of how rare words are', () => {
  const whole = '的 1.234\n夜校 9.96\n灯 8.04\n渡口 11.5\n船工 12.5\n';
  const lines = shortIdf(whole).split('\n').slice(0, -1).map((line) => line.split(' '));

  it('leaves rare words out and gives them the weight they have in the mean', () => {
    assert.deepEqual(lines.slice(0, -1), [['的', '1.2'], ['夜校', '10'], ['灯', '8']]);
    const mean = lines.reduce((sum, [, idf]) => sum + Number(idf), 0) / lines.length;
    assert.ok(Math.abs(mean - 12) < 0.05, String(mean));
  });

  it('is the whole list where that has no rare words', () => {
    assert.equal(shortIdf('的 1.2\n'), '的 1.2\n');
  });
});
