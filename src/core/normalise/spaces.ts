import { isHan } from '../text/characters';
import type { Change, Passage } from './passage';

const STOPS = new Set('，。：；？！、');
const OPENING = new Set('“‘（《〈「『【〔');
const CLOSING = new Set('”’）》〉」』】〕');
const STRAIGHT = new Set('"\'');
/** What ends a clause, in either width, so that the same spaces are seen before and after the signs were changed. */
const CLAUSE_END = new Set('，。：；？！、,:;?!…');
const SENTENCE_END = /[。！？!?]/;

/** Most spaces in a row that somebody typed by mistake; more were set on purpose. */
const MOST = 2;

/** Words beside which a space sets a name, or a jump line, apart. */
const NAMES = /(?:版|记者|記者|通讯员|通訊員|实习生|實習生|编辑|編輯|摄影|攝影|摄|攝|讯|訊|电|電|文|图|圖)$/;
const NAMED = /^(?:记者|記者|通讯员|通訊員|实习生|實習生|编辑|編輯|摄影|攝影|摄|攝|文|图|圖|讯|訊)/;

/** A gap between two characters of one line: what stands before and behind it. */
interface Gap {
  readonly start: number;
  readonly end: number;
}

/**
 * Spaces that have no place in running Chinese text: beside a full-width stop, inside a bracket or a quotation, and between two Chinese
 * characters where nothing says that somebody put one there to set words apart. Ideographic spaces and longer rows stay.
 * @param out each unit of the passage as the other rules leave it
 * @param quiet spans of the passage (the dateline) whose spaces belong to them
 */
export function straySpaces(passage: Passage, out: readonly string[], quiet: readonly (readonly [number, number])[]): Change[] {
  if (!passage.running) return [];
  const gaps = gapsOf(passage.text).filter(({ start, end }) => !quiet.some(([from, to]) => from <= end && start <= to));
  const beside = gaps.filter((gap) => besideSign(out, gap));
  const between = gaps.filter(({ start, end }) => isHan(passage.text.charCodeAt(start - 1)) && isHan(passage.text.charCodeAt(end)));
  const stray = [...beside, ...betweenCharacters(passage.text, between)];
  return stray.map(({ start, end }) => ({ start, end, newText: '' }));
}

function gapsOf(text: string): Gap[] {
  const gaps: Gap[] = [];
  for (const { 0: run, index } of text.matchAll(/\s+/g)) {
    const end = index + run.length;
    if (index > 0 && end < text.length && run.length <= MOST && /^[ \u00a0\t]+$/.test(run)) gaps.push({ start: index, end });
  }
  return gaps;
}

function besideSign(out: readonly string[], { start, end }: Gap): boolean {
  const before = (out[start - 1] ?? '').slice(-1);
  const behind = (out[end] ?? '').slice(0, 1);
  if (OPENING.has(before) && CLOSING.has(behind)) return false;
  // Beside a mark that could not be paired, the space may tell somebody which way it looks.
  if (STRAIGHT.has(before) || STRAIGHT.has(behind)) return false;
  return STOPS.has(before) || OPENING.has(before) || STOPS.has(behind) || CLOSING.has(behind);
}

/** Gaps between characters: rows of characters set apart one by one, and what stands alone in its clause. */
function betweenCharacters(text: string, gaps: readonly Gap[]): Gap[] {
  if (gaps.length === 0 || !SENTENCE_END.test(text)) return [];
  const stray: Gap[] = [];
  let next = 0;
  for (const clause of clausesOf(text)) {
    const inside: Gap[] = [];
    for (let gap = gaps[next]; gap !== undefined && gap.start < clause.end; gap = gaps[++next]) if (gap.start > clause.start) inside.push(gap);
    const rows = new Set(spacedRows(inside));
    const [only, ...more] = inside.filter((gap) => !rows.has(gap));
    stray.push(...rows);
    if (only !== undefined && more.length === 0 && !setsApart(text, clause, only)) stray.push(only);
  }
  return stray;
}

/** Clauses outside brackets: within them a space sets names apart (记者 程念安). */
function clausesOf(text: string): Gap[] {
  const clauses: Gap[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text.charAt(at);
    const bracket = sign === '(' || sign === '（' ? 1 : sign === ')' || sign === '）' ? -1 : 0;
    if (at < text.length && bracket === 0 && !CLAUSE_END.has(sign)) continue;
    if (depth === 0 && at > start) clauses.push({ start, end: at });
    depth = Math.max(0, depth + bracket);
    start = at + 1;
  }
  return clauses;
}

/** Gaps that stand one character apart, two at least: 清 禾 县. */
function spacedRows(gaps: readonly Gap[]): Gap[] {
  return gaps.filter((gap, i) => {
    const before = gaps[i - 1];
    const behind = gaps[i + 1];
    return (before !== undefined && gap.start - before.end === 1) || (behind !== undefined && behind.start - gap.end === 1);
  });
}

/** Whether a space has a sense: beside a name, behind a jump line, or between two halves of a verse. */
function setsApart(text: string, clause: Gap, gap: Gap): boolean {
  const left = text.slice(clause.start, gap.start).replace(/\s/g, '');
  const right = text.slice(gap.end, clause.end).replace(/\s/g, '');
  if (NAMES.test(left) || NAMED.test(right)) return true;
  return left.length === right.length && left.length >= 4;
}
