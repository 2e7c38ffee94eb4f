import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, needsRestitching, restitchArticle, sliceSpan, type Article, type Page } from '../../../../src/core/index';
import { analyse, articleOf, inventory, page, read, sample, spansOf, theEngine } from '../support';
import { anyDump } from '../properties/dumps';

const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 120), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

const mended = (result: Page, article: Article, level?: 'sure' | 'likely'): string => applyEdits(result.text, restitchArticle(result, article, level).edits);

/** The passages that do not belong to an article, in the order of the text. */
const othersOf = (result: Page, article: Article): string[] =>
  [...result.articles.filter((one) => one !== article).flatMap(spansOf), ...result.furniture].sort((a, b) => a[0] - b[0]).map((span) => sliceSpan(result.text, span));

describe('re-stitching one article', () => {
  it('joins its paragraphs, brings its passages home, and leaves the others as they were', () => {
    const before = analyse(sample('sample-page.txt'));
    const title = '清禾县12.6万亩晚稻开镰 田间地头“丰”景正好';
    const result = restitchArticle(before, articleOf(before, title));
    assert.ok(result.joined >= 3 && result.moved >= 1, JSON.stringify({ ...result, edits: undefined }));
    const text = applyEdits(before.text, result.edits);
    const after = analyse(text);
    const article = articleOf(after, title);
    assert.ok(article.paragraphs.every(({ spans }) => spans.length === 1));
    assert.ok(text.includes('从选种、育秧到水肥管理,全程跟着农时走'));
    const rest = (one: Page): unknown => read(one).filter((each) => each.title !== title);
    assert.deepEqual(rest(after), rest(before));
    assert.ok(result.edits.length >= 2, 'passages between are not touched');
  });

  it('marks a headline of its own and no other', () => {
    const before = analyse(sample('sample-page.txt'));
    const text = mended(before, articleOf(before, '石渡澜河二桥主桥合龙'));
    assert.ok(text.includes('## 石渡澜河二桥主桥合龙'));
    assert.ok(text.includes('\n让百年老街的烟火气更旺'), 'the other unmarked headline stays as it is');
  });

  it('does nothing to an article that is whole', () => {
    const text = page('## 河湾镇办起夜校', '□本报记者 林小禾', '入秋以来，河湾镇的夜校亮起了灯。', '灯光亮到九点，来听课的人坐满了屋子。', '## 水库蓄水过半', '本报河湾9月2日讯(记者 林小禾)河湾水库蓄水过半。');
    const result = analyse(text);
    for (const article of result.articles) {
      assert.deepEqual(restitchArticle(result, article).edits, []);
      assert.equal(needsRestitching(article, result.findings), false);
    }
  });

  it('comes, article by article, to what the sample page is when all of it is re-stitched', () => {
    let now = analyse(sample('sample-page.txt'));
    const titles = now.articles.map(({ title }) => title);
    for (const title of titles) now = analyse(mended(now, articleOf(now, title)));
    for (const article of now.articles) assert.ok(article.paragraphs.every(({ seams }) => seams.length === 0), article.title);
  });

  it('keeps a form feed, and the line ends of the text', () => {
    const before = analyse(sample('mini-page.txt').replaceAll('\n', '\r\n'));
    for (const article of before.articles) assert.doesNotMatch(mended(before, article), /[^\r]\n|\r(?!\n)/u);
    const paged = analyse(`${sample('mini-page.txt')}\f${sample('sample-page.txt')}`);
    for (const article of paged.articles) assert.equal(mended(paged, article).split('\f').length, 2, article.title);
  });

  it('carries what was decided to where its passages stand now', () => {
    const text = sample('sample-page.txt');
    const first = analyse(text);
    const passages = [...first.articles.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs.flatMap(({ spans }) => spans)]), ...first.furniture];
    const before = theEngine().analyse(text, passages.map((span) => ({ kind: 'ignore', code: 'jump-line', span })));
    for (const article of before.articles) {
      const { edits, decisions } = restitchArticle(before, article);
      const after = applyEdits(text, edits);
      const read = decisions.map((decision) => (decision.kind === 'ignore' ? sliceSpan(after, decision.span) : ''));
      // A headline may have got its mark.
      assert.deepEqual(read.map((words) => words.replace('## ', '')), passages.map((span) => sliceSpan(text, span).replace('## ', '')), article.title);
    }
  });

  for (const level of ['sure', 'likely'] as const) {
    it(`keeps every character but white space and heading marks, and the order of all else (${level}, any text)`, () => {
      fc.assert(
        fc.property(anyDump, (text) => {
          const before = analyse(text);
          for (const article of before.articles) {
            const { edits } = restitchArticle(before, article, level);
            assert.ok(edits.length === 0 || needsRestitching(article, before.findings, level), 'a cheap no is a no');
            const after = applyEdits(text, edits);
            assert.deepEqual(inventory(after), inventory(text));
            let from = 0;
            for (const passage of othersOf(before, article)) {
              const at = after.indexOf(passage, from);
              assert.ok(at >= 0, 'another article was touched');
              from = at + passage.length;
            }
          }
        }),
        set,
      );
    });
  }
});
