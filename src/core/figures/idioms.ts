/**
 * What looks like a figure and is none, as data: idioms, slogans, names of places, institutions and plans. Each is looked up where it
 * begins, and what it covers is passed over. A Chinese numeral without a measure word behind it is no figure anyhow (四川, 五花八门,
 * 四面八方), so only what could be taken for one has a line. Phrases in which the number counts (四个全面) have none.
 * Collected by reading news and the common dictionaries of set phrases.
 */
const PHRASES =
  // Slogans and plans of the news.
  '一带一路 一老一小 三明医改 十四五 十三五 十二五 十一五 十五五 十六大 十七大 十八大 十九大 二十大 五位一体 三位一体 四位一体 六位一体 两个一百年 一百年奋斗 八项规定 五年规划 一次全会 二次全会 三次全会 四次全会 五次全会 六次全会 七次全会 八次全会 最后一公里 二十四节气 五级书记 一号文件 四套班子 四大班子 ' +
  // Idioms that begin with a numeral.
  '一分为二 一点一滴 一毛不拔 一日三餐 一年四季 一年一度 一年到头 一年之计 一成不变 一波三折 一石二鸟 一箭双雕 一举两得 一里一外 一刻千金 一寸光阴 一分耕耘 一分收获 一分一毫 一分一秒 两点一线 两条腿 两把刷子 两两 三点一线 三番五次 三番两次 三头六臂 三天两头 ' +
  '三五成群 三句话不离 三步并作 三下五除二 三三两两 三把火 三分热度 三座大山 三长两短 四两拨千斤 四处 四周 四分五裂 五步 五十步笑百步 七级浮屠 七十二变 七十二行 八股 八级工 九牛一毛 九天揽月 九级浪 十年树木 十年寒窗 十年磨一剑 ' +
  '十年如一日 十有八九 十之八九 十里八乡 十里八村 十里长街 十八般武艺 十万火急 十万个为什么 十月怀胎 三十而立 四十不惑 五十知天命 三十六计 三百六十行 二万五千里长征 百里挑一 百尺竿头 百日誓师 百日攻坚 百年大计 百年不遇 百年未有 百年奋斗 百年老店 ' +
  '百家争鸣 百家讲坛 百家姓 百家乐 千家万户 千头万绪 千篇一律 千丝万缕 千载难逢 千斤顶 千元机 千年古 万一 万人空巷 万岁 万里长城 万里长征 万元户 亿元户 亿万 成千上万 成百上千 一五一十 ' +
  // Idioms that begin with something else.
  '朝三暮四 朝九晚五 接二连三 颠三倒四 丢三落四 低三下四 不三不四 挑三拣四 说三道四 推三阻四 杂七杂八 再三 张三李四 独一无二 举一反三 略知一二 千儿八百 百儿八十 一半天 五黄六月 以一当十 合二为一 合而为一 三者为一 化零为整 丈二 不二 ' +
  // Names.
  '二十国集团 七十七国集团 七国集团 两位数 三位数 四位数 一号院 二次元 二人转 二级市场 一级市场 二月河 三角洲 三角形 三角 三级跳 三级甲等 三轮车 三元桥 三元里 三里屯 三件套 三伏天 三伏 三公里外 三门峡 三台县 三台人 三沙市 四大洋 四大发明 四轮驱动 四级考试 六级考试 五角大楼 五角星 五大连池 五道口 五台山 五台县 五里河 六盘水 六盘山 七里河 七匹狼 七台河 ' +
  '八里台 八里庄 八角 八大关 九曲 九台区 九台市 九台人 九台农商 九里山 十里堡 十里河 十月革命 十三陵 十三香 百团大战 百里峡 千佛山 千层饼 千层蛋糕 千岛湖 三级警督 三一重工 ' +
  '六枝特区 五家渠 八步区 三只松鼠 六个核桃 七天酒店 十月稻田 一百零八将 两轮车 两轮电动 二胎 三胎 二代 ' +
  '双十一 双十二 双11 双12 专八 老三届 老二 老三 老四 老五 老六 小三 小二 高一 高二 高三 大一 大二 大三 大四 研一 研二 研三 初一 初二 初三 正三角 金三角 珠三角 长三角 铁三角 京九 国四 国五 国六 五一 六一 七一 八一 十一黄金周 ' +
  '周一 周二 周三 周四 周五 周六 星期一 星期二 星期三 星期四 星期五 星期六 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 ' +
  // 第 that names no rank.
  '第一时间 第一手 第一线 第一书记 第一夫人 第一要务 第一责任人 第一桶金 第一反应 第一动力 第一生产力 第一资源 第一感觉 第一印象 第一财经 第一观感 第一家庭 第一动能 第一步 第一百货 第一议题 第二课堂 第二故乡 第三方 第三者 第三世界 第三只眼 第六感 第四范式';

/** By their first character, longest first. */
const BY_FIRST: ReadonlyMap<string, readonly string[]> = (() => {
  const table = new Map<string, string[]>();
  for (const phrase of new Set(PHRASES.split(' '))) {
    const first = phrase.charAt(0);
    table.set(first, [...(table.get(first) ?? []), phrase]);
  }
  for (const list of table.values()) list.sort((a, b) => b.length - a.length);
  return table;
})();

/** The first characters of the phrases. */
export const IDIOM_STARTS: ReadonlySet<string> = new Set(BY_FIRST.keys());

/** The end of the set phrase that begins at `at` of a folded text, or `at` itself where none does. */
export function idiomEnd(text: string, at: number, limit: number): number {
  for (const phrase of BY_FIRST.get(text.charAt(at)) ?? []) {
    if (at + phrase.length > limit || !text.startsWith(phrase, at)) continue;
    // 高二 is a class, 提高二十倍 is not; 第一步骤 and 万一千 go on.
    const next = at + phrase.length < limit ? text.charAt(at + phrase.length) : '';
    if (LONGER_NUMBER.has(next) && phrase.length === 2) return at;
    return at + phrase.length;
  }
  return at;
}

/** Behind these a phrase of two characters is the beginning of a longer number (五一百, 大二十). */
const LONGER_NUMBER: ReadonlySet<string> = new Set('十百千万亿个名倍成点');
