import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closing, closingLine, freshResultFile, judge, sum } from '../../tools/lib/results.mjs';

describe('the verdict on a part', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'restitch-results-'));
  const file = path.join(folder, 'part.json');
  const ended = { code: 0, late: false };
  const write = (text: string): void => writeFileSync(file, text);

  afterEach(() => rmSync(file, { force: true }));
  after(() => rmSync(folder, { recursive: true }));

  it('is what the part wrote, when all agrees', () => {
    write('{"passed":3,"failed":0,"skipped":1}');
    assert.deepEqual(judge(file, ended), { passed: 3, failed: 0, skipped: 1, failures: [] });
    write('{"passed":3,"failed":1,"skipped":0,"failures":["a page is whole: Error: it is not"]}');
    assert.deepEqual(judge(file, { code: 1, late: false }).failures, ['a page is whole: Error: it is not']);
  });

  it('adds a failure for what no test reported', () => {
    assert.match(judge(file, ended).trouble ?? '', /before its tests had all run/);
    write('{"passed":3,');
    assert.deepEqual(judge(file, ended).failed, 1);
    write('{"passed":3,"failed":-1,"skipped":0}');
    assert.deepEqual(judge(file, ended).failed, 1);
    write('{"passed":3,"failed":0,"skipped":0}');
    assert.match(judge(file, { code: 7, late: false }).trouble ?? '', /exit code 7/);
    assert.match(judge(file, { code: 0, late: true }).trouble ?? '', /in its time/);
    assert.match(judge(file, { code: null, late: false }).trouble ?? '', /exit code null/);
  });

  it('is a failure when no test ran, but for a filter', () => {
    write('{"passed":0,"failed":0,"skipped":2}');
    assert.match(judge(file, ended).trouble ?? '', /ran no test/);
    assert.equal(judge(file, ended, { allowNone: true }).failed, 0);
  });

  it('never reads the file of an older run', () => {
    const result = freshResultFile('launcher-fresh');
    writeFileSync(result, '{"passed":1,"failed":0,"skipped":0}');
    freshResultFile('launcher-fresh');
    assert.equal(existsSync(result), false);
  });

  it('closes with one line', () => {
    const all = sum([{ passed: 2, failed: 0, skipped: 0 }, { passed: 1, failed: 1, skipped: 0 }]);
    assert.equal(closingLine(all), '3 passed, 1 failed');
    assert.equal(closingLine({ ...all, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
  });

  it('names what failed just above that line, for its report may be long and far above', () => {
    const all = sum([{ passed: 2, failed: 1, skipped: 0, failures: ['unit: one'] }, { passed: 0, failed: 1, skipped: 0, failures: ['window: two'] }]);
    assert.equal(closing(all), '✖ unit: one\n✖ window: two\n2 passed, 2 failed');
  });
});
