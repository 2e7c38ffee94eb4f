import { isClosing, isFinal, isHan, isInner, isOpening, isSpace } from '../text/characters';
import { openPairs } from '../text/pairs';
import type { Span } from '../text/span';
import { endsInFigures } from './standing';

/** Longest line that can be a headline, in UTF-16 code units. */
export const LONGEST_HEADLINE = 60;

const NUMBERED = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[0-9]{1,2}[、.．)）]|[（(][0-9]{1,2}[）)])/u;

/** Whether a line begins with a number as subheads and items do: 一、, （二）, 3. */
export const isNumbered = (line: string): boolean => NUMBERED.test(line);

const MARK = /^#{1,6}\s{1,8}/u;

/** The length of the heading mark a line begins with, white space after it included; 0 without one. */
export function markLength(line: string): number {
  return line.startsWith('#') ? (MARK.exec(line.slice(0, 16))?.[0].length ?? 0) : 0;
}

/**
 * The length of the heading mark of a passage, as {@link markLength}; 0 where the passage begins in the middle of a line, as one does that an editor
 * cut off: there `## ` is text, and nobody may take it away.
 */
export function markOf(text: string, [start, end]: Span): number {
  let before = start - 1;
  while (before >= 0 && isSpace(text.charCodeAt(before)) && !isLineEnd(text.charCodeAt(before))) before--;
  return before < 0 || isLineEnd(text.charCodeAt(before)) ? markLength(text.slice(start, end)) : 0;
}

const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d || code === 0x0c;

/**
 * How much the shape of an unmarked line speaks for a headline, in log-odds; what stands around it is weighed elsewhere.
 * Headlines are short, leave out the full stop and set spaces where text has commas.
 */
export function headlineShape(line: string): number {
  const length = line.length;
  if (length < 2 || length > LONGEST_HEADLINE) return -12;
  const first = line[0] ?? '';
  const last = line[length - 1] ?? '';
  if (isClosing(first) || isFinal(first) || isInner(first) && first !== '—') return -12;
  if (first === '|' || endsInFigures(line) || /^[（(][^（）()]*[）)]$/u.test(line)) return -12;
  let han = 0;
  let commas = 0;
  let stops = 0;
  let spaces = 0;
  let pairs = false;
  for (let at = 0; at < length; at++) {
    const char = line[at] ?? '';
    const code = line.charCodeAt(at);
    if (isHan(code)) {
      han++;
      continue;
    }
    if ('，,；;'.includes(char)) commas++;
    else if (char === '。') stops += at < length - 1 ? 1 : 0;
    else if (isSpace(code)) spaces++;
    else if (isOpening(char)) pairs = true;
  }
  if (han < 2) return -8;
  let score = -0.5;
  if (last === '。' || last === '；' || last === ';') score -= 6;
  else if (isInner(last) && last !== '—') score -= 5;
  else if (isFinal(last)) score -= last === '…' ? 2 : 0.5;
  else score += 1.5;
  score -= commas * 1.8 + stops * 5;
  if (spaces > 0 && commas === 0) score += 1.5;
  if (length <= 28) score += 1;
  else if (length > 40) score -= 3;
  if (pairs && openPairs(line).length > 0) score -= 4;
  if (isNumbered(line)) score -= 1.5;
  return score;
}

/** Whether a line can be the deck (副题) of the headline above it. */
export function isDeck(line: string): boolean {
  return line.length <= LONGEST_HEADLINE && '—―-'.includes(line[0] ?? ' ') && /^(?:—{1,2}|―{1,2}|-{2})\s?[^—―\-\s]/u.test(line);
}

/** Signs of a clause that tells something, which names of series have none of. */
const TELLS = /[0-9０-９“”"「」《》：:，,？?！!…]/u;
/** Shortest line that is a kicker by its length alone, and with signs of a clause in it: names of series are shorter. */
const KICKER = 10;
const KICKER_WITH_SIGNS = 8;

/** Whether a line with no text of its own, right above a headline, is the kicker (引题) of that and names no series: 身边事 is no kicker. */
export function isKicker(line: string): boolean {
  const bare = line.slice(markLength(line)).trim();
  return bare.length <= LONGEST_HEADLINE && (bare.length >= KICKER || (bare.length >= KICKER_WITH_SIGNS && TELLS.test(bare)));
}

/** The parts of a headline's lines: kicker (引题) above, headline, deck (副题) below. */
export interface HeadlineParts {
  readonly title: string;
  readonly kicker?: string;
  readonly deck?: string;
}

/**
 * Sorts the lines of a headline block into kicker, headline and deck.
 * A line with a dash is a deck; of two others the lower is the headline, of three the middle one,
 * unless a mark says which it is.
 */
export function headlineParts(lines: readonly string[]): HeadlineParts {
  const [first] = lines;
  if (first !== undefined && lines.length === 1) return { title: first.slice(markLength(first)).trim() };
  const bare = whole(lines.map((line) => line.slice(markLength(line)).trim()));
  const decks = bare.filter((line, i) => i > 0 && isDeck(line));
  const rest = bare.filter((line, i) => !(i > 0 && isDeck(line)));
  const markedAt = lines.findIndex((line, i) => i > 0 && markLength(line) > 0);
  const marked = lines[markedAt] ?? '';
  let main = markedAt > 0 ? rest.findIndex((line) => line.includes(marked.slice(markLength(marked)).trim())) : rest.length === 3 && decks.length === 0 ? 1 : rest.length - 1;
  if (main < 0) main = rest.length - 1;
  const kicker = rest.slice(0, main).join(' ');
  const deck = [...rest.slice(main + 1), ...decks].join(' ');
  return { title: rest[main] ?? '', ...(kicker === '' ? {} : { kicker }), ...(deck === '' ? {} : { deck }) };
}

/** Puts together again what was parted inside quotation marks or brackets. */
function whole(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const before = out[out.length - 1];
    if (before !== undefined && openPairs(before).length > 0 && openPairs(before + line).length === 0) out[out.length - 1] = before + line;
    else out.push(line);
  }
  return out;
}
