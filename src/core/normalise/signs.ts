import { isDigit, isHan, isLatin, isSpace } from '../text/characters';
import type { Change, Passage } from './passage';

/** Half-width signs and the full-width ones that Chinese text has in their place (GB/T 15834—2011). */
const WIDE: ReadonlyMap<string, string> = new Map([[',', '，'], [':', '：'], [';', '；'], ['?', '？'], ['!', '！']]);

/**
 * Signs of Chinese text in full width. A sign is Chinese when the letter before it is, digits passed over; behind Latin
 * letters, and at the beginning, only with a Chinese character right behind it. Never between digits (1,234 · 3:20 · 1:2),
 * never inside an address.
 */
export function wideSigns(passage: Passage): Change[] {
  const { text } = passage;
  const changes: Change[] = [];
  for (let at = 0; at < text.length; at++) {
    const wide = WIDE.get(text.charAt(at));
    if (wide === undefined || passage.keeps(at) || insideToken(text, at)) continue;
    if (passage.before(at) === 'han' || isHan(text.charCodeAt(at + 1))) changes.push({ start: at, end: at + 1, newText: wide });
  }
  return changes;
}

/** Between two digits, a space allowed (3: 20), or between letters and digits without any. */
function insideToken(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(at + 1);
  if (isWord(before) && isWord(behind)) return true;
  const next = isSpace(behind) ? text.charCodeAt(at + 2) : behind;
  return isDigit(before) && isDigit(next);
}

const isWord = (code: number): boolean => isDigit(code) || isLatin(code);
