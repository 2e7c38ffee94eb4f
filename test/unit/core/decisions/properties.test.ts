import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, restitch } from '../../../../src/core/index';
import { assertSound, inventory, theEngine } from '../support';
import { anyDecisions } from '../properties/decisions';
import { anyDump } from '../properties/dumps';

const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 120), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

describe('for any text and any decisions', () => {
  it('each character that is no white space lies in exactly one span', () => {
    fc.assert(fc.property(anyDump, anyDecisions, (text, decided) => assertSound(text, theEngine().analyse(text, decided))), set);
  });

  it('the same decisions give the same analysis', () => {
    fc.assert(fc.property(anyDump, anyDecisions, (text, decided) => assert.deepEqual(theEngine().analyse(text, decided), theEngine().analyse(text, decided))), { ...set, numRuns: Math.ceil(set.numRuns / 3) });
  });

  for (const level of ['sure', 'likely'] as const) {
    it(`re-stitching what is ${level} keeps every character but white space and heading marks, and comes to rest`, () => {
      fc.assert(
        fc.property(anyDump, anyDecisions, (text, decided) => {
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
