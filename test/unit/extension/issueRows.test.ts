import assert from 'node:assert/strict';
import { issueOf } from '../../../src/core';
import { issueRows, type IssueRow } from '../../../src/extension/issue/rows';
import { page, sampleIssue } from '../core/issue/support';

const all = (rows: readonly IssueRow[]): IssueRow[] => rows.flatMap((row) => [row, ...all(row.children)]);

describe('the rows of an issue', () => {
  it('have ids of their own, and words for who does not see them', () => {
    const rows = all(issueRows({ issues: [issueOf(sampleIssue())], reviewedIn: () => [], language: 'en' }));
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    for (const { spoken, label } of rows) assert.ok(label !== '' && spoken.startsWith(label));
  });

  it('count what was reviewed', () => {
    const [issue] = issueRows({ issues: [issueOf(sampleIssue())], reviewedIn: ({ label }) => (label === '5' ? ['a1'] : []), language: 'zh' });
    assert.equal(issue?.description, '已审 1/10 · 4 版');
    const last = issue.children.find(({ label }) => label.startsWith('第 5 版'));
    assert.equal(last?.reviewed, true);
    assert.equal(last.children[0]?.spoken, '摆渡人, 已审');
  });

  it('offer what is doubtful, with its reasons', () => {
    const text = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农，还有刚放学的孩子，教室里坐得满满当当，走廊里也站了人。散学时已是深夜，镇上的灯还亮着。';
    const other = '石匠们用了两个月，把南街的石板重新铺了一遍，雨天再也不积水，老人们出门也放心多了，街坊都说这条街修得好。巷口添了两盏路灯，晚归的人不再摸黑。';
    const rows = all(issueRows({ issues: [issueOf([page(1, ['河湾镇办起夜校', `${text}（下转第2版）`]), page(2, ['南街的石板', `■上接第1版 ${other}`])])], reviewedIn: () => [], language: 'en' }));
    const offer = rows.find(({ kind }) => kind === 'offer');
    assert.match(`${offer?.label ?? ''} ${offer?.description ?? ''}`, /^Perhaps Page 2 · 南街的石板 \d\d%$/);
    assert.ok(offer?.details.includes('the two texts share hardly a word'));
    assert.ok(rows.every(({ kind }) => kind !== 'part'));
  });
});
