import assert from 'node:assert/strict';
import type { Span } from '../../../src/core/index';
import { broughtTogether } from '../../../tools/eval/applied';
import type { Gold } from '../../../tools/eval/gold';
import { linksOf, joinsOf } from '../../../tools/eval/metrics';
import { goldBlocks, outlineOfGold } from '../../../tools/eval/outline';
import { simulatePage } from '../../../tools/eval/simulate';
import { smallPool } from './pool';

const BLOCKS = ['## 渡口', '甲段的开头，', '## 山路', '乙段全文。', '记者 何满', '甲段的尾巴。', '丙段另起。'];
const TEXT = `${BLOCKS.join('\n\n')}\n`;
const at = (block: number): Span => {
  const start = TEXT.indexOf(BLOCKS[block] ?? '?');
  return [start, start + (BLOCKS[block] ?? '').length];
};
const GOLD: Gold = {
  format: 'gold/1',
  source: { name: 'by hand', length: TEXT.length },
  articles: [
    { id: 'a1', title: '渡口', headline: [at(0)], paragraphs: [{ spans: [at(1), at(5)], text: '' }, { spans: [at(6)], text: '' }] },
    { id: 'a2', title: '山路', headline: [at(2)], byline: [at(4)], paragraphs: [{ spans: [at(3)], text: '' }] },
  ],
};
const told = (after: string): string[] => broughtTogether(TEXT, after, GOLD).map(({ from, to, join, came }) => `${TEXT.slice(from, from + 3)}${join ? '+' : came ? '/' : '|'}${TEXT.slice(to, to + 3)}`);
const page = (...blocks: string[]): string => blocks.join('\n\n');

describe('what fix all did', () => {
  it('is nothing on an unchanged page, nor where only marks and blank lines changed', () => {
    assert.deepEqual(told(TEXT), []);
    assert.deepEqual(told(TEXT.replace('## 渡口', '渡口').replaceAll('\n\n', '\n\n\n')), []);
  });

  it('are joins in one block, and what came along as moves', () => {
    assert.deepEqual(told(page('## 渡口', '甲段的开头，甲段的尾巴。', '丙段另起。', '## 山路', '乙段全文。', '记者 何满')), ['甲段的+甲段的']);
    assert.deepEqual(told(page('## 渡口', '甲段的开头，', '丙段另起。', '## 山路', '乙段全文。', '记者 何满', '甲段的尾巴。')), ['甲段的/丙段另']);
  });

  it('tells what moved from what only closed up', () => {
    // The second article moves to the end, with its byline; nothing else does.
    assert.deepEqual(told(page('## 渡口', '甲段的开头，', '甲段的尾巴。', '丙段另起。', '## 山路', '乙段全文。', '记者 何满')), ['甲段的|甲段的']);
  });

  it('leaves out what stands below extra blank lines', () => {
    assert.deepEqual(told('## 渡口\n\n甲段的开头，\n\n\n\n丙段另起。\n\n## 山路\n\n乙段全文。\n\n记者 何满\n\n甲段的尾巴。'), []);
  });

  it('finds wrong joins, too', () => {
    assert.deepEqual(told(page('## 渡口', '甲段的开头，乙段全文。', '## 山路', '记者 何满', '甲段的尾巴。', '丙段另起。')), ['甲段的+乙段全', '## |甲段的']);
  });

  it('says nothing of blocks that hold no whole pieces', () => {
    assert.deepEqual(told(page('## 渡口', '甲段的开头，甲段的', '尾巴。', '丙段另起。')), []);
  });

  it('finds all joins and moves of pages that are laid out as they should be', () => {
    const pool = smallPool();
    for (let seed = 1; seed <= 12; seed++) {
      const { text, gold } = simulatePage(pool, seed);
      const clean = gold.articles.map((article) => [text.slice(...article.headline[0]!), ...article.paragraphs.map((paragraph) => paragraph.text)].join('\n\n')).join('\n\n');
      const brought = broughtTogether(text, clean, gold);
      const truth = outlineOfGold(gold);
      const order = goldBlocks(gold).filter(({ role }) => role === 'body' || role === 'headline').map(({ span }) => span[0]);
      const pairs = (join: boolean): string[] => brought.filter((one) => one.join === join).map(({ from, to }) => `${from}>${to}`).sort();
      const joins = joinsOf(truth).map(([from, to]) => `${from}>${to}`).sort();
      assert.deepEqual(pairs(true), joins, `joins of page ${seed}`);
      const moves = linksOf(truth).filter(([from, to]) => order.indexOf(to) !== order.indexOf(from) + 1).map(([from, to]) => `${from}>${to}`).filter((one) => !joins.includes(one)).sort();
      assert.deepEqual(pairs(false), moves, `moves of page ${seed}`);
    }
  });
});
