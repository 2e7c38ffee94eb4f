/** Decades with their century: 80年代, 上世纪二三十年代, 十九世纪五十年代末. */
import { digitOf } from './numeralTable';
import type { MomentReading } from './partOfYear';
import { readWhole } from './whole';

/** Centuries by the name newspapers of this one give them. */
const NAMED: readonly (readonly [word: string, century: number])[] = [['上世纪', 20], ['上个世纪', 20], ['本世纪', 21], ['新世纪', 21]];

/** The first characters of those names. */
export const CENTURY_STARTS: ReadonlySet<string> = new Set(NAMED.map(([word]) => word.charAt(0)));

/** 二十一世纪二三十年代 and its like are no longer. */
const LONGEST = 12;

/** The decade or decades at `at` of a folded text, the century before them or not. */
export function readDecades(text: string, at: number, limit: number): MomentReading | undefined {
  if (!text.slice(at + 2, at + LONGEST).includes('年代')) return undefined;
  const century = centuryAt(text, at, limit);
  const decades = decadesAt(text, century?.end ?? at, limit);
  if (decades === undefined) return undefined;
  const { end, first, last } = decades;
  // 80年代 is of the last century, 10年代 of this one.
  const base = first >= 1000 ? 0 : century === undefined ? (first >= 30 ? 1900 : 2000) : (century.number - 1) * 100;
  const part = partAt(text, end, limit);
  return { end: part?.end ?? end, moment: { year: base + first }, grain: 'year', rest: { to: { year: base + last + 9 }, ...(part === undefined ? {} : { part: part.part }) } };
}

function centuryAt(text: string, at: number, limit: number): { readonly end: number; readonly number: number } | undefined {
  const named = NAMED.find(([word]) => at + word.length <= limit && text.startsWith(word, at));
  if (named !== undefined) return { end: at + named[0].length, number: named[1] };
  const number = readWhole(text, at, limit);
  return number !== undefined && number.value >= 1 && number.value <= 30 && text.startsWith('世纪', number.end) ? { end: number.end + 2, number: number.value } : undefined;
}

/** 80年代, 八十年代, 1980年代, 二三十年代. */
function decadesAt(text: string, at: number, limit: number): { readonly end: number; readonly first: number; readonly last: number } | undefined {
  const [low, high] = [digitOf(text.charAt(at)), digitOf(text.charAt(at + 1))];
  if (low !== undefined && high === low + 1 && text.startsWith('十年代', at + 2) && at + 5 <= limit) return { end: at + 5, first: low * 10, last: high * 10 };
  const number = readWhole(text, at, limit);
  if (number === undefined || number.value % 10 !== 0 || (number.length !== 4 && number.value >= 100) || !text.startsWith('年代', number.end) || number.end + 2 > limit) return undefined;
  return { end: number.end + 2, first: number.value, last: number.value };
}

/** 初, 初期, 前期; 中期; 末, 末期, 后期. */
function partAt(text: string, at: number, limit: number): { readonly end: number; readonly part: 'early' | 'middle' | 'late' } | undefined {
  for (const [words, part] of [['初期 前期 初', 'early'], ['中期 中叶', 'middle'], ['末期 后期 末', 'late']] as const) {
    const word = words.split(' ').find((one) => at + one.length <= limit && text.startsWith(one, at));
    if (word !== undefined) return { end: at + word.length, part };
  }
  return undefined;
}
