import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { rulerOf } from '../../../../src/core/roles/ruler';

/** Text printed in a column: `width` characters a line, each paragraph indented by two characters. */
function printed(width: number, indent: string, ...paragraphs: readonly string[]): string {
  return paragraphs
    .map((paragraph) => {
      const whole = indent + paragraph;
      const lines: string[] = [];
      for (let at = 0; at < whole.length; at += width) lines.push(whole.slice(at, at + width));
      return lines.join('\n');
    })
    .join('\n');
}

const first = '入秋以来河湾镇的夜校一到傍晚就亮起灯来听课的有木匠有菜农还有刚放学的孩子教室里坐得满满当当连窗台上也坐着人大家都说灯一亮心里就热了。';
const second = '老木匠陈守田在夜校里学会了看图纸还把自己四十年的手艺写成了一本小册子送给每一个来听课的年轻人他说手艺要有人接着做下去才算数。';
const third = '夜校每周开三个晚上的课不收学费镇里说明年还要再添两间教室把缝纫班和识字班也办起来让更多的人在灯下坐一坐。';

const bodies = (text: string): { text: string; spans: number }[] =>
  labelPieces(text, readBlocks(text))
    .filter((piece) => piece.role === 'body')
    .map((piece) => ({ text: piece.text, spans: piece.spans.length }));

describe('hard-wrapped text', () => {
  it('is known by its width', () => {
    const text = printed(16, '\u3000\u3000', first, second, third);
    assert.deepEqual(rulerOf(text, readBlocks(text))?.widths, [32]);
  });

  it('becomes paragraphs again, one span for each printed line', () => {
    const text = printed(16, '\u3000\u3000', first, second, third);
    assert.deepEqual(bodies(text), [first, second, third].map((paragraph) => ({ text: paragraph, spans: Math.ceil((paragraph.length + 2) / 16) })));
  });

  it('goes on over a paragraph whose blocks are parted by blank lines', () => {
    const text = [first, second, third].map((paragraph) => printed(14, '', paragraph)).join('\n\n');
    assert.deepEqual(bodies(text).map((piece) => piece.text), [first, second, third]);
  });

  it('is not one paragraph a line', () => {
    const text = [first, second, third].join('\n');
    assert.equal(rulerOf(text, readBlocks(text)), undefined);
    assert.deepEqual(bodies(text).map((piece) => piece.text), [first, second, third]);
  });

  it('may have a width for each column, and lines with Latin words or numbers', () => {
    const wide = printed(24, '\u3000\u3000', first, second);
    const narrow = printed(12, '\u3000\u3000', third, first);
    assert.deepEqual(bodies(`${wide}\n\n${narrow}`).map((piece) => piece.text), [first, second, third, first]);
  });

  it('may have a blank line behind each line', () => {
    const text = [first, second, third].map((paragraph) => printed(16, '\u3000\u3000', paragraph)).join('\n').replaceAll('\n', '\n\n');
    assert.deepEqual(bodies(text).map((piece) => piece.text), [first, second, third]);
  });

  it('ends a paragraph where the next line’s first word had still fitted', () => {
    const text = `${printed(16, '', first)}\n夜校今年来了两百人，\n比去年多了八十人。`;
    assert.deepEqual(bodies(text).map((piece) => piece.text), [first, '夜校今年来了两百人，', '比去年多了八十人。']);
  });

  it('leaves verses and rows as they are', () => {
    const poem = ['一盏灯照着半条河', '半条河流过两座桥', '两座桥上站着三个人', '三个人都说夜校好'];
    const table = ['甲村  12  3.5%', '乙村  15  4.1%', '丙村  18  2.2%', '丁村  11  0.9%'];
    const text = `${printed(16, '\u3000\u3000', first, second)}\n\n${poem.join('\n')}\n\n${table.join('\n')}`;
    assert.deepEqual(bodies(text).map((piece) => piece.text), [first, second, ...poem, ...table]);
  });

  it('is not a list of short sentences', () => {
    const text = ['灯亮了。', '人来了。', '课开了。', '书翻了。', '笔动了。', '窗开了。'].join('\n');
    assert.equal(rulerOf(text, readBlocks(text)), undefined);
    assert.equal(bodies(text).length, 6);
  });
});
