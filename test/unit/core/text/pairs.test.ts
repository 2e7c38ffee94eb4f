import assert from 'node:assert/strict';
import { PAIRS } from '../../../../src/core/text/characters';
import { balanceOf, openPairs } from '../../../../src/core/text/pairs';

describe('pairs', () => {
  it('know each pair there is', () => {
    for (const [open, close] of PAIRS) {
      assert.equal(openPairs(`甲${open}乙`).length, 1, open);
      assert.equal(balanceOf(`甲${close}乙`).unopened.length, 1, close);
      assert.deepEqual(balanceOf(`甲${open}乙${close}丙`), { open: [], unopened: [] }, open + close);
    }
  });

  it('close what they open', () => {
    assert.deepEqual(balanceOf('“你好”，他说（笑）。'), { open: [], unopened: [] });
    assert.deepEqual(openPairs('她说：“《长河》一书里的‘渡口’'), ['“']);
  });

  it('tell what stays open, outermost first, and what closes without opening', () => {
    assert.deepEqual(openPairs('他问：“《渡口'), ['“', '《']);
    assert.deepEqual(balanceOf('》写得好”，她说'), { open: [], unopened: ['《', '“'] });
  });

  it('count half- and full-width brackets as one kind', () => {
    assert.deepEqual(balanceOf('(甲）（乙)'), { open: [], unopened: [] });
    assert.deepEqual(openPairs('约(占'), ['（']);
    assert.deepEqual(balanceOf('三成)').unopened, ['（']);
  });

  it('count a quotation that opens again in a new paragraph once', () => {
    assert.deepEqual(openPairs('“第一段。“第二段。'), ['“']);
    assert.deepEqual(balanceOf('“第一段。“第二段。”'), { open: [], unopened: [] });
  });

  it('drop inner signs left open when the outer one closes', () => {
    assert.deepEqual(balanceOf('“他读《长河”完'), { open: [], unopened: [] });
  });

  it('stay bounded on hostile text', () => {
    assert.deepEqual(openPairs('“'.repeat(10_000)), ['“']);
    assert.equal(balanceOf('”'.repeat(10_000)).unopened.length, 64);
  });

  it('do not stumble over lone surrogates', () => {
    assert.deepEqual(openPairs('\ud83d“\udc00'), ['“']);
  });
});
