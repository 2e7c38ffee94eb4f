import assert from 'node:assert/strict';
import { censusOf } from '../../../src/core';
import { Ledger } from '../../../src/extension/conservation/ledger';

const dump = '## 夜校\n\n河湾镇亮\n\n起了灯。\n';
const joined = '## 夜校\n\n河湾镇亮起了灯。\n';
const standing = (ledger: Ledger, text: string): unknown => ledger.of(censusOf(text));

/** A ledger whose document went from `before` to `after` by an edit of ours. */
function edited(ledger: Ledger, version: number, before: string, after: string): Ledger {
  ledger.expect(version, censusOf(before), censusOf(after));
  ledger.arrive(version + 1, censusOf(after));
  return ledger;
}

describe('what is proven of a text', () => {
  const whole = { kind: 'whole', characters: 10, since: 'first' };

  it('nothing is said before an edit was applied, and nothing when it never was', () => {
    const ledger = new Ledger();
    ledger.expect(1, censusOf(dump), censusOf(joined));
    assert.equal(standing(ledger, dump), undefined);
    ledger.arrive(2, censusOf(`${dump}又`));
    assert.equal(standing(ledger, `${dump}又`), undefined);
  });

  it('all characters are in place after an edit, undone and redone', () => {
    const ledger = edited(new Ledger(), 1, dump, joined);
    assert.deepEqual(standing(ledger, joined), whole);
    assert.deepEqual(standing(ledger, dump), whole);
  });

  it('a change by hand ends what can be said, until it is undone', () => {
    const ledger = edited(new Ledger(), 1, dump, joined);
    assert.deepEqual(standing(ledger, `${joined}又`), { kind: 'changed' });
    assert.deepEqual(standing(ledger, joined), whole);
  });

  it('a change that nobody counts is told as one, and only behind an edit of ours', () => {
    assert.equal(new Ledger().changed, undefined);
    assert.deepEqual(edited(new Ledger(), 1, dump, joined).changed, { kind: 'changed' });
  });

  it('an edit behind a change by hand is proven from there on', () => {
    const ledger = edited(edited(new Ledger(), 1, dump, joined), 3, `${joined}又`, `${joined}\n又`);
    assert.deepEqual(standing(ledger, `${joined}\n又`), { kind: 'whole', characters: 11, since: 'change' });
    assert.deepEqual(standing(ledger, joined), { kind: 'changed' });
  });

  it('signs and headlines that were asked to be changed are in place in either form', () => {
    const renamed = joined.replace('夜校', '灯火');
    const ledger = edited(edited(new Ledger(), 1, dump, joined), 2, joined, renamed);
    assert.deepEqual(standing(ledger, renamed), whole);
    assert.deepEqual(standing(ledger, joined), whole);
  });
});
