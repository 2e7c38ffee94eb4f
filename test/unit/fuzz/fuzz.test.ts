import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { fuzz } from '../../../tools/fuzz/fuzz';
import { killers } from '../../../tools/fuzz/killers';
import { targets } from '../../../tools/fuzz/targets';
import { figuresIn, fileNameOf, figuresOfPage, FIGURE_COLUMNS, formatById } from '../../../src/core/index';
import { inputOf } from '../../../tools/fuzz/operations';
import { analyse, assertSound } from '../core/support';

/** Runs of each target; `npm run fuzz` goes on from there. */
const RUNS: Readonly<Record<string, number>> = { page: 60, figures: 150, exports: 40, sidecar: 1500, records: 300, archives: 60, names: 200 };

describe('fuzzing, a little', function () {
  this.timeout(120_000);

  for (const target of targets) {
    it(`${target.name}: nothing is thrown and nothing lost, whatever comes in`, async () => {
      const { findings, runs } = await fuzz(target, { seed: 1, runs: RUNS[target.name] ?? 50, guided: false });
      assert.deepEqual(findings, []);
      assert.ok(runs > 0);
    });
  }
});

describe('what fuzzing has found', function () {
  this.timeout(60_000);

  it('a name of a device or with a dash in front is no longer than it may be', () => {
    for (const name of [`CON.${'甲'.repeat(100)}`, `-${'乙'.repeat(100)}`]) assert.ok(Buffer.byteLength(fileNameOf(name, 60)) <= 60);
  });

  it('a sentence without end is not told anew in full of each of its figures', () => {
    const text = '1年'.repeat(20_000);
    for (const { sentence, span } of figuresIn(text)) {
      assert.ok(sentence[1] - sentence[0] < 1100);
      assert.ok(sentence[0] <= span[0] && span[1] <= sentence[1]);
    }
    const page = analyse(`## 河湾镇办起夜校\n\n${text}。\n`);
    const rows = figuresOfPage(page).length;
    const csv = formatById('csv').write(inputOf(page)) as string;
    assert.ok(rows > 10_000 && csv.length < rows * 400, `${csv.length} characters of ${rows} figures`);
    assert.equal(FIGURE_COLUMNS.at(-1), 'sentence');
  });

  it('a name of a file made of what was cleaned stays as it is', () => {
    for (const name of ['甲 \ufeff 乙', ' \u200b \u200b 甲', '甲\u0000 \u0001 ']) assert.equal(fileNameOf(fileNameOf(name)), fileNameOf(name));
  });

  it('signs that mean something where text is replaced stand in the front matter of several articles as they are printed', () => {
    const titles = ['夜校$&亮灯', "课船$'离岸$$5"];
    const page = analyse(titles.map((title) => `## ${title}\n\n入秋以来，河湾镇的渡口一到傍晚就亮起灯。\n`).join('\n'));
    const [, head = ''] = /^---\n([\s\S]*?)\n---\n\n/u.exec(formatById('markdown').write(inputOf(page)) as string) ?? [];
    assert.deepEqual((parse(head) as { articles: { title: string }[] }).articles.map(({ title }) => title), titles);
  });

  it('hundreds of short lines that may all be headlines are arranged, and nothing among them is sure that was not weighed', () => {
    // Without a bound to its searches this page of 3,600 characters took half a minute.
    const text = (killers.find(({ name }) => name === '100,000 blocks of one line')?.make(3600) ?? '').replace(/[^\n]$/u, '');
    assertSound(text, analyse(text));
  });

  it('a figure in a paragraph of thousands of printed lines has its places in them', () => {
    const text = `## 河湾镇办起夜校\n\n${'夜校的灯3.2万元亮起来了'.repeat(3000).replace(/(.{14})/gu, '$1\n')}。\n`;
    const figures = figuresOfPage(analyse(text));
    assert.ok(figures.length > 2000);
    for (const { figure, spans } of figures) assert.equal(spans.map((span) => text.slice(...span)).join(''), figure.text);
  });
});
