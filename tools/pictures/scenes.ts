// The sample page as an editor meets it, step by step: what the pictures of the walkthrough and of the tour show.
import type { Locator } from 'playwright-core';
import { eventually } from '../../test/window/stage';
import { inside } from '../../test/window/views';
import type { VsCodeWindow } from '../host/window.mjs';

/** Words of the sample page by which things on the screen are found. */
const cut = '选出46名技术员,每人联系10户种粮大户';
const far = '从选种、育秧到水肥管理,全程跟着农时走';
const sentence = { context: '首周接待读者3.2万人次,外借', word: '3.2万' };
const stray = '过日子的盼头';
export const firstArticle = '清禾县12.6万亩晚稻开镰';

/** A moment worth a picture: brings the window there. Each begins where the one before it ended. */
export type Scene = (window: VsCodeWindow) => Promise<void>;

export const opened: Scene = async (window) => {
  await window.showArticles();
  await window.squiggles.first().waitFor();
  await window.page.mouse.move(2, 2);
};

export const articleOpened: Scene = async (window) => {
  await window.toggleRow(firstArticle);
  await eventually(() => window.readTree(), (rows) => rows.some(({ level }) => level === 2), 'the article does not open');
  await window.treeRows.nth(5).hover();
};

export const articleClosed: Scene = async (window) => {
  await window.toggleRow(firstArticle);
  await window.page.mouse.move(2, 2);
};

export const fixesOffered: Scene = async (window) => {
  await window.click(cut);
  await window.openQuickFixes();
};

export const onlyDoubtful: Scene = async (window) => {
  await window.dismiss();
  await window.command('Restitch: Show Only What Is Doubtful');
  await eventually(() => window.readTree(), (rows) => rows.some(({ level }) => level === 2), 'nothing doubtful shows');
  await window.treeRow(stray).hover();
};

export const normaliseAsked: Scene = async (window) => {
  await window.command('Restitch: Show All Articles');
  await window.page.keyboard.press('Control+Home');
  await window.command('Restitch: Normalise Punctuation and Spaces');
  await window.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
};

/** The whole page as a diff, before anything is changed. */
export const previewed: Scene = async (window) => {
  await window.dismiss();
  await window.command('Restitch: Re-stitch the Page');
  await window.page.locator('.monaco-diff-editor .view-line').first().waitFor();
  await window.page.locator('.monaco-diff-editor :is(.char-insert, .char-delete, .line-insert, .line-delete)').first().waitFor();
};

export const restitched: Scene = async (window) => {
  const before = await window.problemCount();
  await window.command('Restitch: Accept the Re-stitched Page');
  await window.page.locator('.notifications-toasts .notification-list-item-message').first().waitFor();
  await window.page.keyboard.press('Control+Home');
  await eventually(() => window.visibleText(), (text) => text.includes(far), 'the page is not re-stitched');
  await eventually(() => window.problemCount(), (count) => count < before, 'no problem has gone');
  await eventually(() => window.readTree(), (rows) => rows.length > 5, 'the articles do not show');
};

/** The map of the page, with the card of a passage that was carried away. */
export const mapShown: Scene = async (window) => {
  await besideText(window, 'Restitch: Show Page Map');
  await inside(window).locator('.left .row', { hasText: '理,全程跟着农时走' }).hover();
  await inside(window).locator('.card li').first().waitFor();
};

/** The articles as they will be exported, with what is said of a join. */
export const readingShown: Scene = async (window) => {
  await besideText(window, 'Restitch: Read the Clean Articles');
  await inside(window).locator('.seam').first().hover();
  await inside(window).locator('.tip').waitFor();
};

/** A view beside the text: the room is for the two of them. */
async function besideText(window: VsCodeWindow, command: string): Promise<void> {
  await window.page.keyboard.press('Control+b');
  await window.command(command);
  await inside(window).locator('.left .row, article').first().waitFor();
}

/** A doubt of the review, with what else the paragraph could go on with. */
export const doubtShown: Scene = async (window) => {
  await window.page.keyboard.press('Control+b');
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.command('Restitch: Next Doubtful Place');
  await window.page.locator('[id$="restitch.review"]').first().waitFor();
  await window.command('Restitch: Choose Another Answer…');
  await window.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
};

/** The pages of one issue, an article opened to its part on another page. */
export const issueShown: Scene = async (window) => {
  await window.showArticles();
  await window.command('Focus on Issues View');
  const row = (text: string): Locator => window.page.locator('.pane:has(> .pane-header[aria-label^="Issues"]) .monaco-list-row', { hasText: text }).first();
  await row('澜川日报 2024-09-27').waitFor();
  await window.page.locator('.pane-header[aria-expanded="true"]', { hasText: 'Articles' }).click();
  for (const text of ['要闻', '综合', '前三季度澜川粮食']) await row(text).locator('.monaco-tl-twistie').click();
  await window.page.mouse.move(2, 2);
};

/** The figures of a sentence; `heading` in the language of the window. */
export const figuresShown = (heading: RegExp): Scene => async (window) => {
  await window.hover(sentence.context, sentence.word, heading);
};
