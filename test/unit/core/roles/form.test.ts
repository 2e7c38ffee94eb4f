import assert from 'node:assert/strict';
import { areAlike, formOf, isQuestion, numberOf, speakerOf, speakersOf } from '../../../../src/core/roles/form';
import { simplified, traditional } from '../../../../src/core/roles/traditional';

describe('lines that stand for themselves', () => {
  it('are rows, items or verses', () => {
    assert.equal(formOf(['镇名  户数  增速', '东镇  120  5.2%', '西镇  96  6.0%']), 'row');
    assert.equal(formOf(['一、先点灯；', '二、后开课；', '三、不收学费。']), 'item');
    assert.equal(formOf(['●夜校开课', '●课船下水']), 'item');
    assert.equal(formOf(['船还没有来', '风先来了', '灯也来了', '人在路上']), 'verse');
  });

  it('are no running text', () => {
    assert.equal(formOf(['夜校亮起了灯。', '人来了。', '课开了。', '书翻了。']), undefined);
    assert.equal(formOf(['入秋以来，河湾镇的夜校一到傍晚就亮起灯，来听课的有木匠、有菜农', '教室里坐得满满当当']), undefined);
    assert.equal(formOf([]), undefined);
  });

  it('count', () => {
    for (const [line, number] of [['一、先点灯', 1], ['（三）后开课', 3], ['12. 学费', 12], ['第二条 灯', 2], ['●灯', undefined], ['3.5%的人', undefined], ['灯', undefined]] as const) assert.equal(numberOf(line), number, line);
  });

  it('are alike when they end alike and are of one length', () => {
    assert.equal(areAlike('灯火亮一点', '课堂近一点'), true);
    assert.equal(areAlike('河湾镇办夜校', '河湾镇修新桥'), false);
    assert.equal(areAlike('招标公告', '注销公告'), false);
  });
});

describe('speakers', () => {
  it('stand before a colon', () => {
    for (const [line, speaker] of [['问：夜校收学费吗？', '问'], ['林小禾：不收。', '林小禾'], ['阿依古丽·买买提:不收。', '阿依古丽·买买提'], ['他说：“不收。”', '他说'], ['夜校亮起了灯。', undefined], ['：', undefined]] as const) assert.equal(speakerOf(line), speaker, line);
  });

  it('are two at least, each heard twice or asking', () => {
    assert.deepEqual([...speakersOf(['问', '答'])], ['问', '答']);
    assert.deepEqual([...speakersOf(['记者', '林小禾', '记者', '林小禾'])], ['记者', '林小禾']);
    assert.deepEqual([...speakersOf(['记者', '林小禾', '记者'])], []);
  });

  it('are told by one question of whoever leads the talk', () => {
    for (const [speaker, line] of [['记者', '记者：夜校几点开课？'], ['本报记者', '本报记者：灯够亮吗?”'], ['问', '问：学费怎么交？'], ['主持人', '主持人：课在哪里上？']] as const) assert.equal(isQuestion(speaker, line), true, line);
    for (const [speaker, line] of [['记者', '记者：林小禾'], ['林小禾', '林小禾：你问我？'], ['夜校', '夜校：谁来上课？']] as const) assert.equal(isQuestion(speaker, line), false, line);
  });
});

describe('traditional characters', () => {
  it('are folded in their places', () => {
    assert.equal(simplified('（下轉第三版）𠮷責任編輯'), '（下转第三版）𠮷责任编辑');
    const text = '夜校亮起了灯。';
    assert.equal(simplified(text), text);
    const long = `${'灯'.repeat(9000)}報${'灯'.repeat(9000)}`;
    assert.equal(simplified(long), long.replace('報', '报'));
  });

  it('are unfolded for lists', () => assert.equal(traditional('国际新闻'), '國際新聞'));
});
