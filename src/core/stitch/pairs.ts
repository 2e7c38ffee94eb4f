import { isClosing, isFinal } from '../text/characters';
import type { Echo } from './echo';
import { JOIN, mostBehindSentence, tellSeam } from './evidence/join';
import type { Evidence, Meeting } from './evidence/meeting';
import { NEXT, tellUnopened } from './evidence/next';
import type { NgramModel } from './ngram';
import type { Node } from './node';
import { readAcross, readBehind } from './crossing';
import type { Scale } from './scale';
import type { Weights } from './weights';

/** What it weighs that one piece of text follows another, without shared words: all ordered pairs of a page. */
export interface Pairs {
  /** `n × n`, left by left: the weight of the better way of following. */
  readonly weights: Float64Array;
  /** 1 where the better way is a join. */
  readonly joins: Uint8Array;
  /** Which pieces were weighed as text; of the others no pair was weighed. */
  readonly asText: readonly boolean[];
}

/** Whether the piece may stop inside a paragraph. */
export function mayBeCut(node: Node): boolean {
  return node.end !== 'signature' && node.end !== 'jump';
}

/** Whether the piece may go on with a paragraph: not what is marked, begins with a dateline or a jump line, or stands as a line. */
function mayGoOn({ piece, starts }: Node): boolean {
  return !piece.marked && !piece.opening && starts !== 'form';
}

/** Whether the piece ends a sentence and leaves nothing open. */
const isWhole = ({ end, balance }: Node): boolean => end === 'sentence' && balance.open.length === 0;

/** Whether the page itself shows that the piece begins no paragraph: by its indents, or by a full line above it. */
const showsNoParagraph = ({ piece, indent }: Node): boolean => piece.belowFull === true || indent === 'text';

/**
 * Whether two pieces may be one paragraph, as far as their ends tell. A paragraph cut right behind a full stop leaves no trace: of such seams fewer than
 * half are inside a paragraph whatever else is told, so that none is joined but where the page shows its paragraphs otherwise.
 */
export const mayJoin = (left: Node, right: Node): boolean => mayBeCut(left) && (!isWhole(left) || showsNoParagraph(right));

/** What following costs or brings, told by one piece alone, for neighbours and for pieces that stand apart. */
interface Sides {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly farLeft: Float64Array;
  readonly farRight: Float64Array;
  /** By distance in the dump, the right piece behind the left one or before it. */
  readonly forward: Float64Array;
  readonly back: Float64Array;
}

/** What the pieces of a page are weighed by. */
interface Page {
  readonly model: NgramModel;
  readonly echo: Echo;
  /** How well the words of each piece (row) fit each other piece (column). */
  readonly kin: Float64Array;
}

/**
 * Weighs all pairs. What one piece tells of all its meetings is worked out once; what the two tell together is asked for
 * each, but of pieces that end a sentence with the same sign (most of a page) once for all, and never where a join could
 * not come to more than a paragraph of its own.
 * @param asText which pieces may be text at all, see {@link Pairs.asText}
 */
export function weighPairs(nodes: readonly Node[], page: Page, scale: Scale, weights: Weights, asText: readonly boolean[]): Pairs {
  const n = nodes.length;
  const pairs = { weights: new Float64Array(n * n).fill(-Infinity), joins: new Uint8Array(n * n), asText };
  const [first] = nodes;
  if (first === undefined) return pairs;
  const { model, echo, kin } = page;
  const kinNear = weights['kin.near'];
  const kinFar = weights['kin.far'];
  const join = sidesOf(JOIN, nodes, scale);
  const next = sidesOf(NEXT, nodes, scale);
  const behindSentence = mostBehindSentence(weights);
  // One for all pairs: evidence looks at it and keeps nothing.
  const meeting: { -readonly [Part in keyof Meeting]: Meeting[Part] } = { left: first, right: first, between: 0, model, echo };
  const meet = (left: Node, right: Node): void => {
    meeting.left = left;
    meeting.right = right;
    meeting.between = betweenOf(left, right);
    scale.begin();
  };
  const rights = nodes.filter(({ at }) => asText[at]);
  const goesOn = new Uint8Array(n);
  const behindWhole = new Uint8Array(n);
  const closes = new Uint8Array(n);
  for (const node of rights) {
    goesOn[node.at] = mayGoOn(node) ? 1 : 0;
    behindWhole[node.at] = showsNoParagraph(node) ? 1 : 0;
    closes[node.at] = node.balance.unopened.length > 0 ? 1 : 0;
  }
  const heads = rights.filter(mayGoOn).map((node) => node.beginning);
  const asNext = new Float64Array(n);
  const asJoin = new Float64Array(n);
  /** What is told at the seam behind the last ending that others share; NaN where it was not yet asked. */
  const behindStop = new Float64Array(n);
  let stop = -1;
  for (const { left, stop: ends } of byStop(rights)) {
    const row = left.at * n;
    if (ends < 0 || ends !== stop) behindStop.fill(NaN);
    stop = ends;
    sideSums(next, left.at, asNext);
    if (mayBeCut(left)) {
      // Behind a full sentence few joins are asked about at all.
      if (left.end === 'sentence') readBehind(left.ending, heads, model);
      else readAcross(left.ending, heads, model);
      sideSums(join, left.at, asJoin);
    } else asJoin.fill(-Infinity);
    const whole = isWhole(left);
    const most = whole ? behindSentence : Infinity;
    const may = whole ? behindWhole : goesOn;
    for (const right of rights) {
      const { at } = right;
      if (at === left.at) continue;
      let weight = asNext[at] ?? 0;
      if (closes[at] === 1) {
        meet(left, right);
        tellUnopened(meeting, scale.tell);
        weight += scale.sum;
      }
      const side = asJoin[at] ?? 0;
      if (may[at] === 1 && goesOn[at] === 1 && side + most > weight) {
        let told = behindStop[at] ?? 0;
        if (Number.isNaN(told)) {
          meet(left, right);
          tellSeam(meeting, scale.tell);
          behindStop[at] = told = scale.sum;
        }
        if (side + told > weight) {
          weight = side + told;
          pairs.joins[row + at] = 1;
        }
      }
      pairs.weights[row + at] = weight + (at === left.at + 1 ? kinNear : kinFar) * (kin[at * n + left.at] ?? 0);
    }
  }
  return pairs;
}

