import type { Random } from './random';

/**
 * What the simulator dresses articles with. All of it is written by hand for this purpose;
 * names of people and papers are invented, places are generic or well known.
 */
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文', '欧阳', '皇甫', '上官', '司马', '诸葛'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红梅建国文斌宇浩然雨欣子轩思远晓东海燕志鹏雪峰春生立新佳琪一鸣振宁若曦'];
const LONG_NAMES = ['巴特尔', '格根塔娜', '乌云其木格', '阿依古丽', '买买提', '扎西顿珠', '次仁央金', '苏日娜', '艾力江', '那日松'];
const PLACES = ['北京', '上海', '广州', '成都', '武汉', '西安', '沈阳', '南京', '杭州', '济南', '郑州', '长沙', '合肥', '南昌', '福州', '昆明', '贵阳', '兰州', '银川', '西宁', '太原', '石家庄', '哈尔滨', '长春', '呼伦贝尔', '乌鲁木齐', '海口', '南宁', '拉萨', '洛阳', '大同'];

/** Standing heads (栏目名) in the manner of slogans and column names. */
export const STANDING_HEADS = [
  '一线见闻', '今日聚焦', '民生直通车', '基层新事', '奋进新时代', '走进乡村看振兴', '身边的榜样', '新春走基层', '热点追踪', '记者调查',
  '经济观察', '文化视野', '法治在线', '读者来信', '时评', '深读', '新闻背景', '延伸阅读', '权威发布', '国际瞭望', '科技前沿', '教育周刊',
  '凝心聚力 再创佳绩', '比学赶超 争当先锋', '担使命 开新局', '强信心 稳增长', '文明新风 你我同行', '不忘初心 牢记使命', '优环境 促发展',
  '守护绿水青山', '健康生活', '城事', '社区故事', '法在身边', '图说新闻', '权威访谈', '深化改革进行时', '高质量发展调研行', '乡村振兴一线行', '百姓生活',
];

/** Kickers (引题) general enough to stand above any story. */
export const KICKERS = [
  '多措并举 精准发力', '凝聚共识 共谋发展', '直面难题 回应关切', '事实如何 记者追踪', '创新机制 优化服务', '立足实际 着眼长远',
  '有关部门回应', '专家解读', '各方持续关注', '最新进展', '上下联动 合力攻坚', '从严把关 压实责任', '真情服务 温暖人心', '抓住机遇 迎难而上',
  '以实干求实效', '紧盯目标 狠抓落实', '一个也不能少', '问题导向 标本兼治', '聚合力 谋新篇', '新起点上再出发',
];

/** Heads of briefs, general enough for any item. */
export const BRIEF_HEADS = [
  '公交改线', '夜校招生', '渡口复航', '冰场开放', '粮价平稳', '书市开幕', '路灯更换', '水厂扩容', '献血日活动', '老站新生', '义诊进社区', '供热提前', '古树挂牌', '集市搬迁',
  '通告发布', '警方提醒', '名单公布', '赛事落幕', '展览延期', '补贴到账', '新规施行', '道路封闭', '航班恢复', '奖项揭晓', '机构更名', '热线开通', '图书馆延时', '邻里食堂开张', '市民有了新去处', '首批学员结业',
];

/** Titles of photos and the captions below them. */
const PHOTO_TITLES = ['春耕', '晨练', '迎新', '丰收', '采茶忙', '赏花', '冰雪乐', '夜市', '护航', '开学第一课', '巧手剪纸', '书香满园', '雨中坚守', '古城新貌', '通车', '放风筝', '秋收图', '送戏下乡', '湿地候鸟归', '童心向阳', '田间课堂', '集市年味浓', '爱心义剪', '绿道骑行'];
const PHOTO_PLACES = ['人民公园', '湖滨步道', '城南市场', '西河村', '中心小学', '体育馆', '老街', '湿地公园', '高铁站', '图书馆', '文化广场', '茶园'];
const PHOTO_OPENINGS = ['连日来，天气转暖，', '周末，', '近日，', '昨日，', '节日期间，', '清晨，', '雨后初晴，', '随着气温回升，', '入秋以来，'];
const PHOTO_DOINGS = [
  '市民们走出家门，享受悠闲时光', '孩子们在老师带领下体验传统技艺', '志愿者为过往行人送上热茶', '村民抢抓农时，田野上一派繁忙景象',
  '游客驻足拍照，记录眼前美景', '工人们正在加紧施工', '各类展品吸引了众多参观者', '居民在这里锻炼身体、结识邻里', '演员们献上精彩的节目，掌声不断',
];
const PHOTO_ENDINGS = ['图为活动现场。', '图为市民在{}游玩。', '图为{}一角。', '图为{}的热闹场景。', '这是在{}拍摄的画面。', '图为游人走在{}。'];

