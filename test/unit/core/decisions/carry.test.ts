import assert from 'node:assert/strict';
import { carryDecisions } from '../../../../src/core/decisions/carry';
import type { Decision } from '../../../../src/core/index';

describe('decisions in a text put together anew', () => {
  // 夜校亮灯 · 渡口换船: the second passage now stands first, a blank line between.
  const places = [{ from: [0, 4], to: 6 }, { from: [6, 10], to: 0 }] as const;
  const carry = (decision: Decision): Decision | undefined => carryDecisions([decision], places)[0];

  it('stay with the passages they are about', () => {
    assert.deepEqual(carry({ kind: 'role', role: 'furniture', span: [6, 10] }), { kind: 'role', role: 'furniture', span: [0, 4] });
    assert.deepEqual(carry({ kind: 'begin', at: 1 }), { kind: 'begin', at: 7 });
    assert.deepEqual(carry({ kind: 'join', left: [0, 4], right: [6, 8] }), { kind: 'join', left: [6, 10], right: [0, 2] });
  });

  it('keep the first of two passages where the second stands above it now', () => {
    assert.deepEqual(carry({ kind: 'role', role: 'standingHead', span: [1, 7] }), { kind: 'role', role: 'standingHead', span: [7, 10] });
  });

  it('end with their passage, and not in the one that stood behind the white space after it', () => {
    for (const end of [4, 5, 6]) assert.deepEqual(carry({ kind: 'role', role: 'furniture', span: [0, end] }), { kind: 'role', role: 'furniture', span: [6, 10] });
    for (const end of [10, 11, 14]) assert.deepEqual(carry({ kind: 'role', role: 'furniture', span: [6, end] }), { kind: 'role', role: 'furniture', span: [0, 4] });
    assert.deepEqual(carry({ kind: 'join', left: [0, 5], right: [6, 10] }), { kind: 'join', left: [6, 10], right: [0, 4] });
  });
});
