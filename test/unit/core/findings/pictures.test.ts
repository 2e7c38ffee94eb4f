import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/index';
import { passagesOf } from '../../../../src/core/figures/passages';
import { analyse, assertSound, inventory, page, read, restitched, sample } from '../support';

/** A page with a line put in at every so many blank lines. */
function withLines(text: string, every: number, make: (count: number) => string, below = '\n\n'): string {
  let count = 0;
  return text.replace(/\n\n/gu, () => (++count % every === 0 ? `\n\n${make(count)}${below}` : '\n\n'));
}

const text = sample('sample-page.txt');
const forms: readonly (readonly [name: string, text: string])[] = [
  ['pictures between blocks', withLines(text, 3, (count) => `![](images/${count.toString(16).padStart(8, '0')}.jpg)`)],
  ['pictures right above a block', withLines(text, 3, (count) => `![](images/${String(count)}.jpg)`, '\n')],
  ['comments', withLines(text, 4, () => '<!-- image -->')],
  ['tags', withLines(text, 5, (count) => `<div><img src="${String(count)}.jpg" alt="夜校" /></div>`)],
  ['rules', withLines(text, 2, () => '---')],
];

describe('pictures and rules on a page', () => {
  for (const [name, changed] of forms) {
    it(`part nothing: ${name}`, () => {
      const result = analyse(changed);
      assertSound(changed, result);
      assert.deepEqual(read(result), read(analyse(text)));
      assert.equal(result.dump.score, analyse(text).dump.score);
      const [once, plain] = [restitched(changed, 'likely'), restitched(text, 'likely')];
      assert.deepEqual(inventory(once), inventory(changed));
      assert.equal(restitched(once, 'likely'), once);
      // Without them it is the page that it would have been.
      const isText = (line: string): boolean => !/^(?:!\[|<|---)/u.test(line);
      const blocks = (whole: string): string[] => whole.split('\n').filter((line) => line !== '' && isText(line));
      assert.deepEqual(blocks(once), blocks(plain));
    });
  }

  it('stay below what they stand below, with their article', () => {
    const dump = page(
      '## 河湾镇办起夜校', '入秋以来，夜校亮起了灯。农民白天下地，晚上听', '![](images/1.jpg)', '## 渡口换上新船', '![](images/2.jpg)', '老渡口的新船昨天下水，船工说它又快又稳。', '课，学会了看图纸。', '![](images/3.jpg)',
    );
    assert.equal(restitched(dump), page(
      '## 河湾镇办起夜校', '入秋以来，夜校亮起了灯。农民白天下地，晚上听课，学会了看图纸。', '![](images/1.jpg)', '![](images/3.jpg)', '## 渡口换上新船', '![](images/2.jpg)', '老渡口的新船昨天下水，船工说它又快又稳。',
    ));
  });

  it('go along with a passage that is moved past them', () => {
    const dump = page(
      '## 河湾镇办起夜校', '入秋以来，夜校亮起了灯。农民白天下地，晚上听', '## 渡口换上新船', '老渡口的新船昨天下水，船工说它又快又稳。', '课，学会了看图纸。', '![](images/3.jpg)', '夜校的先生是镇上的老木匠，他教农民看图纸、认尺寸。',
    );
    const [fix] = analyse(dump).findings.flatMap(({ fixes }) => fixes);
    assert.ok(fix !== undefined);
    const after = applyEdits(dump, fix.edits);
    assert.deepEqual(inventory(after), inventory(dump));
    assert.deepEqual(read(analyse(restitched(dump, 'likely'))), read(analyse(dump)));
  });

  it('make no dump of a note, and have no figures', () => {
    const note = page('# 笔记', '![](images/2031.jpg)', '这是一篇普通的笔记，讲怎样写一个程序。', '---', '![](images/3.jpg)', '2031年9月2日写的。');
    assert.equal(analyse(note).dump.isDump, false);
    const result = analyse(forms[0]?.[1] ?? '');
    assert.equal(passagesOf(result).some((passage) => passage.text.startsWith('![')), false);
  });
});
