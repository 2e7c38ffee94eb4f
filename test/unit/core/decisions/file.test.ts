import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isEmpty, merge, nothingRemembered, readSidecar, textToWrite, withdraw, writeSidecar } from '../../../../src/core/index';
import { milliseconds } from '../../../../src/core/decisions/instant';
import { anySidecar, remembering, set } from './sidecars';

const long = `入秋以来，${'河湾镇的夜校亮起了灯，来听课的人一晚多过一晚。'.repeat(12)}`;
const text = `河湾镇办起夜校\n\n${long}\n\n镇上的人说，𠮷日开课，明年还要再办\n\n下去。\n`;
const sidecar = remembering(text, [
  { body: { kind: 'join' }, of: ['镇上的人说，𠮷日开课，明年还要再办', '下去。'] },
  { body: { kind: 'role', role: 'caption' }, of: [long] },
  { body: { kind: 'note', text: '请核对日期。', resolved: true }, of: ['明年'] },
]);

/** JSON looked into, whatever it is. */
interface Json {
  readonly [key: string]: Json | undefined;
}
const asJson = (value: string): Json => JSON.parse(value) as Json;
const itemsOf = (document: Json): Json[] => document['first']?.['items'] as unknown as Json[];
const conflict = (ours: string, theirs: string): string => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;

