import type { Evidence, Meeting } from './meeting';
import type { Tell } from '../weights';

/** Most continuations stand right below; some are carried on behind other articles, some even before. */
export function tellPlace(kind: 'join' | 'next', { left, right, between }: Meeting, tell: Tell): void {
  if (between === 0) {
    if (right.extraGap > 0) tell(`${kind}.gap`, 1);
    return;
  }
  tell(`${kind}.far`, 1);
  if (between < 0) tell(`${kind}.far.back`, 1);
  tell(`${kind}.far.distance`, Math.log(1 + Math.abs(between)));
  // A run ends at a column's foot or before a headline, and begins behind one.
  if (left.last) tell(`${kind}.far.fromLast`, 1);
  if (left.breakAfter) tell(`${kind}.far.leftEnds`, 1);
  if (right.breakBefore) tell(`${kind}.far.rightBegins`, 1);
}

export const place = (kind: 'join' | 'next'): Evidence => ({
  name: 'orderAndDistance',
  tell: (meeting, tell) => {
    tellPlace(kind, meeting, tell);
  },
  explain({ between, right }, weight) {
    if (between === 0) return { code: weight < 0 && right.extraGap > 0 ? 'columnBreak' : 'adjacent', args: [] };
    return between > 0 ? { code: 'carriedForward', args: [between] } : { code: 'carriedBack', args: [-between] };
  },
});
