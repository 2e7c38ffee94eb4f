import type { LineReader } from '../page/strips';
import { isDigit, isFinal } from '../text/characters';
import { isMarkup } from '../text/markup';
import { readingOf } from '../text/reading';
import { jumpFrom, jumpTo } from './jumpLine';
import { simplified } from './traditional';
import { EDITING, FURNITURE_WORDS, MASTHEAD, STANDING_HEADS } from './words';

/** Longest line that can be furniture, in UTF-16 code units. */
const LONGEST = 80;
const LONGEST_FOLIO = 48;
/** With a space behind each character, or in tags. */
const LONGEST_FOLIO_SPACED = 120;

const NUMERAL = '[〇○零一二三四五六七八九十]';
export const DATE =
  `[0-9]{4}\\s?年\\s?[0-9]{1,2}\\s?月\\s?[0-9]{1,2}\\s?日|[0-9]{4}[.\\-/][0-9]{1,2}[.\\-/][0-9]{1,2}(?![0-9:：])|${NUMERAL}{4}年\\s?${NUMERAL}{1,3}月\\s?${NUMERAL}{1,3}日|(?:中华)?民国[〇○零一二三四五六七八九十百0-9]{1,6}年\\s?[一二三四五六七八九十0-9]{1,3}月[一二三四五六七八九十0-9]{1,3}日`;
const WEEKDAY = '(?:星期|礼拜|周)[一二三四五六日天]';
const PAGE = '(?:第?\\s?[0-9０-９一二三四五六七八九十A-Z]{1,3}\\s?版|[A-Z]?[0-9０-９]{1,3}|[A-Z][0-9]{1,3})';
/** What a folio is made of, besides names of papers and sections. */
export const FOLIO_PART = new RegExp(`${DATE}|${WEEKDAY}|[农夏旧]历[^\\s]{2,9}|第?[0-9]{1,6}期|第[0-9〇零一二三四五六七八九十百千万]{1,9}号|总第[0-9]{1,6}期|今日[0-9一二三四五六七八九十]{1,3}[版张]|${PAGE}`, 'gu');
/** A folio has one of these, or is a section's name with a page's number. */
const FOLIO_SIGNS = '年版期号周拜';
const LONGEST_SECTION = 12;
const DATE_ONLY = new RegExp(`^(?:${DATE})$`, 'u');
const CONTACT = /^(?:联系)?(?:地址|电话|传真|邮箱|邮编|邮政编码|联系人|网址|电子邮箱|电子信箱|热线电话)\s?[:：]/u;

/** 电话：…, 社址 …, 国内统一刊号 … but not 电话那头; what the paper costs and who prints it. */
const IMPRINT =
  /^(?:本报)?(?:(?:社址|地址|电话|邮编|传真|邮箱|印刷|承印|主管|主办|出版)(?:单位)?\s?[:：(（0-9０-９]|社址|邮编|刊号|国内统一|广告(?:经营许可证|发布登记)|(?:零售价?|每份|定价|月价|全?年价|(?:每月|全年)[订定]价)\s?[:：]?\s?(?:每份)?\s?[0-9.]{1,8}\s?元)/u;
/** The name of a paper or of a section in Latin capitals, 要闻 NEWS; one word of them may be torn from a text. */
const LATIN_NAME = /^(?:[A-Z][A-Z.&'’-]{1,20}(?:\s[A-Z&][A-Z.&'’-]{0,20}){1,5}|\p{Script=Han}{2,5}\s{1,4}[A-Z]{3,16})$/u;

