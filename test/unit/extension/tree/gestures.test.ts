import assert from 'node:assert/strict';
import type { Article, Decision, Page } from '../../../../src/core';
import { accept, articleOf, drop, makeFurniture, merge, moveToArticle, shift, splitBefore } from '../../../../src/extension/tree/gestures';
import { allRows, type Row } from '../../../../src/extension/tree/row';
import { rowsOf } from '../../../../src/extension/tree/rows';
import { page as dump, theEngine } from '../../core/support';

const SCHOOL = '河湾镇办起夜校';
const OPEN = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。';
const LEFT = '老木匠陈守田在夜校里学会了看图纸，还把四十年的手艺写成了一本小册子，送给每一个来听课的年';
const RIGHT = '轻人。他说，手艺要有人接着做下去。';
const LAST = '夜校每周开三个晚上的课，不收学费。镇里说，明年还要再添两间教室，把缝纫班和识字班也办起来。';
const BOAT = '渡口小学添了一艘课船';
const BOAT_TEXT = '渡口小学的孩子每天要过河上学。今年9月，学校添了一艘能坐30人的课船，船上有书架，也有黑板。';
const BOAT_LAST = '船工老韩说，孩子们在船上念书，河水都慢了下来。';
const KILN = '旧砖窑改成陶艺馆';
const KILN_TEXT = '石桥村的旧砖窑停火多年，今年春天改成了陶艺馆，头一个月就来了三百名游客，周末要排队。';
const FOLIO = '澜川日报  2031年9月2日  第2版 要闻';

const TEXT = dump(FOLIO, `## ${SCHOOL}`, OPEN, LEFT, RIGHT, LAST, `## ${BOAT}`, BOAT_TEXT, BOAT_LAST, `## ${KILN}`, KILN_TEXT);

const analyse = (...decisions: Decision[]): Page => theEngine().analyse(TEXT, decisions);
const rowsFor = (page: Page): readonly Row[] => rowsOf({ page, findings: page.findings, language: 'en', lineOf: () => 1 });
const shown = (page: Page): string[][] => page.articles.map(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]);

