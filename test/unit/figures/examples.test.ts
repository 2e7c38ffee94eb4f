import assert from 'node:assert/strict';
import { exactText, figuresIn, type Figure } from '../../../src/core/figures';

/** `text kind value unit`, a figure a line: what a reader wants to see at a glance. */
const brief = (text: string): string[] =>
  figuresIn(text).map(({ text: own, kind, value, upper, unit }) =>
    [own, kind, value === undefined ? '' : upper === undefined ? exactText(value) : `${exactText(value)}–${exactText(upper)}`, unit?.text ?? ''].join(' ').trim().replace(/ {2,}/g, ' '),
  );

function finds(cases: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, expected] of Object.entries(cases)) it(text, () => assert.deepEqual(brief(text), expected));
}

describe('figures: numbers and units', () => {
  finds({
    '登记了1,234.5吨,另有1234567户': ['1,234.5吨 quantity 1234.5 吨', '1234567户 count 1234567 户'],
    '全宽１２．５％和３００名': ['１２．５％ percentage 12.5 %', '３００名 count 300 名'],
    '奖金１，２３４，５６７元,另有860，120人': ['１，２３４，５６７元 money 1234567 元', '860 number 860', '120人 count 120 人'],
    '进馆4.6万人次,用电2315.08万千瓦时': ['4.6万人次 count 46000 人次', '2315.08万千瓦时 quantity 23150800 千瓦时'],
    '产值16.4亿': ['16.4亿 number 1640000000'],
    '装机700万千瓦,线路10千伏': ['700万千瓦 quantity 7000000 千瓦', '10千伏 quantity 10 千伏'],
    '超过千万千瓦,千万亩农田,千里草原': ['千万千瓦 quantity 10000000 千瓦', '千万亩 quantity 10000000 亩'],
    '品位12.47克/吨,人均3吨/人': ['12.47克/吨 quantity 12.47 克/吨', '3吨/人 quantity 3 吨/人'],
    '三百二十一名,两千户,一万三': ['三百二十一名 count 321 名', '两千户 count 2000 户', '一万三 number 13000'],
    '三十五万六千亩,四千五百万零六': ['三十五万六千亩 quantity 356000 亩', '四千五百万零六 number 45000006'],
    '5亿2万3千7百': ['5亿2万3千7百 number 500023700'],
    '三点五公里,七点二四亿元': ['三点五公里 quantity 3.5 公里', '七点二四亿元 money 724000000 元'],
    '廿三名,卅里': ['廿三名 count 23 名', '卅里 quantity 30 里'],
    '十余座,二十几个,1.1万余条,万余条': ['十余座 count 10 座', '二十几个 count 20 个', '1.1万余条 count 11000 条', '万余条 count 10000 条'],
    '七八十名,三五个,十七八岁,两三百户': ['七八十名 count 70–80 名', '三五个 count 3–5 个', '十七八岁 age 17–18 岁', '两三百户 count 200–300 户'],
    '数十名,几百万元': ['数十名 count 10–100 名', '几百万元 money 1000000–10000000 元'],
    '26至29摄氏度,5—15毫米,3至5天': ['26至29摄氏度 temperature 26–29 摄氏度', '5—15毫米 quantity 5–15 毫米', '3至5天 duration 3–5 天'],
    '投入5000万至8000万元,两到三万名': ['5000万至8000万元 money 50000000–80000000 元', '两到三万名 count 20000–30000 名'],
    '零下35度,-3℃,气温-5~3℃': ['零下35度 temperature -35 度', '-3℃ temperature -3 ℃', '-5~3℃ temperature -5–3 ℃'],
    '两吨半,一个半小时,3斤6两': ['两吨半 quantity 2.5 吨', '一个半小时 duration 1.5 小时', '3斤6两 quantity 3.6 斤'],
    '1小时50分,跑出4分02秒3': ['1小时50分 duration 110 分钟', '4分02秒3 duration 242.3 秒'],
    '2.4倍,2至3倍,翻一番,翻两番': ['2.4倍 multiple 2.4 倍', '2至3倍 multiple 2–3 倍', '翻一番 multiple 2 倍', '翻两番 multiple 4 倍'],
    '上百名,近千人': ['百名 count 100 名', '千人 count 1000 人'],
    '85岁,年满55周岁': ['85岁 age 85 岁', '55周岁 age 55 周岁'],
    '40k,30w,4K屏': ['40k number 40000', '30w number 300000'],
  });
});

