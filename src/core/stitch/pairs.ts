import { isFinal } from '../text/characters';
import type { Echo } from './echo';
import { JOIN } from './evidence/join';
import type { Evidence, Meeting } from './evidence/meeting';
import { NEXT } from './evidence/next';
import type { NgramModel } from './ngram';
import type { Node } from './node';
import { readBehind } from './reading';
import type { Scale } from './scale';
import type { Weights } from './weights';

/** What it weighs that one piece of text follows another, without shared words: all ordered pairs of a page. */
export interface Pairs {
  /** `n × n`, left by left: the weight of the better way of following. */
  readonly weights: Float64Array;
  /** 1 where the better way is a join. */
  readonly joins: Uint8Array;
}

/** Whether the piece may stop inside a paragraph. */
export function mayBeCut(node: Node): boolean {
  return node.end !== 'signature' && node.end !== 'jump';
}

/** Whether the piece may go on with a paragraph: not what is marked, begins with a dateline or a jump line, or stands as a line. */
function mayGoOn({ piece, starts }: Node): boolean {
  return !piece.marked && !piece.opening && starts !== 'form';
}

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
 * each, but of pieces that end with the same full stop (half of a page) once for all.
 */
export function weighPairs(nodes: readonly Node[], { model, echo, kin }: Page, scale: Scale, weights: Weights): Pairs {
  const n = nodes.length;
  const kinNear = weights['kin.near'];
  const kinFar = weights['kin.far'];
  const pairs = { weights: new Float64Array(n * n).fill(-Infinity), joins: new Uint8Array(n * n) };
  const [first] = nodes;
  if (first === undefined) return pairs;
  const join = sidesOf(JOIN, nodes, scale);
  const next = sidesOf(NEXT, nodes, scale);
  const joinSeams = JOIN.filter((item) => item.seam !== undefined);
  const nextSeams = NEXT.filter((item) => item.seam !== undefined);
  // One for all pairs: evidence looks at it and keeps nothing.
  const meeting: { -readonly [Part in keyof Meeting]: Meeting[Part] } = { left: first, right: first, between: 0, model, echo };
  const heads = nodes.map((node) => node.beginning);
  const behindStop = new Float64Array(n);
  let stop = -1;
  for (const left of byLastCharacter(nodes)) {
    meeting.left = left;
    readBehind(left.ending, heads, model);
    const open = mayBeCut(left);
    const ends = stopOf(left);
    const known = ends >= 0 && ends === stop;
    stop = ends;
    for (const right of nodes) {
      if (left === right && known) continue;
      const { at } = right;
      const place = left.at * n + at;
      meeting.right = right;
      meeting.between = betweenOf(left, right);
      let seam = behindStop[at] ?? 0;
      if (open && !known && mayGoOn(right)) behindStop[at] = seam = seamSum(joinSeams, meeting, scale);
      if (left === right) continue;
      let weight = sideSum(next, left.at, at);
      if (right.balance.unopened.length > 0) weight += seamSum(nextSeams, meeting, scale);
      const asJoin = open && mayGoOn(right) ? sideSum(join, left.at, at) + seam : -Infinity;
      pairs.weights[place] = Math.max(asJoin, weight) + (at === left.at + 1 ? kinNear : kinFar) * (kin[at * n + left.at] ?? 0);
      if (asJoin > weight) pairs.joins[place] = 1;
    }
  }
  return pairs;
}

/** The sign that ends a piece of which seams look at nothing else, see {@link Evidence.seam}; -1 for other pieces. */
function stopOf({ end, balance, tail }: Node): number {
  const last = tail[tail.length - 1] ?? 0;
  return end === 'sentence' && balance.open.length === 0 && isFinal(String.fromCharCode(last)) ? last : -1;
}

/** Those that end with the same character one after the other, so that the right pieces need not ask again what follows it. */
function byLastCharacter(nodes: readonly Node[]): readonly Node[] {
  const last = ({ tail }: Node): number => tail[tail.length - 1] ?? 0;
  return [...nodes].sort((a, b) => last(a) - last(b));
}

/** Nodes between two in the dump: 0 for neighbours, negative when the right one stands before the left. */
export const betweenOf = (left: Node, right: Node): number => (right.at > left.at ? right.at - left.at - 1 : right.at - left.at);

function seamSum(evidence: readonly Evidence[], meeting: Meeting, scale: Scale): number {
  scale.begin();
  for (const item of evidence) item.seam?.(meeting, scale.tell);
  return scale.sum;
}

function sidesOf(evidence: readonly Evidence[], nodes: readonly Node[], scale: Scale): Sides {
  const n = nodes.length;
  const sides = { left: new Float64Array(n), right: new Float64Array(n), farLeft: new Float64Array(n), farRight: new Float64Array(n), forward: new Float64Array(n), back: new Float64Array(n) };
  const add = (to: Float64Array, at: number): void => {
    to[at] = (to[at] ?? 0) + scale.sum;
    scale.begin();
  };
  scale.begin();
  for (const item of evidence) {
    for (const node of nodes) {
      const { at } = node;
      if (item.left !== undefined) {
        item.left(node, false, scale.tell);
        add(sides.left, at);
        item.left(node, true, scale.tell);
        add(sides.farLeft, at);
      }
      if (item.right !== undefined) {
        item.right(node, false, scale.tell);
        add(sides.right, at);
        item.right(node, true, scale.tell);
        add(sides.farRight, at);
      }
      if (item.apart !== undefined) {
        item.apart(at, scale.tell);
        add(sides.forward, at);
        item.apart(-at, scale.tell);
        add(sides.back, at);
      }
    }
  }
  return sides;
}

/** The part of a pair's weight that each side tells alone, and the distance. */
function sideSum(sides: Sides, left: number, right: number): number {
  if (right === left + 1) return (sides.left[left] ?? 0) + (sides.right[right] ?? 0);
  const distance = right > left ? (sides.forward[right - left - 1] ?? 0) : (sides.back[left - right] ?? 0);
  return (sides.farLeft[left] ?? 0) + (sides.farRight[right] ?? 0) + distance;
}
