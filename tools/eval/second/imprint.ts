import type { Random } from '../random';

/** The invented names and formulas that a newsroom puts around its stories. */

const SURNAMES = '赵钱孙周吴郑冯陈卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹柏窦章苏潘葛范彭郎鲁韦马苗方任袁柳史唐';
const GIVEN = '岚松柯澄蔚朗筠牧舟晗旭禾霖荻芃岩堃桐珩瑜昀屹汀茵楠宁骁淼宸琪越溪棠';
const PLACES = ['临浦', '青垣', '白渡', '石桥镇', '南屿', '云汀', '东陵川', '河套口', '平谷关', '雁回', '海曲', '长汀坝', '乌兰淖', '松岭', '归岚', '沙溪口'];
const PAPERS = ['临浦日报', '东陵川日报', '云汀晚报', '海曲新报'];
const SERIES = ['走基层 看变化', '今日视点', '一线见闻', '记者手记', '民生热线', '新时代 新作为', '聚焦', '奋斗者之歌', '法治在身边', '大家谈', '百姓话题', '城事追踪', '每周观察', '热点追问'];
const PHOTO_TITLES = ['晨练', '秋收忙', '水上课堂', '花开河畔', '迎新', '灯会彩排', '湖畔观鸟', '书香满巷', '飞驰', '雪后初晴', '赶集', '冬日暖阳', '老街新颜', '抢修', '田间地头', '童趣'];
const WEEKDAYS = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'];
const SECTIONS = ['要闻', '综合', '社会', '本地', '时政', '民生'];

/** The day of the paper: what its folio and its datelines agree on. */
export interface Issue {
  readonly paper: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly page: number;
}

export function drawIssue(random: Random): Issue {
  return { paper: random.pick(PAPERS), year: random.whole(2015, 2025), month: random.whole(1, 12), day: random.whole(2, 28), page: random.whole(2, 8) };
}

/** An invented person of two or three characters. */
export function person(random: Random): string {
  const letters = (from: string, count: number): string => Array.from({ length: count }, () => random.pick([...from])).join('');
  return letters(SURNAMES, 1) + letters(GIVEN, random.weighted([[1, 2], [2, 3]] as const));
}

/** A byline on a line of its own. */
export function byline(random: Random): string {
  const one = person(random);
  const two = person(random);
  return random.weighted([
    [`□本报记者 ${one}`, 4],
    [`□本报记者 ${one} 通讯员 ${two}`, 2],
    [`■本报记者 ${one}`, 2],
    [`■本报记者 ${one} ${two}`, 1],
    [`本报记者 ${one}`, 2],
    [`本报记者 ${one} ${two}`, 1],
    [`□${one} ${two}`, 1],
    [`■ ${one}`, 1],
  ] as const);
}

/** A dateline to stand in front of the first paragraph; full-width brackets. */
export function dateline(random: Random, issue: Issue): string {
  const day = issue.day - 1;
  const who = random.weighted([
    [`（记者 ${person(random)}）`, 4],
    [`（记者 ${person(random)} ${person(random)}）`, 2],
    [`（记者 ${person(random)} 通讯员 ${person(random)}）`, 1],
    [`（${person(random)}）`, 1],
  ] as const);
  return random.weighted([
    [`本报${random.pick(PLACES)}${issue.month}月${day}日${random.pick(['讯', '电'])}${who}`, 5],
    [`本报讯${who}`, 2],
  ] as const);
}

export const series = (random: Random): string => random.pick(SERIES);

/** A closing name in brackets. */
export function signature(random: Random): string {
  return random.weighted([[`（${person(random)}）`, 3], [`（${person(random)} ${person(random)}）`, 2], [`（本报记者 ${person(random)}）`, 1]] as const);
}

export const jumpFromLine = (page: number, random: Random): string => random.weighted([[`■上接第${page}版 `, 3], [`（上接第${page}版）`, 1]] as const);
export const jumpToLine = (page: number): string => `（下转第${page}版）`;
export const photoTitle = (random: Random): string => random.pick(PHOTO_TITLES);
export const photoCredit = (random: Random): string => `${random.weighted([['本报记者 ', 3], ['通讯员 ', 1], ['', 1]] as const)}${person(random)} 摄`;

export function folio(random: Random, { paper, year, month, day, page }: Issue): string {
  const date = `${year}年${month}月${day}日`;
  return random.pick([
    `${paper} ${date} ${random.pick(WEEKDAYS)} 第${page}版 ${random.pick(SECTIONS)}`,
    `${date} ${random.pick(WEEKDAYS)} ${random.pick(SECTIONS)} ${page}`,
    `第${page}版：${random.pick(SECTIONS)}`,
  ]);
}

export function editors(random: Random): string {
  const [one, two, three] = [person(random), person(random), person(random)];
  return random.pick([`责任编辑：${one} 版式策划：${two} 制图：${three}`, `本版编辑：${one} ${two}`, `责编：${one} 校对：${two}`, `编辑：${one} 美编：${two} 校对：${three}`]);
}