describe('figures: percentages, money, ordinals, fractions', () => {
  finds({
    '增长41.8%,提高0.6个百分点': ['41.8% percentage 41.8 %', '0.6个百分点 percentagePoint 0.6 个百分点'],
    '百分之三,千分之五,百分之百': ['百分之三 percentage 3 %', '千分之五 permille 5 ‰', '百分之百 percentage 100 %'],
    '3成,七成六,降了三成。': ['3成 percentage 30 %', '七成六 percentage 76 %', '三成 percentage 30 %'],
    '打八折,九五折,7折,打对折': ['八折 percentage 80 %', '九五折 percentage 95 %', '7折 percentage 70 %', '对折 percentage 50 %'],
    '7.37亿元,300美元,¥19.9,人民币50元': ['7.37亿元 money 737000000 元', '300美元 money 300 美元', '¥19.9 money 19.9 ¥', '人民币50元 money 50 元'],
    '五十元六角三分,8亿元': ['五十元六角三分 money 50.63 元', '8亿元 money 800000000 元'],
    '29724元,14元/公斤': ['29724元 money 29724 元', '14元/公斤 money 14 元/公斤'],
    '第三,第九批,第2版,第十九届,第26053期': ['第三 ordinal 3', '第九批 ordinal 9 批', '第2版 page 2 版', '第十九届 ordinal 19 届', '第26053期 issue 26053 期'],
    '17路公交,五年级': ['17路 ordinal 17 路', '五年级 ordinal 5 年级'],
    '三分之一,1/4,一半,一又二分之一': ['三分之一 fraction 1/3', '1/4 fraction 0.25', '一半 fraction 0.5', '一又二分之一 fraction 1.5'],
    '以3比1获胜,画面16:9': ['3比1 ratio 3–1', '16:9 ratio 16–9'],
  });
});

describe('figures: what measures nothing is told apart', () => {
  finds({
    '电话0471-6635350或13812345678': ['0471-6635350 phone', '13812345678 phone'],
    '请拨打12345。共12345户': ['12345 phone', '12345户 count 12345 户'],
    '车牌蒙A12345,订单A20210721363588': ['蒙A12345 code', 'A20210721363588 code'],
    'PM2.5、B12和5G基站': [],
    'GDP1.2万亿元': ['1.2万亿元 money 1200000000000 元'],
    '见https://a.example/30%25?q=20%': [],
  });
});

describe('figures: what is none', () => {
  it('small digits set high: a power, or the mark of a note', () => {
    assert.deepEqual(figuresIn('全年产量达到10⁸只，比上年多3×10⁷只，城墙长4³里。').map(({ text }) => text), []);
    assert.deepEqual(figuresIn('占地12m²').map(({ text }) => text), ['12m²']);
    // Each number of a list is asked, and none of them looks at all the rest: a hang fails here, a slow machine does not.
    assert.equal(figuresIn('1,'.repeat(200_000)).length, 200_000);
  });

  const texts = [
    '一个样,一起去,一些人,统一标准', '四川与五台山', '万一下雨,千万小心,百姓', '十分高兴', '“十一”假期', '周三、初一', '一带一路与三明医改', '第一时间赶到,四面八方',
    '一老一小,“六清两强”,“三零”“三省”', '“四定工作法”与十四五规划', '党的二十大', '陆地上收拾零件', '千家万户', '三成为主', '哪一年,每一周', '', '、。', '第', '歼-35A',
  ];
  for (const text of texts) it(text === '' ? '(nothing)' : text, () => assert.deepEqual(brief(text), []));
});

