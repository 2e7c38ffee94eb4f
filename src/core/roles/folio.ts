import { DATE, FOLIO_PART, isFolio, isMasthead, PAGES_TODAY, folioPage, withoutStaff } from './furniture';
import { pageNumber } from './jumpLine';
import { simplified } from './traditional';

/** What a folio tells of its page: 澜川日报 2024年9月27日 星期五 第1版 要闻 今日8版. */
export interface Folio {
  /** The paper's own name, as printed. */
  readonly paper?: string;
  /** The day as `2024-09-27`. */
  readonly date?: string;
  /** The page's label: 3, A3. */
  readonly page?: string;
  /** 要闻, 综合 …, as printed. */
  readonly section?: string;
  /** How many pages the paper says it has that day. */
  readonly pages?: number;
}

const DAY = new RegExp(DATE, 'u');
const PARTS = /([0-9]{4}|[〇○零一二三四五六七八九]{4}|民国[〇○零一二三四五六七八九十百0-9]{1,6})[\s年.\-/]{1,3}([0-9一二三四五六七八九十]{1,3})[\s月.\-/]{1,3}([0-9一二三四五六七八九十]{1,3})/u;
/** A section's name is short. */
const SECTION = /^\p{Script=Han}{2,6}$/u;
/** 星期五 and 周五 are no sections. */
const NO_SECTION = /^(?:星期|礼拜|周)|^(?:版|第|期|今日)/u;

/**
 * The label of a page as everything compares it: 3 for 第三版, ３, 03; A3 for A03.
 * @returns `undefined` where what is printed is no page's label
 */
export function pageLabel(printed: string): string | undefined {
  const found = /^([A-Z]?)([0-9]{1,3})$/u.exec(narrow(printed.trim()).toUpperCase());
  if (found !== null && Number(found[2]) > 0) return `${found[1] ?? ''}${String(Number(found[2]))}`;
  const number = pageNumber(printed.trim());
  return number !== undefined && number >= 1 && number <= 999 ? String(number) : undefined;
}

/** What a line tells as a folio; `undefined` for any other line. */
export function folioOf(shown: string): Folio | undefined {
  const printed = shown.trim();
  const line = simplified(printed);
  if (!isFolio(line)) return isMasthead(line) ? { paper: printed } : undefined;
  const date = dateOf(line);
  const label = folioPage(printed);
  const page = label === undefined ? undefined : pageLabel(label);
  const [, pages, unit] = PAGES_TODAY.exec(line) ?? [];
  const count = unit === '版' && pages !== undefined ? Number(pageLabel(pages)) : undefined;
  // Characters fold one to one, so what is cut out of the folded line stands in the printed one.
  const names = withoutStaff(line).replace(FOLIO_PART, (part) => ' '.repeat(part.length)).split(/[\s|·:：—\-/()（）【】〔〕]+/u).filter((name) => name !== '');
  const paper = names.find(isMasthead);
  const section = names.find((name) => name !== paper && SECTION.test(name) && !NO_SECTION.test(name));
  const asPrinted = (name: string): string => printed.slice(line.indexOf(name), line.indexOf(name) + name.length);
  return {
    ...(paper === undefined ? {} : { paper: asPrinted(paper) }),
    ...(date === undefined ? {} : { date }),
    ...(page === undefined ? {} : { page }),
    ...(section === undefined ? {} : { section: asPrinted(section) }),
    ...(count === undefined || Number.isNaN(count) ? {} : { pages: count }),
  };
}

/** The day in a line of simplified characters, as `2024-09-27`. */
function dateOf(line: string): string | undefined {
  const printed = DAY.exec(line)?.[0];
  const [, year, month, day] = PARTS.exec(printed ?? '') ?? [];
  return year === undefined ? undefined : isoDate(yearOf(year), numeral(month), numeral(day));
}

/** A day as `2024-09-27`; `undefined` where there is no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month))) return undefined;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 2024, 二〇二四; 民国113年 is 2024. */
function yearOf(printed: string): number {
  const republic = printed.startsWith('民国');
  const year = numeral(republic ? printed.slice(2) : printed);
  return republic ? year + 1911 : year;
}

function numeral(printed: string | undefined): number {
  return pageNumber((printed ?? '').replace(/[○零]/gu, '〇')) ?? Number.NaN;
}

/** Full-width digits and letters as half-width ones. */
function narrow(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
