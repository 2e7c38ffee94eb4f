// Deciding by keyboard: the review with both sides of a seam in one look, the preview of a re-stitching, a note.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { eventually, openStage, pictureFile } from './suite';

const chord = async (window: VsCodeWindow, key: string): Promise<void> => {
  await window.page.keyboard.press('Control+Alt+r');
  await window.page.keyboard.press(key);
};

/** Begins a note on the passage at the cursor: presses its keys until the box for it is there, for those of a page that is not analysed yet say nothing. */
async function beginNote(window: VsCodeWindow): Promise<void> {
  const box = window.page.locator('.quick-input-box input').first();
  for (let attempt = 0; ; attempt += 1) {
    await chord(window, 't');
    try {
      await box.waitFor({ timeout: 4000 });
      return;
    } catch (error) {
      if (attempt === 4) throw error;
    }
  }
}

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
  let window: VsCodeWindow;
  const stage = openStage(async (opened) => {
    window = await opened.window();
  });

  for (const { theme, clothes, name } of [
    { theme: 'light', clothes: { settings: { 'restitch.language': 'zh' } }, name: 'light-zh' },
    { theme: 'dark', clothes: { colour: 'Default High Contrast' }, name: 'contrast-en' },
    { theme: 'dark', clothes: {}, name: 'dark-en' },
  ] as const) {
    it(`leads through doubts by keys and shows both sides (${name})${name === 'dark-en' ? '' : ' @clothes'}`, async () => {
      await stage.wear(window, { theme, ...clothes });
      await stage.another(window);
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
    });
  }

  it('shows a re-stitching as a diff, and accepts it by key', async () => {
    await stage.another(window);
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
  });

  it('takes a note and shows it on its passage', async () => {
    await stage.another(window);
    await window.click('叶尖发黄先别急着撒');
    await beginNote(window);
    await window.page.keyboard.type('Check with the reporter.');
    await window.picture(pictureFile('note-writing-dark-en'));
    await window.page.keyboard.press('Enter');
    await window.page.locator('.review-comment').first().waitFor();
    await window.picture(pictureFile('note-dark-en'));
    assert.match(await window.page.locator('.review-comment').first().innerText(), /Check with the reporter/u);
  });

  it('keeps what was decided when the page is saved under another name', async () => {
    const page = await stage.another(window);
    await window.click('叶尖发黄先别急着撒');
    await window.openQuickFixes('Ignore: Cut paragraph');
    await window.takeQuickFix('Ignore: Cut paragraph');
    const sidecar = (file: string): string => {
      const written = path.join(stage.folder, `${file}.restitch.json`);
      return existsSync(written) ? readFileSync(written, 'utf8') : '';
    };
    await eventually(() => Promise.resolve(sidecar(page)), (text) => text.includes('split-paragraph'), 'nothing is decided');
    await saveAs(window, path.join(stage.folder, 'copy.txt'));
    await eventually(() => Promise.resolve(sidecar('copy.txt')), (text) => text.includes('split-paragraph'), 'the copy knows of no decision');
  });

  it('keeps what two windows decide about one page at a time', async () => {
    const page = await stage.another(window);
    const [one, two] = [window, await stage.window({ file: page, again: true })];
    const sidecar = path.join(stage.folder, `${page}.restitch.json`);
    const written = (): string => (existsSync(sidecar) ? readFileSync(sidecar, 'utf8') : '');
    const notes = async (where: VsCodeWindow, text: string): Promise<void> => {
      await where.squiggles.first().waitFor();
      await where.click('叶尖发黄先别急着撒');
      await beginNote(where);
      await where.page.keyboard.type(text);
      await where.page.keyboard.press('Enter');
    };
    await notes(one, 'From the first window.');
    await eventually(() => Promise.resolve(written()), (text) => text.includes('From the first window.'), 'the first note is not written');
    await notes(two, 'From the second window.');
    await eventually(() => Promise.resolve(written()), (text) => text.includes('From the second window.'), 'the second note is not written');
    // The first window has heard of it, and does not write its own memory over the other's.
    await one.click('叶尖发黄先别急着撒');
    await one.openQuickFixes('Ignore: Cut paragraph');
    await one.takeQuickFix('Ignore: Cut paragraph');
    await eventually(() => Promise.resolve(written()), (text) => ['From the first window.', 'From the second window.', 'split-paragraph'].every((words) => text.includes(words)), 'a window has written over the other');
    await two.close();
  });
});
