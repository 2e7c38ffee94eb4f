import assert from 'node:assert/strict';
import { offsetOf, PieceIndex, ScrollLead } from '../../../src/extension/map/scroll';

describe('pieces by offset', () => {
  // A headline in three lines shares its span; the third piece was carried off.
  const index = new PieceIndex([[10, 20], [10, 20], [20, 60], [200, 240], [80, 120]]);

  it('are found with how much of them has passed', () => {
    assert.deepEqual(index.at(30), { piece: 2, part: 0.25 });
    assert.deepEqual(index.at(220), { piece: 3, part: 0.5 });
    assert.deepEqual(index.at(80), { piece: 4, part: 0 });
  });

  it('count as passed in the space behind them', () => {
    assert.deepEqual(index.at(70), { piece: 2, part: 1 });
    assert.equal(index.at(9), undefined);
  });

  it('that share a span are the first of them', () => {
    assert.deepEqual(index.at(15), { piece: 0, part: 0.5 });
  });

  it('lead back to an offset', () => {
    assert.equal(offsetOf([20, 60], 0.25), 30);
    assert.equal(offsetOf([20, 60], 1), 60);
  });
});

describe('who leads the scrolling', () => {
  let clock = 0;
  const lead = (): ScrollLead => {
    clock = 1000;
    return new ScrollLead(() => clock);
  };
  const top = (line: number, offset = line * 10): { line: number; offset: number } => ({ line, offset });

  it('is the hand, as long as nothing was asked', () => {
    assert.ok(lead().isByHand(top(3)));
  });

  it('is the reading until the editor has arrived', () => {
    const one = lead();
    one.asked(40);
    for (const line of [12, 25, 40]) assert.ok(!one.isByHand(top(line)), String(line));
    assert.ok(!one.isByHand(top(40)), 'the same news again');
    assert.ok(one.isByHand(top(41)));
    assert.ok(one.isByHand(top(40)));
  });

  it('is the hand again within a wrapped line', () => {
    const one = lead();
    one.asked(40);
    assert.ok(!one.isByHand(top(40, 400)));
    assert.ok(one.isByHand(top(40, 425)));
  });

  it('is the hand again where the editor cannot get there', () => {
    const one = lead();
    one.asked(400);
    assert.ok(!one.isByHand(top(380)));
    clock += 1000;
    assert.ok(one.isByHand(top(380)));
  });
});
