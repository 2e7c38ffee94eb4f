// The page map as an editor meets it: in a real webview, with a real mouse and a real keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { loadInBrowser } from '../../tools/host/web.mjs';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { at } from '../../tools/lib/paths.mjs';
import { eventually, openStage, pictureFile, Stage } from './suite';
import { dragTo, inside, openView } from './views';

const command = 'Restitch: Show Page Map';

/** A piece that was carried off, and the article it belongs to; another article. */
const carried = '理,全程跟着农时走';
const home = '清禾县12.6万亩晚稻开镰';
const other = '市图书馆新馆试运行';

/** A block of the left side by its text. */
const block = (window: VsCodeWindow, text: string): Locator => inside(window).locator('.left .row', { hasText: text });
/** An article by its headline. */
const head = (window: VsCodeWindow, text: string): Locator => inside(window).locator('.right .head', { hasText: text });

/** The articles of the right side: each headline with the beginnings of its parts. */
const articles = (window: VsCodeWindow): Promise<string[][]> =>
  inside(window).locator('.right .row').evaluateAll((rows) => {
    const groups: string[][] = [];
    for (const row of rows) {
      const words = row.querySelector('.words')?.textContent ?? '';
      if (row.classList.contains('head')) groups.push([words]);
      else groups.at(-1)?.push(words);
    }
    return groups;
  });

/** The headline under which a block is read now. */
const homeOf = async (window: VsCodeWindow, text: string): Promise<string> =>
  (await articles(window)).find(([, ...parts]) => parts.some((part) => part.includes(text)))?.[0] ?? '';

const movesTo = (window: VsCodeWindow, text: string, title: string): Promise<string> =>
  eventually(() => homeOf(window, text), (found) => found.startsWith(title), `"${text}" is not under "${title}"`);

