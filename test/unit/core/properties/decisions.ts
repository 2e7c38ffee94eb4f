import fc from 'fast-check';
import type { DecidedRole, Decision, Span } from '../../../../src/core/index';

const place = fc.nat(400);
const span = fc.tuple(place, fc.nat(60)).map(([start, length]): Span => [start, start + length]);
const role = fc.constantFrom<DecidedRole>('headline', 'kicker', 'deck', 'subhead', 'standingHead', 'caption', 'furniture', 'body');
const as = fc.constantFrom<'join' | 'follow'>('join', 'follow');
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant('join' as const), left: span, right: span }),
  fc.record({ kind: fc.constant('follow' as const), left: span, right: span }),
  fc.record({ kind: fc.constant('apart' as const), as, left: span, right: span }),
  fc.record({ kind: fc.constant('role' as const), span, role }),
  fc.record({ kind: fc.constant('split' as const), at: place }),
  fc.record({ kind: fc.constant('begin' as const), at: place }),
  fc.record({ kind: fc.constant('ignore' as const), code: fc.constantFrom('split-paragraph' as const, 'stray-fragment' as const), span }),
);
/** Any decisions about a page, most of them nonsense. */
export const anyDecisions: fc.Arbitrary<Decision[]> = fc.array(decision, { maxLength: 8 });
