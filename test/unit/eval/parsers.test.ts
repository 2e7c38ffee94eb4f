import assert from 'node:assert/strict';
import { plainRule } from '../../../tools/eval/baseline';
import { blocksOf } from '../../../tools/eval/blocks';
import { bestReading, MARKER, MINERU, readBy, type Reading } from '../../../tools/eval/parsers';
import { simulatePage } from '../../../tools/eval/simulate';
import { smallPool } from './pool';

/** The paragraphs of a page as a rule reads it, their blocks by the first two characters. */
function paragraphs(rule: (text: string) => ReturnType<typeof plainRule>, text: string): string[] {
  return rule(text).articles.flatMap((article) => article.paragraphs.map((pieces) => pieces.map((at) => text.slice(at, at + 2)).join('+')));
}

const reading = (readings: readonly Reading[], says: string): Reading => {
  const found = readings.find((one) => one.says === says);
  assert.ok(found !== undefined, says);
  return found;
};

const CUT = ['## 渡口改造今天动工', '甲段老渡口的栈桥已经拆去一半，施工队正在', '乙段清点留下的木桩。', '丙段新桥要等汛期过后，'].join('\n\n');

describe('rules to compare with', () => {
  it('read blocks with the blank lines before them', () => {
    assert.deepEqual(blocksOf('\n 甲一 \n甲二\n\n\n乙\n'), [
      { start: 2, text: '甲一\n甲二', gap: 1 },
      { start: 11, text: '乙', gap: 2 },
    ]);
  });

  it('open an article at each marked heading and join what ends without a stop', () => {
    const text = `${CUT}\n\n## 另一篇\n\n丁段说明。\n`;
    assert.deepEqual(plainRule(text).articles.map((article) => text.slice(article.opening, article.opening + 5)), ['## 渡口', '## 另一']);
    assert.deepEqual(paragraphs(plainRule, text), ['甲段+乙段', '丙段', '丁段']);
  });

  it('give text before the first heading an article of its own', () => {
    assert.equal(plainRule('无题的一段。\n\n## 有题\n\n正文。').articles.length, 2);
  });

  it('MinerU joins behind no stop, colon or semicolon, and before no digit and no capital', () => {
    const rule = readBy(reading(MINERU, 'the geometry holds between all neighbours'));
    assert.deepEqual(paragraphs(rule, CUT), ['甲段+乙段', '丙段']);
    assert.deepEqual(paragraphs(rule, '甲段有三样：\n\n乙段是绳；\n\n丙段是灯'), ['甲段', '乙段', '丙段']);
    assert.deepEqual(paragraphs(rule, '甲段一共来了\n\n37人\n\nAB两组'), ['甲段', '37', 'AB']);
  });

  it('MinerU, asked at extra blank lines only, joins nothing else', () => {
    const rule = readBy(reading(MINERU, 'the geometry holds at extra blank lines'));
    assert.deepEqual(paragraphs(rule, CUT), ['甲段', '乙段', '丙段']);
    assert.deepEqual(paragraphs(rule, CUT.replace('正在\n\n', '正在\n\n\n')), ['甲段+乙段', '丙段']);
  });

  it('MinerU behind no short line leaves a byline alone', () => {
    const text = '甲段记者 林有余\n\n乙段这一年的汛期比往年来得早，江边的人都看在眼里';
    assert.deepEqual(paragraphs(readBy(reading(MINERU, 'the geometry holds between all neighbours, but behind no short line')), text), ['甲段', '乙段']);
    assert.deepEqual(paragraphs(readBy(reading(MINERU, 'the geometry holds between all neighbours')), text), ['甲段+乙段']);
  });

  it('marker joins behind a dash and before a small letter or a digit, and keeps references apart', () => {
    const rule = readBy(reading(MARKER, '0.3.10, the column changes between all neighbours'));
    assert.deepEqual(paragraphs(rule, CUT), ['甲段', '乙段', '丙段']);
    assert.deepEqual(paragraphs(rule, '甲段一共来了\n\n37人，带着—\n\n乙段绳索'), ['甲段+37+乙段']);
    assert.deepEqual(paragraphs(rule, '甲段见\n\n3: 附录'), ['甲段', '3:']);
  });

  it('marker of today, with columns where blank lines are, joins across them whatever stands there', () => {
    const rule = readBy(reading(MARKER, '1.8.2, columns end at extra blank lines, each last line is full'));
    const text = '甲段这一年的汛期比往年来得早，江边的人都看在眼里。\n\n\n乙段另起。';
    assert.deepEqual(paragraphs(rule, text), ['甲段+乙段']);
    assert.deepEqual(paragraphs(rule, text.replace('\n\n\n', '\n\n')), ['甲段', '乙段']);
  });

  it('count in their best reading on the pages measured', () => {
    const pages = [1, 2, 3, 4, 5, 6].map((seed) => simulatePage(smallPool(), seed));
    assert.match(bestReading(MINERU, pages).says, /between all neighbours/u);
    const nothing: Reading = { says: 'nothing', joins: () => false };
    assert.notEqual(bestReading([nothing, ...MINERU], pages), nothing);
    assert.throws(() => bestReading([], pages), RangeError);
  });
});
