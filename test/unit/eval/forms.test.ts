import assert from 'node:assert/strict';
import { isMarkup } from '../../../src/core/text/markup';
import { byBlocks, FORMS, inForm } from '../../../tools/eval/forms';
import { goldBlocks, outlineOfGold, type GoldBlock } from '../../../tools/eval/outline';
import { halvesOf, pagesOf, SIMULATORS } from '../../../tools/eval/simulators';
import { wrapped } from '../../../tools/eval/wrapped';
import { smallPool } from './pool';

/** Without white space, marks, and the lines that hold no text. */
const bare = (text: string): string => text.split('\n').filter((line) => !isMarkup(line)).join('').replace(/[\s#]|\*\*|<br>/gu, '').replace(/。/gu, '.');

describe('pages in other forms', () => {
  const pages = SIMULATORS.flatMap((simulator) => pagesOf(simulator, halvesOf(smallPool()), 1, 3));

  for (const form of FORMS) {
    it(`keep their truth: ${form.name}`, () => {
      for (const page of pages) {
        const whole = inForm(page, form);
        // What stands between passages is none of them: its lines are not the page's.
        const own = new Set(page.text.split('\n'));
        const changed = /^(?:captions|pictures)/u.test(form.name) ? { ...whole, text: whole.text.split('\n').map((line) => (own.has(line) ? line : ' '.repeat(line.length))).join('\n') } : whole;
        // A form that loses stops loses nothing else, and one that misreads them changes nothing else.
        const stops = form.name.endsWith('lost') ? /\./gu : form.name.endsWith('misread') ? /[.，·o]/gu : /(?!)/gu;
        const plain = (text: string): string => bare(text).replace(/[“”"]/gu, '"').replace(stops, '');
        // Nor does one that loses headlines, which are nowhere then.
        const kept = (blocks: GoldBlock[]): GoldBlock[] => (form.name.startsWith('one headline') ? blocks.filter(({ role }) => role !== 'headline') : blocks);
        const before = kept(goldBlocks(page.gold));
        const after = kept(goldBlocks(changed.gold));
        assert.deepEqual(after.map(({ role, article, stray }) => ({ role, article, stray })), before.map(({ role, article, stray }) => ({ role, article, stray })));
        // Where columns end at the end of a line, characters go over to the next piece of their paragraph.
        const paragraphs = ({ gold, text }: typeof page): string[] => gold.articles.flatMap((article) => article.paragraphs.map(({ spans }) => plain(spans.map((span) => text.slice(...span)).join(''))));
        assert.deepEqual(paragraphs(changed), paragraphs(page));
        if (form.lines !== undefined) {
          assert.deepEqual([...plain(changed.text)].sort(), [...plain(page.text)].sort());
          continue;
        }
        if (!form.name.startsWith('one headline')) assert.equal(plain(changed.text), plain(page.text));
        after.forEach(({ span }, i) => { assert.equal(plain(changed.text.slice(...span)), plain(page.text.slice(...(before[i]?.span ?? [0, 0])))); });
      }
    });
  }

  it('end a cut piece where a printed line does', () => {
    for (const page of pages) {
      const { text, gold } = inForm(page, FORMS.find(({ name }) => name === 'printed lines of 17, counted in characters') ?? FORMS[0]!);
      for (const { spans } of gold.articles.flatMap(({ paragraphs }) => paragraphs)) {
        for (const span of spans.slice(0, -1)) {
          const lines = text.slice(...span).split('\n');
          // A word or a number may not have fitted on the line, and a piece may be shorter than one.
          assert.ok(lines.length === 1 || (lines.at(-1)?.length ?? 0) >= 11, lines.at(-1));
        }
      }
    }
  });

  it('count the lines of a block as one piece, and a line elsewhere as its own', () => {
    const [page] = pages.map((one) => inForm(one, FORMS.find(({ name }) => name === 'printed lines of 17') ?? FORMS[0]!));
    assert.ok(page !== undefined);
    const truth = outlineOfGold(page.gold);
    const lines = (start: number): number[] => {
      const end = goldBlocks(page.gold).find(({ span }) => span[0] === start)?.span[1] ?? start;
      return [start, ...[...page.text.slice(start, end).matchAll(/\n/gu)].map(({ index }) => start + index + 1)];
    };
    const printed = { articles: truth.articles.map((article) => ({ ...article, paragraphs: article.paragraphs.map((pieces) => pieces.flatMap(lines)) })) };
    assert.deepEqual(byBlocks(printed, page.gold).articles.map(({ paragraphs }) => paragraphs), truth.articles.map(({ paragraphs }) => paragraphs));
  });
});

describe('text in printed lines', () => {
  it('parts no word and begins no line with a closing sign', () => {
    assert.equal(wrapped('河湾镇夜校2031年开课，来了一百二十人。', { width: 6, cells: true, hanging: true }), '河湾镇夜校\n2031年开课，\n来了一百二十\n人。');
    assert.equal(wrapped('老木匠说，手艺要传下去。', { width: 4, cells: true, hanging: false }), '老木匠\n说，手艺\n要传下\n去。');
  });

  it('counts characters where it is told so, and leaves room for an indent', () => {
    assert.equal(wrapped('共12台，', { width: 4, cells: false, hanging: true }), '共12台，');
    assert.equal(wrapped('夜校开课了', { width: 4, cells: true, hanging: true, indent: 2 }), '夜校\n开课了');
  });
});
