import { readFileSync } from 'node:fs';
import type { ExportInput, Page } from '../../../../src/core/index';
import { analyse, sample } from '../support';

/** A page with all its articles, as a host gives it to a writer. */
export function inputOf(page: Page, source: Partial<ExportInput['source']> = {}): ExportInput {
  return { page, articles: page.articles, source: { name: 'page.txt', encoding: 'utf-8', ...source }, language: 'en' };
}

export const samplePage = (): Page => analyse(sample('sample-page.txt'));

/** Each article of a page by itself. */
export const each = (input: ExportInput): ExportInput[] => input.articles.map((article) => ({ ...input, articles: [article] }));

/** What a headline, a byline or a paragraph may hold, and no format may take for its own. */
export const hostile: readonly string[] = [
  '=HYPERLINK("http://x.invalid","点我")', '+1+1', '-2-3', '@SUM(A1:A9)', '＝1＋1', '\t=1',
  '<script>alert(1)</script>', '</script><img src=x onerror=alert(1)>', '<!-- 注 -->', ']]>', '&lt;b&gt; &copy; &#60;', '"引号"与\'引号\'',
  '# 标题', '标题 ##', '####', '- 项目', '1. 项目', '2) 项目', '> 引文', '---', '***', '___', '===', '```js', '~~~', '| a | b |', '    缩进', ': 释义',
  '*斜* **粗** _斜_ ~~删~~ `码`', '[链接](javascript:alert(1))', '![图](x)', '[^1]', '$x^2$', '{{ page.title }}', '{% raw %}', 'a\\b', '行尾\\',
  'yes', 'null', '2024-09-26', '0x1F', '!!python/object:os.system', '&anchor *alias', '% directive', '? key : value # 注', '"', '\'', '\\u0041', '...',
  '\u202e倒写\u202c', '\u200f右起', '零\u200b宽', '\u0085\u2028\u2029', '\u0000\u0001\u000b\u001f', '\ufffe\uffff', '𠮷野家', 'e\u0301', '\r\n# 下一行',
];

/** A page whose headline, byline, paragraphs and credit are a text that means harm. */
export function pageOf(text: string): Page {
  const sound = samplePage();
  const lines = text === '' ? ' ' : text;
  const dump = Array.from({ length: 5 }, () => lines).join('\n\n');
  const at = (index: number): readonly [number, number] => [index * (lines.length + 2), index * (lines.length + 2) + lines.length];
  const attachment = sound.articles[0]!.paragraphs[0]!.attachment;
  return {
    ...sound,
    text: dump,
    findings: [],
    furniture: [],
    articles: [{
      id: 'a1', kind: 'article', title: lines, kicker: lines, headline: [at(0)], headlineSure: true, byline: [at(1)], credit: [at(4)], standingHead: [],
      paragraphs: [2, 3].map((index) => ({ spans: [at(index)], text: lines, seams: [], attachment })),
    }],
  };
}

export const textOf = (file: string): string => readFileSync(file, 'utf8');
