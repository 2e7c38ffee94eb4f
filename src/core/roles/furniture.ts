import { FURNITURE_WORDS } from './words';

/** Longest line that can be furniture, in UTF-16 code units. */
const LONGEST = 80;

const DATE = '[0-9]{4}\\s?年\\s?[0-9]{1,2}\\s?月\\s?[0-9]{1,2}\\s?日';
const WEEKDAY = '(?:星期|周)[一二三四五六日天]';
const PAGE = '(?:第?\\s?[0-9０-９一二三四五六七八九十A-Z]{1,3}\\s?版|[A-Z]?[0-9０-９]{1,3}|[A-Z][0-9]{1,3})';
const FOLIO_PART = new RegExp(`${DATE}|${WEEKDAY}|农历[^\\s]{2,8}|第?[0-9]{1,6}期|总第[0-9]{1,6}期|今日[0-9一二三四五六七八九十]{1,3}版|${PAGE}`, 'gu');

/**
 * Whether a line belongs to the page and not to an article: a folio (date, weekday, page number, section),
 * the editors' line, the imprint.
 */
export function isFurniture(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (/[。！？]$/u.test(line) && line.length > 24) return false;
  const word = FURNITURE_WORDS.find((candidate) => line.startsWith(candidate) || line.startsWith(`本版${candidate}`));
  if (word !== undefined && isLabel(line, line.indexOf(word) + word.length)) return true;
  if (/^(?:本报)?(?:社址|地址|电话|邮编|传真|邮箱|刊号|国内统一)/u.test(line)) return true;
  return isFolio(line);
}

/** 责任编辑：… but not 编辑部迎来新成员. */
function isLabel(line: string, end: number): boolean {
  return end >= line.length || /^[\s:：/／.．、(（]/u.test(line.slice(end));
}

/** A date with a weekday, or a page number with a section: nearly nothing is left when these are taken away. */
export function isFolio(line: string): boolean {
  if (line.length > 48) return false;
  const found = line.match(FOLIO_PART);
  if (found === null) return false;
  const named = found.some((part) => /版$|^[0-9]{4}\s?年|星期|周|期$/u.test(part));
  const rest = line.replace(FOLIO_PART, '').replace(/[\s|·:：—\-/()（）【】]+/gu, '');
  // 综合 A16, 文体 10: a section's name and its page.
  if (!named) return /^\p{Script=Han}{2,4}\s{1,4}[A-Z]?[0-9]{1,2}$|^[A-Z]?[0-9]{1,2}\s{1,4}\p{Script=Han}{2,4}$|^[A-Z][0-9]{1,3}$/u.test(line);
  // 第3版画展开幕 is no folio: what stands beside a page's number stands apart from it.
  if (/[版期][\p{Script=Han}]/u.test(line) && !/^\S*版[\p{Script=Han}]{2}$/u.test(line) && !/星期|周[一二三四五六日]/u.test(line)) return false;
  return rest.length <= 8 && !/[，。,“”]/u.test(rest);
}

/** Whether a line is nothing but a page's number. */
export function isPageNumber(line: string): boolean {
  return /^[-—·\s]{0,3}[0-9０-９]{1,3}[-—·\s]{0,3}$/u.test(line);
}

/** The page a folio announces (第3版 gives 3), as printed. */
export function folioPage(line: string): string | undefined {
  if (!isFolio(line)) return undefined;
  return /第?\s?([0-9０-９一二三四五六七八九十A-Z]{1,3})\s?版/u.exec(line)?.[1];
}
