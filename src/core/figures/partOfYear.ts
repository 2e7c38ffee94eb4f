/** Parts of a year: 上半年, 三季度, 前三季度, 前8个月, 二季度末; of a month: 上旬, 下旬, 月底. */
import type { FigureDate, Moment } from './figure';
import { isDigitAt } from './literal';
import { readWhole } from './whole';

export type Grain = 'year' | 'span' | 'month' | 'day' | 'time';

/** What was read of a date, and where it ends. */
export interface MomentReading {
  readonly end: number;
  readonly moment: Moment;
  /** The finest part that is given. */
  readonly grain: Grain;
  readonly rest?: Omit<FigureDate, keyof Moment>;
}

/** 年初, 上旬, 底, 末: which part of the month or year. */
export function partOf(text: string, at: number, limit: number): { readonly end: number; readonly part: 'early' | 'middle' | 'late' } | undefined {
  const from = '年月'.includes(text.charAt(at) || ' ') && '初底末中'.includes(text.charAt(at + 1) || ' ') ? at + 1 : at;
  for (const [words, part] of [['上旬 初 伊始 头', 'early'], ['中旬', 'middle'], ['下旬 底 末 尾', 'late']] as const) {
    for (const word of words.split(' ')) {
      if (from + word.length > limit || !text.startsWith(word, from)) continue;
      // 年末 may be, 年头 and 初中 are others.
      if (word.length === 1 && '中级步衷次期部条日'.includes(text.charAt(from + 1) || ' ')) continue;
      return { end: from + word.length, part };
    }
  }
  return undefined;
}

/** 上半年, 一季度, 第三季度, 前三季度, 首季, 前8个月, 前八月. */
export function readPartOfYear(text: string, at: number, limit: number, known: Moment): MomentReading | undefined {
  const span = (end: number, from: number, to: number): MomentReading | undefined =>
    from >= 1 && to <= 12 && end <= limit
      ? { end, moment: { ...known, month: from }, grain: 'span', rest: { to: { ...(known.year === undefined ? {} : { year: known.year }), month: to } } }
      : undefined;
  const first = text.charAt(at);
  if (first === '上' && text.startsWith('上半年', at)) return span(at + 3, 1, 6);
  if (first === '下' && text.startsWith('下半年', at)) return span(at + 3, 7, 12);
  if (first === '首' && text.startsWith('首季度', at)) return span(at + 3, 1, 3);
  const front = first === '前' ? 1 : 0;
  const nth = first === '第' ? 1 : 0;
  const number = readWhole(text, at + front + nth, limit);
  if (number === undefined || number.end >= limit || !'个季月'.includes(text.charAt(number.end))) return undefined;
  const { value, end } = number;
  const unit = ['个季度', '季度', '个月', '月'].find((one) => text.startsWith(one, end));
  if (unit === undefined || value < 1) return undefined;
  if (unit.endsWith('季度')) {
    if (value > 4) return undefined;
    const edge = front === 0 ? edgeOf(text, end + unit.length, limit, known, value) : undefined;
    if (edge !== undefined && unit === '季度') return edge;
    if (front > 0) return span(end + unit.length, 1, value * 3);
    return unit === '季度' || nth > 0 ? span(end + unit.length, value * 3 - 2, value * 3) : undefined;
  }
  if (front === 0 || value > 12) return undefined;
  // 前3个月 may be the last three of anything; the first months of the year are meant where the year or 今年 is named, or from five on.
  return unit === '月' && isDigitAt(text, end + 1, limit) ? undefined : span(end + unit.length, 1, value);
}

/** 二季度末 is the end of June, 三季度初 the beginning of July. */
function edgeOf(text: string, at: number, limit: number, known: Moment, quarter: number): MomentReading | undefined {
  const word = at < limit ? text.charAt(at) : '';
  if ((word !== '初' && word !== '末') || '级步次部期'.includes(text.charAt(at + 1) || ' ')) return undefined;
  const early = word === '初';
  return { end: at + 1, moment: { ...known, month: quarter * 3 - (early ? 2 : 0) }, grain: 'month', rest: { part: early ? 'early' : 'late' } };
}
