import assert from 'node:assert/strict';
import { exactText, figuresIn } from '../../../src/core/figures';

/** `text kind value unit` of each figure, the word of a bound behind it. */
const brief = (text: string): string[] =>
  figuresIn(text).map(({ bound, kind, text: own, unit, upper, value }) =>
    [own, kind, value === undefined ? '' : upper === undefined ? exactText(value) : `${exactText(value)}–${exactText(upper)}`, unit?.text ?? '', bound === undefined ? '' : `${bound.sense}:${bound.word}`].join(' ').trim().replace(/ {2,}/g, ' '),
  );

function finds(cases: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, expected] of Object.entries(cases)) it(text, () => assert.deepEqual(brief(text), expected));
}

function dates(cases: Readonly<Record<string, object>>): void {
  for (const [text, date] of Object.entries(cases)) {
    it(text, () => {
      const [figure, ...more] = figuresIn(`展馆${text}，开放`);
      assert.deepEqual({ text: figure?.text, date: figure?.date, more }, { text, date, more: [] });
    });
  }
}

describe('figures: as programs that read pages write them', () => {
  finds({
    '增长$12.6\\%$，': ['$12.6\\%$ percentage 12.6 %'],
    '同比增长 $1 2 . 6 \\%$ 。': ['$1 2 . 6 \\%$ percentage 12.6 %'],
    '达$1.5$亿元，占6\\%': ['$1.5$亿元 money 150000000 元', '6\\% percentage 6 %'],
    '共$11010-12345678$1$': ['$11010-12345678$ number 11010'],
    '花了$5，另$6亿': ['$5 money 5 $', '$6亿 money 600000000 $'],
    '来了<b>120</b>人，': ['120</b>人 count 120 人'],
    '来了1\u200b20人，': ['1\u200b20人 count 120 人'],
    '河 湾 镇 来 了 1 2 0 人 ， 走 了 3 5 户': ['1 2 0 人 count 120 人', '3 5 户 count 35 户'],
  });
});

describe('figures: numbers as they are spoken and as cheques write them', () => {
  finds({
    '筹得两个亿，另有3个亿元级园区': ['两个亿 number 200000000', '3个 count 3 个'],
    '售出百三万,卌五户': ['百三万 number 1300000', '卌五户 count 45 户'],
    '七兆二亿六万三千': ['七兆二亿六万三千 number 7000200063000'],
    '存入柒元整，又存陆元伍角。': ['柒元整 money 7 元', '陆元伍角 money 6.5 元'],
    '城北陆元路': [],
    '○': [],
    负零三: ['负零三 number -3'],
    一三点五零: ['一三点五零 number 13.5'],
    零点85: ['零点85 number 0.85'],
    '增速-4.6%，编号-07': ['-4.6% percentage -4.6 %', '07 number 7'],
    '7000元日币': ['7000元日币 money 7000 元日币'],
    '新添三台水泵，一对六千。': ['三台 count 3 台', '一对 count 1 对', '六千 number 6000'],
    '守了4天4夜': ['4天 duration 4 天', '4夜 count 4 夜'],
    '24/7/365': [],
  });
});

describe('figures: what news writes beside its figures', () => {
  finds({
    '据外媒25日报道，8日本报讯': ['25日 date', '8日 date'],
    '2031世界灯彩大会，突破2031大关': ['2031 date', '2031 number 2031 over:突破'],
    '等7部门发布，三方面内容': ['7部门 count 7 部门', '三方面 count 3 方面'],
    '五部门多举措': ['五部门 count 5 部门'],
    '造成2死5伤': ['2死 count 2 死', '5伤 count 5 伤'],
    '吞吐3.2万标箱、40万桶': ['3.2万标箱 count 32000 标箱', '40万桶 count 400000 桶'],
    '致电0086-471-6635350或+81-52-932-1234': ['0086-471-6635350 phone', '81-52-932-1234 phone'],
    '“海燕-7”升空，“海燕9”返航，一架H-16直升机': [],
    '“95后”与00后；“索赔300万”': ['300万 number 3000000'],
    '不负三亿人': ['三亿人 count 300000000 人'],
  });
});

