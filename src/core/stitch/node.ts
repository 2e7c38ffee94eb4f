import type { Piece } from '../page/piece';
import { isClosing, isFinal, isInner } from '../text/characters';
import { EDGE, normalCodes, normalTail } from '../text/normal';
import { balanceOf, type Balance } from '../text/pairs';
import { ORDER, type NgramModel } from './ngram';

/** Characters on each side of a seam that the n-gram model can see across it. */
export const REACH = ORDER - 1;
/** Characters of the right piece that are kept for the lexicon and for reasons. */
const HEAD = 8;

/** How a piece ends. */
export type End = 'sentence' | 'openPair' | 'inner' | 'colon' | 'bare' | 'shortLine' | 'signature' | 'jump';

/** A piece with all that seams ask of it, computed once. */
export interface Node {
  readonly piece: Piece;
  /** Its place among the nodes of its page. */
  readonly at: number;
  readonly end: End;
  readonly balance: Balance;
  readonly head: readonly number[];
  readonly tail: readonly number[];
  /** Σ log P(first characters alone): what continuation and beginning are measured against. */
  readonly headAlone: readonly number[];
  /** How much more probable the first characters are at a paragraph's beginning than anywhere. */
  readonly fresh: number;
  /** Whether it may open an article, and whether it may be text of one. */
  readonly isHeadline: boolean;
  /** Blank lines before it beyond what is usual on the page. */
  readonly extraGap: number;
}

/** A line this short without final punctuation may be a subhead, a list item or a verse. */
const SHORT_LINE = 22;

export function endOf(text: string, balance: Balance, jumpTo: boolean): End {
  if (jumpTo) return 'jump';
  let at = text.length - 1;
  const last = text[at] ?? '';
  if (last === '：' || last === ':') return 'colon';
  if (isInner(last) || balance.open.some((sign) => sign !== '“' && sign !== '‘')) return 'inner';
  if (/[)）]/u.test(last) && isSignature(text)) return 'signature';
  while (at > 0 && isClosing(text[at] ?? '')) at--;
  if (isFinal(text[at] ?? '')) return balance.open.length > 0 ? 'openPair' : 'sentence';
  if (last === '摄' || /(?:摄影报道|供图)$/u.test(text)) return 'sentence';
  return text.length <= SHORT_LINE && !/[，,。；;]/u.test(text) && balance.open.length === 0 && balance.unopened.length === 0 ? 'shortLine' : 'bare';
}

/** …。(张三): a closing signature in brackets behind the last sentence. */
function isSignature(text: string): boolean {
  const from = Math.max(0, text.length - 40);
  const window = text.slice(from);
  const open = Math.max(window.lastIndexOf('('), window.lastIndexOf('（'));
  if (open < 1) return false;
  return isFinal(window[open - 1] ?? '') || isClosing(window[open - 1] ?? '');
}

/** Prepares a page's pieces that take part in stitching. */
export function nodesOf(pieces: readonly Piece[], model: NgramModel): Node[] {
  const usual = usualGap(pieces);
  return pieces.map((piece, at) => {
    const balance = balanceOf(piece.text);
    const isHeadline = piece.role === 'headline';
    const head = normalCodes(piece.text, 0, piece.text.length, HEAD);
    const tail = normalTail(piece.text, 0, piece.text.length, REACH);
    const headAlone: number[] = [];
    let fresh = 0;
    const withEdge = [EDGE, ...head];
    for (let i = 0; i < Math.min(REACH, head.length); i++) {
      const alone = model.logProbability(head, i, 0);
      headAlone.push(alone);
      fresh += model.logProbability(withEdge, i + 1, 0) - alone;
    }
    return {
      piece,
      at,
      end: endOf(piece.text, balance, piece.jumpTo !== undefined),
      balance,
      head,
      tail,
      headAlone,
      fresh,
      isHeadline,
      extraGap: piece.gap > usual ? piece.gap - usual : 0,
    };
  });
}

/** The number of blank lines that most often stands between two pieces. */
function usualGap(pieces: readonly Piece[]): number {
  const counts = new Map<number, number>();
  for (const piece of pieces.slice(1)) counts.set(piece.gap, (counts.get(piece.gap) ?? 0) + 1);
  let best = 1;
  for (const [gap, count] of counts) if (count > (counts.get(best) ?? 0)) best = gap;
  return best;
}
