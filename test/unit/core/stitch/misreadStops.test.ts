import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/page/blocks';
import { labelPieces } from '../../../../src/core/roles/label';
import { sentenceEnd } from '../../../../src/core/stitch/clauses';
import { endsWithComma, endsWithDot, misreadStops, type MisreadEnd } from '../../../../src/core/stitch/misreadStops';
import { nodesOf, type Node } from '../../../../src/core/stitch/node';
import { analyse, page, theModel } from '../support';

const TITLE = '## 柳河渡口修起长廊';
const WHOLE = '春分刚过，柳河渡口的长廊就修好了。过河的人不用再在雨里等船，老人和孩子坐在廊下，一边歇脚一边看河上的水鸟。';
/** Paragraphs without their last stop. */
const ENDED = [
  '“从前等船，夏天晒，冬天冷。”摆渡人周广福说，他在这个渡口摆了四十多年船，做梦也没有想到，有一天能在渡口边上看见这样一座长廊',
  '据了解，修这座长廊一共花了七个多月。木料是从附近的林场买来的，瓦是镇上的老窑烧的，工匠大多是本村人，没有收一分工钱',
  '镇里的负责人表示，下一步还要在对岸修一个停车场，把两边的路接起来，让来看水鸟的人走得更方便，也让村里的山货卖得更远',
] as const;
const CUT = ['长廊修好的那天晚上，村里放了一场电影，周广福把自己的船擦得干干净净，', '船头挂上两盏红灯笼，从天黑一直摆到半夜。他说，这一天要记一辈子。'] as const;

const nodesFor = (text: string): Node[] => nodesOf(labelPieces(text, readBlocks(text)), theModel());
const texts = (text: string): string[] => analyse(text).articles.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text));
const sures = (text: string): boolean[] => analyse(text).articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ seams }) => seams.map(({ sure }) => sure)));

describe('the sign at an end that may be a full stop', () => {
  for (const sign of ['·', '•', 'o', 'O', '0', 'Ｏ', '〇', '.', '．']) {
    it(`${sign} behind a character or what closes`, () => {
      assert.ok(endsWithDot(`过河的人多了${sign}`) && endsWithDot(`“过河的人多了”${sign}`) && endsWithDot(`多了20%${sign}`));
    });
  }

  it('is none in a number, in a word, or by itself', () => {
    for (const text of ['建于二〇', '建于二0', '走了10', '走了1.', 'HELLO', '……·', '·', '', '过河的人多了']) assert.ok(!endsWithDot(text), text);
  });

  it('may be a comma', () => {
    assert.ok(endsWithComma('过河的人多了，') && endsWithComma('过河的人多了,') && !endsWithComma('过河的人多了、'));
  });
});

describe('the last sentence', () => {
  it('reaches back to the stop before it', () => {
    assert.equal(sentenceEnd('灯亮了。人来了，'), 3);
    assert.equal(sentenceEnd('人来了，'), 3);
    assert.equal(sentenceEnd('灯亮了。'), 3);
    assert.equal(sentenceEnd('，'), 0);
    assert.equal(sentenceEnd(''), 0);
    assert.ok(sentenceEnd('灯'.repeat(10_000)) < 1_000);
  });
});

describe('full stops that were misread', () => {
  it('are asked about at commas and dots only, not inside a quotation', () => {
    const nodes = nodesFor(page(TITLE, WHOLE, `${ENDED[0]}，`, `${ENDED[1]}·`, `${ENDED[2]}、`, `${ENDED[0]}，“看水鸟，`));
    assert.deepEqual(nodes.map(({ misread }) => misread), [undefined, undefined, 'comma', 'dot', undefined, undefined]);
    assert.ok(nodes.every(({ misread, sentenceEnd: length, stop }) => misread !== undefined || (length === 0 && stop === 0)));
    assert.ok((nodes[2]?.sentenceEnd ?? 0) > 30);
  });

  it('leave a paragraph as it is where the reader took them for commas', () => {
    assert.deepEqual(texts(page(TITLE, WHOLE, `${ENDED[0]}，`, `${ENDED[1]}，`, `${ENDED[2]}。`)), [WHOLE, `${ENDED[0]}，`, `${ENDED[1]}，`, `${ENDED[2]}。`]);
  });

  it('leave a paragraph as it is where the reader took them for dots', () => {
    for (const sign of ['·', 'o', '0', '〇', '.']) {
      assert.deepEqual(texts(page(TITLE, WHOLE, `${ENDED[0]}${sign}`, `${ENDED[1]}${sign}`, `${ENDED[2]}。`)), [WHOLE, `${ENDED[0]}${sign}`, `${ENDED[1]}${sign}`, `${ENDED[2]}。`]);
    }
  });

  it('make no join sure', () => {
    for (const sign of ['，', '·', 'o']) assert.ok(sures(page(TITLE, WHOLE, ...ENDED.map((text) => text + sign))).every((sure) => !sure), sign);
  });

  it('do not hinder that a sentence cut behind a comma is put together', () => {
    assert.deepEqual(texts(page(TITLE, WHOLE, CUT[0], CUT[1], `${ENDED[0]}。`)), [WHOLE, CUT.join(''), `${ENDED[0]}。`]);
  });
});

describe('how many stops a page misread', () => {
  const ended: MisreadEnd = { sign: 'comma', stop: 2, sentence: 60, freshBelow: 3 };
  const cut: MisreadEnd = { sign: 'comma', stop: -2, sentence: 10, freshBelow: -4 };
  const dot: MisreadEnd = { sign: 'dot', stop: 0, sentence: 60, freshBelow: 0 };
  const first = (ends: readonly MisreadEnd[], stops: number, cuts: number): number => misreadStops(ends, stops, cuts)[0] ?? NaN;

  it('is told by its other ends, the more the likelier they are stops; a piece is no witness for itself', () => {
    assert.ok(first([ended, ended, ended], 50, 10) > first([ended, cut, cut], 50, 10));
    assert.ok(first([cut, dot, dot], 50, 10) > first([cut, ended, ended], 50, 10));
    assert.ok(Math.abs(first([ended], 50, 10) - first([cut], 50, 10)) < 1e-9);
  });

  it('is told against by stops read as such, and by cuts that commas may come of', () => {
    assert.ok(first([ended, ended], 200, 10) < first([ended, ended], 30, 10));
    assert.ok(first([ended, ended, ended], 50, 60) < first([ended, ended, ended], 50, 2));
  });

  it('is a number for any page', () => {
    assert.deepEqual(misreadStops([], 0, 0), []);
    const many = misreadStops(Array.from({ length: 5_000 }, () => dot), 0, 0);
    assert.ok(many.every((share) => Number.isFinite(share) && share > 0));
  });
});
