import assert from 'node:assert/strict';
import { headlineParts, headlineShape, isDeck, markLength } from '../../../../src/core/roles/headline';

describe('heading mark', () => {
  it('is one to six # with white space behind', () => {
    assert.equal(markLength('## 夜校'), 3);
    assert.equal(markLength('#　夜校'), 2);
    assert.equal(markLength('######   夜校'), 9);
    for (const line of ['#夜校', '####### 夜校', '夜校 ## 亮灯', '1# 楼', '', '##']) assert.equal(markLength(line), 0, line);
  });
});

describe('headline shape', () => {
  it('speaks for short lines without a stop', () => {
    for (const line of ['河湾镇办起夜校', '一盏灯 照亮一条河', '渡口小学添了一艘课船', '夜校']) assert.ok(headlineShape(line) > 0.5, line);
  });

  it('speaks against text', () => {
    for (const line of [
      '夜校亮起了灯。',
      '来听课的有木匠，有菜农，还有刚放学的孩子',
      '，教室里坐得满满当当',
      '”他说',
      '听课的人把教室坐得满满当当，走廊里，窗台上，都还站着人',
      '他说：“灯一亮',
      'ABC 123',
      '灯',
      '河'.repeat(61),
    ]) assert.ok(headlineShape(line) < 0, line);
  });
});

describe('deck', () => {
  it('begins with a dash', () => {
    for (const line of ['——河湾镇夜校见闻', '—— 河湾镇夜校见闻', '--河湾镇夜校见闻', '—河湾镇夜校见闻']) assert.equal(isDeck(line), true, line);
    for (const line of ['河湾镇夜校见闻', '-河湾', '夜校——灯', '']) assert.equal(isDeck(line), false, line);
  });
});

describe('headline parts', () => {
  it('of one line are the headline', () => {
    assert.deepEqual(headlineParts(['## 河湾镇办起夜校']), { title: '河湾镇办起夜校' });
  });

  it('of two lines are kicker and headline', () => {
    assert.deepEqual(headlineParts(['灯光亮到九点', '河湾镇办起夜校']), { kicker: '灯光亮到九点', title: '河湾镇办起夜校' });
  });

  it('of three lines are kicker, headline and deck', () => {
    assert.deepEqual(headlineParts(['灯光亮到九点', '河湾镇办起夜校', '不收学费 木匠菜农都来']), {
      kicker: '灯光亮到九点', title: '河湾镇办起夜校', deck: '不收学费 木匠菜农都来',
    });
  });

  it('know a deck by its dash', () => {
    assert.deepEqual(headlineParts(['河湾镇办起夜校', '——灯光亮到九点']), { title: '河湾镇办起夜校', deck: '——灯光亮到九点' });
    assert.deepEqual(headlineParts(['灯光亮到九点', '## 河湾镇办起夜校', '——夜校见闻']), { kicker: '灯光亮到九点', title: '河湾镇办起夜校', deck: '——夜校见闻' });
  });

  it('put together what was parted inside a quotation', () => {
    assert.deepEqual(headlineParts(['“不让一盏', '灯早灭”']), { title: '“不让一盏灯早灭”' });
    assert.deepEqual(headlineParts(['灯光亮到九点', '“不让一盏', '灯早灭”']), { kicker: '灯光亮到九点', title: '“不让一盏灯早灭”' });
  });

  it('follow a mark behind the first line', () => {
    assert.deepEqual(headlineParts(['灯光亮到九点', '## 河湾镇办起夜校', '不收学费']), { kicker: '灯光亮到九点', title: '河湾镇办起夜校', deck: '不收学费' });
  });
});
