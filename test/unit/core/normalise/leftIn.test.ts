import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, NORMAL_FORMS, normalise, normalisedPage, normalKinds, prove, sliceSpan, toMarkdown } from '../../../../src/core/index';
import { leftIn } from '../../../../src/core/normalise/leftIn';
import { compose } from '../../../../src/core/text/compose';
import { analyse, assertSound, read } from '../support';
import { anyDump } from '../properties/dumps';

const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 200), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

const clean = (text: string): string => applyEdits(text, leftIn(text));

const cases: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  'takes out bold marks': [
    ['# **夜校亮灯**', '# 夜校亮灯'],
    ['**□本报记者 林小禾**', '□本报记者 林小禾'],
    ['入秋以来，**夜校**亮起了灯。', '入秋以来，夜校亮起了灯。'],
    ['- ***夜校***亮起了灯。', '- 夜校亮起了灯。'],
  ],
  'leaves stars that may hide something, and those that close nothing': [
    ['热线138****1234', '热线138****1234'],
    ['张**、李**获奖', '张**、李**获奖'],
    ['中奖者王**', '中奖者王**'],
    ['**夜校亮灯', '**夜校亮灯'],
    ['**夜校\n亮灯**', '**夜校\n亮灯**'],
    ['****夜校****', '****夜校****'],
    ['***', '***'],
  ],
  'takes out tags, and ends lines at those that end one': [
    ['<p>入秋以来，<b>夜校</b>亮起了灯。</p>', '入秋以来，夜校亮起了灯。'],
    ['入秋以来。<br>夜校亮起了灯。', '入秋以来。\n夜校亮起了灯。'],
    ['入秋以来。<br>\n夜校亮起了灯。', '入秋以来。\n夜校亮起了灯。'],
    ['一\r\n入秋以来。<br/>夜校亮起了灯。', '一\r\n入秋以来。\r\n夜校亮起了灯。'],
    ['<<b>b>夜校亮灯', '夜校亮灯'],
  ],
  'leaves tables, pictures, and lines of tags and rules': [
    ['<table><tr><td>夜校</td></tr></table>', '<table><tr><td>夜校</td></tr></table>'],
    ['![夜校](a.png)\n\n<!-- image -->\n\n* * *\n\n**', '![夜校](a.png)\n\n<!-- image -->\n\n* * *\n\n**'],
  ],
  'writes what entities and formulas stand for': [
    ['&nbsp;&nbsp;入秋以来', '  入秋以来'],
    ['&ldquo;夜校&rdquo;亮灯', '“夜校”亮灯'],
    ['科学&amp;nbsp;教育', '科学 教育'],
    ['增长$1 2 . 6 \\%$，达到$3 . 5 $亿元', '增长12.6%，达到3.5亿元'],
    ['增长12.6\\%', '增长12.6%'],
    ['公式$E=mc^2$', '公式$E=mc^2$'],
    ['票价$5，成人$8', '票价$5，成人$8'],
  ],
  'takes out what cannot be seen, and spaces between each two characters': [
    ['夜\u200b校\u200b亮\u00ad灯', '夜校亮灯'],
    ['夜 校 亮 起 了 灯 。', '夜校亮起了灯。'],
    ['夜校 亮灯', '夜校 亮灯'],
  ],
  'leaves joiners where they have a sense': [
    ['一家👨\u200d👩\u200d👧', '一家👨\u200d👩\u200d👧'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
  ],
};

