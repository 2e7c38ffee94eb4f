/** The words around a number that say how exact it is, as data. */
import type { Bound, BoundSense } from './figure';

interface BoundWord {
  readonly word: string;
  readonly sense: BoundSense;
  /** Characters that make another word with it when they stand before it (节约, 最近, 附近). */
  readonly notAfter?: string;
}

const words = (sense: BoundSense, list: string): BoundWord[] => list.split(' ').map((word) => ({ word, sense }));

/** Longest first. */
const BEFORE: readonly BoundWord[] = [
  ...words('about', '大约 大概 将近 接近 约为 约有 约占 约达 估计'),
  ...words('over', '超过 超出 突破 高于 多于 大于 逾'),
  ...words('under', '不足 不到 低于 少于 小于 未满 不满'),
  ...words('atLeast', '不少于 不低于 不小于 至少 最少'),
  ...words('atMost', '不超过 不多于 不高于 不大于 至多 最多'),
  { word: '约', sense: 'about' as const, notAfter: '节签预合履契公条违特邀制隐' },
  { word: '近', sense: 'about' as const, notAfter: '附最临靠邻新' },
  { word: '超', sense: 'over' as const, notAfter: '反赶高' },
].sort((a, b) => b.word.length - a.word.length);

/** Before 百, 千, 万 alone: 上百名, 过千户. */
const BEFORE_BARE = words('over', '上 过');

const AFTER: readonly BoundWord[] = [
  ...words('about', '左右 上下'),
  ...words('over', '有余 多'),
  ...words('atLeast', '以上 及以上 或以上'),
  ...words('under', '以下 及以下'),
  ...words('atMost', '以内 之内'),
];

/** Units after which 近 means "the last": 近5年. */
const SPANS_OF_TIME = new Set(['年', '天', '周', '个月', '日', '个季度', '季度']);

/** The bound word that ends at `at`; nothing before `start` is read. */
export function boundBefore(text: string, at: number, start: number, unit: string | undefined, bare: boolean): Bound | undefined {
  for (const { word, sense, notAfter } of bare ? [...BEFORE, ...BEFORE_BARE] : BEFORE) {
    const from = at - word.length;
    if (from < start || !text.startsWith(word, from)) continue;
    if (from > start && (notAfter?.includes(text.charAt(from - 1)) ?? false)) return undefined;
    if (word === '近' && unit !== undefined && SPANS_OF_TIME.has(unit)) return undefined;
    return { sense, word, place: 'before' };
  }
  return undefined;
}

/** The bound word that starts at `at`. */
export function boundAfter(text: string, at: number, limit: number): Bound | undefined {
  const found = AFTER.find(({ word }) => at + word.length <= limit && text.startsWith(word, at));
  return found === undefined ? undefined : { sense: found.sense, word: found.word, place: 'after' };
}
