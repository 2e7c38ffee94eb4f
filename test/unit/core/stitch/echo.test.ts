import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Echo } from '../../../../src/core/stitch/echo';
import { normalCodes } from '../../../../src/core/text/normal';

const codes = (text: string): number[] => normalCodes(text);
const echo = (...pieces: readonly string[]): Echo => new Echo(pieces.map(codes));

describe('echo', () => {
  const page = echo('河湾镇的夜校亮起了灯。', '陈守田走进河湾镇夜校。', '课船靠在水湾里，河湾镇');
  const count = (text: string): number => page.count(codes(text), 0, text.length);

  it('counts what stands on the page', () => {
    assert.equal(count('河湾镇'), 3);
    assert.equal(count('夜校'), 2);
    assert.equal(count('湾镇夜校'), 1);
    assert.equal(count('河'), 3);
    assert.equal(count('柿'), 0);
    assert.equal(count('柿子'), 0);
  });

  it('counts a part of what it is given', () => {
    const given = codes('在河湾镇上');
    assert.equal(page.count(given, 1, 4), 3);
    assert.equal(page.count(given, 1, 2), 3);
  });

  it('finds what a seam puts together, and how much of it stands on each side', () => {
    const { before, after, strength } = page.find(codes('有人来到河湾'), codes('镇上。'))!;
    assert.deepEqual([before, after], [2, 1]);
    assert.ok(strength > 2);
  });

  it('finds nothing that stands nowhere, nor across two pieces', () => {
    assert.equal(page.find(codes('柿子红'), codes('透了')), undefined);
    assert.equal(page.find(codes('亮起了灯。'), codes('陈守田')), undefined);
    assert.equal(page.find([], codes('河湾')), undefined);
    assert.equal(page.find(codes('河湾'), []), undefined);
  });

  it('holds a word that stands seldom apart for stronger than two characters that stand everywhere', () => {
    const where = echo('陈守田的灯亮了，他的船的桨断了，好的。', '是的，是了。有的是。', '陈守田来了。');
    const name = where.find(codes('这一天，陈守'), codes('田也来了'))!;
    const common = where.find(codes('天黑了，他'), codes('的人'))!;
    assert.ok(name.strength > common.strength);
  });

  it('counts as looking at every place would', () => {
    const piece = fc.array(fc.constantFrom(0x4e00, 0x4e8c, 0x4e09), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), fc.array(fc.constantFrom(0x4e00, 0x4e8c, 0x4e09), { minLength: 1, maxLength: 4 }), (pieces, wanted) => {
        let places = 0;
        for (const one of pieces) for (let at = 0; at + wanted.length <= one.length; at++) if (wanted.every((code, i) => one[at + i] === code)) places++;
        assert.equal(new Echo(pieces).count(wanted, 0, wanted.length), places);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('takes bounded time on a page of one character', function () {
    // Looking at every place would take minutes.
    this.timeout(60_000);
    const one = new Array<number>(1500).fill(0x4e00);
    const many = new Echo(Array.from({ length: 400 }, () => one));
    for (let i = 0; i < 20_000; i++) assert.ok(many.find(one, one) !== undefined);
  });
});