describe('taking out what a program left in a text', () => {
  for (const [what, pairs] of Object.entries(cases)) {
    it(what, () => {
      for (const [before, after] of pairs) assert.equal(clean(before), after);
    });
  }

  it('goes before signs are normalised, which are judged by what they stand beside then', () => {
    const page = analyse('# **夜校亮灯**\n\n□本报记者 林小禾\n\n入秋以来<b>夜校</b>,亮起了灯&quot;农民&quot;,增长$1 2 . 6 \\%$,学员300人。\n');
    const text = applyEdits(page.text, normalise(page, normalKinds));
    assert.equal(text, '# 夜校亮灯\n\n□本报记者 林小禾\n\n入秋以来夜校，亮起了灯“农民”，增长12.6%，学员300人。\n');
    const printed = normalisedPage(page, normalKinds);
    assert.equal(printed.text, text);
    assertSound(text, printed);
    assert.match(toMarkdown(printed), /夜校，亮起了灯“农民”，增长12\.6%/);
  });

  it('is asked for by name', () => {
    const page = analyse('# **夜校亮灯**\n\n入秋以来<b>夜校</b>亮起了灯。\n');
    assert.deepEqual(normalise(page), []);
    assert.deepEqual([...new Set(normalise(page, normalKinds).map(({ kind }) => kind))], ['markup']);
  });

  it('changes both halves of a pair in one edit each, or none', () => {
    const page = analyse('## 夜校亮灯\n\n入秋以来，他说&quot;夜校(<b>三所</b>)亮起了灯&quot;。\n');
    const edits = normalise(page, normalKinds);
    for (const { span, partner } of edits) if (partner) assert.ok(edits.some((other) => other.span[0] === partner[0] && other.partner?.[0] === span[0]));
    assert.equal(applyEdits(page.text, edits), '## 夜校亮灯\n\n入秋以来，他说“夜校（三所）亮起了灯”。\n');
  });

  it('loses nothing else, is sound, and is done once, in any text', () => {
    fc.assert(fc.property(anyDump, (text) => {
      const page = analyse(text);
      const edits = normalise(page, normalKinds);
      const proof = prove(text, edits, NORMAL_FORMS);
      assert.ok(proof.conserved);
      const printed = normalisedPage(page, normalKinds);
      assert.equal(printed.text, proof.text);
      assertSound(printed.text, printed);
      assert.equal(clean(proof.text), proof.text);
    }), set);
  });

  it('gives exports the places of the dump', () => {
    const origin = analyse('# **夜校亮灯**\n\n□本报记者 林小禾\n\n入秋以来，<b>河湾镇</b>的夜校亮起了灯。\n\n农民晚上听课，增长$1 2 . 6 \\%$。\n');
    const printed = normalisedPage(origin, normalKinds);
    assert.deepEqual(read(printed), read(analyse(printed.text)));
    for (const [i, article] of printed.articles.entries()) {
      assert.equal(article.paragraphs.length, origin.articles[i]?.paragraphs.length);
      for (const [k, { spans }] of article.paragraphs.entries()) {
        const before = origin.articles[i]?.paragraphs[k]?.spans ?? [];
        assert.deepEqual(spans.map((span) => sliceSpan(printed.text, span)), before.map((span) => clean(sliceSpan(origin.text, span))));
      }
    }
  });

  it('takes linear time on hostile text', () => {
    for (const text of ['**', '<b>', '&amp;', '$1$', '\u200b', '夜 ', '<p>', '*', '** ', '&nbsp;', '<<b>b>'].map((part) => part.repeat(Math.ceil(300_000 / part.length)))) clean(text);
  }).timeout(30_000);
});

describe('two rounds of edits as one', () => {
  it('does what they do, in any text', () => {
    const rounds = fc.string({ minLength: 1, maxLength: 40 }).chain((text) => edits(text).chain((first) => {
      const between = applyEdits(text, first);
      return edits(between).map((second) => ({ text, between, first, second }));
    }));
    fc.assert(fc.property(rounds, ({ text, between, first, second }) => {
      const composed = compose(between, first, second);
      assert.equal(applyEdits(text, composed), applyEdits(between, second));
      for (let i = 1; i < composed.length; i++) assert.ok((composed[i - 1]?.span[1] ?? 0) <= (composed[i]?.span[0] ?? 0));
    }), { ...set, numRuns: set.numRuns * 20 });
  });

  /** Edits of a text in order, none of which inserts. */
  function edits(text: string): fc.Arbitrary<{ span: readonly [number, number]; newText: string }[]> {
    return fc.array(fc.tuple(fc.nat(text.length), fc.string({ maxLength: 3 })), { maxLength: 8 }).map((cuts) => {
      const sorted = [...cuts].sort(([a], [b]) => a - b);
      return sorted.flatMap(([start, newText], i) => {
        const end = sorted[i + 1]?.[0];
        return i % 2 === 0 && end !== undefined && end > start ? [{ span: [start, end] as const, newText }] : [];
      });
    });
  }
});
