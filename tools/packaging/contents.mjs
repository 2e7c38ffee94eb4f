// @ts-check
// What a VSIX has to hold, and what it must not.
import { statSync } from 'node:fs';
import path from 'node:path';
import { at } from '../lib/paths.mjs';
import { Trouble, say } from '../lib/say.mjs';
import { zipEntries } from '../lib/zip.mjs';

const megabytes = 8;

export const jieba = 'node_modules/nodejieba';
export const nativeFile = `${jieba}/build/Release/nodejieba.node`;
const jiebaFiles = [
  'package.json',
  'index.js',
  'LICENSE',
  'build/Release/nodejieba.node',
  ...['jieba.dict', 'hmm_model', 'user.dict', 'stop_words'].map((name) => `submodules/cppjieba/dict/${name}.utf8`),
].map((name) => `${jieba}/${name}`);
/** In place of nodejieba's own list of how rare words are, which has a third of its bytes. */
const idf = 'dist/idf.utf8';

/** What every VS Code needs. */
const everywhere = [
  'package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'readme.md', 'changelog.md', 'license.txt', 'NOTICE', 'dist/LICENSES.txt',
  'dist/seam.ngram', 'dist/webview/map.js', 'dist/webview/reading.js',
  'l10n/bundle.l10n.zh-cn.json', 'media/icon.png', 'media/views.css', 'media/map.css', 'media/reading.css', 'samples/sample-page.txt',
];

/** What only VS Code in the browser runs: it takes the VSIX of the target "web". */
const inBrowser = ['dist/extension.browser.js', 'dist/analysis-worker.browser.js'];

/** What only a VS Code with Node runs. */
const withNode = ['dist/extension.node.js', 'dist/core.js', 'dist/batch.js', 'dist/words-worker.js', 'dist/analysis-worker.node.js', 'dist/batch-worker.js', 'dist/entry/worker.js'];

/**
 * Whether a file goes into the VSIX of a target: nothing of Node into the browser's, nothing of the browser into the others, and of nodejieba all or nothing.
 * @param {string} file as .vscodeignore lets it through
 * @param {{ target: string, withJieba: boolean }} options
 */
export function goesInto(file, { target, withJieba }) {
  if (file.startsWith(`${jieba}/`) || file === idf) return withJieba;
  return !(target === 'web' ? withNode : inBrowser).includes(file);
}

/**
 * Looks into a VSIX. Throws Trouble when something is missing or needless in it or it is too big.
 * @param {string} vsix
 * @param {{ target: string, withJieba: boolean }} options
 */
export function checkContents(vsix, { target, withJieba }) {
  const entries = [...zipEntries(vsix).keys()].map((name) => name.replace(/^extension\//, ''));
  const has = new Set(entries.map((name) => name.toLowerCase()));
  const wanted = [...everywhere, ...(target === 'web' ? inBrowser : withNode), ...(withJieba ? [...jiebaFiles, idf] : [])];
  const missing = wanted.filter((name) => !has.has(name.toLowerCase()));
  if (missing.length > 0) throw new Trouble(`${vsix} lacks ${missing.join(', ')}`);
  const needless = entries.filter((name) => /\.(?:ts|map|vsix)$|(?:^|\/)(?:src|test|tools)\//.test(name.replace(`${jieba}/submodules/`, '')) || !isWanted(name, { target, withJieba }));
  if (needless.length > 0) throw new Trouble(`${vsix} holds what nobody needs: ${needless.join(', ')}`);
  const size = statSync(vsix).size;
  if (size > megabytes * 1e6) throw new Trouble(`${vsix} has ${(size / 1e6).toFixed(2)} MB; ${megabytes} MB is the limit`);
  say(`${path.relative(at(), vsix)}: ${entries.length} files, ${(size / 1e6).toFixed(2)} MB`);
}

/** @param {string} name @param {{ target: string, withJieba: boolean }} options */
function isWanted(name, options) {
  return goesInto(name, options) && (!name.startsWith('node_modules/') || jiebaFiles.includes(name));
}
