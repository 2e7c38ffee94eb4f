import assert from 'node:assert/strict';
import fc from 'fast-check';
import { issueOf, issuesOf, linkKey, sayIssue, type Issue, type IssueFinding } from '../../../../src/core/issue';
import { fileOf, page, pageText, sampleIssue } from './support';

const school = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当。';
const schoolMore = '夜校每周开三个晚上的课，不收学费。木匠赵大江说，学会看图纸以后，河湾镇外头的活儿也敢接了。';
const ferry = '渡口小学的孩子每天要过河上学。今年9月，学校添了一艘能坐30人的课船，船上有书架，也有黑板。';
const ferryMore = '船长赵二河说，课船每天往返四趟，遇到大风就停航，渡口小学的老师会带着孩子绕桥走。';
const notice = '因更换水表，柳巷一带9月5日8时至18时停水，请居民提前储水。施工期间车辆绕行南街，公交车在北街临时停靠。';

const links = (issue: Issue): string[] => issue.links.map(({ from, to, sure }) => `${from.page.label ?? '?'} ${from.article.title} ${sure ? '→' : '?'} ${to.page.label ?? '?'} ${to.article.title}`);
const said = (findings: readonly IssueFinding[]): string[] => findings.map(({ message, at }) => `${at.page.label ?? '?'}: ${sayIssue(message, 'en')}`);

describe('an issue', () => {
  it('of the sample has its pages in order, one missing, its jumps resolved and its copy found', () => {
    const issue = issueOf(sampleIssue());
    assert.deepEqual([issue.paper, issue.date, issue.pages.map(({ label }) => label)], ['澜川日报', '2024-09-27', ['1', '2', '4', '5']]);
    assert.deepEqual(issue.pages.map(({ section }) => section), ['要闻', '综合', '民生', '副刊']);
    assert.deepEqual(links(issue), ['1 前三季度澜川粮食加工业增长8.6% → 2 前三季度澜川粮食加工业增长8.6%', '2 老街的门板一块一块换新 → 4 老街的门板一块一块换新']);
    assert.deepEqual(issue.missing.map(({ labels }) => labels), [['3']]);
    assert.deepEqual(issue.missing[0]?.why.map(({ code }) => code), ['namedByJump', 'between', 'declared']);
    assert.deepEqual(said(issue.findings), ['1: Goes on on page 3, which is not in this issue.', '4: The same text stands on page 2 (lanchuan-20240927-02.txt).']);
    assert.equal(issue.articles.filter(({ parts }) => parts.length === 2).length, 2);
  });

  it('ties a headline with nothing but a jump line below it to its text', () => {
    const issue = issueOf([page(1, ['河湾镇办起夜校', school, '（下转第2版）'], ['课船下水', ferry]), page(2, ['河湾镇的夜校', `■上接第1版 ${schoolMore}`])]);
    assert.deepEqual(links(issue), ['1 河湾镇办起夜校 → 2 河湾镇的夜校']);
    assert.deepEqual(issue.findings, []);
  });

  it('tells two jumps to one page apart', () => {
    const issue = issueOf([
      page(1, ['河湾镇办起夜校', school, '（下转第2版）'], ['渡口小学添了一艘课船', ferry, '（下转第2版）']),
      page(2, ['渡口小学的课船', `■上接第1版 ${ferryMore}`], ['夜校的灯', `■上接第1版 ${schoolMore}`]),
    ]);
    assert.deepEqual(links(issue).filter((link) => link.includes('→')), ['1 渡口小学添了一艘课船 → 2 渡口小学的课船', '1 河湾镇办起夜校 → 2 夜校的灯']);
  });

  it('offers what it is not sure of, and ties nothing', () => {
    const issue = issueOf([
      page(1, ['河湾镇办起夜校', school, '（下转第2版）'], ['渡口小学添了一艘课船', ferry, '（下转第2版）']),
      page(2, ['南街的石板', '■上接第1版 石匠们用了两个月，把南街的石板重新铺了一遍，雨天再也不积水，老人们出门也放心多了，街坊都说好。']),
    ]);
    assert.ok(issue.articles.every(({ parts }) => parts.length === 1));
    assert.ok(issue.links.every(({ sure }) => !sure));
    assert.ok(issue.findings.every(({ code }) => code === 'doubtful-jump' || code === 'missing-part'));
  });

  it('honours what an editor decided of a doubtful link', () => {
    const files = [
      page(1, ['河湾镇办起夜校', school, '（下转第2版）'], ['渡口小学添了一艘课船', ferry, '（下转第2版）']),
      page(2, ['南街的石板', '■上接第1版 石匠们用了两个月，把南街的石板重新铺了一遍，雨天再也不积水，老人们出门也放心多了，街坊都说好。']),
    ];
    const [offered, other] = issueOf(files).links;
    assert.ok(offered && other);
    const decided = issueOf(files, undefined, new Map([[linkKey(other), true]]));
    assert.deepEqual(decided.links.map(({ sure, confidence, why }) => [sure, confidence, why[0]?.code]), [[true, 1, 'decided']]);
    assert.ok(decided.articles.some(({ parts }) => parts.length === 2));
    assert.deepEqual(issueOf(files, undefined, new Map([[linkKey(other), false], [linkKey(offered), false]])).links, []);
  });

  it('says when the other page has no line that answers', () => {
    const issue = issueOf([page(1, ['河湾镇办起夜校', school, '（下转第2版）']), page(2, ['停水通知', notice])]);
    assert.deepEqual(said(issue.findings), ['1: Goes on on page 2; nothing there says that it comes from here.']);
    assert.deepEqual(issue.findings[0]?.why.map((reason) => sayIssue(reason, 'zh')), ['第 2 版没有指向第 1 版的转接行']);
  });

  it('resolves jumps between pages of one file', () => {
    const text = [
      pageText('河湾日报 2031年9月2日 第1版', ['河湾镇办起夜校', school, '（下转第2版）']),
      pageText('河湾日报 2031年9月2日 第2版', ['河湾镇办起夜校', `（上接第1版）${schoolMore}`]),
    ].join('\n');
    const issue = issueOf([fileOf('whole.txt', text)]);
    assert.deepEqual(links(issue), ['1 河湾镇办起夜校 → 2 河湾镇办起夜校']);
    const [, second] = issue.pages;
    assert.ok(second?.facts.articles.every(({ name }) => text.slice(...name).startsWith('##')));
  });

  it('takes the number of a page from the name of its file where no folio tells it', () => {
    const files = [1, 2].map((number) => fileOf(`20310902/0${String(number)}.txt`, pageText('', [number === 1 ? '河湾镇办起夜校' : '夜校的灯', number === 1 ? `${school}（下转第2版）` : `■上接第1版 ${schoolMore}`])));
    const issue = issueOf(files);
    assert.deepEqual([issue.date, issue.pages.map(({ label }) => label), links(issue)], ['2031-09-02', ['1', '2'], ['1 河湾镇办起夜校 → 2 夜校的灯']]);
  });

  it('takes a page that stands in two files for one', () => {
    const one = page(1, ['河湾镇办起夜校', school, '（下转第2版）']);
    const two = page(2, ['夜校的灯', `■上接第1版 ${schoolMore}`], ['停水通知', notice]);
    const issue = issueOf([one, two, { ...two, name: 'hewan/2-copy.txt' }]);
    assert.deepEqual(issue.pages.map(({ copyOf }) => copyOf?.label), [undefined, undefined, '2']);
    assert.deepEqual(links(issue), ['1 河湾镇办起夜校 → 2 夜校的灯']);
  });

  it('is one for each folder, day and paper', () => {
    const text = (day: number): string => pageText(`河湾日报 2031年9月${String(day)}日 第1版`, ['河湾镇办起夜校', school]);
    const issues = issuesOf([fileOf('a/1.txt', text(2)), fileOf('a/2.txt', text(3)), fileOf('b/1.txt', text(2)), fileOf('b/2.txt', pageText('', ['夜校的灯', schoolMore]))]);
    assert.deepEqual(issues.map(({ folder, date, pages }) => [folder, date, pages.length]), [['a', '2031-09-02', 1], ['a', '2031-09-03', 1], ['b', '2031-09-02', 2]]);
    // The same text in three issues: the first is the first, the others are its copies.
    assert.deepEqual(issues.map(({ duplicates }) => duplicates.length), [0, 1, 1]);
  });

  it('misses no page where it has none, or none with a number', () => {
    assert.deepEqual(issueOf([]).missing, []);
    assert.deepEqual(issueOf([fileOf('x.txt', pageText('', ['河湾镇办起夜校', `${school}（下转第9版）`]))]).missing, []);
    const few = issueOf([page(1, ['河湾镇办起夜校', school]), page(4, ['停水通知', notice])]);
    assert.deepEqual(few.missing.map(({ labels }) => labels.join()), ['2,3']);
  });
});

