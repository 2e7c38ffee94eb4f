import assert from 'node:assert/strict';
import fc from 'fast-check';
import { add, change, lastStep, merge, mergeThree, nothingRemembered, same, withdraw } from '../../../../src/core/index';
import { anySidecar, remembering, set } from './sidecars';

const text = '河湾镇办起夜校\n\n入秋以来，河湾镇的夜校亮起了灯。\n';
const sidecar = remembering(text, [{ body: { kind: 'role', role: 'headline' }, of: ['河湾镇办起夜校'] }]);
const id = sidecar.entries[0]?.id ?? '';

describe('what two people decided', () => {
  it('is the same in whatever order their copies meet', () => {
    fc.assert(fc.property(anySidecar, anySidecar, (a, b) => assert.deepEqual(merge(a, b), merge(b, a))), set);
  });

  it('is the same however the copies of three are grouped', () => {
    fc.assert(fc.property(anySidecar, anySidecar, anySidecar, (a, b, c) => assert.deepEqual(merge(merge(a, b), c), merge(a, merge(b, c)))), set);
  });

  it('is not changed by meeting it again', () => {
    fc.assert(fc.property(anySidecar, anySidecar, (a, b) => {
      const both = merge(a, b);
      assert.deepEqual(merge(both, a), both);
      assert.deepEqual(merge(both, both), both);
    }), set);
  });

  it('has each thing once: as an entry, as something else, or as taken back', () => {
    fc.assert(fc.property(anySidecar, anySidecar, (a, b) => {
      const { entries, foreign, withdrawn } = merge(a, b);
      const ids = [...entries, ...foreign, ...withdrawn].map((one) => one.id);
      assert.equal(new Set(ids).size, ids.length);
      const before = new Set([a, b].flatMap((one) => [...one.entries, ...one.foreign, ...one.withdrawn].map((thing) => thing.id)));
      assert.deepEqual(new Set(ids), before);
    }), set);
  });

  it('stays taken back when an older copy still has it', () => {
    const undone = withdraw(sidecar, [id], '2026-09-24T09:00:00.000Z');
    assert.deepEqual(undone.entries, []);
    assert.deepEqual(merge(undone, sidecar).entries, []);
  });

  it('can be taken back by a clock that goes wrong', () => {
    assert.deepEqual(withdraw(sidecar, [id], '2020-01-01T00:00:00.000Z').withdrawn, [{ id, modified: '2026-09-24T08:00:00.001Z' }]);
  });

  it('is the later change of the same thing', () => {
    const noted = add(nothingRemembered, remembering(text, [{ body: { kind: 'note', text: '一', resolved: false }, of: ['夜校亮起'] }]).entries);
    const noteId = noted.entries[0]?.id ?? '';
    const mine = change(noted, noteId, { kind: 'note', text: '二', resolved: false }, '2026-09-24T10:00:00.000Z');
    const theirs = change(noted, noteId, { kind: 'note', text: '三', resolved: true }, '2026-09-24T11:00:00.000Z');
    assert.deepEqual(merge(mine, theirs).entries.map(({ body }) => body), [{ kind: 'note', text: '三', resolved: true }]);
    assert.equal(same(merge(mine, theirs), theirs), true);
  });

  it('takes the answers of a note back with it', () => {
    const noted = remembering(text, [{ body: { kind: 'note', text: '一', resolved: false }, of: ['夜校亮起'] }]);
    const noteId = noted.entries[0]?.id ?? '';
    const answered = add(noted, remembering(text, [{ body: { kind: 'answer', text: '二', to: noteId }, of: [] }], '2026-09-24T08:30:00.000Z').entries);
    assert.equal(answered.entries.length, 2);
    assert.deepEqual(withdraw(answered, [noteId], '2026-09-24T09:00:00.000Z').entries, []);
  });

  it('is what the file says now where nothing was changed here, be it older or gone', () => {
    fc.assert(fc.property(anySidecar, anySidecar, (before, now) => {
      assert.deepEqual(mergeThree(before, before, now), now);
      assert.deepEqual(mergeThree(nothingRemembered, before, now), merge(before, now));
      assert.deepEqual(mergeThree(now, before, now), merge(before, mergeThree(now, before, now)));
    }), set);
  });

  it('has all that was decided here since the file was read', () => {
    fc.assert(fc.property(anySidecar, anySidecar, (base, now) => {
      const fresh = remembering(text, [{ body: { kind: 'begin' }, of: ['入秋'] }], '2026-09-26T08:00:00.000Z');
      const merged = mergeThree(base, merge(base, fresh), now);
      assert.ok(fresh.entries.every((entry) => merged.entries.some((one) => one.id === entry.id)));
    }), set);
  });

  it('is undone a gesture at a time, the last one first', () => {
    const second = remembering(text, [{ body: { kind: 'split' }, of: ['河湾镇的夜校'] }], '2026-09-24T10:00:00.000Z');
    const both = merge(sidecar, second);
    assert.deepEqual(lastStep(both).map(({ body }) => body.kind), ['split']);
    assert.deepEqual(lastStep(withdraw(both, lastStep(both).map((entry) => entry.id), '2026-09-24T11:00:00.000Z')).map(({ body }) => body.kind), ['role']);
  });
});
