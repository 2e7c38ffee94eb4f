import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { tellAlone, tellHeadline, tellOpens } from '../../../../src/core/stitch/evidence/edges';
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

describe('a line of no article', () => {
  const alone = (...blocks: readonly string[]): Record<string, number> => {
    const text = page(...blocks);
    const [first] = nodesOf(labelPieces(text, readBlocks(text)), theModel());
    const features: Record<string, number> = {};
    if (first !== undefined) tellAlone(first, true, (feature, amount) => (features[feature] = amount));
    return features;
  };

  it('seldom stands right above what an article begins with', () => {
    assert.equal(alone('河湾镇的夜校添了两盏灯', `河湾新闻网讯（记者陈守田）${TEXT}`)['alone.aboveBeginning'], 1);
    assert.equal(alone('河湾镇的夜校添了两盏灯', TEXT)['alone.aboveBeginning'], undefined);
  });

  it('may stand above a headline', () => {
    const features = alone('灯下', '## 河湾镇的夜校添了两盏灯', TEXT);
    assert.equal(features['alone.aboveHeadline'], 1);
    assert.equal(features['alone.aboveBeginning'], undefined);
  });
});

describe('the text that begins an article', () => {
  const opens = (far: boolean): Record<string, number> => {
    const text = page('## 河湾镇的夜校入冬前又添了两盏灯', TEXT);
    const right = nodesOf(labelPieces(text, readBlocks(text)), theModel())[1];
    const features: Record<string, number> = {};
    if (right !== undefined) tellOpens(right, far, (feature, amount) => (features[feature] = amount));
    return features;
  };

  it('is hardly that of another headline when it stands right below one', () => {
    assert.equal(opens(true)['opens.far.underHead'], 1);
    assert.equal(opens(false)['opens.far.underHead'], undefined);
  });
});
