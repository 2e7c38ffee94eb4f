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

  /** The piece at an offset, or the next one behind it; the last one, passed by, at the end of the text. */
  at(offset: number): ReadingPlace | undefined {
    const last = this.#ordered.at(-1);
    if (!last) return undefined;
    const before = lastUpTo(this.#ordered, offset, ({ span }) => span[0]) ?? -1;
    const found = this.#ordered[before];
    const isInside = found !== undefined && offset < found.span[1];
    const { span, piece } = (isInside ? found : this.#ordered[before + 1]) ?? last;
    const [start, end] = span;
    return { piece, part: end > start ? Math.min(1, Math.max(0, (offset - start) / (end - start))) : 0 };
  }
}

/** The offset of a place inside a span, a whole number. */
export function offsetOf([start, end]: Span, part: number): number {
  return start + Math.floor((end - start) * part);
}

/** What an editor does within this time of being asked may be its answer, in milliseconds: it may scroll smoothly. */
export const patience = 400;

/** What an editor shows, first and last offset. */
export type Visible = readonly [top: number, end: number];

/**
 * Tells the scrolling of an editor by hand from the scrolling that the reading asked for, so that one does not answer the other for ever.
 * An editor has arrived when what was asked for is on the screen; it leaves room above for sticky lines, and stops at the end of the text.
 */
export class ScrollLead {
  #asked: { readonly offset: number; readonly until: number } | undefined;
  #last: number | undefined;

  /** @param now a clock in milliseconds */
  constructor(private readonly now: () => number) {}

  /** The reading has asked the editor to show this offset at its top. */
  asked(offset: number): void {
    this.#asked = { offset, until: this.now() + patience };
  }

  /** Who scrolled an editor that now shows this; `later` where that can only be told after some patience. */
  judge([top, end]: Visible): 'hand' | 'ours' | 'later' {
    if (top === this.#last) return 'ours';
    const asked = this.#asked;
    if (asked && this.now() <= asked.until) {
      if (asked.offset < top || asked.offset > end) return 'later';
      this.#last = top;
      return 'ours';
    }
    this.#last = top;
    return 'hand';
  }
}
