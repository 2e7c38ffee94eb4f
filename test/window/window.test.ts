// What an editor sees and clicks, in the order of a first session. The pictures show the product as it is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { at } from '../../tools/lib/paths.mjs';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { eventually, openStage, pictureFile, Stage } from './suite';

/** The parts of a truth file that are looked at here. */
interface Gold {
  readonly articles: readonly { readonly title: string; readonly kind?: string }[];
}

const gold = JSON.parse(readFileSync(at('samples/sample-page.gold.json'), 'utf8')) as Gold;
const titles = gold.articles.filter(({ kind }) => kind === undefined).map(({ title }) => title);

/** A cut whose continuation stands right below: the two pieces, and how they read together. */
const near = { end: '叶尖发黄先别急着撒', joined: '先别急着撒肥,看看根再说' };
/** A cut whose continuation was carried away. */
const far = { joined: '从选种、育秧到水肥管理,全程跟着农时走' };
/** A sentence with figures. */
const sentence = { context: '首周接待读者3.2万人次,外借', word: '3.2万', inEnglish: /Figures in this sentence/, inChinese: /本句中的数字/ };

const articleTitles = async (window: VsCodeWindow): Promise<string[]> =>
  (await window.readTree()).filter(({ level }) => level === 1).map(({ label }) => label);

const shows = (window: VsCodeWindow, wanted: string): Promise<string> =>
  eventually(() => window.visibleText(), (text) => text.includes(wanted), `"${wanted}" does not show`);

describe('the window', function () {
  this.timeout(90_000);
  let window: VsCodeWindow;
  /** The problems of the page as it comes. */
  let problems = 0;
  openStage(async (opened) => {
    window = await opened.articles();
    // The doubts about figures come a while behind the rest.
    const twice = async (): Promise<readonly number[]> => {
      const before = await window.problemCount();
      await window.page.waitForTimeout(1000);
      return [before, await window.problemCount()];
    };
    [problems = 0] = await eventually(twice, ([before = 0, now]) => before > 0 && before === now, 'the page has no problems, or they do not settle');
  });

  it('shows the articles of the page in the tree', async () => {
    const shown = await eventually(() => articleTitles(window), (rows) => rows.length >= titles.length, 'not every article has a row');
    for (const title of titles) assert.ok(shown.some((label) => label.includes(title.slice(0, 12))), `no row for ${title}`);
  });

  it('underlines problems and counts them', async () => {
    assert.ok(await window.squiggles.count() > 0);
    assert.equal(await window.problemCount(), problems);
    await window.picture(pictureFile('page-dark-en'));
  });

  it('opens an article to its parts and reveals a part in the text', async () => {
    const first = window.treeRows.first();
    await first.locator('.monaco-tl-twistie').click();
    await eventually(() => window.readTree(), (rows) => rows.some(({ level }) => level === 2), 'the row does not open');
    await window.treeRows.nth(2).click();
    await window.picture(pictureFile('tree-dark-en'));
    await first.locator('.monaco-tl-twistie').click();
  });

  it('names the figures of a sentence under the mouse', async () => {
    const text = await window.hover(sentence.context, sentence.word, /32[,  ]?000/);
    assert.match(text, /19[,  ]?000/);
    await window.picture(pictureFile('hover-dark-en'));
    await window.dismiss();
  });

  it('offers to join a cut paragraph, does it, and undoes it in one step', async () => {
    await window.click(near.end);
    const offered = await window.openQuickFixes();
    assert.ok(offered.includes('Join with the continuation below'), offered.join(' | '));
    await window.picture(pictureFile('quick-fix-dark-en'));
    await window.takeQuickFix('Join with the continuation below');
    await shows(window, near.joined);
    await window.page.keyboard.press('Control+z');
    await eventually(() => window.visibleText(), (text) => !text.includes(near.joined), 'undo does not cut the paragraph again');
    await eventually(() => window.problemCount(), (count) => count === problems, `undo does not bring back ${String(problems)} problems`);
  });

  it('re-stitches the whole page in one undo step', async () => {
    await window.command('Restitch: Re-stitch the Page');
    await window.page.locator('.monaco-diff-editor').first().waitFor();
    // The palette offers the command once the difference is the active editor.
    await window.page.locator('.tab.active', { hasText: 're-stitched' }).waitFor();
    await window.command('Restitch: Accept the Re-stitched Page');
    await window.page.keyboard.press('Control+Home');
    await shows(window, far.joined);
    // The page says of itself that it has lost nothing.
    const status = window.page.locator('.statusbar-item', { hasText: /[0-9],[0-9]{3} characters, all in place/ });
    await status.waitFor();
    await window.tooltipOf(status, /have the same characters/);
    await window.picture(pictureFile('restitched-status-dark-en'));
    const left = await eventually(() => window.problemCount(), (count) => count < problems, 'no problem has gone');
    const shown = await eventually(() => articleTitles(window), (rows) => rows.length >= titles.length, 'an article was lost');
    for (const title of titles) assert.ok(shown.some((label) => label.includes(title.slice(0, 12))), `no row for ${title}`);
    await window.picture(pictureFile('restitched-dark-en'));
    await window.click(far.joined);
    await window.page.keyboard.press('Control+z');
    await eventually(() => window.problemCount(), (count) => count === problems, `of ${String(problems)} problems ${String(left)} were left, and undo`);
  });
});

