import { isSpace } from '../text/characters';
import type { Span, TextEdit } from '../text/span';

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
 * What stood around it closes up with one blank line.
 */
export function moveBehind(text: string, passage: Span, home: Span, joined: boolean, eol: string): TextEdit[] {
  const [from, to] = withSpace(text, passage);
  const gap = from === 0 ? '' : to === text.length ? eol : eol + eol;
  const moved = (joined ? '' : eol + eol) + text.slice(passage[0], passage[1]);
  // The white space behind `home` may be the very white space that closes up.
  if (home[1] === from) return [{ span: [from, passage[0]], newText: joined ? '' : eol + eol }];
  return [
    { span: [from, to], newText: gap },
    { span: [home[1], home[1]], newText: moved },
  ];
}

/**
 * Joins a piece with the next one below it. A folio or a credit that stands between the two stays,
 * and the continuation moves above it.
 */
export function joinNear(text: string, left: Span, right: Span, eol: string): TextEdit[] {
  for (let at = left[1]; at < right[0]; at++) {
    if (!isSpace(text.charCodeAt(at))) return moveBehind(text, right, left, true, eol);
  }
  return [{ span: [left[1], right[0]], newText: '' }];
}

/** Puts a heading mark before a line. */
export function mark(at: number): TextEdit[] {
  return [{ span: [at, at], newText: '## ' }];
}
