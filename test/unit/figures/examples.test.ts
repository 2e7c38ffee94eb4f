import assert from 'node:assert/strict';
import { describeFigure, figuresIn, type Figure } from '../../../src/core/figures';

const all = (text: string): readonly Figure[] => figuresIn(text, [0, text.length]);

/** `text kind value unit`, a figure a line: what a reader wants to see at a glance. */
const brief = (text: string): string[] =>
  all(text).map(({ text: own, kind, value, upper, unit }) =>
    [own, kind, value === undefined ? '' : upper === undefined ? value : `${value}–${upper}`, unit ?? ''].join(' ').trim().replace(/ {2,}/g, ' '),
  );

function finds(cases: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, expected] of Object.entries(cases)) it(text, () => assert.deepEqual(brief(text), expected));
}

describe('figures: numbers and units', () => {
  finds({
    '登记了1,234.5吨,另有1234567户': ['1,234.5吨 quantity 1234.5 吨', '1234567户 quantity 1234567 户'],
    '全宽１２．５％和３００名': ['１２．５％ percentage 12.5 %', '３００名 quantity 300 名'],
    '接待3.1万人次,发电47147.01万千瓦时': ['3.1万人次 quantity 31000 人次', '47147.01万千瓦时 quantity 471470100 千瓦时'],
    '装机700万千瓦,线路10千伏': ['700万千瓦 quantity 7000000 千瓦', '10千伏 quantity 10 千伏'],
    '品位123.47克/吨': ['123.47克/吨 quantity 123.47 克/吨'],
    '面积20.3万平方公里': ['20.3万平方公里 quantity 203000 平方公里'],
    '三百二十一名,两千户,一万三': ['三百二十一名 quantity 321 名', '两千户 quantity 2000 户', '一万三 number 13000'],
    '四千五百万零六': ['四千五百万零六 number 45000006'],
    '5亿1万4千6百': ['5亿1万4千6百 number 500014600'],
    '三点五公里': ['三点五公里 quantity 3.5 公里'],
    '十余座,二十几个,1.1万余条': ['十余座 quantity 10 座', '二十几个 quantity 20 个', '1.1万余条 quantity 11000 条'],
    '七八十名,三五个': ['七八十名 quantity 70–80 名', '三五个 quantity 3–5 个'],
    '26至29摄氏度,5—15毫米': ['26至29摄氏度 quantity 26–29 摄氏度', '5—15毫米 quantity 5–15 毫米'],
    '零下35度,-3℃': ['零下35度 quantity -35 度', '-3℃ quantity -3 ℃'],
    '两吨半': ['两吨半 quantity 2.5 吨'],
    '1小时50分,跑出4分02秒3': ['1小时50分 quantity 110 分钟', '4分02秒3 quantity 242.3 秒'],
    '2.4倍,2至3倍': ['2.4倍 multiple 2.4 倍', '2至3倍 multiple 2–3 倍'],
    '上百名,近千人': ['百名 quantity 100 名', '千人 quantity 1000 人'],
    '灰雁412只,白鹭97只,1,050,000亩': ['412只 quantity 412 只', '97只 quantity 97 只', '1,050,000亩 quantity 1050000 亩'],
  });
});

describe('figures: percentages, money, ordinals, fractions', () => {
  finds({
    '增长41.8%,提高0.6个百分点': ['41.8% percentage 41.8 %', '0.6个百分点 percentage 0.6 个百分点'],
    '百分之三,千分之五,百分之百': ['百分之三 percentage 3 %', '千分之五 percentage 0.5 %', '百分之百 percentage 100 %'],
    '3成,七成六,降了三成。': ['3成 percentage 30 %', '七成六 percentage 76 %', '三成 percentage 30 %'],
    '打八折,九五折,7折': ['八折 percentage 80 %', '九五折 percentage 95 %', '7折 percentage 70 %'],
    '7.37亿元,300美元,¥19.9': ['7.37亿元 money 737000000 元', '300美元 money 300 美元', '¥19.9 money 19.9 ¥'],
    '五十元六角三分,8亿元': ['五十元六角三分 money 50.63 元', '8亿元 money 800000000 元'],
    '29724元,14元/公斤': ['29724元 money 29724 元', '14元/公斤 money 14 元/公斤'],
    '第三,第九批,第2版,第十九届': ['第三 ordinal 3', '第九批 ordinal 9 批', '第2版 ordinal 2 版', '第十九届 ordinal 19 届'],
    '17路公交,五年级': ['17路 ordinal 17 路', '五年级 ordinal 5 年级'],
    三分之一: ['三分之一 fraction 0.3333333333333333'],
  });
});

describe('figures: what is none', () => {
  const texts = [
    '一个样,一起去,一些人,统一标准', '四川与五台山', '万一下雨,千万小心,百姓', '十分高兴', '“十一”假期', '周三、初一', '数十名、几百户',
    '陆地上收拾零件', '千家万户', '5G基站,B12,PM2', '三成为主', '0471-6635350', '', '、。', '第一'.slice(0, 1),
  ];
  for (const text of texts) it(text === '' ? '(nothing)' : text, () => assert.deepEqual(brief(text), []));
});

