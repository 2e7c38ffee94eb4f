import { bySpan, type Span } from '../../core';
import { lastUpTo } from './search';

/** A place in the reading: a piece and how much of it has passed the top, 0 to 1. */
export interface ReadingPlace {
  readonly piece: number;
  readonly part: number;
}

/** Finds pieces by offsets: the other way round than `spans` has it. */
export class PieceIndex {
  readonly #ordered: readonly { readonly span: Span; readonly piece: number }[];

  /** @param spans the place of each piece; several pieces may share one, and then the first of them counts */
  constructor(spans: readonly Span[]) {
    this.#ordered = spans
      .map((span, piece) => ({ span, piece }))
      .sort((a, b) => bySpan(a.span, b.span) || a.piece - b.piece)
      .filter(({ span }, index, all) => index === 0 || bySpan(span, all[index - 1]?.span ?? span) !== 0);
  }

  /** The piece at an offset or the last one before it, passed by; `undefined` before the first. */
  at(offset: number): ReadingPlace | undefined {
    const found = this.#ordered[lastUpTo(this.#ordered, offset, ({ span }) => span[0]) ?? -1];
    if (!found) return undefined;
    const [start, end] = found.span;
    return { piece: found.piece, part: end > start ? Math.min(1, (offset - start) / (end - start)) : 0 };
  }
}

/** The offset of a place inside a span, a whole number. */
export function offsetOf([start, end]: Span, part: number): number {
  return start + Math.floor((end - start) * part);
}

/** What an editor does within this time of being asked is its answer, in milliseconds: it may scroll smoothly. */
const patience = 400;

/**
 * Tells the scrolling of an editor by hand from the scrolling that the reading asked for, so that one does not answer the other for ever.
 * Where the editor comes to rest cannot tell: it leaves room above for sticky lines, and stops at the end of the text.
 */
export class ScrollLead {
  #until = -Infinity;
  #last: number | undefined;

  /** @param now a clock in milliseconds */
  constructor(private readonly now: () => number) {}

  /** The reading has asked the editor to scroll. */
  asked(): void {
    this.#until = this.now() + patience;
  }

  /** Whether the editor, now showing this offset at its top, was scrolled by hand. */
  isByHand(top: number): boolean {
    const isNews = top !== this.#last;
    this.#last = top;
    return isNews && this.now() > this.#until;
  }
}
