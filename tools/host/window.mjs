/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// @ts-check
// A window of VS Code as a hand and an eye meet it. Nothing here reads the language of the window, so it works in any.
import path from 'node:path';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {{ label: string, level: number, expanded: boolean | undefined }} TreeRow */

const articles = '[id="workbench.view.extension.restitch"]';
/** Where the palette and Quick Open are typed into. */
const inputBox = '.quick-input-widget .quick-input-box input';
const patience = 30_000;

/**
 * Makes VS Code's language another one for every extension. Its own words stay English: the language packs come from the marketplace.
 * @param {import('playwright-core').BrowserContext} context @param {string} locale
 */
async function speak(context, locale) {
  await context.route('**/out/nls.messages.js', async (route) => {
    const messages = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/javascript', body: `${messages}\nglobalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)};` });
  });
}

/** One window with one editor in it. Text on the screen is found by what it says. */
export class VsCodeWindow {
  /** The text into which the mouse last set the cursor. @type {[context: string, word?: string] | undefined} */
  #clicked;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Opens an address of the server and waits until an editor shows text.
   * @param {import('playwright-core').Browser} browser
   * @param {string} address
   * `prepare` is called before the window loads.
   * @param {{ width?: number, height?: number, locale?: string, theme?: 'light' | 'dark', prepare?: (context: import('playwright-core').BrowserContext) => Promise<void> }} [options] `locale`: VS Code's own language as extensions see it, for instance zh-cn
   */
  static async open(browser, address, { width = 1440, height = 900, locale, theme = 'dark', prepare } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, ...(locale === undefined ? {} : { locale }) });
    if (locale !== undefined) await speak(context, locale);
    await prepare?.(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(address);
    await page.locator('.monaco-workbench').waitFor();
    await page.locator('.editor-instance .view-line').first().waitFor();
    return new VsCodeWindow(page);
  }

  async close() {
    await this.page.context().close();
  }

  /**
   * Opens a box of VS Code by its key and types into it until it offers a row. A key may fall into a repaint, and the palette lists what could be done when
   * it was opened: a moment later it may be more.
   * @param {{ key: string, text: string, offered: string }} wish @param {() => Promise<void>} [take] what is tried with the row; anew when it fails
   */
  async #offered({ key, text, offered }, take = async () => undefined) {
    const input = this.page.locator(inputBox);
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: offered }).first();
    for (let attempt = 0; ; attempt += 1) {
      await this.page.keyboard.press(key);
      try {
        await input.waitFor({ state: 'visible', timeout: 5000 });
        // An editor that closes behind the box takes it along.
        await input.fill(text, { timeout: 5000 });
        await row.waitFor({ timeout: 5000 });
        return await take();
      } catch (error) {
        if (attempt === 4) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Runs a command by its full title in the palette. @param {string} title */
  async command(title) {
    await this.#offered({ key: 'F1', text: `>${title}`, offered: title });
    await this.page.keyboard.press('Enter');
    await this.page.locator(inputBox).waitFor({ state: 'hidden' });
  }

  /** Opens a file, with the cursor at its beginning. @param {string} file its whole path: by its name a new file is not found at once */
  async openFile(file) {
    const name = path.basename(file);
    await this.#offered({ key: 'Control+p', text: file, offered: name }, async () => {
      await this.page.keyboard.press('Enter');
      await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: 5000 });
    });
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** The rows of the tree of articles. @returns {Locator} */
  get treeRows() {
    return this.page.locator(`${articles} .monaco-list-row`);
  }

  /** What the tree of articles shows now. @returns {Promise<TreeRow[]>} */
  async readTree() {
    return this.treeRows.evaluateAll((rows) => rows.map((row) => ({
      label: row.getAttribute('aria-label') ?? '',
      level: Number(row.getAttribute('aria-level')),
      expanded: row.hasAttribute('aria-expanded') ? row.getAttribute('aria-expanded') === 'true' : undefined,
    })));
  }

  /** The name over the tree of articles. */
  async treeTitle() {
    return (await this.page.locator(`.pane-composite-part:has(${articles}) .title-label, .sidebar .title-label`).first().innerText()).trim();
  }

  /** Brings the tree of articles to the front by its icon in the activity bar. */
  async showArticles() {
    if (!await this.page.locator(articles).isVisible()) {
      // Beside the badge that lies over the icon.
      await this.page.locator('.activitybar .action-item a[class*="restitch"]').first().click({ position: { x: 8, y: 8 }, force: true });
      // Off the icon, or its name stays open over the tree.
      await this.page.mouse.move(700, 2);
    }
    await this.treeRows.first().waitFor();
  }

  /** The text on the screen, from the first line that shows to the last one, wrapped lines put together. */
  async visibleText() {
    return this.#lines.evaluateAll((lines) => {
      const top = (/** @type {Element} */ element) => Math.round(element.getBoundingClientRect().top);
      // Only the first row of a wrapped line has a number.
      const numbered = new Set([...document.querySelectorAll('.editor-instance .line-numbers')].filter((one) => one.textContent !== '').map(top));
      return lines
        .map((line) => ({ top: top(line), text: (line.textContent ?? '').replaceAll('\u00a0', ' ') }))
        .sort((one, other) => one.top - other.top)
        .map(({ top: place, text }) => (numbered.has(place) ? `\n${text}` : text))
        .join('');
    });
  }

  /** The editor's lines on the screen, a wrapped one counting as several, in no order. */
  get #lines() {
    return this.page.locator('.editor-instance .view-line');
  }

  /** Every underline of a problem that is on the screen. @returns {Locator} */
  get squiggles() {
    return this.page.locator('.editor-instance :is(.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint)');
  }

  /** The number of problems in the status bar: errors, warnings and, where shown, hints. */
  async problemCount() {
    const label = await this.page.locator('[id="status.problems"] a').first().getAttribute('aria-label') ?? '';
    return [...label.matchAll(/\d+/g)].reduce((all, [digits]) => all + Number(digits), 0);
  }

  /**
   * Rests the mouse on some text and gives what the hover says.
   * @param {string} context some text on the screen that stands there only once
   * @param {string} word the part of it to rest on
   * @param {RegExp} wanted what to wait for: a hover is put together from several answers, which come one by one
   */
  async hover(context, word, wanted) {
    return this.#rest(() => this.#place(context, word), '.monaco-hover:not(.hidden):not(.workbench-hover) .hover-contents', wanted);
  }

  /** Rests the mouse on a row of the tree and gives its tooltip. @param {Locator} row @param {RegExp} wanted what to wait for */
  async tooltip(row, wanted) {
    return this.tooltipOf(row.locator('.label-name').first(), wanted);
  }

  /** Rests the mouse on a part of the window, outside the text, and gives its tooltip. @param {Locator} part @param {RegExp} wanted what to wait for */
  async tooltipOf(part, wanted) {
    const place = async () => {
      const box = await part.boundingBox();
      if (box === null) throw new Error('what the mouse should rest on is not on the screen');
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    return this.#rest(place, '.workbench-hover, .monaco-hover', wanted);
  }

  /** @param {() => Promise<{ x: number, y: number }>} place @param {string} selector of what opens there @param {RegExp} wanted */
  async #rest(place, selector, wanted) {
    const open = this.page.locator(selector);
    // The first movement may fall into a repaint, and a line above may come late and push the text down; an unanswered one is repeated where the text is then.
    for (let attempt = 0; ; attempt += 1) {
      try {
        const { x, y } = await place();
        await this.page.mouse.move(x - 2, y);
        await this.page.mouse.move(x, y);
        await open.filter({ hasText: wanted }).first().waitFor({ timeout: 4000 });
        return (await open.allInnerTexts()).join('\n');
      } catch (error) {
        if (attempt === 4) throw error;
        await this.page.mouse.move(2, 2);
        // Where nothing was there to rest on, the window is being drawn anew.
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  /** Scrolls the editor down until some text is on the screen. @param {string} context */
  async scrollTo(context) {
    for (let step = 0; step < 60 && !(await this.visibleText()).includes(context); step += 1) {
      const box = await this.page.locator('.editor-instance').first().boundingBox();
      if (box === null) throw new Error('there is no editor');
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await this.page.mouse.wheel(0, 100);
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  /** Goes to the beginning of the text, with the cursor, by key. */
  async toTop() {
    await this.page.locator('.editor-instance :is(textarea.inputarea, .native-edit-context)').first().focus();
    await this.page.keyboard.press('Control+Home');
  }

  /** Sets the cursor into some text. @param {string} context @param {string} [word] */
  async click(context, word) {
    this.#clicked = word === undefined ? [context] : [context, word];
    const { x, y } = await this.#seek(context, word);
    await this.page.mouse.click(x, y);
  }

  /** Brings text onto the screen and gives its place. Lenses that come late push it down again: then it is looked for anew. @param {string} context @param {string} [word] */
  async #seek(context, word) {
    for (let attempt = 0; ; attempt += 1) {
      await this.scrollTo(context);
      try {
        return await this.#place(context, word);
      } catch (error) {
        if (attempt === 9) throw error;
        await this.page.waitForTimeout(200);
      }
    }
  }

  /**
   * The middle of a word on the screen. A line is drawn as several elements and may be wrapped, so the characters are counted through all of them.
   * @param {string} context @param {string} [word]
   */
  async #place(context, word = context) {
    await this.#lines.first().waitFor();
    const place = await this.#lines.evaluateAll((lines, [wantedContext = '', wantedWord = '']) => {
      const nodes = lines
        .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .flatMap((line) => {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const found = [];
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) found.push(node);
          return found;
        });
      const text = nodes.map((node) => node.textContent ?? '').join('').replaceAll('\u00a0', ' ');
      const start = text.indexOf(wantedContext);
      if (start < 0) return undefined;
      let left = start + wantedContext.indexOf(wantedWord) + Math.floor(wantedWord.length / 2);
      for (const node of nodes) {
        const length = node.textContent?.length ?? 0;
        if (left < length) {
          const range = document.createRange();
          range.setStart(node, left);
          range.setEnd(node, left + 1);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
        left -= length;
      }
      return undefined;
    }, [context, word]);
    if (place === undefined) throw new Error(`"${context}" is not on the screen`);
    return place;
  }

  /**
   * Opens the menu of quick fixes at the cursor and gives its titles.
   * @param {string} [wanted] part of a title that comes sooner or later: until then the menu is opened again
   * @returns {Promise<string[]>}
   */
  async openQuickFixes(wanted = '') {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    // A key that falls into a repaint of the editor, or a menu closed by one, is given again where the cursor was set.
    for (let attempt = 0; ; attempt += 1) {
      await this.page.keyboard.press('Control+.');
      try {
        await rows.first().waitFor({ timeout: 5000 });
        const titles = (await rows.allInnerTexts()).map((title) => title.trim());
        if (!titles.some((title) => title.includes(wanted))) throw new Error(`no quick fix "${wanted}" among ${titles.join(', ')}`);
        return titles;
      } catch (error) {
        if (attempt === 4) throw error;
        await this.page.keyboard.press('Escape');
        // By its text: the editor may have scrolled meanwhile.
        if (this.#clicked !== undefined) await this.click(...this.#clicked);
      }
    }
  }

  /** Takes one of the quick fixes that are open. @param {string} title part of it */
  async takeQuickFix(title) {
    // By the keyboard: the menu lies over a layer that swallows the mouse.
    const focused = this.page.locator('.action-widget .monaco-list-row.action.focused');
    const count = await this.page.locator('.action-widget .monaco-list-row.action').count();
    for (let step = 0; step < count; step += 1) {
      if ((await focused.innerText()).includes(title)) {
        await this.page.keyboard.press('Enter');
        await this.page.locator('.action-widget').waitFor({ state: 'hidden' });
        return;
      }
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`no quick fix "${title}"`);
  }

  /** Closes whatever is open over the editor: menu, hover, palette. */
  async dismiss() {
    await this.page.keyboard.press('Escape');
    await this.page.mouse.move(2, 2);
  }

  /**
   * Takes a picture once the window is still.
   * @param {string} [file] where it goes, where it is to be kept
   * @param {{ x: number, y: number, width: number, height: number }} [clip] the part of the window, where not all of it is wanted
   */
  async picture(file, clip) {
    return this.page.screenshot({ ...(file !== undefined && { path: file }), ...(clip !== undefined && { clip }), animations: 'disabled', caret: 'hide' });
  }

  /** The row of the tree whose label begins so. @param {string} label @returns {Locator} */
  treeRow(label) {
    return this.page.locator(`${articles} .monaco-list-row`).filter({ has: this.page.locator('.label-name', { hasText: label }) }).first();
  }

  /** Opens a row of the tree, or closes it. @param {string} label */
  async toggleRow(label) {
    await this.treeRow(label).locator('.monaco-tl-twistie').click();
  }
}
