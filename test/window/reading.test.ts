// The clean reading beside the dump: what it shows, and that both scroll in step.
import assert from 'node:assert/strict';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { eventually, openStage, pictureFile } from './suite';
import { inside, openView } from './views';

const command = 'Restitch: Read the Clean Articles';

/** The text at the top of the reading. */
const atTop = (window: VsCodeWindow): Promise<string> =>
  inside(window).locator('.reading').evaluate((reading) => {
    const top = reading.getBoundingClientRect().top + 24;
    const first = [...reading.querySelectorAll('.piece')].find((piece) => piece.getBoundingClientRect().bottom > top);
    return first?.textContent ?? '';
  });

const scrollTop = (window: VsCodeWindow): Promise<number> => inside(window).locator('.reading').evaluate((reading) => reading.scrollTop);

/** The number of the line at the top of the editor. */
const topLine = (window: VsCodeWindow): Promise<number> =>
  window.page.locator('.editor-instance .line-numbers').evaluateAll((numbers) => Math.min(...numbers
    .filter((one) => one.textContent !== '' && one.getBoundingClientRect().top >= (one.closest('.monaco-editor')?.getBoundingClientRect().top ?? 0) - 10)
    .map((one) => Number(one.textContent))));

describe('the clean reading', function () {
  this.timeout(90_000);
  let window: VsCodeWindow;
  openStage(async (opened) => {
    window = await openView(opened, command, { settings: { 'restitch.restitch.preview': 'apply' } });
  });

  it('shows the articles whole, with their joins marked', async () => {
    assert.ok(await inside(window).locator('article h2').count() > 8);
    const text = (await inside(window).locator('.paragraph').allInnerTexts()).join('\n');
    assert.ok(text.includes('从选种、育秧到水肥管理,全程跟着农时走'), 'a cut paragraph is not whole');
    assert.ok(await inside(window).locator('.seam.is-doubtful').count() > 0);
    assert.equal(await inside(window).locator('.reading').getAttribute('lang'), 'zh-Hans');
    await window.page.mouse.move(700, 4);
    await window.picture(pictureFile('reading-dark-en'));
  });

  it('says at a join how sure it is, and why', async () => {
    await inside(window).locator('.seam:not(.is-doubtful)').first().hover();
    await inside(window).locator('.tip', { hasText: /Joined here · \d+%/ }).waitFor();
    await window.picture(pictureFile('reading-seam-dark-en'));
  });

  it('scrolls with the dump', async () => {
    await window.page.mouse.move(400, 500);
    // Turn by turn, as a wheel goes: a single one may be swallowed by the layout that the editor has just begun.
    const turn = async (): Promise<number> => {
      await window.page.mouse.wheel(0, 400);
      return scrollTop(window);
    };
    await eventually(turn, (top) => top > 400, 'the reading does not move');
    // No answer comes back: the editor stays where the hand left it.
    await window.page.waitForTimeout(600);
    const [line, there] = [await topLine(window), await scrollTop(window)];
    await window.page.waitForTimeout(600);
    assert.deepEqual([await topLine(window), await scrollTop(window)], [line, there]);
    const top = await atTop(window);
    assert.ok((await window.visibleText()).includes(top.slice(0, 12)) || (await window.visibleText()).includes(top.slice(-12)), `"${top}" does not show in the dump`);
  });

  it('takes the dump along when it is scrolled itself', async () => {
    const before = await topLine(window);
    const reading = await inside(window).locator('.reading').boundingBox();
    assert.ok(reading);
    await window.page.mouse.move(reading.x + 100, reading.y + 300);
    await window.page.mouse.wheel(0, 1500);
    const line = await eventually(() => topLine(window), (now) => now !== before, 'the dump does not move');
    const there = await scrollTop(window);
    await window.page.waitForTimeout(600);
    assert.equal(await scrollTop(window), there, 'the dump has answered');
    assert.equal(await topLine(window), line);
    const top = await atTop(window);
    await eventually(() => window.visibleText(), (text) => text.includes(top.slice(-12)) || text.includes(top.slice(0, 12)), `"${top}" does not show in the dump`);
    await window.picture(pictureFile('reading-scrolled-dark-en'));
  });

  it('goes to the character that is clicked', async () => {
    const piece = inside(window).locator('.piece', { hasText: '种粮户要抓住27日至30日的晴好时段' });
    await piece.scrollIntoViewIfNeeded();
    await piece.click({ position: { x: 200, y: 12 } });
    await eventually(() => window.visibleText(), (text) => text.includes('种粮户要抓住27日至30日的晴好时段'), 'the text does not show');
  });

  it('keeps its place while the text is edited above', async () => {
    await window.page.keyboard.press('Escape');
    const before = await atTop(window);
    await window.command('Restitch: Re-stitch the Page');
    await inside(window).locator('article').first().waitFor();
    await eventually(() => window.problemCount(), (count) => count < 20, 'the page was not re-stitched');
    await eventually(() => atTop(window), (now) => now === before || now.includes(before), `the reading does not stay at "${before}"`);
  });

  it('goes by the keyboard from doubt to doubt and to the text', async () => {
    const seam = inside(window).locator('.seam.is-doubtful').first();
    await seam.focus();
    await inside(window).locator('.tip', { hasText: /doubtful/ }).waitFor();
    await seam.press('Enter');
    await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  });
});

describe('the clean reading in other clothes @clothes', function () {
  this.timeout(90_000);
  let window: VsCodeWindow;
  const stage = openStage(async (opened) => {
    window = await openView(opened, command, { theme: 'light', settings: { 'restitch.language': 'zh' } });
  });

  it('is set well in a light theme, in Chinese', async () => {
    await inside(window).locator('.seam').first().hover();
    await inside(window).locator('.tip', { hasText: /此处缀合/ }).waitFor();
    await window.picture(pictureFile('reading-light-zh'));
  });

  it('is readable in high contrast', async () => {
    await stage.wear(window, { colour: 'Default High Contrast' });
    await inside(window).locator('.seam').first().hover();
    await inside(window).locator('.tip', { hasText: /Joined here/i }).waitFor();
    await window.picture(pictureFile('reading-contrast-en'));
  });
});