describe('the page map', function () {
  this.timeout(90_000);
  let window: VsCodeWindow;
  openStage(async (opened) => {
    window = await openView(opened, command, {});
  });

  it('shows every block in file order and every article as it reads, a ribbon between them', async () => {
    const lines = (await inside(window).locator('.left .line').allInnerTexts()).map(Number);
    assert.ok(lines.length > 60, String(lines.length));
    assert.deepEqual(lines, [...lines].sort((a, b) => a - b));
    assert.equal(await inside(window).locator('.ribbon').count(), lines.length);
    assert.ok(await inside(window).locator('.ribbon.is-doubtful').count() > 0);
    assert.equal(await homeOf(window, carried).then((title) => title.startsWith(home)), true);
    await window.page.mouse.move(700, 4);
    await window.picture(pictureFile('map-dark-en'));
  });

  it('lets nothing load but its own files', async () => {
    const policy = await inside(window).locator('meta[http-equiv]').getAttribute('content') ?? '';
    assert.match(policy, /^default-src 'none'; style-src [^;']*(?:'self')?[^;']*; script-src 'nonce-[0-9a-f]{32}'$/);
    assert.doesNotMatch(policy, /unsafe/);
  });

  it('tells of a block under the mouse, and brings its article forward', async () => {
    await block(window, carried).hover();
    const card = inside(window).locator('.card');
    await card.filter({ hasText: /goes on from line 12 · carried off · \d+%/ }).waitFor();
    assert.ok(await card.locator('li').count() > 0);
    assert.ok(await inside(window).locator('.ribbon.is-hot').count() > 5);
    await window.picture(pictureFile('map-card-dark-en'));
  });

  it('goes to the text at a click and keeps the focus, and follows the cursor', async () => {
    await block(window, carried).click();
    await eventually(() => window.visibleText(), (text) => text.includes('肥,看看根再说'), 'the text does not show');
    assert.ok(await window.page.locator('.editor-instance .selected-text').count() > 0);
    await inside(window).locator('.left .row.is-here', { hasText: carried }).waitFor();
    await window.click('2019年冬天,一场大雪');
    await inside(window).locator('.left .row.is-here', { hasText: '2019年冬天' }).waitFor();
    await inside(window).locator('.right .row.is-here', { hasText: '2019年冬天' }).waitFor();
  });

  it('gives a block that is dragged with the mouse onto an article to it, and takes it back', async () => {
    await dragTo(window, block(window, carried), head(window, other), async () => window.picture(pictureFile('map-drag-dark-en')));
    await movesTo(window, carried, other);
    // Said once everything shows it.
    await eventually(() => inside(window).locator('.said').innerText(), (text) => text.includes('Moved'), 'nothing is said');
    await window.picture(pictureFile('map-moved-dark-en'));
    await inside(window).locator('.tool').first().click();
    await movesTo(window, carried, home);
    assert.ok(await inside(window).locator('.tool').first().isDisabled());
  });

  it('drops a block between two parts', async () => {
    const between = inside(window).locator('.right .part', { hasText: '新馆位于石渡区文汇路' });
    await dragTo(window, block(window, carried), between, undefined, 0.2);
    await movesTo(window, carried, other);
    const order = (await articles(window)).find(([title]) => title?.startsWith(other)) ?? [];
    const at = order.findIndex((part) => part.startsWith(carried));
    assert.match(order[at - 1] ?? '', /^本报讯/);
    assert.match(order[at + 1] ?? '', /^新馆位于/);
    await window.page.keyboard.press('Control+z');
    await movesTo(window, carried, home);
  });

  it('lets go of a block at Escape', async () => {
    const from = await block(window, carried).boundingBox();
    const to = await head(window, other).boundingBox();
    assert.ok(from && to);
    await window.page.mouse.move(from.x + 80, from.y + 8);
    await window.page.mouse.down();
    await window.page.mouse.move(to.x + 80, to.y + 8, { steps: 6 });
    await inside(window).locator('.ghost').waitFor({ state: 'visible' });
    await window.page.keyboard.press('Escape');
    await inside(window).locator('.ghost').waitFor({ state: 'hidden' });
    await window.page.mouse.up();
    assert.match(await homeOf(window, carried), new RegExp(`^${home}`));
  });

  it('is worked by the keyboard alone: across, move, undo, to the text', async () => {
    await block(window, carried).focus();
    await window.page.keyboard.press('ArrowRight');
    assert.match(await inside(window).locator('.right .row:focus').innerText(), /理,全程跟着农时走/);
    await window.page.keyboard.press('ArrowLeft');
    await window.page.keyboard.press('m');
    await inside(window).locator('.menu-item', { hasText: other }).waitFor();
    await window.picture(pictureFile('map-menu-dark-en'));
    // The first article that can be chosen is the one after its home.
    assert.match(await inside(window).locator('.menu-item:focus').innerText(), new RegExp(`^${other}`));
    await window.page.keyboard.press('Enter');
    await movesTo(window, carried, other);
    assert.match(await inside(window).locator('.left .row:focus').innerText(), /理,全程跟着农时走/);
    await window.page.keyboard.press('Control+z');
    await movesTo(window, carried, home);
    await window.page.keyboard.press('Enter');
    await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  });

  it('moves several at once', async () => {
    await block(window, '机械化让收割快了起来').click();
    await window.page.keyboard.press('Shift+ArrowDown');
    assert.equal(await inside(window).locator('.left .is-selected').count(), 2);
    await window.page.keyboard.press('m');
    await window.page.keyboard.press('Enter');
    await movesTo(window, '机械化让收割快了起来', other);
    await movesTo(window, '稻子收得好', other);
    await window.page.keyboard.press('Control+z');
    await movesTo(window, '稻子收得好', home);
  });

  it('shows the whole page at a glance', async () => {
    await inside(window).locator('.tool').nth(1).click();
    const height = await inside(window).locator('.scroller').evaluate((scroller) => scroller.scrollHeight - scroller.clientHeight);
    assert.ok(height <= 1, String(height));
    await window.page.mouse.move(700, 4);
    await window.picture(pictureFile('map-overview-dark-en'));
    await inside(window).locator('.tool').nth(1).click();
  });

  it('names everything for a screen reader', async () => {
    const nameless = await inside(window).locator('[role=option], [role=treeitem], [role=listbox], [role=tree], button').evaluateAll((all) => all.filter((one) => (one.getAttribute('aria-label') ?? '') === '').length);
    assert.equal(nameless, 0);
    assert.equal(await inside(window).locator('.left [tabindex="0"]').count(), 1);
    assert.equal(await inside(window).locator('.right [tabindex="0"]').count(), 1);
    assert.equal(await inside(window).locator('svg:not([aria-hidden])').count(), 0);
  });

  it('comes back after the window is loaded again', async () => {
    // A window that is told to open a file does not bring its views back.
    await window.page.evaluate(() => {
      const address = new URL(location.href);
      const payload = JSON.parse(address.searchParams.get('payload') ?? '[]') as [string, string][];
      address.searchParams.set('payload', JSON.stringify(payload.filter(([name]) => name !== 'openFile')));
      history.replaceState(null, '', address);
    });
    const loaded = window.page.waitForEvent('load');
    await window.command('Developer: Reload Window').catch(() => undefined);
    await loaded;
    await inside(window).locator('.left .row', { hasText: carried }).waitFor();
  });
});

