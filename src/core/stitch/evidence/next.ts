import type { Node } from '../node';
import { nextEnd, type Tell } from '../weights';
import { firstOf, lastOf, type Evidence } from './meeting';
import { place } from './place';
import { tellSentence } from './sentence';

/** After a full sentence comes a new paragraph. */
const sentenceBefore: Evidence = {
  name: 'finalPunctuation',
  left(node, _far, tell) {
    tell(nextEnd(node.end), 1);
    if (node.end === 'sentence') return;
    tell('next.closes', node.closes);
    tellShortLine('next', node, tell);
  },
  explain({ left }, weight) {
    return { code: weight > -1 ? 'endsComplete' : 'endsOpen', args: [lastOf(left.piece.text, 6)] };
  },
};

/** How much the n-gram model says for or against a paragraph's beginning, within bounds. */
export function tellFresh(kind: 'next' | 'opens', right: Node, tell: Tell): void {
  const fresh = Math.max(-8, Math.min(5, right.fresh));
  tell(fresh >= 0 ? `${kind}.fresh.for` : `${kind}.fresh.against`, fresh);
}

/** A line of this length without a stop may be a headline, a subhead or an item. */
const SHORT = 45;

/** A line that may be a headline, a subhead or an item, or the first words of a paragraph that was cut. */
export const isShortLine = ({ piece, end }: Node): boolean => piece.text.length <= SHORT && (end === 'shortLine' || end === 'bare');

/** A short line that begins as a paragraph does, below a full sentence, is a subhead or an item rather than the rest of a cut. */
export function tellShortLine(kind: 'join' | 'next', node: Node, tell: Tell): void {
  // The head of a brief among others is told as a head: it is no subhead, but it may be the first words of a paragraph.
  if (!isShortLine(node) || (node.items && kind === 'next')) return;
  const { length } = node.piece.text;
  tell(length <= 12 ? `${kind}.short.12` : length <= 22 ? `${kind}.short.22` : `${kind}.short.40`, 1);
  if (node.company && !node.items) tell(`${kind}.short.company`, 1);
  if (kind === 'join') tellSentence(node.piece.text, tell);
  tell(`${kind}.short.fresh`, bounded(node.fresh));
  if (node.afterSentence) tell(`${kind}.short.afterSentence`, 1);
  for (const [feature, amount] of node.shape) if (feature === 'begin.ends') tell(`${kind}.short.endsAsHead`, amount);
}

const bounded = (value: number): number => Math.max(-6, Math.min(5, value));

const QUOTED_TERM = /^[“「][^“”「」。，！？!?,…]{1,24}[”」]/u;

/** A very short text with a full stop is more often the tail of a cut paragraph than a paragraph. */
export function tellLength(kind: 'join' | 'next', right: Node, tell: Tell): void {
  // Speech that opens a paragraph closes with a sign inside its quotation marks; a quoted term does not.
  if (QUOTED_TERM.test(right.piece.text.slice(0, 32))) tell(`${kind}.quotedTerm`, 1);
  if (right.end !== 'sentence') return;
  const { length } = right.piece.text;
  if (length <= 10) tell(`${kind}.tiny`, 1);
  else if (length <= 24) tell(`${kind}.brief`, 1);
}

/** The right piece begins as paragraphs begin. */
const freshStart: Evidence = {
  name: 'freshStart',
  right(node, _far, tell) {
    // An article has one dateline, at its start.
    if (node.piece.opening) tell('next.opening', 1);
    else if (node.starts !== 'form') tellFresh('next', node, tell);
    tellLength('next', node, tell);
    if (node.starts !== undefined) tell(`next.starts.${node.starts}`, 1);
    if (node.indent === 'text') tell('next.notIndented', 1);
  },
  seam({ left, right }, tell) {
    if (right.balance.unopened.length === 0) return;
    // A quotation of several paragraphs may close here.
    if (right.balance.unopened.some((sign) => !left.balance.open.includes(sign))) tell('next.pair.unopened', 1);
  },
  explain({ right }, weight) {
    return { code: weight >= 0 ? 'startsFresh' : 'startsTorn', args: [firstOf(right.piece.text, 6)] };
  },
};

/** For: the right piece is the next paragraph of the left one's article. */
export const NEXT: readonly Evidence[] = [sentenceBefore, freshStart, place('next')];
