import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { fileNameOf, say, visible } from '../../../src/core/index';
import { excerpt } from '../../../src/extension/excerpt';
import { escapeMarkdown } from '../../../src/extension/markdown';
import { outlineOf } from '../../../src/extension/marks/outline';
import { marksOf } from '../../../src/extension/marks/pageMarks';
import { inList, inMessage, plainItem } from '../../../src/extension/plain';
import { rowsOf } from '../../../src/extension/tree/rows';
import { pageOf } from '../core/export/support';
import { hostile } from '../hostile';

/** What a label must not have: controls, marks of direction, half characters. */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u;
/** How VS Code finds icons in a label, and links in a message (base/common/iconLabels.ts, linkedText.ts). */
const ICON = /(\\)?\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/gu;
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/iu;

const squeezed = (text: string): string => visible(text.replace(/\s+/gu, ' '));

describe('a text that means harm, in the editor', () => {
  for (const text of hostile) {
    it(`${JSON.stringify(text.slice(0, 40))} is text and nothing else`, () => {
      // A hover: with tags and links switched on, a paragraph with its text and no more.
      const html = new MarkdownIt({ html: true, linkify: true }).render(`甲${escapeMarkdown(text)}乙`);
      const [, inside = ''] = /^<p>([\s\S]*)<\/p>\n$/u.exec(html) ?? [];
      assert.ok(!/[<>]/u.test(inside), html);
      assert.equal(inside.replace(/&(lt|gt|amp|quot);/gu, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? ''), `甲${squeezed(text)}乙`);

      const listed = inList(text);
      assert.ok(!OBEYED.test(listed));
      assert.deepEqual([...listed.matchAll(ICON)].filter(([, escaped]) => escaped === undefined), []);
      assert.deepEqual(Object.values(plainItem({ label: text, description: text, detail: text })), [listed, listed, listed]);

      const told = inMessage(text);
      assert.ok(!LINK.test(told) && !OBEYED.test(told));
      assert.equal(told.replaceAll('\u2060', ''), squeezed(text));

      assert.ok(!OBEYED.test(excerpt(text, 1000)));
    });
  }

  it('has labels of one line, not too long, in the tree and in the outline', () => {
    for (const text of [...hostile, `甲${'乙'.repeat(100_000)}`]) {
      const page = pageOf(text);
      const rows = rowsOf({ page, findings: [], language: 'en', lineOf: () => 1 });
      for (const row of [...rows, ...rows.flatMap(({ children }) => children)]) {
        for (const words of [row.label, row.description, row.spoken, ...row.details.why, ...row.details.seams]) assert.ok(!OBEYED.test(words) && words.length < 1000, words);
      }
      const entries = outlineOf(marksOf(page), 'en', () => 1);
      for (const { name } of [...entries, ...entries.flatMap(({ children }) => children)]) assert.ok(!OBEYED.test(name) && name.length < 1000, name);
    }
  });

  it('makes a name of a file that stays in its folder, on every system', () => {
    for (const text of hostile) {
      const name = fileNameOf(text);
      assert.match(name, /^[^/\\:*?"<>|\p{Cc}\p{Cf}\p{Surrogate}]+$/u);
      assert.doesNotMatch(name, /^(?:[. -].*|(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?)$|[. ]$/iu);
      assert.ok(Buffer.byteLength(name) <= 120, name);
    }
  });

  it('is quoted by findings and reasons as it stands, with nothing filled into it', () => {
    for (const text of hostile) assert.equal(say({ code: 'tornWord', args: [text, '乙'] }, 'en'), `the cut tears a word in two: ${visible(text)}‖乙`);
  });

  it('has no way into the walkthrough, which shows what is shipped and leads to commands that are known', () => {
    const known = /^command:(?:restitch\.\w+|editor\.action\.(?:quickFix|marker\.\w+)|workbench\.\w[\w.]*)(?:\?[\w%]+)?$/u;
    for (const bundle of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const words = JSON.parse(readFileSync(path.resolve(bundle), 'utf8')) as Readonly<Record<string, string>>;
      for (const [key, text] of Object.entries(words).filter(([name]) => name.startsWith('walkthrough'))) {
        for (const [, link = ''] of text.matchAll(/\]\(([^)]*)\)/gu)) assert.match(link, known, `${bundle}: ${key}`);
        assert.doesNotMatch(text, /[<>]|\{\d\}/u, `${bundle}: ${key}`);
      }
    }
    const folder = path.resolve('media/walkthrough');
    for (const name of readdirSync(folder)) assert.doesNotMatch(readFileSync(path.join(folder, name), 'utf8'), /<(?:script|foreignObject|image|a)\b|\bon\w+=|href=|url\((?!#)/iu, name);
  });
});
