import assert from 'node:assert/strict';
import { decisionsOf, entriesOf, Ground, merge, nothingRemembered, place, quoteAgain, type Decision } from '../../../../src/core/index';
import { remembering, stampAt } from './sidecars';

const text = '河湾镇办起夜校\n\n入秋以来，河湾镇的夜校亮起了\n\n灯光亮到九点。\n\n灯。\n';
const span = (words: string, within = text): [number, number] => [within.indexOf(words), within.indexOf(words) + words.length];

describe('decisions in a text', () => {
  it('are what they were when they were made', () => {
    const decisions: Decision[] = [
      { kind: 'join', left: span('入秋以来，河湾镇的夜校亮起了'), right: [text.lastIndexOf('灯。'), text.lastIndexOf('灯。') + 2] },
      { kind: 'apart', as: 'follow', left: span('河湾镇办起夜校'), right: span('灯光亮到九点。') },
      { kind: 'role', span: span('河湾镇办起夜校'), role: 'kicker' },
      { kind: 'split', at: text.indexOf('河湾镇的夜校') },
      { kind: 'begin', at: text.indexOf('灯光') },
      { kind: 'ignore', code: 'stray-fragment', span: span('灯光亮到九点。') },
    ];
    const entries = entriesOf(new Ground(text), decisions, stampAt('2026-09-24T08:00:00.000Z'));
    assert.equal(new Set(entries.map(({ step }) => step)).size, 1);
    const sidecar = merge(nothingRemembered, { ...nothingRemembered, entries });
    assert.deepEqual(decisionsOf(place(sidecar, text).placed), decisions);
  });

  it('go with their passages into another text; what does not fit is told, and the rest stands', () => {
    const sidecar = remembering(text, [
      { body: { kind: 'role', role: 'headline' }, of: ['河湾镇办起夜校'] },
      { body: { kind: 'join' }, of: ['入秋以来，河湾镇的夜校亮起了', '灯光亮到九点。'] },
    ]);
    const other = '灯光亮到八点半。\n\n## 河湾镇办起夜校\n';
    const { placed, lost } = place(sidecar, other);
    assert.deepEqual(decisionsOf(placed), [{ kind: 'role', span: span('河湾镇办起夜校', other), role: 'headline' }]);
    assert.deepEqual(lost.map(({ body }) => body.kind), ['join']);
  });

  it('are quoted anew only where their passages changed', () => {
    const sidecar = remembering(text, [{ body: { kind: 'reviewed' }, of: ['河湾镇办起夜校'] }, { body: { kind: 'begin' }, of: ['灯光亮到九点。'] }]);
    assert.deepEqual(quoteAgain(place(sidecar, text).placed, text, 'x'), sidecar.entries);
    const longer = text.replace('九点', '八点半');
    const { placed } = place(sidecar, text);
    const again = quoteAgain(placed.map((one, i) => (i === 0 ? one : { ...one, spans: [span('灯光亮到八点半。', longer)] })), longer, '2026-09-25T08:00:00.000Z');
    assert.deepEqual(again.map(({ passages }) => passages[0]?.head), ['河湾镇办起夜校', '灯光亮到八点半。']);
    assert.deepEqual(again.map(({ modified }) => modified), sidecar.entries.map(({ modified }) => modified));
    assert.equal(again[1]?.anchored, '2026-09-25T08:00:00.000Z');
  });
});