/** 扫码看视频, 扫描二维码 看更多内容, 更多精彩 请关注微信公众号; an address of the network. What a reader is asked to do, in no sentence. */
const CALLS = /^(?:(?:请|欢迎|长按|手机|微信)?\s?(?:扫码|扫一扫|扫描(?:左侧|右侧|下方|上方)?(?:二维码|右图)|识别(?:图中)?二维码)[^。，,；;：:]*|[^。，,；;：:]{0,12}(?:请?关注|下载|登录|登陆)[^。，,；;：:]{0,16}(?:公众号|客户端|视频号|抖音号?|微博|APP|App)|(?:https?:\/\/|www\.)[\w./?=&%#:-]+)$/u;
const LONGEST_CALL = 40;
/** ■广告■, 【广告】 */
const ADVERTISEMENT = /^[■◆●□【〖\[]\s?(?:公益)?广告\s?[■◆●□】〗\]]$/u;
const LONGEST_NOTE = 8;

/**
 * Whether a line belongs to the page and not to an article: a folio (date, weekday, page number, section),
 * the editors' line, the imprint; or to no text at all, as a picture's address. The line is in simplified characters.
 */
export function isFurniture(line: string): boolean {
  if (isMarkup(line)) return true;
  const { length } = line;
  if (length === 0 || length > LONGEST) return false;
  if (isFinal(line[length - 1] ?? '') && (length > 24 || line.endsWith('。'))) return false;
  // 10版）: the rest of a jump line that a column's end cut.
  if (/[)）]$/u.test(line) && !/[(（]/u.test(line)) return false;
  if (length <= LONGEST_NOTE && ADVERTISEMENT.test(line)) return true;
  const from = line.startsWith('本版') ? 2 : 0;
  if (FIRST.has(line[from] ?? '')) {
    const word = FURNITURE_WORDS.find((candidate) => line.startsWith(candidate, from) || (from > 0 && line.startsWith(candidate)));
    if (word !== undefined && isLabel(line, line.indexOf(word) + word.length)) return true;
  }
  if (length <= LONGEST_CALL && CALLS.test(line)) return true;
  if ('本社地电邮传刊国印承主出广零每定月全年'.includes(line[0] ?? '') && IMPRINT.test(line)) return true;
  if (length <= LONGEST_FOLIO && isUpper(line.charCodeAt(length - 1)) && LATIN_NAME.test(line)) return true;
  return isFolio(line);
}

const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;

const FIRST: ReadonlySet<string> = new Set([...FURNITURE_WORDS.map((word) => word[0] ?? ''), '本']);

/** 责任编辑：… but not 编辑部迎来新成员. */
function isLabel(line: string, end: number): boolean {
  return end >= line.length || /[\s:：/／.．、(（]/u.test(line[end] ?? '');
}

/** Whether a line is a date and nothing else: a folio, or the foot of a notice. */
export function isDate(line: string): boolean {
  return line.length <= 24 && line.includes('年') && DATE_ONLY.test(line);
}

/** Whether a line tells how to reach somebody: the paper at the foot of its page, or whoever gives a notice. */
export function isContact(line: string): boolean {
  return line.length <= LONGEST && CONTACT.test(line);
}

/** Whether a line is nothing but the name of a paper. */
export function isMasthead(line: string): boolean {
  return line.length <= 10 && line.endsWith('报') && MASTHEAD.test(line);
}

/** Whether a line is the page's own by its looks alone: furniture, a masthead, a date, whom to reach. */
export function isOfPage(shown: string): boolean {
  if (isMarkup(shown)) return true;
  if (shown.length > LONGEST_FOLIO_SPACED) return false;
  const read = readingOf(shown)?.text.trim() ?? shown;
  if (read.length > LONGEST) return false;
  const line = simplified(read);
  return isFurniture(line) || isMasthead(line) || isPageNumber(line);
}

/** 责任编辑：王伟、李芳 and 版式/安宁, as a folio names who made the page, with what stands around it. */
const STAFF = new RegExp(`[\\s|·]{0,4}(?:${EDITING.join('|')})(?:\\s{0,2}[:：/／]\\s{0,2}|\\s{1,4})(?:\\p{Script=Han}{2,4}|\\p{Script=Han}\\s{1,2}\\p{Script=Han})(?![\\p{Script=Han}])(?:[\\s、，,/／]{1,2}\\p{Script=Han}{2,3}(?![\\p{Script=Han}:：/／]))*`, 'gu');
/** 电话：0471-6635, E-mail: a@b.cn, as a folio says whom to reach. */
const REACH = /[\s|·]{0,4}(?:联系|热线|新闻|编辑部)?(?:电话|热线|传真|邮箱|信箱|E-?mail|网址)\s?[:：]\s?[A-Za-z0-9@.()（）/_—-]{5,40}/giu;

/** A folio without who made the page and how to reach them; a section's name that stands among the names stays. */
export function withoutStaff(line: string): string {
  return line.replace(STAFF, (found) => ` ${found.split(/[\s、，,/／]+/u).filter((name) => STANDING_HEADS.has(name)).join(' ')} `).replace(REACH, ' ').trim();
}

/** A date with a weekday, or a page number with a section: nearly nothing is left when these are taken away, and the editors' names. */
export function isFolio(printed: string): boolean {
  if (printed.length > LONGEST || !mayBeFolio(printed)) return false;
  // | 周一 | 多云 | is the row of a table; 第2031128期：03 08 12 says what came out.
  if ((printed.startsWith('|') && printed.endsWith('|')) || /期\s?[:：]/u.test(printed)) return false;
  const line = withoutStaff(printed);
  if (line.length > LONGEST_FOLIO) return false;
  // (下转第2版) leads to another page; that page does not begin there.
  if (jumpTo(line) !== undefined || jumpFrom(line) !== undefined) return false;
  const found = line.match(FOLIO_PART);
  if (found === null) return false;
  // 2031年9月2日下 was torn off a text, and so was 另据2031年9月2日《.
  if (/日(?:\p{Script=Han}$|[上下]午|凌晨|清晨|傍晚|中午|晚[上间])|[《“「（(]$/u.test(line)) return false;
  const named = found.some((part) => /版$|^[0-9]{4}[\s年.\-/]|年|星期|礼拜|周|期$/u.test(part));
  const rest = line.replace(FOLIO_PART, '').replace(/[\s|·:：—\-/()（）【】〔〕]+/gu, '');
  // 综合 A16, 文体 10: a section's name and its page.
  if (!named) return /^\p{Script=Han}{2,4}\s{1,4}[A-Z]?[0-9]{1,2}$|^[A-Z]?[0-9]{1,2}\s{1,4}\p{Script=Han}{2,4}$|^[A-Z][0-9]{1,3}$/u.test(line);
  // 第3版画展开幕 is no folio: what stands beside a page's number stands apart from it.
  if (/[版期][\p{Script=Han}]/u.test(line) && !/^\S*版[\p{Script=Han}]{2}$/u.test(line) && !/星期|周[一二三四五六日]/u.test(line)) return false;
  return rest.length <= 8 && !/[，。,“”]/u.test(rest);
}

/** A cheap look before the expensive one: is there any sign of a folio, or is it a short line with a digit? */
function mayBeFolio(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (isDigit(code)) {
      if (line.length <= LONGEST_SECTION) return true;
      // 2031.9.2, 2031-09-02
      const next = line.charCodeAt(at + 1);
      if (next === 0x2e || next === 0x2d || next === 0x2f) return true;
    } else if (code > 0x4dff && FOLIO_SIGNS.includes(line[at] ?? '')) return true;
  }
  return false;
}

/** Whether a line is nothing but a page's number. */
export function isPageNumber(line: string): boolean {
  return line.length <= 9 && /^[-—·\s]{0,3}[0-9０-９]{1,3}[-—·\s]{0,3}$/u.test(line);
}

/** How many pages, or sheets, the paper has today. */
export const PAGES_TODAY = /今[日天]\s?(?:共|出版)?\s?([0-9一二三四五六七八九十]{1,3})\s?([版张])/u;

/** The page a folio announces (第3版 gives 3, A03 beside a date gives A03), as printed. */
export function folioPage(line: string): string | undefined {
  if (line.length > LONGEST_FOLIO_SPACED || !mayBeFolio(line)) return undefined;
  const shown = readingOf(line)?.text ?? line;
  const whole = simplified(shown);
  if (!isFolio(whole)) return undefined;
  // 今日8版 counts the pages.
  const today = withoutStaff(whole).replace(PAGES_TODAY, '');
  const page = /第?\s?([0-9０-９一二三四五六七八九十A-Z]{1,3})\s?版/u.exec(today)?.[1];
  if (page !== undefined) return page;
  return /(?:^|[\s|·：:])([A-Z][0-9]{1,3}|[A-Z]?0[0-9])(?=$|[\s|·：:\p{Script=Han}])/u.exec(today)?.[1];
}

/** How the strips of a dump are read: which lines announce a page, and which are the page's own. */
export const PAGE_LINES: LineReader = { folio: folioPage, ofPage: isOfPage };
