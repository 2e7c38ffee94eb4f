import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sliceSpan, type Article, type Page } from '../../../../src/core';
import { tokenTypes, tokensOf } from '../../../../src/extension/marks/grammar';
import { endAt } from '../../../../src/extension/marks/meetings';
import { outlineOf } from '../../../../src/extension/marks/outline';
import { marksOf, type PageMarks } from '../../../../src/extension/marks/pageMarks';
import { confidenceWords, meetingWords } from '../../../../src/extension/marks/seamWords';
import { headlineLines, titleSpan } from '../../../../src/extension/marks/titles';
import { analyse, articleOf, sample } from '../../core/support';

const page: Page = analyse(sample('sample-page.txt'));
const marks: PageMarks = marksOf(page);
const lineOf = (offset: number): number => page.text.slice(0, offset).split('\n').length;
const article = (title: string): Article => articleOf(page, title);
const rice = article('清禾县12.6万亩晚稻开镰 田间地头“丰”景正好');
const bridge = article('石渡澜河二桥主桥合龙');
const at = (words: string): number => page.text.indexOf(words);

describe('the marks of a page', () => {
  it('are worked out once a page', () => {
    assert.equal(marksOf(page), marks);
    assert.equal(marks.fragments, marks.fragments);
  });

  it('have a fragment for what stands together, in the order of the dump, and each piece in one', () => {
    const { fragments } = marks;
    assert.ok(fragments.every(({ span }, i) => span[0] >= (fragments[i - 1]?.span[1] ?? 0)));
    assert.ok(fragments.every((fragment, i) => fragment.article !== fragments[i - 1]?.article));
    for (const one of page.articles) {
      for (const span of one.paragraphs.flatMap(({ spans }) => spans)) {
        assert.equal(fragments.filter((fragment) => fragment.span[0] <= span[0] && span[1] <= fragment.span[1]).length, 1);
      }
      assert.equal(marks.fragmentsOf(one).filter(({ carried }) => !carried).length, 1, 'each article is at home once');
    }
  });

  it('give the fragments of an article in reading order', () => {
    const bus = marks.fragmentsOf(article('一条公交线 十年乡里情'));
    assert.deepEqual(bus.map(({ carried }) => carried), [false, true]);
    assert.deepEqual(marks.fragmentsOf(rice).map(({ span }) => lineOf(span[0])), [4, 30]);
  });

  it('know the article of every place in a fragment, and none for a folio', () => {
    assert.equal(marks.articleAt(at('技术员的手机里'))?.id, rice.id);
    assert.equal(marks.articleAt(at('□本报记者 沈知微'))?.id, rice.id);
    assert.equal(marks.articleAt(at('责任编辑')), undefined);
  });

  it('have an end at a cut and one at its continuation', () => {
    const cut = endAt(marks.ends, at('\n\n## 市图书馆'));
    assert.equal(cut?.side, 'left');
    assert.ok(sliceSpan(page.text, cut.meeting.right).startsWith('理,全程'));
    const continuation = endAt(marks.ends, at('理,全程'));
    assert.equal(continuation?.side, 'right');
    assert.equal(continuation.meeting, cut.meeting);
    assert.equal(endAt(marks.ends, at('清晨的露水')), undefined);
  });

  it('point at a passage carried away where it begins', () => {
    const end = endAt(marks.ends, at('为方便上班族'));
    assert.equal(end?.meeting.kind, 'stray');
    assert.equal(end.side, 'right');
  });

  it('count the figures of an article, the one that was cut once', () => {
    assert.ok(marks.figuresOf(rice) > 10);
    assert.equal(marks.figuresOf(rice), marks.figuresOf(rice));
  });
});

describe('the lines of a headline', () => {
  it('are kicker, headline and deck', () => {
    const read = (one: Article): unknown => headlineLines(page, one).map(({ role, span }) => [role, sliceSpan(page.text, span)]);
    assert.deepEqual(read(bridge), [['kicker', '全长1286米 车程缩短40分钟'], ['headline', '石渡澜河二桥主桥合龙']]);
    assert.deepEqual(read(article('三百件陶器讲述澜川往事')), [['headline', '## 三百件陶器讲述澜川往事'], ['deck', '——市博物馆“泥火之间”展览见闻']]);
    assert.equal(sliceSpan(page.text, titleSpan(page, bridge) ?? [0, 0]), '石渡澜河二桥主桥合龙');
  });

  it('are told apart where a program set them bold or left tags in them', () => {
    const lines = ['**全长1286米**', '<b>石渡澜河</b>二桥主桥合龙', '## **——建设者三年坚守**'];
    const text = lines.join('\n');
    const told = { headline: [[0, text.length]] as const, kicker: '全长1286米', title: '石渡澜河二桥主桥合龙', deck: '——建设者三年坚守' };
    assert.deepEqual(headlineLines({ text }, told).map(({ role, span }) => [role, sliceSpan(text, span)]), [['kicker', lines[0]], ['headline', lines[1]], ['deck', lines[2]]]);
  });
});

