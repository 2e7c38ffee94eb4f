/** A piece as it stands in the reading: pixels from the top of the text. */
export interface PieceBox {
  readonly piece: number;
  readonly top: number;
  readonly bottom: number;
}

/** The piece at a height, and how much of it lies above. */
export interface Place {
  readonly piece: number;
  readonly part: number;
}

/**
 * The piece at a height of the reading, or the next one below; the last one, passed by, at the end.
 * @param boxes in reading order, from top to bottom
 * @returns `undefined` where there is no piece
 */
export function placeAt(boxes: readonly PieceBox[], y: number): Place | undefined {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boxes[middle]?.bottom ?? 0) <= y) low = middle + 1;
    else high = middle;
  }
  const box = boxes[low] ?? boxes.at(-1);
  if (!box) return undefined;
  const height = box.bottom - box.top;
  return { piece: box.piece, part: height > 0 ? Math.min(1, Math.max(0, (y - box.top) / height)) : 0 };
}

/** The height of a place; `undefined` where the piece is not shown. */
export function heightOf(boxes: readonly PieceBox[], { piece, part }: Place): number | undefined {
  const box = boxes.find((one) => one.piece === piece);
  return box && box.top + (box.bottom - box.top) * part;
}

/** Tells scrolling by hand from our own: what arrives where we sent it is ours. */
export class OwnScroll {
  #sent: number | undefined;

  /** We have scrolled, and this is where the scroller says it stands. */
  sent(top: number): void {
    this.#sent = top;
  }

  isByHand(top: number): boolean {
    // Screens with a scale of their own give fractions.
    if (this.#sent !== undefined && Math.abs(top - this.#sent) < 2) return false;
    this.#sent = undefined;
    return true;
  }
}
