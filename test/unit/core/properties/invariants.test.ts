import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/index';
import { analyse, assertSound, inventory, restitched } from '../support';
import { anyDump } from './dumps';

// A fixed seed: the same texts in each run. RESTITCH_RUNS and RESTITCH_SEED look further.
const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 120), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

describe('for any text', () => {
  it('a jump line beside a headline without text is kept', () => {
    for (const text of ['(下转第3版)\n的的\n的\n', '《，。\n## 0\n■上接第1版 的\n■上接第1版\n的。\n']) {
      assertSound(text, analyse(text));
      for (const fix of analyse(text).findings.flatMap((finding) => finding.fixes)) assert.deepEqual(inventory(applyEdits(text, fix.edits)), inventory(text));
    }
  });

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

  for (const level of ['sure', 'likely'] as const) {
    it(`re-stitching what is ${level} keeps every character but white space and heading marks`, () => {
      fc.assert(fc.property(anyDump, (text) => assert.deepEqual(inventory(restitched(text, level)), inventory(text))), set);
    });

    it(`re-stitching what is ${level} and was re-stitched changes nothing`, () => {
      fc.assert(
        fc.property(anyDump, (text) => {
          const once = restitched(text, level);
          assert.equal(restitched(once, level), once);
        }),
        set,
      );
    });
  }
});
