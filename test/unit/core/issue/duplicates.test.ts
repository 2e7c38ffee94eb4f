import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fingerprintOf, likeness } from '../../../../src/core/issue/fingerprint';
import { issueOf } from '../../../../src/core/issue';
import { page } from './support';

const text = '澜河上的旧桥建于七十年前，桥面窄，货车要让着人走。新桥在旧桥下游三百米处，今年春天开工，桩已经打完，等枯水期一到就架梁。桥头的老槐树保留了下来，树下添了两条长凳。';

describe('duplicates', () => {
  it('are the same whatever signs, spaces and characters they are printed in', () => {
    const other = text.replace(/，/gu, ', ').replace('旧桥建于', '舊橋建於');
    assert.equal(fingerprintOf(other).hash, fingerprintOf(text).hash);
  });

  it('are near where few words differ, and none where only the subject is the same', () => {
    const kinds = (second: string): string[] => issueOf([page(1, ['新桥等水', text]), page(2, ['新桥等水', second])]).duplicates.map(({ kind }) => kind);
    assert.deepEqual(kinds(text), ['exact']);
    assert.deepEqual(kinds(text.replace('两条', '三条')), ['near']);
    assert.deepEqual(kinds('新桥在旧桥下游，工期两年。桥头要修一个小公园，老槐树会留下来，居民可以在树下乘凉，孩子们也有了放风筝的地方，图纸已经贴在桥头。'), []);
  });

  it('are found within a longer text', () => {
    const longer = `${text}据了解，新桥全长一千二百米，设四条车道和两条人行道，两岸的果农往后运一车柑橘进城，能省下半个钟头。施工队夜里不打桩，怕吵着河边的人家。${text.slice(0, 30)}`;
    const base = `${text}桥工老孟说，桩打得稳，桥才走得远，他在河上修了三十年的桥，这一座是离家最近的。等桥通了，他想骑车带孙子从这头走到那头。`;
    const found = issueOf([page(1, ['甲地', base]), page(2, ['甲地', `${base}${longer.slice(text.length)}`])]).duplicates;
    assert.deepEqual(found.map(({ kind }) => kind), ['within']);
  });

  it('are none where the texts are short', () => {
    assert.deepEqual(issueOf([page(1, ['天气', '今天晴，明天多云。']), page(2, ['天气', '今天晴，明天多云。'])]).duplicates, []);
  });

  it('share as much with each other as they do the other way round', () => {
    const words = fc.array(fc.constantFrom('澜河', '新桥', '旧桥', '打桩', '槐树', '枯水期'), { maxLength: 400 }).map((parts) => parts.join(''));
    fc.assert(fc.property(words, words, (a, b) => {
      const [one, other] = [fingerprintOf(a), fingerprintOf(b)];
      const there = likeness(one, other);
      const back = likeness(other, one);
      assert.deepEqual([there.both, there.ofFirst, there.ofSecond], [back.both, back.ofSecond, back.ofFirst]);
      assert.ok(there.both >= 0 && there.both <= Math.min(there.ofFirst, there.ofSecond) + 1e-9 && there.ofFirst <= 1);
      if (one.sketch.length > 0) assert.equal(likeness(one, one).both, 1);
    }), { seed: 11, numRuns: 200 });
  });
});
