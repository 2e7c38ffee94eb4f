import assert from 'node:assert/strict';
import { ISSUE_WORDS, sayIssue } from '../../../../src/core/issue/words';

describe('the words about issues', () => {
  it('have the same codes and arguments in both languages', () => {
    const holes = (words: string): string[] => [...new Set(words.match(/\{\d\}/gu))].sort();
    assert.deepEqual(Object.keys(ISSUE_WORDS.zh), Object.keys(ISSUE_WORDS.en));
    for (const [code, words] of Object.entries(ISSUE_WORDS.en)) assert.deepEqual(holes(ISSUE_WORDS.zh[code as keyof typeof ISSUE_WORDS.zh]), holes(words), code);
  });

  it('take their arguments', () => {
    assert.equal(sayIssue({ code: 'goes.missing', args: ['A3'] }, 'en'), 'Goes on on page A3, which is not in this issue.');
    assert.equal(sayIssue({ code: 'goes.missing', args: ['A3'] }, 'zh'), '下转第 A3 版，本期缺该版。');
  });
});
