import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FILE_NAMES, readName, unusablePattern } from '../../../../src/core/issue';

describe('names of files', () => {
  it('tell paper, day and page by the usual patterns', () => {
    assert.deepEqual(readName('papers/lanchuan-20240927-01.txt'), { paper: 'lanchuan', date: '2024-09-27', page: '1' });
    assert.deepEqual(readName('澜川日报2024年09月27日第3版要闻.txt'), { paper: '澜川日报', date: '2024-09-27', page: '3', section: '要闻' });
    assert.deepEqual(readName('2024/09/27/04.txt'), { date: '2024-09-27', page: '4' });
    assert.deepEqual(readName('2024-09-27/A03.newspage.txt'), { date: '2024-09-27', page: 'A3' });
    assert.deepEqual(readName('第三版.md'), { page: '3' });
    assert.deepEqual(readName('hewan-wanbao-2031-09-02.txt'), { paper: 'hewan-wanbao', date: '2031-09-02' });
  });

  it('tell nothing that is not there', () => {
    for (const name of ['readme.txt', 'x-20241399-01.txt', '2024.txt', '', '/', 'notes/xyz']) assert.deepEqual(readName(name), {}, name);
  });

  it('are read by patterns of one’s own, the first that fits', () => {
    assert.deepEqual(readName('27.9.2024_S12.txt', ['{d}.{m}.{yyyy}_S{page}']), { date: '2024-09-27', page: '12' });
    assert.deepEqual(readName('a/b/c.txt', ['{*}/{paper}/c']), { paper: 'b' });
    assert.deepEqual(readName('a-b-c.txt', ['{paper}-{section}']), { paper: 'a', section: 'b-c' });
  });

  it('need patterns that can be used', () => {
    assert.equal(unusablePattern(FILE_NAMES), undefined);
    for (const pattern of ['{nothing}', '{page', 'no hole', '{*}', '', '{toString}']) assert.equal(unusablePattern(['{page}', pattern]), pattern);
    assert.deepEqual(readName('01.txt', ['{nothing}', '{page}']), { page: '1' });
  });

  it('give a value for any name and any pattern, at once', () => {
    const hostile = ['{*}{*}{*}{*}{*}{*}{*}{*}{paper}{section}x'];
    assert.deepEqual(readName('a'.repeat(250), hostile), {});
    const piece = fc.constantFrom('{*}', '{paper}', '{page}', '{yyyy}', '{mm}', '{dd}', '-', '/', '第', 'a', '1', '{', '}');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.string({ maxLength: 300 }), (pattern, name) => {
      readName(name, [pattern.join('')]);
    }), { seed: 7, numRuns: 300 });
  });
});
