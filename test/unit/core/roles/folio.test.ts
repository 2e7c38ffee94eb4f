import assert from 'node:assert/strict';
import { folioOf, pageLabel } from '../../../../src/core/roles/folio';
import { folioPage, isFolio } from '../../../../src/core/roles/furniture';

describe('folios', () => {
  it('tell paper, day, page, section and number of pages', () => {
    assert.deepEqual(folioOf('澜川日报  2024年9月27日 星期五  第1版 要闻  今日8版'), { paper: '澜川日报', date: '2024-09-27', page: '1', section: '要闻', pages: 8 });
    assert.deepEqual(folioOf('2031-09-02 星期二 A03 综合'), { date: '2031-09-02', page: 'A3', section: '综合' });
    assert.deepEqual(folioOf('二〇二四年九月二十七日 星期五 第三版'), { date: '2024-09-27', page: '3' });
    assert.deepEqual(folioOf('瀾川日報 中華民國113年9月27日 第12版'), { paper: '瀾川日報', date: '2024-09-27', page: '12' });
    assert.deepEqual(folioOf('河湾晚报'), { paper: '河湾晚报' });
  });

  it('may name who made the page, and how to reach them', () => {
    const whole = { date: '2031-09-02', page: '2', section: '要闻' };
    assert.deepEqual(folioOf('第2版 要闻 2031年9月2日 星期二 责任编辑：林小禾 版式：周石'), whole);
    assert.deepEqual(folioOf('责任编辑：林小禾 陈渡 要闻 2031年9月2日 第2版 电话：0000-1234567 E-mail：a@example.com'), whole);
    // 王一 版式 is no first page.
    assert.equal(folioPage('2031年9月2日 星期二 责编：王一 版式：周石 A03'), 'A03');
  });

  it('tell nothing that is not there', () => {
    assert.equal(folioOf('清晨的露水刚刚散去,柳湾村的稻田里便热闹起来。'), undefined);
    assert.deepEqual(folioOf('2024年2月31日 星期五'), {});
  });

  it('are no jump lines, and count no pages as a page', () => {
    for (const line of ['(下转第2版)', '下转第十二版', '■上接第1版', '转A03版']) assert.equal(isFolio(line), false, line);
    assert.equal(folioPage('今日8版 第1版 2024年9月27日'), '1');
  });

  it('have labels that can be compared', () => {
    assert.deepEqual(['3', '03', '３', '三', '十二', 'A03', 'ａ3', '要闻', ''].map(pageLabel), ['3', '3', '3', '3', '12', 'A3', 'A3', undefined, undefined]);
  });
});
