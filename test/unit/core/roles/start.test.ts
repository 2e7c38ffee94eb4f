import assert from 'node:assert/strict';
import { startOf } from '../../../../src/core/roles/start';

const nobody: ReadonlySet<string> = new Set();

describe('how a text starts', () => {
  it('a story names its source, known or not, and the day', () => {
    for (const opening of [
      '据河湾广播台报道，夜校今晚开课。',
      '渡口夜校4月20日消息，三门课今晚开讲。',
      '青禾农机2026年4月20日讯（记者 阿禾）新船下水。',
    ]) assert.equal(startOf(opening, nobody), 'story', opening);
  });

  it('a day in the middle of a sentence does not make a story', () => {
    for (const running of ['夜校从4月20日开课，', '4月20日消息传开后，渡口站满了人。', '他记得4月20日讯问处没有人。', '三门课定在4月20日，消息贴在门上。']) {
      assert.equal(startOf(running, nobody), undefined, running);
    }
  });

  it('a number or a speaker of the page starts a piece of a list or of a talk', () => {
    assert.equal(startOf('（二）灯要够亮。', nobody), 'numbered');
    assert.equal(startOf('阿禾：灯够亮。', new Set(['阿禾'])), 'speaker');
    assert.equal(startOf('阿禾：灯够亮。', nobody), undefined);
  });
});
