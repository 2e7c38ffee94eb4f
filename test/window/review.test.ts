// Deciding by keyboard: the review with both sides of a seam in one look, the preview of a re-stitching, a note.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { eventually, openStage, pictureFile } from './stage';

const chord = async (window: VsCodeWindow, key: string): Promise<void> => {
  await window.page.keyboard.press('Control+Alt+r');
  await window.page.keyboard.press(key);
};

/** How far the review is, as the status bar says. */
const standing = async (window: VsCodeWindow): Promise<string> => (await window.page.locator('[id$="restitch.review"]').first().innerText({ timeout: 15_000 })).trim();

/** Saves the page in front under another name, by VS Code's own dialog. */
async function saveAs(window: VsCodeWindow, file: string): Promise<void> {
  const name = window.page.locator('.quick-input-box input').first();
  // While the dialog lists the folder, it puts the old name back, and asks whether that may be written over.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await window.page.keyboard.press('Control+Shift+s');
    await name.waitFor();
    await window.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await eventually(async () => {
      await name.fill(file);
      await window.page.waitForTimeout(300);
      return name.inputValue();
    }, (value) => value === file, 'the dialog does not keep the name');
    await window.page.keyboard.press('Enter');
    try {
      await window.page.locator('.tab', { hasText: path.basename(file) }).first().waitFor({ timeout: 5000 });
      return;
    } catch {
      await window.page.keyboard.press('Escape');
    }
  }
  throw new Error(`the page is not saved as ${file}`);
}

describe('the window while an editor decides', function () {
  this.timeout(120_000);
  const stage = openStage();

  for (const { theme, settings, name } of [
    { theme: 'dark', settings: {}, name: 'dark-en' },
    { theme: 'light', settings: { 'restitch.language': 'zh' }, name: 'light-zh' },
    { theme: 'dark', settings: { 'workbench.preferredDarkColorTheme': 'Default High Contrast' }, name: 'contrast-en' },
  ] as const) {
    it(`leads through doubts by keys and shows both sides (${name})${name === 'dark-en' ? '' : ' @clothes'}`, async () => {
      const window = await stage.window({ theme, settings });
      await window.squiggles.first().waitFor();
      await window.page.locator('.editor-instance .view-line').first().click();
      await chord(window, 'n');
      const first = await eventually(() => standing(window), (text) => text.includes('1'), 'no doubt is shown');
      await window.picture(pictureFile(`review-${name}`));
      await chord(window, 'n');
      await eventually(() => standing(window), (text) => text !== first, 'the next doubt is not shown');
      await window.picture(pictureFile(`review-next-${name}`));
      await chord(window, 'c');
      await window.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await window.picture(pictureFile(`review-choose-${name}`));
      await window.page.keyboard.press('Escape');
      const before = await standing(window);
      await chord(window, 'a');
      await eventually(() => standing(window), (text) => text !== before, 'accepting does not go on');
      await chord(window, 'z');
      await eventually(() => standing(window), (text) => text === before, 'undo does not come back');
      await chord(window, 'k');
      await window.page.locator('.peekview-widget').first().waitFor();
      await window.picture(pictureFile(`review-peek-${name}`));
      await window.page.keyboard.press('Escape');
      await chord(window, 'Escape');
      await window.close();
    });
  }

  it('shows a re-stitching as a diff, and accepts it by key', async () => {
    const window = await stage.window();
    await window.squiggles.first().waitFor();
    await window.page.locator('.editor-instance .view-line').first().click();
    await chord(window, 'w');
    await window.page.locator('.monaco-diff-editor').first().waitFor();
    await window.page.locator('.monaco-diff-editor .modified .view-line').first().click();
    await window.picture(pictureFile('preview-dark-en'));
    await chord(window, 'o');
    await window.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await window.picture(pictureFile('preview-some-dark-en'));
    await window.page.keyboard.press('Escape');
    await window.page.locator('.monaco-diff-editor .modified .view-line').first().click();
    await chord(window, 'Enter');
    await window.page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' });
    await eventually(() => window.visibleText(), (text) => text.includes('从选种、育秧到水肥管理,全程跟着农时走'), 'the page is not re-stitched');
    await window.close();
  });

  it('takes a note and shows it on its passage', async () => {
    const window = await stage.window();
    await window.squiggles.first().waitFor();
    await window.click('叶尖发黄先别急着撒');
    await chord(window, 't');
    const box = window.page.locator('.quick-input-box input');
    await box.first().waitFor();
    await window.page.keyboard.type('Check with the reporter.');
    await window.picture(pictureFile('note-writing-dark-en'));
    await window.page.keyboard.press('Enter');
    await window.page.locator('.review-comment').first().waitFor();
    await window.picture(pictureFile('note-dark-en'));
    assert.match(await window.page.locator('.review-comment').first().innerText(), /Check with the reporter/u);
    await window.close();
  });

  it('keeps what was decided when the page is saved under another name', async () => {
    const window = await stage.window();
    await window.squiggles.first().waitFor();
    await window.click('叶尖发黄先别急着撒');
    await window.openQuickFixes('Ignore: Cut paragraph');
    await window.takeQuickFix('Ignore: Cut paragraph');
    const sidecar = (file: string): string => {
      const written = path.join(stage.folder, `${file}.restitch.json`);
      return existsSync(written) ? readFileSync(written, 'utf8') : '';
    };
    await eventually(() => Promise.resolve(sidecar('sample-page.txt')), (text) => text.includes('split-paragraph'), 'nothing is decided');
    await saveAs(window, path.join(stage.folder, 'copy.txt'));
    await eventually(() => Promise.resolve(sidecar('copy.txt')), (text) => text.includes('split-paragraph'), 'the copy knows of no decision');
    await window.close();
  });
});
