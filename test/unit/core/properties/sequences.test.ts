import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HEADING_MARKS, prove } from '../../../../src/core/index';
import { ACTIONS, assertDesk, Desk, type Choice } from './desk';
import { anyDump } from './dumps';

// 2,000 cases with each test run; `npm run nightly` looks at 100,000 others.
const set = { numRuns: Number(process.env['RESTITCH_CASES'] ?? 2000), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

const number = fc.nat(999);
const words = fc.constantFrom('', '的', '\n', '\r\n', '\r', '\n\n', '𠮷', '\ud842', '\udfb7', '## ', '又说', '，', ' ', '\u3000');
const choice: fc.Arbitrary<Choice> = fc.record({ a: number, b: number, c: fc.nat(15), words });
const action = fc.tuple(fc.constantFrom(...Object.keys(ACTIONS)), choice);

describe('whatever a user does, one thing behind the other', function () {
  this.timeout(0);

  it('no character is lost, a second time changes nothing, and undo gives the same bytes', () => {
    fc.assert(
      fc.property(anyDump, fc.array(action, { minLength: 1, maxLength: 8 }), (text, actions) => {
        const desk = new Desk(text);
        for (const [name, numbers] of actions) ACTIONS[name]?.(desk, numbers);
        assertDesk(desk, text);
      }),
      set,
    );
  });

  it('contradictory decisions bring no heading mark into a line', () => {
    const desk = new Desk('本报讯\n的(下转第3版)\n的\n\n\n\n，\n');
    desk.decide([{ kind: 'join', left: [13, 14], right: [18, 19] }, { kind: 'role', span: [18, 19], role: 'kicker' }]);
    ACTIONS['restitchPage']?.(desk, { a: 0, b: 0, c: 0, words: '' });
    assert.equal(desk.text.match(/[^\n]## /g), null);
  });

  it('a page that becomes two by a headline that was a folio is put in order as two', () => {
    const desk = new Desk('的。\n## \n\n## 第2版 要闻\n\n的\n\n\n\n\n，\n■上接第1版\n\n■上接第1版 的的的的\n第2版 要闻\n——的0\n');
    desk.decide([{ kind: 'role', span: [11, 17], role: 'headline' }]);
    assertDesk(desk, desk.text);
  });

  it('what was parted in the middle of a line, behind a space, can be put together again', () => {
    const desk = new Desk('的，，的(下转第3版)\n \n \n本报河湾9月2日讯(记者 林小禾)的\ud800#年0\n\n\ud8000出‘子，《\n　\n　\n　\n');
    desk.decide([{ kind: 'begin', at: 45 }, { kind: 'split', at: 29 }]);
    for (const finding of desk.page.findings) for (const { edits } of finding.fixes) assert.ok(prove(desk.text, edits, HEADING_MARKS).conserved);
  });

  it('a line that is cut off in the middle of one keeps the signs that would mark it elsewhere', () => {
    const desk = new Desk('，，，的的## 林小禾 摄\n\n3\n的，\n');
    desk.decide([{ kind: 'split', at: 5 }]);
    for (let a = 0; a < desk.page.articles.length; a++) ACTIONS['restitchArticle']?.(desk, { a, b: 0, c: 0, words: '' });
    assert.equal(desk.text.split('#').length, 3);
  });

  it('an article decided to begin in the middle of a line gets lines of its own, and no character is cut in two', () => {
    for (const at of [1, 2, 3]) {
      const desk = new Desk('𐀀𐀀𐀀');
      desk.decide([{ kind: 'begin', at }]);
      ACTIONS['fix']?.(desk, { a: 0, b: 0, c: 0, words: '' });
      assert.equal(desk.text.match(/[^\n]## /g), null);
      assert.deepEqual(desk.text.match(/𐀀/gu)?.length, 3);
    }
  });
});
