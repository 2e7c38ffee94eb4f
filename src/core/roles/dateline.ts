import type { Dateline } from '../page/model';
import { REPORTER_TITLES, SENDERS } from './words';

/** How far into a paragraph a dateline may reach, in UTF-16 code units. */
const WINDOW = 90;
const PLACE_AND_DAY =
  /^([\p{Script=Han}·]{0,12}?)(?:([0-9]{4})年)?(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?(?:专?电|讯|消息|综合消息|综合报道)/u;
const REPORTERS = /^\s{0,2}[(（【]([^)）】]{2,60})[)）】]/u;

/**
 * The dateline a paragraph begins with: 本报清禾9月24日电(记者 …), 新华社北京10月21日电, 本报讯.
 * @param text the paragraph
 * @param offset where it stands in the page, so that the span is the page's
 */
export function datelineOf(text: string, offset: number): Dateline | undefined {
  // Full-width digits fold one to one, so places in the folded text are places in the text.
  const opening = text.slice(0, WINDOW).replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const sender = SENDERS.find((word) => opening.startsWith(word));
  if (sender === undefined) return undefined;
  const found = PLACE_AND_DAY.exec(opening.slice(sender.length));
  if (found === null) return undefined;
  let end = sender.length + found[0].length;
  let reporters: string[] = [];
  const inBrackets = REPORTERS.exec(opening.slice(end));
  if (inBrackets !== null) {
    end += inBrackets[0].length;
    reporters = namesIn(inBrackets[1] ?? '');
  }
  const [, place, , month, day] = found;
  // 来电, 通讯, 好消息: without a day or reporters, only the bare 讯 and 电 of the trade are a dateline.
  if (day === undefined && inBrackets === null && !/^\p{Script=Han}{0,4}[讯电]$/u.test(found[0])) return undefined;
  if (day === undefined && inBrackets === null && place !== undefined && place !== '' && !/^[\s　（(，,：:]/u.test(opening.slice(end)) && opening.length > end) return undefined;
  return {
    span: [offset, offset + end],
    ...(place === undefined || place === '' ? {} : { place }),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    reporters,
  };
}

/** The names in 记者 甲某 乙某 通讯员 丙某. */
function namesIn(text: string): string[] {
  return text
    .split(/[\s、,，:：/]+/u)
    .map((part) => {
      const title = REPORTER_TITLES.find((word) => part.includes(word));
      return title === undefined ? part : part.slice(part.indexOf(title) + title.length);
    })
    .filter((name) => name.length >= 2 && name.length <= 12);
}
