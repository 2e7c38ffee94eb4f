import assert from 'node:assert/strict';
import { applyEdits, type Finding, type FindingCode } from '../../../../src/core/index';
import { analyse, articleOf, inventory, page, paragraphsOf, read, restitched, sample } from '../support';

const TITLE = '## 河湾镇办起夜校';
const OPEN = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。';
const LAST = '夜校每周开三个晚上的课，不收学费。镇里说，明年还要再添两间教室，把缝纫班和识字班也办起来。';
const LEFT = '老木匠陈守田在夜校里学会了看图纸，还把四十年的手艺写成了一本小册子，送给每一个来听课的年';
const RIGHT = '轻人。他说，手艺要有人接着做下去。';
const BOAT = '## 渡口小学添了一艘课船';
const BOAT_TEXT = '渡口小学的孩子每天要过河上学。今年9月，学校添了一艘能坐30人的课船，船上有书架，也有黑板。';

const findings = (text: string, code: FindingCode): Finding[] => analyse(text).findings.filter((finding) => finding.code === code);
const codes = (text: string): string[] => analyse(text).findings.map((finding) => finding.code);
const covered = (text: string, finding: Finding | undefined): string => text.slice(finding?.span[0], finding?.span[1]);
/** The text after the first fix of a finding. */
const mended = (text: string, finding: Finding | undefined): string => applyEdits(text, finding?.fixes[0]?.edits ?? []);

describe('findings', () => {
  it('are none on a clean page', () => {
    assert.deepEqual(codes(page(TITLE, '□本报记者 林小禾', OPEN, LAST, BOAT, BOAT_TEXT)), []);
  });

  it('stand in the order of the text, each with an article that exists', () => {
    const result = analyse(sample('sample-page.txt'));
    const starts = result.findings.map((finding) => finding.span[0]);
    assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
    for (const { article } of result.findings) assert.ok(result.articles.some(({ id }) => id === article));
  });

  it('give a reason for every join of two pieces', () => {
    for (const name of ['mini-page.txt', 'sample-page.txt']) {
      for (const seam of paragraphsOf(analyse(sample(name))).flatMap((paragraph) => paragraph.seams)) assert.ok(seam.why.length > 0);
    }
  });
});

describe('a cut paragraph', () => {
  const near = page(TITLE, OPEN, LEFT, RIGHT, LAST);

  it('is found beside its continuation, and joined with it', () => {
    const [found, ...more] = findings(near, 'split-paragraph');
    assert.deepEqual(more, []);
    assert.equal(covered(near, found), LEFT);
    assert.equal(found?.message.code, 'cut.near');
    assert.equal(near.slice(...(found.related[0]?.span ?? [0, 0])), RIGHT);
    assert.equal(found.fixes[0]?.sure, true);
    assert.equal(mended(near, found), page(TITLE, OPEN, LEFT + RIGHT, LAST));
  });

  it('is found far from its continuation, which comes with what follows it', () => {
    const far = page(TITLE, OPEN, LEFT, BOAT, BOAT_TEXT, RIGHT, LAST);
    const found = findings(far, 'split-paragraph')[0];
    assert.equal(covered(far, found), LEFT);
    assert.ok(found?.message.code.startsWith('cut.far'));
    assert.equal(mended(far, found), page(TITLE, OPEN, LEFT + RIGHT, LAST, BOAT, BOAT_TEXT));
  });

  it('leaves a folio that stands between the two pieces where it is', () => {
    const text = page(TITLE, OPEN, LEFT, '第2版 要闻 2031年9月2日 星期二', RIGHT, LAST);
    for (const finding of analyse(text).findings) {
      for (const fix of finding.fixes) assert.deepEqual(inventory(applyEdits(text, fix.edits)), inventory(text));
    }
  });

  it('is found without a continuation, and then there is nothing to offer', () => {
    const text = page(TITLE, OPEN, LEFT);
    const [found] = findings(text, 'split-paragraph');
    assert.equal(found?.message.code, 'cut.open');
    assert.equal(covered(text, found), LEFT);
    assert.deepEqual(found.fixes, []);
  });

  it('is none where the print only breaks the line', () => {
    const columns = [OPEN, LAST].map((text) => text.replace(/(.{14})/gu, '$1\n').trim()).join('\n\n');
    assert.deepEqual(findings(page(TITLE, columns), 'split-paragraph'), []);
  });

  it('is never joined without asking behind a full stop, nor across a jump line', () => {
    const text = page(TITLE, OPEN, `${LEFT}(下转第3版)`, BOAT, `■上接第1版 ${RIGHT}`, LAST);
    assert.deepEqual(findings(text, 'split-paragraph').flatMap((finding) => finding.fixes.filter((fix) => fix.sure)), []);
  });

  it('has other continuations to choose from where it is in doubt', () => {
    const doubtful = paragraphsOf(analyse(sample('sample-page.txt'))).flatMap((paragraph) => paragraph.seams).filter((seam) => !seam.sure && seam.why[0]?.code !== 'hardWrap');
    for (const seam of doubtful) assert.ok(seam.candidates.length > 0);
    // Two cut ends and two starts that fit either: the doubt has to show.
    const text = page(TITLE, '夜校里坐满了人，大家都说灯一亮，', BOAT, '课船上坐满了人，大家都说灯一亮，', '心里就热了。', '心里就亮了。');
    const result = analyse(text);
    for (const finding of result.findings.filter((one) => one.code === 'split-paragraph' && one.message.code.endsWith('doubtful'))) {
      assert.ok(finding.fixes.length > 1);
      assert.ok(finding.fixes.every((fix) => !fix.sure));
    }
  });
});

