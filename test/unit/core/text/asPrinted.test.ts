import assert from 'node:assert/strict';
import { asPrinted } from '../../../../src/core/text/asPrinted';
import { page, theEngine } from '../support';

describe('straight quotation marks', () => {
  it('are read as curled ones, unit for unit; other text stays as it is', () => {
    assert.equal(asPrinted('守门的老韩说：“来的人多。”'), '守门的老韩说：“来的人多。”');
    assert.equal(asPrinted('守门的老韩说："来的人多。"他又说："带着板凳。"'), '守门的老韩说：“来的人多。”他又说：“带着板凳。”');
    assert.equal(asPrinted('"夜校"和"早市"都开了。'), '“夜校”和“早市”都开了。');
    assert.equal(asPrinted('## "夜校"亮灯\n"早市"开张'), '## “夜校”亮灯\n“早市”开张');
  });

  it('take turns in a block, and begin anew behind a blank line', () => {
    assert.equal(asPrinted('他说:"好,"又说:"走\n吧。"'), '他说:“好,”又说:“走\n吧。”');
    assert.equal(asPrinted('老人叫它"活"地图\n\n"早市"开了'), '老人叫它“活”地图\n\n“早市”开了');
  });

  it('may begin inside a quotation, where that contradicts less', () => {
    assert.equal(asPrinted('轻人都来。"老韩又说："带着板凳。"'), '轻人都来。”老韩又说：“带着板凳。”');
    assert.equal(asPrinted('手艺"，这是他常说的话，"要有人接"。'), '手艺”，这是他常说的话，“要有人接”。');
  });

  it('may all be curled one way, where a page has hardly any of the other', () => {
    const said = '守门的老韩说：”来的人多。”他又说：”带着板凳。”';
    assert.equal(asPrinted(`${said}\n\n”夜校”亮灯`), '守门的老韩说：“来的人多。”他又说：“带着板凳。”\n\n“夜校”亮灯');
    // A few may stand for themselves: what they close was opened on another page.
    assert.equal(asPrinted(said), said);
  });

  it('may be single ones, apostrophes of words aside', () => {
    assert.equal(asPrinted("守门的老韩说:'来的人多。'他用的是It's a boat的'书'。"), '守门的老韩说:“来的人多。”他用的是It\'s a boat的“书”。');
  });

  it('may be as many as there are characters', () => {
    const curls = asPrinted('"'.repeat(300_000));
    assert.equal(curls.length, 300_000);
    assert.ok(!curls.includes('"'));
  });

  it('are told as they stand, and the page comes out as with curled ones', () => {
    const text = page('## 河湾镇办起"夜校"', '入秋以来，河湾镇的"夜校"一到傍晚就亮起灯。守门的老韩说："来的人一晚比一晚多，有的还带着小板', '## 渡口小学添了一艘课船', '渡口小学的孩子每天要过河上学。', '凳。"镇里说，明年还要再添两间教室。');
    const [school, boat] = theEngine().analyse(text).articles;
    assert.equal(school?.title, '河湾镇办起"夜校"');
    assert.deepEqual(school.paragraphs.map((paragraph) => paragraph.text), ['入秋以来，河湾镇的"夜校"一到傍晚就亮起灯。守门的老韩说："来的人一晚比一晚多，有的还带着小板凳。"镇里说，明年还要再添两间教室。']);
    assert.equal(boat?.paragraphs.length, 1);
  });
});

describe('signs that stand for others', () => {
  it('are those of half width', () => {
    assert.equal(asPrinted('夜校､早市都开了｡｢灯｣亮着｡'), '夜校、早市都开了。「灯」亮着。');
  });

  it('are points, on pages without full stops', () => {
    const text = '夜校亮起了灯.他说:“好.”共3.2万人,增长12%.\n1.看图纸\n渡口换上新船．两岸的孩子都来了．';
    assert.equal(asPrinted(text), '夜校亮起了灯。他说:“好。”共3.2万人,增长12%。\n1.看图纸\n渡口换上新船。两岸的孩子都来了。');
    assert.equal(asPrinted('夜校亮起了灯。他说.好.走.'), '夜校亮起了灯。他说.好.走.');
    assert.equal(asPrinted('夜校亮起了灯.走.'), '夜校亮起了灯.走.');
  });

  it('give a page as those of print do', () => {
    const text = page('## 河湾镇办起夜校', '入秋以来，夜校亮起了灯。农民白天下地，晚上听', '## 渡口换上新船', '老渡口的新船昨天下水，船工说它又快又稳。两岸的孩子上学方便了。', '课，学会了看图纸。');
    const shape = (whole: string): unknown => theEngine().analyse(whole).articles.map(({ title, paragraphs }) => [title, paragraphs.map(({ spans }) => spans)]);
    for (const other of [text.replaceAll('。', '｡'), text.replaceAll('。', '.'), text.replaceAll('。', '．')]) assert.deepEqual(shape(other), shape(text));
  });
});
