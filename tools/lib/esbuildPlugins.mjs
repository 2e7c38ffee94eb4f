// @ts-check
// What our bundles need of esbuild that it has no option for.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { at } from './paths.mjs';

/**
 * The pool makes its dynamic import out of text, for compilers that would turn it into a `require`. Ours does not, and nothing that is
 * shipped runs text as code. A version of the pool that no longer does it stops the build, so that this goes too.
 * @type {import('esbuild').Plugin}
 */
export const importAsCode = {
  name: 'import-as-code',
  setup(one) {
    const text = 'new Function("specifier", "return import(specifier)")';
    one.onLoad({ filter: /[\\/]tinypool[\\/]dist[\\/]utils-B[^\\/]*\.js$/ }, ({ path: file }) => {
      const contents = readFileSync(file, 'utf8');
      if (!contents.includes(text)) return { errors: [{ text: `${file} does not make its import out of text any more: take the plugin away` }] };
      return { contents: contents.replace(text, '(specifier) => import(specifier)') };
    });
  },
};

/**
 * Leaves rooms out of a bundle: what is used of a door is looked up in the door's own bundle when it is used, and that is read the first time.
 * The door is a CommonJS bundle beside this one.
 * @param {Readonly<Record<string, string>>} doors the bundle for each door, as in `{ 'src/core/index.ts': './core.js' }`
 * @returns {import('esbuild').Plugin}
 */
export function laterFrom(doors) {
  const bundles = new Map(Object.entries(doors).map(([door, bundle]) => [at(door), bundle]));
  const folders = new Map([...bundles].map(([door, bundle]) => [path.dirname(door), bundle]));
  return {
    name: 'later-from',
    setup(one) {
      if (bundles.size === 0) return;
      one.onResolve({ filter: /^\.\.?\// }, ({ path: wanted, resolveDir, kind, importer }) => {
        if (kind === 'entry-point' || importer === '') return undefined;
        const file = path.resolve(resolveDir, wanted);
        const bundle = bundles.get(`${file}.ts`) ?? folders.get(file);
        return bundle === undefined ? undefined : { path: bundle, namespace: 'later-from' };
      });
      one.onLoad({ filter: /^\./, namespace: 'later-from' }, async ({ path: bundle }) => {
        const door = [...bundles].find(([, name]) => name === bundle)?.[0] ?? '';
        return { contents: stub(bundle, await namesOf(door)), loader: 'js' };
      });
      one.onResolve({ filter: /^\.\//, namespace: 'later-from' }, ({ path: bundle }) => ({ path: bundle, external: true }));
    },
  };
}

/** What a module exports at run time. @param {string} file @returns {Promise<string[]>} */
async function namesOf(file) {
  const { metafile } = await build({ entryPoints: [file], bundle: true, write: false, metafile: true, format: 'esm', platform: 'node', packages: 'external', logLevel: 'silent' });
  return Object.values(metafile.outputs)[0]?.exports ?? [];
}

/** @param {string} bundle @param {readonly string[]} names */
function stub(bundle, names) {
  return [
    'let found;',
    `const read = () => (found ??= require(${JSON.stringify(bundle)}));`,
    "Object.defineProperty(exports, '__esModule', { value: true });",
    `for (const name of ${JSON.stringify(names)}) Object.defineProperty(exports, name, { enumerable: true, get: () => read()[name] });`,
  ].join('\n');
}
