import type { Span } from '../text/span';
import { findAlike, type Wanted } from './alike';
import { bareText, type Ground } from './ground';
import type { Passage } from './passage';

/** How a passage was found again: at its place, elsewhere by its words, or by most of its words. */
export interface Anchor {
  readonly span: Span;
  readonly by: 'place' | 'quote' | 'likeness';
}

/** More places of one quotation than this are not looked at; the nearest of those seen is taken. */
const mostPlaces = 512;
/** A quotation this long that stands in several places may be known by its place alone. */
const telling = 8;
/** A quotation shorter than this must also have its surroundings, unless it stands where it stood. */
const short = 4;

/**
 * Finds passages again in a text that may have been edited since: first where each stood, then by its words (told apart by
 * what stands around, then by nearness), then by most of its words. White space and heading marks never count.
 * @returns for each passage its anchor; `undefined` where it no longer fits
 */
export function findAgain(ground: Ground, passages: readonly Passage[]): (Anchor | undefined)[] {
  let shift = 0;
  const found = passages.map((passage): Anchor | undefined => {
    const [start, end] = placeOf(ground, passage);
    for (const moved of shift === 0 ? [0] : [0, shift]) {
      if (isAt(ground.text, passage, [start + moved, end + moved])) return { span: [start + moved, end + moved], by: 'place' };
    }
    const anchor = byQuote(ground, passage);
    // What stands before a passage is edited more often than the passage: the next one has probably moved as far.
    if (anchor !== undefined) shift = anchor.span[0] - start;
    return anchor;
  });
  const lost = passages.flatMap((passage, index) => (found[index] === undefined ? [{ passage, index }] : []));
  byLikeness(ground, lost.map(({ passage }) => passage)).forEach((anchor, i) => {
    found[lost[i]?.index ?? -1] = anchor;
  });
  return found;
}

/** Where a passage stood, in units of the text; wider than the text where the text is shorter now. */
function placeOf(ground: Ground, { position }: Passage): Span {
  return [ground.toUnits(position[0]), ground.toUnits(position[1])];
}

function isAt(text: string, { head, tail }: Passage, [start, end]: Span): boolean {
  if (start < 0 || end > text.length || end <= start) return false;
  if (tail === undefined) {
    const bare = bareText(head);
    return bare !== '' && bareText(text.slice(start, end)) === bare;
  }
  return end - start >= head.length && text.startsWith(head, start) && text.endsWith(tail, end);
}

function byQuote(ground: Ground, passage: Passage): Anchor | undefined {
  const { text } = ground.bare;
  const head = bareText(passage.head);
  const near = ground.toBare(placeOf(ground, passage)[0]);
  const prefix = bareText(passage.prefix);
  if (head === '') return undefined;
  if (passage.tail === undefined) {
    const start = placeOfQuote(text, head, near, prefix, bareText(passage.suffix));
    return start === undefined ? undefined : { span: ground.fromBare([start, start + head.length]), by: 'quote' };
  }
  const tail = bareText(passage.tail);
  const start = placeOfQuote(text, head, near, prefix, '');
  const length = bareLength(ground, passage);
  const expected = (start ?? near) + length - tail.length;
  const end = placeOfQuote(text, tail, expected, '', bareText(passage.suffix), start);
  if (start !== undefined && end !== undefined) return { span: ground.fromBare([start, end + tail.length]), by: 'quote' };
  // One end was edited: the other one and the length tell, as far as the lines that stand together reach.
  if (start !== undefined) return { span: fromStart(ground, start, length), by: 'likeness' };
  return end === undefined ? undefined : { span: fromEnd(ground, end + tail.length, length), by: 'likeness' };
}

/** The place of a quotation in the bare text: of several the one with its surroundings, of those the nearest. */
function placeOfQuote(text: string, quote: string, near: number, prefix: string, suffix: string, from = 0): number | undefined {
  let best: { at: number; context: number } | undefined;
  let seen = 0;
  for (let at = text.indexOf(quote, from); at >= 0 && seen < mostPlaces; at = text.indexOf(quote, at + 1)) {
    seen++;
    const context = sharedBefore(text, at, prefix) + sharedBehind(text, at + quote.length, suffix);
    if (best === undefined || context > best.context || (context === best.context && Math.abs(at - near) < Math.abs(best.at - near))) best = { at, context };
  }
  if (best === undefined) return undefined;
  if (quote.length >= telling || best.context >= short) return best.at;
  return seen === 1 && quote.length >= short ? best.at : undefined;
}

function sharedBefore(text: string, at: number, prefix: string): number {
  let count = 0;
  while (count < prefix.length && at - count > 0 && text[at - 1 - count] === prefix[prefix.length - 1 - count]) count++;
  return count;
}

function sharedBehind(text: string, at: number, suffix: string): number {
  let count = 0;
  while (count < suffix.length && text[at + count] === suffix[count]) count++;
  return count;
}

/** How long a long passage was, bare, as far as its place tells: white space was little of it. */
function bareLength({ text }: Ground, { position, head, tail = '' }: Passage): number {
  return Math.min(text.length, Math.max(position[1] - position[0], head.length + tail.length));
}

/** What stands together from a place of the bare text on, no longer than `length`. */
function fromStart(ground: Ground, start: number, length: number): Span {
  const [from, to] = ground.fromBare([start, Math.min(ground.bare.text.length, start + length)]);
  const gap = blankLine().exec(ground.text.slice(from, to));
  return [from, gap === null ? to : from + gap.index];
}

function fromEnd(ground: Ground, end: number, length: number): Span {
  const [from, to] = ground.fromBare([Math.max(0, end - length), end]);
  const last = [...ground.text.slice(from, to).matchAll(blankLine())].at(-1);
  return [last === undefined ? from : from + last.index + last[0].length, to];
}

const blankLine = (): RegExp => /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/gu;

function byLikeness(ground: Ground, passages: readonly Passage[]): (Anchor | undefined)[] {
  if (passages.length === 0) return [];
  const wanted = passages.flatMap((passage): Wanted[] => {
    const near = ground.toBare(placeOf(ground, passage)[0]);
    const head = { quote: bareText(passage.head), near };
    return passage.tail === undefined ? [head] : [head, { quote: bareText(passage.tail), near: near + bareLength(ground, passage) }];
  });
  const spans = findAlike(ground.bare.text, wanted);
  let next = 0;
  return passages.map((passage): Anchor | undefined => {
    const head = spans[next++];
    if (passage.tail === undefined) return head && { span: ground.fromBare(head), by: 'likeness' };
    const tail = spans[next++];
    const length = bareLength(ground, passage);
    if (head && tail && tail[1] > head[0] && tail[1] - head[0] < 2 * length) return { span: ground.fromBare([head[0], tail[1]]), by: 'likeness' };
    if (head) return { span: fromStart(ground, head[0], length), by: 'likeness' };
    return tail && { span: fromEnd(ground, tail[1], length), by: 'likeness' };
  });
}
