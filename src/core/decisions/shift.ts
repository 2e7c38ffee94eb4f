import type { Decision } from '../page/decision';
import type { Span } from '../text/span';

/** A decision in the places of a text that begins `by` UTF-16 units later (earlier, where it is negative). */
export const shiftDecision = (decision: Decision, by: number): Decision => placeDecision(decision, ([start, end]) => [start + by, end + by]);

/** A decision in other places. */
export function placeDecision(decision: Decision, place: (span: Span) => Span): Decision {
  switch (decision.kind) {
    case 'join':
    case 'follow':
    case 'apart':
      return { ...decision, left: place(decision.left), right: place(decision.right) };
    case 'role':
    case 'ignore':
      return { ...decision, span: place(decision.span) };
    case 'split':
    case 'begin':
      return { ...decision, at: place([decision.at, decision.at])[0] };
  }
}
