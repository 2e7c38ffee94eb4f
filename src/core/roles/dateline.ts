import type { Dateline } from '../page/model';
import { pageNumber } from './jumpLine';
import { simplified, traditional } from './traditional';
import { REPORTER_TITLES, SENDERS } from './words';

/** How far into a paragraph a dateline may reach, in UTF-16 code units. */
const WINDOW = 90;
const NUMBER = '[0-9〇○零一二三四五六七八九十廿卅]';
const PLACE_AND_DAY = new RegExp(
  `^([\\p{Script=Han}·]{0,12}?)(?:${NUMBER}{4}年)?(?:(${NUMBER}{1,3})月)?(?:(${NUMBER}{1,3})日)?(?:[专急]?电|[专快]?讯|消息|综合消息|综合报[道导]|特稿)`,
  'u',
);
const REPORTERS = /^\s{0,2}[(（【〔]([^)）】〕]{2,60})[)）】〕]/u;
/** 【…】, （…）: some papers set the dateline in brackets. */
const BRACKETS: ReadonlyMap<string, string> = new Map([['【', '】'], ['〔', '〕'], ['（', '）'], ['(', ')'], ['［', '］'], ['[', ']']]);
/** 记者甲某／某地报道, 记者甲某某地十日电 in brackets. */
const REPORTER_FIRST = new RegExp(`^([\\p{Script=Han}·、\\s]{2,24}?)(?:[／/]\\s?([\\p{Script=Han}]{2,10}?)(?:综合)?报[道导]|(${NUMBER}{1,3})日(?:专|急)?电|(?:综合)?报[道导])`, 'u');
/** A paper that names itself: 某某日报讯. */
const PAPER = /^\p{Script=Han}{2,6}?(?:日|晚|时|早|晨|商|周|都市|青年)报网?/u;
/** What senders and brackets begin with; a look at one character spares most paragraphs the rest. */
const FIRST: ReadonlySet<string> = new Set([...[...SENDERS, ...SENDERS.map(traditional)].map((word) => word[0] ?? ''), ...BRACKETS.keys()]);

/**
 * The dateline a paragraph begins with: 本报清禾9月24日电(记者 …), 新华社天津3月6日电, 本报讯, 【本报台北十日电】,
 * 〔记者甲某／某地报道〕, in simplified or traditional characters.
 * @param text the paragraph
 * @param offset where it stands in the page, so that the span is the page's
 */
export function datelineOf(text: string, offset: number): Dateline | undefined {
  if (!FIRST.has(text[0] ?? '')) {
    const paper = text.slice(0, 9);
    if (paper.indexOf('报') < 2 && paper.indexOf('報') < 2) return undefined;
  }
  const window = text.slice(0, WINDOW);
  // Digits and characters fold one to one, so places in the folded text are places in the text.
  const folded = simplified(window);
  const opening = folded.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const closing = BRACKETS.get(opening[0] ?? '');
  const from = closing === undefined ? 0 : 1;
  const found = sent(opening, window, from) ?? (closing === undefined ? undefined : reported(opening, window, from));
  if (found === undefined) return undefined;
  let { end } = found;
  if (closing !== undefined) {
    const at = opening.indexOf(closing, end);
    if (at < 0 || at > end + 40) return undefined;
    // 【本报讯 记者 甲某】
    if (at > end && found.reporters.length === 0) found.reporters.push(...namesIn(window.slice(end, at), opening.slice(end, at)));
    end = at + 1;
  }
  const { place, month, day, reporters } = found;
  return {
    span: [offset, offset + end],
    ...(place === undefined || place === '' ? {} : { place }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    reporters,
  };
}

interface Found {
  readonly end: number;
  readonly place: string | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly reporters: string[];
}

/** 本报某地某月某日电(记者 …). */
function sent(opening: string, window: string, from: number): Found | undefined {
  const rest = opening.slice(from);
  const sender = SENDERS.find((word) => rest.startsWith(word)) ?? PAPER.exec(rest.slice(0, 12))?.[0];
  if (sender === undefined) return undefined;
  const start = from + sender.length;
  const found = PLACE_AND_DAY.exec(opening.slice(start));
  if (found === null) return undefined;
  let end = start + found[0].length;
  const inBrackets = REPORTERS.exec(opening.slice(end));
  let reporters: string[] = [];
  if (inBrackets !== null) {
    const at = end + inBrackets[0].indexOf(inBrackets[1] ?? '');
    reporters = namesIn(window.slice(at, at + (inBrackets[1] ?? '').length), inBrackets[1] ?? '');
    end += inBrackets[0].length;
  }
  const [, place, month, day] = found;
  // 来电, 通讯, 好消息: without a day or reporters, only the bare 讯 and 电 of the trade are a dateline.
  if (from === 0 && day === undefined && inBrackets === null) {
    if (!/^\p{Script=Han}{0,4}[讯电]$/u.test(found[0])) return undefined;
    if (place !== undefined && place !== '' && !/^[\s　（(，,：:]/u.test(opening.slice(end)) && opening.length > end) return undefined;
  }
  return { end, place: place === undefined ? undefined : window.slice(start, start + place.length), month: numeral(month), day: numeral(day), reporters };
}

/** 记者甲某／某地报道, in brackets. */
function reported(opening: string, window: string, from: number): Found | undefined {
  const rest = opening.slice(from);
  const house = rest.startsWith('本报') ? 2 : 0;
  const title = REPORTER_TITLES.find((word) => rest.startsWith(word, house));
  if (title === undefined) return undefined;
  const start = from + house + title.length;
  const found = REPORTER_FIRST.exec(opening.slice(start));
  if (found === null) return undefined;
  const [whole, name, place, day] = found;
  // Before a day stand name and place in one; nothing tells where the name ends.
  const reporters = day === undefined ? namesIn(window.slice(start, start + (name ?? '').length), name ?? '') : [];
  const placeAt = start + whole.search(/[／/]/u) + 1;
  return { end: start + whole.length, place: place === undefined ? undefined : window.slice(placeAt, placeAt + place.length), day: numeral(day), reporters };
}

function numeral(printed: string | undefined): number | undefined {
  return printed === undefined ? undefined : pageNumber(printed.replace('廿', '二十').replace('卅', '三十').replace(/[○零]/gu, '〇'));
}

/**
 * The names in 记者 甲某 乙某 通讯员 丙某.
 * @param folded the same in simplified characters, unit for unit
 */
function namesIn(text: string, folded: string): string[] {
  const names: string[] = [];
  let start = 0;
  for (let at = 0; at <= folded.length; at++) {
    if (at < folded.length && !/[\s、,，:：/／]/u.test(folded[at] ?? '')) continue;
    const part = folded.slice(start, at);
    const title = REPORTER_TITLES.find((word) => part.includes(word));
    const from = start + (title === undefined ? 0 : part.indexOf(title) + title.length);
    if (at - from >= 2 && at - from <= 12) names.push(text.slice(from, at));
    start = at + 1;
  }
  return names;
}
