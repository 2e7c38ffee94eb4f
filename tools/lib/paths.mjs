// Where things lie in the checkout. Every script takes its paths from here.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** An absolute path inside the checkout. */
export const at = (...parts) => path.join(root, ...parts);

/** Bundles that are shipped. */
export const dist = at('dist');

/** Everything that is made and never shipped: test bundles, results, pictures. */
export const out = at('out');

/** Downloads and unpacked programs that are kept between runs. */
export const cache = at('.vscode-test');
