import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leavesOf } from '../../../../src/core/page/leaves';
import { changeStrips, readStrips, type TextChange, type Strip } from '../../../../src/core/page/strips';
import { folioPage, isOfPage } from '../../../../src/core/roles/furniture';
import { anyIssue } from '../properties/issues';

const reader = { folio: folioPage, ofPage: isOfPage };
const read = (text: string): Strip[] => readStrips(text, reader);
const leaves = (text: string): string[] => leavesOf(read(text)).map((leaf) => leaf.map((strip) => strip.text).join(''));
const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 300), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

const TEXT = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。';

describe('the strips of a dump', () => {
  it('are its blocks, each with the blank lines before it', () => {
    assert.deepEqual(read(`\n## 夜校\n\n\n${TEXT}\n${TEXT}\n \n`).map(({ text }) => text), ['\n## 夜校\n', `\n\n${TEXT}\n${TEXT}\n \n`]);
  });

  it('part a folio, with the lines of the page above it, from the text below', () => {
    const strips = read(`河湾日报\n2031年9月2日 星期二\n第2版 要闻\n夜校亮灯\n${TEXT}\n`);
    assert.deepEqual(strips.map(({ text, page, isText }) => [text, page, isText]), [
      ['河湾日报\n2031年9月2日 星期二\n第2版 要闻\n', '2', false],
      [`夜校亮灯\n${TEXT}\n`, undefined, true],
    ]);
  });

  it('are none of no text, and one of white space', () => {
    assert.deepEqual(read(''), []);
    assert.deepEqual(read(' \n\n').map(({ text }) => text), [' \n\n']);
  });

  it('put together are the text', () => {
    fc.assert(fc.property(anyIssue, (text) => assert.equal(read(text).map((strip) => strip.text).join(''), text)), set);
  });

  it('after a change are those of the changed text', () => {
    const change = fc.tuple(anyIssue, fc.nat(), fc.nat(200), fc.oneof(anyIssue, fc.constantFrom('', '\n', '\r', '\f', '第3版 要闻', '的')));
    fc.assert(
      fc.property(change, ([text, at, long, newText]) => {
        const offset = at % (text.length + 1);
        const edit: TextChange = { offset, length: Math.min(long, text.length - offset), newText };
        const after = text.slice(0, offset) + newText + text.slice(offset + edit.length);
        assert.deepEqual(changeStrips(read(text), edit, reader), read(after));
      }),
      { ...set, numRuns: 3 * set.numRuns },
    );
  });

  it('that a change does not touch stay the objects they are', () => {
    const text = Array.from({ length: 9 }, () => TEXT).join('\n\n');
    const before = read(text);
    const after = changeStrips(before, { offset: text.length / 2, length: 1, newText: '的' }, reader);
    assert.equal(after.length, 9);
    assert.equal(after.filter((strip, i) => strip === before[i]).length, 8);
  });

  it('refuse a change outside the text', () => {
    for (const change of [{ offset: -1, length: 0 }, { offset: 0, length: 99 }, { offset: 99, length: 0 }]) {
      assert.throws(() => changeStrips(read(TEXT), { ...change, newText: '' }, reader), RangeError);
    }
  });
});

describe('the pages of the paper in a dump', () => {
  it('begin at a form feed', () => assert.deepEqual(leaves(`${TEXT}\n\f\n${TEXT}\n`), [`${TEXT}\n`, `\f\n${TEXT}\n`]));

  it('begin at a form feed in front of a line, or behind the one above, without a blank line', () => {
    // What pdftotext writes.
    assert.deepEqual(leaves(`${TEXT}\n\f${TEXT}\n\f`), [`${TEXT}\n`, `\f${TEXT}\n\f`]);
    assert.deepEqual(leaves(`${TEXT}\n${TEXT}\f\n${TEXT}\n`), [`${TEXT}\n${TEXT}\f\n`, `${TEXT}\n`]);
  });

  it('begin with a folio that names another page, and not with the same again', () => {
    const page = (number: number): string => `河湾日报 2031年9月2日 第${number}版\n\n${TEXT}\n\n`;
    assert.deepEqual(leaves(page(1) + page(2)).length, 2);
    assert.deepEqual(leaves(page(1) + page(1)).length, 1);
  });

  it('end with their folio where folios stand at the foot', () => {
    const page = (number: number): string => `${TEXT}\n\n${TEXT}\n\n河湾日报 2031年9月2日 第${number}版\n\n`;
    const parts = leaves(page(1) + page(2));
    assert.equal(parts.length, 2);
    assert.ok(parts[0]?.trimEnd().endsWith('第1版'));
  });

  it('lose nothing', () => {
    fc.assert(fc.property(anyIssue, (text) => assert.equal(leaves(text).join(''), text)), set);
  });
});
