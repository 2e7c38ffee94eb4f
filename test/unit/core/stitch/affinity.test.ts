import assert from 'node:assert/strict';
import { Topics } from '../../../../src/core/stitch/affinity';
import { sharedTerms } from '../../../../src/core/stitch/terms';
import { normalCodes } from '../../../../src/core/text/normal';
import { theModel } from '../support';

const PIECES = [
  '河湾镇的夜校亮起了灯，老木匠陈守田坐在第一排。',
  '陈守田说，夜校开在河湾镇，他走路就到。',
  '渡口的课船靠了岸，柿子装满了船舱。',
  '船工说，柿子要赶在霜降前运出渡口。',
  '陈守田把夜校的灯擦了又擦。',
];

/** How well the words of a piece fit each article, against the mean of all. */
function fits(piece: number, articleOf: readonly number[], pieces: readonly string[] = PIECES): number[] {
  const topics = new Topics(pieces.map((text) => normalCodes(text)), theModel());
  const chains = Array.from({ length: Math.max(...articleOf) + 1 }, (_, article) => articleOf.flatMap((own, at) => (own === article ? [at] : [])));
  const { values } = topics.fits({ chains, heads: chains.map(() => -1), runs: new Int32Array(pieces.length).fill(1) });
  return chains.map((_, article) => values[article * pieces.length + piece]!);
}

describe('topics', () => {
  it('fit the article that shares rare words, and no other', () => {
    const [school = 0, ship = 0] = fits(4, [0, 0, 1, 1, -1]);
    assert.ok(school > 1);
    assert.ok(ship < 0);
  });

  it('do not count the words of the piece itself', () => {
    const alone = ['河湾镇的夜校亮起了灯。', '渡口的课船靠了岸。'];
    assert.deepEqual(fits(0, [0, 1], alone), [0, 0]);
  });

  it('do not count words that stand in one piece only, or in no article', () => {
    assert.deepEqual(fits(4, [-1, -1, 0, 0, -1]), [0]);
  });

  it('speak more the more is shared', () => {
    const [both = 0] = fits(4, [0, 0, 1, 1, -1], [...PIECES.slice(0, 4), '陈守田在河湾镇。']);
    const [one = 0] = fits(4, [0, 0, 1, 1, -1], [...PIECES.slice(0, 4), '陈守田在白杨村。']);
    assert.ok(both > one && one > 0);
  });

  it('do with a page of nothing', () => {
    assert.deepEqual(fits(0, [-1], ['。']), []);
  });
});

describe('shared terms', () => {
  it('are the rarest words both texts have', () => {
    assert.deepEqual(sharedTerms(PIECES[0]!, PIECES[4]!, theModel(), 1), ['陈守田']);
    assert.deepEqual(sharedTerms(PIECES[0]!, PIECES[3]!, theModel(), 3), []);
  });
});
