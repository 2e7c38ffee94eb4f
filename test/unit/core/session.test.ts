import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CATALOGUES } from '../../../src/core/findings/messages';
import { LINES } from '../../../src/core/findings/shift';
import type { Decision, Span } from '../../../src/core';
import { pageOf } from '../../../src/core/session';
import { assertSound, page, sample, theEngine } from './support';
import { anyDecisions } from './properties/decisions';
import { anyIssue } from './properties/issues';

const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 60), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

const leaf = (number: number): string => `河湾日报 2031年9月2日 第${number}版\n\n${sample('mini-page.txt').split('\n').slice(1).join('\n')}\n`;

describe('a session', () => {
  it('gives what the engine gives, whatever was changed before', () => {
    const change = fc.record({ at: fc.nat(), length: fc.nat(60), newText: fc.oneof(fc.constantFrom('', '\n', '\n\n', '的', '## '), anyIssue) });
    fc.assert(
      fc.property(anyIssue, fc.array(change, { maxLength: 4 }), anyDecisions, (start, changes, decisions) => {
        const session = theEngine().session();
        let text = start;
        session.open(text);
        session.leaves();
        for (const { at, length, newText } of changes) {
          const offset = at % (text.length + 1);
          const taken = Math.min(length, text.length - offset);
          text = text.slice(0, offset) + newText + text.slice(offset + taken);
          session.change([{ offset, length: taken, newText }]);
          session.leaves();
        }
        assert.equal(session.text(), text);
        const result = pageOf(text, session.leaves(decisions), decisions);
        assert.deepEqual(result, theEngine().analyse(text, decisions));
        // As it is when the pages of the paper come from another thread.
        assert.deepEqual(pageOf(text, structuredClone(session.leaves(decisions)), decisions), result);
        assertSound(text, result);
      }),
      set,
    );
  });

  it('analyses only the page of the paper that changed', () => {
    const text = [1, 2, 3, 4].map(leaf).join('\n');
    const session = theEngine().session();
    session.open(text);
    const before = session.leaves();
    assert.equal(before.length, 4);
    session.change([{ offset: text.indexOf('第3版') + 40, length: 0, newText: '的' }]);
    const after = session.leaves();
    assert.deepEqual(after.map((one, i) => one.leaf === before[i]?.leaf), [true, true, false, true]);
    assert.equal(after[3]?.offset, (before[3]?.offset ?? 0) + 1);
  });

  it('does not say of a decision about a page that is not looked at that it is not met', () => {
    const text = [1, 2, 3].map(leaf).join('\n');
    const session = theEngine().session();
    session.open(text);
    const [article] = session.leaves()[2]?.leaf.articles ?? [];
    const start = session.leaves()[2]?.offset ?? 0;
    const [left, right] = (article?.paragraphs.flatMap(({ spans }) => spans) ?? []).map(([from, to]): Span => [from + start, to + start]);
    assert.ok(left && right);
    // Both cannot be.
    const decisions: Decision[] = [{ kind: 'follow', left, right }, { kind: 'follow', left: right, right: left }];
    const leaves = session.leaves(decisions);
    const whole = pageOf(text, leaves, decisions);
    const first = pageOf(text, leaves.slice(0, 1), decisions);
    assert.deepEqual(first.unmet, []);
    assert.equal(whole.unmet.length, 1);
    assert.deepEqual(pageOf(text, leaves.slice(2), decisions).unmet, whole.unmet);
  });

  it('opened anew keeps what stands in the text as before', () => {
    const session = theEngine().session();
    session.open([1, 2, 3].map(leaf).join('\n'));
    const before = session.leaves();
    session.open([1, 9, 3].map(leaf).join('\n'));
    assert.deepEqual(session.leaves().map((one, i) => one.leaf === before[i]?.leaf), [true, false, true]);
  });

  it('counts places, lines and articles from the beginning of the dump', () => {
    const one = leaf(1);
    const result = theEngine().analyse(`${one}\n${leaf(2)}`);
    const alone = theEngine().analyse(one);
    const half = alone.articles.length;
    assert.equal(result.articles.length, 2 * half);
    assert.deepEqual(result.articles.map(({ id }) => id), result.articles.map((_, i) => `a${i + 1}`));
    assert.deepEqual(result.articles.slice(0, half), alone.articles);
    assertSound(result.text, result);
    const lineOf = (offset: number): number => result.text.slice(0, offset).split('\n').length;
    const cuts = result.findings.filter(({ code, related }) => code === 'split-paragraph' && related.length > 0);
    assert.ok(cuts.length >= 2);
    for (const { message, related } of cuts) assert.equal(message.args[0], lineOf(related[0]?.span[0] ?? 0));
  });

  it('knows which decisions are met of pages that come from another thread', () => {
    const text = leaf(1);
    const headline = theEngine().analyse(text).articles.flatMap((article) => article.headline).at(-1);
    assert.ok(headline);
    const decisions = [{ kind: 'role', span: headline, role: 'furniture' }, { kind: 'split', at: text.length + 9 }] as const;
    const session = theEngine().session();
    session.open(text);
    assert.deepEqual(pageOf(text, structuredClone(session.leaves(decisions)), decisions).unmet, [decisions[1]]);
  });

  it('keeps a blank line between the pages when the first passage of one is moved', () => {
    const text = page('河湾日报 2031年9月2日 第1版', '## 河湾镇办起夜校', '入秋以来，河湾镇的夜校一到傍晚就亮起灯。') + '\f' + leaf(2);
    const result = theEngine().analyse(text);
    for (const { edits } of result.findings.flatMap(({ fixes }) => fixes)) for (const { span } of edits) assert.ok(span[0] >= 0 && span[1] <= text.length);
  });
});

describe('messages with a line in them', () => {
  it('are all moved with their page', () => {
    const told = Object.entries(CATALOGUES.en).flatMap(([code, words]) => [...words.matchAll(/line \{(\d)\}/gu)].map(([, place]): [string, number] => [code, Number(place)]));
    assert.deepEqual(Object.fromEntries(told), LINES);
  });
});
