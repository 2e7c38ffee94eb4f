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

  it('see indents and gaps', () => {
    const pieces = label('\u3000\u3000夜校亮起了灯。\n\n\n课船靠了岸。');
    assert.deepEqual(pieces.map((piece) => [piece.indented, piece.gap]), [[true, 0], [false, 2]]);
  });

  it('hold every line with text, once', () => {
    const text = '## 甲\n乙\n\n  丙 \r\n丁。\r\r# 戊\n己\n庚\n辛。';
    assert.equal(label(text).map((piece) => piece.spans.map(([start, end]) => text.slice(start, end)).join('')).join('').replace(/\s/gu, ''), text.replace(/\s/gu, ''));
  });
});
