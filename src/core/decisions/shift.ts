import type { Decision } from '../page/decision';
import type { Span } from '../text/span';

/** A decision in the places of a text that begins `by` UTF-16 units later (earlier, where it is negative). */
export function shiftDecision(decision: Decision, by: number): Decision {
  const span = ([start, end]: Span): Span => [start + by, end + by];
  switch (decision.kind) {
    case 'join':
    case 'follow':
    case 'apart':
      return { ...decision, left: span(decision.left), right: span(decision.right) };
    case 'role':
    case 'ignore':
      return { ...decision, span: span(decision.span) };
    case 'split':
    case 'begin':
      return { ...decision, at: decision.at + by };
  }
}
