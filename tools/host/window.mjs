/// <reference lib="dom" />
// @ts-check
// A window of VS Code as a hand and an eye meet it. Nothing here reads the language of the window, so it works in any.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {{ label: string, level: number, expanded: boolean | undefined }} TreeRow */

const articles = '[id="workbench.view.extension.restitch"]';
const patience = 30_000;

/** One window with one editor in it. Text on the screen is found by what it says. */
export class VsCodeWindow {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Opens an address of the server and waits until an editor shows text.
   * @param {import('playwright-core').Browser} browser
   * @param {string} address
   * @param {{ width?: number, height?: number, locale?: string, theme?: 'light' | 'dark' }} [options] `locale`: VS Code's own language, as zh-cn
   */
  static async open(browser, address, { width = 1440, height = 900, locale, theme = 'dark' } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, ...(locale === undefined ? {} : { locale }) });
    if (locale !== undefined) await context.addCookies([{ name: 'vscode.nls.locale', value: locale, url: new URL(address).origin }]);
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

  /** Runs a command by its full title in the palette. @param {string} title */
  async command(title) {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    await this.page.keyboard.press('F1');
    await input.waitFor({ state: 'visible' });
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
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
      await this.page.locator('.activitybar .action-item a[class*="restitch"]').first().click();
    }
    await this.treeRows.first().waitFor();
  }

  /** The lines of the editor that show this text (white space counts as one space). @param {string} text @returns {Locator} */
  line(text) {
    return this.page.locator('.editor-instance .view-line', { hasText: text });
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
   * @param {string} lineText finds the line
   * @param {string} word the part of that line to rest on
   */
  async hover(lineText, word) {
    const { x, y } = await this.#place(lineText, word);
    const hover = this.page.locator('.monaco-hover:not(.hidden):not(.workbench-hover) .hover-contents');
    // The first movement may fall into a repaint; an unanswered one is repeated.
    for (let attempt = 0; ; attempt += 1) {
      await this.page.mouse.move(x - 2, y);
      await this.page.mouse.move(x, y);
      try {
        await hover.first().waitFor({ timeout: 4000 });
        return (await hover.allInnerTexts()).join('\n');
      } catch (error) {
        if (attempt === 4) throw error;
        await this.page.mouse.move(2, 2);
      }
    }
  }

  /** Sets the cursor into some text. @param {string} lineText @param {string} word */
  async click(lineText, word) {
    const { x, y } = await this.#place(lineText, word);
    await this.page.mouse.click(x, y);
  }

  /**
   * The middle of a word on the screen. Editors draw a line as several elements, so the characters are counted through them.
   * @param {string} lineText @param {string} word
   */
  async #place(lineText, word) {
    const line = this.line(lineText).first();
    await line.waitFor();
    const place = await line.evaluate((element, wanted) => {
      const start = (element.textContent ?? '').indexOf(wanted);
      if (start < 0) return undefined;
      const middle = start + Math.floor(wanted.length / 2);
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let before = 0;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (middle < before + length) {
          const range = document.createRange();
          range.setStart(node, middle - before);
          range.setEnd(node, middle - before + 1);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
        before += length;
      }
      return undefined;
    }, word);
    if (place === undefined) throw new Error(`no "${word}" in the line with "${lineText}"`);
    return place;
  }

  /** Opens the menu of quick fixes at the cursor and gives its titles. @returns {Promise<string[]>} */
  async openQuickFixes() {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await this.page.keyboard.press('Control+.');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((title) => title.trim());
  }

  /** Takes one of the quick fixes that are open. @param {string} title part of it */
  async takeQuickFix(title) {
    // By the keyboard: the menu lies over a layer that swallows the mouse.
    const focused = this.page.locator('.action-widget .monaco-list-row.action.focused');
    const count = await this.page.locator('.action-widget .monaco-list-row.action').count();
    for (let step = 0; step < count; step += 1) {
      if ((await focused.innerText()).includes(title)) {
        await this.page.keyboard.press('Enter');
        await this.page.locator('.action-widget').waitFor({ state: 'detached' });
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

  /** Takes a picture once the window is still. @param {string} file */
  async picture(file) {
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }
}
