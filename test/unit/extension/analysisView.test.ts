import assert from 'node:assert/strict';
import type { Leaf, PlacedLeaf } from '../../../src/core';
import { leafAt, viewOf } from '../../../src/extension/analysis/view';

const leaf: Leaf = { articles: [], furniture: [], findings: [], unmet: [], evidence: {} };
/** Pages of ten characters each. */
const pages = (count: number): PlacedLeaf[] => Array.from({ length: count }, (_, i) => ({ leaf, offset: 10 * i, length: 10, line: i, articles: 0, decisions: [] }));

describe('the pages shown of a file', () => {
  it('are all of a few', () => assert.deepEqual(viewOf(pages(16), [[0, 5]]), [0, 16]));

  it('are of many those in view, and one more on each side', () => {
    assert.deepEqual(viewOf(pages(500), [[2005, 2015]]), [199, 203]);
    assert.deepEqual(viewOf(pages(500), [[0, 5]]), [0, 2]);
    assert.deepEqual(viewOf(pages(500), [[4999, 9999]]), [498, 500]);
  });

  it('are those of all editors, unless they are far apart', () => {
    assert.deepEqual(viewOf(pages(500), [[100, 100], [130, 135]]), [9, 15]);
    assert.deepEqual(viewOf(pages(500), [[100, 100], [4000, 4000]]), [9, 12]);
  });

  it('are the first where none is in view', () => assert.deepEqual(viewOf(pages(500), []), [0, 2]));

  it('are found by an offset', () => {
    assert.deepEqual([0, 9, 10, 4999, 5000].map((offset) => leafAt(pages(500), offset)), [0, 0, 1, 499, 499]);
  });
});