describe('any pages', () => {
  const title = fc.constantFrom('', '河湾镇办起夜校', '渡口小学添了一艘课船', '停水通知');
  const words = fc.constantFrom(school, schoolMore, ferry, ferryMore, notice, '■上接第1版 灯亮了。', '（下转第2版）', '下转第3版', '（上接第2版）', '下转A03版');
  const one = fc.record({ number: fc.integer({ min: 1, max: 4 }), articles: fc.array(fc.tuple(title, fc.array(words, { maxLength: 3 })), { maxLength: 4 }) });

  it('have each article in one article of the issue, and use each jump line once', () => {
    fc.assert(fc.property(fc.array(one, { maxLength: 5 }), (pages) => {
      const files = pages.map(({ number, articles }, i) => ({ ...page(number, ...articles.map(([head, text]) => [head, ...text])), name: `x/${String(i)}.txt` }));
      const issue = issueOf(files);
      assert.deepEqual(issue, issueOf(files));
      const all = issue.pages.flatMap(({ facts }) => facts.articles);
      const tied = issue.articles.flatMap(({ parts }) => parts.map(({ article }) => article));
      assert.equal(tied.length, all.length);
      assert.equal(new Set(tied).size, all.length);
      const sure = issue.links.filter((link) => link.sure).flatMap(({ leaving, arriving }) => [leaving, arriving]).filter((jump) => jump !== undefined);
      assert.equal(new Set(sure).size, sure.length);
      for (const { confidence } of issue.links) assert.ok(confidence > 0 && confidence <= 1);
    }), { seed: 5, numRuns: 60 });
  });
});
