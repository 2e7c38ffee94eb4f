import assert from 'node:assert/strict';
import { readingOf } from '../../../../src/core/text/reading';
import { sliceSpan, type Span } from '../../../../src/core/text/span';
import { analyse, assertSound, bare, inventory, page, read, restitched, sample } from '../support';

const shown = (source: string): string => readingOf(source)?.text ?? source;

/** What stands in the source for a part of its reading. */
function behind(source: string, part: string): string {
  const reading = readingOf(source);
  assert.ok(reading !== undefined);
  const at = reading.text.indexOf(part);
  assert.notEqual(at, -1, part);
  return sliceSpan(source, reading.inSource([at, at + part.length]));
}

describe('the reading of a text', () => {
  it('is the text where nothing is left in it', () => {
    for (const text of ['', '## 夜校亮灯\n\n入秋以来，夜校亮起了灯。\n', '共 12 台 5 户', '张 三 摄', '3 < 5 & 7 * 8', 'It is a boat', '---\n***\n<!-- image -->']) assert.equal(readingOf(text), undefined, text);
  });

  it('leaves out invisible characters, bold marks and tags', () => {
    assert.equal(shown('夜\u200b校\u00ad亮\u2060灯'), '夜校亮灯');
    assert.equal(shown('## **夜校亮灯**\n\n入秋以来，**夜校**亮起了灯。'), '## 夜校亮灯\n\n入秋以来，夜校亮起了灯。');
    assert.equal(shown('<p>夜校亮起了<b class="a">灯</b>。</p>\n<div align="center">走</div>'), '夜校亮起了灯。\n走');
  });

  it('has characters for entities, and white space for those of white space', () => {
    assert.equal(shown('&nbsp;&emsp;他说&ldquo;好&rdquo;&hellip;'), ' \u3000他说“好”…');
    assert.equal(shown('&unknown;他说&amp;'), '&unknown;他说&');
  });

  it('has figures for formulas that are nothing else', () => {
    assert.equal(shown('增长$12.6\\%$，共$3 , 2 0 0$人，长$1 0 0 \\mathrm { k m }$，气温$2 6 \\sim 2 9 ^ { \\circ } \\mathrm { C }$'), '增长12.6%，共3,200人，长100km，气温26~29°C');
    assert.equal(shown('占6 0\\%以上'), '占6 0%以上');
    for (const text of ['$5亿，另$6亿', '$3,$4', '$x^2$', '$5-$6', '共$', '$$']) assert.equal(shown(text), text, text);
  });

  it('has a line end for a tag behind a sentence or a few words, not where a cut paragraph was put together', () => {
    assert.equal(shown('甲。<br>乙。<br>'), '甲。\n乙。');
    assert.equal(shown('10<sup>8</sup>盏灯，10<SUP> -3 </SUP>，H<sub>2</sub>O，灯<sup>[2]</sup>，课<sup>a</sup>'), '10⁸盏灯，10⁻³，H₂O，灯[2]，课a');
    assert.equal(shown('<p>夜校亮灯</p><p>入秋以来，夜校亮起了灯。</p>'), '夜校亮灯\n入秋以来，夜校亮起了灯。');
    assert.equal(shown('<p>农民白天下地，晚上听</p><p>课。</p>'), '农民白天下地，晚上听课。');
  });

  it('has no space between characters that are set apart, and one between words', () => {
    assert.equal(shown('## 夜 校 亮 灯'), '## 夜校亮灯');
    assert.equal(shown('入 秋 以 来 ， 共 1 2 台   农 民\n\n晚 上 听 课'), '入秋以来，共12台 农民\n\n晚上听课');
    assert.equal(shown('张 三 李 四，'), '张三李四，');
    assert.equal(shown('王 小 二在家'), '王 小 二在家', 'not all of the line is');
  });

  it('leaves a line as it is of which nothing would be left', () => {
    assert.equal(shown('甲**乙\n<br>\n**\n\u200b'), '甲乙\n<br>\n**\n\u200b');
  });

  it('is told in the places of the source, with what stands at the ends of a line', () => {
    assert.equal(behind('甲\n  <p>夜校亮灯</p> \n乙', '夜校亮灯'), '<p>夜校亮灯</p>');
    assert.equal(behind('&nbsp;&nbsp;夜\u200b校\u200b\n', '夜校'), '&nbsp;&nbsp;夜\u200b校\u200b');
    assert.equal(behind('入<b>秋</b>以来', '秋'), '秋</b>');
    assert.equal(behind('入<b>秋</b>以来', '以来'), '以来');
    assert.equal(behind('夜 校 亮 灯', '校亮'), '校 亮');
  });

  it('finds places of the source in it', () => {
    const source = '<p>夜校</p>\n他说&ldquo;好&rdquo;';
    const reading = readingOf(source);
    const at = (part: string): Span => [source.indexOf(part), source.indexOf(part) + part.length];
    for (const [part, found] of [['<p>夜校</p>', '夜校'], ['校', '校'], ['&ldquo;好', '“好'], ['说', '说']] as const) assert.equal(sliceSpan(reading?.text ?? '', reading?.ofSource(at(part)) ?? [0, 0]), found, part);
    assert.deepEqual(reading?.ofSource([source.length, source.length]), [reading?.text.length, reading?.text.length]);
  });
});

describe('a page with what is not of it', () => {
  const text = sample('sample-page.txt');
  const spaced = (line: string): string => (/^#+ /u.exec(line)?.[0] ?? '') + [...line.replace(/^#+ /u, '')].join(' ');
  const forms: readonly (readonly [name: string, text: string])[] = [
    ['bold headlines', text.replace(/^## (.*?)\s*$/gmu, '## **$1**')],
    ['line breaks of HTML', text.replace(/(?<=\S)$/gmu, '<br>')],
    ['paragraphs of HTML', text.replace(/^(?!##)(\S.*?)( *)$/gmu, '<p>$1</p>$2')],
    ['invisible characters', [...text].map((char, i) => (i % 11 === 5 && char !== '\n' && char !== '#' && char !== ' ' ? `${char}\u200b` : char)).join('')],
    ['a space between each two characters', text.split('\n').map(spaced).join('\n')],
  ];
  const shape = (whole: string): unknown => read(analyse(whole)).map(({ title, paragraphs }) => [clean(title), paragraphs.map(clean)]);
  const clean = (words: string): string => bare(words).replace(/<[^<>]*>|\*\*|\u200b/gu, '');

  for (const [name, changed] of forms) {
    it(`comes out as without: ${name}`, () => {
      assertSound(changed, analyse(changed));
      assert.deepEqual(shape(changed), shape(text));
      const once = restitched(changed, 'likely');
      assert.deepEqual(inventory(once), inventory(changed));
      assert.equal(restitched(once, 'likely'), once);
      assert.deepEqual(shape(once), shape(changed));
    });
  }

  it('has titles without marks', () => {
    const changed = page('**河湾镇办起夜校**', '入秋以来，河湾镇的夜校一到傍晚就亮起灯。农民白天下地，晚上听课，学会了看图纸。', '**渡口换上新船**', '老渡口的新船昨天下水，船工说它又快又稳，两岸的孩子上学方便了。');
    assert.deepEqual(analyse(changed).articles.map(({ title }) => title), ['河湾镇办起夜校', '渡口换上新船']);
  });
});
