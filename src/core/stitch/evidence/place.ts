import type { Node } from '../node';
import type { Tell } from '../weights';
import type { Evidence } from './meeting';

/** The names of what places tell, put together once: a page tells them by the thousand. */
const namesOf = (kind: 'join' | 'next') =>
  ({
    sameBlock: `${kind}.sameBlock`,
    gap: `${kind}.gap`,
    far: `${kind}.far`,
    back: `${kind}.far.back`,
    distance: `${kind}.far.distance`,
    fromLast: `${kind}.far.fromLast`,
    leftEnds: `${kind}.far.leftEnds`,
    rightBegins: `${kind}.far.rightBegins`,
    underHead: `${kind}.far.underHead`,
    form: `${kind}.far.form`,
    farSameBlock: `${kind}.far.sameBlock`,
  }) as const;

/** Most continuations stand right below; some are carried on behind other articles, some even before. */
export function place(kind: 'join' | 'next'): Evidence {
  const names = namesOf(kind);
  return {
    name: 'orderAndDistance',
    ordinary: true,
    left(node, far, tell) {
      if (!far) return;
      // A run ends at a column's foot or before a headline, and begins behind one.
      if (node.last) tell(names.fromLast, 1);
      if (node.breakAfter) tell(names.leftEnds, 1);
    },
    right(node, far, tell) {
      if (far) tellFarRight(names, node, tell);
      // The head of a brief stands right below the brief before it, and goes on with nothing.
      else if (node.sameBlock && (kind === 'join' || !node.item)) tell(names.sameBlock, 1);
      else if (node.extraGap > 0) tell(names.gap, 1);
    },
    apart(between, tell) {
      if (between === 0) return;
      tell(names.far, 1);
      if (between < 0) tell(names.back, 1);
      tell(names.distance, Math.log(1 + Math.abs(between)));
    },
    explain({ between, right }, weight) {
      if (between === 0) return { code: weight < 0 && right.extraGap > 0 ? 'columnBreak' : 'adjacent', args: [] };
      return between > 0 ? { code: 'carriedForward', args: [between] } : { code: 'carriedBack', args: [-between] };
    },
  };
}

function tellFarRight(names: ReturnType<typeof namesOf>, node: Node, tell: Tell): void {
  if (node.breakBefore) tell(names.rightBegins, 1);
  // What stands right below a headline is its own text.
  if (node.underHead) tell(names.underHead, 1);
  // Lines that stand as lines, and whatever stands in one block with what is above it, are seldom carried away by themselves.
  if (node.starts === 'form') tell(names.form, 1);
  if (node.sameBlock) tell(names.farSameBlock, 1);
}
