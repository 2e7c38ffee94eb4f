import { traditional } from './traditional';

/**
 * Word lists of the trade, as data. Each is a general word of Chinese newspapers; no name of a person,
 * a place or a paper of some page stands here.
 */

/** Marks printers put before bylines and jump lines. */
export const MARKS = '□■◇◆○●△▲▼▽☆★◎▶►⊙';

/** Who wrote it: a byline is made of these and of names. Longer ones first. */
export const REPORTER_TITLES = [
  '摄影记者', '文字记者', '见习记者', '实习记者', '首席记者', '特派记者', '特派员', '特约记者', '驻站记者', '全媒体记者', '融媒体记者', '小记者', '记者',
  '特约通讯员', '通讯员', '特约评论员', '评论员', '实习生', '特约撰稿人', '撰稿人', '撰稿', '撰文', '编译', '编辑', '作者', '整理',
] as const;

/** What stands before a reporter's title: the paper itself or an agency. */
export const HOUSES = ['本报', '本刊', '本网', '本台', '本社', '新华社', '中新社', '中新网', '人民网', '新华网'] as const;

/** What those do who make a page; their names follow. */
export const EDITING = [
  '责任编辑', '本版编辑', '本版责编', '值班编辑', '版面编辑', '责编', '责校', '图片编辑', '新媒体编辑', '美术编辑', '编辑', '美编', '视觉', '版式设计', '版式策划', '版面设计', '美术设计', '版式', '校对', '校检', '审读', '检校',
  '值班主任', '值班总编', '值班编委', '值班总监', '总值班', '主编', '组版', '排版', '制图', '统筹', '策划', '终审', '初审', '复审', '一审', '二审', '三审',
] as const;

/** Words that belong to the page and not to an article; each opens or closes a short line. */
export const FURNITURE_WORDS = [
  ...EDITING,
  '社址', '邮编', '邮政编码', '邮发代号', '国内统一刊号', '国内统一连续出版物号', '刊号',
  '总编室', '新闻热线', '热线电话', '读者热线', '广告热线', '发行热线', '订阅热线', '投稿邮箱', '电子邮箱', '电子信箱', '广告部', '发行部', '本报地址', '广告许可证', '零售价', '定价', '每份',
  'E-mail', 'Email', 'http', 'www.', '微信公众号', '官方微博', '官方网站', '扫码', '广告', '公益广告',
] as const;

/** Words by which a photo's caption points at it. */
export const CAPTION_WORDS = ['图为', '图片为', '上图', '下图', '左图', '右图', '题图', '图①', '图②', '图③', '图④', '图一', '图二', '图1', '图2', '小图', '大图', '图表'] as const;

/** Names of columns and series (栏目名) found in many papers. */
const STANDING: readonly string[] = [
  '要闻', '综合', '综合新闻', '时政', '时政要闻', '国内', '国际', '国际新闻', '国内新闻', '本地新闻', '社会', '社会新闻', '经济', '经济新闻', '财经', '民生', '文化', '体育', '体育新闻', '教育', '科技', '健康', '法治', '法制', '生态', '三农', '旅游',
  '时评', '短评', '社论', '评论', '今日谈', '今日观察', '今日论语', '热点', '热点聚焦', '聚焦', '关注', '特别关注', '特别报道', '深度', '深度报道', '调查', '人物', '副刊', '专题', '专版', '专栏', '简讯', '简明新闻', '新闻简报', '短波', '一句话', '港闻', '两岸', '地方', '要闻版', '短讯', '快讯', '一句话新闻', '新闻速览', '新闻速递', '新闻链接', '相关链接', '延伸阅读', '记者手记', '编者按', '记者观察', '现场', '新闻现场', '图片新闻', '图说新闻', '天气', '天气预报', '公告', '广告', '公益广告', '导读', '今日导读', '声音', '来信', '读者来信', '回音壁', '新春走基层', '走基层', '在现场', '一线调研', '一线见闻', '经验交流', '工作研究', '理论', '视点', '观点',
];
/** The same as simplified and as traditional papers write them. */
export const STANDING_HEADS: ReadonlySet<string> = new Set([...STANDING, ...STANDING.map(traditional)]);

const WITH_TEXT: readonly string[] = ['天气', '天气预报', '图片新闻', '图说新闻', '导读', '今日导读', '社论', '短评', '时评', '编者按', '记者手记', '来信', '读者来信', '回音壁', '声音', '人物', '新闻链接', '相关链接', '延伸阅读', '简讯', '短讯', '快讯'];
/** Names of series that are the headline of what stands below them as often. */
export const HEADS_TOO: ReadonlySet<string> = new Set([...WITH_TEXT, ...WITH_TEXT.map(traditional)]);

const BOXES: readonly string[] = [
  '相关链接', '相关报道', '新闻链接', '新闻背景', '背景链接', '延伸阅读', '资料链接', '知识链接', '名词解释', '事件回顾', '案件回顾', '案情回顾', '新闻回放', '新闻回顾', '编后', '编后语', '专家点评', '专家观点', '专家解读', '网友热议',
];
/** What stands above the last part of an article: without a mark, in its text, a subhead. */
export const BOX_HEADS: ReadonlySet<string> = new Set([...BOXES, ...BOXES.map(traditional)]);

/** A paper's own name. */
export const MASTHEAD = /^\p{Script=Han}{1,6}(?:日|晚|时|早|晨|商|周|都市|青年|导|农民|工人|法治)报$/u;

/** The commonest family names; those of two characters first. */
export const FAMILY_NAMES: readonly string[] = [
  '欧阳', '司马', '上官', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐',
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文温梅严祝柳岳章凌殷俞冉裴',
];

/** What opens a line of news: who sends it. */
export const SENDERS = [
  '据新华社', '据中新社', '据中央社', '据本报', '新华社', '中央社', '中新社', '中新网', '人民网', '新华网', '央视网', '本报', '本刊', '本网', '本台', '综合本报', '综合新华社',
] as const;