describe('figures: dates and times', () => {
  const dates: Readonly<Record<string, object>> = {
    '2024年10月21日': { year: 2024, month: 10, day: 21 },
    '10月20日': { month: 10, day: 20 },
    '25日': { day: 25 },
    '2019年以来': { year: 2019, since: true },
    '10月1日起': { month: 10, day: 1, since: true },
    '1—8月': { month: 1, to: { month: 8 } },
    '前三季度': { month: 1, to: { month: 9 } },
    '今年前8个月': { relativeYear: 0, month: 1, to: { month: 8 } },
    '上半年': { month: 1, to: { month: 6 } },
    '去年同期': { relativeYear: -1, samePeriod: true },
    '10月1日至2日': { month: 10, day: 1, to: { month: 10, day: 2 } },
    '20至25日': { day: 20, to: { day: 25 } },
    '2019—2023年': { year: 2019, to: { year: 2023 } },
    '80年代': { year: 1980, to: { year: 1989 } },
    '2025年底': { year: 2025, part: 'late' },
    '12月下旬': { month: 12, part: 'late' },
    '上午9时30分': { hour: 9, minute: 30 },
    '下午2时': { hour: 14, minute: 0 },
    '9月25日上午9时30分': { month: 9, day: 25, hour: 9, minute: 30 },
    '2024年9月26日 星期四': { year: 2024, month: 9, day: 26, weekday: 4 },
    '凌晨两点': { hour: 2, minute: 0 },
    '二〇二四年三月': { year: 2024, month: 3 },
    '98年4月': { year: 1998, month: 4 },
    '正月初八': { month: 1, day: 8, lunar: true },
    '2024-10-21': { year: 2024, month: 10, day: 21 },
    '19:30': { hour: 19, minute: 30 },
  };
  for (const [text, date] of Object.entries(dates)) {
    it(text, () => {
      const [figure, ...more] = figuresIn(`活动${text}举行`);
      assert.deepEqual({ text: figure?.text, date: figure?.date, more }, { text, date, more: [] });
    });
  }

  it('counts years and hours that are no dates', () => {
    assert.deepEqual(brief('3个月、5年来、10日元、24小时、90日'), ['3个月 duration 3 个月', '5年 duration 5 年', '10日元 money 10 日元', '24小时 duration 24 小时', '90日 duration 90 日']);
  });
});

describe('figures: bounds', () => {
  const bounds: Readonly<Record<string, string | undefined>> = {
    约3万名: 'about', 近40公斤: 'about', 超70亿元: 'over', 超过30个: 'over', 不足10人: 'under', 至少5次: 'atLeast',
    '120户以上': 'atLeast', '2毫米以内': 'atMost', '8000元左右': 'about', '300余家': 'over', '500余万元': 'over', '30多位': 'over', 近千人: 'about', '60万元（含）以上': 'atLeast',
    节约3亿元: undefined, 近5年: undefined, 附近3公里: undefined, 最近3天: undefined,
  };
  for (const [text, sense] of Object.entries(bounds)) it(text, () => assert.equal(figuresIn(text)[0]?.bound?.sense, sense));
});

describe('figures: the change they express', () => {
  const change = (text: string): Figure['change'][] => figuresIn(text).filter(({ kind }) => kind !== 'date').map((figure) => figure.change);

  it('names direction and base period', () => {
    assert.deepEqual(change('产量同比增长4.6%。'), [{ direction: 'up', verb: '增长', against: 'yearOnYear', base: '上年同期' }]);
    assert.deepEqual(change('销量环比下降2%。'), [{ direction: 'down', verb: '下降', against: 'periodOnPeriod', base: '上期' }]);
    assert.deepEqual(change('投资比1—5月提高0.3个百分点。'), [{ direction: 'up', verb: '提高', against: 'named', base: '1—5月' }]);
    assert.deepEqual(change('比去年同期提高2.8个百分点。'), [{ direction: 'up', verb: '提高', against: 'yearOnYear', base: '去年同期' }]);
  });

  it('tells what was reached from what was added', () => {
    assert.deepEqual(change('由90吨提高到240吨'), [undefined, { direction: 'up', verb: '提高', reached: true, against: 'named', base: '90吨' }]);
  });

  it('says of a whole list what is said of its first', () => {
    const yearly = { direction: 'up', verb: '增长', against: 'yearOnYear', base: '上年同期' };
    assert.deepEqual(change('分别同比增长12.5%、18.3%和27.4%。'), [yearly, yearly, yearly]);
  });

  it('is silent where nothing changes', () => {
    assert.deepEqual(change('总投资53亿元，占38%。'), [undefined, undefined]);
  });
});

describe('figures: what they measure', () => {
  const subjects: Readonly<Record<string, readonly (string | undefined)[]>> = {
    '发电量482.6亿千瓦时，同比增长7.8%。': ['发电量', '发电量'],
    '目前已在20余所高校开展。': ['高校'],
    '今年，全县渔业总产值同比增长5.2%。': ['全县渔业总产值'],
    '总投资53亿元。': ['总投资'],
    '10月1日开幕。': [undefined],
  };
  for (const [text, wanted] of Object.entries(subjects)) it(text, () => assert.deepEqual(figuresIn(text).map(({ subject }) => subject), wanted));
});
