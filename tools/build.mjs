// @ts-check
// Bundles the product (dist/) and, with --tests, the tests (out/test/).
//   node tools/build.mjs [--tests] [--production] [--watch] [--types]
import { build as esbuild, context } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, dist, out, root } from './lib/paths.mjs';
import { importAsCode, laterFrom } from './lib/esbuildPlugins.mjs';
import { shortIdf } from './lib/idf.mjs';
import { bundledPackages, licencesText } from './packaging/licences.mjs';

const model = at('src/core/stitch/model/seam.ngram');

/** @typedef {import('esbuild').BuildOptions} BuildOptions */
/** @typedef {(line: string) => void} Say */

/**
 * What is shipped: one bundle for each program.
 * `later`: doors that are not bundled but read from their own bundle, when something of them is used first.
 * @type {{ entry: string, outfile: string, external: string[], platform?: 'node' | 'browser', format?: 'cjs' | 'iife' | 'esm', banner?: string, later?: Record<string, string> }[]}
 */
const products = [
  // VS Code starts it for any Markdown file; most are no dumps, and need neither the core nor the batch.
  { entry: 'src/extension/extension.node.ts', outfile: 'extension.node.js', external: ['vscode', 'nodejieba'], later: { 'src/core/index.ts': './core.js', 'src/batch/folder.ts': './batch.js' } },
  { entry: 'src/core/index.ts', outfile: 'core.js', external: [] },
  { entry: 'src/batch/folder.ts', outfile: 'batch.js', external: [], later: { 'src/core/index.ts': './core.js' } },
  { entry: 'src/extension/extension.browser.ts', outfile: 'extension.browser.js', external: ['vscode'], platform: 'browser' },
  { entry: 'src/extension/analysis/worker.node.ts', outfile: 'analysis-worker.node.js', external: [] },
  { entry: 'src/extension/analysis/worker.browser.ts', outfile: 'analysis-worker.browser.js', external: [], platform: 'browser' },
  { entry: 'src/cli/main.ts', outfile: 'cli.cjs', external: ['nodejieba'], banner: '#!/usr/bin/env node' },
  { entry: 'src/batch/worker.ts', outfile: 'batch-worker.js', external: [] },
  // The pool looks for its own side of a thread in this place beside the bundle it is part of.
  { entry: 'node_modules/tinypool/dist/entry/worker.js', outfile: 'entry/worker.js', external: [] },
  { entry: 'src/lib/index.ts', outfile: 'lib/index.mjs', external: [], format: 'esm' },
  { entry: 'src/lib/core.ts', outfile: 'lib/core.mjs', external: [], platform: 'browser', format: 'esm' },
  { entry: 'src/webview/map/main.ts', outfile: 'webview/map.js', external: [], platform: 'browser', format: 'iife' },
  { entry: 'src/webview/reading/main.ts', outfile: 'webview/reading.js', external: [], platform: 'browser', format: 'iife' },
  { entry: 'src/node/words/worker.ts', outfile: 'words-worker.js', external: ['nodejieba'] },
];

// The bundles are CommonJS, where import.meta is empty: give it back its one useful member.
const importMeta = 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;';

/** @param {{ platform?: 'node' | 'browser', production?: boolean }} options @returns {BuildOptions} */
function common({ platform = 'node', production = false }) {
  return {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform,
    target: platform === 'node' ? 'node20' : 'es2022',
    mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    minify: production,
    // Chinese words as they are: half as many bytes to read at the start as with escapes.
    ...(platform === 'node' ? { charset: 'utf8' } : {}),
    sourcemap: production ? false : 'linked',
    metafile: production,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    ...(platform === 'node' ? { define: { 'import.meta.url': '__importMetaUrl' } } : {}),
  };
}

/** @param {boolean} production @param {Say} say @returns {BuildOptions[]} */
function productOptions(production, say) {
  return products.flatMap(({ entry, outfile, external, platform = 'node', format = 'cjs', banner, later = {} }) => {
    if (!existsSync(at(entry))) {
      say(`build: ${entry} is not there yet, skipped`);
      return [];
    }
    const isCommonJs = platform === 'node' && format === 'cjs';
    const head = [banner, isCommonJs ? importMeta : undefined].filter((line) => line !== undefined);
    return [{
      ...common({ platform, production }),
      ...(isCommonJs ? {} : { define: {} }),
      entryPoints: [entry],
      outfile: path.join(dist, outfile),
      format,
      external,
      banner: { js: head.join('\n') },
      plugins: [importAsCode, laterFrom(later)],
    }];
  });
}

