import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import type { Piece } from '../../../../src/core/page/piece';
import { labelPieces } from '../../../../src/core/roles/label';
import { page } from '../support';

const label = (text: string): Piece[] => labelPieces(text, readBlocks(text));
const roles = (text: string): [string, string][] => label(text).map((piece) => [piece.role, piece.text]);

describe('labelled pieces', () => {
  it('give each line its role', () => {
    const text = page(
      '河湾日报  2031年9月2日 星期二  第2版 要闻',
      '## 河湾镇办起夜校',
      '□本报记者 林小禾',
      '入秋以来，河湾镇的夜校一到傍晚就亮起灯。',
      '林小禾 摄',
      '■上接第1版',
      '(下转第3版)',
      '责任编辑：林小禾',
    );
    assert.deepEqual(label(text).map((piece) => piece.role), ['furniture', 'headline', 'byline', 'body', 'credit', 'jump', 'jump', 'furniture']);
  });

  it('part a headline from the text below it, and paragraphs on lines of their own', () => {
    assert.deepEqual(roles('## 河湾镇办起夜校\n入秋以来，夜校亮起了灯。\n“灯一亮，人就来了。”他说。'), [
      ['headline', '## 河湾镇办起夜校'],
      ['body', '入秋以来，夜校亮起了灯。'],
      ['body', '“灯一亮，人就来了。”他说。'],
    ]);
  });

  it('part pictures and rules from text, and judge what stands around them as if they were not there', () => {
    const text = '## 河湾镇办起夜校\n![](images/1f.jpg)\n林小禾\n\n入秋以来，夜校亮起了灯。\n---\n“灯一亮，人就来了。”他说。';
    assert.deepEqual(roles(text), [
      ['headline', '## 河湾镇办起夜校'],
      ['furniture', '![](images/1f.jpg)'],
      ['byline', '林小禾'],
      ['body', '入秋以来，夜校亮起了灯。'],
      ['furniture', '---'],
      ['body', '“灯一亮，人就来了。”他说。'],
    ]);
    assert.deepEqual(label('甲。\n\n\n![](a.jpg)\n乙。\n丙。').map(({ gap }) => gap), [0, 2, 2, 0]);
  });

  it('part a headline inside a block', () => {
    assert.deepEqual(roles('入秋以来，夜校亮起了灯。\n## 渡口小学添了一艘课船\n孩子们每天要过河上学。').map(([role]) => role), ['body', 'headline', 'body']);
  });

  it('keep kicker, headline and deck of one block together', () => {
    const [piece, ...more] = label('灯光亮到九点\n河湾镇办起夜校\n\n入秋以来，夜校亮起了灯。');
    assert.equal(piece?.role, 'headline');
    assert.equal(piece.text, '灯光亮到九点\n河湾镇办起夜校');
    assert.equal(piece.marked, false);
    assert.equal(more.length, 1);
    assert.equal(label('## 河湾镇办起夜校\n——灯光亮到九点\n\n入秋以来，夜校亮起了灯。')[0]?.text, '## 河湾镇办起夜校\n——灯光亮到九点');
  });

  it('know what opens a paragraph, and what jumps', () => {
    const [dateline, from, to] = label(page('本报河湾9月2日讯(记者 林小禾)夜校亮起了灯。', '■上接第1版 夜校不收学费。', '明年还要添两间教室。(下转第3版)'));
    assert.deepEqual([dateline?.opening, from?.opening, to?.opening], [true, true, false]);
    assert.deepEqual([dateline?.dateline?.place, from?.jumpFrom, to?.jumpTo], ['河湾', 1, 3]);
  });

  it('take a lone number at the page’s edge for its number, elsewhere for text', () => {
    const middle = label(page('3', '夜校今年来了1', '2', '4'));
    assert.deepEqual(middle.map((piece) => piece.role), ['furniture', 'body', 'body', 'furniture']);
  });

  it('take 记者：… for a question where somebody answers, else for a byline', () => {
    assert.deepEqual(label(page('记者：谢谢', '林小禾：不谢，常来。', '记者：再见', '林小禾：再见。')).map((piece) => [piece.role, piece.form]), Array.from({ length: 4 }, () => ['body', 'speech']));
    assert.deepEqual(label(page('记者：夜校几点开课？', '林小禾：天黑就开课，不收学费。', '渡口：船还没有来，灯先亮了。')).map((piece) => piece.form), ['speech', 'speech', undefined]);
    assert.deepEqual(label(page('## 河湾镇办起夜校', '记者：林小禾', '夜校亮起了灯。')).map((piece) => piece.role), ['headline', 'byline', 'body']);
  });

  it('take a short name below a headline for the author', () => {
    const [, byline, ...verses] = label('## 渡口\n林小禾\n船还没有来\n风先来了\n灯也来了\n人在路上');
    assert.equal(byline?.role, 'byline');
    assert.deepEqual(verses.map((piece) => piece.form), ['verse', 'verse', 'verse', 'verse']);
    assert.equal(label('## 渡口\n门开着\n船还没有来。')[1]?.role, 'body');
    assert.equal(label(page('河湾镇夜校今晚添了两盏灯', '林小禾', '船还没有来，灯先亮了。'))[1]?.role, 'byline');
    assert.equal(label(page('夜校', '林小禾', '船还没有来，灯先亮了。'))[1]?.role, 'body');
  });

  it('leave the foot of a notice in the notice, and the date of the page to the page', () => {
    const pieces = label(page('河湾日报', '2031年9月2日', '## 招标公告', '河湾镇夜校招标，欢迎投标。', '电话：0000-1234567', '河湾镇夜校\n2031年9月1日', '## 夜校开课', '夜校亮起了灯。'));
    assert.deepEqual(pieces.map((piece) => piece.role), ['furniture', 'furniture', 'headline', 'body', 'body', 'body', 'body', 'headline', 'body']);
    assert.deepEqual(pieces.slice(4, 7).map((piece) => piece.form), ['foot', 'foot', 'foot']);
  });

  it('know subheads by their numbers or by their likeness', () => {
    const numbered = label(page('一、先点灯', '夜校亮起了灯。', '二、后开课', '人都来了。'));
    assert.deepEqual(numbered.map((piece) => piece.form), ['subhead', undefined, 'subhead', undefined]);
    const alike = label(page('灯火亮一点', '夜校亮起了灯。', '课堂近一点', '人都来了。', '学费少一点', '不收钱。'));
    assert.deepEqual(alike.map((piece) => piece.form), ['subhead', undefined, 'subhead', undefined, 'subhead', undefined]);
    assert.deepEqual(label(page('招标公告', '夜校招标。', '注销公告', '船社注销。', '拍卖公告', '旧船拍卖。')).map((piece) => piece.form), Array.from({ length: 6 }, () => undefined));
  });

  it('read traditional characters by the same lists', () => {
    assert.deepEqual(label(page('責任編輯：林小禾', '記者林小禾／河灣報導', '（林小禾攝）', '（下轉第四版）', '▲上接第一版')).map((piece) => piece.role), ['furniture', 'byline', 'credit', 'jump', 'jump']);
  });

  it('see indents and gaps', () => {
    const pieces = label('\u3000\u3000夜校亮起了灯。\n\n\n课船靠了岸。');
    assert.deepEqual(pieces.map((piece) => [piece.indented, piece.gap]), [[true, 0], [false, 2]]);
  });

  it('hold every line with text, once', () => {
    const text = '## 甲\n乙\n\n  丙 \r\n丁。\r\r# 戊\n己\n庚\n辛。';
    assert.equal(label(text).map((piece) => piece.spans.map(([start, end]) => text.slice(start, end)).join('')).join('').replace(/\s/gu, ''), text.replace(/\s/gu, ''));
  });
});
