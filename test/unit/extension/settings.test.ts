import assert from 'node:assert/strict';
import { chooseLanguage, defaults, readSettings, settingKeys } from '../../../src/extension/settings';

describe('settings', () => {
  const read = (values: Record<string, unknown>): ReturnType<typeof readSettings> => readSettings((key) => values[key]);

  it('are the defaults where nothing is set', () => {
    assert.deepEqual(read({}), defaults);
  });

  it('take values of the right type', () => {
    const settings = read({
      language: 'zh', detect: 'never', maxFileSize: 0.5, findings: { 'jump-line': false }, 'hover.figures': false, 'hover.cuts': false,
      'marks.rules': false, 'marks.inlayHints': false, 'articles.followCursor': false, 'export.normalise': true, author: ' 沈知微 ', 'restitch.preview': 'ask', 'figures.check': false,
    });
    assert.deepEqual(settings, {
      ...defaults,
      language: 'zh',
      detect: 'never',
      maxFileSize: 0.5,
      findings: { ...defaults.findings, 'jump-line': false },
      hoverFigures: false,
      hoverCuts: false,
      rules: false,
      inlayHints: false,
      followCursor: false,
      exportNormalise: true,
      author: '沈知微',
      preview: 'ask',
      figuresCheck: false,
    });
  });

  it('count a value of the wrong type as not set', () => {
    const wrong: unknown[] = [null, 'klingon', -1, [], {}, Number.NaN];
    for (const value of wrong) {
      // Any text is a name.
      const settings = read(Object.fromEntries(Object.values(settingKeys).filter((key) => key !== 'author' || typeof value !== 'string').map((key) => [key, value])));
      assert.deepEqual(settings, defaults);
    }
  });

  it('keep the other kinds of findings where one is set wrongly', () => {
    assert.deepEqual(read({ findings: { 'jump-line': 'no', 'standing-head': false } }).findings, { ...defaults.findings, 'standing-head': false });
  });

  it('follow the editor in their language', () => {
    assert.equal(chooseLanguage('auto', 'zh-cn'), 'zh');
    assert.equal(chooseLanguage('auto', 'zh-TW'), 'zh');
    assert.equal(chooseLanguage('auto', 'de'), 'en');
    assert.equal(chooseLanguage('en', 'zh-cn'), 'en');
    assert.equal(chooseLanguage('zh', 'en'), 'zh');
  });
});
