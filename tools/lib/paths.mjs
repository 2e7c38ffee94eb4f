// @ts-check
// Where things lie in the checkout. Every script takes its paths from here.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** @param {string} folder @returns {string} */
function checkoutAbove(folder) {
  if (existsSync(path.join(folder, 'package-lock.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('this script does not lie in a checkout of Restitch');
  return checkoutAbove(parent);
}

/** The checkout. Looked for upwards, because tests that use this file are bundled to another depth. */
export const root = checkoutAbove(path.dirname(fileURLToPath(import.meta.url)));

/** An absolute path inside the checkout. @param {string[]} parts */
export const at = (...parts) => path.join(root, ...parts);

/** Bundles that are shipped. */
export const dist = at('dist');

/** Everything that is made and never shipped: test bundles, results, pictures. */
export const out = at('out');

/** Downloads and unpacked programs that are kept between runs. */
export const cache = at('.vscode-test');
