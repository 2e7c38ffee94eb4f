import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { restitch, say, toAnalysis, type Message, type Page } from '../../../../src/core/index';
import { CATALOGUES } from '../../../../src/core/findings/messages';
import { analyse, paragraphsOf, restitched, sample, theEngine } from '../support';
import { ISSUE_WORDS } from '../../../../src/core/issue/words';

const { en, zh } = CATALOGUES;
const places = (words: string): string[] => [...new Set(words.match(/\{\d\}/gu) ?? [])].sort();

/** All messages of a page. */
function messagesOf(page: Page): Message[] {
  const seams = paragraphsOf(page).flatMap((paragraph) => [...paragraph.seams, paragraph.attachment]);
  return [
    ...seams.flatMap((seam) => [...seam.why, ...seam.candidates.flatMap((candidate) => candidate.why)]),
    ...page.findings.flatMap((finding) => [finding.message, ...finding.why, ...finding.related.map((one) => one.message), ...finding.fixes.map((fix) => fix.title)]),
  ];
}

describe('the words of messages', () => {
  it('are there in both languages', () => {
    assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort());
  });

  for (const code of Object.keys(en)) {
    it(`${code} has the same arguments in both, counted from {0}`, () => {
      assert.deepEqual(places(zh[code] ?? ''), places(en[code] ?? ''));
      assert.notEqual((en[code] ?? '').trim(), '');
      assert.notEqual((zh[code] ?? '').trim(), '');
    });
  }

  it('are there for every code that the core writes down', () => {
    const folder = path.resolve('src/core');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.includes('figures'));
    const codes = files.flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/\bcode: '([^']+)', args/gu)].map((found) => found[1] ?? ''));
    assert.ok(codes.length > 20);
    for (const code of codes) assert.ok(code in en || code in ISSUE_WORDS.en, `no words for “${code}”`);
  });

  it('are there for every reason that the model names', () => {
    const model = readFileSync(path.resolve('src/core/page/model.ts'), 'utf8');
    const union = /export type ReasonCode =([\s\S]*?);/u.exec(model)?.[1] ?? '';
    const codes = [...union.matchAll(/\| '(\w+)'/gu)].map((found) => found[1] ?? '');
    assert.ok(codes.length > 10);
    for (const code of codes) assert.ok(code in en, `no words for the reason “${code}”`);
  });

  it('are there for all that is said of the sample pages, with every argument it takes', () => {
    for (const text of ['mini-page.txt', 'sample-page.txt'].map(sample).flatMap((one) => [one, restitched(one)])) {
      const messages = messagesOf(analyse(text));
      for (const message of messages) {
        assert.ok(message.code in en, `no words for “${message.code}”`);
        // An argument may go unsaid, but none that is asked for may be missing.
        for (const place of places(en[message.code] ?? '')) assert.notEqual(message.args[Number(place.slice(1, -1))], undefined, `${message.code} ${place}`);
      }
    }
  });

  it('give a code without words by itself, and leave out a missing argument', () => {
    assert.equal(say({ code: 'no-such-code', args: [] }, 'zh'), 'no-such-code');
    assert.equal(say({ code: 'jump.from', args: [] }, 'en'), 'Continued from page , which is not in this file.');
    assert.equal(say({ code: 'jump.from', args: [3] }, 'zh'), '上接第 3 版，该版不在此文件中。');
  });
});

describe('the analysis as JSON', () => {
  const text = sample('mini-page.txt');
  const analysis = toAnalysis(analyse(text), { name: 'mini-page.txt', encoding: 'utf-8' });

  it('has the form of the contract and survives JSON', () => {
    assert.equal(analysis.format, 'restitch/1');
    assert.deepEqual(analysis.source, { name: 'mini-page.txt', encoding: 'utf-8', length: text.length });
    assert.deepEqual(JSON.parse(JSON.stringify(analysis)), analysis);
    for (const paragraph of analysis.articles.flatMap((article) => article.paragraphs)) {
      assert.deepEqual(Object.keys(paragraph).sort(), ['seams', 'spans', 'text']);
      for (const seam of paragraph.seams) assert.ok(seam.why.length > 0 && seam.why.every((why) => why !== ''));
    }
    for (const finding of analysis.findings) assert.ok(finding.message !== '' && ['error', 'warning', 'information', 'hint'].includes(finding.severity));
  });

  it('differs between languages in words only', () => {
    const chinese = toAnalysis(analyse(text), { name: 'mini-page.txt', encoding: 'utf-8' }, 'zh');
    const bones = (one: typeof analysis): unknown =>
      JSON.parse(JSON.stringify(one, (key, value: unknown) => (['why', 'message', 'fix'].includes(key) ? undefined : value)));
    assert.deepEqual(bones(chinese), bones(analysis));
    assert.notDeepEqual(chinese, analysis);
  });

  it('counts what re-stitching does as findings say', () => {
    const page = analyse(text);
    const { joined, moved, left } = restitch(page, theEngine());
    assert.ok(joined >= page.findings.filter((finding) => finding.code === 'split-paragraph' && finding.fixes[0]?.sure === true).length);
    assert.ok(moved >= 0 && left >= 0);
  });
});
