// What an editor sees of figures: the hover in full, the view by article and by kind, a click that leads to the text.
import assert from 'node:assert/strict';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { eventually, openStage, pictureFile } from './suite';

/** The view of figures, below the tree of articles. */
const pane = (name: string): string => `.pane:has(> .pane-header[aria-label^="${name}"])`;

async function openView(window: VsCodeWindow, name: string, focus: string): Promise<() => Promise<string[]>> {
  await window.showArticles();
  await window.command(focus);
  const rows = window.page.locator(`${pane(name)} .monaco-list-row`);
  await rows.first().waitFor();
  return () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
}

describe('figures in the window', function () {
  this.timeout(120_000);
  const stage = openStage();

  it('are explained under the mouse and listed in a view', async () => {
    const window = await stage.window();
    const read = await openView(window, 'Figures', 'Focus on Figures View');
    await eventually(read, (rows) => rows.some((row) => row.startsWith('Quantity, 12.6万亩')), 'no figure in the view');
    await window.picture(pictureFile('figures-view-dark-en'));
    await window.command('Restitch: Group Figures by Kind');
    await eventually(read, (rows) => rows.some((row) => row.startsWith('Money, ')), 'not grouped by kind');
    await window.picture(pictureFile('figures-by-kind-dark-en'));
    const text = await window.hover('首周接待读者3.2万人次,外借', '3.2万', /Measures:/);
    assert.match(text, /32,000/);
    await window.picture(pictureFile('figures-hover-dark-en'));
    await window.close();
  });

  it('speak Chinese @clothes', async () => {
    const window = await stage.window({ theme: 'light', locale: 'zh-cn', settings: { 'restitch.language': 'zh' } });
    await window.showArticles();
    const text = await window.hover('首周接待读者3.2万人次,外借', '3.2万', /读作/);
    assert.match(text, /三万二千人次/);
    await window.picture(pictureFile('figures-hover-light-zh'));
    await window.close();
  });
});
