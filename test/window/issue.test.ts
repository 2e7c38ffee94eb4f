// A folder of pages as one issue: the tree, a headline that is looked for, a jump into another file.
import assert from 'node:assert/strict';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { eventually, openStage, pictureFile } from './suite';

const page = 'lanchuan-20240927-01.txt';

/** The rows of the view of issues: level and words. */
async function rowsOf(window: VsCodeWindow, name: string): Promise<string[]> {
  const rows = window.page.locator(`.pane:has(> .pane-header[aria-label^="${name}"]) .monaco-list-row`);
  return rows.evaluateAll((all) => all.map((row) => `${'  '.repeat(Number(row.getAttribute('aria-level')) - 1)}${row.getAttribute('aria-label') ?? ''}`));
}

async function openIssues(window: VsCodeWindow, name: string, articles: string): Promise<string[]> {
  await window.showArticles();
  await window.command(`Focus on ${name} View`);
  const seen = await eventually(() => rowsOf(window, name), (rows) => rows.some((row) => row.includes('澜川日报 2024-09-27')), 'no issue shows');
  // The room is for the issues.
  await window.page.locator('.pane-header[aria-expanded="true"]', { hasText: articles }).click();
  for (const row of ['要闻', '综合', '前三季度澜川粮食']) {
    const there = window.page.locator(`.pane:has(> .pane-header[aria-label^="${name}"]) .monaco-list-row`, { hasText: row }).first();
    await there.locator('.monaco-tl-twistie').click();
  }
  await eventually(() => rowsOf(window, name), (rows) => rows.some((row) => row.startsWith('      ')), 'the other part does not show');
  return seen;
}

/** Asks for an export of the issue by the button of its row. @returns the formats as they are offered */
async function askFormats(window: VsCodeWindow, name: string, button: string): Promise<string[]> {
  const issue = window.page.locator(`.pane:has(> .pane-header[aria-label^="${name}"]) .monaco-list-row`, { hasText: '澜川日报 2024-09-27' }).first();
  await issue.hover();
  await issue.locator(`.action-label[aria-label^="${button}"]`).click();
  const formats = window.page.locator('.quick-input-list .monaco-list-row');
  await formats.filter({ hasText: 'Markdown' }).first().waitFor();
  return formats.allInnerTexts();
}

describe('a whole issue in the window', function () {
  this.timeout(120_000);
  const stage = openStage();
  let window: VsCodeWindow;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.picture(pictureFile(`failed-issue-${this.currentTest.title.replace(/\W+/g, '-')}`));
  });

  it('shows its pages, finds a headline and goes to the other part', async () => {
    window = await stage.window({ file: `issue/${page}`, with: 'issue' });
    const rows = await openIssues(window, 'Issues', 'Articles');
    assert.ok(rows.some((row) => row.includes('Page 3 is missing')), rows.join('\n'));
    await window.picture(pictureFile('issue-tree-dark-en'));
    // The whole issue is exported from its row: in every format that knows more than one dump.
    const formats = await askFormats(window, 'Issues', 'Export the Issue');
    await window.picture(pictureFile('issue-export-dark-en'));
    assert.ok(formats.every((row) => !row.includes('restitch/1')), formats.join('\n'));
    await window.page.keyboard.press('Escape');
    await window.command('Restitch: Find a Headline in All Issues');
    const input = window.page.locator('.quick-input-widget .quick-input-box input');
    await input.fill('老街');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Page 2 → Page 4' }).waitFor();
    await window.picture(pictureFile('issue-find-dark-en'));
    await window.page.keyboard.press('Enter');
    await eventually(() => window.visibleText(), (text) => text.includes('老街的门板'), 'the headline is not shown');
    await window.command('Restitch: Go to the Other Part of the Article');
    await eventually(() => window.visibleText(), (text) => text.includes('(上接第2版)修门板'), 'the other part is not shown');
    const hover = await window.hover('(上接第2版)修门板', '上接第2版', /Comes from/);
    assert.match(hover, /pages 2 and 4 name each other/);
    await window.picture(pictureFile('issue-hover-dark-en'));
    await window.close();
  });

  it('speaks Chinese, in a light theme @clothes', async () => {
    window = await stage.window({ file: `issue/${page}`, with: 'issue', theme: 'light', locale: 'zh-cn', settings: { 'restitch.language': 'zh' } });
    const rows = await openIssues(window, '各期报纸', '稿件');
    assert.ok(rows.some((row) => row.includes('缺第 3 版')), rows.join('\n'));
    await window.picture(pictureFile('issue-tree-light-zh'));
    const formats = await askFormats(window, '各期报纸', '导出整期');
    await window.picture(pictureFile('issue-export-light-zh'));
    assert.ok(formats.every((row) => /\p{Script=Han}/u.test(row)), formats.join('\n'));
    await window.page.keyboard.press('Escape');
    await window.close();
  });
});
