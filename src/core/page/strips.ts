import { linesOf } from '../text/lines';
import { sliceSpan } from '../text/span';

/** A block of the dump with the blank lines before it; or a part of one, where the page's own lines stand on top of text. */
export interface Strip {
  /** All of it, line ends included: the strips of a text, one behind the other, are the text. */
  readonly text: string;
  /** Whether a block begins with it. */
  readonly opens: boolean;
  /** Whether a form feed stands before it. */
  readonly newPage: boolean;
  /** The number of the page it announces, if a folio stands in it. */
  readonly page: string | undefined;
  /** Whether it holds more than the page's own lines. */
  readonly isText: boolean;
}

/** What is known of lines by themselves. */
export interface LineReader {
  /** The page a folio announces; `undefined` for any other line. */
  folio(line: string): string | undefined;
  /** Whether a line is the page's own: a folio, a masthead, a date, the editors' line. */
  ofPage(line: string): boolean;
}

/**
 * Reads a text as strips; an empty text has none.
 * @param turned whether a form feed stands before the text
 */
export function readStrips(text: string, reader: LineReader, turned = false): Strip[] {
  const strips: Strip[] = [];
  let start = 0;
  let from = 0;
  let lines: { readonly start: number; readonly line: string }[] = [];
  let newPage = turned;
  let pageBefore = false;
  const close = (end: number): void => {
    let open = start;
    for (const { before, page, isText } of partsOf(lines, reader)) {
      const to = before ?? end;
      strips.push({ text: text.slice(open, to), opens: open === start, newPage: pageBefore && open === start, page, isText });
      open = to;
    }
    start = end;
    lines = [];
  };
  const all = linesOf(text);
  all.forEach(({ span, pageBefore: turns, pageBehind }, i) => {
    const blank = span[0] === span[1];
    // A form feed between two lines parts them as a blank line does.
    if (lines.length > 0 && (blank || turns || newPage)) close(from);
    if (turns) newPage = true;
    if (!blank) {
      if (lines.length === 0) {
        pageBefore = newPage;
        newPage = false;
      }
      lines.push({ start: from, line: sliceSpan(text, span) });
      if (pageBehind) newPage = true;
    }
    const [, end] = all[i]?.span ?? [0, 0];
    from = lineStartAfter(text, end);
  });
  if (lines.length > 0) close(text.length);
  else if (start < text.length) {
    // White space at the end goes with what stands before it.
    const last = strips.pop();
    strips.push(last === undefined ? { text, opens: true, newPage, page: undefined, isText: false } : { ...last, text: last.text + text.slice(start) });
  }
  return strips;
}

/** Where the line behind an offset in white space begins. */
function lineStartAfter(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

interface PartOfBlock {
  /** Where the next part begins; `undefined` for the last. */
  readonly before: number | undefined;
  readonly page: string | undefined;
  readonly isText: boolean;
}

/** A block is one part, unless a folio stands in it: that begins a part, together with the page's own lines above it, and the text below it is another. */
function partsOf(lines: readonly { readonly start: number; readonly line: string }[], reader: LineReader): PartOfBlock[] {
  const folios = lines.map(({ line }) => reader.folio(line));
  if (folios.every((page) => page === undefined)) return [{ before: undefined, page: undefined, isText: !lines.every(({ line }) => reader.ofPage(line)) }];
  const kinds = lines.map(({ line }, i) => folios[i] !== undefined || reader.ofPage(line));
  const parts: { start: number; page: string | undefined; isText: boolean }[] = [];
  lines.forEach(({ start }, i) => {
    const ofPage = kinds[i] === true;
    const last = parts[parts.length - 1];
    // Another page's folio begins another part, even right below the first.
    const another = folios[i] !== undefined && last?.page !== undefined && last.page !== folios[i];
    if (last === undefined || last.isText === ofPage || another) parts.push({ start, page: folios[i], isText: !ofPage });
    else last.page ??= folios[i];
  });
  return parts.map(({ page, isText }, i) => ({ before: parts[i + 1]?.start, page, isText }));
}

/** A change of a text: `length` characters at `offset` give way to `newText`, in UTF-16 units of the text before. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly newText: string;
}

/**
 * The strips of a text after a change. Those that the change does not touch are the same objects as before.
 * @throws RangeError where the change lies outside the text
 */
export function changeStrips(strips: readonly Strip[], change: TextChange, reader: LineReader): readonly Strip[] {
  const { offset, length, newText } = change;
  let first = 0;
  let start = 0;
  while (first < strips.length && start + (strips[first]?.text.length ?? 0) < offset) start += strips[first++]?.text.length ?? 0;
  let last = first;
  let end = start;
  while (last < strips.length && end < offset + length + 1) end += strips[last++]?.text.length ?? 0;
  if (offset < 0 || length < 0 || offset + length > Math.max(start, end)) throw new RangeError(`a change at ${String(offset)} of ${String(length)} characters lies outside the text`);
  // A block is read as a whole, and so are its neighbours, with which the change may make it one.
  for (let opened = strips[first]?.opens === true ? 0 : -1; first > 0 && opened < 1; ) {
    start -= strips[--first]?.text.length ?? 0;
    if (strips[first]?.opens === true) opened++;
  }
  for (let opened = 0; last < strips.length; last++) if (strips[last]?.opens === true && ++opened > 1) break;
  const before = strips.slice(first, last).map(({ text }) => text).join('');
  const after = before.slice(0, offset - start) + newText + before.slice(offset - start + length);
  const read = readStrips(after, reader, first > 0 && strips[first]?.newPage === true);
  // What comes out as it was stays the same object.
  let same = 0;
  while (same < read.length && first + same < last && isSame(read[same], strips[first + same])) same++;
  let tail = 0;
  while (tail < read.length - same && last - tail > first + same && isSame(read[read.length - 1 - tail], strips[last - 1 - tail])) tail++;
  return [...strips.slice(0, first + same), ...read.slice(same, read.length - tail), ...strips.slice(last - tail)];
}

const isSame = (a: Strip | undefined, b: Strip | undefined): boolean => a?.text === b?.text && a?.opens === b?.opens && a?.newPage === b?.newPage && a?.page === b?.page && a?.isText === b?.isText;
