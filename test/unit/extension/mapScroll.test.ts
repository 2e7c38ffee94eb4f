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
  const lead = new ScrollLead(() => clock);

  it('is the hand, as long as nothing was asked', () => {
    assert.ok(lead.isByHand(30));
  });

  it('is not the hand where nothing moves', () => {
    assert.ok(!lead.isByHand(30));
  });

  it('is the reading while the editor is on its way', () => {
    lead.asked();
    for (const top of [120, 250, 400]) {
      clock += 100;
      assert.ok(!lead.isByHand(top), String(top));
    }
  });

  it('is the hand again once the editor has rested', () => {
    clock += 500;
    assert.ok(!lead.isByHand(400), 'the same news again');
    assert.ok(lead.isByHand(425));
  });

  it('stays the reading as long as it goes on asking', () => {
    for (let top = 500; top < 1500; top += 100) {
      clock += 300;
      lead.asked();
      clock += 50;
      assert.ok(!lead.isByHand(top), String(top));
    }
  });
});
