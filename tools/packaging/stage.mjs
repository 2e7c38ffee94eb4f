// @ts-check
// Lays out what a VSIX is made of in a folder of its own: the files that .vscodeignore lets through, and manifests without what only a checkout needs.
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { at, out } from '../lib/paths.mjs';
import { Trouble } from '../lib/say.mjs';
import { goesInto, jieba, nativeFile } from './contents.mjs';

/** Members of package.json that say nothing to VS Code. */
const forCheckouts = ['private', 'scripts', 'devDependencies', 'allowScripts', 'types', 'exports', 'bin'];

/**
 * What .vscodeignore lets through, built or installed as it is now. It leaves out everything and then lets in what it names, so only that is looked for:
 * vsce's own `listFiles` holds each file of the checkout, a downloaded VS Code included, against each pattern, which takes it twenty seconds.
 * @returns {string[]} in order, with `/`
 */
export function shippedFiles() {
  const lines = readFileSync(at('.vscodeignore'), 'utf8').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const [all, ...named] = lines;
  if (all !== '**' || !named.every((line) => line.startsWith('!'))) throw new Trouble('.vscodeignore has to leave out everything in its first line, and only let in below');
  return globSync(named.map((line) => line.slice(1)), { cwd: at(), nodir: true, dot: true, posix: true }).sort();
}

/**
 * Fills a new folder.
 * @param {{ target: string, files: readonly string[], native?: string }} options `files` as `shippedFiles` gives them; `native` is nodejieba's built part for the target; without it nodejieba stays out
 * @returns {string} the folder
 */
export function stage({ target, files, native }) {
  const folder = path.join(out, 'package', target);
  rmSync(folder, { recursive: true, force: true });
  const withJieba = native !== undefined;
  for (const file of files) {
    if (!goesInto(file, { target, withJieba })) continue;
    const copy = path.join(folder, file);
    mkdirSync(path.dirname(copy), { recursive: true });
    cpSync(file === nativeFile && native !== undefined ? native : at(file), copy);
    // The same bytes whatever the umask of the checkout.
    chmodSync(copy, 0o644);
  }
  const manifest = without(read(path.join(folder, 'package.json')), [...forCheckouts, target === 'web' ? 'main' : 'browser', ...(withJieba ? [] : ['optionalDependencies'])]);
  write(path.join(folder, 'package.json'), manifest);
  // nodejieba needs other packages to be built, none to run.
  if (withJieba) write(path.join(folder, jieba, 'package.json'), without(read(path.join(folder, jieba, 'package.json')), ['dependencies', 'devDependencies', 'scripts', 'binary']));
  return folder;
}

/** @param {string} file @returns {Record<string, unknown>} */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {string} file @param {Record<string, unknown>} value */
function write(file, value) {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

/** @param {Record<string, unknown>} value @param {readonly string[]} names */
function without(value, names) {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
