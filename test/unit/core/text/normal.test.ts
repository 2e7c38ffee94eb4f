import assert from 'node:assert/strict';
import { normalCodes, normalTail } from '../../../../src/core/text/normal';

const normal = (text: string): string => String.fromCharCode(...normalCodes(text));

describe('text as the model reads it', () => {
  it('has one sign for a number and one for a Latin word', () => {
    assert.equal(normal('增产12.5吨'), '增产0吨');
    assert.equal(normal('１２３号'), '0号');
    assert.equal(normal('用GPS和ＵＳＢ'), '用a和a');
    assert.equal(normal('5G网'), '0a网');
  });

  it('keeps a full stop that is no decimal point', () => {
    assert.equal(normal('a.b'), 'a.a');
    assert.equal(normal('3.5.'), '0');
    assert.equal(normal('完．'), '完．');
  });

  it('keeps every unit it has no rule for', () => {
    for (const text of ['𠮷', '\ud842', '\u0000', '\u0001', '%', '〇', '\uffff']) assert.deepEqual(normalCodes(text), Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
  });

  it('has signs of one width and no white space', () => {
    assert.equal(normal('春,夏;秋:冬!(好?)'), '春，夏；秋：冬！（好？）');
    assert.equal(normal('「春」 『夏』\u3000\n'), '“春”‘夏’');
  });

  it('stops at the limit', () => {
    assert.equal(normalCodes('一二三四五', 0, 5, 3).length, 3);
    assert.equal(String.fromCharCode(...normalCodes('一二三四五', 1, 3)), '二三');
  });

  it('gives the tail, also behind long numbers', () => {
    const tail = (text: string, count: number): string => String.fromCharCode(...normalTail(text, 0, text.length, count));
    assert.equal(tail('一二三四五', 2), '四五');
    assert.equal(tail('一', 4), '一');
    assert.equal(tail(`共${'1'.repeat(6)}元`, 2), '0元');
  });
});
