import type { Span } from '../text/span';
import type { Ground } from './ground';

/**
 * A passage as it is remembered outside the text: by its words, by what stands around it, and by its place.
 * A short one is quoted whole (`head`), a long one by its beginning and its end.
 */
export interface Passage {
  readonly head: string;
  readonly tail?: string;
  readonly prefix: string;
  readonly suffix: string;
  /** In code points of the text, as the Web Annotation model wants it. */
  readonly position: Span;
}

/** Up to this many units a passage is quoted whole. */
export const quotedWhole = 160;
/** Units quoted of each end of a longer one. */
const quotedEnd = 64;
/** Units quoted before and behind. */
const around = 32;

/** The passage at a span of a text. */
export function describe(ground: Ground, span: Span): Passage {
  const { text } = ground;
  const start = Math.min(Math.max(span[0], 0), text.length);
  const end = Math.min(Math.max(span[1], start), text.length);
  const whole = end - start <= quotedWhole;
  return {
    head: text.slice(start, whole ? end : wholeCharacter(text, start + quotedEnd)),
    ...(whole ? {} : { tail: text.slice(wholeCharacter(text, end - quotedEnd), end) }),
    prefix: text.slice(wholeCharacter(text, Math.max(0, start - around)), start),
    suffix: text.slice(end, wholeCharacter(text, Math.min(text.length, end + around))),
    position: [ground.toPoints(start), ground.toPoints(end)],
  };
}

/** Whether two passages are remembered by the same words and place. */
export function samePassage(a: Passage, b: Passage | undefined): boolean {
  return a.head === b?.head && a.tail === b.tail && a.prefix === b.prefix && a.suffix === b.suffix
    && a.position[0] === b.position[0] && a.position[1] === b.position[1];
}

/** The span by which a place is remembered: the text that begins there, as far as its line goes. */
export function spanFrom(text: string, at: number): Span {
  let start = Math.min(Math.max(at, 0), text.length);
  while (start < text.length && text.charAt(start).trim() === '') start++;
  let end = start;
  while (end < text.length && end - start < quotedEnd && text[end] !== '\n' && text[end] !== '\r') end++;
  return [start, wholeCharacter(text, end)];
}

/** An offset that does not part the halves of a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const second = text.charCodeAt(offset);
  const first = text.charCodeAt(offset - 1);
  return second >= 0xdc00 && second <= 0xdfff && first >= 0xd800 && first <= 0xdbff ? offset + 1 : offset;
}
