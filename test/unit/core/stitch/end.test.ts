import assert from 'node:assert/strict';
import { endOf } from '../../../../src/core/stitch/node';
import { balanceOf } from '../../../../src/core/text/pairs';

const end = (text: string): string => endOf(text, balanceOf(text), false);

describe('the end of a piece', () => {
  it('is that of a caption where it says whose picture it is', () => {
    for (const text of ['老木匠在夜校门口修长凳。河湾晚报图', '渡船靠岸。通讯员 周石 供图', '夜校开了课。本报记者林小禾摄', '煤炉前的读书会。林小禾摄影报道']) assert.equal(end(text), 'sentence', text);
  });

  it('is none where the last word is a map, a plan or an attempt', () => {
    for (const text of ['老木匠在夜校门口修长凳。墙上挂着一张地图', '渡船靠了岸。他们描绘的蓝图', '夜校开了课。有人企图', '渡口要重修。他先画了草图']) assert.notEqual(end(text), 'sentence', text);
  });
});
