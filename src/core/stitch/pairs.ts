import type { Echo } from './echo';
import { JOIN } from './evidence/join';
import type { Evidence, Meeting } from './evidence/meeting';
import { NEXT } from './evidence/next';
import type { NgramModel } from './ngram';
import type { Node } from './node';
import type { Scale } from './scale';

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

/** Weighs all pairs. What one piece tells of all its meetings is worked out once; what the two tell together is asked for each. */
export function weighPairs(nodes: readonly Node[], model: NgramModel, echo: Echo, scale: Scale): Pairs {
  const n = nodes.length;
  const pairs = { weights: new Float64Array(n * n).fill(-Infinity), joins: new Uint8Array(n * n) };
  const join = sidesOf(JOIN, nodes, scale);
  const next = sidesOf(NEXT, nodes, scale);
  const joinSeams = JOIN.filter((item) => item.seam !== undefined);
  const nextSeams = NEXT.filter((item) => item.seam !== undefined);
  for (const left of byLastCharacter(nodes)) {
    const open = mayBeCut(left);
    for (const right of nodes) {
      if (left === right) continue;
      const place = left.at * n + right.at;
      const meeting = { left, right, between: betweenOf(left, right), model, echo };
      let weight = sideSum(next, left.at, right.at);
      if (right.balance.unopened.length > 0) weight += seamSum(nextSeams, meeting, scale);
      if (open && !right.piece.marked) {
        const asJoin = sideSum(join, left.at, right.at) + seamSum(joinSeams, meeting, scale);
        if (asJoin > weight) {
          weight = asJoin;
          pairs.joins[place] = 1;
        }
      }
      pairs.weights[place] = weight;
    }
  }
  return pairs;
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
  const each = (side: 'left' | 'right', far: boolean): Float64Array =>
    Float64Array.from(nodes, (node) => {
      scale.begin();
      for (const item of evidence) item[side]?.(node, far, scale.tell);
      return scale.sum;
    });
  const apart = (sign: 1 | -1): Float64Array =>
    Float64Array.from(nodes, (_, distance) => {
      scale.begin();
      for (const item of evidence) item.apart?.(sign * distance, scale.tell);
      return scale.sum;
    });
  return {
    left: each('left', false),
    right: each('right', false),
    farLeft: each('left', true),
    farRight: each('right', true),
    forward: apart(1),
    back: apart(-1),
  };
}

/** The part of a pair's weight that each side tells alone, and the distance. */
function sideSum(sides: Sides, left: number, right: number): number {
  if (right === left + 1) return (sides.left[left] ?? 0) + (sides.right[right] ?? 0);
  const distance = right > left ? (sides.forward[right - left - 1] ?? 0) : (sides.back[left - right] ?? 0);
  return (sides.farLeft[left] ?? 0) + (sides.farRight[right] ?? 0) + distance;
}
