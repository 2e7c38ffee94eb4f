/** Counts against the lists beside them: 北京、上海、广州四个城市; 等3个项目 behind five; 三件事：一是…二是…. */
import type { PlacedFigure } from '../figures';
import { toNumber } from '../figures';
import { doubt, type Check, type FigureDoubt } from './check';

const MOST = 20;
const CLAUSE_ENDS = /[，。；：,;:！？!?（）()“”"《》]/;
const ENUMERATED = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export const lists: Check = ({ figures }) => figures.flatMap((placed) => {
  const { figure, passage } = placed;
  if (figure.kind !== 'count' || figure.value?.d !== 1n || figure.bound !== undefined || figure.upper !== undefined || passage.part !== 'paragraph') return [];
  const count = toNumber(figure.value);
  if (count < 2 || count > MOST) return [];
  return [...closing(placed, count), ...named(placed, count), ...introduced(placed, count)];
});

/** A、B、C等2个: more are named than are counted. Fewer are fine, that is what 等 says. */
function closing(placed: PlacedFigure, count: number): readonly FigureDoubt[] {
  const { figure, passage } = placed;
  const from = Math.max(figure.sentence[0], figure.span[0] - 120);
  const before = passage.text.slice(from, figure.span[0]);
  const clause = before.split(CLAUSE_ENDS).at(-1) ?? '';
  if (!clause.endsWith('等') || !clause.includes('、') || /[0-9]/.test(clause)) return [];
  const items = clause.slice(0, -1).split('、').map((item) => item.trim());
  // Names of one kind are about as long; before the first stands the rest of its clause.
  const lengths = items.slice(1).map((item) => item.length);
  const alike = lengths.length > 0 && Math.max(...lengths) <= 6 && Math.min(...lengths) >= 2 && Math.max(...lengths) - Math.min(...lengths) <= 2 && (items[0]?.length ?? 0) >= 2;
  const named = items.length;
  return alike && !items.some((item) => /[和与及的等]/.test(item)) && named > count ? [doubt('figure-list', placed, [figure.text, named])] : [];
}

/** 柳泊、云坪、石渡三个村: all are named, so the count is theirs. Only where the names stand by themselves between two signs, three or more, and are as long as each other. */
function named(placed: PlacedFigure, count: number): readonly FigureDoubt[] {
  const { figure, passage } = placed;
  const before = passage.text.slice(Math.max(figure.sentence[0], figure.span[0] - 60), figure.span[0]);
  const clause = (before.split(CLAUSE_ENDS).at(-1) ?? '').replace(/^.*(?:在|对|为|至|往|走访了|走访|覆盖|涉及|辖)(?=[^、]{2,4}、)/, '');
  const items = clause.split(/[、和]/);
  const lengths = items.map((item) => item.length);
  const alike = items.length >= 3 && Math.min(...lengths) >= 2 && Math.max(...lengths) <= 4 && Math.max(...lengths) - Math.min(...lengths) <= 1;
  if (!alike || !clause.includes('、') || !NAMED_UNITS.has(figure.unit?.text ?? '') || !/^[\u4e00-\u9fff、]+$/.test(clause) || /[有共各的等与及这那新设以]/.test(clause)) return [];
  return items.length === count ? [] : [doubt('figure-list', placed, [figure.text, items.length])];
}

/** What has names. */
const NAMED_UNITS: ReadonlySet<string> = new Set(['个', '名', '位', '县', '市', '镇', '村', '区', '省', '国', '乡', '旗']);

/** 三件事：一是…二是…: the marks behind the colon are counted. */
function introduced(placed: PlacedFigure, count: number): readonly FigureDoubt[] {
  const { figure, passage } = placed;
  const { text } = passage;
  const colon = /^[^，。；,;！？]{0,12}[：:]/.exec(text.slice(figure.span[1], figure.span[1] + 14));
  if (colon === null) return [];
  const start = figure.span[1] + colon[0].length;
  const rest = text.slice(start, start + 1500);
  const way = /^[“"]?(?:一(是|要|靠|抓|看|在于)|第一[，,、是]|首先)/.exec(rest);
  if (way === null) return [];
  const own = way[1] ?? '是';
  let last = 0;
  let place = 0;
  for (; last < ENUMERATED.length; last++) {
    const mark = ENUMERATED[last] ?? '';
    const next = rest.slice(place).search(new RegExp(`(?:${mark}${own}|第${mark}[，,、是])`, 'u'));
    if (next < 0) break;
    place += next + 1;
  }
  if (last === count - 1 && UNMARKED.test(rest.slice(place))) return [];
  return last >= 2 && last !== count ? [doubt('figure-list', placed, [figure.text, last])] : [];
}

/** The last of a list may have a word of its own in place of a mark: 一是…，二是…，剩下的…. */
const UNMARKED = /[，,；;。](?:剩下|其余|余下|还有|另外|另有|再就是|再有|最后|此外)/u;