describe('figures: halves and parts of a unit', () => {
  finds({
    '四分之一公里，三分之二小时': ['四分之一公里 quantity 0.25 公里', '三分之二小时 duration 2/3 小时'],
    '只差百分之一秒，占百分之一': ['百分之一秒 duration 0.01 秒', '百分之一 percentage 1 %'],
    '修了一天半，再过半个钟头': ['一天半 duration 1.5 天', '半个钟头 duration 0.5 个钟头'],
    '三个多小时、一个多月、半个多月后': ['三个多小时 duration 3 个小时 over:多', '一个多月 duration 1 个月 over:多', '半个多月 duration 0.5 个月 over:多'],
    '半月后开馆，半月谈': ['半月 duration 0.5 个月'],
    半个: ['半个 count 0.5 个'],
  });
});

describe('figures: ranges whose ends have units of their own', () => {
  finds({
    '七元二角至七元四角': ['七元二角至七元四角 money 7.2–7.4 元'],
    '400米到1.2公里': ['400米到1.2公里 quantity 400–1200 米'],
    '两年三个月至两年八个月': ['两年三个月至两年八个月 duration 27–32 个月'],
    '由2公里到800米': ['2公里 quantity 2 公里', '800米 quantity 800 米'],
    '2 万（含）-6 万元之间': ['2 万（含）-6 万元 money 20000–60000 元'],
  });
});

describe('figures: dates as raw pages have them', () => {
  dates({
    '2023 年 4 月 7 日': { year: 2023, month: 4, day: 7 },
    '9月2日至 5日': { month: 9, day: 2, to: { month: 9, day: 5 } },
    '2023-04-0709:30': { year: 2023, month: 4, day: 7, hour: 9, minute: 30 },
    '2023-04-07-09:30': { year: 2023, month: 4, day: 7, hour: 9, minute: 30 },
    '二○○九年三月': { year: 2009, month: 3 },
    '20230407': { year: 2023, month: 4, day: 7 },
    '1998.03—2004.11': { year: 1998, month: 3, to: { year: 2004, month: 11 } },
    '2010.05—至今': { year: 2010, month: 5, since: true },
    '3月1日起至5月31日': { month: 3, day: 1, to: { month: 5, day: 31 } },
    二季度末: { month: 6, part: 'late' },
    '49年10月': { year: 1949, month: 10 },
    上世纪20年代: { year: 1920, to: { year: 1929 } },
    十九世纪六十年代末: { year: 1860, to: { year: 1869 }, part: 'late' },
    上世纪七八十年代: { year: 1970, to: { year: 1989 } },
    '8月十五晚7点': { month: 8, day: 15, hour: 19, minute: 0, lunar: true },
    去年六月初四: { relativeYear: -1, month: 6, day: 4, lunar: true },
    大年三十: { month: 12, day: 30, lunar: true },
    '农历8月23号': { month: 8, day: 23, lunar: true },
    '5月3日22点': { month: 5, day: 3, hour: 22, minute: 0 },
  });

  finds({
    '本月15号到馆，住在15号楼': ['15号 date', '15号楼 ordinal 15 号楼'],
    '6月8号、9号放假；3号和4号机组': ['6月8号 date', '9号 date', '3号 ordinal 3 号', '4号 ordinal 4 号'],
    '“7·08”专项行动': [],
    '7·08专项行动': ['7·08 date'],
    '10月3,000吨': ['10月 date', '3,000吨 quantity 3000 吨'],
    '还能用四五年': ['四五年 duration 4–5 年'],
    '腊月2000吨': ['腊月 date', '2000吨 quantity 2000 吨'],
    '20230407元': ['20230407元 money 20230407 元'],
  });
});

describe('figures: hours of the day', () => {
  dates({
    中午11点: { hour: 11, minute: 0 },
    中午1点: { hour: 13, minute: 0 },
    半夜1点: { hour: 1, minute: 0 },
    '晚上9点到12点': { hour: 21, minute: 0, to: { hour: 24, minute: 0 } },
    '22时至次日6时': { hour: 22, minute: 0, to: { hour: 6, minute: 0 } },
    '晚上8至10点': { hour: 20, to: { hour: 22, minute: 0 } },
    下午五六点: { hour: 17, to: { hour: 18 } },
    '4:45pm': { hour: 16, minute: 45 },
    零点: { hour: 0, minute: 0 },
  });

  finds({
    '21日20时许，约8时，早上6点多': ['21日20时 date about:许', '8时 time about:约', '早上6点 time over:多'],
    '北京时间20点，提出20点建议': ['20点 time', '20点 count 20 点'],
    零点五: ['零点五 number 0.5'],
    '三点两小时的课': ['三点 time', '两小时 duration 2 小时'],
  });
});

