// What an editor sees of the articles in the text itself: rules, lenses, hints, in every kind of theme and in both languages.
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { pictureFile, Stage, type WindowWish } from './stage';

const hint = (window: VsCodeWindow, words: RegExp): Promise<unknown> => window.page.locator('.view-line', { hasText: words }).first().waitFor();
const lens = (window: VsCodeWindow, words: RegExp): ReturnType<VsCodeWindow['page']['locator']> => window.page.locator('.codelens-decoration a', { hasText: words });

const clothes: readonly (WindowWish & { readonly name: string; readonly hints: RegExp })[] = [
  { name: 'dark-en', theme: 'dark', hints: /→ continues in line 30/ },
  { name: 'light-en', theme: 'light', hints: /→ continues in line 30/ },
  { name: 'hc-dark-en', settings: { 'workbench.colorTheme': 'Default High Contrast', 'window.autoDetectColorScheme': false }, hints: /→ continues in line 30/ },
  { name: 'hc-light-zh', theme: 'light', settings: { 'workbench.colorTheme': 'Default High Contrast Light', 'window.autoDetectColorScheme': false }, locale: 'zh-cn', hints: /→ 下接第 \d+ 行/ },
  { name: 'light-zh', theme: 'light', locale: 'zh-cn', hints: /→ 下接第 \d+ 行/ },
];

describe('the marks in the window', function () {
  this.timeout(90_000);
  const stage = new Stage();
  before(async () => stage.open());
  after(async () => stage.close());

  for (const { name, hints, ...wish } of clothes) {
    it(`are drawn: ${name}`, async () => {
      const window = await stage.window(wish);
      await window.squiggles.first().waitFor();
      await lens(window, /·/).first().waitFor();
      await window.page.waitForTimeout(1500);
      await window.picture(pictureFile(`marks-${name}`));
      await hint(window, hints);
      await window.close();
    });
  }
});
