import type { Node } from '../node';
import type { Tell } from '../weights';
import type { Evidence } from './meeting';

/** Most continuations stand right below; some are carried on behind other articles, some even before. */
export const place = (kind: 'join' | 'next'): Evidence => ({
  name: 'orderAndDistance',
  left(node, far, tell) {
    if (!far) return;
    // A run ends at a column's foot or before a headline, and begins behind one.
    if (node.last) tell(`${kind}.far.fromLast`, 1);
    if (node.breakAfter) tell(`${kind}.far.leftEnds`, 1);
  },
  right(node, far, tell) {
    if (far) tellFarRight(kind, node, tell);
    // The head of a brief stands right below the brief before it, and goes on with nothing.
    else if (node.sameBlock && (kind === 'join' || !node.item)) tell(`${kind}.sameBlock`, 1);
    else if (node.extraGap > 0) tell(`${kind}.gap`, 1);
  },
  apart(between, tell) {
    if (between === 0) return;
    tell(`${kind}.far`, 1);
    if (between < 0) tell(`${kind}.far.back`, 1);
    tell(`${kind}.far.distance`, Math.log(1 + Math.abs(between)));
  },
  explain({ between, right }, weight) {
    if (between === 0) return { code: weight < 0 && right.extraGap > 0 ? 'columnBreak' : 'adjacent', args: [] };
    return between > 0 ? { code: 'carriedForward', args: [between] } : { code: 'carriedBack', args: [-between] };
  },
});

function tellFarRight(kind: 'join' | 'next', node: Node, tell: Tell): void {
  if (node.breakBefore) tell(`${kind}.far.rightBegins`, 1);
  // What stands right below a headline is its own text.
  if (node.underHead) tell(`${kind}.far.underHead`, 1);
  // Lines that stand as lines, and whatever stands in one block with what is above it, are seldom carried away by themselves.
  if (node.starts === 'form') tell(`${kind}.far.form`, 1);
  if (node.sameBlock) tell(`${kind}.far.sameBlock`, 1);
}
