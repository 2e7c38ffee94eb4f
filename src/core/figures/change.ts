/** What a figure says has changed: 同比增长5.2%, 比1—5月提高0.3个百分点, 由90吨提高到240吨, 降幅3%. */
import type { Change, FigureKind } from './figure';
import { endingAt, itself } from './wordList';

/** Verbs and nouns of change, as data. */
const VERBS: readonly (readonly [word: string, direction: Change['direction']])[] = [
  ...split('up', '增长 增加 上升 提高 提升 上涨 攀升 加快 扩大 升高 上浮 高出 多出 增产 增收 走高 上调 拉升 跃升 新增 提速 净增 多增 增值 回升 反弹 增速 增幅 涨幅 升幅 增长率 翻了 高 增 涨 升 多 快'),
  ...split('down', '下降 减少 降低 回落 下跌 下滑 收窄 缩减 减产 缩短 下调 放缓 压减 萎缩 下挫 降幅 跌幅 少 降 跌 减 低 慢 缩水 负增长'),
];

/** Verbs of one character need the word of comparison before them: 比去年多3天, 降3%. */
const WEAK = new Set('高 多 快 少 低 慢 增 升 减'.split(' '));
/** What may stand between the verb and its figure. */
const FILLERS: readonly string[] = ['分别为', '分别达', '高达', '达到', '超过', '将近', '大约', '不到', '不足', '至少', '分别', '至', '到', '了', '约', '近', '超', '为', '达', '有', '逾', '仅', '是', '率', '的', '幅度', '不低于', '不超过', '也', '均'];
const verbAt = endingAt(VERBS, ([word]) => word);
const fillerAt = endingAt(FILLERS, itself);
const REACHED = /^(?:[到至]|了[到至])/;
/** Nothing is compared over one of these. */
const STOPS = '，,。；;：:！？!?\n（(';
/** How far the words before a figure are read. */
const REACH = 40;
const FILLED = 12;

function split(direction: Change['direction'], list: string): (readonly [string, Change['direction']])[] {
  return list.split(' ').map((word) => [word, direction] as const);
}

const CHANGING = new Set<FigureKind>(['number', 'count', 'quantity', 'money', 'percentage', 'permille', 'percentagePoint', 'multiple', 'fraction', 'duration', 'temperature', 'age']);

/**
 * The change a figure expresses.
 * @param text the folded text
 * @param start where the figure begins, sign and bound left out
 * @param from the end of the figure before it
 */
export function changeOf(text: string, start: number, from: number, kind: FigureKind): Change | undefined {
  if (!CHANGING.has(kind)) return undefined;
  // 翻一番 is its own verb.
  if (kind === 'multiple' && text.charAt(start) === '翻') return withAgainst({ direction: 'up', verb: '翻番' }, text, start, from);
  // Nothing stands between the two.
  if (start <= from) return undefined;
  let end = start;
  const least = Math.max(from, start - FILLED);
  for (let taken = true; taken; ) {
    taken = false;
    if (text.charAt(end - 1) === ' ' && end > least) [end, taken] = [end - 1, true];
    const filler = fillerAt(text, end, least);
    const verb = verbAt(text, end, least);
    if (verb !== undefined) break;
    if (filler !== undefined) [end, taken] = [end - filler.length, true];
  }
  const found = verbAt(text, end, Math.max(from, end - 4));
  if (found === undefined) return undefined;
  const [verb, direction] = found;
  const reached = REACHED.test(text.slice(end, start));
  const change = withAgainst({ direction, verb, ...(reached ? { reached } : {}) }, text, end - verb.length, from);
  if (WEAK.has(verb) && change.against === undefined && !reached && text.charAt(end) !== '了') return undefined;
  // 新增12户 counts what is new; it is a change all the same, but 提高30名 is none.
  return change;
}

/** 同比, 环比 and 比… before the verb, in its clause. */
function withAgainst(change: Change, text: string, verbStart: number, from: number): Change {
  let begin = Math.max(0, verbStart - REACH);
  for (let at = verbStart - 1; at >= begin; at--) if (STOPS.includes(text.charAt(at))) begin = at + 1;
  const before = text.slice(begin, verbStart);
  const near = text.slice(Math.max(begin, Math.min(from, verbStart - 12)), verbStart);
  if (near.includes('同比')) return { ...change, against: 'yearOnYear', base: baseAfter(before, '同比') ?? '上年同期' };
  if (near.includes('环比')) return { ...change, against: 'periodOnPeriod', base: baseAfter(before, '环比') ?? '上期' };
  const named = /(?:^|[^占对之相正环同评无])(?:相比|相较于|相较|较之|较|比)([^比较]{1,18}?)(?:相比|时)?(?:名义|实际|累计|分别|均|大幅|再|又|也|将|可|平均|共|净|已)*$/.exec(before);
  const base = named?.[1]?.trim();
  if (base !== undefined && base !== '' && !/^[重例率如高大多]/.test(base)) {
    const yearAgo = /(?:去年|上年)(?:同期|同月|同日)/.test(base);
    return { ...change, against: yearAgo ? 'yearOnYear' : 'named', base };
  }
  const fromTo = /(?:由|从)([^由从，,]{1,16}?)(?:大幅|再|逐步|迅速|快速)?$/.exec(before);
  if (fromTo?.[1] !== undefined && change.reached === true && /[\d一二三四五六七八九十百千万亿]/.test(fromTo[1])) return { ...change, against: 'named', base: fromTo[1] };
  return change;
}

/** 比2020年同比增长: the base named beside 同比. */
function baseAfter(before: string, word: string): string | undefined {
  const named = /(?:较|比)([^比较]{2,14})$/.exec(before.slice(0, before.indexOf(word)));
  return named?.[1];
}
