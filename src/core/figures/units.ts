import { isLatin } from '../text/characters';
import { decimal, divide, ONE, ratio, shift, whole, type Exact } from './exact';
import type { FigureUnit } from './figure';
import { DIGITS_ONLY, MEASURE_WORDS, NOT_BEFORE } from './measureWords';
import { CURRENCIES, MEASURES, type Dimension } from './unitTable';

export type UnitClass =
  /** Has a measure: a quantity even after a lone 一 (一吨, 一公里). */
  | 'measure'
  /** A measure word: a count after any number but a lone 一, which mostly means "a" (一个). */
  | 'count'
  /** As `count`, but after Arabic digits and longer Chinese numbers only. */
  | 'digitsOnly'
  | 'money'
  | 'percent'
  | 'multiple'
  /** Numbers a thing without counting it (3号, 17路, 五年级). */
  | 'ordinal';

export interface Unit extends FigureUnit {
  readonly class: UnitClass;
}

/** Names a thing by its number. 路 is the line of a bus. */
const ORDINALS = '号 号楼 号线 楼 路 年级 世纪 号文件 号店 号院';

function factorOf(written: string): Exact | undefined {
  if (written === 'F') return undefined;
  const slash = written.indexOf('/');
  if (slash > 0) return divide(decimal(written.slice(0, slash)), decimal(written.slice(slash + 1)));
  const power = written.indexOf('e');
  return power > 0 ? shift(decimal(written.slice(0, power)), Number(written.slice(power + 1))) : decimal(written);
}

/** `a,b:1 c:2/3` as pairs of name and factor. */
function* entries(list: string): Generator<readonly [name: string, factor: Exact | undefined]> {
  for (const entry of list.split(' ')) {
    const colon = entry.lastIndexOf(':');
    const factor = colon < 0 ? ONE : factorOf(entry.slice(colon + 1));
    for (const name of entry.slice(0, colon < 0 ? undefined : colon).split(',')) yield [name, factor];
  }
}

function allUnits(): Unit[] {
  const units: Unit[] = [];
  for (const [dimension, row] of Object.entries(MEASURES) as [Dimension, { base: string; units: string }][]) {
    for (const [text, factor] of entries(row.units)) {
      units.push({ text, class: 'measure', dimension, base: row.base, ...(factor === undefined ? {} : { factor }) });
    }
  }
  for (const [base, list] of Object.entries(CURRENCIES)) {
    for (const [text, factor] of entries(list)) units.push({ text, class: 'money', dimension: 'money', base, ...(factor === undefined ? {} : { factor }) });
  }
  const counted = (list: string, kind: UnitClass): void => {
    for (const text of list.split(' ')) units.push({ text, class: kind, dimension: 'count', base: text, factor: ONE });
  };
  counted(MEASURE_WORDS, 'count');
  counted(DIGITS_ONLY, 'digitsOnly');
  counted(ORDINALS, 'ordinal');
  const hundredth = ratio(1n, 100n);
  units.push({ text: '%', class: 'percent', dimension: 'ratio', base: '1', factor: hundredth });
  units.push({ text: '‰', class: 'percent', dimension: 'ratio', base: '1', factor: ratio(1n, 1000n) });
  for (const text of ['个百分点', '百分点']) units.push({ text, class: 'percent', dimension: 'points', base: '个百分点', factor: ONE });
  units.push({ text: '倍', class: 'multiple', dimension: 'ratio', base: '1', factor: ONE });
  units.push({ text: '打', class: 'count', dimension: 'count', base: '个', factor: whole(12) });
  return units;
}

/** Units whose writing begins with a scale that a number before them may not take (千瓦, 百帕, 兆赫, 百分点). */
const scaleUnits: string[] = [];