describe('figures: dates', () => {
  const dates: Readonly<Record<string, object>> = {
    '2024年10月21日': { year: 2024, month: 10, day: 21 },
    '10月20日': { month: 10, day: 20 },
    '25日': { day: 25 },
    '2019年以来': { year: 2019, since: true },
    '10月1日起': { month: 10, day: 1, since: true },
    '1—8月': { month: 1, to: { month: 8 } },
    '10月1日至2日': { month: 10, day: 1, to: { month: 10, day: 2 } },
    '20至25日': { day: 20, to: { day: 25 } },
    '2019—2023年': { year: 2019, to: { year: 2023 } },
    '上午9时30分': { hour: 9, minute: 30 },
    '下午2时': { hour: 14, minute: 0 },
    '9月25日上午9时30分': { month: 9, day: 25, hour: 9, minute: 30 },
    '凌晨两点': { hour: 2, minute: 0 },
    '二〇二四年三月': { year: 2024, month: 3 },
    '2024-10-21': { year: 2024, month: 10, day: 21 },
    '19:30': { hour: 19, minute: 30 },
  };
  for (const [text, date] of Object.entries(dates)) {
    it(text, () => {
      const [figure, ...more] = all(`活动${text}举行`);
      assert.deepEqual({ text: figure?.text, date: figure?.date, more }, { text, date, more: [] });
    });
  }

  it('counts months and years that are no dates', () => {
    assert.deepEqual(brief('3个月、前8月、5年来、10日元、24小时'), [
      '3个月 quantity 3 个月', '8 number 8', '5年 quantity 5 年', '10日元 money 10 日元', '24小时 quantity 24 小时',
    ]);
  });
});

describe('figures: bounds', () => {
  const bounds: Readonly<Record<string, string | undefined>> = {
    约3万名: 'about', 近40公斤: 'about', 超70亿元: 'over', 超过30个: 'over', 不足10人: 'under', 至少5次: 'atLeast',
    '120户以上': 'atLeast', '2毫米以内': 'atMost', '8000元左右': 'about', '300余家': 'over', '500余万元': 'over', '30多位': 'over', 近千人: 'about',
    节约3亿元: undefined, 近5年: undefined, 附近3公里: undefined, 最近3天: undefined,
  };
  for (const [text, sense] of Object.entries(bounds)) {
    it(text, () => assert.equal(all(text)[0]?.bound?.sense, sense));
  }
});

describe('describeFigure', () => {
  const lines: readonly (readonly [text: string, en: string, zh: string])[] = [
    ['3.1万名', '3.1万名 = 31,000 名', '3.1万名 = 31,000 名'],
    ['7.37亿元', '7.37亿元 = 737,000,000 元', '7.37亿元 = 737,000,000 元'],
    ['43公里', '43 公里', '43 公里'],
    ['1103公里', '1,103 公里', '1,103 公里'],
    ['约9万立方米', '约9万立方米 = about 90,000 立方米', '约9万立方米 = 约 90,000 立方米'],
    ['1.1万余条', '1.1万余条 = over 11,000 条', '1.1万余条 = 11,000 余条'],
    ['十几个', '十几个 = over 10 个', '十几个 = 10 多个'],
    ['8000元左右', '8000元左右 = about 8,000 元', '8,000 元左右'],
    ['26至29摄氏度', '26至29摄氏度 = 26–29 摄氏度', '26至29摄氏度 = 26–29 摄氏度'],
    ['零下35度', '零下35度 = −35 度', '零下35度 = −35 度'],
    ['41.8%', '41.8%', '41.8%'],
    ['11.0%', '11.0%', '11.0%'],
    ['百分之三', '百分之三 = 3%', '百分之三 = 3%'],
    ['0.6个百分点', '0.6个百分点 = 0.6 percentage points', '0.6个百分点'],
    ['2.4倍', '2.4倍 = 2.4 times', '2.4 倍'],
    ['三分之一', '三分之一 ≈ 0.3333', '三分之一 ≈ 0.3333'],
    ['四分之一', '四分之一 = 0.25', '四分之一 = 0.25'],
    ['第九批', '第九批 = no. 9 (批)', '第九批 = 第 9 批'],
    ['21世纪', '21世纪 = the 21st century', '21 世纪'],
    ['17路', '17路 = no. 17 (路)', '17 路'],
    ['¥3200', '¥3,200', '¥3,200'],
    ['2024年10月21日', '2024年10月21日 = 21 October 2024', '2024年10月21日'],
    ['1—8月', '1—8月 = January to August', '1—8月 = 1月至8月'],
    ['2019年以来', '2019年以来 = since 2019', '2019年以来'],
    ['22日', '22日 = the 22nd', '22日'],
    ['晚上9时05分', '晚上9时05分 = 21:05', '晚上9时05分 = 21:05'],
  ];
  for (const [text, en, zh] of lines) {
    it(text, () => {
      const [figure] = all(text);
      assert.ok(figure);
      assert.deepEqual([describeFigure(figure, 'en'), describeFigure(figure, 'zh')], [en, zh]);
    });
  }
});