describe('the words of a seam', () => {
  const places = { lineOf, link: (words: string) => `[${words}]` };

  it('say where it goes on, how surely and why, in both languages', () => {
    const end = endAt(marks.ends, at('\n\n## 市图书馆'));
    assert.ok(end);
    const english = meetingWords(page.text, end.meeting, 'left', 'en', places);
    assert.match(english, /^\*\*Cut here; continues in \[line 30\] \(\d+ %\)\*\*/);
    assert.match(english, /‖/);
    assert.match(english, /\n- /);
    const chinese = meetingWords(page.text, end.meeting, 'right', 'zh', places);
    assert.match(chinese, /^\*\*上接\[第 12 行\]截断的段落/);
    assert.doesNotMatch(chinese, /[a-z]{4}/);
  });

  it('show the rivals of a doubtful one with their reasons', () => {
    const doubtful = marks.meetings.find(({ seam }) => !seam.sure && seam.candidates.length > 0);
    assert.ok(doubtful);
    assert.match(meetingWords(page.text, doubtful, 'right', 'en', places), /Other candidates:\n\n- \[line \d+\] · \d+ % · /);
    assert.equal(confidenceWords({ confidence: 0.643, sure: false }, 'en'), '64 %, doubtful');
    assert.equal(confidenceWords({ confidence: 0.643, sure: false }, 'zh'), '64 %，存疑');
  });
});

describe('the outline', () => {
  const entries = outlineOf(marks, 'en', lineOf);

  it('has the articles and the passages carried away in the order of the dump', () => {
    assert.equal(entries.filter(({ kind }) => kind === 'article').length, page.articles.length);
    const strays = entries.filter(({ kind }) => kind === 'stray');
    assert.ok(strays.length >= 4);
    assert.ok(strays.every(({ name, detail }) => name.startsWith('↪ ') && /^line \d+$/.test(detail)));
    assert.ok(entries.every(({ span }, i) => span[0] >= (entries[i - 1]?.span[1] ?? 0)), 'so that breadcrumbs find their place');
  });

  it('has the parts of an article in reading order', () => {
    const entry = entries.find(({ name }) => name === rice.title);
    assert.deepEqual(entry?.children.slice(0, 2).map(({ kind }) => kind), ['byline', 'paragraph']);
    assert.equal(entry.children.filter(({ kind }) => kind === 'paragraph').length, rice.paragraphs.length);
    assert.ok(entry.children.some(({ detail }) => detail === '2 pieces · lines 12, 30'));
    assert.ok(entries.flatMap(({ children }) => children).every(({ name }) => name !== ''));
    assert.deepEqual(entries.find(({ name }) => name === bridge.title)?.children[0]?.kind, 'kicker');
  });

  it('shows places inside of what it speaks of', () => {
    for (const { span, shown } of entries.flatMap((entry) => [entry, ...entry.children])) assert.ok(span[0] <= shown[0] && shown[1] <= span[1]);
  });
});

describe('the coloured parts of a page', () => {
  const tokens = tokensOf(page);

  it('are in order and do not overlap', () => {
    assert.ok(tokens.every(({ span }, i) => span[0] >= (tokens[i - 1]?.span[1] ?? 0) && span[1] > span[0]));
  });

  it('are what the engine reads', () => {
    const read = new Map(tokens.map(({ type, span }) => [sliceSpan(page.text, span), type]));
    for (const [words, type] of [
      ['石渡澜河二桥主桥合龙', 'newsHeadline'], ['全长1286米 车程缩短40分钟', 'newsKicker'], ['——市博物馆“泥火之间”展览见闻', 'newsDeck'],
      ['□本报记者 沈知微 通讯员 周晓禾', 'newsByline'], ['本报记者 林晚照 摄', 'newsCredit'], ['## 身边人 身边事', 'newsStandingHead'],
      ['责任编辑：温如故 版式：叶知秋 校对：黎清', 'newsFurniture'], ['(下转第3版)', 'newsJump'],
    ] as const) assert.equal(read.get(words), type, words);
    assert.ok([...read].some(([words, type]) => type === 'newsDateline' && words.startsWith('本报石渡9月25日讯')));
    assert.ok([...read].some(([words, type]) => type === 'newsCaption' && words.includes('图为9月23日')));
  });

  it('have the types that the manifest declares, each with scopes for themes', () => {
    const { contributes } = JSON.parse(readFileSync(path.resolve('package.json'), 'utf8')) as {
      contributes: { semanticTokenTypes: { id: string }[]; semanticTokenScopes: { scopes: Record<string, string[]> }[] };
    };
    assert.deepEqual(contributes.semanticTokenTypes.map(({ id }) => id), tokenTypes);
    assert.deepEqual(contributes.semanticTokenScopes.flatMap(({ scopes }) => Object.keys(scopes)), tokenTypes);
  });
});
