import assert from 'node:assert/strict';
import { Topics } from '../../../../src/core/stitch/affinity';
import { leadsOf, telling, type Fits } from '../../../../src/core/stitch/fits';
import { normalCodes } from '../../../../src/core/text/normal';
import { theModel } from '../support';

const SCHOOL = '河湾镇的夜校亮起了灯，老木匠陈守田坐在第一排，把铅笔削得又细又长。教员孟秋禾在黑板上写下课表，每周三讲账目，每周五讲榫卯。陈守田说，夜校开在河湾镇的旧粮站里，他走路就到。孟秋禾盼着入冬前把煤炉装好。';
const SCHOOL_ON = '孟秋禾又给夜校添了两盏灯，陈守田自己动手打了八条长凳，搬进旧粮站，来河湾镇听课的人再不必站着。课表改了一回，讲账目的日子挪到了周四，讲榫卯的日子没有动，陈守田一次也没有缺过。';
const FERRY = '青芦渡的课船靠了岸，船工卢满仓先把跳板搭稳，再把装满柿子的竹筐一筐筐递上来。这些柿子要赶在霜降以前运出渡口，卢满仓一天跑了四趟，夜里还要补船底的缝。青芦渡今年的柿子比去年多收了三成。';

function fits(texts: readonly string[], chains: readonly (readonly number[])[], heads: readonly number[] = chains.map(() => -1)): Fits {
  const topics = new Topics(texts.map((text) => normalCodes(text)), theModel());
  return topics.fits({ chains, heads, runs: new Int32Array(texts.length).fill(1) });
}

describe('what shared words tell', () => {
  it('is the same for and against, nothing for nothing, and bounded', () => {
    assert.equal(telling(0), 0);
    assert.equal(telling(-2), -telling(2));
    assert.equal(telling(1e9), telling(8));
  });

  it('says most with the first of them', () => {
    assert.ok(telling(0.5) - telling(0) > telling(4) - telling(2));
    assert.ok(telling(4) > telling(2));
  });
});

describe('a piece and the headlines of the page', () => {
  const texts = ['河湾镇夜校亮灯', SCHOOL, '青芦渡柿子装船', FERRY, SCHOOL_ON];
  const chains = [[0, 1], [2, 3], [4]];

  it('takes up the words of its own', () => {
    const { answers } = fits(texts, chains, [0, 2, -1]);
    const [own = 0, other = 0] = [answers[4], answers[texts.length + 4]];
    assert.ok(own > 0.5);
    assert.ok(other < 0);
  });

  it('is not told about where there are none', () => {
    const { answers } = fits(texts, chains);
    assert.deepEqual([...answers], new Array(chains.length * texts.length).fill(0));
    const one = fits(texts, chains, [0, 2, -1]).answers;
    assert.deepEqual([...one.slice(2 * texts.length)], new Array(texts.length).fill(0));
  });

  it('is judged with those that go with it', () => {
    const topics = new Topics(texts.map((text) => normalCodes(text)), theModel());
    const runs = Int32Array.from([1, 1, 1, 2, 1]);
    const { answers } = topics.fits({ chains: [[0, 1], [2, 3, 4]], heads: [0, 2], runs });
    const alone = topics.fits({ chains: [[0, 1], [2, 3, 4]], heads: [0, 2], runs: new Int32Array(texts.length).fill(1) }).answers;
    assert.ok((answers[3] ?? 0) > (alone[3] ?? 0));
  });
});

describe('a piece and what stands above it', () => {
  it('shares words where it belongs, and is a stranger elsewhere', () => {
    const { above, strange } = fits([SCHOOL, SCHOOL_ON, FERRY], [[0], [1], [2]]);
    assert.ok((above[1] ?? 0) > 1);
    assert.equal(strange[1], 0);
    assert.ok((strange[2] ?? 0) > 0.5);
  });

  it('is hardly a stranger when it is too short to share words', () => {
    const { strange } = fits([SCHOOL, '天晴了，大家都高兴。', FERRY], [[0], [1], [2]]);
    assert.ok((strange[1] ?? 1) < 0.2);
  });

  it('is compared with the part of its article that stands above it only', () => {
    const { above } = fits([FERRY, SCHOOL, SCHOOL_ON], [[0, 1, 2]]);
    assert.ok((above[2] ?? 0) > (above[1] ?? 0));
    assert.ok((above[1] ?? 1) < 0.5);
  });

  it('tells nothing where no article stands above', () => {
    const { above, strange } = fits([SCHOOL, SCHOOL_ON], [[1]]);
    assert.deepEqual([...above, ...strange], [0, 0, 0, 0]);
  });
});

describe('the article a piece fits best', () => {
  it('is named with its lead over the next best', () => {
    const { best, lead } = leadsOf(Float64Array.from([3, -1, 1, -2]), 2);
    assert.deepEqual([...best], [0, -1]);
    assert.deepEqual([...lead], [2, 0]);
  });
});
