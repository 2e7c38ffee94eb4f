import { isSlogan, unmarked } from '../../roles/standingHead';
import { STANDING_HEADS } from '../../roles/words';
import type { Below, Node } from '../node';
import { articleEnd, type Tell } from '../weights';
import { tellFresh, tellMissedStop } from './next';

/** The text that begins below a headline, right below it or elsewhere. */
export function tellOpens(right: Node, far: boolean, tell: Tell): void {
  tell(far ? 'opens.far' : 'opens.near', 1);
  // What stands right below a headline is its text, and nobody else's.
  if (far && right.underHead) tell('opens.far.underHead', 1);
  // A text continued from another page may begin in mid-sentence.
  if (right.piece.opening) tell('opens.opening', 1);
  else tellFresh('opens', right, tell);
  if (right.starts !== undefined) tell(`opens.starts.${right.starts}`, 1);
  // A paragraph stands below a headline; a line without a stop is the headline itself.
  if (right.end === 'shortLine' && right.starts !== 'form') tell('opens.line', 1);
  if (right.captioned) tell('opens.captioned', 1);
}

/** An article ends with this piece. */
export function tellEnd(node: Node, headline: boolean, tell: Tell): void {
  if (headline) {
    tell('end.headline', 1);
    return;
  }
  tell(articleEnd(node.end), 1);
  tellMissedStop('end', node, tell);
  if (node.last) tell('end.last', 1);
  else if (node.breakAfter) tell('end.atBreak', 1);
}

/** An article begins with this piece: a headline, or text without one. */
export function tellBegin(node: Node, headline: boolean, tell: Tell): void {
  if (!headline) {
    tell('begin.headless', 1);
    if (node.at === 0) tell('begin.headless.first', 1);
    // What goes on from another page needs no headline here.
    else if (node.fromPage) tell('begin.headless.fromPage', 1);
    // A headline set as a picture is not in the text: what begins below it still begins as stories do.
    else if (node.piece.dateline !== undefined) tell('begin.headless.dateline', 1);
    else if (node.belowByline) tell('begin.headless.byline', 1);
    else if (node.starts === 'story') tell('begin.headless.story', 1);
    return;
  }
  tellHeadline(node, tell);
}

/** What speaks for a headline: its shape, its mark, and what stands below it. */
export function tellHeadline(node: Node, tell: Tell): void {
  const { piece } = node;
  for (const [feature, amount] of node.shape) tell(feature, amount);
  if (piece.marked) tell('begin.marked', 1);
  else tell(piece.role === 'headline' ? 'begin.stacked' : 'begin.unmarked', 1);
  if (node.indent === 'text') tell('begin.notIndented', 1);
  if (node.afterSentence) tell('begin.afterSentence', 1);
  if (node.item) tell('begin.item', 1);
  if (node.items) tell('begin.items', 1);
  if (node.onTop) tell('begin.onTop', 1);
  if (node.inBlock) tell('begin.inBlock', 1);
  if (node.below === 'byline') tell('begin.beforeByline', 1);
  else if (node.below === 'opening') tell('begin.beforeOpening', 1);
  else if (node.below === 'story') tell('begin.beforeStory', 1);
  else if (node.below === 'credit') tell('begin.beforeCredit', 1);
  else if (node.below === 'nothing') tell('begin.last', 1);
}

/** What an article begins with below its headline. */
const BEGINNINGS: ReadonlySet<Below> = new Set<Below>(['byline', 'opening', 'story']);

/** A line that stands on the page but in no article: a standing head. It looks like a headline all the same. */
export function tellAlone(node: Node, headline: boolean, tell: Tell): void {
  if (!headline) {
    if (node.captioned) {
      tell('alone.captioned', 1);
      return;
    }
    // A line or two may be left over; a paragraph belongs to an article.
    tell('alone.text', 1);
    tell('alone.text.length', node.piece.text.length / 20);
    return;
  }
  if (node.piece.marked || node.piece.headline > 0) tellHeadline({ ...node, below: 'text' }, tell);
  tell(node.piece.marked ? 'alone.marked' : 'alone.unmarked', 1);
  const title = unmarked(node.piece.text);
  if (STANDING_HEADS.has(title)) tell('alone.known', 1);
  const { length } = title;
  tell(length <= 4 ? 'alone.length.short' : length <= 8 ? 'alone.length.usual' : length <= 12 ? 'alone.length.long' : 'alone.length.longer', 1);
  if (/[，,：:！!？?0-9]/u.test(title)) tell('alone.signs', 1);
  if (isSlogan(title)) tell('alone.slogan', 1);
  if (node.below === 'headline') tell('alone.aboveHeadline', 1);
  else if (BEGINNINGS.has(node.below)) tell('alone.aboveBeginning', 1);
}
