/** What stands right around a number and belongs to it: a minus or 零下, a letter for a scale, 个百分点. */
import { isHan, isLatin } from '../text/characters';
import type { Place } from './context';
import { shift } from './exact';
import { isDigitAt } from './literal';
import type { Numeral } from './numeral';

/** The start of 负, 零下 or a minus before a number. */
export function signStart({ text, start, at, limit }: Place): number {
  const from = at - 1 >= start && text.charAt(at - 1) === ' ' ? at - 1 : at;
  if (from - 2 >= start && text.startsWith('零下', from - 2)) return from - 2;
  if (from - 1 < start) return at;
  const char = text.charAt(from - 1);
  if (char === '负') return '欠抱担背肩辜胜自不'.includes(text.charAt(from - 2) || ' ') && from - 2 >= start ? at : from - 1;
  // 歼-35 and 利剑-2024 are names; a minus stands at a beginning, or behind a word that a number follows.
  const word = from - 2 >= 0 ? text.charAt(from - 2) : '';
  if (char === '-' && word !== '' && isHan(word.charCodeAt(0)) && !'至到为是在达约近降低高温值和或'.includes(word) && !/^[\d.]{1,8} ?(?:(?:[至到~]|—{1,2})-?[\d.]{1,8} ?)?(?:%|℃|°C|摄氏度|个百分点)/.test(text.slice(at, Math.min(limit, at + 24)))) return at;
  // Right behind a figure the sign is that of a range (五元-六元); 2-3, A-5 and --5 have no minus.
  if (char !== '-' || (start > 0 && from - 1 === start)) return at;
  const before = from - 2 >= 0 ? text.charCodeAt(from - 2) : 0;
  return isDigitAt(text, from - 2, at) || isLatin(before) || text.charAt(from - 2) === char || text.charAt(from - 2) === ')' ? at : from - 1;
}

/** 40k, 30w, 2.5 M: a letter for a scale. 4K and 5G are names, 24K is gold. */
export function withKilo(text: string, numeral: Numeral | undefined, limit: number, alone: boolean): Numeral | undefined {
  if (numeral?.arabic !== true || numeral.scale > 0) return numeral;
  const at = text.charAt(numeral.end) === ' ' && alone ? numeral.end + 1 : numeral.end;
  const letter = at < limit ? text.charAt(at) : '';
  const power = letter === 'k' || letter === 'K' ? 3 : letter === 'w' || letter === 'W' ? 4 : letter === 'M' ? 6 : letter === 'G' ? 9 : 0;
  if (power === 0 || (at + 1 < limit && (isLatin(text.charCodeAt(at + 1)) || text.charAt(at + 1) === '金' || isDigitAt(text, at + 1, limit)))) return numeral;
  const small = numeral.value.d === 1n && numeral.value.n < 10n;
  if (!alone && (power > 4 || letter === 'W' || small)) return numeral;
  return { ...numeral, value: shift(numeral.value, power), end: at + 1, scale: power };
}

/** The end of 个百分点 at `at`, spaces inside passed over; `at` where it does not stand there. */
export function pointsEnd(text: string, at: number, limit: number): number {
  let end = at;
  let matched = 0;
  const word = text.charAt(at) === '个' ? '个百分点' : '百分点';
  for (const char of word) {
    while (matched > 0 && end < Math.min(limit, at + 12) && text.charAt(end) === ' ') end++;
    if (end >= limit || text.charAt(end) !== char) return at;
    end++;
    matched++;
  }
  return end;
}
