import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { formatById } from '../../../../src/core/index';
import { simhash } from '../../../../src/core/export/hash';
import { analyse } from '../support';
import { inputOf, samplePage } from './support';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const dump = '## 三声鼓\n\n鼓声响了三遍,人们从四面八方聚到晒谷场上来。\n\n鼓声响了三遍,人们从四面八方聚到晒谷场上来。\n\n鼓手说,𠮷祥的日子就要到了,大家都准备好了吗。\n';

interface MnbvcRecord {
  readonly 段落: readonly { readonly 行号: number; readonly 是否重复: boolean; readonly 是否跨文件重复: boolean; readonly md5: string; readonly 内容: string; readonly 扩展字段: string }[];
  readonly [field: string]: unknown;
}

const records = (text: string): MnbvcRecord[] => text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as MnbvcRecord);
const write = (text: string, source = {}): string => formatById('mnbvc').write(inputOf(analyse(text), source)) as string;

describe('MNBVC 通用语料格式', () => {
  it('has the fields of the format, in its order', () => {
    for (const record of records(formatById('mnbvc').write(inputOf(samplePage())) as string)) {
      assert.deepEqual(Object.keys(record), ['文件名', '是否待查文件', '是否重复文件', '文件大小', 'simhash', '最长段落长度', '段落数', '去重段落数', '低质量段落数', '段落', '扩展字段', '时间']);
      for (const paragraph of record.段落) assert.deepEqual(Object.keys(paragraph), ['行号', '是否重复', '是否跨文件重复', 'md5', '内容', '扩展字段']);
      assert.equal(typeof record['扩展字段'], 'string');
      assert.equal(record['时间'], '20240926');
    }
  });

  it('counts paragraphs, lengths in characters, bytes, lines of the dump, and what repeats', () => {
    const [record] = records(write(dump));
    assert.ok(record);
    const texts = record.段落.map(({ 内容 }) => 内容);
    assert.deepEqual(record.段落.map(({ 行号 }) => 行号), [1, 3, 5, 7]);
    assert.deepEqual(record.段落.map(({ 是否重复 }) => 是否重复), [false, false, true, false]);
    assert.deepEqual(record.段落.map((paragraph) => paragraph.md5), texts.map(md5));
    assert.equal(record['段落数'], 4);
    assert.equal(record['去重段落数'], 3);
    assert.equal(record['最长段落长度'], Math.max(...texts.map((text) => [...text].length)));
    assert.equal(record['文件大小'], Buffer.byteLength(texts.map((text) => `${text}\n`).join('')));
    assert.equal(record['是否待查文件'], false);
    assert.equal(record['文件名'], 'page.txt#a1');
  });

  it('wants a look where most of a text repeats', () => {
    const [record] = records(write(dump.replace(/鼓手说.*\n/u, '鼓声响了三遍,人们从四面八方聚到晒谷场上来。\n\n'.repeat(4))));
    assert.equal(record?.['是否待查文件'], true);
  });

  it('has the simhash of the MNBVC tools, as an integer with all its digits', () => {
    // Computed with the Python package simhash, which those tools use.
    assert.equal(simhash(['aaa', 'bbb']), 57087923692560392n);
    assert.equal(simhash(['河湾镇办起夜校', '渡口小学添了一艘课船', '石桥村的柿子红了']), 13471263369817259156n);
    assert.equal(simhash([]), 0n);
    const line = write(dump);
    const [, written = ''] = /"simhash":(\d+),/u.exec(line) ?? [];
    assert.equal(BigInt(written), simhash([...new Set(records(line)[0]?.段落.map(({ 内容 }) => 内容))]));
    assert.ok(BigInt(written) > BigInt(Number.MAX_SAFE_INTEGER));
  });

  it('names the day by the folio, else by the file, else not at all', () => {
    const day = (text: string, source = {}): unknown => records(write(text, source))[0]?.['时间'];
    assert.equal(day(`澜川日报  2024年9月26日 星期四  第2版 要闻\n\n${dump}`, { modified: '2025-01-02T03:04:05Z' }), '20240926');
    assert.equal(day(dump, { modified: '2025-01-02T03:04:05Z' }), '20250102');
    assert.equal(day(dump), '');
  });
});
