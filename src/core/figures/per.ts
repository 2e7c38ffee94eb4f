/** What a measure is measured by, in words: 320立方米每秒, 每立方米26微克, 每公斤3.6元, 时速350公里. With a stroke (克/吨) see units.ts. */
import { divide } from './exact';
import type { Found } from './quantity';
import { readUnit, unitNamed, type Unit } from './units';
import { DIGITS, isScale } from './numeralTable';
import { isDigitAt } from './literal';

/** Times by which a physical quantity is a rate. 每天30元 and 每年2亿吨 stay what they are: nobody counts them by the second. */
const RATES: ReadonlySet<string> = new Set(['秒', '分钟', '小时']);
const PHYSICAL: ReadonlySet<string> = new Set(['length', 'area', 'volume', 'mass', 'energy']);
const HOURLY = /(?:时速|每小时)(?:可达|高达|达到|超过|最高|达|约|为|超|近)?$/;
const LONGEST = 8;

/** The figure with the unit that 每… before or behind it makes of its own. */
export function withWordPer(text: string, found: Found, limit: number): Found {
  const { bound, unit } = found;
  if (unit?.factor === undefined || unit.text.includes('/') || (found.kind !== 'quantity' && found.kind !== 'money')) return found;
  const behind = unit.class === 'measure' ? perBehind(text, found.end, limit, unit) : undefined;
  if (behind !== undefined) return { ...found, unit: behind.unit, end: behind.end };
  const start = found.start - (bound?.place === 'before' ? bound.word.length : 0);
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const hour = unit.dimension === 'length' && HOURLY.test(before) ? unitNamed('小时') : undefined;
  const per = hour ?? perBefore(before, unit);
  return per === undefined ? found : { ...found, unit: by(unit, per) };
}

/** 立方米每秒, 微克每立方米. In 3吨每吨500元 another figure begins. */
function perBehind(text: string, at: number, limit: number, unit: Unit): { readonly unit: Unit; readonly end: number } | undefined {
  if (at >= limit || text.charAt(at) !== '每') return undefined;
  const per = readUnit(text, at + 1, limit);
  if (per?.class !== 'measure' || !fits(unit, per)) return undefined;
  const end = at + 1 + per.text.length;
  const next = end < limit ? text.charAt(end) : '';
  return isDigitAt(text, end, limit) || DIGITS.has(next) || isScale(next) || '约近超仅只'.includes(next || ' ') ? undefined : { unit: by(unit, per), end };
}

/** 每 and a unit, and nothing behind it. */
function perBefore(before: string, unit: Unit): Unit | undefined {
  const at = before.lastIndexOf('每');
  const per = at < 0 ? undefined : readUnit(before, at + 1, before.length);
  return per !== undefined && at + 1 + per.text.length === before.length && fits(unit, per) ? per : undefined;
}

function fits(unit: Unit, per: Unit): boolean {
  if (unit.class === 'money') return (per.class === 'measure' && PHYSICAL.has(per.dimension)) || per.class === 'count';
  return per.class === 'measure' && per.dimension !== unit.dimension && (RATES.has(per.text) || PHYSICAL.has(per.dimension));
}

function by(unit: Unit, per: Unit): Unit {
  const factor = unit.factor === undefined || per.factor === undefined ? undefined : divide(unit.factor, per.factor);
  const { class: kind, dimension } = unit;
  return { text: `${unit.text}/${per.text}`, class: kind, dimension, base: `${unit.base}/${per.base}`, ...(factor === undefined ? {} : { factor }) };
}
