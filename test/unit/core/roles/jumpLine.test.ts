import assert from 'node:assert/strict';
import { jumpFrom, jumpTo, pageNumber } from '../../../../src/core/roles/jumpLine';
import { sliceSpan } from '../../../../src/core/text/span';

describe('page number', () => {
  for (const [printed, page] of [['3', 3], ['12', 12], ['３', 3], ['１２', 12], ['三', 3], ['十', 10], ['十二', 12], ['二十', 20], ['二十四', 24], ['一〇', 10]] as const) {
    it(`${printed} is ${page}`, () => assert.equal(pageNumber(printed), page));
  }
  it('A1 is none', () => assert.equal(pageNumber('A1'), undefined));
});

describe('jump line from another page', () => {
  for (const [line, page, part] of [
    ['■上接第1版', 1, '■上接第1版'],
    ['■上接第1版 夜校每周开三个晚上的课。', 1, '■上接第1版'],
    ['（上接第一版）夜校每周开三个晚上的课。', 1, '（上接第一版）'],
    ['(上接１版)夜校每周开三个晚上的课。', 1, '(上接１版)'],
    ['▲紧上接第十二版', 12, '▲紧上接第十二版'],
    ['【上接4版】', 4, '【上接4版】'],
    ['上接A2版', undefined, '上接A2版'],
  ] as const) {
    it(`is in “${line}”`, () => {
      const jump = jumpFrom(line);
      assert.equal(jump?.direction, 'from');
      assert.equal(jump.page, page);
      assert.equal(sliceSpan(line, jump.span), part);
    });
  }

  it('is in “▲紧接第十二版”', () => assert.equal(jumpFrom('▲紧接第十二版')?.page, 12));

  for (const line of ['夜校上接第1版', '上接天，下接水', '接第3班渡船的人', '第1版', '']) {
    it(`is not in “${line}”`, () => assert.equal(jumpFrom(line), undefined));
  }
});

describe('jump line to another page', () => {
  for (const [text, page, part] of [
    ['夜校不收学费。(下转第3版)', 3, '(下转第3版)'],
    ['夜校不收学费。（下转三版）', 3, '（下转三版）'],
    ['夜校不收学费。 ■下转第１０版', 10, '■下转第１０版'],
    ['下转第2版', 2, '下转第2版'],
    ['来听课的有木匠、有菜 【下转第二十一版】', 21, '【下转第二十一版】'],
  ] as const) {
    it(`is in “${text}”`, () => {
      const jump = jumpTo(text);
      assert.equal(jump?.direction, 'to');
      assert.equal(jump.page, page);
      assert.equal(sliceSpan(text, jump.span).trim(), part);
    });
  }

  it('is found at the end of a text of any length', () => {
    const text = `${'夜校'.repeat(5000)}。(下转第3版)`;
    assert.equal(jumpTo(text)?.span[1], text.length);
    assert.equal(jumpTo(text)?.span[0], text.length - 7);
  });

  for (const text of ['(下转第3版)夜校不收学费。', '他把第3版转给邻居看', '下转', '']) {
    it(`is not in “${text}”`, () => assert.equal(jumpTo(text), undefined));
  }
});
