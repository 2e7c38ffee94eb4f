import type { Span } from '../text/span';
import { MARKS } from './words';

/** 上接第1版 / 下转第3版 and where it stands in the text that was asked about. */
export interface JumpLine {
  readonly direction: 'from' | 'to';
  /** The page's number; absent where the page has a name instead (上接A版). */
  readonly page?: number;
  readonly span: Span;
}

const NUMERALS = '〇一二三四五六七八九';
const FROM = '(?:[紧文]?上?接|上文接|上承|接自|续)';
const TO = '(?:未完[，,、\\s]?)?(?:下转|转入?|下接|续见)';
const PAGE = '[第]?\\s{0,2}([0-9０-９]{1,3}|[一二三四五六七八九十〇]{1,3}|[A-Za-z][0-9]{0,3})\\s{0,2}[版页]';
const HEAD = new RegExp(`^[${MARKS}(（【〔\\[]{0,2}\\s{0,2}(?:${FROM})${PAGE}[^)）】〕\\]\\s]{0,16}[)）】〕\\]]?`, 'u');
const TAIL = new RegExp(`[${MARKS}(（【〔\\[]{0,2}\\s{0,2}(?:${TO})${PAGE}[^)）】〕\\]\\s。]{0,8}[)）】〕\\]]?$`, 'u');

/** What a jump line from another page can begin with. */
const HEAD_FIRST = `${MARKS}(（【[〔紧文上接续 `;

/** The number of a page as printed: 3, ３, 三, 十二. */
export function pageNumber(printed: string): number | undefined {
  if (/^[0-9]+$/u.test(printed)) return Number(printed);
  if (/^[０-９]+$/u.test(printed)) return Number(printed.replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10)));
  if (!/^[一二三四五六七八九十〇]+$/u.test(printed)) return undefined;
  const ten = printed.indexOf('十');
  if (ten < 0) return Number([...printed].map((sign) => NUMERALS.indexOf(sign)).join(''));
  const tens = ten === 0 ? 1 : NUMERALS.indexOf(printed[0] ?? '');
  const ones = ten === printed.length - 1 ? 0 : NUMERALS.indexOf(printed[printed.length - 1] ?? '');
  return tens * 10 + ones;
}

/** The jump line a text in simplified characters begins with: it goes on from another page. Bounded: reads 40 characters. */
export function jumpFrom(text: string): JumpLine | undefined {
  if (!HEAD_FIRST.includes(text[0] ?? '\n')) return undefined;
  const found = HEAD.exec(text.slice(0, 40));
  if (found === null) return undefined;
  return jump('from', found[1] ?? '', [0, found[0].length]);
}

/** The jump line a text ends with: it goes on on another page. Bounded: reads 24 characters. */
export function jumpTo(text: string): JumpLine | undefined {
  const start = Math.max(0, text.length - 24);
  const end = text.slice(start);
  if (!end.includes('版') && !end.includes('页')) return undefined;
  const found = TAIL.exec(end);
  if (found === null) return undefined;
  return jump('to', found[1] ?? '', [start + found.index, text.length]);
}

function jump(direction: 'from' | 'to', printed: string, span: Span): JumpLine {
  const page = pageNumber(printed);
  return page === undefined ? { direction, span } : { direction, page, span };
}
