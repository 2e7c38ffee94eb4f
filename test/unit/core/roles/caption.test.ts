import assert from 'node:assert/strict';
import type { Decision } from '../../../../src/core/page/decision';
import { isLooseCaption } from '../../../../src/core/roles/caption';
import { analyse, restitched, theEngine } from '../support';

const STORY = '## 渡口小学开出水上课船\n\n天刚亮，渡口小学的课船就离了岸。船工老周把竹篙一撑，孩子们便唱起了歌，河面上的雾也跟着';
const REST = '散开了。这条水路全长四公里，要过两座石桥。';

describe('a caption among the text of others', () => {
  for (const text of [
    '图为渡口小学的学生在课船上唱歌。',
    '上图：课船靠岸。',
    '（左图）课船离岸。',
    '图①：渡口的早晨。',
    '▲对岸分校的音乐教室。',
    '课船离岸，孩子们唱起了歌。王强 摄',
    '课船离岸，孩子们唱起了歌。（新华社记者 王强摄）',
    '雾散了，课船离岸。图为老周在撑篙。',
    '“开船了！”老周喊道。张丽 供图',
  ]) {
    it(`is “${text}”`, () => assert.equal(isLooseCaption(text), true));
  }
  for (const text of [
    '上图东馆昨日开放。',
    '图表显示，客流比去年多了一成。',
    '他们的意图为众人所知。',
    '课船离岸，孩子们唱起了歌。本报记者 王强 文/摄',
    '课船离岸，孩子们唱起了歌。本报记者 王强 摄影报道',
    '他爱好摄影，常去渡口，一拍就是一天。',
    '本报记者 王强 摄',
    `图为${'课船'.repeat(90)}。`,
  ]) {
    it(`is not “${text.slice(0, 24)}”`, () => assert.equal(isLooseCaption(text), false));
  }

  it('is a photo of its own, and the paragraph around it one paragraph', () => {
    const { articles } = analyse(`${STORY}\n\n图为学生在课船上唱歌。\n\n王强 摄\n\n${REST}\n`);
    assert.deepEqual(articles.map(({ kind, title }) => [kind, title]), [['article', '渡口小学开出水上课船'], ['photo', '']]);
    assert.equal(articles[0]?.paragraphs[0]?.spans.length, 2);
    assert.deepEqual(articles[1]?.paragraphs.map(({ text }) => text), ['图为学生在课船上唱歌。']);
    assert.equal(articles[1].credit.length, 1);
  });

  it('may be told by nothing but the credit below it', () => {
    const { articles } = analyse(`${STORY}\n\n收割机从麦田开过，金黄的麦粒落进车厢。\n\n本报记者 王强 摄\n\n${REST}\n\n“过去绕山路要走一个半小时。”校长梁秋说，有了课船，孩子们每天能多睡四十分钟。\n`);
    assert.deepEqual(articles.map(({ kind, paragraphs, credit }) => [kind, paragraphs.length, credit.length]), [['article', 2, 0], ['photo', 1, 1]]);
    assert.equal(articles[0]?.paragraphs[0]?.spans.length, 2);
  });

  it('stays the text of a photo below its headline, and so does the next one there', () => {
    const { articles } = analyse('## 雾散\n\n图为学生在课船上唱歌。王强 摄\n\n▲老周在撑篙。\n');
    assert.deepEqual(articles.map(({ title, paragraphs }) => [title, paragraphs.length]), [['雾散', 2]]);
  });

  it('is not the text of a headline whose byline or dateline comes below it', () => {
    const { articles } = analyse('## 渡口小学开出水上课船\n\n图为学生在课船上唱歌。王强 摄\n\n本报清禾9月23日电（记者 林小禾）天刚亮，渡口小学的课船就离了岸。\n');
    assert.deepEqual(articles.map(({ title, paragraphs }) => [title, paragraphs[0]?.text.slice(0, 2)]), [['渡口小学开出水上课船', '本报'], ['', '图为']]);
  });

  it('is none where three texts in a row begin with the same sign', () => {
    const items = ['▲船票每张两元，学生免费。', '▲早班船六点开，末班船十九点开。', '▲遇大雾停航，以码头告示为准。'];
    const { articles } = analyse(`## 渡船须知\n\n请乘客留意。\n\n${items.join('\n\n')}\n`);
    assert.deepEqual(articles.map(({ kind, paragraphs }) => [kind, paragraphs.length]), [['article', 4]]);
  });

  it('belongs where an editor says that it goes on', () => {
    const text = `${STORY}。\n\n图为学生在课船上唱歌。\n\n${REST}\n`;
    const left = text.indexOf('天刚亮');
    const right = text.indexOf('图为');
    const decision: Decision = { kind: 'follow', left: [left, left + 8], right: [right, right + 4] };
    const page = theEngine().analyse(text, [decision]);
    assert.deepEqual(page.unmet, []);
    assert.equal(page.articles.length, 1);
  });

  it('is what an editor says is one', () => {
    const text = `${STORY}。\n\n孩子们在课船上唱歌。\n\n这条水路全长四公里，要过两座石桥。\n`;
    const at = text.indexOf('孩子们在');
    const page = theEngine().analyse(text, [{ kind: 'role', span: [at, at + 10], role: 'caption' }]);
    assert.deepEqual(page.unmet, []);
    assert.deepEqual(page.articles.map(({ kind }) => kind), ['article', 'photo']);
  });

  it('comes behind the article when the page is re-stitched, without blank lines that mean doubt', () => {
    const text = restitched(`${STORY}\n\n图为学生在课船上唱歌。王强 摄\n\n▲老周在撑篙。\n\n${REST}\n`, 'likely');
    assert.equal(text, `${STORY}${REST}\n\n图为学生在课船上唱歌。王强 摄\n\n▲老周在撑篙。\n`);
    assert.equal(restitched(text, 'likely'), text);
  });
});