describe('figures: what a page of news has besides', () => {
  finds({
    '明天-12至-3摄氏度，零下12到3度': ['-12至-3摄氏度 temperature -12–-3 摄氏度', '零下12到3度 temperature -12–3 度'],
    '出库流量每秒450立方米，入库320立方米每秒': ['450立方米 quantity 450 立方米/秒', '320立方米每秒 quantity 320 立方米/秒'],
    '设计时速120公里，最高时速可达160公里': ['120公里 quantity 120 公里/小时', '160公里 quantity 160 公里/小时'],
    '每公斤3.6元，每千瓦时285克，每吨约500元，每户1.5万元': ['3.6元 money 3.6 元/公斤', '285克 quantity 285 克/千瓦时', '500元 money 500 元/吨 about:约', '1.5万元 money 15000 元/户'],
    '卖出3吨每吨500元，每天30元，每5公里1个': ['3吨 quantity 3 吨', '500元 money 500 元/吨', '30元 money 30 元', '5公里 quantity 5 公里', '1个 count 1 个'],
    '股票代码600123，邮编：010020，河政发〔2031〕12号，GB 2762-2022': ['600123 code', '010020 code', '2031〕12号 code', 'GB 2762-2022 code'],
    '拨打12345热线，登录12306网站，110报警，共110人': ['12345 phone', '12306 phone', '110 phone', '110人 count 110 人'],
    '618大促与双11，飞鹰-20、长龙-41': [],
    '拨打110、119，另缴话费，拨打110、200元': ['110 phone', '119 phone', '110 phone', '200元 money 200 元'],
    '以21-18、3-5人、打成3-5段': ['21 number 21', '18 number 18', '3-5人 count 3–5 人', '3-5段 count 3–5 段'],
    '比分21-18、3-5人观赛': ['21-18 ratio 21–18', '3-5人 count 3–5 人'],
    '拨打110，119，120求助': ['110 phone', '119 phone', '120 phone'],
    '他四十出头，她五十开外，一件三十出头元': ['四十 age 40 岁 over:出头', '五十 age 50 岁 over:开外'],
    '以21-18、19-21、21-15获胜，半场比分45-40，随后2-0领先': ['21-18 ratio 21–18', '19-21 ratio 19–21', '21-15 ratio 21–15', '45-40 ratio 45–40', '2-0 ratio 2–0'],
    '以5-10的比例兑水': ['5 number 5', '10 number 10'],
    '七旬老人、年过六旬、九十高龄、年近三旬': ['七旬 age 70 岁', '六旬 age 60 岁 over:过', '九十高龄 age 90 岁', '三旬 age 30 岁 about:近'],
    '上旬、每月三旬': [],
    '三到五成，3至5成': ['三到五成 percentage 30–50 %', '3至5成 percentage 30–50 %'],
    '七届二中全会，连续三届': ['七届 ordinal 7 届', '三届 count 3 届'],
    '装车1.86万车，3车道': ['1.86万车 count 18600 车', '3车道 count 3 车道'],
    '五家渠、六枝特区、二胎、千儿八百': [],
  });

  dates({
    公元前221年: { year: -221 },
    民国二十六年: { year: 1937 },
    '1355年': { year: 1355 },
    乾隆三十六年: { year: 1771 },
    '2023—2024年度': { year: 2023, to: { year: 2024 } },
    三月三: { month: 3, day: 3, lunar: true },
    七月七日: { month: 7, day: 7 },
  });

  it('a span of years before our era: its second year is before it, too', () => {
    const years = (text: string): unknown[] => figuresIn(text).map(({ date }) => date?.year);
    assert.deepEqual(years('从公元前1391年至1355年'), [-1391, -1355]);
    assert.deepEqual(years('公元前200年—1年'), [-200, -1]);
    // Larger, it can be no earlier one.
    assert.deepEqual(years('公元前200年至1355年'), [-200, 1355]);
  });
});
