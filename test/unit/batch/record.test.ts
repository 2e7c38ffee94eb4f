import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BatchError } from '../../../src/batch/problem';
import { idOf, readRecord, stringOf, withMember } from '../../../src/batch/record';

const codeOf = (line: string): string | undefined => {
  try {
    readRecord(line);
  } catch (error) {
    if (error instanceof BatchError) return error.problem.code;
  }
  return undefined;
};

describe('a record of a .jsonl file', () => {
  it('keeps what it does not read as it was written', () => {
    const line = '{ "simhash":12345678901234567890 ,"text" : "甲\\u4e59\\"\\\\", "a":[{"text":1}, "]"], "e":1.50e+3 }';
    const record = readRecord(line);
    assert.equal(stringOf(record, 'text'), '甲乙"\\');
    assert.equal(withMember(record, 'text', '"丙"'), '{ "simhash":12345678901234567890 ,"text" : "丙", "a":[{"text":1}, "]"], "e":1.50e+3 }');
    assert.equal(withMember(record, 'restitch', '{}'), `${line.slice(0, -1)},"restitch":{}}`);
  });

  it('may hold escapes by the million', function () {
    this.timeout(60_000);
    const text = JSON.stringify('汉\n"\\'.repeat(4_000_000));
    const record = readRecord(`{"text":${text},"id":7}`);
    assert.equal(idOf(record), '7');
    assert.ok(withMember(record, 'text', '""') === '{"text":"","id":7}');
  });

  it('adds to an empty object', () => assert.equal(withMember(readRecord('{}'), 'a', '1'), '{"a":1}'));

  it('takes the last of two members with one name, as JSON.parse does', () => {
    assert.equal(stringOf(readRecord('{"text":"a","text":"b"}'), 'text'), 'b');
  });

  it('knows a record by its id, a string or a number of any length', () => {
    assert.equal(idOf(readRecord('{"id":"p-7"}')), 'p-7');
    assert.equal(idOf(readRecord('{"id":90071992547409931}')), '90071992547409931');
    assert.equal(idOf(readRecord('{"id":{"a":1}}')), '');
    assert.equal(idOf(readRecord('{}')), '');
  });

  it('says what is wrong', () => {
    assert.equal(codeOf('{"a":'), 'NotJson');
    assert.equal(codeOf('[1]'), 'NotAnObject');
    assert.equal(codeOf('null'), 'NotAnObject');
  });

  it('changes one member of any object and nothing else', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), fc.jsonValue(), fc.constantFrom(0, 1, 2), (object, name, value, indent) => {
        const line = JSON.stringify(object, undefined, indent);
        const changed = JSON.parse(withMember(readRecord(line), name, JSON.stringify(value))) as Record<string, unknown>;
        const expected = JSON.parse(JSON.stringify(Object.fromEntries([...Object.entries(object), [name, value]]))) as Record<string, unknown>;
        if (name !== '__proto__' && !('__proto__' in object)) assert.deepEqual(changed, expected);
      }),
      { seed: 20261123 },
    );
  });
});