const PAPERS = ['江河日报', '华岳晚报', '东湖晨报', '北辰日报', '清源商报', '南浦都市报'];
const SECTIONS = ['要闻', '综合', '时政', '经济', '社会', '民生', '国内新闻', '文体', '专题', '法治'];
const DUTIES = ['责任编辑', '编辑', '版式', '校对', '美编', '视觉', '本版编辑', '值班主任', '组版', '责校'];

/** A person's name. */
export function personName(random: Random): string {
  if (random.chance(0.06)) return random.pick(LONG_NAMES);
  const given = random.pick(GIVEN);
  return random.pick(SURNAMES) + given + (random.chance(0.6) ? random.pick(GIVEN) : '');
}

/** One to three names with spaces between them. */
export function people(random: Random, most = 3): string {
  const count = random.weighted([[1, 6], [2, 3], [3, 1]] as const);
  return Array.from({ length: Math.min(count, most) }, () => personName(random)).join(' ');
}

/** A byline line: □本报记者 … 通讯员 …. */
export function byline(random: Random): string {
  const mark = random.weighted([['□', 5], ['■', 3], ['', 4], ['□ ', 1], ['■ ', 1], ['●', 0.5]] as const);
  const who = random.weighted([
    [`本报记者 ${people(random)}`, 6],
    [`记者 ${people(random)}`, 2],
    [`本报记者 ${people(random)} 通讯员 ${people(random, 2)}`, 3],
    [`本报通讯员 ${people(random, 2)}`, 1],
    [`特约评论员 ${people(random, 1)}`, 0.4],
    [people(random), mark === '' ? 0 : 2],
  ] as const);
  return mark + who;
}

/** A dateline such as 本报某地10月21日讯（记者 …）, with full-width brackets. */
export function dateline(random: Random): string {
  const place = random.pick(PLACES);
  const day = `${random.whole(1, 12)}月${random.whole(1, 28)}日`;
  const who = random.weighted([[`（记者 ${people(random)}）`, 6], [`（记者${people(random, 1)}）`, 1], [`（记者 ${people(random)} 通讯员 ${people(random, 1)}）`, 2], [`（${people(random, 2)}）`, 1], [' ', 1]] as const);
  const head = random.weighted([
    [`本报${place}${day}讯`, 5],
    [`本报${place}${day}电`, 4],
    [`本报${day}讯`, 1],
    ['本报讯', 3],
    [`新华社${place}${day}电`, 2],
  ] as const);
  return head + who;
}

/** A photo's title, caption and credit; `borrowed` (a first sentence) may stand in for the caption. */
export function photo(random: Random, borrowed: string | undefined): { title: string; caption: string; credit: string } {
  const made = random.pick(PHOTO_OPENINGS) + random.pick(PHOTO_DOINGS) + '。' + random.pick(PHOTO_ENDINGS).replace('{}', random.pick(PHOTO_PLACES));
  const name = personName(random);
  return {
    title: random.pick(PHOTO_TITLES),
    caption: borrowed !== undefined && random.chance(0.3) ? borrowed : made,
    credit: random.weighted([[`本报记者 ${name} 摄`, 6], [`${name} 摄`, 3], [`本报记者 ${name}摄`, 1], [`通讯员 ${name} 摄`, 1], [`（${name} 摄）`, 1], [`本报记者 ${name} ${personName(random)} 摄影报道`, 0.5]] as const),
  };
}

/** A folio line: paper, date, page. */
export function folio(random: Random): string {
  const number = random.whole(1, 16);
  const page = random.weighted([[`第${number}版`, 4], [`${String(number).padStart(2, '0')}版`, 2], [`A${number}`, 1], [`${number}`, 1]] as const);
  const date = `20${random.whole(10, 26)}年${random.whole(1, 12)}月${random.whole(1, 28)}日 星期${random.pick([...'一二三四五六日'])}`;
  return random.weighted([
    [`${random.pick(PAPERS)} ${date} ${page}`, 2],
    [`${date} ${page} ${random.pick(SECTIONS)}`, 3],
    [`${page} ${random.pick(SECTIONS)} ${date}`, 3],
    [`${random.pick(SECTIONS)} ${page}`, 1],
  ] as const);
}

/** An editors' line: 责任编辑：… 版式：… 校对：…. */
export function editors(random: Random): string {
  const duties = random.shuffle(DUTIES).slice(0, random.whole(1, 3));
  const colon = random.chance(0.8) ? '：' : ' ';
  return duties.map((duty) => duty + colon + personName(random)).join(random.chance(0.8) ? ' ' : '  ');
}