describe('a stray fragment', () => {
  const text = page(TITLE, OPEN, LEFT, BOAT, BOAT_TEXT, RIGHT, LAST);

  it('is found as a whole and moved home', () => {
    const [found, ...more] = findings(text, 'stray-fragment');
    assert.deepEqual(more, []);
    assert.equal(covered(text, found), `${RIGHT}\n\n${LAST}`);
    assert.equal(text.slice(...(found?.related[0]?.span ?? [0, 0])), LEFT);
    assert.equal(mended(text, found), page(TITLE, OPEN, LEFT + RIGHT, LAST, BOAT, BOAT_TEXT));
  });

  it('is moved with the line ends of the page', () => {
    const crlf = text.replaceAll('\n', '\r\n');
    assert.equal(mended(crlf, findings(crlf, 'stray-fragment')[0]), page(TITLE, OPEN, LEFT + RIGHT, LAST, BOAT, BOAT_TEXT).replaceAll('\n', '\r\n'));
  });
});

describe('an unmarked headline', () => {
  it('is found and marked', () => {
    const text = page(TITLE, OPEN, LAST, '渡口小学添了一艘课船', '□本报记者 周石', BOAT_TEXT);
    const [found] = findings(text, 'unmarked-headline');
    assert.equal(covered(text, found), '渡口小学添了一艘课船');
    assert.equal(mended(text, found), page(TITLE, OPEN, LAST, BOAT, '□本报记者 周石', BOAT_TEXT));
  });

  it('keeps its kicker above the mark', () => {
    const text = page(TITLE, OPEN, LAST, '书架搬上船头 黑板挂在船尾\n渡口小学添了一艘课船', '□本报记者 周石', BOAT_TEXT);
    const [found] = findings(text, 'unmarked-headline');
    assert.equal(mended(text, found), page(TITLE, OPEN, LAST, `书架搬上船头 黑板挂在船尾\n${BOAT}`, '□本报记者 周石', BOAT_TEXT));
    assert.equal(articleOf(analyse(text), '渡口小学添了一艘课船').kicker, '书架搬上船头 黑板挂在船尾');
  });

  it('is none with a mark', () => {
    assert.deepEqual(findings(page(TITLE, OPEN, BOAT, BOAT_TEXT), 'unmarked-headline'), []);
  });
});

describe('lines that stand as lines', () => {
  // A page with something to mend, so that it is written anew.
  const mended = (...blocks: readonly string[]): string => restitched(page('河湾镇的夜校今晚添了两盏灯', '本报河湾9月2日讯（记者 林小禾）夜校添了两盏灯，来听课的有木匠、有菜农，还有刚刚放学的孩', '子。', ...blocks));

  it('stay so when the page is put in order: rows, verses, items', () => {
    for (const lines of [
      '船号 渡口 时刻 涨跌\n600001 河湾渡船 12.35 +0.12\n600002 石桥渡船 8.02 -0.05',
      '| 日期 | 天气 | 最高 |\n|------|------|------|\n| 周一 | 多云 | 18℃ |\n| 周二 | 小雨 | 15℃ |',
      '船还没有来\n风先来了\n灯也来了\n人在路上',
      '一、先点灯；\n二、后开课；\n三、不收学费。',
    ]) {
      const text = mended('## 渡口小学添了一艘课船', lines);
      assert.ok(text.includes('还有刚刚放学的孩子。'), text);
      assert.ok(text.includes(`\n\n${lines}\n`), text);
    }
  });

  it('stay so where they run over two columns side by side', () => {
    const columns = '    夜校添了两盏灯,来听课的有木           渡口小学的课船上周开课,船舱里\n匠、有菜农,还有刚刚放学的孩子,           摆了二十张桌子,孩子们坐船上学,\n教室里坐得满满当当。                     早读的声音传到对岸。\n    入冬以前还要添两盏。                 课船每天往返四趟。';
    const dump = page('## 夜校添灯                             课船开课', columns);
    for (const level of ['sure', 'likely'] as const) assert.equal(restitched(dump, level), dump);
  });
});

