import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, restitch, type Decision } from '../../../../src/core/index';
import { leafEnds, leafPages } from '../../../../src/core/findings/leafPages';
import { anyIssue } from '../properties/issues';
import { analyse, inventory, page, read, restitched, theEngine } from '../support';

const set = { numRuns: Number(process.env['RESTITCH_RUNS'] ?? 150), seed: Number(process.env['RESTITCH_SEED'] ?? 1) };

const first = ['## 河湾镇办起夜校', '入秋以来，夜校亮起了灯。农民白天下地，晚上听', '课，学会了看图纸。', '## 渡口换上新船', '老渡口的新船昨天下水，船工说它又快又稳。'];
const second = ['## 石桥村修好水渠', '石桥村的水渠修好了，今年的稻子不缺水。村民说，往年要到河里挑', '水，如今打开闸门就行。'];
const folio = (number: number): string => `河湾日报 2031年9月2日 星期二 第${number}版 要闻`;
const joined = (blocks: readonly string[]): string[] => [blocks[0] ?? '', `${blocks[1] ?? ''}${blocks[2] ?? ''}`, ...blocks.slice(3)];
const feeds = (text: string): number => text.trim().split('\f').length - 1;

describe('re-stitching a dump of several pages', () => {
  const forms: readonly (readonly [name: string, make: (one: readonly string[], other: readonly string[]) => string])[] = [
    ['a form feed on a line of its own', (one, other) => `${page(...one)}\n\f\n${page(...other)}`],
    ['a form feed in front of a line', (one, other) => `${page(...one)}\n\f${page(...other)}`],
    // As pdftotext writes it.
    ['a form feed without a blank line, and one at the end', (one, other) => `${page(...one)}\f${page(...other)}\f`],
    ['the mark of a page\'s end', (one, other) => `${page('{0}-----', ...one)}\n${page('{1}-----', ...other)}`],
    ['a comment between the pages', (one, other) => `${page(...one)}\n${page('<!-- PageBreak -->', ...other)}`],
    ['folios on top', (one, other) => page(folio(1), ...one, folio(2), ...other)],
    ['folios at the foot', (one, other) => page(...one, folio(1), ...other, folio(2))],
  ];

  for (const [name, make] of forms) {
    it(`leaves each page where it stands: ${name}`, () => {
      const text = make(first, second);
      assert.equal(leafEnds(text, []).length, 2);
      const once = restitched(text);
      assert.equal(once, make(joined(first), joined(second)));
      assert.equal(restitched(once), once);
      assert.deepEqual(read(analyse(once)), read(analyse(text)));
    });
  }

  it('moves nothing from one page to another, and marks headlines on each', () => {
    const stray = '到了晚上，船头的灯照见两岸，老渡口的人都来看新船下水。';
    const text = `${page(...first.slice(0, 3), '## 石桥村修好水渠', second[1] ?? '', second[2] ?? '')}\n\f\n${page('渡口换上新船', first[4] ?? '', stray)}`;
    const parts = restitched(text, 'likely').split('\f');
    assert.equal(parts.length, 2);
    assert.deepEqual(parts.map(inventory), text.split('\f').map(inventory));
  });

  it('a form feed stays where a single fix moves the passage below it', () => {
    // The second page begins with the rest of what is cut below.
    const text = `${page(...joined(first))}\n\f\n${page('水，如今打开闸门就行。', ...second.slice(0, 2), '## 河湾镇办起夜校', '夜校亮起了灯。')}`;
    const fixes = analyse(text).findings.flatMap((finding) => finding.fixes).filter(({ kind }) => kind === 'join' || kind === 'move');
    assert.notEqual(fixes.length, 0);
    for (const { edits } of fixes) assert.equal(feeds(applyEdits(text, edits)), 1);
  });

  it('takes decisions along, those about two pages too', () => {
    // White space in front of the first page goes; places go with what stands in them.
    const text = `\n \n${page(folio(1), ...first, folio(2), ...second)}`;
    const at = (part: string): [number, number] => [text.indexOf(part), text.indexOf(part) + part.length];
    const decisions: Decision[] = [
      { kind: 'ignore', code: 'split-paragraph', span: at('渡口换上新船') },
      { kind: 'apart', as: 'follow', left: at(first[4] ?? ''), right: at(second[1] ?? '') },
      { kind: 'role', role: 'headline', span: at('## 石桥村修好水渠') },
    ];
    const { edits, decisions: after } = restitch(theEngine().analyse(text, decisions), theEngine());
    const once = applyEdits(text, edits);
    const spans = (decision: Decision): string[] => ('left' in decision ? [decision.left, decision.right] : 'span' in decision ? [decision.span] : []).map(([start, end]) => once.slice(start, end));
    assert.deepEqual(after.map(({ kind }) => kind), ['ignore', 'apart', 'role']);
    assert.deepEqual(after.map(spans), [['渡口换上新船'], [first[4], second[1]], ['## 石桥村修好水渠']]);
  });

  it('a decision that ties two pages makes them one', () => {
    const text = `${page(...first.slice(0, 2))}\n\f\n${page('课，学会了看图纸。', ...second)}`;
    const at = (part: string): [number, number] => [text.indexOf(part), text.indexOf(part) + part.length];
    const decisions: Decision[] = [{ kind: 'join', left: at(first[1] ?? ''), right: at(first[2] ?? '') }];
    assert.equal(leafEnds(text, decisions).length, 1);
    const { edits } = restitch(theEngine().analyse(text, decisions), theEngine());
    assert.ok(applyEdits(text, edits).includes('晚上听课，'));
  });

  it('parts a page so that its parts put together are all of it', () => {
    fc.assert(
      fc.property(anyIssue, (text) => {
        const whole = analyse(text);
        const { leaves } = leafPages(whole, leafEnds(text, []));
        assert.equal(leaves.map(({ before, page: { text: own } }) => before + own).join(''), text);
        for (const part of ['articles', 'furniture', 'findings'] as const) assert.equal(leaves.reduce((sum, leaf) => sum + leaf.page[part].length, 0), whole[part].length);
      }),
      set,
    );
  });

  for (const level of ['sure', 'likely'] as const) {
    it(`keeps every character, every form feed between two texts, and is done once: what is ${level}`, () => {
      fc.assert(
        fc.property(anyIssue, (text) => {
          const once = restitched(text, level);
          assert.deepEqual(inventory(once), inventory(text));
          assert.equal(feeds(once), feeds(text));
          assert.equal(restitched(once, level), once);
        }),
        set,
      );
    });
  }

  it('brings a page to rest that looks like several by itself, and is one in the dump', () => {
    const text = '借图书1.9万册次,读者证410一(下转)版)\n版)\n)\n(\n3版)\n转3版\n3版\n0版要闻\n五';
    const once = restitched(text, 'sure');
    assert.deepEqual(inventory(once), inventory(text));
    assert.equal(restitched(once, 'sure'), once);
  });

  it('each single fix keeps every form feed between two texts', () => {
    fc.assert(
      fc.property(anyIssue, (text) => {
        for (const finding of analyse(text).findings) for (const { edits } of finding.fixes) assert.equal(feeds(applyEdits(text, edits)), feeds(text));
      }),
      set,
    );
  });
});
