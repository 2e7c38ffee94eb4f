import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { formatById, formats, isOfTheDump, issueInput, readIssueFile, sliceSpan, type ExportInput, type IssueFile, type Page } from '../../../../src/core/index';
import { issueOf, together, type Issue } from '../../../../src/core/issue';
import { inventory, theEngine } from '../support';
import { pageText, sampleTexts } from './support';

const lamp = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。';
const open = '夜校每周开三个晚上的课，不收学费。木匠赵大江说，学会看图纸以后，河湾镇外头的活儿也';
const rest = '敢接了。他把夜校的课本包了书皮，每晚温习一页，连徒弟也跟着来听课。';
const more = '河湾镇的夜校还要办到腊月，课表上新添了珠算和修理两门课，报名的人已经排到了门外。';
const folio = (page: number): string => `河湾日报 2031年9月2日 星期二 第${String(page)}版`;

/** Files of one issue, analysed; the name of each is its place. */
function issueFiles(...texts: readonly string[]): IssueFile[] {
  return texts.map((text, i) => readIssueFile({ name: `hewan/${String(i + 1)}.txt`, text, encoding: 'utf-8' }, theEngine()));
}

const issueFrom = (files: readonly IssueFile[]): Issue => issueOf(files.map(({ facts }) => facts));
const inputFrom = (files: readonly IssueFile[], normalise = false): ExportInput => issueInput(issueFrom(files), files, { name: '2031-09-02', normalise, language: 'en' });
const paragraphs = ({ page }: Pick<ExportInput, 'page'>, article = 0): string[] => page.articles[article]?.paragraphs.map(({ text }) => text) ?? [];

/** Every character of the text belongs to one passage, and none to two. */
function assertWhole({ text, articles, furniture }: Pick<Page, 'text' | 'articles' | 'furniture'>): void {
  const spans = [...furniture, ...articles.flatMap((one) => [...one.headline, ...one.byline, ...one.credit, ...one.standingHead, ...one.paragraphs.flatMap((paragraph) => paragraph.spans)])];
  const ordered = [...spans].sort((a, b) => a[0] - b[0]);
  ordered.forEach((span, i) => assert.ok(span[0] >= (ordered[i - 1]?.[1] ?? 0), `two passages share ${sliceSpan(text, span)}`));
  assert.deepEqual(inventory(ordered.map((span) => sliceSpan(text, span)).join('')), inventory(text));
}

