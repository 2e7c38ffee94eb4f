import assert from 'node:assert/strict';
import { applyEdits, giveRole, joinPieces, keepApart, mergeArticles, movePieces, restitch, splitArticle, splitParagraph, type Decision, type Page, type Span } from '../../../../src/core/index';
import { inventory, page, theEngine } from '../support';

const TITLE = '## 河湾镇办起夜校';
const OPEN = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。';
const LEFT = '老木匠陈守田在夜校里学会了看图纸，还把四十年的手艺写成了一本小册子，送给每一个来听课的年';
const RIGHT = '轻人。他说，手艺要有人接着做下去。';
const LAST = '夜校每周开三个晚上的课，不收学费。镇里说，明年还要再添两间教室，把缝纫班和识字班也办起来。';
const BOAT = '## 渡口小学添了一艘课船';
const BOAT_TEXT = '渡口小学的孩子每天要过河上学。今年9月，学校添了一艘能坐30人的课船，船上有书架，也有黑板。';
const BOAT_LAST = '船工老韩说，孩子们在船上念书，河水都慢了下来。';
const MARKET = '山货集市开到县城';

const DUMP = page(TITLE, OPEN, LEFT, RIGHT, LAST, BOAT, BOAT_TEXT, BOAT_LAST);

const analyse = (text: string, ...decisions: Decision[]): Page => theEngine().analyse(text, decisions);
const spanOf = (text: string, passage: string): Span => {
  const at = text.indexOf(passage);
  assert.ok(at >= 0, passage);
  return [at, at + passage.length];
};
/** The articles as their headline and paragraphs. */
const shown = (result: Page): string[][] => result.articles.map(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]);
const HEAD = TITLE.slice(3);
const BOAT_HEAD = BOAT.slice(3);

