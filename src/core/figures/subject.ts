/**
 * What a figure measures: the noun phrase before it (发电量482.6亿千瓦时), or behind a count (20余所高校). With the words' tags of
 * nodejieba the phrase is cut where the nouns begin; without them at words that stand before and behind noun phrases in news.
 */
import { isHan } from '../text/characters';
import { trimOf } from '../text/trim';
import type { TaggedWord } from '../text/words';
import type { Figure, FigureKind } from './figure';
import { endingAt, itself, startingAt } from './wordList';

const STOPS = '，,。；;：:！？!?\n()（）“”"《》■□';
/** Between the subject and its figure: verbs and adverbs that say how much. */
const between = endingAt((
  '不低于 不高于 不少于 不超过 稳定在 保持在 维持在 控制在 高于 低于 扩大 收窄 回升 反弹 攀升 跃升 缩小 放缓 加快 收报 连续 整整 用了 高出 多出 净增 拿出 涨 跌 同比名义增长 同比实际增长 同比增长 同比增加 同比下降 同比减少 环比增长 环比下降 平均增长 累计实现 预计可达 分别达到 分别增长 分别达 分别为 分别占 达到 突破 超过 实现 完成 累计 预计 增长 增加 提高 提升 上升 下降 减少 回落 上涨 下跌 缩短 ' +
  '高达 仅有 共有 共计 总计 合计 约占 占比达到 占比达 约有 约为 将近 接近 不足 不到 至少 大约 平均 名义 实际 分别 同比 环比 已达 达 为 有 约 近 超 占 共 仅 是 至 到 了 已 将 可 均 比 较 增 降 总 长 宽 高 计 逾 余 又 再 的 每 全 只 就 由 从 以 于 第'
).split(' '), itself);
/** Before the subject: what leads to it and is no part of it. */
const leading = startingAt((
  '截至目前 截至 与此同时 据悉 据介绍 据统计 数据显示 其中 同时 此外 另外 目前 今年以来 近年来 今年 去年 全年 前三季度 上半年 去年同期 记者 累计 预计 计划 共 并 且 还 也 又 已 将 该 这条 这座 这个 这项 这批 使 让 把 对 在 从 向 为 与 和 及 以及 至 到 按 通过 成功 先后 总共 一共 每年 每月 每天 年 月 日 全部 今天 明天 昨天 当天 当日 按照 ' +
  '新增培育认定 新增认定 新增 培育认定 培育 认定 获得 实现 完成 建成 投入 举办 开展 接待 安装 架设 整合优化 整合 优化 惠及 兑现 争取 下达 收集 化解 解决 覆盖 带动 新建 改造 打造 引进 签订 签约 销售 生产 建设 拥有 设有 设 配备 组织 发放 发现 查处 办理 受理 减少 增加 提供 支持 推出 修复 展出 ' +
  '吸引 种下 铺设 开通 投放 发送 运送 运输 出动 派出 调集 救助 帮扶 培训 选派 安置 转移 种植 养殖 收割 流转 承担 联系 连续 持续 驾驶 参加 参与'
).split(' '), itself);
/** Behind a counted noun: where the phrase ends. */
const ENDS = /[，,。；;：:！？!?\n、（）()“”"《》的了在和与及等从将已是有为被把于向对以并都就由可能需要均共上下中内外开参前后来去说正还约近超达占\d一二两三四五六七八九十]|落户|开工|建成|投产|受益|就业|上岗|组成|完成|增长|提高|收入|运营/;
const LONGEST = 14;
const MOST = 20;
const LONGEST_BEHIND = 8;

/** Signs with which a word that is no lead begins like one: 设计 and 年龄, not 设 and 年. */
const NO_LEAD: Readonly<Record<string, string>> = { 设: '计备施', 年: '龄均度', 月: '均', 日: '均常', 对: '外口', 从: '业', 和: '谐', 还: '款贷', 使: '用', 在: '职校岗建编册读', 共: '同', 向: '上', 为: '期', 与: '会' };
/** Before the figure: what it is measured by (每立方米26微克), which is in its unit. */
const MEASURED_BY = /每(?:百|千|万)?(?:立方米|平方米|平方公里|千瓦时|公斤|千克|公顷|吨|斤|亩|升|人|户|头|只|年|月|天|日|季度|小时|分钟|秒|股|票|名|个|件|人每年|人每月)$/;

/** The tags of words a noun phrase is made of. */
const NOMINAL = /^(?:n|vn|an|j|nz|ns|nt|nr|eng|l|b|a|s|f|g|i|ng|vg|k)/;

/** Kinds that measure nothing. */
const WITHOUT: ReadonlySet<FigureKind> = new Set<FigureKind>(['date', 'time', 'phone', 'code', 'page', 'issue', 'ordinal']);

/**
 * The subject of a figure.
 * @param text the text that was searched for figures
 * @param before the figure before it in the same text, if any
 * @param carried the subject of that figure, taken over where nothing stands between the two
 * @param words the words of the sentence with their tags, joined they are `text.slice(...figure.sentence)`
 */
export function subjectOf(text: string, figure: Figure, before: Figure | undefined, carried: string | undefined, words?: readonly TaggedWord[]): string | undefined {
  if (WITHOUT.has(figure.kind)) return undefined;
  const [first] = figure.sentence;
  const least = Math.max(first, before !== undefined && before.span[1] <= figure.span[0] ? before.span[1] + (before.bound?.place === 'after' ? before.bound.word.length : 0) : first);
  const behind = counts(figure) ? nounsBehind(text, figure, words) : undefined;
  if (behind !== undefined) return behind;
  const left = leftOf(text, least, figure.span[0], first, words);
  if (left !== undefined) return left;
  return before?.sentence[0] === first ? carried : undefined;
}

function counts({ kind }: Figure): boolean {
  return kind === 'count' || kind === 'number';
}

/** The noun phrase that ends right before `end`, change and verbs of measure passed over. */
function leftOf(text: string, least: number, end: number, first: number, words: readonly TaggedWord[] | undefined): string | undefined {
  let from = end;
  while (from > least && !STOPS.includes(text.charAt(from - 1)) && end - from < 40) from--;
  // No phrase is shorter.
  if (end - from < 2) return undefined;
  let last = end;
  const whole = text.slice(from, end);
  const [based, each] = [/[比较由从]/.test(whole), whole.includes('每')];
  // 大桥全长 is measured, and not the bridge.
  for (let taken = !/(?:[全总桥坝][长高宽]|身高)$/.test(text.slice(Math.max(from, last - 2), last)); taken; ) {
    const word = between(text, last, from);
    const base = word === undefined || !based ? undefined : (/(?<![同环占对相])(?:比|较)[^比较]{1,12}$/.exec(text.slice(from, last - word.length)) ?? /[由从][^由从]{1,8}$/.exec(text.slice(from, last - word.length)));
    taken = word !== undefined;
    if (word !== undefined) last -= word.length;
    if (base !== null && base !== undefined) last = from + base.index;
    const per = each ? MEASURED_BY.exec(text.slice(from, last)) : null;
    if (per !== null && per.index > 0) [last, taken] = [from + per.index, true];
  }
  const phrase = words === undefined ? plain(text.slice(from, last)) : tagged(words, from - first, last - first);
  return phrase !== undefined && [...phrase].filter((char) => isHan(char.charCodeAt(0))).length >= 2 ? phrase : undefined;
}

/** The word at the beginning of a phrase that leads to the subject and is no part of it. */
function leadOf(phrase: string): string | undefined {
  const lead = leading(phrase, 0, phrase.length);
  return lead === undefined || (NO_LEAD[lead]?.includes(phrase.charAt(lead.length) || ' ') ?? false) ? undefined : lead;
}

function plain(written: string): string | undefined {
  let phrase = written.trim().replace(/^[#、\s■□的]+/, '');
  while (/[、\s〔［[=+*/—~-]$/.test(phrase)) phrase = phrase.slice(0, -1);
  for (let lead = leadOf(phrase); lead !== undefined; lead = leadOf(phrase)) phrase = phrase.slice(lead.length);
  if (phrase.length > LONGEST) {
    const de = phrase.lastIndexOf('的');
    if (de > 0 && phrase.length - de - 1 >= 2) phrase = phrase.slice(de + 1);
    // A little too long is better than cut within a word.
    else if (phrase.length > MOST) phrase = phrase.slice(-LONGEST);
  }
  return /[\u4e00-\u9fff]{2}/.test(phrase) ? phrase : undefined;
}

/** The nouns that end at `end`, offsets in the sentence. */
function tagged(words: readonly TaggedWord[], from: number, end: number): string | undefined {
  let at = 0;
  let phrase = '';
  for (const { word, tag } of words) {
    const start = at;
    at += word.length;
    if (start < from) continue;
    if (start >= end) break;
    const cut = at > end ? word.slice(0, end - start) : word;
    const noun = NOMINAL.test(tag);
    // 贡献率 behind 的 is the head; what stands before it tells which.
    const joint = (tag === 'uj' || word === '、' || word === '和' || word === '及') && phrase !== '';
    phrase = noun || joint ? phrase + cut : '';
  }
  phrase = trimOf(phrase, '的、和及');
  return phrase.length >= 2 ? phrase : undefined;
}

function nounsBehind(text: string, figure: Figure, words: readonly TaggedWord[] | undefined): string | undefined {
  const from = figure.span[1] + (figure.bound?.place === 'after' ? figure.bound.word.length : 0);
  if (!isHan(text.charCodeAt(from)) || !isHan(text.charCodeAt(from + 1))) return undefined;
  const rest = text.slice(from, Math.min(text.length, figure.sentence[1], from + LONGEST_BEHIND + 4));
  const end = rest.search(ENDS);
  const phrase = (end < 0 ? rest : rest.slice(0, end)).slice(0, LONGEST_BEHIND);
  if (phrase.length < 2 || !/^[\u4e00-\u9fff]{2}/.test(phrase)) return undefined;
  if (words === undefined) return phrase;
  let at = figure.sentence[0];
  let nouns = '';
  for (const { word, tag } of words) {
    const start = at;
    at += word.length;
    if (at <= from) continue;
    if (start < from || !NOMINAL.test(tag) || start >= from + LONGEST_BEHIND) break;
    nouns += word;
  }
  return nouns.length >= 2 ? nouns : undefined;
}

/**
 * The figures of one text with their subjects.
 * @param wordsOf the tagged words of a sentence, where a service has them
 */
export function withSubjects(text: string, figures: readonly Figure[], wordsOf?: (sentence: string) => readonly TaggedWord[] | undefined): readonly Figure[] {
  const known = new Map<number, readonly TaggedWord[] | undefined>();
  let before: Figure | undefined;
  let carried: string | undefined;
  let counted = false;
  return figures.map((figure) => {
    const [start, end] = figure.sentence;
    if (wordsOf !== undefined && !known.has(start)) known.set(start, wordsOf(text.slice(start, end)));
    if (figure.sentence[0] !== before?.sentence[0]) carried = undefined;
    // 300名工人 says what is counted, and nothing of the money behind it.
    const over = counted && !counts(figure) ? undefined : carried;
    const subject = subjectOf(text, figure, before, over, known.get(start)) ?? (wordsOf === undefined ? undefined : figure.subject);
    before = figure;
    if (subject !== undefined && subject !== over) [carried, counted] = [subject, counts(figure) && !text.slice(start, figure.span[0]).includes(subject)];
    if (subject !== undefined) return { ...figure, subject };
    if (figure.subject === undefined) return figure;
    const plain: { -readonly [Part in keyof Figure]: Figure[Part] } = { ...figure };
    delete plain.subject;
    return plain;
  });
}
