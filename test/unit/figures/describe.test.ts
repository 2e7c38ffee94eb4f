import assert from 'node:assert/strict';
import { describeFigure, figuresIn, figureWords } from '../../../src/core/figures';

describe('describeFigure', () => {
  const lines: readonly (readonly [text: string, en: string, zh: string])[] = [
    ['3.1万名', '3.1万名 = 31,000 名', '3.1万名 = 31,000 名'],
    ['16.4亿元', '16.4亿元 = 1,640,000,000 元', '16.4亿元 = 1,640,000,000 元'],
    ['43公里', '43公里', '43公里'],
    ['约9万立方米', '约9万立方米 = about 90,000 立方米', '约9万立方米 = 约 90,000 立方米'],
    ['1.1万余条', '1.1万余条 = over 11,000 条', '1.1万余条 = 11,000 余条'],
    ['8000元左右', '8000元左右 = about 8,000 元', '8000元左右'],
    ['26至29摄氏度', '26至29摄氏度 = 26–29 摄氏度', '26至29摄氏度 = 26–29 摄氏度'],
    ['零下35度', '零下35度 = −35 度', '零下35度 = −35 度'],
    ['11.0%', '11.0%', '11.0%'],
    ['百分之三', '百分之三 = 3%', '百分之三 = 3%'],
    ['0.6个百分点', '0.6个百分点 = 0.6 percentage points', '0.6个百分点'],
    ['2.4倍', '2.4倍 = 2.4 times', '2.4倍'],
    ['三分之一', '三分之一 ≈ 0.3333', '三分之一 ≈ 0.3333'],
    ['第九批', '第九批 = no. 9 (批)', '第九批 = 第 9 批'],
    ['2024年10月21日', '2024年10月21日 = 21 October 2024', '2024年10月21日'],
    ['前三季度', '前三季度 = January to September', '前三季度 = 1月至9月'],
    ['2019年以来', '2019年以来 = since 2019', '2019年以来'],
    ['去年同期', '去年同期 = the same period of last year', '去年同期'],
    ['22日', '22日 = the 22nd', '22日'],
    ['晚上9时05分', '晚上9时05分 = 21:05', '晚上9时05分 = 21:05'],
  ];
  for (const [text, en, zh] of lines) {
    it(text, () => {
      const [figure] = figuresIn(text);
      assert.ok(figure);
      assert.deepEqual([describeFigure(figure, 'en'), describeFigure(figure, 'zh')], [en, zh]);
    });
  }
});

describe('figureWords', () => {
  it('reads the value aloud and gives base units', () => {
    const [figure] = figuresIn('发电量320亿千瓦时');
    assert.ok(figure);
    const words = figureWords(figure, 'zh');
    assert.equal(words.reading, '三百二十亿千瓦时');
    assert.equal(words.base, '32,000,000,000 kWh');
  });

  it('says what has changed', () => {
    const [figure] = figuresIn('产量同比增长4.6%');
    assert.ok(figure);
    assert.equal(figureWords(figure, 'zh').change, '同比增长（对比上年同期）');
    assert.equal(figureWords(figure, 'en').change, 'up year on year, against 上年同期');
  });
});
