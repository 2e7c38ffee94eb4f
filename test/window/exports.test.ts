// Exporting by hand: what is asked, what it looks like, and that it is the same where there is no Node.
import assert from 'node:assert/strict';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { loadInBrowser } from '../../tools/host/web.mjs';
import { at } from '../../tools/lib/paths.mjs';
import { eventually, pictureFile, Stage } from './suite';

const rows = (window: VsCodeWindow): ReturnType<VsCodeWindow['page']['locator']> => window.page.locator('.quick-input-list .monaco-list-row');
const toasts = (window: VsCodeWindow): Promise<string[]> => window.page.locator('.notification-list-item-message').allInnerTexts();

/** The command of the palette; the list of formats opens where the palette was, so its closing cannot be waited for. */
async function openFormats(window: VsCodeWindow): Promise<void> {
  const input = window.page.locator('.quick-input-widget .quick-input-box input');
  await window.page.keyboard.press('F1');
  await input.waitFor();
  await input.fill('>Restitch: Export…');
  await rows(window).filter({ hasText: 'Restitch: Export…' }).first().waitFor();
  await window.page.keyboard.press('Enter');
  await rows(window).filter({ hasText: 'IPTC ninjs' }).waitFor();
}

/** Takes the row of an open quick pick that has these words. */
async function take(window: VsCodeWindow, words: string): Promise<void> {
  await rows(window).filter({ hasText: words }).first().click();
}

/** Takes what the dialog for files proposes. */
async function accept(window: VsCodeWindow, name: string): Promise<void> {
  const input = window.page.locator('.quick-input-widget .quick-input-box input');
  await eventually(() => input.inputValue(), (value) => value.includes(name), 'the dialog proposes another name');
  await window.page.locator('.quick-input-widget .quick-input-action a', { hasText: 'OK' }).click();
}

for (const browser of [false, true]) {
  describe(`exporting ${browser ? 'in the browser' : 'in a window'}`, function () {
    this.timeout(90_000);
    const stage = new Stage();
    let window: VsCodeWindow;

    before(async () => {
      await stage.open({ settings: { 'files.simpleDialog.enable': true }, development: !browser });
      window = await stage.window(browser ? { file: 'mini-page.txt', prepare: (context) => loadInBrowser(context, stage.authority, at()) } : {});
      await window.showArticles();
    });
    after(async () => stage.close());

    it('asks for the format, then whether it is one file, and says what it wrote', async () => {
      const name = `${browser ? 'mini' : 'sample'}-page.articles`;
      await openFormats(window);
      await window.picture(pictureFile(`export-formats-${browser ? 'browser' : 'dark-en'}`));
      await take(window, 'a document, each article');
      await rows(window).filter({ hasText: 'One file for each article' }).waitFor();
      await window.picture(pictureFile(`export-files-${browser ? 'browser' : 'dark-en'}`));
      await take(window, 'all ');
      await accept(window, `${name}.docx`);
      await eventually(() => toasts(window), (seen) => seen.some((text) => text.includes(`Exported to ${name}.docx`)), 'no word of it');
      await window.picture(pictureFile(`export-done-${browser ? 'browser' : 'dark-en'}`));
    });

    it('begins with the last choice', async () => {
      await openFormats(window);
      const focused = window.page.locator('.quick-input-list .monaco-list-row.focused');
      assert.match(await focused.innerText(), /Word/);
      await window.page.keyboard.press('Escape');
    });
  });
}
