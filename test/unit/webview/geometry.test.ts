import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dropAt, planOverview, planRows, ribbonPath, type Box, type Plan, type Shape, type Sizes } from '../../../src/webview/map/geometry';

const sizes: Sizes = { row: 24, head: 30, gap: 2, groupGap: 16, margin: 8 };

/** Two articles, the second with a paragraph that goes on; the first has its last block far down. */
const shape: Shape = {
  blocks: [
    { length: 12, joins: false }, { length: 200, joins: false }, { length: 12, joins: false },
    { length: 90, joins: false }, { length: 40, joins: true }, { length: 300, joins: false },
  ],
  groups: [{ head: 0, parts: [1, 5] }, { head: 2, parts: [3, 4] }],
};
const end = ({ top, height }: Box): number => top + height;

/** Pages of any shape: each block in one group, some groups without a headline. */
const shapes: fc.Arbitrary<Shape> = fc
  .record({ groups: fc.array(fc.record({ hasHead: fc.boolean(), parts: fc.integer({ min: 0, max: 8 }) }), { minLength: 1, maxLength: 12 }), joins: fc.array(fc.boolean(), { minLength: 1 }), mix: fc.integer({ min: 1, max: 9 }) })
  .map(({ groups, joins, mix }): Shape => {
    let next = 0;
    const made = groups.map(({ hasHead, parts }) => ({ ...(hasHead && { head: next++ }), parts: Array.from({ length: parts }, () => next++) }));
    const blocks = Array.from({ length: next }, (_, at) => ({ length: 1 + ((at * mix * 37) % 400), joins: joins[at % joins.length] ?? false }));
    return { blocks, groups: made };
  });

function assertSound(plan: Plan, page: Shape): void {
  const apart = (boxes: readonly (Box | undefined)[]): void => {
    boxes.forEach((box, at) => {
      const next = boxes[at + 1];
      assert.ok(box && box.height >= 0 && box.top >= 0 && end(box) <= plan.height + 0.01, 'a box lies outside');
      if (next) assert.ok(end(box) <= next.top + 0.01, 'two boxes overlap');
    });
  };
  apart(plan.left);
  apart(page.groups.flatMap(({ parts }, group) => [plan.heads[group], ...parts.map((part) => plan.right[part])]));
}

describe('the layout of the page map', () => {
  it('has both columns in order, nothing over anything, whatever the page', () => {
    fc.assert(fc.property(shapes, fc.integer({ min: 100, max: 2000 }), (page, height) => {
      assertSound(planRows(page, sizes), page);
      assertSound(planOverview(page, sizes, height), page);
    }), { numRuns: 200, seed: 7 });
  });

  it('gives every row one height to be read', () => {
    const { left, right, heads } = planRows(shape, sizes);
    assert.deepEqual([...new Set(left.map(({ height }) => height))], [24]);
    assert.equal(right[0], heads[0]);
    assert.equal(heads[1]?.height, 30);
  });

  it('keeps the pieces of a cut paragraph together and paragraphs apart', () => {
    const { right } = planRows(shape, sizes);
    assert.equal(right[4]?.top, end(right[3] ?? { top: 0, height: 0 }));
    assert.equal(right[5]?.top, end(right[1] ?? { top: 0, height: 0 }) + 2);
  });

  it('fits any page into the window at a glance, longer text higher', () => {
    const { left, height } = planOverview(shape, sizes, 90);
    assert.ok(height <= 90.01, String(height));
    assert.ok((left[5]?.height ?? 0) > (left[0]?.height ?? 0));
    fc.assert(fc.property(shapes, fc.integer({ min: 60, max: 1500 }), (page, window) => planOverview(page, sizes, window).height <= Math.max(window, 16) + 0.01), { numRuns: 200, seed: 8 });
  });

  it('stands for a page without anything', () => {
    assert.deepEqual(planRows({ blocks: [], groups: [] }, sizes), { left: [], right: [], heads: [], height: 16 });
    assert.equal(planOverview({ blocks: [], groups: [] }, sizes, 500).height, 16);
  });
});

describe('a ribbon', () => {
  it('leaves and arrives level, as high as the boxes are', () => {
    assert.equal(ribbonPath({ top: 10, height: 24 }, { top: 110, height: 30 }, 100), 'M0 11C50 11 50 111 100 111V139C50 139 50 33 0 33Z');
  });

  it('of a box too low to be set in fills it', () => {
    assert.equal(ribbonPath({ top: 1, height: 2 }, { top: 5, height: 2 }, 40), 'M0 1C20 1 20 5 40 5V7C20 7 20 3 0 3Z');
  });
});

describe('what is dropped on the right', () => {
  const plan = planRows(shape, sizes);
  const drop = (y: number): unknown => dropAt(plan, shape.groups, y);
  const [first, second] = plan.heads;
  const part = (block: number): Box => plan.right[block] ?? { top: 0, height: 0 };

  it('goes into the article on whose head it is dropped, wherever it fits', () => {
    assert.deepEqual(drop((first?.top ?? 0) + 3), { group: 0 });
    assert.deepEqual(drop((second?.top ?? 0) + 15), { group: 1 });
  });

  it('goes between two parts, by the nearer edge', () => {
    assert.deepEqual(drop(part(1).top + 4), { group: 0, behind: 0, line: end(first ?? part(0)) });
    assert.deepEqual(drop(part(1).top + 20), { group: 0, behind: 1, line: end(part(1)) });
    assert.deepEqual(drop(part(5).top + 4), { group: 0, behind: 1, line: end(part(1)) });
    assert.deepEqual(drop(part(5).top + 23), { group: 0, behind: 5, line: end(part(5)) });
  });

  it('belongs to the nearer article in the gap between two', () => {
    const gap = [end(part(5)), second?.top ?? 0] as const;
    assert.deepEqual(drop(gap[0] + 1), { group: 0, behind: 5, line: gap[0] });
    assert.deepEqual(drop(gap[1] - 1), { group: 1 });
  });

  it('goes nowhere above the first article and far below the last', () => {
    assert.equal(drop(2), undefined);
    assert.equal(drop(plan.height + 200), undefined);
  });

  it('has an answer at every height of every page', () => {
    fc.assert(fc.property(shapes, fc.double({ min: 0, max: 1, noNaN: true }), (page, at) => {
      const made = planRows(page, sizes);
      const found = dropAt(made, page.groups, sizes.margin + at * (made.height - 2 * sizes.margin));
      assert.ok(found !== undefined || page.groups.length === 0 || at > 0.9);
      if (found?.behind !== undefined) assert.ok(page.groups[found.group]?.head === found.behind || page.groups[found.group]?.parts.includes(found.behind));
    }), { numRuns: 300, seed: 9 });
  });
});