describe('an issue put together', () => {
  it('has the parts of an article in one, a sentence cut at the foot of a page joined, jump lines and later heads set aside', () => {
    const files = issueFiles(
      pageText(folio(1), ['河湾镇办起夜校', lamp, open, '（下转第2版）']),
      pageText(folio(2), ['河湾镇办起夜校', `■上接第1版 ${rest}`, more]),
    );
    const input = inputFrom(files);
    assert.deepEqual(input.articles.map(({ title }) => title), ['河湾镇办起夜校']);
    assert.deepEqual(paragraphs(input), [lamp, open + rest, more]);
    const [, joined] = input.page.articles[0]?.paragraphs ?? [];
    assert.deepEqual(joined?.spans.map((span) => sliceSpan(input.page.text, span)), [open, rest]);
    assert.equal(joined.seams.length, 1);
    assert.ok((joined.seams.at(0)?.confidence ?? 0) >= 0.9);
    const parts = input.parts?.get('a1') ?? [];
    assert.deepEqual(parts.map(({ file, page, article }) => [file, page, article]), [['hewan/1.txt', '1', 'a1'], ['hewan/2.txt', '2', 'a1']]);
    assert.deepEqual(parts.map(({ aside }) => aside.map((span) => sliceSpan(input.page.text, span))), [['（下转第2版）'], ['## 河湾镇办起夜校', '■上接第1版']]);
    assert.equal(input.page.articles[0]?.jump, undefined);
    assertWhole(input.page);
  });

  it('keeps the paragraphs apart where the first part ends with its sentence', () => {
    const input = inputFrom(issueFiles(pageText(folio(1), ['河湾镇办起夜校', `${lamp}（下转第2版）`]), pageText(folio(2), ['夜校的灯', `（上接第1版）${more}`])));
    assert.deepEqual(paragraphs(input), [lamp, more]);
    assert.deepEqual(input.page.articles[0]?.paragraphs.map(({ attachment }) => attachment.far), [false, true]);
    assertWhole(input.page);
  });

  it('takes what goes on below the text of another article for its own', () => {
    const boat = '渡口小学的课船上周开课，船舱里摆了二十张桌子，孩子们坐船上学。';
    for (const back of [['（上接第1版）', rest], [`（上接第1版）${rest}`]]) {
      const input = inputFrom(issueFiles(pageText(folio(1), ['河湾镇办起夜校', lamp, open, '（下转第2版）']), pageText(folio(2), ['渡口小学添了课船', boat, ...back], ['石桥村的柿子红了', more])));
      assert.deepEqual(input.page.articles.map(({ title }) => title), ['河湾镇办起夜校', '渡口小学添了课船', '石桥村的柿子红了']);
      assert.deepEqual(paragraphs(input), [lamp, open + rest]);
      assert.deepEqual(paragraphs(input, 1), [boat]);
    }
  });

  it('follows an article over three pages, and keeps the jump line that leads to a page not there', () => {
    const files = issueFiles(
      pageText(folio(1), ['河湾镇办起夜校', `${lamp}（下转第2版）`]),
      pageText(folio(2), ['河湾镇办起夜校', `（上接第1版）${open}${rest}（下转第3版）`]),
      pageText(folio(3), ['河湾镇办起夜校', `（上接第2版）${more}（下转第9版）`]),
    );
    const input = inputFrom(files);
    assert.deepEqual(paragraphs(input), [lamp, open + rest, `${more}（下转第9版）`]);
    assert.deepEqual(input.page.articles[0]?.jump, { to: 9 });
    assertWhole(input.page);
  });

  it('takes no word of the text for the jump line before it', () => {
    const input = inputFrom(issueFiles(pageText(folio(1), ['河湾镇办起夜校', `${lamp}（下转第2版）`]), pageText(folio(2), ['夜校的灯', `上接第1版${more}`])));
    assert.deepEqual(paragraphs(input), [lamp, more]);
  });

  it('has as many passages when signs are normalised, with their places in the dumps', () => {
    const half = (text: string): string => text.replace(/，/gu, ',').replace(/（/gu, '(').replace(/）/gu, ')');
    const files = issueFiles(
      pageText(folio(1), ['河湾镇办起夜校', half(lamp), half(open), '(下转第2版)']),
      pageText(folio(2), ['河湾镇办起夜校', '(上接第1版)', half(rest), half(more)]),
    );
    const plain = inputFrom(files);
    const normal = inputFrom(files, true);
    assert.deepEqual(paragraphs(normal), [lamp, open + rest, more]);
    assert.deepEqual(normal.origin?.articles.map(({ paragraphs: own }) => own.map(({ spans }) => spans)), plain.articles.map(({ paragraphs: own }) => own.map(({ spans }) => spans)));
    assertWhole(normal.page);
  });

  it('leaves articles of one page as they are', () => {
    const files = issueFiles(pageText(folio(1), ['河湾镇办起夜校', lamp]), pageText(folio(2), ['课表添了新课', more]));
    const whole = together(issueFrom(files), new Map(files.map(({ facts, page }) => [facts, page])));
    assert.deepEqual(whole.articles.map(({ id, title }) => [id, title]), [['a1', '河湾镇办起夜校'], ['a2', '课表添了新课']]);
    assert.deepEqual(whole.files.map(({ span }) => sliceSpan(whole.text, span)), files.map(({ page }) => page.text));
  });

  it('of the sample holds every character once', () => {
    const input = inputFrom(issueFiles(...sampleTexts()));
    assert.equal(input.articles.length, 8);
    assertWhole(input.page);
  });

  it('is written by every format that knows more than one dump, with the place of each', () => {
    const input = inputFrom(issueFiles(...sampleTexts()));
    for (const format of formats.filter(({ id }) => !isOfTheDump(id))) assert.ok(format.write(input).length > 0, format.id);
    const markdown = formatById('markdown').write({ ...input, articles: input.articles.slice(0, 1) });
    assert.ok(typeof markdown === 'string');
    const head = parse(markdown.split('---\n')[1] ?? '') as { paragraphs: [number, number][][]; source: { files: { name: string; span: [number, number] }[] } };
    assert.deepEqual(head.source.files.map(({ name }) => name), ['hewan/1.txt', 'hewan/2.txt']);
    // A place less the beginning of its dump is a place in the dump.
    const [first, second] = sampleTexts();
    const [from = 0] = head.source.files[1]?.span ?? [];
    const [left, right] = head.paragraphs[1] ?? [];
    assert.equal((first ?? '').slice(...(left ?? [])) + (second ?? '').slice((right?.[0] ?? 0) - from, (right?.[1] ?? 0) - from), input.articles[0]?.paragraphs[1]?.text);
    const lines = String(formatById('mnbvc').write(input)).split('\n').filter(Boolean).map((line) => JSON.parse(line) as { 文件名: string; 是否重复文件: boolean; 段落: { 行号: number }[] });
    assert.deepEqual(lines.filter((line) => line.是否重复文件).map((line) => line.文件名), ['2031-09-02#a6']);
    assert.deepEqual(lines[0]?.段落.map((one) => one.行号), [3, 5, 7, 7]);
  });
});
