import type { LineForm } from '../page/piece';
import { isDigit, isFinal, isSpace } from '../text/characters';
import { pageNumber } from './jumpLine';
import { crossesGutter } from './standing';

/** Longest verse, in UTF-16 code units. */
const LONGEST_VERSE = 20;
/** Fewest lines that make a poem, a table, a list. */
const FEWEST_VERSES = 4;
const FEWEST_ROWS = 3;
const FEWEST_ITEMS = 2;

const NUMERALS = '一二三四五六七八九十';
const BULLETS = '●○■□◆◇▲△★☆·•※◎*①②③④⑤⑥⑦⑧⑨⑩⑪⑫';

/**
 * What the lines of one block are where they stand as lines: rows of a table, items of a list or verses; undefined for
 * running text.
 * @param lines the lines of a block, headline and byline left out
 */
export function formOf(lines: readonly string[]): LineForm | undefined {
  if (lines.length < FEWEST_ITEMS) return undefined;
  let rows = 0;
  let items = 0;
  let short = 0;
  let stops = 0;
  for (const line of lines) {
    if (isRow(line)) rows++;
    if (isItem(line)) items++;
    if (line.length <= LONGEST_VERSE) short++;
    if (isFinal(line[line.length - 1] ?? '')) stops++;
  }
  if (lines.length >= FEWEST_ROWS && rows >= lines.length * 0.6) return 'row';
  if (items >= lines.length * 0.8) return 'item';
  // Lines that all end with a stop are short paragraphs.
  if (lines.length >= FEWEST_VERSES && short === lines.length && stops <= lines.length * 0.6) return 'verse';
  return undefined;
}

/** 甲镇  1200  3.5: three cells or more, or two of which one is a number, or that stand as far apart as columns do. */
function isRow(line: string): boolean {
  let cells = 1;
  let numbers = 0;
  let digits = isDigitOrSign(line.charCodeAt(0));
  for (let at = 1; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (isSpace(code)) continue;
    if (isSpace(line.charCodeAt(at - 1))) {
      if (digits) numbers++;
      cells++;
      digits = true;
    }
    if (!isDigitOrSign(code)) digits = false;
  }
  if (digits) numbers++;
  return cells >= 3 || (cells === 2 && (numbers > 0 || crossesGutter(line, [0, line.length])));
}

const isDigitOrSign = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19) || code === 0x2e || code === 0x25 || code === 0x2b || code === 0x2d || code === 0x2c || code === 0x2f || code === 0x3a || code === 0x2014;

/** 1. / （一） / 一、 / ● at the beginning of a line. */
export function isItem(line: string): boolean {
  const first = line[0] ?? '';
  if (BULLETS.includes(first)) return line.length > 1;
  return numberLength(line) > 0;
}

/** The number of an item, or undefined where it has none. */
export function numberOf(line: string): number | undefined {
  const length = numberLength(line);
  if (length === 0) return undefined;
  return pageNumber(line.slice(OPENERS.includes(line[0] ?? '') ? 1 : 0, length));
}

const OPENERS = '(（第';

/** How far the number at the beginning of a line reaches, opening sign included; 0 where there is none. */
function numberLength(line: string): number {
  const from = OPENERS.includes(line[0] ?? '\n') ? 1 : 0;
  let at = from;
  while (at < line.length && at < from + 3 && (NUMERALS.includes(line[at] ?? '') || isDigit(line.charCodeAt(at)))) at++;
  return at > from && '、.．)）:：条项'.includes(line[at] ?? '\n') && !isDigit(line.charCodeAt(at + 1)) ? at : 0;
}

/** Longest subhead that is known by its likeness to another, in UTF-16 code units. */
const LONGEST_ALIKE = 12;
/** Notices have headings alike and are articles all the same. */
const NOTICE = /(?:公告|公示|声明|聲明|启事|啟事|通知|通告|讣告|訃告|广告|廣告)$/u;

/** Longest name of a notice, in UTF-16 code units: of a longer line that ends so, somebody else made one known. */
const LONGEST_NOTICE = 8;

/** Whether a line is what notices are headed by: 遗失声明, 招标公告. */
export const isNoticeHead = (line: string): boolean => line.length <= LONGEST_NOTICE && NOTICE.test(line);

/** Subheads of one article are built alike: of one length and with the same ending. A common beginning is often a place. */
export function areAlike(left: string, right: string): boolean {
  const { length } = left;
  if (length !== right.length || length < 4 || length > LONGEST_ALIKE || left === right) return false;
  return left.endsWith(right.slice(-2)) && !NOTICE.test(right);
}

/** Longest name with which a turn of an interview begins. */
const LONGEST_SPEAKER = 8;

/** The speaker a line begins with (记者：, 问:, 林小禾：), or undefined. */
export function speakerOf(line: string): string | undefined {
  for (let at = 1; at <= LONGEST_SPEAKER && at < line.length - 1; at++) {
    const char = line[at] ?? '';
    if (char === '：' || char === ':') return line.slice(0, at);
    const code = line.charCodeAt(at);
    if (!(code >= 0x4e00 && code <= 0x9fff) && char !== '·' && char !== ' ') return undefined;
  }
  return undefined;
}

/** Words with which only a turn of an interview begins. */
const ASKING: ReadonlySet<string> = new Set(['问', '答', '問', '主持人', '主持']);

/** Whether a turn is a question of whoever leads the interview: 记者：…？ No headline and no paragraph of a report begins so, be it the only one on the page. */
export const isQuestion = (speaker: string, line: string): boolean => (ASKING.has(speaker) || /[记記]者$/u.test(speaker)) && /[？?][”"]?$/u.test(line.trimEnd());

/** Who speaks in a page's interviews, of all that stands before a colon: who does so twice or more, and 问 with 答. */
export function speakersOf(names: readonly string[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
  const speakers = new Set<string>();
  for (const [name, count] of seen) if (count >= 2 || ASKING.has(name)) speakers.add(name);
  return speakers.size >= 2 ? speakers : NONE;
}

const NONE: ReadonlySet<string> = new Set();
