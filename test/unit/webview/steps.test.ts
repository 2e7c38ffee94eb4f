import assert from 'node:assert/strict';
import { blocksOf } from '../../../src/extension/map/blocks';
import { mapModel } from '../../../src/extension/map/mapModel';
import type { Spot } from '../../../src/webview/map/rows';
import { stepFrom, type Step } from '../../../src/webview/map/steps';
import { analyse, sample } from '../core/support';

const page = analyse(sample('mini-page.txt'));
const model = mapModel({ page, edition: 1, source: '', language: 'en', lineOf: () => 1, canUndo: false }, blocksOf(page));

/** All the spots that one key comes to. */
function walk(from: Spot, step: Step): Spot[] {
  const found = [from];
  for (let next = stepFrom(model, from, step); next && found.length < 1000; next = stepFrom(model, next, step)) found.push(next);
  return found;
}

describe('the arrow keys of the page map', () => {
  it('come to every block on the left, and back', () => {
    const down = walk({ side: 'file', block: 0 }, 'down');
    assert.deepEqual(down.map((spot) => ('block' in spot ? spot.block : -1)), model.blocks.map((_, block) => block));
    assert.deepEqual(walk({ side: 'file', block: model.blocks.length - 1 }, 'up'), [...down].reverse());
  });

  it('come to every head and part on the right, and back', () => {
    const down = walk({ side: 'reading', group: 0 }, 'down');
    assert.equal(down.length, model.groups.reduce((sum, { parts }) => sum + 1 + parts.length, 0));
    const last = down.at(-1);
    assert.ok(last);
    assert.deepEqual(walk(last, 'up'), [...down].reverse());
  });

  it('cross over to the same block and come back', () => {
    model.blocks.forEach((_, block) => {
      const over = stepFrom(model, { side: 'file', block }, 'across');
      assert.ok(over);
      assert.deepEqual(stepFrom(model, over, 'across'), { side: 'file', block });
    });
  });

  it('cross from a headline to the head of its article', () => {
    const headline = model.groups[0]?.head;
    assert.ok(headline !== undefined);
    assert.deepEqual(stepFrom(model, { side: 'file', block: headline }, 'across'), { side: 'reading', group: 0 });
  });

  it('reach both ends at once and go no further', () => {
    const end = stepFrom(model, { side: 'file', block: 2 }, 'last');
    assert.deepEqual(end, { side: 'file', block: model.blocks.length - 1 });
    assert.equal(stepFrom(model, { side: 'file', block: model.blocks.length - 1 }, 'down'), undefined);
    assert.deepEqual(stepFrom(model, { side: 'reading', group: 1 }, 'first'), { side: 'reading', group: 0 });
  });
});
