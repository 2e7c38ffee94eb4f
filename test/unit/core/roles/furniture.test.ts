import assert from 'node:assert/strict';
import { isContact, isDate, isFolio, isMasthead, isFurniture, isPageNumber, folioPage } from '../../../../src/core/roles/furniture';

describe('furniture', () => {
  for (const line of [
    '河湾日报  2031年9月2日 星期二  第2版 要闻',
    '2031年9月2日　星期二',
    '第3版',
    '第３版：综合',
    'A12',
    '综合 10',
    '责任编辑：林小禾',
    '责任编辑：林小禾 版式：周石 校对：陈渡',
    '本版编辑 林小禾',
    '责编/林小禾 美编/周石',
    '社址：河湾镇渡口路1号 邮编：000000',
    '国内统一刊号：CN00-0000',
    '新闻热线：0000-1234567',
    '总第123期',
    '二〇三一年九月二日　星期二　第三版',
    '2031.09.02 星期二 A03',
    '中华民国一百二十年九月二日　星期二',
    'A04 文体 2031年9月2日',
    '第2版 要闻 2031年9月2日 星期二 责任编辑：林小禾 版式：周石',
    '2031年9月2日 星期二 | 责任编辑：林小禾 | 版式：周石 | 第2版',
    '2031年9月2日 星期二 责编/林小禾、周 石 美编/陈渡 热线电话：0000-1234567 A03',
    '扫码看视频',
    '扫描二维码 看更多内容',
    '更多精彩 请关注河湾日报微信公众号',
    'www.example.com/paper',
    '广告',
    '■广告■',
    '版面设计 林小禾',
    '广告经营许可证：0000004000001',
    '零售每份1.5元',
    '印刷：河湾日报印务中心',
    'HEWAN DAILY',
    '要闻 NEWS',
  ]) {
    it(`is “${line}”`, () => assert.equal(isFurniture(line), true));
  }

  for (const line of [
    '编辑部迎来新成员',
    '| 周一 | 多云 | 18℃ | 9℃ |',
    '第2031128期：03 08 12 19',
    '2031年9月2日，责任编辑：林小禾说夜校的灯亮着',
    '校对员的一天',
    '策划了三年的夜校终于开课。',
    '2031年9月2日，河湾镇的夜校开课了，来听课的有木匠、有菜农，还有刚放学的孩子。',
    '星期二的渡口静悄悄，船还没有来。',
    '□本报记者 林小禾',
    '夜校亮起了灯',
    '(2031-09-0209:14:00)(林小禾)',
    '扫码支付让集市热闹起来，摊主说。',
    '广告牌换了新颜',
    '请关注渡口的孩子',
    '主办方说',
    '每份工作都有尊严',
    'GDP',
    '2031年9月2日下',
    '2031年9月2日上午',
    '另据2031年9月2日《',
    '',
  ]) {
    it(`is not “${line}”`, () => assert.equal(isFurniture(line), false));
  }
});

describe('furniture, not told apart yet', () => {
  // 版 followed by a character that goes on with the word (版画) is no page.
  it('is not “第3版画展开幕”', () => assert.equal(isFurniture('第3版画展开幕'), false));
});

describe('a date, an address, a paper’s name', () => {
  it('may belong to the page or to an article', () => {
    for (const line of ['2031年9月2日', '二〇三一年九月二日']) assert.equal(isDate(line), true, line);
    for (const line of ['2031年9月2日 星期二', '2031年9月2日开课', '今年']) assert.equal(isDate(line), false, line);
    for (const line of ['电话：0000-1234567', '联系地址：河湾镇渡口路1号']) assert.equal(isContact(line), true, line);
    assert.equal(isContact('电话打不通'), false);
    for (const line of ['河湾日报', '青溪晚报']) assert.equal(isMasthead(line), true, line);
    for (const line of ['夜校海报', '日报', '晚报的读者']) assert.equal(isMasthead(line), false, line);
  });
});

describe('folio and page number', () => {
  it('tell a page that opens', () => {
    assert.equal(isFolio('2031年9月2日 星期二 第3版'), true);
    assert.equal(folioPage('第3版 综合'), '3');
    assert.equal(folioPage('2031年9月2日 星期二'), undefined);
    assert.equal(folioPage('A03 民生 2031年9月2日 星期二'), 'A03');
    assert.equal(folioPage('二〇三一年九月二日　星期二　第三版　港聞'), '三');
  });

  it('tell a line with nothing but a number', () => {
    for (const line of ['3', '- 3 -', '—12—', '３']) assert.equal(isPageNumber(line), true, line);
    for (const line of ['3版', '1234', '三', '3.5', '']) assert.equal(isPageNumber(line), false, line);
  });
});
