import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, normalise, normalisedPage, toMarkdown, type NormalKind, type Page, type Span } from '../../../../src/core/index';
import { analyse, assertSound, page, read, sample } from '../support';
import { anyDump } from '../properties/dumps';

const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 120), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

/** A page with one article whose paragraph is cut into these pieces, surely or not. */
function pageOf(pieces: readonly string[], sure = true): Page {
  const text = pieces.join('\n\n');
  const seam = { confidence: 1, sure, far: false, why: [], candidates: [] };
  let done = 0;
  const spans = pieces.map((piece): Span => {
    const start = text.indexOf(piece, done);
    done = start + piece.length;
    return [start, done];
  });
  const article = {
    id: 'a1', kind: 'article' as const, title: '', headline: [], headlineSure: true, byline: [], credit: [], standingHead: [],
    paragraphs: [{ spans, text: pieces.join(''), seams: spans.slice(1).map(() => seam), attachment: seam }],
  };
  return { text, articles: [article], furniture: [], findings: [], decisions: [], unmet: [], dump: { isDump: true, score: 1 } };
}

function normal(text: string, kinds?: readonly NormalKind[]): string {
  const one = pageOf([text]);
  return applyEdits(one.text, normalise(one, kinds));
}

/** Text without what may be changed: what must be the same before and after. */
const rest = (text: string): string => text.replace(/[,:;?!()"'.。…⋯\-―─－—，：；？！（）“”‘’ \u00a0\t]/g, '');

const cases: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  'puts signs of Chinese text into full width': [
    ['试运行以来,新馆开放:读者来了;书呢?好!', '试运行以来，新馆开放：读者来了；书呢？好！'],
    ['同比增长18.3%,23家合作社签约', '同比增长18.3%，23家合作社签约'],
    ['在网上卖到14元,8月以来', '在网上卖到14元，8月以来'],
    ['他用VS Code,很快', '他用VS Code，很快'],
    [',全程跟着农时走', '，全程跟着农时走'],
  ],
  'leaves numbers, times, scores and Latin text alone': [
    ['外借1,234.5册、2,186,400人次', '外借1,234.5册、2,186,400人次'],
    ['上午9:30开馆,3:20领先,比例1:2', '上午9:30开馆，3:20领先，比例1:2'],
    ['比分3: 20', '比分3: 20'],
    ['歌词是Hello, world!', '歌词是Hello, world!'],
    ['Hello, 世界', 'Hello, 世界'],
    ['他说:"Hello, world!"', '他说：“Hello, world!”'],
    ['第3,4版', '第3,4版'],
  ],
  'leaves addresses and entities alone': [
    ['见https://example.com/a,b?x=1;y=2(登录),谢谢', '见https://example.com/a,b?x=1;y=2（登录），谢谢'],
    ['见(https://example.com/a_(b)),好', '见（https://example.com/a_(b)），好'],
    ['写信到a.b@example.com,谢谢', '写信到a.b@example.com，谢谢'],
    ['看www.example.com/?好', '看www.example.com/？好'],
    ['空格&nbsp;在此', '空格&nbsp;在此'],
    ['[说明](https://example.com)在此', '[说明](https://example.com)在此'],
  ],
  'changes both brackets or none': [
    ['陶器306件(套),其中', '陶器306件（套），其中'],
    ['上证指数(000001)上涨', '上证指数（000001）上涨'],
    ['(1)一是开沟', '（1）一是开沟'],
    ['（套)在此', '（套）在此'],
    ['版本VS Code (1.99)发布', '版本VS Code (1.99)发布'],
    ['函数f(x)的值', '函数f(x)的值'],
    ['一)二是', '一)二是'],
    ['(下转', '(下转'],
  ],
  'pairs straight quotation marks': [
    ['他说:"今天\'不错\'吧!"她问:"真的?"', '他说：“今天‘不错’吧！”她问：“真的？”'],
    ['“山坡"上看书', '“山坡”上看书'],
    ["穿过O'Brien路的'90年代风", "穿过O'Brien路的'90年代风"],
    ['屏幕27"大,他说"好"', '屏幕27"大，他说“好”'],
  ],
  'leaves quotation marks alone that find no partner': [
    ['他说"明天见。', '他说"明天见。'],
    ['好。"他说,"走吧。"', '好。"他说，"走吧。"'],
    ['他说" 好"', '他说" 好"'],
    ['好。"他说:"走吧。', '好。"他说："走吧。'],
    ['the "best" one', 'the "best" one'],
    ['「你好」,他说', '「你好」，他说'],
  ],
  'gives ellipsis and dash their length': [
    ['等等...他走了--不回来了', '等等……他走了——不回来了'],
    ['好。。。再说', '好……再说'],
    ['好…再说⋯⋯好', '好……再说……好'],
    ['北京—上海,2019--2020年', '北京—上海，2019--2020年'],
    ['使用--fix选项', '使用--fix选项'],
    ['一、总则..........3', '一、总则..........3'],
    ['好………………', '好………………'],
    ['――市博物馆', '——市博物馆'],
  ],
  'takes stray spaces out of running text': [
    ['他来了, 说: "好" 。天亮了', '他来了，说：“好”。天亮了'],
    ['清 禾 县的晚稻熟了。', '清禾县的晚稻熟了。'],
    ['今年的晚 稻长得比往年都齐整。', '今年的晚稻长得比往年都齐整。'],
    ['陶器( 套 )在此。', '陶器（套）在此。'],
  ],
  'leaves spaces that set something apart': [
    ['图为丰收的颜色。本报记者 林晚照 摄', '图为丰收的颜色。本报记者 林晚照 摄'],
    ['本报讯(记者 程念安)今天开馆。', '本报讯（记者 程念安）今天开馆。'],
    ['■上接第1版 改造从地下开始。', '■上接第1版 改造从地下开始。'],
    ['白日依山尽 黄河入海流。', '白日依山尽 黄河入海流。'],
    ['分为抟土 成器 问火 流光四个单元。', '分为抟土 成器 问火 流光四个单元。'],
    ['一条公交线 十年乡里情路', '一条公交线 十年乡里情路'],
    ['王\u3000芳来了。', '王\u3000芳来了。'],
    ['用VS Code 写稿。', '用VS Code 写稿。'],
    ['填空:( )。', '填空：（ ）。'],
  ],
};

describe('normalising', () => {
  for (const [title, pairs] of Object.entries(cases)) {
    it(title, () => {
      for (const [before, after] of pairs) assert.equal(normal(before), after);
    });
  }

  it('changes only what was asked for', () => {
    const text = '他来了, 说"好"...';
    assert.equal(normal(text, ['punctuation']), '他来了， 说"好"...');
    assert.equal(normal(text, ['spaces']), text);
    assert.equal(normal(text, ['quotes', 'forms']), '他来了, 说“好”……');
  });

  it('pairs across a cut that is surely mended, and across no other', () => {
    const pieces = ['他说:"先别急着撒', '肥,看看(套', ')根"再说'];
    const sure = pageOf(pieces);
    assert.equal(applyEdits(sure.text, normalise(sure)), ['他说：“先别急着撒', '肥，看看（套', '）根”再说'].join('\n\n'));
    const doubtful = pageOf(pieces, false);
    assert.equal(applyEdits(doubtful.text, normalise(doubtful)), ['他说："先别急着撒', '肥，看看(套', ')根"再说'].join('\n\n'));
  });

  it('says where the other half of a pair is', () => {
    const one = pageOf(['件(套)好']);
    assert.deepEqual(normalise(one).map(({ span, partner }) => [span, partner]), [[[1, 2], [3, 4]], [[3, 4], [1, 2]]]);
  });

  it('keeps spaces of headlines, bylines and datelines', () => {
    const text = page('## 一条公交线 十年乡里情', '□本报记者 沈知微 通讯员 周晓禾', '本报清禾9月24日电 秋分刚过,云坪湿地迎来首批候鸟。据监测,候鸟已有1.1万只。');
    const edits = normalise(analyse(text));
    assert.deepEqual(edits.filter(({ kind }) => kind === 'spaces'), []);
    assert.equal(edits.length, 2);
  });

  for (const name of ['sample-page.txt', 'mini-page.txt']) {
    it(`leaves the articles of ${name} as they are`, () => {
      const before = analyse(sample(name));
      const after = analyse(applyEdits(before.text, normalise(before)));
      assert.ok(normalise(before).length > 5);
      // Signs are compared in one width; whatever else differs is another article.
      const wide = (one: Page): unknown => read(normalisedPage(one));
      assert.deepEqual(wide(after), wide(before));
      assert.deepEqual(after.articles.map(({ id, kind, byline }) => [id, kind, byline.length]), before.articles.map(({ id, kind, byline }) => [id, kind, byline.length]));
      assert.deepEqual(after.findings.map(({ code }) => code), before.findings.map(({ code }) => code));
    });
  }

  it('gives a page to be exported: sound, with the words of the normalised text', () => {
    const before = analyse(sample('sample-page.txt'));
    const after = normalisedPage(before);
    assertSound(after.text, after);
    assert.equal(after.text, applyEdits(before.text, normalise(before)));
    assert.match(toMarkdown(after), /从选种、育秧到水肥管理，全程跟着农时走/);
    assert.doesNotMatch(toMarkdown(after), /\p{Script=Han}[,;:?!]/u);
  });

  it('changes nothing but the signs and spaces it names, in any text', () => {
    fc.assert(fc.property(anyDump, (text) => {
      const edits = normalise(analyse(text));
      assert.equal(rest(applyEdits(text, edits)), rest(text));
      for (const { span, newText } of edits) assert.equal(rest(text.slice(...span)) + rest(newText), '');
      assertSound(applyEdits(text, edits), normalisedPage(analyse(text)));
    }), set);
  });

  it('changes nothing the second time, in any paragraph', () => {
    const unit = fc.constantFrom(...'的一是在不了记者abZ1203,,:;?!()“”‘’"\'..…。。-—  \u3000、《》/@');
    const words = fc.constantFrom('https://example.com/a', 'a@example.com', '...', '--', '记者 ', '清 禾 县', '&nbsp;', '(套)', '3:20', '1,234');
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 6, arbitrary: unit }, { weight: 1, arbitrary: words }), { maxLength: 40 }), (parts) => {
      const once = normal(parts.join(''));
      assert.equal(normal(once), once);
      assert.equal(rest(once), rest(parts.join('')));
    }), { ...set, numRuns: set.numRuns * 40 });
  });

  it('takes linear time on hostile text', () => {
    for (const text of ['(', '"好', '清 ', '...', 'a@', '好 好好 ', '://', ',好', '-', '“', '((好)'].map((part) => part.repeat(Math.ceil(100_000 / part.length)))) normal(text);
  }).timeout(30_000);
});