describe('the window in other clothes', function () {
  this.timeout(90_000);
  const stage = openStage();

  it('is readable in a light theme, and speaks Chinese as soon as the setting says so @clothes', async () => {
    const window = await stage.window({ theme: 'light' });
    await window.showArticles();
    await window.squiggles.first().waitFor();
    await window.hover(sentence.context, sentence.word, sentence.inEnglish);
    await window.picture(pictureFile('page-light-en'));
    // And the other language, in the same window: it takes long to load.
    await stage.wear(window, { settings: { 'restitch.language': 'zh' } });
    await window.page.locator('.statusbar-item', { hasText: /[0-9] 篇稿件/ }).waitFor();
    // VS Code draws lenses anew only while the text has the focus, and a menu takes it away.
    await window.page.locator('.codelens-decoration', { hasText: /分在 2 处.*通读清样/ }).first().waitFor();
    await window.click(near.end);
    const offered = await window.openQuickFixes();
    assert.ok(offered.includes('与下方的续文缀合'), offered.join(' | '));
    assert.ok(offered.every((title) => /\p{Script=Han}/u.test(title)), offered.join(' | '));
    await window.picture(pictureFile('quick-fix-dark-zh'));
    await window.takeQuickFix('与下方的续文缀合');
    const status = window.page.locator('.statusbar-item', { hasText: /[0-9],[0-9]{3} 字，一字不少/ });
    await status.waitFor();
    await window.tooltipOf(status, /逐字核对/);
    await window.picture(pictureFile('restitched-status-dark-zh'));
    await window.close();
  });

  it('speaks Chinese in a Chinese VS Code', async () => {
    const window = await stage.window({ theme: 'light', locale: 'zh-cn' });
    await window.showArticles();
    await window.squiggles.first().waitFor();
    const text = await window.hover(sentence.context, sentence.word, sentence.inChinese);
    assert.doesNotMatch(text, /Figures|Quantity/);
    assert.match(await window.treeTitle(), /\p{Script=Han}/u);
    await window.picture(pictureFile('page-light-zh'));
    await window.close();
  });

  it('leaves an ordinary text file alone', async () => {
    const text = '# Notes\n\nBuy milk, write to the printer, call the archive.\n\nNothing here was ever printed in a newspaper.\n';
    const window = await stage.window({ file: { name: 'notes.md', text } });
    // The extension has come up when its status or its view can be asked; give it the time a page takes.
    await window.page.waitForTimeout(1500);
    assert.equal(await window.squiggles.count(), 0);
    assert.equal(await window.problemCount(), 0);
    await window.close();
  });
});

describe('the window in restricted mode', function () {
  this.timeout(90_000);
  const stage = new Stage();
  before(async () => stage.open({ settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' } }));
  after(async () => stage.close());

  it('works in a folder that is not trusted', async () => {
    const window = await stage.window();
    await window.page.locator('[id="status.workspaceTrust"], .workspace-trust-banner, .banner').first().waitFor();
    await window.showArticles();
    await window.squiggles.first().waitFor();
    await window.close();
  });
});
