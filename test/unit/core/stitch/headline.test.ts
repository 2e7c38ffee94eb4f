import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { tellHeadline } from '../../../../src/core/stitch/evidence/edges';
import { nodesOf } from '../../../../src/core/stitch/node';
import { page, theModel } from '../support';

/** What speaks for the first block as a headline. */
function told(...blocks: readonly string[]): Record<string, number> {
  const text = page(...blocks);
  const [first] = nodesOf(labelPieces(text, readBlocks(text)), theModel());
  const features: Record<string, number> = {};
  if (first !== undefined) tellHeadline(first, (feature, amount) => (features[feature] = amount));
  return features;
}

const TEXT = '夜校的灯亮到很晚，老木匠坐在第一排，把铅笔削得又细又长。';

describe('a headline', () => {
  it('stands above a text that begins as a story', () => {
    assert.equal(told('河湾镇的夜校添了两盏灯', `河湾新闻网讯（记者陈守田）${TEXT}`)['begin.beforeStory'], 1);
    assert.equal(told('河湾镇的夜校添了两盏灯', TEXT)['begin.beforeStory'], undefined);
  });

  it('is not told by a report that is only quoted', () => {
    assert.equal(told('河湾镇的夜校添了两盏灯', `据河湾电视台报道，${TEXT}`)['begin.beforeStory'], undefined);
  });

  it('says more than a catchword, often who speaks', () => {
    assert.equal(told('夜校亮灯', TEXT)['begin.length.8'], 1);
    const long = told('河湾镇教员：今年入冬以前夜校添两盏灯', TEXT);
    assert.equal(long['begin.colon'], 1);
    assert.ok(!Object.keys(long).some((feature) => /^begin\.length\.\d/u.test(feature)));
    assert.equal(told('夜校今晚19:30开课', TEXT)['begin.colon'], undefined);
  });
});
