import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allowanceOf, HEADING_MARKS, normalise, NOTHING_ELSE, prove, SIGN_FORMS, type Discrepancy, type Span, type TextEdit } from '../../../../src/core/index';
import { censusOf, sameCharacters } from '../../../../src/core/text/census';
import { analyse, inventory } from '../support';
import { anyDump } from '../properties/dumps';

const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 120), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };
const edit = (start: number, end: number, newText: string): TextEdit => ({ span: [start, end], newText });

function refused(text: string, edits: readonly TextEdit[], allowance = NOTHING_ELSE): { lost: readonly Discrepancy[]; added: readonly Discrepancy[] } {
  const proof = prove(text, edits, allowance);
  assert.ok(!proof.conserved, 'the edits are not refused');
  return proof;
}

describe('the proof that no character is lost', () => {
  it('counts each text by itself', () => {
    const counts = (text: string): unknown => [...censusOf(text).counts];
    assert.deepEqual(counts('夜校夜'), [[0x591c, 2], [0x6821, 1]]);
    assert.deepEqual(counts('校'), [[0x6821, 1]]);
    assert.deepEqual(counts(''), []);
  });

  it('a passage that moves, and white space that changes, lose nothing', () => {
    const proof = prove('河湾镇\n\n办夜校\n', [edit(0, 5, ''), edit(8, 9, '\r\n河湾镇\r\n')], NOTHING_ELSE);
    assert.ok(proof.conserved);
    assert.equal(proof.before.characters, 6);
    assert.equal(proof.text, '办夜校\r\n河湾镇\r\n');
  });

  it('tells what is lost and where it stood', () => {
    assert.deepEqual(refused('河湾镇办夜校', [edit(3, 5, '')]), { conserved: false, lost: [{ characters: '办夜', at: 3 }], added: [] });
  });

  it('tells what is added and where it would stand', () => {
    assert.deepEqual(refused('河湾镇办夜校', [edit(0, 1, ''), edit(3, 3, '又河新')]), { conserved: false, lost: [], added: [{ characters: '又', at: 2 }, { characters: '新', at: 4 }] });
  });

  it('a character written twice is added, and one put in another place of a pair is lost', () => {
    assert.deepEqual(refused('夜校', [edit(2, 2, '校')]).added, [{ characters: '校', at: 2 }]);
    const torn = refused('𠮷', [edit(1, 2, '')]);
    assert.deepEqual([torn.lost.map(({ characters }) => characters), torn.added.map(({ characters }) => characters)], [['𠮷'], ['\ud842']]);
  });

  it('two halves of a pair that come together are one character, kept', () => {
    assert.ok(prove('夜\ud842\n\udfb7校', [edit(2, 3, '')], NOTHING_ELSE).conserved);
    assert.deepEqual(refused('夜\ud842\n\udfb7校', [edit(1, 3, '')]).lost, [{ characters: '\ud842', at: 1 }]);
  });

  it('a lone surrogate counts as a character', () => {
    assert.deepEqual(refused('夜\ud800校', [edit(1, 2, '')]).lost, [{ characters: '\ud800', at: 1 }]);
  });

  it('heading marks change only where that is declared, and no other # ever', () => {
    assert.deepEqual(refused('夜校', [edit(0, 0, '## ')]).added, [{ characters: '##', at: 0 }]);
    assert.ok(prove('夜校', [edit(0, 0, '## ')], HEADING_MARKS).conserved);
    assert.ok(prove('## 夜校', [edit(0, 3, '')], HEADING_MARKS).conserved);
    assert.deepEqual(refused('夜校 #1', [edit(2, 4, '')], HEADING_MARKS).lost, [{ characters: '#', at: 3 }]);
    assert.deepEqual(refused('夜校', [edit(1, 1, '##')], HEADING_MARKS).added, [{ characters: '##', at: 1 }]);
  });

  it('signs may take another form of the same sign and nothing else', () => {
    for (const [before, after] of [[',', '，'], ['...', '……'], ['--', '——'], ['"', '“'], ['(', '（'], [' ', '']] as const) {
      assert.ok(prove(`夜${before}校`, [edit(1, 1 + before.length, after)], SIGN_FORMS).conserved, before);
    }
    for (const [before, after] of [[',', '。'], ['...', '，'], ['(', '）'], [',,', '，'], [',', '']] as const) {
      assert.ok(!prove(`夜${before}校`, [edit(1, 1 + before.length, after)], SIGN_FORMS).conserved, before);
    }
  });

  it('a headline that was asked to be renamed may change, and nothing beside it', () => {
    const retyped: Span = [0, 2];
    assert.ok(prove('夜校。', [edit(0, 2, '晚课')], { retyped }).conserved);
    assert.ok(!prove('夜校。', [edit(0, 3, '晚课')], { retyped }).conserved);
  });

  it('each fix and each normalising of any page is proven', function () {
    this.timeout(600_000);
    fc.assert(
      fc.property(anyDump, (text) => {
        const page = analyse(text);
        for (const fix of page.findings.flatMap(({ fixes }) => fixes)) assert.ok(prove(text, fix.edits, allowanceOf(fix)).conserved);
        assert.ok(prove(text, normalise(page), SIGN_FORMS).conserved);
      }),
      set,
    );
  });

  it('says the same as counting each character anew', () => {
    const change = fc.tuple(fc.nat(30), fc.nat(6), fc.constantFrom('', '夜', '\n', '𠮷', '\ud842'));
    fc.assert(
      fc.property(anyDump, change, (text, [at, length, newText]) => {
        const start = Math.min(at, text.length);
        const { conserved } = prove(text, [edit(start, Math.min(start + length, text.length), newText)], NOTHING_ELSE);
        const after = text.slice(0, start) + newText + text.slice(Math.min(start + length, text.length));
        // The inventory counts halves of pairs and leaves `#` aside: where the proof holds, it must agree.
        if (conserved) assert.deepEqual(inventory(after), inventory(text));
        if (conserved) assert.ok(sameCharacters(censusOf(text), censusOf(after)) || text.includes('#'));
      }),
      set,
    );
  });

  it('ten million characters are counted as they should be', () => {
    const text = '河湾镇的夜校亮起了灯。\n'.repeat(833_334);
    const proof = prove(text, [edit(0, 12, ''), edit(text.length, text.length, '河湾镇的夜校亮起了灯。\n')], NOTHING_ELSE);
    assert.ok(proof.conserved);
    assert.equal(proof.before.characters, 833_334 * 11);
  });
});
