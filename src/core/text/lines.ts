import { isSpace } from './characters';
import { turnsPage } from './markup';
import type { Span } from './span';

/** A line of the text: its content without white space at both ends, and how many columns of indent it had. */
export interface Line {
  /** The trimmed content; empty for a blank line. */
  readonly span: Span;
  /** White space before the content, the ideographic space counted as two, a tab as four. */
  readonly indent: number;
  /** Whether the dump's own page break stands before the content: a form feed, there or on a blank line, or a line that is one. */
  readonly pageBefore: boolean;
  /** Whether one stands behind the content. */
  readonly pageBehind: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const FF = 0x0c;
const TAB = 0x09;
const BRACE = 0x7b;
const ANGLE = 0x3c;

/** Splits a text at LF, CR LF and CR, as VS Code does; the same text may mix them. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : LF;
    if (code !== LF && code !== CR) continue;
    lines.push(trimmed(text, start, at));
    if (code === CR && text.charCodeAt(at + 1) === LF) at++;
    start = at + 1;
  }
  return lines;
}

function trimmed(text: string, start: number, end: number): Line {
  let indent = 0;
  let pageBefore = false;
  let pageBehind = false;
  let from = start;
  for (; from < end; from++) {
    const code = text.charCodeAt(from);
    if (!isSpace(code)) break;
    if (code === FF) pageBefore = true;
    indent += code === 0x3000 ? 2 : code === TAB ? 4 : 1;
  }
  let to = end;
  for (; to > from; to--) {
    const code = text.charCodeAt(to - 1);
    if (!isSpace(code)) break;
    if (code === FF) pageBehind = true;
  }
  const first = text.charCodeAt(from);
  if ((first === BRACE || first === ANGLE) && turnsPage(text.slice(from, to))) pageBefore = true;
  return { span: [from, to], indent, pageBefore, pageBehind };
}