describe('a standing head', () => {
  const text = page(TITLE, OPEN, LAST, '## 要闻速览', BOAT, BOAT_TEXT);
  const known = page(TITLE, OPEN, LAST, '## 综合新闻', BOAT, BOAT_TEXT);

  it('that poses as a headline is found and unmarked', () => {
    const [found] = findings(known, 'standing-head');
    assert.equal(covered(known, found), '## 综合新闻');
    assert.equal(mended(known, found), known.replace('## 综合新闻', '综合新闻'));
  });

  it('is doubtful, keeps its mark and its place, where it may head what stands below it', () => {
    const school = '河湾镇的夜校开到腊月，来听课的有木匠、有菜农，学费一分不收。';
    for (const name of ['天气预报', '公告', '图片新闻', '讣告', '灯下新事']) {
      const dump = page('## 木匠赵大江获奖', '2日，赵大江领到了奖状，他在河湾镇做木工二十年。', `## ${name}`, '夜校从15日起改在渡口小学上课，到明年3月15日结束。', '## 石桥村的柿子红了', school);
      for (const found of findings(dump, 'standing-head')) assert.deepEqual([found.fixes[0]?.sure, found.message.code], [false, 'standing.doubtful'], name);
      assert.equal(restitched(dump), dump, name);
    }
  });

  it('above a line that may be its text is doubtful, and so is that line', () => {
    const dump = page('## 渡口新事', '渡口小学上月修好了课船,七十二个孩子重新坐\n进船舱。');
    assert.equal(restitched(dump).startsWith('## 渡口新事\n\n渡口小学'), true);
    const rows = page('## 昨日船期', '船号 渡口 时刻 涨跌\n600001 河湾渡船 12.35 +0.12\n600002 石桥渡船 8.02 -0.05', '## 柿子行情', '1斤柿子 7.1203\n1筐柿子 7.7711\n1船柿子 4.7350');
    assert.equal(restitched(rows), rows);
  });

  it('opens no article', () => {
    for (const one of [text, known]) assert.equal(analyse(one).articles.length, 2);
  });

  it('without a mark is no finding', () => {
    assert.deepEqual(findings(known.replace('## 综合新闻', '综合新闻'), 'standing-head'), []);
  });
});

describe('a jump line', () => {
  it('to a page that is not there is said, with nothing to mend', () => {
    const text = page(TITLE, `■上接第1版 ${OPEN}`, `${LAST}(下转第十二版)`);
    const found = findings(text, 'jump-line');
    assert.deepEqual(found.map((one) => [one.message.code, ...one.message.args]), [['jump.from', 1], ['jump.to', 12]]);
    assert.deepEqual(found.map((one) => covered(text, one)), ['■上接第1版', '(下转第十二版)']);
    assert.deepEqual(found.flatMap((one) => one.fixes), []);
  });
});

describe('re-stitching', () => {
  it('makes every sure join and move, keeps the articles, and then finds nothing sure to do', () => {
    for (const name of ['mini-page.txt', 'sample-page.txt']) {
      const text = sample(name);
      const once = restitched(text);
      assert.deepEqual(read(analyse(once)).map(({ title }) => title), read(analyse(text)).map(({ title }) => title));
      assert.equal(restitched(once), once);
      assert.deepEqual(inventory(once), inventory(text));
      const surely = paragraphsOf(analyse(text)).filter(({ seams }) => seams.length > 0 && seams.every((seam) => seam.sure));
      assert.ok(surely.length > 0);
      const paragraphs = paragraphsOf(analyse(once)).map((paragraph) => paragraph.text);
      for (const paragraph of surely) assert.ok(paragraphs.includes(paragraph.text), paragraph.text);
      assert.deepEqual(analyse(once).findings.flatMap((finding) => finding.fixes.filter((fix) => fix.sure)), []);
    }
  });

  it('leaves a doubt a doubt', () => {
    const text = sample('mini-page.txt');
    assert.deepEqual(read(analyse(restitched(text))), read(analyse(text)));
  });

  it('keeps the line ends of the page', () => {
    const crlf = sample('mini-page.txt').replaceAll('\n', '\r\n');
    assert.equal(restitched(crlf), restitched(sample('mini-page.txt')).replaceAll('\n', '\r\n'));
  });

  it('leaves a clean page alone, however it is spaced', () => {
    const text = `${TITLE}\n\n\n${OPEN}\n${LAST}\n\n\n\n${BOAT}\n${BOAT_TEXT}`;
    assert.equal(restitched(text), text);
  });
});