/** @param {string} folder @param {(name: string) => boolean} matches */
function testFiles(folder, matches) {
  const base = at(folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((name) => matches(name))
    .map((name) => path.join(folder, name))
    .sort();
}

/**
 * Tests keep packages outside their bundles; host tests have `vscode` from the program they run in.
 * @returns {BuildOptions[]}
 */
function testOptions() {
  const entryPoints = [
    ...['test/unit', 'test/window', 'test/package'].flatMap((folder) => testFiles(folder, (name) => name.endsWith('.test.ts'))),
    ...testFiles('test/host', (name) => /(?<!\.d)\.ts$/.test(name)),
    ...testFiles('test/launcher', (name) => /(?<!\.d)\.ts$/.test(name)),
  ];
  removeStrays(entryPoints);
  if (entryPoints.length === 0) return [];
  return [{
    ...common({}),
    entryPoints,
    outdir: path.join(out, 'test'),
    outbase: at('test'),
    packages: 'external',
    banner: { js: importMeta },
  }];
}

/** A test whose source is gone must not run on. @param {string[]} entryPoints */
function removeStrays(entryPoints) {
  const wanted = new Set(entryPoints.map((entry) => path.normalize(entry.replace(/\.ts$/, '.js'))));
  for (const made of testFiles('out/test', (name) => name.endsWith('.js'))) {
    if (!wanted.has(path.relative('out', made))) rmSync(at(made));
  }
}

/** @param {Say} say */
function copyModel(say) {
  if (!existsSync(model)) {
    say('build: src/core/stitch/model/seam.ngram is not there yet, skipped');
    return;
  }
  mkdirSync(dist, { recursive: true });
  copyFileSync(model, path.join(dist, 'seam.ngram'));
}

/** How rare words are, for the keywords: a short list beside the thread that gives them. */
function writeIdf() {
  const whole = at('node_modules/nodejieba/submodules/cppjieba/dict/idf.utf8');
  if (!existsSync(whole)) return;
  const file = path.join(dist, 'idf.utf8');
  if (existsSync(file) && statSync(file).mtimeMs > Math.max(statSync(whole).mtimeMs, statSync(at('tools/lib/idf.mjs')).mtimeMs)) return;
  mkdirSync(dist, { recursive: true });
  writeFileSync(file, shortIdf(readFileSync(whole, 'utf8')));
}

/**
 * Builds the product, and the tests when asked. Throws when a bundle fails.
 * @param {{ tests?: boolean, production?: boolean, watch?: boolean, say?: Say }} [options]
 */
export async function build({ tests = false, production = false, watch = false, say = console.log } = {}) {
  const started = performance.now();
  if (production) rmSync(dist, { recursive: true, force: true });
  copyModel(say);
  writeIdf();
  const jobs = [...productOptions(production, say), ...(tests ? testOptions() : [])];
  if (watch) {
    const contexts = await Promise.all(jobs.map((job) => context({ ...job, logLevel: 'info' })));
    await Promise.all(contexts.map((one) => one.watch()));
    say('build: watching, Ctrl+C ends it');
    return;
  }
  const made = await Promise.all(jobs.map((job) => esbuild(job)));
  if (production) writeFileSync(path.join(dist, 'LICENSES.txt'), licencesText(bundledPackages(made.map(({ metafile }) => metafile))));
  say(`build: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Writes the types of the npm package (dist/lib/*.d.mts), each door in one file. Takes the compiler some seconds, so only
 * `npm run build` and the tests of the package ask for it.
 * @param {Say} [say]
 */
export async function buildTypes(say = console.log) {
  const { generateDtsBundle } = await import('dts-bundle-generator');
  const started = performance.now();
  const doors = ['index', 'core'];
  const texts = generateDtsBundle(
    doors.map((door) => ({ filePath: at('src/lib', `${door}.ts`), output: { noBanner: true, exportReferencedTypes: false } })),
    { preferredConfigPath: at('tsconfig.json') },
  );
  mkdirSync(path.join(dist, 'lib'), { recursive: true });
  doors.forEach((door, index) => writeFileSync(path.join(dist, 'lib', `${door}.d.mts`), texts[index] ?? ''));
  say(`build: types in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** The newest change among the sources (milliseconds since 1970): what a bundle has to be younger than. */
export function newestSource() {
  const files = readdirSync(at('src'), { recursive: true, encoding: 'utf8' }).map((name) => at('src', name));
  return Math.max(...files.map((file) => statSync(file).mtimeMs), statSync(at('package-lock.json')).mtimeMs);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const flag = (/** @type {string} */ name) => process.argv.includes(name);
  build({ tests: flag('--tests'), production: flag('--production'), watch: flag('--watch') }).then(() => (flag('--types') ? buildTypes() : undefined)).catch((error) => {
    // esbuild has printed its own messages.
    if (!Array.isArray(error.errors)) console.error(error);
    process.exitCode = 1;
  });
}