describe('a decision', () => {
  it('changes nothing where there is none', () => {
    assert.deepEqual(analyse(DUMP), theEngine().analyse(DUMP));
  });

  it('parts what was held for one paragraph', () => {
    const result = analyse(DUMP, ...keepApart(spanOf(DUMP, LEFT), spanOf(DUMP, RIGHT), 'join'));
    assert.ok(!shown(result).flat().some((text) => text.includes(LEFT + RIGHT)));
    assert.deepEqual(result.unmet, []);
  });

  it('parts what was held for one article', () => {
    const result = analyse(DUMP, ...keepApart(spanOf(DUMP, LEFT), spanOf(DUMP, RIGHT), 'follow'));
    const order = shown(result).flat();
    const at = order.findIndex((text) => text.includes(LEFT));
    assert.ok(!order[at]?.includes(RIGHT));
    assert.ok(!order[at + 1]?.startsWith(RIGHT));
    assert.deepEqual(result.unmet, []);
  });

  it('joins what nothing else would, surely, and says that an editor did', () => {
    const result = analyse(DUMP, ...joinPieces(spanOf(DUMP, LAST), spanOf(DUMP, BOAT_LAST)));
    const paragraph = result.articles[0]?.paragraphs.at(-1);
    assert.equal(paragraph?.text, LAST + BOAT_LAST);
    assert.deepEqual(paragraph.seams, [{ confidence: 1, sure: true, far: true, why: [{ code: 'decided', args: [], weight: 0 }], candidates: [] }]);
    assert.deepEqual(shown(result)[1], [BOAT_HEAD, BOAT_TEXT]);
  });

  it('joins across the bounds of pages, too', () => {
    const text = page('澜川日报 第2版 2031年9月2日', TITLE, OPEN, LEFT, '澜川日报 第3版 2031年9月2日', BOAT, BOAT_TEXT, RIGHT);
    const result = analyse(text, ...joinPieces(spanOf(text, LEFT), spanOf(text, RIGHT)));
    assert.deepEqual(shown(result)[0], [HEAD, OPEN, LEFT + RIGHT]);
    assert.deepEqual(result.unmet, []);
  });

  it('moves a paragraph into another article', () => {
    const before = analyse(DUMP);
    const [school, boat] = before.articles;
    assert.ok(school && boat);
    const result = analyse(DUMP, ...movePieces(before, [spanOf(DUMP, LAST)], boat, spanOf(DUMP, BOAT_TEXT)));
    assert.deepEqual(shown(result), [[HEAD, OPEN, LEFT + RIGHT], [BOAT_HEAD, BOAT_TEXT, LAST, BOAT_LAST]]);
    assert.deepEqual(result.unmet, []);
  });

  it('moves a paragraph out of the middle without taking the next one along', () => {
    const before = analyse(DUMP);
    const [school, boat] = before.articles;
    assert.ok(school && boat);
    const result = analyse(DUMP, ...movePieces(before, [spanOf(DUMP, LEFT), spanOf(DUMP, RIGHT)], boat, spanOf(DUMP, BOAT_LAST)));
    assert.deepEqual(shown(result), [[HEAD, OPEN, LAST], [BOAT_HEAD, BOAT_TEXT, BOAT_LAST, LEFT + RIGHT]]);
    assert.deepEqual(result.unmet, []);
  });

  it('moves a paragraph to the top of its article', () => {
    const before = analyse(DUMP);
    const [school] = before.articles;
    assert.ok(school);
    const result = analyse(DUMP, ...movePieces(before, [spanOf(DUMP, LAST)], school, school.headline[0]));
    assert.deepEqual(shown(result)[0], [HEAD, LAST, OPEN, LEFT + RIGHT]);
  });

  it('merges two articles; the second headline stays as a subhead', () => {
    const before = analyse(DUMP);
    const [school, boat] = before.articles;
    assert.ok(school && boat);
    const result = analyse(DUMP, ...mergeArticles(before, school, boat));
    assert.deepEqual(shown(result), [[HEAD, OPEN, LEFT + RIGHT, LAST, BOAT, BOAT_TEXT, BOAT_LAST]]);
    assert.deepEqual(result.unmet, []);
  });

  it('begins an article in the middle of another', () => {
    const result = analyse(DUMP, ...splitArticle(spanOf(DUMP, LAST)[0]));
    assert.deepEqual(shown(result), [[HEAD, OPEN, LEFT + RIGHT], ['', LAST], [BOAT_HEAD, BOAT_TEXT, BOAT_LAST]]);
    assert.deepEqual(result.unmet, []);
  });

  it('begins a paragraph in the middle of a line', () => {
    const at = DUMP.indexOf('来听课的有木匠');
    const result = analyse(DUMP, ...splitParagraph(at));
    assert.deepEqual(shown(result)[0]?.slice(1, 3), ['入秋以来，河湾镇的夜校一到傍晚就亮起灯。', '来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。']);
    assert.deepEqual(result.unmet, []);
  });

  it('makes a line a headline, and a headline a standing head or text', () => {
    const text = page(TITLE, OPEN, MARKET, LAST, BOAT, BOAT_TEXT);
    assert.deepEqual(shown(analyse(text, ...giveRole(spanOf(text, MARKET), 'headline'))), [[HEAD, OPEN], [MARKET, LAST], [BOAT_HEAD, BOAT_TEXT]]);
    const standing = analyse(text, ...giveRole(spanOf(text, BOAT), 'standingHead'));
    assert.ok(standing.articles.every(({ title }) => title !== BOAT_HEAD));
    assert.ok(standing.articles.some(({ standingHead }) => standingHead.some((span) => span[0] === text.indexOf(BOAT))));
    const body = analyse(text, ...giveRole(spanOf(text, BOAT), 'body'));
    assert.ok(body.articles.every(({ title }) => title !== BOAT_HEAD));
    for (const result of [standing, body]) assert.deepEqual(result.unmet, []);
  });

  it('makes lines the kicker and the deck of the headline between them', () => {
    const text = page('秋收时节话夜校', TITLE, '三间教室亮到深夜', OPEN, LAST);
    const result = analyse(text, ...giveRole(spanOf(text, '秋收时节话夜校'), 'kicker'), ...giveRole(spanOf(text, '三间教室亮到深夜'), 'deck'));
    const [article, ...more] = result.articles;
    assert.deepEqual(more, []);
    assert.deepEqual([article?.kicker, article?.title, article?.deck], ['秋收时节话夜校', HEAD, '三间教室亮到深夜']);
    assert.equal(article?.headline.length, 3);
    assert.deepEqual(result.unmet, []);
    assert.ok(result.findings.every(({ code }) => code !== 'unmarked-headline'));
  });

  it('makes a line furniture', () => {
    const result = analyse(DUMP, ...giveRole(spanOf(DUMP, BOAT_LAST), 'furniture'));
    assert.deepEqual(result.furniture, [spanOf(DUMP, BOAT_LAST)]);
  });

  it('gives one line of a block a role of its own', () => {
    const text = page(`${MARKET}\n${OPEN}`, LAST);
    const result = analyse(text, ...giveRole(spanOf(text, MARKET), 'headline'));
    assert.deepEqual(shown(result), [[MARKET, OPEN, LAST]]);
  });

  it('takes a finding off the list', () => {
    const finding = analyse(DUMP).findings.find(({ code }) => code === 'split-paragraph');
    assert.ok(finding);
    const result = analyse(DUMP, { kind: 'ignore', code: finding.code, span: finding.span });
    assert.ok(result.findings.every(({ code }) => code !== 'split-paragraph'));
  });

  it('wins over an earlier one that says otherwise', () => {
    const apart = keepApart(spanOf(DUMP, LEFT), spanOf(DUMP, RIGHT), 'join');
    const join = joinPieces(spanOf(DUMP, LEFT), spanOf(DUMP, RIGHT));
    assert.deepEqual(shown(analyse(DUMP, ...apart, ...join))[0], [HEAD, OPEN, LEFT + RIGHT, LAST]);
    assert.ok(!shown(analyse(DUMP, ...join, ...apart)).flat().some((text) => text.includes(LEFT + RIGHT)));
    const other = analyse(DUMP, ...join, ...joinPieces(spanOf(DUMP, LEFT), spanOf(DUMP, BOAT_LAST)));
    assert.ok(shown(other).flat().includes(LEFT + BOAT_LAST));
    assert.deepEqual(other.unmet, join);
  });

  it('about what begins with furniture or a picture is told, and done to nothing else', () => {
    for (const line of ['河湾日报 2031年9月2日 星期二 第2版', '![](images/1.jpg)']) {
      const text = page(line, TITLE, OPEN, LEFT, RIGHT, LAST, BOAT, BOAT_TEXT, BOAT_LAST);
      const result = analyse(text, { kind: 'follow', left: spanOf(text, BOAT_LAST), right: spanOf(text, line) });
      assert.equal(result.unmet.length, 1);
      assert.deepEqual(shown(result), shown(analyse(text)));
    }
  });

  it('that makes a circle is told, and nothing is lost', () => {
    const result = analyse(DUMP, ...joinPieces(spanOf(DUMP, LEFT), spanOf(DUMP, LAST)), ...joinPieces(spanOf(DUMP, LAST), spanOf(DUMP, LEFT)));
    assert.equal(result.unmet.length, 1);
    assert.deepEqual(inventory(shown(result).flat().join('')), inventory(shown(analyse(DUMP)).flat().join('')));
  });

  it('is carried through a re-stitching, and the page comes out by it', () => {
    const before = analyse(DUMP);
    const [school, boat] = before.articles;
    assert.ok(school && boat);
    const decisions = [...movePieces(before, [spanOf(DUMP, LAST)], boat, spanOf(DUMP, BOAT_TEXT)), ...keepApart(spanOf(DUMP, LEFT), spanOf(DUMP, RIGHT), 'join'), ...splitParagraph(DUMP.indexOf('来听课的有木匠'))];
    const decided = analyse(DUMP, ...decisions);
    const result = restitch(decided, theEngine(), 'likely');
    const text = applyEdits(DUMP, result.edits);
    assert.equal(text, page(TITLE, '入秋以来，河湾镇的夜校一到傍晚就亮起灯。', '来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。', LEFT, RIGHT, BOAT, BOAT_TEXT, LAST, BOAT_LAST));
    const again = theEngine().analyse(text, result.decisions);
    assert.deepEqual(again.unmet, []);
    assert.deepEqual(shown(again), shown(decided));
    assert.deepEqual(restitch(again, theEngine(), 'likely').edits, []);
  });
});
