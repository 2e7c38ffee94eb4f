import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { isHeap, sheetsOf } from '../../../../src/core/page/sheets';
import { labelPieces } from '../../../../src/core/roles/label';

const pieces = (blocks: readonly string[]): ReturnType<typeof labelPieces> => {
  const text = blocks.join('\n\n');
  return labelPieces(text, readBlocks(text));
};
const sheets = (blocks: readonly string[]): number[] => sheetsOf(pieces(blocks), () => undefined).map((sheet) => sheet.length);
const times = (count: number, block: (at: number) => string): string[] => Array.from({ length: count }, (_, at) => block(at));
const PARAGRAPH = '渠边的老柳树又抽了新芽，管水的人天不亮就沿着堤岸走了一遍，把昨夜冲开的口子一处处记在本子上，等天亮了好派人去补。';

describe('sheets of a large page', () => {
  it('keeps a full broadsheet page as one, for its runs may be carried anywhere', () => {
    assert.deepEqual(sheets(times(260, (at) => (at % 20 === 0 ? '## 渠水进村' : PARAGRAPH))), [260]);
  });

  it('cuts more text than can be weighed at once before a marked headline, and loses no piece', () => {
    const parts = sheetsOf(pieces(times(900, (at) => (at % 45 === 0 ? '## 渠水进村' : PARAGRAPH))), () => undefined);
    assert.ok(parts.length > 1);
    assert.equal(parts.reduce((sum, part) => sum + part.length, 0), 900);
    for (const part of parts) assert.equal(part[0]?.marked, true);
  });

  it('cuts a page of short lines sooner: each may be a headline and is tried both ways', () => {
    const parts = sheets(times(600, (at) => `渠水进了${String(at)}个村`));
    assert.ok(Math.max(...parts) <= 130, parts.join(' '));
    assert.equal(parts.reduce((sum, part) => sum + part, 0), 600);
  });

  it('judges fewer together where thousands of short lines are no page of a paper', () => {
    const parts = sheets(times(4000, (at) => `## 渠水进了${String(at)}个村`));
    assert.ok(Math.max(...parts) <= 30, parts.join(' '));
    assert.equal(parts.reduce((sum, part) => sum + part, 0), 4000);
    assert.ok(Math.max(...sheets(times(4000, () => PARAGRAPH.repeat(4)))) > 300);
  });

  it('tells a heap of short lines from the text of a whole issue', () => {
    assert.equal(isHeap(pieces(times(2500, (at) => `渠水进了${String(at)}个村`))), true);
    assert.equal(isHeap(pieces(times(2500, () => PARAGRAPH))), false);
    assert.equal(isHeap(pieces(times(300, (at) => `渠水进了${String(at)}个村`))), false);
  });
});
