import assert from 'node:assert/strict';
import { heightOf, OwnScroll, placeAt, type PieceBox } from '../../../src/webview/reading/scroll';

/** The second piece begins on the line on which the first ends. */
const boxes: readonly PieceBox[] = [{ piece: 4, top: 20, bottom: 60 }, { piece: 9, top: 50, bottom: 110 }, { piece: 2, top: 130, bottom: 150 }];

describe('the place at the top of the reading', () => {
  it('is the piece there and how much of it has passed', () => {
    assert.deepEqual(placeAt(boxes, 30), { piece: 4, part: 0.25 });
    assert.deepEqual(placeAt(boxes, 80), { piece: 9, part: 0.5 });
  });

  it('is the next piece in the space between, and above the first', () => {
    assert.deepEqual(placeAt(boxes, 120), { piece: 2, part: 0 });
    assert.deepEqual(placeAt(boxes, 3), { piece: 4, part: 0 });
  });

  it('is the whole of the last piece at the end', () => {
    assert.deepEqual(placeAt(boxes, 900), { piece: 2, part: 1 });
    assert.equal(placeAt([], 3), undefined);
  });

  it('leads back to its height', () => {
    for (const y of [20, 47, 65, 100, 131]) assert.equal(heightOf(boxes, placeAt(boxes, y) ?? { piece: -1, part: 0 }), y);
    assert.equal(heightOf(boxes, { piece: 77, part: 0 }), undefined);
  });
});

describe('scrolling', () => {
  it('is ours where it arrives where we sent it, with what a screen makes of it', () => {
    const own = new OwnScroll();
    assert.ok(own.isByHand(100));
    own.sent(250.4);
    assert.ok(!own.isByHand(250));
    assert.ok(!own.isByHand(250.4));
  });

  it('is by hand from the first place on that we did not send it to', () => {
    const own = new OwnScroll();
    own.sent(250);
    assert.ok(own.isByHand(280));
    assert.ok(own.isByHand(250));
  });
});
