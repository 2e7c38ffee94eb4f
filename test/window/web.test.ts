// The same extension where there is no Node: VS Code's web window loads the browser bundle into a worker of its own.
import assert from 'node:assert/strict';
import { loadInBrowser } from '../../tools/host/web.mjs';
import { at } from '../../tools/lib/paths.mjs';
import { eventually, pictureFile, Stage } from './suite';

describe('the window with the extension in the browser', function () {
  this.timeout(90_000);
  const stage = new Stage();

  before(async () => stage.open({ development: false }));
  after(async () => stage.close());

  it('finds the articles, names figures and re-stitches', async () => {
    const window = await stage.window({ file: 'mini-page.txt', prepare: (context) => loadInBrowser(context, stage.authority, at()) });
    await window.command('Restitch: Show Articles');
    const rows = await eventually(() => window.readTree(), (seen) => seen.length >= 3, 'not every article has a row');
    assert.ok(rows.some(({ label }) => label.includes('双溪渡口添了新渡船')), JSON.stringify(rows));
    await window.hover('新船长24米,一次可载客60人', '60', /Figures in this sentence/);
    await window.dismiss();
    const before = await eventually(() => window.problemCount(), (count) => count > 0, 'no problem was found');
    await window.command('Restitch: Re-stitch the Page');
    await window.page.locator('.monaco-diff-editor').first().waitFor();
    await window.command('Restitch: Accept the Re-stitched Page');
    await eventually(() => window.page.locator('.notification-list-item-message').allInnerTexts(), (seen) => seen.some((text) => text.includes('Re-stitched')), 'no word of it');
    await eventually(() => window.problemCount(), (count) => count < before, 'no problem has gone');
    await window.picture(pictureFile('browser-dark-en'));
  });
});
