import { missedStop } from '../lostStops';
import { misreadStop } from '../misreadStops';
import { endsWithStop, isShortLine, type Node } from '../node';
import { nextEnd, type Tell } from '../weights';
import { firstOf, lastOf, type Evidence, type Meeting } from './meeting';
import { place } from './place';

/** After a full sentence comes a new paragraph. */
const sentenceBefore: Evidence = {
  name: 'finalPunctuation',
  ordinary: true,
  left(node, _far, tell) {
    tell(nextEnd(node.end), 1);
    if (node.end === 'sentence') return;
    tell('next.closes', node.closes);
    tellMissedStop('next', node, tell);
    tellShortLine('next', node, tell);
  },
  explain({ left }, weight) {
    return { code: weight > -1 ? 'endsComplete' : 'endsOpen', args: [lastOf(left.piece.text, 6)] };
  },
};

/** A full stop may be missed: lost, or misread as another sign. */
export function tellMissedStop(kind: 'next' | 'end', node: Node, tell: Tell): void {
  if (node.end === 'bare') tellLostStop(kind, node, tell);
  else if (node.misread !== undefined) tellMisreadStop(kind, node, tell);
}

/**
 * A full stop may be lost where a page was read from a picture: what stands before it reads as a sentence's end, and seldom is the last clause
 * a scrap of a few characters.
 */
function tellLostStop(kind: 'next' | 'end', node: Node, tell: Tell): void {
  const { stop, clause } = missedStop(node);
  tell(LOST_STOP[kind][0], stop);
  tell(LOST_STOP[kind][1], clause);
  tell(LOST_STOP[kind][2], node.lost);
}

/** A stop may be misread as a comma, or as a dot, where one reads better than that, behind a long sentence, and the more of them the page has. */
function tellMisreadStop(kind: 'next' | 'end', node: Node, tell: Tell): void {
  const { stop, sentence } = misreadStop({ stop: node.stop, sentence: node.sentenceEnd });
  const names = MISREAD_STOP[kind];
  if (node.misread === 'comma') tell(names.comma, 1);
  tell(names.stop, stop);
  tell(names.sentence, sentence);
  tell(names.lost, node.lost);
}

const misreadNames = <Kind extends 'next' | 'end'>(kind: Kind) =>
  ({ comma: `${kind}.misread.comma`, stop: `${kind}.misread.stop`, sentence: `${kind}.misread.sentence`, lost: `${kind}.misread.lost` }) as const;
const MISREAD_STOP = { next: misreadNames('next'), end: misreadNames('end') } as const;

const LOST_STOP = { next: ['next.bare.stop', 'next.bare.clause', 'next.bare.lost'], end: ['end.bare.stop', 'end.bare.clause', 'end.bare.lost'] } as const;

const FRESH = { next: ['next.fresh.for', 'next.fresh.against'], opens: ['opens.fresh.for', 'opens.fresh.against'] } as const;

/** How much the n-gram model says for or against a paragraph's beginning, within bounds. */
export function tellFresh(kind: 'next' | 'opens', right: Node, tell: Tell): void {
  const fresh = Math.max(-8, Math.min(5, right.fresh));
  tell(FRESH[kind][fresh >= 0 ? 0 : 1], fresh);
}

/** The names of what short lines and short paragraphs tell, put together once: a page tells them by the thousand. */
const lengthsOf = <Kind extends 'join' | 'next'>(kind: Kind) =>
  ({
    upTo12: `${kind}.short.12`,
    upTo22: `${kind}.short.22`,
    upTo40: `${kind}.short.40`,
    company: `${kind}.short.company`,
    fresh: `${kind}.short.fresh`,
    afterSentence: `${kind}.short.afterSentence`,
    endsAsHead: `${kind}.short.endsAsHead`,
    closesHead: `${kind}.short.closesHead`,
    quotedTerm: `${kind}.quotedTerm`,
    tiny: `${kind}.tiny`,
    brief: `${kind}.brief`,
  }) as const;
const LENGTHS = { join: lengthsOf('join'), next: lengthsOf('next') } as const;

/** A short line that begins as a paragraph does, below a full sentence, is a subhead or an item rather than the rest of a cut. */
export function tellShortLine(kind: 'join' | 'next', node: Node, tell: Tell): void {
  // The head of a brief among others is told as a head: it is no subhead, but it may be the first words of a paragraph.
  if (!isShortLine(node) || (node.items && kind === 'next')) return;
  const { length } = node.piece.text;
  const names = LENGTHS[kind];
  tell(length <= 12 ? names.upTo12 : length <= 22 ? names.upTo22 : names.upTo40, 1);
  if (node.company && !node.items) tell(names.company, 1);
  if (kind === 'join') for (const [feature, amount] of node.sentence) tell(feature, amount);
  tell(names.fresh, bounded(node.fresh));
  if (node.afterSentence) tell(names.afterSentence, 1);
  for (const [feature, amount] of node.shape) {
    if (feature === 'begin.ends') tell(names.endsAsHead, amount);
    else if (feature === 'begin.closesHead') tell(names.closesHead, amount);
  }
}

const bounded = (value: number): number => Math.max(-6, Math.min(5, value));

/** A very short text with a full stop is more often the tail of a cut paragraph than a paragraph. */
export function tellLength(kind: 'join' | 'next', right: Node, tell: Tell): void {
  const names = LENGTHS[kind];
  if (right.quotedTerm) tell(names.quotedTerm, 1);
  if (!endsWithStop(right.end)) return;
  const { length } = right.piece.text;
  if (length <= 10) tell(names.tiny, 1);
  else if (length <= 24) tell(names.brief, 1);
}

/** How much it counts that a short line is not indented, beside a text. */
const MAY_BE_SUBHEAD = 1 / 3;
/** What closes in the right piece may have been opened in the left one: a quotation of several paragraphs. All that {@link NEXT} says of two sides together. */
export function tellUnopened({ left, right }: Meeting, tell: Tell): void {
  if (right.balance.unopened.length === 0) return;
  if (right.balance.unopened.some((sign) => !left.balance.open.includes(sign))) tell('next.pair.unopened', 1);
}

/** The right piece begins as paragraphs begin. */
const freshStart: Evidence = {
  name: 'freshStart',
  right(node, _far, tell) {
    // An article has one dateline, at its start.
    if (node.piece.opening || node.fromPage) tell('next.opening', 1);
    else if (node.starts !== 'form') tellFresh('next', node, tell);
    tellLength('next', node, tell);
    if (node.captioned) tell('next.captioned', 1);
    if (node.starts !== undefined) tell(`next.starts.${node.starts}`, 1);
    // Text that is not indented goes on; verses and items are set as they are, and a short line may be a subhead.
    if (node.indent === 'text' && node.starts !== 'form') tell('next.notIndented', node.end === 'shortLine' ? MAY_BE_SUBHEAD : 1);
  },
  seam: tellUnopened,
  explain({ right }, weight) {
    return { code: weight >= 0 ? 'startsFresh' : 'startsTorn', args: [firstOf(right.piece.text, 6)] };
  },
};

/** For: the right piece is the next paragraph of the left one's article. */
export const NEXT: readonly Evidence[] = [sentenceBefore, freshStart, place('next')];
