import assert from 'node:assert/strict';
import { applyEdits, sliceSpan, toMarkdown } from '../../../src/core/index';
import { analyse, assertSound, bare, inventory, page, restitched, spansOf, theEngine } from './support';

/** Different sentences without sense, the same in each run. */
function sentence(number: number, end = '。'): string {
  const words = '河湾镇的夜校亮起灯来听课有木匠菜农孩子教室坐得满当渡口小学船上书架黑板早读往返四趟';
  let text = '';
  for (let at = 0; at < 30; at++) text += words[(number * 7 + at * (3 + (number % 11))) % words.length] ?? '';
  return text + end;
}

/** Thousands of short lines, which are no page. */
const heap = page(...Array.from({ length: 2500 }, (_, i) => sentence(i, '').slice(0, 4 + (i % 9))));

const many = (count: number, end?: string): string[] => Array.from({ length: count }, (_, i) => sentence(i, end));

/** An analysis, each fix of it and the page re-stitched: nothing is lost. */
function assertBears(text: string): void {
  const result = analyse(text);
  assertSound(text, result);
  const before = inventory(text);
  for (const fix of result.findings.slice(0, 40).flatMap((finding) => finding.fixes)) assert.deepEqual(inventory(applyEdits(text, fix.edits)), before);
  assert.deepEqual(inventory(restitched(text)), before);
  assert.equal(typeof toMarkdown(result), 'string');
}

describe('a text of a line or two', () => {
  it('is all the text there is, headline or not', () => {
    for (const text of ['一行字', '夜校今晚七点开课', '夜校今晚七点开课。', '夜校今晚七点开课,请听课的人带上铅笔,船在渡口等着', '河湾镇夜校\n\n渡口小学']) {
      assert.equal(bare(analyse(text).articles.flatMap(spansOf).map((span) => sliceSpan(text, span)).join('')), bare(text), text);
    }
    assert.deepEqual(analyse('第3版').articles, []);
  });
});

describe('bad input', function () {
  // Far more than it takes: a hang has to fail, a slow machine must not.
  this.timeout(60_000);

  for (const [name, text] of [
    ['an empty text', ''],
    ['only white space', ' \t\r\n\r\n\u3000\f\n\r'],
    ['one character', '河'],
    ['only headlines', page('## 河湾镇办起夜校', '## 渡口小学添了一艘课船', '## 石桥村的柿子红了')],
    ['a mark without a headline', page('##', '## ', '# #', '######')],
    ['no headline', page(...many(5))],
    ['unclosed quotes everywhere', page(...many(20, '“').map((one) => `“${one}‘《（`))],
    ['closing quotes everywhere', page(...many(20).map((one) => `”${one}’》）`))],
    ['mixed line ends', '## 河湾镇办起夜校\r\r\n\n夜校亮起了灯。\r课船靠了岸，\n\r\n\r孩子们上了船。\r\n'],
    ['lone surrogates', page('## 河\ud800湾镇', '夜校\udc00亮起了灯\ud83d', '\udfff课船靠了岸。', '\ud800', '\udc00\ud800')],
    ['NUL and control characters', page('## 河湾\0镇', '夜\0校亮起了灯，\u0001\u001b[31m', '\0\0\0', '课船靠了岸。\u007f\u0085')],
    ['byte order marks inside', '\ufeff## 河湾镇办起夜校\n\n\ufeff\n\n夜校\ufeff亮起了灯。'],
    ['a binary file', Array.from({ length: 4000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('')],
    ['text in Latin letters', page('# Read me', 'This is a text, and it is no newspaper.', '- one', '- two')],
    ['only furniture', page('第2版 要闻', '2031年9月2日 星期二', '责任编辑：林小禾')],
    ['only bylines, credits and jump lines', page('□本报记者 林小禾', '林小禾 摄', '■上接第1版', '(下转第3版)')],
    ['ten thousand opening quotes in one line', '“'.repeat(10_000)],
    ['a hundred lines of opening quotes', Array.from({ length: 100 }, () => '“'.repeat(100)).join('\n\n')],
    ['ten thousand line ends', '\n'.repeat(10_000)],
    ['ten thousand marks', '# '.repeat(10_000)],
    ['a heap of short lines', heap],
    ['a block of more lines than a call takes arguments', '河\n'.repeat(150_000)],
  ] as const) {
    it(`${name}: gives a result, with nothing lost`, () => assertBears(text));
  }

  it('a heap of short lines is left as it stands: nothing is joined, nothing moved, all in its order', () => {
    const { articles, findings } = analyse(heap);
    const paragraphs = articles.flatMap((article) => article.paragraphs);
    assert.deepEqual(paragraphs.map(({ text }) => text), heap.trimEnd().split('\n\n'));
    assert.deepEqual(paragraphs.flatMap(({ seams }) => seams), []);
    assert.deepEqual(findings.flatMap(({ fixes }) => fixes), []);
    assert.equal(restitched(heap), heap);
  });

  it('in a heap a marked line opens an article, and what an editor decided is so', () => {
    const lines = heap.trimEnd().split('\n\n');
    const text = page(...lines.map((line, i) => (i % 50 === 0 ? `## ${line}` : line)));
    const { articles } = analyse(text);
    assert.deepEqual(articles.filter(({ title }) => title !== '').map(({ title }) => title), lines.filter((_, i) => i % 50 === 0));
    const [left, right] = articles[2]?.paragraphs ?? [];
    assert.ok(left?.spans[0] !== undefined && right?.spans[0] !== undefined);
    const { articles: decided, unmet } = theEngine().analyse(text, [{ kind: 'join', left: left.spans[0], right: right.spans[0] }]);
    assert.deepEqual(unmet, []);
    const joined = decided.flatMap(({ paragraphs }) => paragraphs).filter(({ seams }) => seams.some(({ why }) => why[0]?.code === 'decided'));
    assert.deepEqual(joined.map(({ text: of }) => of.includes(left.text + right.text)), [true]);
  });

  it('an empty page has no articles, furniture or findings, and is no dump', () => {
    for (const text of ['', ' \n\r\n']) {
      const { dump, ...rest } = analyse(text);
      assert.deepEqual(rest, { text, articles: [], furniture: [], findings: [], decisions: [], unmet: [] });
      assert.equal(dump.isDump, false);
      assert.equal(restitched(text), text);
    }
  });

  it('one line of five million characters: gives a result, with nothing lost', () => {
    const text = sentence(1, '').repeat(170_000).slice(0, 5_000_000);
    const result = analyse(text);
    assert.deepEqual(result.articles.flatMap((article) => [...article.headline, ...article.paragraphs.flatMap(({ spans }) => spans)]), [[0, text.length]]);
  });

  it('one paragraph of a hundred thousand printed lines: gives a result, with nothing lost', () => {
    const text = many(50, '').join('').slice(0, 1400).replace(/(.{14})/gu, '$1\n').repeat(1000);
    assert.ok(bare(text).length > 0);
    assertSound(text, analyse(text));
  });

  it('two thousand paragraphs: gives a result, with nothing lost', () => {
    const text = many(2000).join('\n');
    assertSound(text, analyse(text));
  });

  it('three hundred cut ends: gives a result, with nothing lost', () => {
    const text = page(...many(300, ''));
    assertSound(text, analyse(text));
  });

  it('three hundred headlines that may be text: gives a result, with nothing lost', () => {
    const text = page(...many(300, '').map((one) => one.slice(0, 9)));
    assertSound(text, analyse(text));
  });
});
