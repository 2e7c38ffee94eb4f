import type { ExportInput } from './format';
import { md5Hex, simhashOf } from './hash';
import { dateOf, dumpOf, originOf, partsOf, type Part } from './parts';
import { lineNumbers } from './places';
import { utf8Length } from '../text/utf8';
import type { Article } from '../page/model';

/** A text of which fewer of its paragraphs than this share are its own wants a look (the default of the MNBVC converter). */
const OWN_SHARE = 0.5;

/**
 * The articles in the general corpus format of MNBVC (通用语料格式, wiki.mnbvc.org), one article a line. Each stands for a file: `文件大小` is its
 * text in UTF-8, `行号` the line of the dump in which a paragraph begins, counted from 1; lengths are in Unicode characters. What repeats is
 * looked for within the article only. The places in the dump stand in `扩展字段`, which is JSON in a string.
 */
export function toMnbvc(input: ExportInput): string {
  const day = dateOf(input) ?? /^\d{4}-\d{2}-\d{2}/u.exec(input.source.modified ?? '')?.[0] ?? '';
  const line = linesOf(input);
  const md5 = md5s();
  return input.articles.map((article) => record(input, article, { line, md5 }, day.replace(/-/gu, ''))).join('');
}

/** The line of a place in the dump it is of. */
function linesOf(input: ExportInput): (offset: number) => number {
  const { text } = dumpOf(input);
  const files = (input.source.files ?? []).map(({ span: [start, end] }) => ({ start, end, line: lineNumbers(text.slice(start, end)) }));
  if (files.length === 0) return lineNumbers(text);
  return (offset) => {
    const file = files.find(({ end }) => offset < end);
    return file === undefined ? 1 : file.line(offset - file.start);
  };
}

/** What is asked of each paragraph. */
interface Known {
  /** The line of a place in the dump. */
  readonly line: (offset: number) => number;
  readonly md5: (text: string) => string;
}

/** Texts as short as this may be signs that stand on a page a thousand times; of so many of them the sum is kept. */
const SHORT = 16;
const KEPT = 10_000;

function md5s(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const sum = md5Hex(text);
    if (text.length <= SHORT && known.size < KEPT) known.set(text, sum);
    return sum;
  };
}

function record(input: ExportInput, article: Article, known: Known, day: string): string {
  const { name, bytes, modified } = input.source;
  const parts = partsOf(input, article).map((part) => ({ ...part, text: part.text.replace(/[\r\n]+/gu, ' ').trim() }));
  const seen = new Set<string>();
  const paragraphs = parts.filter(({ text }) => text !== '').map((part) => paragraph(part, known, seen));
  const texts = [...new Set(parts.flatMap(({ text }) => (text === '' ? [] : [text])))];
  const more = { format: 'restitch/1', source: { ...originOf({ ...input, articles: [article] }), ...(bytes === undefined ? {} : { bytes }), ...(modified === undefined ? {} : { modified }) }, article: article.id, kind: article.kind, ...(input.parts && { parts: input.parts.get(article.id) ?? [] }) };
  const json = JSON.stringify;
  // JSON.stringify knows no integers beyond 2^53, and the simhash has 64 bits.
  const fields: readonly (readonly [string, string])[] = [
    ['文件名', json(`${name}#${article.id}`)],
    ['是否待查文件', json(texts.length < paragraphs.length * OWN_SHARE)],
    ['是否重复文件', json(input.repeated?.has(article.id) === true)],
    ['文件大小', json(paragraphs.reduce((sum, one) => sum + utf8Length(one.内容) + 1, 0))],
    ['simhash', simhashOf(texts.map(known.md5)).toString()],
    ['最长段落长度', json(paragraphs.reduce((longest, one) => Math.max(longest, [...one.内容].length), 0))],
    ['段落数', json(paragraphs.length)],
    ['去重段落数', json(texts.length)],
    ['低质量段落数', '0'],
    ['段落', json(paragraphs)],
    ['扩展字段', json(json(more))],
    ['时间', json(day)],
  ];
  return `{${fields.map(([key, value]) => `${json(key)}:${value}`).join(',')}}\n`;
}

/** A paragraph in the words of the format. */
interface Paragraph {
  readonly 行号: number;
  readonly 是否重复: boolean;
  readonly 是否跨文件重复: boolean;
  readonly md5: string;
  readonly 内容: string;
  readonly 扩展字段: string;
}

function paragraph({ role, text, spans }: Part, { line, md5 }: Known, seen: Set<string>): Paragraph {
  const again = seen.has(text);
  seen.add(text);
  return {
    行号: line(spans[0]?.[0] ?? 0),
    是否重复: again,
    是否跨文件重复: false,
    md5: md5(text),
    内容: text,
    扩展字段: JSON.stringify({ role, spans }),
  };
}
