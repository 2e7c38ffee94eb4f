/** The words around a number that say how exact it is, as data. */
import type { Bound, BoundSense } from './figure';
import { endingAt, startingAt } from './wordList';

interface BoundWord {
  readonly word: string;
  readonly sense: BoundSense;
  /** Characters that make another word with it when they stand before it (节约, 最近, 附近). */
  readonly notAfter?: string;
}

const words = (sense: BoundSense, list: string): BoundWord[] => list.split(' ').map((word) => ({ word, sense }));

const BEFORE: readonly BoundWord[] = [
  ...words('about', '大约 大概 大致 将近 接近 约为 约有 约占 约达 约合 约计 估计'),
  ...words('over', '超过 超出 突破 高于 多于 大于'),
  ...words('over', '逾 超逾'),
  ...words('under', '不足 不到 低于 少于 小于 未满 不满 未到 未达'),
  ...words('atLeast', '不少于 不低于 不小于 至少 最少 起码 至少有 至少为'),
  ...words('atMost', '不超过 不多于 不高于 不大于 至多 最多 最多有 最高不超过'),
  { word: '约', sense: 'about' as const, notAfter: '节签预合履契公条违特邀制隐' },
  { word: '近', sense: 'about' as const, notAfter: '附最临靠邻新远亲' },
  { word: '超', sense: 'over' as const, notAfter: '反赶高' },
  { word: '超过了', sense: 'over' as const },
  { word: '超过有', sense: 'over' as const },
  { word: '突破了', sense: 'over' as const },
];

/** Before 百, 千, 万 alone: 上百名, 过千户, 成千. */
const BEFORE_BARE = words('over', '上 过');

const AFTER: readonly BoundWord[] = [
  ...words('about', '左右 上下 光景'),
  ...words('over', '有余 余 多'),
  ...words('atLeast', '以上 及以上 或以上 之上 起步'),
  ...words('under', '以下 及以下 或以下 之下'),
  ...words('atMost', '以内 之内 封顶'),
];

const wordOf = ({ word }: BoundWord): string => word;
const before = endingAt(BEFORE, wordOf);
const beforeBare = endingAt([...BEFORE, ...BEFORE_BARE], wordOf);
const after = startingAt(AFTER, wordOf);

/** Units after which 近 means "the last": 近5年. */
const SPANS_OF_TIME = new Set(['年', '天', '周', '个月', '日', '个季度', '季度', '个星期']);

/** The bound word that ends at `at`; nothing before `start` is read. `bare`: the number is 百, 千, 万 alone. */
export function boundBefore(text: string, at: number, start: number, unit: string | undefined, bare: boolean): Bound | undefined {
  const found = (bare ? beforeBare : before)(text, at, start);
  if (found === undefined) return undefined;
  const { word, sense, notAfter } = found;
  const from = at - word.length;
  if (from > start && (notAfter?.includes(text.charAt(from - 1)) ?? false)) return undefined;
  if (word === '近' && unit !== undefined && SPANS_OF_TIME.has(unit)) return undefined;
  return { sense, word, place: 'before' };
}

/** The bound word that starts at `at`; a 含 in brackets before it is passed over (60万元（含）以上). */
export function boundAfter(text: string, at: number, limit: number): Bound | undefined {
  const from = text.startsWith('(含)', at) ? at + 3 : at;
  const found = after(text, from, limit);
  if (found === undefined || (found.word.length === 1 && '元种样数项年次少家达处边方重举措部地'.includes(text.charAt(from + 1) || ' '))) return undefined;
  return { sense: found.sense, word: found.word, place: 'after' };
}

/** 8时许, 5点多, 3月左右, 约8时: how exact a date or time is; nothing before `start` is read. */
export function timeBound(text: string, at: number, end: number, start: number): Bound | undefined {
  const after = /^(?:许|左右|前后|多(?=钟|[，。,;；、]|$))/.exec(text.slice(end, end + 3))?.[0];
  if (after !== undefined) return { sense: after === '多' ? 'over' : 'about', word: after, place: 'after' };
  const word = ['大约', '大概', '约'].find((one) => at - one.length >= start && text.startsWith(one, at - one.length));
  return word === undefined || (word === '约' && '节签预合履契公条违特邀制隐相'.includes(text.charAt(at - 2) || ' ')) ? undefined : { sense: 'about', word, place: 'before' };
}