describe('a sidecar', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(anySidecar, (one) => assert.deepEqual(readSidecar(writeSidecar(one, 'page.txt')), { state: 'read', sidecar: one, problems: [] })), set);
  });

  it('is an AnnotationCollection of the Web Annotation model', () => {
    const document = asJson(writeSidecar(sidecar, '第 2 版.txt'));
    assert.deepEqual(document['@context'], ['http://www.w3.org/ns/anno.jsonld', { restitch: 'urn:restitch:ns#' }]);
    assert.equal(document['type'], 'AnnotationCollection');
    assert.equal(document['total'], 3);
    const page = document['first'];
    assert.equal(page?.['type'], 'AnnotationPage');
    const items = itemsOf(document);
    assert.deepEqual(items.map((item) => [item['type'], item['motivation']]), [['Annotation', 'linking'], ['Annotation', 'classifying'], ['Annotation', 'commenting']]);
    const [left, right] = items[0]?.['target'] as unknown as Json[];
    assert.equal(left?.['source'], '第%202%20版.txt');
    assert.deepEqual([left['restitch:side'], right?.['restitch:side']], ['left', 'right']);
    assert.deepEqual(items[0]?.['body'], { 'type': 'restitch:Decision', 'restitch:kind': 'join' });
    const [quote, position] = left['selector'] as unknown as Json[];
    assert.deepEqual(quote, { type: 'TextQuoteSelector', exact: '镇上的人说，𠮷日开课，明年还要再办', prefix: long.slice(-30) + '\n\n', suffix: '\n\n下去。\n' });
    // Positions count characters: the passage is one shorter than in UTF-16.
    assert.equal(Number(position?.['end']) - Number(position?.['start']), [...'镇上的人说，𠮷日开课，明年还要再办'].length);
  });

  it('quotes the beginning and the end of a long passage, up to where its range ends', () => {
    const items = itemsOf(asJson(writeSidecar(sidecar, 'page.txt')));
    const [range] = items[1]?.['target']?.['selector'] as unknown as Json[];
    assert.equal(range?.['type'], 'RangeSelector');
    assert.equal(range['startSelector']?.['exact'], long.slice(0, 64));
    assert.equal(range['endSelector']?.['prefix'], long.slice(-64));
    assert.ok(text.includes(long + (range['endSelector']['exact'] as unknown as string)));
  });

  it('is written only when there is something to remember, and something new', () => {
    assert.equal(isEmpty(nothingRemembered), true);
    assert.equal(textToWrite(nothingRemembered, 'page.txt', undefined), undefined);
    const written = textToWrite(sidecar, 'page.txt', undefined);
    assert.ok(written);
    assert.equal(textToWrite(sidecar, 'page.txt', written), undefined);
    assert.ok(textToWrite(withdraw(sidecar, sidecar.entries.map(({ id }) => id), '2026-10-01T00:00:00.000Z'), 'page.txt', written));
  });

  it('of a later version is told from a broken one', () => {
    const later = writeSidecar(sidecar, 'page.txt').replace('"restitch:version": 1', '"restitch:version": 2');
    assert.deepEqual(readSidecar(later), { state: 'newer', version: 2 });
    assert.deepEqual(readSidecar(conflict(later, later)), { state: 'newer', version: 2 });
  });

  it('says where it is broken', () => {
    const shape = (value: unknown): unknown => readSidecar(JSON.stringify(value));
    assert.deepEqual(readSidecar(''), { state: 'broken', problem: { code: 'json' } });
    assert.deepEqual(readSidecar('{"id": '), { state: 'broken', problem: { code: 'json' } });
    // A number that would be written back as null.
    assert.deepEqual(readSidecar('{"id": 1e999}'), { state: 'broken', problem: { code: 'json' } });
    assert.deepEqual(shape([]), { state: 'broken', problem: { code: 'shape', path: '' } });
    assert.deepEqual(shape({ type: 'AnnotationCollection' }), { state: 'broken', problem: { code: 'shape', path: 'restitch:version' } });
    assert.deepEqual(shape({ 'restitch:version': 1 }), { state: 'broken', problem: { code: 'shape', path: 'first' } });
    assert.deepEqual(shape({ 'restitch:version': 1, 'first': { items: [3] } }), { state: 'broken', problem: { code: 'shape', path: 'first.items[0]' } });
  });

  it('keeps what it does not know, and says what looks like ours and is not', () => {
    const alien = { id: 'urn:uuid:x', type: 'Annotation', motivation: 'bookmarking', target: 'page.txt' };
    const odd = { id: 'urn:uuid:y', type: 'Annotation', body: { 'type': 'restitch:Decision', 'restitch:kind': 'fold' } };
    const document = { ...JSON.parse(writeSidecar(nothingRemembered, 'page.txt')) as object, 'first': { items: [alien, odd] }, 'dc:rights': 'ours' };
    const reading = readSidecar(JSON.stringify(document));
    assert.equal(reading.state, 'read');
    assert.deepEqual(reading.problems, [{ code: 'shape', path: 'first.items[1].body.restitch:kind' }]);
    const again = asJson(writeSidecar(reading.sidecar, 'page.txt'));
    assert.deepEqual(again['first']?.['items'], [alien, odd]);
    assert.equal(again['dc:rights'], 'ours');
  });

  it('takes a note that another tool wrote, with one target, one selector and a long quotation', () => {
    const note = {
      id: 'https://notes.example/1', type: 'Annotation', motivation: ['commenting'], created: '2026-09-24T08:00:00+08:00', creator: 'Shen',
      body: [{ type: 'TextualBody', value: 'why?' }], target: { source: 'page.txt', selector: { type: 'TextQuoteSelector', exact: long } },
    };
    const reading = readSidecar(JSON.stringify({ 'restitch:version': 1, 'first': { items: [note] } }));
    assert.equal(reading.state, 'read');
    const [entry] = reading.sidecar.entries;
    assert.equal(entry?.creator, 'Shen');
    assert.deepEqual(entry.passages, [{ head: long.slice(0, 80), tail: long.slice(-80), prefix: '', suffix: '', position: [0, 0] }]);
  });

  it('in which git left both sides of a conflict is what both sides say', () => {
    const mine = merge(sidecar, remembering(text, [{ body: { kind: 'begin' }, of: ['镇上'] }], '2026-09-25T08:00:00.000Z'));
    const theirs = withdraw(sidecar, [sidecar.entries[0]?.id ?? ''], '2026-09-26T08:00:00.000Z');
    const reading = readSidecar(conflict(writeSidecar(mine, 'page.txt'), writeSidecar(theirs, 'page.txt')));
    assert.deepEqual(reading, { state: 'conflict', sidecar: merge(mine, theirs) });
    assert.deepEqual(readSidecar(conflict(writeSidecar(mine, 'page.txt'), '{\n')), { state: 'conflict' });
    const withBase = `<<<<<<< a\n${writeSidecar(mine, 'page.txt')}||||||| base\n{\n=======\n${writeSidecar(theirs, 'page.txt')}>>>>>>> b\n`;
    assert.deepEqual(readSidecar(withBase), reading);
  });

  it('is a value for any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map((json) => `{"restitch:version":1,"first":{"items":[${json}]}}`)), (any) => {
      assert.ok(['read', 'newer', 'conflict', 'broken'].includes(readSidecar(any).state));
    }), set);
  });
});

describe('an instant', () => {
  it('is the same in any zone', () => {
    assert.equal(milliseconds('2026-09-24T16:00:00+08:00'), milliseconds('2026-09-24T08:00:00.000Z'));
    assert.equal(milliseconds('2026-09-24T08:00:00.5Z'), Date.parse('2026-09-24T08:00:00.500Z'));
    assert.equal(milliseconds('2024-02-29T00:00:00Z'), Date.parse('2024-02-29T00:00:00Z'));
  });

  it('is nothing else', () => {
    for (const odd of ['', '2026-09-24', '2026-09-24T08:00:00', '2025-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-09-24T24:00:00Z']) assert.equal(milliseconds(odd), undefined, odd);
  });
});
