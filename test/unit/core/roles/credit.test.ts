import assert from 'node:assert/strict';
import { isCaption } from '../../../../src/core/roles/caption';
import { isCredit } from '../../../../src/core/roles/credit';

describe('credit', () => {
  for (const line of [
    '本报记者 林小禾 摄',
    '林小禾 摄',
    '本报记者林小禾摄影报道',
    '(周石 摄)',
    '（周石摄）',
    '摄影：林小禾',
    '图/周石',
    '通讯员 周石 供图',
    '（资料图片）',
    '资料图',
    '图片来源：河湾镇文化站',
    '(本组图片由河湾镇提供)',
    '新华社发(周石 摄)',
    '新华社发',
    '视觉中国',
    '（图片由河湾镇文化站提供）',
    '图片来自网络',
  ]) {
    it(`is “${line}”`, () => assert.equal(isCredit(line), true));
  }

  for (const line of [
    '林小禾爱好摄影。',
    '他学会了摄影，还办了一场展览。',
    '□本报记者 林小禾',
    '图为渡口小学的课船。',
    '中国的渡口',
    '新华社发布消息',
    '“这是我第一次学摄影”',
    `${'周'.repeat(50)}摄`,
    '',
  ]) {
    it(`is not “${line.slice(0, 24)}”`, () => assert.equal(isCredit(line), false));
  }
});

describe('caption', () => {
  for (const text of ['图为河湾镇的夜校。', '夜校开课了。图为学员在看图纸。', '图①：渡口；图②：课船。', '上图：课船靠岸。', '“开船了！”图为课船离岸。']) {
    it(`is “${text}”`, () => assert.equal(isCaption(text), true));
  }
  for (const text of ['他们的意图为众人所知。', '图书馆开到了晚上九点。', `图为${'夜校'.repeat(200)}`]) {
    it(`is not “${text.slice(0, 16)}”`, () => assert.equal(isCaption(text), false));
  }
});
