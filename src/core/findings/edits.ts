import type { Fix } from '../page/model';
import { isSpace } from '../text/characters';
import { HEADING_MARKS, NOTHING_ELSE, type Allowance } from '../text/conservation';
import type { Span, TextEdit } from '../text/span';
import type { Found } from './rules/rule';

/** The text that is edited, and what stands around it. */
type Edited = Pick<Found, 'text' | 'surroundings'>;

/** A span widened over the white space around it on both sides. */
function withSpace(text: string, [start, end]: Span): Span {
  let from = start;
  let to = end;
  while (from > 0 && isSpace(text.charCodeAt(from - 1))) from--;
  while (to < text.length && isSpace(text.charCodeAt(to))) to++;
  return [from, to];
}

/**
 * Takes a passage out and puts it behind `home`, joined to it or as paragraphs of its own.
 * What stood around it closes up with one blank line; a form feed stays where it stands.
 */
export function moveBehind({ text, surroundings: { first, last, eol } }: Edited, passage: Span, home: Span, joined: boolean): TextEdit[] {
  const [open, to] = withSpace(text, passage);
  // Where an editor parted a line, the white space before the passage may be the end of `home`.
  const from = home[1] <= passage[0] ? Math.max(open, home[1]) : open;
  const turns = [text.slice(from, passage[0]), text.slice(passage[1], to)].filter((space) => space.includes('\f')).join('');
  // A page of the paper begins behind a line end; a blank line goes before it and stays.
  const gap = turns !== '' ? turns : from === 0 ? (first ? '' : eol) : to === text.length && last ? eol : eol + eol;
  const moved = (joined ? '' : eol + eol) + text.slice(passage[0], passage[1]);
  if (home[1] === from) {
    // The white space behind `home` is the very white space that closes up.
    return turns === '' ? [{ span: [from, passage[0]], newText: joined ? '' : eol + eol }] : [{ span: [from, to], newText: moved + gap }];
  }
  return [
    { span: [from, to], newText: gap },
    { span: [home[1], home[1]], newText: moved },
  ];
}

/**
 * Joins a piece with the next one below it. A folio or a credit that stands between the two stays,
 * and the continuation moves above it; so does a form feed.
 */
export function joinNear(page: Edited, left: Span, right: Span): TextEdit[] {
  const { text } = page;
  for (let at = left[1]; at < right[0]; at++) {
    if (!isSpace(text.charCodeAt(at)) || text[at] === '\f') return moveBehind(page, right, left, true);
  }
  return [{ span: [left[1], right[0]], newText: '' }];
}

/** What the edits of a fix may do: only marking and unmarking touch heading marks. */
export function allowanceOf({ kind }: Pick<Fix, 'kind'>): Allowance {
  return kind === 'mark' || kind === 'unmark' ? HEADING_MARKS : NOTHING_ELSE;
}

/**
 * Puts a heading mark before a line. Where an article was decided to begin in the middle of one, the headline gets a line
 * of its own: a mark is none behind other text.
 * @param headline the whole headline; `at` lies in it
 */
export function mark({ text, surroundings: { eol } }: Edited, headline: Span, at: number): TextEdit[] {
  /** What stands next in a direction, spaces passed over: a character, or nothing where the line ends. */
  const meets = (offset: number, step: -1 | 1): boolean => {
    for (let next = offset; next >= 0 && next < text.length && !'\r\n\f'.includes(text.charAt(next)); next += step) {
      if (!isSpace(text.charCodeAt(next))) return true;
    }
    return false;
  };
  const end = headline[1];
  const opening: TextEdit = { span: [at, at], newText: `${meets(at - 1, -1) ? eol + eol : ''}## ` };
  return meets(end, 1) ? [opening, { span: [end, end], newText: eol + eol }] : [opening];
}