describe('the page map in other clothes @clothes', function () {
  this.timeout(90_000);
  let window: VsCodeWindow;
  const stage = openStage(async (opened) => {
    window = await openView(opened, command, { theme: 'light' });
  });

  it('is readable in a light theme, and speaks Chinese', async () => {
    await block(window, carried).hover();
    await inside(window).locator('.card li').first().waitFor();
    await window.picture(pictureFile('map-light-en'));
    await stage.wear(window, { theme: 'light', settings: { 'restitch.language': 'zh' } });
    await window.page.mouse.move(700, 4);
    await block(window, carried).hover();
    await inside(window).locator('.card', { hasText: /接第 12 行 · 远移/ }).waitFor();
    await window.picture(pictureFile('map-light-zh'));
    assert.doesNotMatch(await inside(window).locator('.frame').innerText(), /doubtful|sure|file/);
    assert.equal(await inside(window).locator('html').getAttribute('lang'), 'zh-CN');
    await window.page.locator('.tab', { hasText: '版面图：sample-page.txt' }).waitFor();
  });

  it('is readable in high contrast', async () => {
    for (const [name, theme, colour] of [['dark', 'dark', 'Default High Contrast'], ['light', 'light', 'Default High Contrast Light']] as const) {
      await stage.wear(window, { theme, colour });
      await block(window, carried).click();
      await window.picture(pictureFile(`map-contrast-${name}-en`));
    }
  });
});

describe('the views in the browser @clothes', function () {
  this.timeout(90_000);
  const stage = new Stage();
  before(async () => stage.open({ development: false }));
  after(async () => stage.close());

  it('show the same page where there is no Node', async () => {
    const window = await openView(stage, command, { file: 'mini-page.txt', prepare: (context) => loadInBrowser(context, stage.authority, at()) });
    await eventually(() => articles(window), (seen) => seen.some(([title]) => title?.includes('双溪渡口添了新渡船') === true), 'the articles do not show');
    await window.picture(pictureFile('map-browser-dark-en'));
    await window.command('Restitch: Read the Clean Articles');
    await inside(window).locator('article').first().waitFor();
    await window.picture(pictureFile('reading-browser-dark-en'));
  });
});

describe('the page map of a large page @clothes', function () {
  this.timeout(120_000);
  const stage = openStage();

  it('scrolls smoothly', async () => {
    // Five pages in one file, each with headlines of its own.
    const page = readFileSync(at('samples/sample-page.txt'), 'utf8');
    const text = Array.from({ length: 5 }, (_, number) => page.replace('第2版', `第${number + 2}版`).replaceAll(/^## /gm, `## ${'东西南北中'[number] ?? ''}`)).join('\f');
    const window = await openView(stage, command, { file: { name: 'large-page.txt', text } });
    const frame = inside(window).locator('.frame');
    const blocks = await inside(window).locator('.left .row').count();
    assert.ok(blocks > 300, String(blocks));
    const times = await frame.evaluate(async (element) => {
      const scroller = element.querySelector('.scroller');
      const toggle = element.querySelectorAll<HTMLElement>('.tool')[1];
      if (!scroller || !toggle) throw new Error('the map is not there');
      const frameTimes: number[] = [];
      for (let top = 0; top < scroller.scrollHeight; top += 300) {
        const began = performance.now();
        scroller.scrollTop = top;
        await new Promise((done) => requestAnimationFrame(done));
        frameTimes.push(performance.now() - began);
      }
      const began = performance.now();
      toggle.click();
      const laidOut = performance.now() - began;
      toggle.click();
      return { frames: frameTimes.sort((a, b) => a - b), laidOut };
    });
    const median = times.frames[Math.floor(times.frames.length / 2)] ?? 0;
    console.log(`    ${blocks} blocks: a frame while scrolling ${median.toFixed(0)} ms in the middle, ${(times.frames.at(-1) ?? 0).toFixed(0)} ms at most; laid out anew in ${times.laidOut.toFixed(0)} ms`);
    // Far from what an eye would call smooth only where something is wrong; the machine may be busy.
    assert.ok(median < 100, JSON.stringify(times));
    await window.picture(pictureFile('map-large-dark-en'));
  });
});
