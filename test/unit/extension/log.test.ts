import assert from 'node:assert/strict';
import { entryOf } from '../../../src/extension/log';
import { hostile } from '../hostile';

/** What a log, or a terminal that shows it, would obey. */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u;

describe('the log', () => {
  for (const text of hostile) {
    it(`keeps ${JSON.stringify(text.slice(0, 40))} in its entry`, () => {
      for (const entry of [entryOf(`${text}: failed.`, []), entryOf('甲: failed.', [new Error(text, { cause: new Error(text) })]), entryOf('甲', [{ path: text }, text])]) {
        const [, ...more] = entry.split('\n');
        for (const line of entry.split('\n')) assert.doesNotMatch(line, OBEYED);
        for (const line of more) assert.match(line, /^ {4}/u);
      }
    });
  }

  it('lets no text begin an entry of its own', () => {
    const forged = '甲\n2026-11-29 10:00:00.000 [info] all is well';
    assert.equal(entryOf(forged, []), '甲\n    2026-11-29 10:00:00.000 [info] all is well');
    assert.match(entryOf('乙', [new Error(forged)]), /\n {4}2026-11-29/u);
  });

  it('tells an error with its stack and its cause, and anything else as it can', () => {
    const entry = entryOf('丙: failed.', [new Error('one', { cause: new Error('two') })]);
    assert.match(entry, /^丙: failed\. Error: one\n {4}at [^]*\n {4}because: Error: two\n {4}at /u);
    const round: { self?: unknown } = {};
    round.self = round;
    assert.equal(entryOf('丁', [undefined, 7, round, 'words']), '丁 undefined 7 [object Object] words');
  });
});
