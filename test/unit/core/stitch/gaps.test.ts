import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { gapsOf, SET_APART, type Gaps } from '../../../../src/core/stitch/gaps';
import type { Piece } from '../../../../src/core/page/piece';
import { analyse } from '../support';

const SENTENCES = ['夜校一到傍晚就亮起灯，来听课的有木匠和菜农，教室里坐得满满当当。', '老师从县城赶来，每周上三个晚上的课，讲的是怎样看图纸、怎样记账。', '村里人说，学一门手艺，回去以后还能教给左邻右舍，一举两得。'];
const CUT = ['老木匠陈守田在夜校里学会了看图纸，他把自己做的三十多只小板凳，一只一只送给每一个来听课的年', '轻人。他说，手艺要有人接着做下去，才不会断在自己手里。'];

/** Paragraphs with so many blank lines before each. */
const dump = (blank: readonly number[], paragraphs = blank.map((_, i) => SENTENCES[i % SENTENCES.length] ?? '')): string =>
  `## 河湾镇办起夜校${paragraphs.map((text, i) => '\n'.repeat(1 + (blank[i] ?? 1)) + text).join('')}\n`;
const piecesOf = (text: string): Piece[] => labelPieces(text, readBlocks(text));
const gaps = (text: string): Gaps => gapsOf(piecesOf(text));
const counted = (text: string): number[] => piecesOf(text).slice(2).map((piece) => gaps(text).of(piece));

const REGULAR = Array<number>(12).fill(1);
const ANYWHERE = [1, 2, 1, 0, 2, 1, 0, 1, 2, 2, 1, 0, 1];

describe('blank lines', () => {
  it('tell something where they are regular: more, and none', () => {
    const text = dump(REGULAR.map((gap, i) => (i === 6 ? 3 : i === 9 ? 0 : gap)));
    assert.equal(gaps(text).tell, true);
    assert.equal(gaps(text).usual, 1);
    assert.deepEqual(counted(text).filter((gap) => gap !== 1), [3, 0]);
  });

  it('tell nothing where they stand anywhere', () => {
    assert.equal(gaps(dump(ANYWHERE)).tell, false);
    assert.deepEqual([...new Set(counted(dump(ANYWHERE)))], [1]);
  });

  it('set apart what a re-stitching set apart, whatever the rest of the page', () => {
    const text = dump(ANYWHERE.map((gap, i) => (i === 7 ? 1 + SET_APART : gap)));
    assert.deepEqual(counted(text).filter((gap) => gap !== 1), [1 + SET_APART]);
  });

  it('are believed while a page shows too few', () => {
    assert.equal(gaps(dump([1, 2, 1, 0, 2])).tell, true);
    assert.deepEqual(counted(dump([1, 2, 1, 0, 2])), [2, 1, 0, 2]);
  });

  it('part nothing where they stand anywhere: what was cut is put together across them, and below a line without one', () => {
    const paragraphs = ANYWHERE.map((_, i) => (i === 4 ? CUT[0] : i === 5 ? CUT[1] : SENTENCES[i % SENTENCES.length]) ?? '');
    for (const blank of [0, 2]) {
      const { articles } = analyse(dump(ANYWHERE.map((gap, i) => (i === 5 ? blank : gap)), paragraphs));
      assert.equal(articles.length, 1);
      assert.ok(articles[0]?.paragraphs.some(({ text }) => text === CUT.join('')), String(blank));
    }
  });
});
