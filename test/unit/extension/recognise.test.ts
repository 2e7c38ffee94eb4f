import assert from 'node:assert/strict';
import { recognise, recogniseUnread, worthJudgingAgain, type Evidence } from '../../../src/extension/recognise';

const plain: Evidence = { languageId: 'plaintext', override: undefined, detect: 'auto', wasDump: false };
const yes = { isDump: true, score: 1 };
const no = { isDump: false, score: 0 };

describe('recognising a dump', () => {
  it('asks the text of plain text and Markdown', () => {
    assert.equal(recogniseUnread(plain), undefined);
    assert.equal(recognise(plain, yes), true);
    assert.equal(recognise({ ...plain, languageId: 'markdown' }, no), false);
  });

  it('needs no text for the language of dumps, and wants no other language', () => {
    assert.equal(recogniseUnread({ ...plain, languageId: 'newspaper-dump', detect: 'never' }), true);
    assert.equal(recogniseUnread({ ...plain, languageId: 'json', detect: 'always' }), false);
  });

  it('stays with a page that was recognised once', () => {
    assert.equal(recognise({ ...plain, wasDump: true }, no), true);
    assert.equal(recognise({ ...plain, wasDump: true, detect: 'never' }, yes), false);
  });

  it('obeys the setting, and the user more than the setting', () => {
    assert.equal(recognise({ ...plain, detect: 'always' }, no), true);
    assert.equal(recognise({ ...plain, detect: 'never', override: 'dump' }, no), true);
    assert.equal(recognise({ ...plain, languageId: 'newspaper-dump', override: 'ordinary' }, yes), false);
  });

  it('judges an ordinary text again only when much has changed', () => {
    assert.equal(worthJudgingAgain(0, 199), false);
    assert.equal(worthJudgingAgain(0, 200), true);
    assert.equal(worthJudgingAgain(10_000, 11_999), false);
    assert.equal(worthJudgingAgain(10_000, 8_000), true);
  });
});
