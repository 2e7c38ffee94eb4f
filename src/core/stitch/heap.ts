import type { Piece } from '../page/piece';

/** A piece of a heap, and its place among those that stand in articles. */
export interface Member {
  readonly piece: Piece;
  readonly at: number;
}

/** The articles of what is no page of a paper, see {@link inOrder}: chains as those of an arrangement, without anything weighed. */
export interface Heap {
  readonly chains: readonly (readonly Member[])[];
  /** By their place. */
  readonly headlines: ReadonlySet<number>;
  /** None: a line is a headline by its mark alone. */
  readonly doubtfulHeadlines: ReadonlySet<number>;
  readonly doubtfulAlone: ReadonlySet<Piece>;
}

const NONE: ReadonlySet<never> = new Set();

/**
 * Lines by the thousand as they stand: each marked line opens an article, all else is a paragraph of its own below what stands above it. Nothing is
 * joined or moved, for who follows whom among lines that stand in no sentence is chance, and to weigh it for each takes most of the time.
 */
export function inOrder(pieces: readonly Piece[]): Heap {
  const chains: Member[][] = [];
  const headlines = new Set<number>();
  let chain: Member[] | undefined;
  let at = 0;
  for (const piece of pieces) {
    if (piece.role !== 'headline' && piece.role !== 'body') continue;
    if (chain === undefined || piece.marked) chains.push((chain = []));
    if (piece.marked) headlines.add(at);
    chain.push({ piece, at: at++ });
  }
  return { chains, headlines, doubtfulHeadlines: NONE, doubtfulAlone: NONE };
}
