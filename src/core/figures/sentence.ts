import { isClosing, isFinal, isSpace } from '../text/characters';
import type { Span } from '../text/span';

/** How far a sentence is looked for on each side; a page without punctuation must not make a hover slow. */
const WINDOW = 2000;

/**
 * The sentence around an offset: up to and with its final punctuation and the quotation marks after it, never across
 * a line end, and not beyond 2,000 characters on either side. Leading white space is left out. Offsets are UTF-16
 * code units; one outside the text counts as its nearest end.
 */
export function sentenceAt(text: string, offset: number): Span {
  const place = Math.max(0, Math.min(Math.trunc(offset) || 0, text.length));
  const first = lineStart(text, place);
  const last = lineEnd(text, place);
  let start = first;
  for (let at = first; at < last; ) {
    if (!isFinal(text.charAt(at))) {
      at++;
      continue;
    }
    while (at < last && (isFinal(text.charAt(at)) || isClosing(text.charAt(at)))) at++;
    // At the very end of a line the sentence before it is meant.
    if (place < at || at === last) return [skipSpace(text, start, at), at];
    start = at;
  }
  return [skipSpace(text, start, last), last];
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

function lineStart(text: string, place: number): number {
  const least = Math.max(0, place - WINDOW);
  let at = place;
  while (at > least && !isLineEnd(text.charCodeAt(at - 1))) at--;
  // Never between the halves of a pair.
  return at > 0 && at === least && at < place && isLow(text.charCodeAt(at)) ? at + 1 : at;
}

function lineEnd(text: string, place: number): number {
  const most = Math.min(text.length, place + WINDOW);
  let at = place;
  while (at < most && !isLineEnd(text.charCodeAt(at))) at++;
  return at < text.length && at === most && at > place && isLow(text.charCodeAt(at)) ? at - 1 : at;
}

/** The sentence of {@link sentencesOf} that holds an offset; the last one before it where it stands between two. */
export function sentenceIn(text: string, offset: number): Span {
  let found: Span = [0, text.length];
  for (const sentence of sentencesOf(text)) {
    if (sentence[0] > offset) break;
    found = sentence;
  }
  return found;
}

/** The longest sentence: what goes on for longer without a full stop is noise, and what is told of each figure in it must not hold all of it. */
const LONGEST = 1000;

/**
 * The sentences of a text, in order: each up to and with its final punctuation and the quotation marks after it, or a line's end. One that is longer than
 * 1,000 characters is cut there.
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end > start) sentences.push([skipSpace(text, start, end), end]);
    start = end;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (at - start >= LONGEST && !isLow(code)) close(at);
    // Nearly every character is Chinese, and ends nothing.
    if (code >= 0x4e00 && code <= 0x9fff) at++;
    else if (isLineEnd(code)) {
      close(at);
      start = ++at;
    } else if (isFinal(text.charAt(at))) {
      while (at < text.length && (isFinal(text.charAt(at)) || isClosing(text.charAt(at)))) at++;
      close(at);
    } else at++;
  }
  close(text.length);
  return sentences;
}
