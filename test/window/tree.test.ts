// The tree of articles under a hand: dragged, filtered, asked, in every kind of theme.
import assert from 'node:assert/strict';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { eventually, openStage, pictureFile } from './suite';

const first = '清禾县12.6万亩晚稻开镰';
const paragraph = '机械化让收割快了起来';
const target = '市图书馆新馆试运行首周';

/** The rows as they show: level and words. */
const shown = async (window: VsCodeWindow): Promise<string[]> => (await window.readTree()).map(({ level, label }) => `${'  '.repeat(level - 1)}${label}`);

const rowOf = (rows: readonly string[], words: string): number => rows.findIndex((row) => row.includes(words));

describe('the tree under a hand', function () {
  this.timeout(90_000);
  let window: VsCodeWindow;
  openStage(async (opened) => {
    window = await opened.articles();
  });

  it('lets a paragraph be dragged onto another article, and keeps what is open', async () => {
    await window.toggleRow(first);
    await window.treeRow(paragraph).waitFor();
    await window.treeRow(paragraph).dragTo(window.treeRow(target));
    await eventually(() => shown(window), (rows) => rowOf(rows, paragraph) < 0, 'the paragraph stays');
    await window.toggleRow(target);
    const rows = await eventually(() => shown(window), (seen) => rowOf(seen, paragraph) > rowOf(seen, target), 'the paragraph is nowhere');
    assert.ok(rowOf(rows, '清晨的露水') > rowOf(rows, first), 'the first article has closed');
    await window.picture(pictureFile('tree-dragged-dark-en'));
    await window.toggleRow(target);
  });

  it('moves a paragraph by key, and its row stays selected', async () => {
    const row = window.treeRow('“今年雨水匀');
    await row.click();
    await window.page.keyboard.press('Alt+ArrowUp');
    await eventually(() => shown(window), (rows) => rowOf(rows, '“今年雨水匀') < rowOf(rows, '清晨的露水'), 'the paragraph stays');
    assert.equal(await window.treeRow('“今年雨水匀').getAttribute('aria-selected'), 'true');
  });

  it('asks by key where to move a paragraph, and takes the answer', async () => {
    await window.treeRow('“今年雨水匀').click();
    await window.page.keyboard.press('Alt+m');
    const input = window.page.locator('.quick-input-widget .quick-input-box input');
    await input.waitFor();
    await input.fill('一条公交线');
    await window.picture(pictureFile('tree-move-to-dark-en'));
    await window.page.keyboard.press('Enter');
    await eventually(() => shown(window), (rows) => rowOf(rows, '“今年雨水匀') < 0, 'the paragraph stays');
  });

  it('checks an article off', async () => {
    const box = window.treeRow(target).locator('.custom-view-tree-node-item-checkbox');
    await box.click();
    await eventually(() => box.getAttribute('aria-checked'), (checked) => checked === 'true', 'the box is not checked');
  });

  it('shows only what is doubtful, and accepts it', async () => {
    await window.command('Restitch: Show Only What Is Doubtful');
    const before = await eventually(() => shown(window), (rows) => rowOf(rows, '过日子的盼头') >= 0 && rowOf(rows, first) < 0, 'other rows show');
    await window.treeRow('过日子的盼头').hover();
    await window.picture(pictureFile('tree-doubtful-dark-en'));
    await window.treeRow('过日子的盼头').locator('.action-label.codicon-check').click();
    await eventually(() => shown(window), (rows) => rows.length < before.length, 'the join is as doubtful as before');
    await window.command('Restitch: Show All Articles');
  });

  it('renames a headline in the text', async () => {
    await window.treeRow(target).click();
    await window.page.keyboard.press('F2');
    const input = window.page.locator('.quick-input-widget input[type="text"]').first();
    await input.waitFor();
    await input.fill('市图书馆迎来首批读者');
    await window.page.keyboard.press('Enter');
    await eventually(() => window.visibleText(), (text) => text.includes('## 市图书馆迎来首批读者'), 'the headline is the old one');
  });

  it('counts before it normalises', async () => {
    await window.command('Restitch: Normalise Punctuation and Spaces');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Full-width punctuation' }).waitFor();
    await window.picture(pictureFile('normalise-dark-en'));
    await window.page.keyboard.press('Enter');
    await eventually(() => window.visibleText(), (text) => text.includes('稻田里便热闹起来。5台收割机排成一列，'), 'nothing is normalised');
  });
});

describe('the walkthrough in a window', function () {
  this.timeout(90_000);
  const stage = openStage();

  it('leads from its first step to the sample page', async () => {
    const window = await stage.window({ file: { name: 'notes.txt', text: '买牛奶。\n' } });
    const input = window.page.locator('.quick-input-widget .quick-input-box input');
    await window.page.keyboard.press('F1');
    await input.waitFor();
    await input.fill('>Welcome: Open Walkthrough');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Walkthrough' }).first().waitFor();
    await window.page.keyboard.press('Enter');
    await window.page.getByPlaceholder('Select a walkthrough to open').waitFor();
    await input.fill('Re-stitch Your First Page');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Re-stitch Your First Page' }).first().waitFor();
    await window.page.keyboard.press('Enter');
    await window.page.locator('.gettingStartedContainer .step-title, .gettingStartedContainer .getting-started-step').first().waitFor();
    await window.picture(pictureFile('walkthrough-dark-en'));
    await window.command('Restitch: Open the Sample Page');
    await eventually(() => window.visibleText(), (text) => text.includes('清禾县12.6万亩晚稻开镰'), 'the sample page does not open');
    await eventually(() => window.readTree(), (rows) => rows.length > 5, 'its articles do not show');
    await window.close();
  });
});

describe('the tree in high contrast @clothes', function () {
  this.timeout(90_000);
  const stage = openStage();

  it('can be read, dark and light', async () => {
    const window = await stage.window();
    await window.showArticles();
    await window.toggleRow(first);
    for (const [name, theme, colour] of [['hc', 'dark', 'Default High Contrast'], ['hc-light', 'light', 'Default High Contrast Light']] as const) {
      await stage.wear(window, { theme, colour });
      await window.treeRow(paragraph).hover();
      await window.picture(pictureFile(`tree-${name}-en`));
    }
    await window.close();
  });
});

describe('the tree in Chinese @clothes', function () {
  this.timeout(90_000);
  const stage = openStage();

  it('says everything in Chinese, in a light theme', async () => {
    const window = await stage.window({ theme: 'light', locale: 'zh-cn' });
    await window.showArticles();
    await window.toggleRow(first);
    await window.treeRow(paragraph).click();
    await window.page.keyboard.press('Alt+m');
    await window.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await window.picture(pictureFile('tree-move-to-light-zh'));
    await window.page.keyboard.press('Escape');
    await window.treeRow(paragraph).click({ button: 'right' });
    await window.page.locator('.monaco-menu').first().waitFor();
    await window.picture(pictureFile('tree-menu-light-zh'));
    await window.close();
  });
});
