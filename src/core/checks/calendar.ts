/** Dates that do not exist, and weekdays that do not go with their date. */
import type { Figure, Moment, PlacedFigure } from '../figures';
import { doubt, type Check, type Day, type FigureDoubt } from './check';

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const NAMES = '一二三四五六日';

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days the month of a moment has; in an unknown year February has 29. */
function daysOf({ month, year }: Moment): number {
  if (month === 2 && year !== undefined && !isLeap(year)) return 28;
  return DAYS[(month ?? 1) - 1] ?? 31;
}

/** 1 Monday to 7 Sunday, by Sakamoto's method for the Gregorian calendar. */
export function weekdayOf({ year, month, day }: Day): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const own = month < 3 ? year - 1 : year;
  const sunday = (own + Math.floor(own / 4) - Math.floor(own / 100) + Math.floor(own / 400) + (shifts[month - 1] ?? 0) + day) % 7;
  return sunday === 0 ? 7 : sunday;
}

/** 2月30日, 9月31日, 13月5日. */
export const impossibleDates: Check = ({ figures }) => {
  const doubts: FigureDoubt[] = [];
  for (const placed of figures) {
    const { date, span, text } = placed.figure;
    if (date === undefined || date.lunar === true) continue;
    const month = date.day === undefined || date.month !== undefined ? undefined : /(?<!\d)(\d\d?)月$/.exec(placed.passage.text.slice(Math.max(0, span[0] - 4), span[0]))?.[1];
    if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) doubts.push(doubt('figure-date', placed, [`${month}月${text}`]));
    const bad = [date, date.to].some((moment) => moment?.day !== undefined && moment.month !== undefined && moment.day > daysOf(moment));
    if (bad) doubts.push(doubt('figure-date', placed, [text]));
  }
  return doubts;
};

/** 9月26日星期三, 11月3日恰逢周日: the weekday against the calendar. */
export const weekdays: Check = ({ figures, issue }) => {
  const doubts: FigureDoubt[] = [];
  for (const placed of figures) {
    const { date, text } = placed.figure;
    if (date?.month === undefined || date.day === undefined || date.to !== undefined || date.lunar === true || date.day > daysOf(date)) continue;
    const weekday = date.weekday ?? weekdayBehind(placed);
    const year = yearOf(date, issue);
    if (weekday === undefined || year === undefined) continue;
    const right = weekdayOf({ year, month: date.month, day: date.day });
    if (right !== weekday) doubts.push(doubt('figure-weekday', placed, [text, NAMES.charAt(weekday - 1), NAMES.charAt(right - 1), year]));
  }
  return doubts;
};

/** The weekday that is named right behind a date: 恰逢周日, 是星期三, （周四）. */
function weekdayBehind({ figure, passage }: PlacedFigure): number | undefined {
  const found = /^[，,(（ ]?(?:恰逢|正值|恰是|正是|是|适逢|，)?(?:星期|礼拜|周)([一二三四五六日天])(?![一二三四五六、至到—])/.exec(passage.text.slice(figure.span[1], figure.span[1] + 8));
  const sign = found?.[1];
  return sign === undefined ? undefined : sign === '天' ? 7 : NAMES.indexOf(sign) + 1;
}

/** The year of a date: its own, or the one that brings it nearest to the issue. */
function yearOf(date: NonNullable<Figure['date']>, issue: Day | undefined): number | undefined {
  if (date.year !== undefined) return date.year;
  if (issue === undefined) return undefined;
  if (date.relativeYear !== undefined) return issue.year + date.relativeYear;
  const months = (date.month ?? 1) - issue.month;
  return months > 6 ? issue.year - 1 : months < -6 ? issue.year + 1 : issue.year;
}