/** By their first character, longest first, each once: of two units with one writing the earlier list wins. */
const BY_FIRST: ReadonlyMap<string, readonly Unit[]> = (() => {
  const table = new Map<string, Unit[]>();
  for (const unit of allUnits()) {
    const first = unit.text.charAt(0);
    const list = table.get(first) ?? [];
    if (list.some(({ text }) => text === unit.text)) continue;
    list.push(unit);
    table.set(first, list);
    if ('十百千万兆'.includes(first)) scaleUnits.push(unit.text);
  }
  for (const list of table.values()) list.sort((a, b) => b.text.length - a.text.length);
  return table;
})();

const AFTER: ReadonlyMap<string, string> = (() => {
  const table = new Map<string, string>();
  for (const entry of NOT_BEFORE.split(' ')) table.set(entry.charAt(0), (table.get(entry.charAt(0)) ?? '') + entry.slice(1));
  return table;
})();

/** The unit that starts at `at` of a folded text, if any; `limit` is the end of what may be read. */
export function readUnit(text: string, at: number, limit: number): Unit | undefined {
  if (at >= limit) return undefined;
  for (const unit of BY_FIRST.get(text.charAt(at)) ?? []) {
    const end = at + unit.text.length;
    if (end > limit || !text.startsWith(unit.text, at)) continue;
    if (isLatin(unit.text.charCodeAt(unit.text.length - 1)) && end < limit && isLatin(text.charCodeAt(end))) continue;
    const next = end < limit ? text.charAt(end) : '';
    if (next !== '' && (AFTER.get(unit.text)?.includes(next) ?? false)) continue;
    return unit;
  }
  return undefined;
}

/** Whether a unit stands at `at` that a day's number before it would count; 十五晚 is an evening. */
export function isCounted(text: string, at: number, limit: number): boolean {
  const unit = readUnit(text, at, limit);
  return unit !== undefined && unit.text !== '晚' && unit.text !== '夜';
}

/** The exact unit of this writing. */
export function unitNamed(text: string): Unit | undefined {
  return BY_FIRST.get(text.charAt(0))?.find((unit) => unit.text === text);
}

/** 个多小时, 个多月, as in 三个多小时: the unit, and its end; the 多 stands inside. */
export function moreOf(text: string, at: number, limit: number): { readonly unit: Unit; readonly end: number } | undefined {
  if (!text.startsWith('个多', at) || at + 2 >= limit) return undefined;
  const from = at + 2;
  for (const name of ['月', '世纪', '季度', '学期']) {
    const unit = text.startsWith(name, from) && from + name.length <= limit ? unitNamed(`个${name}`) : undefined;
    if (unit !== undefined) return { unit, end: from + name.length };
  }
  const unit = readUnit(text, from, limit);
  return unit?.dimension === 'time' ? { unit: unitNamed(`个${unit.text}`) ?? unit, end: from + unit.text.length } : undefined;
}

/** Whether a unit that begins with a scale stands at `at`: in 700万千瓦 the 千 is the unit's. */
export function isScaleUnit(text: string, at: number): boolean {
  return scaleUnits.some((unit) => text.startsWith(unit, at));
}

/**
 * A unit with what it is measured by: 克/吨, 元/平方米, 人/平方公里.
 * @returns the unit itself where no second one follows, with the end of what was read
 */
export function withPer(unit: Unit, text: string, end: number, limit: number): { readonly unit: Unit; readonly end: number } {
  if (end >= limit || text.charAt(end) !== '/') return { unit, end };
  const per = readUnit(text, end + 1, limit);
  if (per === undefined || per.class === 'percent' || per.class === 'ordinal') return { unit, end };
  const factor = unit.factor === undefined || per.factor === undefined ? undefined : divide(unit.factor, per.factor);
  const both: Unit = { text: `${unit.text}/${per.text}`, class: unit.class === 'money' ? 'money' : 'measure', dimension: unit.dimension, base: `${unit.base}/${per.base}` };
  return { unit: factor === undefined ? both : { ...both, factor }, end: end + 1 + per.text.length };
}
