// @ts-check
// npm run package: makes restitch-VERSION-PLATFORM.vsix in out/, and looks into it.
import { readFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { at, out } from './lib/paths.mjs';
import { runBounded } from './lib/processes.mjs';
import { Trouble, main, say } from './lib/say.mjs';
import { zipEntries } from './lib/zip.mjs';

const megabytes = 8;

const jieba = 'node_modules/nodejieba';
const jiebaFiles = [
  'package.json',
  'index.js',
  'LICENSE',
  'build/Release/nodejieba.node',
  ...['jieba.dict', 'hmm_model', 'user.dict', 'idf', 'stop_words'].map((name) => `submodules/cppjieba/dict/${name}.utf8`),
].map((name) => `${jieba}/${name}`);

const productFiles = ['package.json', 'package.nls.json', 'readme.md', 'dist/extension.node.js', 'dist/extension.browser.js', 'dist/words-worker.js', 'dist/analysis-worker.node.js', 'dist/analysis-worker.browser.js', 'dist/batch-worker.js', 'dist/entry/worker.js', 'dist/seam.ngram', 'dist/webview/map.js', 'dist/webview/reading.js', 'media/views.css', 'media/map.css', 'media/reading.css'];

/** VS Code's name of this platform. Alpine has a C library of its own, which the running Node tells. */
function platform() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (process.report?.getReport());
  const isAlpine = process.platform === 'linux' && report?.header?.glibcVersionRuntime === undefined;
  return `${isAlpine ? 'alpine' : process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
}

/** @param {string} vsix @param {boolean} withJieba */
function check(vsix, withJieba) {
  const entries = zipEntries(vsix);
  const has = new Set([...entries.keys()].map((name) => name.replace(/^extension\//, '').toLowerCase()));
  const missing = [...productFiles, ...(withJieba ? jiebaFiles : [])].filter((name) => !has.has(name.toLowerCase()));
  if (missing.length > 0) throw new Trouble(`${vsix} lacks ${missing.join(', ')}`);
  const needless = [...entries.keys()].filter((name) => /\.(?:ts|map|vsix)$|(?:^|\/)(?:src|test|tools)\//.test(name.replace(`extension/${jieba}/submodules/`, '')));
  if (needless.length > 0) throw new Trouble(`${vsix} holds what nobody needs: ${needless.join(', ')}`);
  const size = statSync(vsix).size;
  if (size > megabytes * 1e6) throw new Trouble(`${vsix} has ${(size / 1e6).toFixed(1)} MB; ${megabytes} MB is the limit`);
  say(`${path.relative(at(), vsix)}: ${entries.size} files, ${(size / 1e6).toFixed(1)} MB`);
}

/**
 * Builds the product for release and packs it for this platform. Throws Trouble when something is missing in it or it is too big.
 * @returns {Promise<string>} the VSIX
 */
async function makePackage() {
  const { build } = await import('./build.mjs');
  await build({ production: true, say });
  const withJieba = existsSync(at(jieba, 'build/Release/nodejieba.node'));
  if (!withJieba) {
    say('WARNING: nodejieba is not built on this machine (it needs python3, make and a C++ compiler; then: npm rebuild nodejieba).');
    say('WARNING: the VSIX goes without it and will find words with Intl.Segmenter only.');
  }
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const vsix = path.join(out, `restitch-${version}-${platform()}.vsix`);
  mkdirSync(out, { recursive: true });
  rmSync(vsix, { force: true });
  const args = [
    at('node_modules/@vscode/vsce/vsce'), 'package', '--target', platform(), '--out', vsix, '--no-update-package-json', '--no-git-tag-version',
    // There is no public repository yet that relative links could be made to lead to.
    '--allow-missing-repository', '--no-rewrite-relative-links',
  ];
  const { code, late, text } = await runBounded(process.execPath, args, { cwd: at(), limitSeconds: 180, quiet: true });
  if (late || code !== 0) throw new Trouble(`vsce package failed:\n${text}`);
  check(vsix, withJieba);
  return vsix;
}

await main(async () => {
  ensureDependencies();
  console.log(await makePackage());
});
