import { isNoticeHead } from './form';
import { HEADS_TOO, STANDING_HEADS } from './words';

/** The longest slogan that names a series, in UTF-16 code units. */
const LONGEST_SLOGAN = 9;

/** A line without the mark of a headline. */
export const unmarked = (line: string): string => line.replace(/^#+\s*/u, '').trim();

/**
 * Whether a line is made of two halves of one length (学先进 勇担当), as the slogans are that name a series.
 * Slogans have halves of three or four characters; of five or more they are as often a headline's.
 */
export function isSlogan(title: string): boolean {
  const halves = title.split(/\s+/u);
  return halves.length === 2 && halves[0]?.length === halves[1]?.length && title.length <= LONGEST_SLOGAN;
}

/** Whether a line names a series and nothing else: 天气预报, 公告 and the like head a text of their own as often. */
export const namesSeries = (title: string): boolean => (STANDING_HEADS.has(title) && !HEADS_TOO.has(title) && !isNoticeHead(title)) || isSlogan(title);