describe('gestures on rows', () => {
  const page = analyse();
  const rows = rowsFor(page);
  const row = (words: string, kinds: readonly Row['kind'][] = ['article', 'brief', 'headline', 'paragraph', 'cut', 'furniture']): Row => {
    const found = allRows(rows).find(({ kind, label }) => kinds.includes(kind) && label.startsWith(words.replace(/\s+/g, ' ').slice(0, 6)));
    assert.ok(found, words);
    return found;
  };
  const article = (words: string): Article => {
    const found = articleOf(page, row(words));
    assert.ok(found);
    return found;
  };
  /** The articles as they come out by what was decided; nothing decided may be left undone. */
  const after = (decisions: readonly Decision[]): string[][] => {
    assert.ok(decisions.length > 0);
    const result = analyse(...decisions);
    assert.deepEqual(result.unmet, []);
    return shown(result);
  };

  it('start from three articles', () => {
    assert.deepEqual(shown(page), [[SCHOOL, OPEN, LEFT + RIGHT, LAST], [BOAT, BOAT_TEXT, BOAT_LAST], [KILN, KILN_TEXT]]);
  });

  it('move a paragraph into another article, behind the one it is dropped on', () => {
    assert.deepEqual(after(drop(page, rows, [row(LAST)], row(BOAT_TEXT))), [[SCHOOL, OPEN, LEFT + RIGHT], [BOAT, BOAT_TEXT, LAST, BOAT_LAST], [KILN, KILN_TEXT]]);
  });

  it('move a paragraph to where it fits when it is dropped on an article', () => {
    assert.deepEqual(after(drop(page, rows, [row(LEFT)], row(KILN, ['article', 'brief']))), [[SCHOOL, OPEN, LAST], [BOAT, BOAT_TEXT, BOAT_LAST], [KILN, LEFT + RIGHT, KILN_TEXT]]);
  });

  it('move several parts in the order of the page', () => {
    const both = after(drop(page, rows, [row(LAST), row(OPEN)], row(KILN_TEXT)));
    assert.deepEqual(both, [[SCHOOL, LEFT + RIGHT], [BOAT, BOAT_TEXT, BOAT_LAST], [KILN, KILN_TEXT, OPEN, LAST]]);
  });

  it('move one piece of a cut paragraph', () => {
    const piece = row(RIGHT, ['piece']);
    assert.deepEqual(after(moveToArticle(page, rows, [piece], article(BOAT)))[0], [SCHOOL, OPEN, LEFT, LAST]);
  });

  it('put a part below its headline, or behind another of its article', () => {
    assert.deepEqual(after(drop(page, rows, [row(LAST)], row(SCHOOL, ['headline'])))[0], [SCHOOL, LAST, OPEN, LEFT + RIGHT]);
    assert.deepEqual(after(drop(page, rows, [row(OPEN)], row(LAST)))[0], [SCHOOL, LEFT + RIGHT, LAST, OPEN]);
  });

  it('merge articles, the one they are dropped on first', () => {
    assert.deepEqual(after(drop(page, rows, [row(SCHOOL, ['article', 'brief'])], row(BOAT, ['article', 'brief']))), [[BOAT, BOAT_TEXT, BOAT_LAST, `## ${SCHOOL}`, OPEN, LEFT + RIGHT, LAST], [KILN, KILN_TEXT]]);
    assert.deepEqual(after(merge(page, article(SCHOOL), [article(BOAT), article(KILN)])), [[SCHOOL, OPEN, LEFT + RIGHT, LAST, `## ${BOAT}`, BOAT_TEXT, BOAT_LAST, `## ${KILN}`, KILN_TEXT]]);
  });

  it('make a part furniture, and furniture a part', () => {
    const group = rows.find(({ kind }) => kind === 'furnitureGroup');
    assert.ok(group);
    assert.deepEqual(drop(page, rows, [row(BOAT_LAST)], group), makeFurniture(rows, [row(BOAT_LAST)]));
    assert.deepEqual(after(makeFurniture(rows, [row(BOAT_LAST)]))[1], [BOAT, BOAT_TEXT]);
    assert.ok(after(drop(page, rows, [row(FOLIO)], row(KILN_TEXT)))[2]?.includes(FOLIO));
  });

  it('shift paragraphs up and down among their own', () => {
    assert.deepEqual(after(shift(page, rows, [row(LEFT)], -1))[0], [SCHOOL, LEFT + RIGHT, OPEN, LAST]);
    assert.deepEqual(after(shift(page, rows, [row(LEFT)], 1))[0], [SCHOOL, OPEN, LAST, LEFT + RIGHT]);
    assert.deepEqual(after(shift(page, rows, [row(LEFT), row(LAST)], -1))[0], [SCHOOL, LEFT + RIGHT, LAST, OPEN]);
    assert.deepEqual(shift(page, rows, [row(OPEN)], -1), []);
    assert.deepEqual(shift(page, rows, [row(LAST)], 1), []);
  });

  it('shift paragraphs of an article without a headline', () => {
    const headless = analyse({ kind: 'begin', at: TEXT.indexOf(BOAT_TEXT) });
    const its = rowsFor(headless);
    const last = allRows(its).find(({ label, kind }) => kind === 'paragraph' && label.startsWith('船工老韩'));
    assert.ok(last);
    const result = theEngine().analyse(TEXT, [...headless.decisions, ...shift(headless, its, [last], -1)]);
    assert.ok(shown(result).some((one) => one.join() === ['', BOAT_LAST, BOAT_TEXT].join()), JSON.stringify(shown(result)));
  });

  it('split an article before a paragraph, and a paragraph before a piece', () => {
    assert.deepEqual(after(splitBefore(row(LAST))).slice(0, 2), [[SCHOOL, OPEN, LEFT + RIGHT], ['', LAST]]);
    assert.ok(!after(splitBefore(row(RIGHT, ['piece']))).flat().includes(LEFT + RIGHT));
    assert.deepEqual(splitBefore(row(SCHOOL, ['article', 'brief'])), []);
  });

  it('accept what is doubtful and nothing else', () => {
    const doubtful = allRows(rows).map((one): Row => (one.behind && one.kind === 'piece' ? { ...one, behind: { ...one.behind, sure: false } } : one));
    const pieces = doubtful.filter(({ kind }) => kind === 'piece');
    const made = accept(pieces);
    assert.ok(made.some(({ kind }) => kind === 'join'));
    const result = analyse(...made);
    assert.equal(result.articles[0]?.paragraphs[1]?.seams[0]?.why[0]?.code, 'decided');
    assert.deepEqual(accept(rows.filter(({ doubts }) => doubts === 0)), []);
  });

  it('change nothing where there is nothing to change', () => {
    assert.deepEqual(drop(page, rows, [row(LAST)], row(LAST)), []);
    assert.deepEqual(drop(page, rows, [row(LAST)], row(SCHOOL, ['article', 'brief'])), []);
    assert.deepEqual(drop(page, rows, [row(SCHOOL, ['headline'])], row(BOAT, ['article', 'brief'])), []);
  });
});
