import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, restitch, type DecidedRole, type Decision, type Span } from '../../../../src/core/index';
import { assertSound, inventory, theEngine } from '../support';
import { anyDump } from '../properties/dumps';

const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 120), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

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
const decisions = fc.array(decision, { maxLength: 8 });

describe('for any text and any decisions', () => {
  it('each character that is no white space lies in exactly one span', () => {
    fc.assert(fc.property(anyDump, decisions, (text, decided) => assertSound(text, theEngine().analyse(text, decided))), set);
  });

  it('the same decisions give the same analysis', () => {
    fc.assert(fc.property(anyDump, decisions, (text, decided) => assert.deepEqual(theEngine().analyse(text, decided), theEngine().analyse(text, decided))), { ...set, numRuns: Math.ceil(set.numRuns / 3) });
  });

  for (const level of ['sure', 'likely'] as const) {
    it(`re-stitching what is ${level} keeps every character but white space and heading marks, and comes to rest`, () => {
      fc.assert(
        fc.property(anyDump, decisions, (text, decided) => {
          const once = restitch(theEngine().analyse(text, decided), theEngine(), level);
          const after = applyEdits(text, once.edits);
          assert.deepEqual(inventory(after), inventory(text));
          const again = restitch(theEngine().analyse(after, once.decisions), theEngine(), level);
          assert.equal(applyEdits(after, again.edits), after);
        }),
        set,
      );
    });
  }
});