/** A number for how a piece ends of which seams look at nothing else, see {@link Evidence.seam}; -1 for other pieces. */
function stopOf({ end, balance, tail, ending: { codes } }: Node): number {
  if (end !== 'sentence' || balance.open.length > 0) return -1;
  const last = String.fromCharCode(tail[tail.length - 1] ?? 0);
  return isFinal(last) || isClosing(last) ? (codes[codes.length - 2] ?? 0) * 0x10000 + (codes[codes.length - 1] ?? 0) : -1;
}

/** Those that end with the same character one after the other, so that the right pieces need not ask again what follows it. */
function byStop(nodes: readonly Node[]): { left: Node; last: number; stop: number }[] {
  return nodes.map((left) => ({ left, last: left.tail[left.tail.length - 1] ?? 0, stop: stopOf(left) })).sort((a, b) => a.last - b.last || a.stop - b.stop);
}

/** Nodes between two in the dump: 0 for neighbours, negative when the right one stands before the left. */
export const betweenOf = (left: Node, right: Node): number => (right.at > left.at ? right.at - left.at - 1 : right.at - left.at);

function sidesOf(evidence: readonly Evidence[], nodes: readonly Node[], scale: Scale): Sides {
  const n = nodes.length;
  const sides = { left: new Float64Array(n), right: new Float64Array(n), farLeft: new Float64Array(n), farRight: new Float64Array(n), forward: new Float64Array(n), back: new Float64Array(n) };
  const { tell } = scale;
  for (const item of evidence) {
    if (item.left !== undefined) {
      for (const node of nodes) {
        scale.begin();
        item.left(node, false, tell);
        add(sides.left, node.at, scale.sum);
        scale.begin();
        item.left(node, true, tell);
        add(sides.farLeft, node.at, scale.sum);
      }
    }
    if (item.right !== undefined) {
      for (const node of nodes) {
        scale.begin();
        item.right(node, false, tell);
        add(sides.right, node.at, scale.sum);
        scale.begin();
        item.right(node, true, tell);
        add(sides.farRight, node.at, scale.sum);
      }
    }
    for (let between = 0; item.apart !== undefined && between < n; between++) {
      scale.begin();
      item.apart(between, tell);
      add(sides.forward, between, scale.sum);
      scale.begin();
      item.apart(-between, tell);
      add(sides.back, between, scale.sum);
    }
  }
  return sides;
}

function add(to: Float64Array, at: number, amount: number): void {
  to[at] = (to[at] ?? 0) + amount;
}

/** The part of each pair's weight that the two sides tell alone, and the distance: of one left piece with all right ones. */
function sideSums(sides: Sides, left: number, sums: Float64Array): void {
  const { farRight, forward, back } = sides;
  const far = sides.farLeft[left] ?? 0;
  for (let right = 0; right < left; right++) sums[right] = far + (farRight[right] ?? 0) + (back[left - right] ?? 0);
  for (let right = left + 2; right < sums.length; right++) sums[right] = far + (farRight[right] ?? 0) + (forward[right - left - 1] ?? 0);
  if (left + 1 < sums.length) sums[left + 1] = (sides.left[left] ?? 0) + (sides.right[left + 1] ?? 0);
}
