// The VSIX as its users get it: installed in a VS Code that knows nothing of this checkout.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { installedExtensions, installExtension, uninstallExtension } from '../../tools/host/server.mjs';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import { at } from '../../tools/lib/paths.mjs';
import { eventually, pictureFile, Stage } from '../window/suite';

const page = `安溪日报  2024年6月3日 星期一  第2版 要闻

## 村口的小水电站重新转了起来

本报讯(记者 方一鸣)6月1日,停用了12年的青石沟水电站重新并网发电,装机容量320千瓦,年发电量预计达到110万千瓦时,可满足全村460户人家的用

电需要。村里把电站交给合作社管理,收益按户分红。

“机器修好了,水也够,就看我们怎么用。”合作社负责人杜春生说。

## 老街粮站改成了图书室

本报记者 苏晓禾

安溪老街的粮站改成了图书室,5月28日起免费开放。图书室面积240平方米,藏书1.3万册,每天从早上8时开到晚上9时,来的多是放学的孩

子和下班的年轻人。街道从居民手里收来旧书,一本一本擦干净,再摆上架。
`;

const { name, publisher, version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Readonly<Record<'name' | 'publisher' | 'version', string>>;
const id = `${publisher}.${name}`;

/** The same package under an older version's number: what an editor has who did not take the newest yet. */
function older(vsix: string, number: string): string {
  const files = unzipSync(readFileSync(vsix));
  for (const file of ['extension/package.json', 'extension.vsixmanifest']) {
    const bytes = files[file];
    assert.ok(bytes);
    files[file] = strToU8(strFromU8(bytes).replaceAll(`"version": "${version}"`, `"version": "${number}"`).replaceAll(`Version="${version}"`, `Version="${number}"`));
  }
  const made = path.join(path.dirname(vsix), `restitch-${number}.vsix`);
  writeFileSync(made, zipSync(files, { level: 0 }));
  return made;
}

/** Files and folders of ours in what a VS Code has written, by their names; its logs and caches keep what they like, and what it has marked to go is gone for it. */
function traces(folder: string): string[] {
  const list = path.join(folder, 'extensions', '.obsolete');
  const marked = existsSync(list) ? Object.keys(JSON.parse(readFileSync(list, 'utf8')) as object).map((name) => path.join('extensions', name)) : [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((entry) =>
    /restitch/i.test(entry) &&
    !/(?:^|[\\/])(?:logs|CachedExtensionVSIXs)[\\/]/.test(entry) &&
    !marked.some((gone) => entry === gone || entry.startsWith(gone + path.sep)));
}

describe('the package', function () {
  this.timeout(240_000);
  // Each step needs the one before.
  this.bail(true);
  const stage = new Stage();
  let vsix: string;
  let window: VsCodeWindow;

  after(async () => stage.close());

  it('is made for this platform, small and whole', () => {
    // The script looks into the package and fails when a file is missing or it is too big.
    const made = spawnSync(process.execPath, [at('tools/package.mjs')], { encoding: 'utf8', cwd: at() });
    assert.equal(made.status, 0, made.stderr);
    vsix = made.stdout.trim();
    assert.ok(existsSync(vsix), made.stdout);
  });

  it('installs in VS Code over the version before, and is there once', async () => {
    await installExtension(older(vsix, '0.0.9'), { data: stage.data });
    assert.deepEqual(await installedExtensions({ data: stage.data }), [`${id}@0.0.9`]);
    await installExtension(vsix, { data: stage.data });
    assert.deepEqual(await installedExtensions({ data: stage.data }), [`${id}@${version}`]);
  });

  it('starts in VS Code', async () => {
    await stage.open({ development: false });
    window = await stage.window({ file: { name: 'page.txt', text: page } });
  });

  it('shows the articles of a page', async () => {
    await window.command('Restitch: Show Articles');
    const rows = await eventually(() => window.readTree(), (seen) => seen.filter(({ level }) => level === 1).length >= 2, 'fewer than two articles');
    assert.ok(rows.some(({ label }) => label.includes('村口的小水电站重新转了起来')), JSON.stringify(rows));
  });

  it('names figures in a hover', async () => {
    assert.match(await window.hover('装机容量320千瓦', '320', /Figures in this sentence/), /320[ ,]*千瓦/);
    await window.picture(pictureFile('installed'));
    await window.dismiss();
  });

  it('re-stitches the page by its command', async () => {
    await window.command('Restitch: Re-stitch the Page');
    await window.page.locator('.monaco-diff-editor').first().waitFor();
    await window.command('Restitch: Accept the Re-stitched Page');
    for (const joined of ['人家的用电需要', '放学的孩子和下班']) {
      await eventually(() => window.visibleText(), (text) => text.includes(joined), `"${joined}" does not show`);
    }
  });

  it('finds words with its own nodejieba', async function () {
    if (!existsSync(at('node_modules/nodejieba/build/Release/nodejieba.node'))) this.skip();
    // The tooltip of an article needs words; who gave them, the log says only where it was not nodejieba.
    await window.tooltip(window.treeRows.first(), /Keywords:/);
    await window.picture(pictureFile('installed-tooltip'));
    await window.command('Restitch: Show Log');
    await window.page.locator('.output-view .view-line', { hasText: 'seam model' }).first().waitFor();
    const log = (await window.page.locator('.output-view .view-line').allInnerTexts()).join('\n');
    assert.doesNotMatch(log, /Intl\.Segmenter|cannot/);
  });

  it('leaves nothing behind when it is uninstalled', async () => {
    await stage.rest();
    await uninstallExtension(id, { data: stage.data });
    assert.deepEqual(await installedExtensions({ data: stage.data }), []);
    // VS Code marks the files, and takes them away when it has time.
    await stage.open({ development: false });
    const other = await stage.window({ file: { name: 'page.txt', text: page } });
    assert.deepEqual(traces(stage.data), []);
    await other.page.locator('.activitybar .action-item').first().waitFor();
    assert.equal(await other.page.locator('.activitybar [aria-label*="Restitch"]').count(), 0);
  });
});
