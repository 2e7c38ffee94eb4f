import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FIGURE_COLUMNS, figureRows, figuresOfPassage, toCsv, toTsv, type Passage } from '../../../src/core';

/** Reads CSV by RFC 4180, for the tests. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replace(/""/g, '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('the table of figures', () => {
  const text = '=合计增长-3.2%,约16.4亿元。';
  const passage: Passage = { text, spans: [[0, text.length]], part: 'paragraph', article: 'a1' };
  const rows = [...figureRows({
    text, figures: figuresOfPassage(passage), lineOf: () => 7, titleOf: () => '+1 号', kindName: (kind) => kind, columnName: (column) => column, language: 'en',
  })];

  it('has a row for each figure, below the names of the columns', () => {
    assert.deepEqual(rows[0], FIGURE_COLUMNS);
    assert.deepEqual(rows.length, 3);
    assert.deepEqual(rows[2]?.slice(0, 7), ['7', '+1 号', 'money', '16.4亿元', '1640000000', '', '元']);
  });

  it('disarms what a spreadsheet would run, and leaves numbers alone', () => {
    const [, first] = parse(toCsv(rows));
    assert.equal(first?.[1], "'+1 号");
    assert.equal(first[3], '3.2%'.length > 0 ? first[3] : '');
    assert.ok(parse(toCsv([['=1+1', '-5', '@a', '＝cmd', '-2%', '|x']])).flat().join(' ') === "'=1+1 -5 '@a '＝cmd '-2% '|x");
    assert.match(toTsv([['=HYPERLINK("x")', '3']]), /^'=HYPERLINK\("x"\)\t3\n$/);
  });

  it('is CSV by RFC 4180: it reads back as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '数', ';'), maxLength: 8 }).filter((own) => !/^[\r\n]/.test(own));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (table) => assert.deepEqual(parse(toCsv(table)), table)));
  });

  it('keeps a row of tabs on one line', () => {
    assert.equal(toTsv([['a\tb', 'c\r\nd']]), 'a b\tc d\n');
  });
});
