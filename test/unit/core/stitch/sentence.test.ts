import assert from 'node:assert/strict';
import { tellSentence } from '../../../../src/core/stitch/evidence/sentence';
import type { Feature } from '../../../../src/core/stitch/weights';

function told(text: string): Record<string, number> {
  const found: Record<string, number> = {};
  tellSentence(text, (feature: Feature, amount) => {
    found[feature] = amount;
  });
  return found;
}

describe('a short line', () => {
  it('is the beginning of a sentence when it reports, has commas or ends with a word that binds', () => {
    assert.deepEqual(told('9月3日，夜校的'), { 'join.short.comma': 1, 'join.short.reports': 1, 'join.short.binds': 1 });
    assert.deepEqual(told('据陈守田介绍，灯；煤炉，长凳；粮站'), { 'join.short.comma': 3, 'join.short.reports': 1 });
    assert.deepEqual(told('此外老木匠'), { 'join.short.reports': 1 });
  });

  it('is a line of its own when it is counted off, set in phrases, or a catchword', () => {
    assert.deepEqual(told('第一招先把煤炉装好'), { 'join.short.numbered': 1 });
    assert.deepEqual(told('夜校亮灯 渡口开船'), { 'join.short.phrases': 1 });
    assert.deepEqual(told('延伸阅读'), { 'join.short.4': 1 });
  });

  it('may be either when nothing tells', () => {
    assert.deepEqual(told('夜校添了两盏灯'), {});
  });
});
