// What an editor sees of the articles in the text itself: rules, lenses, hints, in every kind of theme and in both languages.
import assert from 'node:assert/strict';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { eventually, openStage, pictureFile } from './suite';

const english = { hint: '→ continues in line 30', doubtful: /← from “[^”]+”, line \d+\?/, lens: /\d parts? · .*figures/ };
const chinese = { hint: '→ 下接第 30 行', doubtful: /← 属“[^”]+”，接第 \d+ 行？/, lens: /分在 \d 处 · .*数字/ };

const contrast = { dark: 'Default High Contrast', light: 'Default High Contrast Light' } as const;

/** The pieces of rules on the screen: a row of text has one each. */
const rules = (window: VsCodeWindow): Promise<number> => window.page.locator('.editor-instance .glyph-margin-widgets .cgmr[class*="ced-"]').count();
const lenses = (window: VsCodeWindow): Promise<string[]> => window.page.locator('.editor-instance .codelens-decoration').allInnerTexts();

/** The line of the cursor, as the status bar has it. */
async function lineOfCursor(window: VsCodeWindow): Promise<number> {
  return Number(/Ln (\d+)/.exec(await window.page.locator('[id="status.editor.selection"]').innerText())?.[1]);
}

/** Waits until every kind of mark is drawn. */
async function drawn(window: VsCodeWindow, { hint, lens }: typeof english): Promise<void> {
  await window.squiggles.first().waitFor();
  await eventually(() => window.visibleText(), (text) => text.includes(hint), `no hint "${hint}"`);
  await eventually(() => lenses(window), (texts) => texts.some((text) => lens.test(text)), `no lens like ${String(lens)}`);
  await eventually(() => rules(window), (count) => count > 10, 'no rules in the margin');
}

/** Pictures of the marks at the head of the page and where articles are interleaved. */
async function pictures(window: VsCodeWindow, name: string, words: typeof english): Promise<void> {
  await window.toTop();
  await drawn(window, words);
  await window.picture(pictureFile(`marks-${name}`));
  await window.scrollTo('为方便上班族');
  await eventually(() => window.visibleText(), (text) => words.doubtful.test(text), 'a doubtful passage has no hint with a question mark');
  await window.picture(pictureFile(`marks-tangle-${name}`));
}

describe('the marks in the window', function () {
  this.timeout(90_000);
  let window: VsCodeWindow;
  const stage = openStage(async (opened) => {
    window = await opened.window();
  });

  it('are drawn in light, dark and high contrast', async () => {
    await pictures(window, 'dark-en', english);
    await stage.wear(window, { theme: 'light' });
    await pictures(window, 'light-en', english);
    await stage.wear(window, { theme: 'dark', colour: contrast.dark });
    await pictures(window, 'hc-dark-en', english);
    await stage.wear(window, {});
  });

  it('go and come back by one click in the status bar', async () => {
    await window.toTop();
    await drawn(window, english);
    const eye = window.page.locator('[id="restitch.restitch.restitch.marks"] a, [id*="restitch.marks"] a').first();
    await eye.click();
    await eventually(() => rules(window), (count) => count === 0, 'rules stay');
    await eventually(() => lenses(window), (texts) => texts.length === 0, 'lenses stay');
    await eventually(() => window.squiggles.count(), (count) => count === 0, 'squiggles stay');
    await eventually(() => window.visibleText(), (text) => !text.includes('→'), 'hints stay');
    await window.picture(pictureFile('marks-hidden-dark-en'));
    await eye.click();
    await drawn(window, english);
  });

  it('tell at a cut where it goes on, how surely and why', async () => {
    await window.toTop();
    await drawn(window, english);
    const text = await window.hover('从选种、育秧到水肥管', '水肥管', /Cut here; continues in line 30/);
    assert.match(text, /水肥管 ‖ 理,全程/);
    await window.picture(pictureFile('cut-hover-dark-en'));
    await window.page.locator('.monaco-hover:not(.hidden) a', { hasText: 'line 30' }).first().click();
    await eventually(() => lineOfCursor(window), (line) => line === 30, 'the link does not lead to the continuation');
  });

  it('lead on from a hint that is clicked with the key for links', async () => {
    await window.toTop();
    await drawn(window, english);
    const box = await window.page.locator('.view-line span', { hasText: english.hint }).first().boundingBox();
    assert.ok(box);
    await window.page.keyboard.down('Control');
    await window.page.mouse.move(box.x + 20, box.y + box.height / 2);
    await window.page.mouse.move(box.x + 30, box.y + box.height / 2);
    await window.page.locator('.view-line .goto-definition-link, .view-line [class*="dyn-rule"]', { hasText: /→/ }).first().waitFor();
    await window.page.mouse.click(box.x + 30, box.y + box.height / 2);
    await window.page.keyboard.up('Control');
    await eventually(() => lineOfCursor(window), (line) => line === 30, 'the hint does not lead to the continuation');
  });

  it('show the parts of an article in a peek, and its place in breadcrumbs and outline', async () => {
    await stage.wear(window, { settings: { 'editor.stickyScroll.enabled': true } });
    await window.toTop();
    await drawn(window, english);
    await window.click('罗守田的好收成');
    await eventually(() => window.page.locator('.breadcrumbs-control').innerText(), (text) => text.includes('清禾县12.6万亩'), 'the breadcrumbs do not tell the article');
    await window.page.locator('.codelens-decoration a', { hasText: /parts/ }).first().click();
    await window.page.locator('.zone-widget .reference-zone-widget').waitFor();
    await window.picture(pictureFile('article-parts-dark-en'));
  });
});

describe('the marks in a Chinese window @clothes', function () {
  this.timeout(90_000);
  let window: VsCodeWindow;
  const stage = openStage(async (opened) => {
    window = await opened.window({ theme: 'light', locale: 'zh-cn' });
  });

  it('are drawn in light and in high contrast', async () => {
    await pictures(window, 'light-zh', chinese);
    await stage.wear(window, { theme: 'light', colour: contrast.light });
    await pictures(window, 'hc-light-zh', chinese);
  });
});
