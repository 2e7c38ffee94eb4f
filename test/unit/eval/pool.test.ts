import assert from 'node:assert/strict';
import { anyCut, mayCut } from '../../../tools/eval/dress';
import { cleanArticle, cleanTitle, halve, widen } from '../../../tools/eval/pool';
import { seeded } from '../../../tools/eval/random';

describe('corpus cleaning', () => {
  it('strips dates, file names, site names and tags from titles', () => {
    assert.equal(cleanTitle('2021-03-02 11:20@山区公路雪后全线恢复通行.txt'), '山区公路雪后全线恢复通行');
    assert.equal(cleanTitle('山区公路雪后全线恢复通行|公路|降雪'), '山区公路雪后全线恢复通行');
    assert.equal(cleanTitle('山区公路雪后全线恢复通行 - 某某网'), '山区公路雪后全线恢复通行');
    assert.equal(cleanTitle('山区公路雪后全线恢复通行（组图）'), '山区公路雪后全线恢复通行');
    assert.equal(cleanTitle('国内联播快讯'), undefined);
    assert.equal(cleanTitle(''), undefined);
  });

  it('makes punctuation full-width and digits straight, and half-width again', () => {
    assert.equal(widen('甲说:好,１２%的人(含"乙")同意!'), '甲说：好，12%的人（含“乙”）同意！');
    assert.equal(halve('甲说：好，12%的人（含“乙”）同意！'), '甲说:好,12%的人(含“乙”)同意!');
    assert.equal(widen('约有1,200人,比分3:2'), '约有1,200人，比分3:2');
  });

  it('drops what is no paragraph and keeps small heads apart', () => {
    const body = '道路养护工人连夜出动，除雪车在垭口来回作业，到清晨六点已经抢通全部路段。'.repeat(3);
    const article = cleanArticle({ id: 'x', title: '山区公路雪后全线恢复通行', source: 's', text: `【摘要】雪后通行\n${body}\n抢通在清晨\n责任编辑：某某\n${body}` });
    assert.deepEqual(article?.paragraphs, [body, body]);
    assert.equal(article.subheads.get(1), '抢通在清晨');
    assert.equal(cleanArticle({ id: 'x', title: '山区公路雪后全线恢复通行', source: 's', text: '太短了。' }), undefined);
  });
});

describe('cuts', () => {
  it('never leave closing punctuation to begin a piece', () => {
    const text = '他说：“好，就这么办。”（完）';
    const random = seeded(3);
    for (let i = 0; i < 200; i++) {
      const cut = anyCut(text, random);
      assert.ok(cut !== undefined && mayCut(text, cut));
      assert.ok(!'：，。”）'.includes(text[cut] ?? ''));
    }
    assert.equal(mayCut('甲乙丙丁', 1), false);
    assert.equal(anyCut('甲。', random), undefined);
  });
});
