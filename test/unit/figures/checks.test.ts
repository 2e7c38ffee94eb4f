import assert from 'node:assert/strict';
import { figureDoubts, figuresOfPassage, sayDoubt, type FigureDoubt, type Passage } from '../../../src/core';
import { weekdayOf } from '../../../src/core/checks/calendar';
import { CHECK_CODES } from '../../../src/core/checks';

/** What is doubtful in an article; its first line is the headline, a line that begins with `|` the folio. */
function doubts(text: string, name = ''): readonly FigureDoubt[] {
  let at = 0;
  const passages = text.split('\n').map((own, index): Passage => {
    const span = [at, at + own.length] as const;
    at += own.length + 1;
    return own.startsWith('|') ? { text: own, spans: [span], part: 'furniture' } : { text: own, spans: [span], part: index === 0 ? 'headline' : 'paragraph', article: 'a1' };
  });
  return figureDoubts(passages.flatMap(figuresOfPassage), name);
}

const body = (text: string): string => `标题\n${text}`;

interface Example {
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

const examples: Readonly<Record<string, Example>> = {
  'figure-sum': {
    bad: ['新建东区大棚，下拨补助1580万元；新建西区大棚，下拨补助2060万元，共计3540万元。', '全县收割12.6万亩，其中东乡6.5万亩，西乡6.3万亩。',
      '一期投资1580万元，二期投资2060万元，合计投资3460万元。', '一期投资1580万元，二期投资2060万元，共投资3460万元。', '第一批120人，第二批135人，两批共245人。', '队伍由28名队员和12名教练组成，共计42人。'].map(body),
    good: [
      '新建东区大棚，下拨补助1580万元；新建西区大棚，下拨补助2060万元，共计3640万元。', '结对农户410户，其中种粮20户、种菜160户、种果230户。', '完成整治1.36亿亩，其中平地5812万亩，坡地7790万亩。',
      '投入约1580万元和2060万元，共计3540万元。', '售出3件、5件，共计180元。', '一期投资1580万元，二期投资2060万元，共投资3640万元。', '柳湾购书120册，云坪购书135册，全县共购书3245册。',
    ].map(body),
  },
  'figure-part': {
    bad: ['全县有农机站36家，其中乡镇农机站63家。'].map(body),
    good: ['全县有农机站63家，其中乡镇农机站36家。', '船上载着52位游客和6位船工，其中外地人9位。', '平均亩产612.5公斤，其中糯稻亩产640.8公斤。'].map(body),
  },
  'figure-list': {
    bad: ['线路开通到柳泊、云坪、石渡、清禾等3个县区。', '柳泊、云坪、石渡、清禾五个村通了水。', '会上强调三点：一要修路，二要修桥，三要修渠，四要种树。', '会上说了三件事：一是修路，二是修桥。'].map(body),
    good: ['线路开通到柳泊、云坪、石渡、清禾等6个县区。', '线路开通到柳泊、云坪、石渡等3个县区。', '会上说了三件事：一是修路，二是修桥，三是修渠。', '大会有三件事要办。', '柳泊、云坪、石渡、清禾四个村通了水。', '柳泊、云坪、石渡有4个村通了水。', '会上强调三点：一要修路，二要修桥，三要修渠。', '放学后的去处有三种：一是回家，二是进夜校，剩下的在渡口等船。'].map(body),
  },
  'figure-headline': {
    bad: ['全市生产总值8642.5亿元\n前三季度，全市生产总值8624.5亿元。', '大桥全长1286米\n大桥全长1268米。', '总投资3640万元\n总投资3640亿元。', '新建高标准农田38.6万亩\n全市新建高标准农田36.8万亩。', '进出口增长12.8%\n全市进出口增长18.2%。', '发放贷款3.2亿元\n今年，该行发放贷款3.2万元。'],
    good: ['全市生产总值8642.5亿元\n前三季度，全市生产总值8642.5亿元。', '全市投资超50亿元\n全市投资53亿元。', '12名学生获奖\n13名学生参赛。', '新建农田38.6万亩\n改造梯田36.8万亩。', '进出口增长12.8%\n出口增长12.8%，进口增长18.2%。'],
  },
  'figure-two-values': {
    bad: ['全县粮食总产量达到18.57万吨。会上说，全县粮食总产量18.75万吨。', '大桥全长3756米。据介绍，大桥全长3576米。', '该项目总投资12.6亿元。该项目总投资16.2亿元。'].map(body),
    good: ['全县粮食总产量18.57万吨。会上说，全县粮食总产量18.57万吨。', '今年全县粮食总产量18.57万吨，比去年的18.75万吨有所下降。'].map(body),
  },
  'figure-magnitude': {
    bad: ['工程投资3968万元。记者了解到，这笔3968亿元的投资已到位。'].map(body),
    good: ['工程投资1000万元。全市投资1000亿元。', '工程投资3968万元。到位3968万元。'].map(body),
  },
  'figure-unit': {
    bad: ['大桥全长1286米。通车后，大桥全长1286公里。', '水库库容2.86亿立方米。库容2.86亿平方米的水库开闸。'].map(body),
    good: ['大桥全长1286米。引道长1.286公里。', '重量500克。总重量500千克。'].map(body),
  },
  'figure-weekday': {
    bad: ['标题\n9月25日星期四，大桥合龙。\n| 澜川日报 2024年9月26日 星期四', '标题\n2024年11月3日恰逢周六，居民来办事。'],
    good: ['标题\n9月25日星期三，大桥合龙。\n| 澜川日报 2024年9月26日 星期四', '标题\n2024年11月3日恰逢周日，居民来办事。', '标题\n11月3日恰逢周六，居民来办事。', '标题\n12月29日星期日，年终盘点。\n| 日报 2025年1月3日'],
  },
  'figure-date': {
    bad: ['活动将于9月31日举行。', '2023年2月29日，工程开工。', '13月5日，会议召开。'].map(body),
    good: ['活动将于9月30日举行。', '2024年2月29日，工程开工。', '2月29日出生。', '正月三十日。'].map(body),
  },
  'figure-over-hundred': {
    bad: ['柳湾镇茶园占全县茶园面积的138%。', '甲乡占60%，乙乡占30%，其余占20%。', '学员中女生占62%，男生占48%。', '赞成的占56%，反对的占38%，弃权的占16%。'].map(body),
    good: ['柳湾镇茶园占全县茶园面积的38%。', '产量增长138%。', '完工量和订单量分别占全球的55%和74%。', '公共债务占GDP比重超过250%。', '甲乡占60%，乙乡占30%，其余占10%。', '学员中女生占62%，男生占38%。', '女生占62%，党员占48%。'].map(body),
  },
  'figure-growth': {
    bad: ['日处理能力由90吨提高到240吨，增长156.7%。', '产量从100万吨增加到120万吨，增长25%。', '接待游客120万人次，比去年的100万人次增长30%。', '接待游客120万人次，去年同期为100万人次，增长30%。',
      '覆盖率从45.3%提高到61.8%，提高18.5个百分点。', '产量从200吨提高到600吨，增长了3倍。', '由300人增加到450人，增加了120人。', '由2019年的128户增加到去年的256户，增长120%。'].map(body),
    good: ['日处理能力由90吨提高到240吨，增长166.7%。', '产量从100万吨增加到120万吨，增长20%。', '产量从1.2万吨增加到1.5万吨，增长26%。', '覆盖率从45.3%提高到61.8%，提高16.5个百分点。', '产量从200吨提高到600吨，增长2倍。', '由300人增加到450人，增加了150人。', '园区收入从2031年的120亿元增长到2043年的860亿元，年均增长18%。', '水库库容从1850万立方米增长到3270万立方米，增幅达76%。', '亩产从612公斤提高到650公斤，同比增长率居全县第一。'].map(body),
  },
};

describe('the checks of figures', () => {
  for (const [code, { bad, good }] of Object.entries(examples)) {
    describe(code, () => {
      for (const text of bad) it(`speaks: ${text.replace(/\n/g, ' / ')}`, () => assert.deepEqual(doubts(text).map((doubt) => doubt.code), [code]));
      for (const text of good) it(`is silent: ${text.replace(/\n/g, ' / ')}`, () => assert.deepEqual(doubts(text).map((doubt) => doubt.code), []));
    });
  }

  it('are all tried here', () => {
    assert.deepEqual(Object.keys(examples).sort(), [...CHECK_CODES].sort());
  });

  it('have words in both languages, with nothing left open', () => {
    for (const { bad } of Object.values(examples)) {
      for (const text of bad) {
        for (const { code, message } of doubts(text)) {
          assert.notEqual(sayDoubt(message, 'en'), code);
          for (const language of ['en', 'zh'] as const) assert.doesNotMatch(sayDoubt(message, language), /\{\d\}|undefined/);
        }
      }
    }
  });

  it('take the day of the issue from the name of the file too', () => {
    assert.equal(doubts('标题\n9月25日星期四，大桥合龙。', 'daily-2024-09-26.txt').length, 1);
    assert.equal(doubts('标题\n9月25日星期三，大桥合龙。', 'daily_20240926.txt').length, 0);
  });

  it('know the weekdays of the calendar', () => {
    assert.deepEqual([weekdayOf({ year: 2024, month: 9, day: 26 }), weekdayOf({ year: 2000, month: 2, day: 29 }), weekdayOf({ year: 1949, month: 10, day: 1 })], [4, 2, 6]);
  });
});
