import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/index';
import { analyse, assertSound, inventory, restitched } from '../support';
import { anyDump } from './dumps';

// A fixed seed: the same texts in each run. RESTITCH_RUNS and RESTITCH_SEED look further.
const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 120), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

describe('for any text', () => {
  it('each character that is no white space lies in exactly one span, and all offsets lie inside', () => {
    fc.assert(fc.property(anyDump, (text) => assertSound(text, analyse(text))), set);
  });

  it('the same text gives the same analysis', () => {
    fc.assert(fc.property(anyDump, (text) => assert.deepEqual(analyse(text), analyse(text))), { ...set, numRuns: Math.ceil(set.numRuns / 3) });
  });

  it('each fix keeps every character but white space and heading marks', () => {
    fc.assert(
      fc.property(anyDump, (text) => {
        const before = inventory(text);
        for (const finding of analyse(text).findings) {
          for (const fix of finding.fixes) assert.deepEqual(inventory(applyEdits(text, fix.edits)), before);
        }
      }),
      set,
    );
  });

  it('re-stitching keeps every character but white space and heading marks', () => {
    fc.assert(
      fc.property(anyDump, (text) => {
        assert.deepEqual(inventory(restitched(text)), inventory(text));
      }),
      set,
    );
  });

  it('re-stitching what was re-stitched changes nothing', () => {
    fc.assert(
      fc.property(anyDump, (text) => {
        const once = restitched(text);
        assert.equal(restitched(once), once);
      }),
      set,
    );
  });
});
