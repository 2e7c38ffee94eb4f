import assert from 'node:assert/strict';
import { PackedRows } from '../../../../src/core/stitch/packedRows';

describe('packed rows', () => {
  const WIDTH = 16;
  /** Rows of all that a byte can hold, none like another. */
  const numbers = Int8Array.from({ length: 5 * WIDTH }, (_, at) => ((at * 37) % 256) - 128);
  const rows = new PackedRows(numbers, WIDTH);
  const plain = (which: readonly number[]): number[] => Array.from({ length: WIDTH }, (_, k) => which.reduce((sum, row) => sum + (numbers[row * WIDTH + k] ?? 0), 0));
  const added = (which: readonly number[]): number[] => {
    const sums = new Float64Array(WIDTH);
    rows.addTo(sums, 0, Int32Array.from(which), 0, which.length);
    return [...sums];
  };

  it('add up as numbers do', () => {
    assert.deepEqual(added([]), plain([]));
    assert.deepEqual(added([3]), plain([3]));
    assert.deepEqual(added([0, 4, 1, 1]), plain([0, 4, 1, 1]));
  });

  it('add up however many there are, at either end of what a byte holds', () => {
    const many = Array.from({ length: 1000 }, (_, i) => i % 5);
    assert.deepEqual(added(many), plain(many));
    for (const most of [127, -128]) {
      const sums = new Float64Array(8);
      new PackedRows(new Int8Array(8).fill(most), 8).addTo(sums, 0, new Int32Array(70_000), 0, 70_000);
      assert.deepEqual([...sums], new Array(8).fill(most * 70_000));
    }
  });

  it('are added to what is there, some of those given', () => {
    const sums = new Float64Array(2 * WIDTH).fill(1);
    rows.addTo(sums, WIDTH, Int32Array.of(0, 2, 3, 4), 1, 3);
    assert.deepEqual([...sums.subarray(0, WIDTH)], new Array(WIDTH).fill(1));
    assert.deepEqual([...sums.subarray(WIDTH)], plain([2, 3]).map((value) => value + 1));
  });
});
