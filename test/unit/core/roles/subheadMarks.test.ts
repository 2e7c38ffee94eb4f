import assert from 'node:assert/strict';
import { linesSetApart, subheadMarks } from '../../../../src/core/roles/subheadMarks';
import { analyse, assertSound, page, restitched } from '../support';

const school = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。农民白天下地，晚上听课，学会了看图纸。';
const more = '“灯一亮，人就来了。”守门的老韩说，来的人一晚比一晚多，有的还带着小板凳。';
const boat = '老渡口的新船昨天下水，船工说它又快又稳，两岸的孩子上学方便了，老人赶集也近了。';

const lines = (text: string): string[] => subheadMarks(text).map(([from, to]) => text.slice(from, text.indexOf('\n', to)));

describe('marks of subheads', () => {
  it('are a level deeper than those of headlines', () => {
    const text = page('# 河湾镇办起夜校 农民学会看图纸', school, '## 灯下的课', more, '# 渡口换上新船', boat, '### 两岸更近');
    assert.deepEqual(lines(text), ['## 灯下的课', '### 两岸更近']);
    assert.deepEqual(lines(page('# 澜川日报', '## 河湾镇办起夜校', school, '## 渡口换上新船', boat)), [], 'one line above all others is no level');
    assert.deepEqual(lines(page('# 河湾镇办起夜校', school, '# 渡口换上新船', boat, '## 一条长得不像小标题的标题写着全镇的大事和各村的小事')), [], 'too long for a subhead');
  });

  it('are those of headlines, where many short lines above text have them', () => {
    const sections = ['灯下的课', '夜里的路', '纸上的桥', '手里的尺'].flatMap((head) => [`## ${head}`, more]);
    assert.deepEqual(lines(page('## 河湾镇办起夜校 农民学会看图纸', school, ...sections)), [], 'four are too few');
    assert.deepEqual(lines(page('## 河湾镇办起夜校 农民学会看图纸', school, ...sections, '## 心里的灯', more)), ['## 灯下的课', '## 夜里的路', '## 纸上的桥', '## 手里的尺', '## 心里的灯']);
    assert.deepEqual(lines(page(...['要闻', '综合', '民生', '法治', '图片'].flatMap((head) => [`## ${head}`, '## 河湾镇办起夜校 农民学会看图纸', school]))), [], 'names of series stand above headlines');
  });

  it('part no article, and stay as they are', () => {
    const walk = '散了课，大家沿着河堤走回村里，手电筒的光连成一条线，老韩走在最后，一家一家送到门口。';
    const text = page('# 河湾镇办起夜校 农民学会看图纸', school, '## 一、灯下的课', more, '## 二、夜里的路', walk, '# 渡口换上新船', boat);
    const result = analyse(text);
    assertSound(text, result);
    assert.deepEqual(result.articles.map(({ title, paragraphs }) => [title, paragraphs.map((paragraph) => paragraph.text)]), [
      ['河湾镇办起夜校 农民学会看图纸', [school, '## 一、灯下的课', more, '## 二、夜里的路', walk]],
      ['渡口换上新船', [boat]],
    ]);
    assert.equal(restitched(text, 'likely'), text);
  });
});

describe('lines that a program set apart', () => {
  it('are bold as a whole, or have a mark that says little', () => {
    const text = page('# 河湾镇办起夜校 农民学会看图纸', school, '## 灯下的课', '**夜里的路**', '**七十二盏**灯亮了', '# 渡口换上新船', boat);
    assert.deepEqual(linesSetApart(text, subheadMarks(text)).map(([from, to]) => text.slice(from, to)), ['灯下的课', '**夜里的路**']);
    assert.deepEqual(linesSetApart(page('# 河湾镇办起夜校', school), []), []);
  });

  it('are no part of a paragraph, and no headline by themselves where headlines have a mark', () => {
    const dump = page('# 河湾镇办起夜校', school, '**夜里的路**', '夜里的路走了八个月，花了三千二百元，石板和旧灯都留着。', '**人回来了**', more);
    assert.equal(restitched(dump), dump);
    assert.ok(restitched(dump, 'likely').includes('**夜里的路**\n\n夜里的路'));
  });
});
