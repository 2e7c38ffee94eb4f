import assert from 'node:assert/strict';
import { analyse, articleOf, assertSound, page, restitched } from '../support';

const school = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。农民白天下地，晚上听课，学会了看图纸。';
const boat = ['## 渡口换上新船', '老渡口的新船昨天下水，船工说它又快又稳，两岸的孩子上学方便了。'];

/** The parts of the first article's headline. */
function parts(...lines: readonly string[]): object {
  const text = page(...lines, school, ...boat);
  const result = analyse(text);
  assertSound(text, result);
  assert.equal(result.articles.length, 2);
  assert.equal(articleOf(result, '渡口换上新船').paragraphs.length, 1);
  const once = restitched(text);
  assert.equal(restitched(once), once);
  const shown = ({ title, kicker, deck, standingHead }: (typeof result.articles)[number]): object => ({ title, ...(kicker !== undefined && { kicker }), ...(deck !== undefined && { deck }), ...(standingHead.length > 0 && { standing: standingHead.length }) });
  const [article] = result.articles;
  assert.ok(article !== undefined);
  const [again] = analyse(once).articles;
  assert.ok(again !== undefined);
  assert.deepEqual(shown(again), shown(article), 're-stitched, it is the same');
  return shown(article);
}

describe('a headline of which each line is a block', () => {
  it('has its kicker above it', () => {
    assert.deepEqual(parts('## 河湾镇在田间地头办课堂', '## 夜校亮起灯'), { title: '夜校亮起灯', kicker: '河湾镇在田间地头办课堂' });
    assert.deepEqual(parts('## “人人看得懂图纸”', '## 夜校亮起灯'), { title: '夜校亮起灯', kicker: '“人人看得懂图纸”' });
  });

  it('has the deck below it', () => {
    assert.deepEqual(parts('## 夜校亮起灯', '## ——河湾镇在田间地头办课堂'), { title: '夜校亮起灯', deck: '——河湾镇在田间地头办课堂' });
    assert.deepEqual(parts('## 夜校亮起灯', '——河湾镇在田间地头办课堂'), { title: '夜校亮起灯', deck: '——河湾镇在田间地头办课堂' });
    assert.deepEqual(parts('## 河湾镇在田间地头办课堂', '## 夜校亮起灯', '## 百名农民学会看图纸'), { title: '夜校亮起灯', kicker: '河湾镇在田间地头办课堂', deck: '百名农民学会看图纸' });
  });

  it('is told from the name of a series above it', () => {
    assert.deepEqual(parts('## 身边事', '## 夜校亮起灯'), { title: '夜校亮起灯', standing: 1 });
    assert.deepEqual(parts('## 乡村振兴一线行', '## 夜校亮起灯'), { title: '夜校亮起灯', standing: 1 });
  });

  it('holds no text: a dash in the middle of an article begins a paragraph', () => {
    const text = page('## 夜校亮起灯', school, '——这是老木匠写在黑板上的话', ...boat);
    assert.equal(analyse(text).articles[0]?.deck, undefined);
  });
});
