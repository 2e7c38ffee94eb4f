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

  it('are the next ones in the space between', () => {
    assert.deepEqual(index.at(70), { piece: 4, part: 0 });
    assert.deepEqual(index.at(0), { piece: 0, part: 0 });
  });

  it('are passed by at the end of the text', () => {
    assert.deepEqual(index.at(900), { piece: 3, part: 1 });
    assert.equal(new PieceIndex([]).at(900), undefined);
  });

  it('that share a span are the first of them', () => {
    assert.deepEqual(index.at(15), { piece: 0, part: 0.5 });
  });

  it('lead back to an offset', () => {
    assert.equal(offsetOf([20, 60], 0.25), 30);
    assert.equal(offsetOf([20, 60], 1), 60);
  });
});

describe('who scrolled the editor', () => {
  let clock = 0;
  const lead = new ScrollLead(() => clock);
  const at = (top: number): 'hand' | 'ours' | 'later' => lead.judge([top, top + 500]);

  it('is the hand, as long as nothing was asked', () => {
    assert.equal(at(30), 'hand');
  });

  it('is nobody where nothing moves', () => {
    assert.equal(at(30), 'ours');
  });

  it('is open while the editor may be on its way, and was the reading when it arrives', () => {
    lead.asked(2000);
    assert.deepEqual([at(400), at(900), at(1960), at(1960)], ['later', 'later', 'ours', 'ours']);
  });

  it('was the hand where the editor went elsewhere and stays there', () => {
    lead.asked(9000);
    assert.equal(at(300), 'later');
    clock += 500;
    assert.equal(at(300), 'hand');
    assert.equal(at(300), 'ours');
  });

  it('is the hand again once the time is over', () => {
    assert.equal(at(325), 'hand');
  });
});
