import assert from 'node:assert/strict';
import { excerpt } from '../../../src/extension/excerpt';
import { translate, translateCount } from '../../../src/extension/translate';

describe('the words of the interface', () => {
  it('are their own key in English and translated in Chinese', () => {
    assert.equal(translate('en', 'Exported to {0}.', 'a.md'), 'Exported to a.md.');
    assert.equal(translate('zh', 'Exported to {0}.', 'a.md'), '已导出到 a.md。');
  });

  it('leave a hole that nothing fills, and fill with what looks like a hole', () => {
    assert.equal(translate('en', '{0} joined'), '{0} joined');
    assert.equal(translate('en', 'Exported to {0}.', '{0}'), 'Exported to {0}.');
  });

  it('count', () => {
    assert.equal(translateCount('en', 1, '{0} problem', '{0} problems'), '1 problem');
    assert.equal(translateCount('en', 2, '{0} problem', '{0} problems'), '2 problems');
  });
});

describe('an excerpt', () => {
  it('is the text itself where that is short', () => {
    assert.equal(excerpt('短', 4), '短');
    assert.equal(excerpt('一二三四', 4), '一二三四');
    assert.equal(excerpt('', 4), '');
  });

  it('ends in dots where more follows', () => {
    assert.equal(excerpt('一二三四五', 4), '一二三四…');
    assert.equal(excerpt('  一\n二  三四五 ', 5), '一 二 三…');
  });

  it('does not cut a character in two', () => {
    assert.equal(excerpt('𠮷𠮷𠮷', 2), '𠮷𠮷…');
    assert.equal(excerpt('一𠮷二', 3), '一𠮷二');
  });
});
