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
    assert.deepEqual(told('渡口旧事'), { 'join.short.4': 1 });
  });

  it('is a subhead when two clauses answer each other, when it is a label with what it says, or a section of a long story', () => {
    assert.deepEqual(told('锣鼓响过,戏台依旧'), { 'join.short.comma': 1, 'join.short.twoClauses': 1 });
    assert.deepEqual(told('探访：渡口停了三天'), { 'join.short.label': 1 });
    assert.deepEqual(told('夜校始末'), { 'join.short.4': 1, 'join.short.section': 1 });
    assert.deepEqual(told('专家看法'), { 'join.short.4': 1, 'join.short.section': 1 });
  });

  it('is none when somebody speaks behind the colon, or a clause reports', () => {
    assert.deepEqual(told('陈守田说：灯早该装好'), {});
    assert.deepEqual(told('9月3日，夜校开了课'), { 'join.short.comma': 1, 'join.short.reports': 1 });
  });

  it('may be either when nothing tells', () => {
    assert.deepEqual(told('夜校添了两盏灯'), {});
  });
});
