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

/** How long a scroll that the reading asked for may take to arrive, in milliseconds: an editor may scroll smoothly. */
const patience = 400;

/** Where the top of an editor is: its line, and the offset, which also tells the rows of a wrapped line apart. */
export interface EditorTop {
  readonly line: number;
  readonly offset: number;
}

/**
 * Tells the scrolling of an editor by hand from the scrolling that the reading asked for, so that one does not answer the other for ever.
 * While the editor is on its way to the line asked for, nothing it says counts; nor does what it says twice of where it arrived.
 */
export class ScrollLead {
  #asked: { readonly line: number; readonly until: number } | undefined;
  #arrived: number | undefined;

  /** @param now a clock in milliseconds */
  constructor(private readonly now: () => number) {}

  /** The reading has asked the editor to show this line at its top. */
  asked(line: number): void {
    this.#asked = { line, until: this.now() + patience };
    this.#arrived = undefined;
  }

  /** Whether the editor, now showing this at its top, was scrolled by hand. */
  isByHand(top: EditorTop): boolean {
    if (this.#asked) {
      const there = top.line === this.#asked.line;
      if (!there && this.now() <= this.#asked.until) return false;
      this.#asked = undefined;
      this.#arrived = there ? top.offset : undefined;
      return !there;
    }
    if (top.offset === this.#arrived) return false;
    this.#arrived = undefined;
    return true;
  }
}
