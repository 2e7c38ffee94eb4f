import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { placeInSeries } from '../../../../src/core/roles/series';

describe('lines that are counted off', () => {
  it('name their series and their place in it', () => {
    for (const [line, series, number] of [
      ['第一招灯', '第招', 1],
      ['第12问 学费怎么交', '第问', 12],
      ['故事一 船上的课', '故事', 1],
      ['镜头２：渡口', '镜头', 2],
      ['关键词三', '关键词', 3],
    ] as const) assert.deepEqual(placeInSeries(line), { series, number }, line);
    for (const line of ['第三版', '第五届夜校运动会开幕', '夜校三门课开讲', '第一书记教算术', '河湾镇二十条船下水', '夜校', '']) assert.equal(placeInSeries(line), undefined, line);
  });

  it('are subheads where the next number stands on the page, before or behind', () => {
    const forms = (...paragraphs: string[]): unknown[] => {
      const text = paragraphs.join('\n\n');
      return labelPieces(text, readBlocks(text)).map(({ form }) => form);
    };
    assert.deepEqual(forms('第二招喊', '夜里在渡口要出声。', '第一招等', '船没到时不要下水。'), ['subhead', undefined, 'subhead', undefined]);
    assert.deepEqual(forms('第一招等', '船没到时不要下水。', '第三招走', '天亮再走。'), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(forms('故事一：船上的课', '课在船上开。', '误区二：灯太亮', '灯不亮。'), [undefined, undefined, undefined, undefined]);
  });
});
