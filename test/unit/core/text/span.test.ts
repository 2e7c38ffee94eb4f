import assert from 'node:assert/strict';
import { applyEdits, bySpan, contains, sliceSpan, spanLength, type Span } from '../../../../src/core/text/span';

describe('spans', () => {
  it('are half open', () => {
    assert.equal(spanLength([3, 7]), 4);
    assert.equal(contains([3, 7], 3), true);
    assert.equal(contains([3, 7], 7), false);
    assert.equal(contains([3, 3], 3), false);
    assert.equal(sliceSpan('零一二三四', [1, 3]), '一二');
  });

  it('are ordered by start, then by end', () => {
    const spans: Span[] = [[5, 6], [2, 9], [2, 4]];
    assert.deepEqual(spans.sort(bySpan), [[2, 4], [2, 9], [5, 6]]);
  });
});

describe('applyEdits', () => {
  it('replaces, inserts and deletes, in any order given', () => {
    assert.equal(
      applyEdits('abcdef', [
        { span: [5, 6], newText: '' },
        { span: [0, 0], newText: '>' },
        { span: [2, 4], newText: 'CD!' },
      ]),
      '>abCD!e',
    );
  });

  it('keeps the order of insertions at one place, and puts them before a replacement that begins there', () => {
    assert.equal(applyEdits('xy', [{ span: [1, 1], newText: '1' }, { span: [1, 1], newText: '2' }]), 'x12y');
    assert.equal(applyEdits('xy', [{ span: [1, 2], newText: 'Y' }, { span: [1, 1], newText: '1' }]), 'x1Y');
  });

  it('gives the text itself for no edits', () => {
    assert.equal(applyEdits('段落', []), '段落');
  });

  it('lets edits touch', () => {
    assert.equal(applyEdits('abcd', [{ span: [0, 2], newText: 'x' }, { span: [2, 4], newText: 'y' }]), 'xy');
  });

  it('refuses edits that overlap, run backwards or lie outside', () => {
    assert.throws(() => applyEdits('abcd', [{ span: [0, 3], newText: '' }, { span: [2, 4], newText: '' }]), RangeError);
    assert.throws(() => applyEdits('abcd', [{ span: [0, 2], newText: '' }, { span: [1, 1], newText: 'x' }]), RangeError);
    assert.throws(() => applyEdits('abcd', [{ span: [3, 1], newText: '' }]), RangeError);
    assert.throws(() => applyEdits('abcd', [{ span: [-1, 1], newText: '' }]), RangeError);
    assert.throws(() => applyEdits('abcd', [{ span: [4, 5], newText: '' }]), RangeError);
  });
});
