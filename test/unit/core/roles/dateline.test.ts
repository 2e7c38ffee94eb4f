import assert from 'node:assert/strict';
import { datelineOf } from '../../../../src/core/roles/dateline';
import { sliceSpan } from '../../../../src/core/text/span';

/** What was found, the text of the span instead of the span. */
function found(text: string): Record<string, unknown> | undefined {
  const dateline = datelineOf(text, 0);
  if (dateline === undefined) return undefined;
  const { span, ...rest } = dateline;
  return { ...rest, text: sliceSpan(text, span) };
}

describe('dateline', () => {
  it('has place, month, day and reporters', () => {
    assert.deepEqual(found('本报河湾9月2日讯(记者 林小禾 通讯员 周石)入秋以来，夜校亮起了灯。'), {
      place: '河湾', month: 9, day: 2, reporters: ['林小禾', '周石'], text: '本报河湾9月2日讯(记者 林小禾 通讯员 周石)',
    });
  });

  it('has what it has', () => {
    assert.deepEqual(found('本报讯 夜校亮起了灯。'), { reporters: [], text: '本报讯' });
    assert.deepEqual(found('本报河湾讯 夜校亮起了灯。'), { place: '河湾', reporters: [], text: '本报河湾讯' });
    assert.deepEqual(found('本报讯（记者林小禾）夜校亮起了灯。'), { reporters: ['林小禾'], text: '本报讯（记者林小禾）' });
    assert.deepEqual(found('本报9月2日讯 夜校亮起了灯。'), { month: 9, day: 2, reporters: [], text: '本报9月2日讯' });
  });

  it('reads agencies, years and full-width digits and brackets', () => {
    assert.deepEqual(found('新华社河湾１０月１２日电（记者林小禾、周石）夜校开课。'), {
      place: '河湾', month: 10, day: 12, reporters: ['林小禾', '周石'], text: '新华社河湾１０月１２日电（记者林小禾、周石）',
    });
    assert.deepEqual(found('据新华社河湾2031年9月2日电 夜校开课。'), { place: '河湾', month: 9, day: 2, reporters: [], text: '据新华社河湾2031年9月2日电' });
    assert.equal(found('本报河湾9月2日专电 夜校开课。')?.['text'], '本报河湾9月2日专电');
  });

  it('stands in brackets, and counts its days in Chinese', () => {
    assert.deepEqual(found('【本报河湾十日电】夜校开课。'), { place: '河湾', day: 10, reporters: [], text: '【本报河湾十日电】' });
    assert.deepEqual(found('【本報訊】夜校開課。'), { reporters: [], text: '【本報訊】' });
    assert.deepEqual(found('【新華社河灣十月廿五日電】夜校開課。'), { place: '河灣', month: 10, day: 25, reporters: [], text: '【新華社河灣十月廿五日電】' });
    assert.deepEqual(found('本报河湾二日讯　夜校开课。'), { place: '河湾', day: 2, reporters: [], text: '本报河湾二日讯' });
    assert.deepEqual(found('〔記者林小禾／河灣報導〕夜校開課。'), { place: '河灣', reporters: ['林小禾'], text: '〔記者林小禾／河灣報導〕' });
    assert.deepEqual(found('（記者林小禾河灣十日電）夜校開課。'), { day: 10, reporters: [], text: '（記者林小禾河灣十日電）' });
    assert.deepEqual(found('【本报讯 记者 林小禾】夜校开课。'), { reporters: ['林小禾'], text: '【本报讯 记者 林小禾】' });
  });

  it('names the paper itself', () => {
    assert.deepEqual(found('河湾晚报讯（记者林小禾）夜校开课。'), { reporters: ['林小禾'], text: '河湾晚报讯（记者林小禾）' });
  });

  it('stands where the paragraph stands', () => {
    assert.deepEqual(datelineOf('本报讯 夜校。', 100)?.span, [100, 103]);
  });

  for (const text of [
    '夜校亮起了灯。本报讯',
    '本报今天推出新栏目。',
    '（记者注：夜校每周三晚。）',
    '【夜校】灯光亮到九点。',
    '晚报的读者来信说，夜校很好。',
    '新华社区里的老人都来听课。',
    '9月2日，夜校开课。',
    '',
    '\ud800本报讯',
  ]) {
    it(`is not in “${text}”`, () => assert.equal(datelineOf(text, 0), undefined));
  }

  // 电 is read as the end of a dateline wherever it stands: a place or a day has to stand before it.
  it('is not in “本报读者来电询问夜校的地址。”', () => {
    assert.equal(datelineOf('本报读者来电询问夜校的地址。', 0), undefined);
  });
});
