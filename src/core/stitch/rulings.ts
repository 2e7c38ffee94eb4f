import type { Decision } from '../page/decision';
import { extentOf } from '../page/piece';
import type { Span } from '../text/span';
import type { Node } from './node';

/** What decisions say of the pieces of one page, by their places: the bounds within which it is arranged. */
export interface Rulings {
  /** Headlines without question, and what is none. */
  readonly heads: ReadonlySet<number>;
  readonly texts: ReadonlySet<number>;
  /** What follows what, by the place that follows. */
  readonly follows: ReadonlyMap<number, { readonly left: number; readonly joins: boolean }>;
  /** What does not follow, or not in the same paragraph. */
  readonly apart: readonly { readonly left: number; readonly right: number; readonly as: 'join' | 'follow' }[];
  /** Pieces that begin a paragraph, and pieces that begin an article. */
  readonly paragraphs: ReadonlySet<number>;
  readonly articles: ReadonlySet<number>;
}

/** The rulings for the pieces of a page; `undefined` where nothing was decided about them. */
export function rulingsOf(nodes: readonly Node[], decisions: readonly Decision[]): Rulings | undefined {
  const heads = new Set<number>();
  const texts = new Set<number>();
  for (const { at, piece } of nodes) {
    if (piece.decided === 'headline') heads.add(at);
    else if (piece.decided !== undefined) texts.add(at);
  }
  const follows = new Map<number, { left: number; joins: boolean }>();
  const apart: { left: number; right: number; as: 'join' | 'follow' }[] = [];
  const paragraphs = new Set<number>();
  const articles = new Set<number>();
  for (const decision of decisions) {
    if (decision.kind === 'split' || decision.kind === 'begin') {
      const at = beginningAt(nodes, decision.at);
      if (at !== undefined) (decision.kind === 'split' ? paragraphs : articles).add(at);
      continue;
    }
    if (decision.kind === 'role' || decision.kind === 'ignore') continue;
    const left = endingAt(nodes, decision.left);
    const right = beginningAt(nodes, decision.right[0]);
    if (left === undefined || right === undefined || left === right) continue;
    const same = apart.findIndex((one) => one.left === left && one.right === right);
    if (same >= 0) apart.splice(same, 1);
    if (decision.kind === 'apart') {
      apart.push({ left, right, as: decision.as });
      const known = follows.get(right);
      if (known?.left === left && (decision.as === 'follow' || known.joins)) follows.delete(right);
      continue;
    }
    // Later decisions win: nothing has two that follow it, and nothing follows two.
    for (const [other, known] of follows) if (known.left === left) follows.delete(other);
    follows.set(right, { left, joins: decision.kind === 'join' });
    articles.delete(right);
    if (decision.kind === 'join') paragraphs.delete(right);
    // What follows something is text.
    if (!heads.has(right)) texts.add(right);
  }
  // A paragraph that an editor parts is two: who wants a headline of one says so.
  for (const { left, right, as } of apart) if (as === 'join') for (const at of [left, right]) if (!heads.has(at)) texts.add(at);
  if (heads.size + texts.size + follows.size + apart.length + paragraphs.size + articles.size === 0) return undefined;
  return { heads, texts, follows, apart, paragraphs, articles };
}

/** The last piece with text before the end of a span. */
function endingAt(nodes: readonly Node[], [start, end]: Span): number | undefined {
  let found: number | undefined;
  for (const { at, piece } of nodes) {
    const [from, to] = extentOf(piece);
    if (from < end && to > start) found = at;
  }
  return found;
}

/** The piece in which an offset lies, or the one right behind it. */
function beginningAt(nodes: readonly Node[], offset: number): number | undefined {
  return nodes.find(({ piece }) => extentOf(piece)[1] > offset)?.at;
}
