import type { Span, TextEdit } from './span';

/**
 * The edit that makes a part of a text another, without what both share at their ends; none where they are the same.
 * It never begins or ends inside a surrogate pair or between CR and LF: an editor would move it.
 */
export function difference(text: string, [from, to]: Span, newText: string): TextEdit[] {
  const before = text.slice(from, to);
  if (before === newText) return [];
  const most = Math.min(before.length, newText.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === newText.charCodeAt(start)) start++;
  while (start > 0 && (within(before, start) || within(newText, start))) start--;
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)) tail++;
  while (tail > 0 && (within(before, before.length - tail) || within(newText, newText.length - tail))) tail--;
  return [{ span: [from + start, to - tail], newText: newText.slice(start, newText.length - tail) }];
}

/** Whether an offset lies inside a surrogate pair or between CR and LF. */
function within(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return (before === 0x0d && after === 0x0a) || (before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000);
}
