// @ts-check
// The licences of what is shipped but not ours, gathered from the packages themselves while the bundles are made.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { at } from '../lib/paths.mjs';
import { Trouble } from '../lib/say.mjs';

/** Licences that ask for no more than to be named, which is what the file does. */
const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0']);

/** What nodejieba is built of: no packages, so no bundle names them. */
const insideJieba = [
  { name: 'cppjieba', folder: 'node_modules/nodejieba/submodules/cppjieba' },
  { name: 'limonp', folder: 'node_modules/nodejieba/submodules/cppjieba/deps/limonp' },
];

/**
 * The packages that bundles are made of.
 * @param {readonly (import('esbuild').Metafile | undefined)[]} metafiles of the bundles
 * @returns {string[]} their folders in node_modules, sorted
 */
export function bundledPackages(metafiles) {
  const folders = new Set();
  for (const output of metafiles.flatMap((metafile) => Object.values(metafile?.outputs ?? {}))) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/**
 * The text of LICENSES.txt: each package with its version, its licence and the licence's text.
 * Throws Trouble where a package has no licence text or one that is not allowed.
 * @param {readonly string[]} folders of packages, as `bundledPackages` gives them
 */
export function licencesText(folders) {
  const packages = [...folders, ...(existsSync(at('node_modules/nodejieba')) ? ['node_modules/nodejieba'] : [])].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
    if (!allowed.has(license)) throw new Trouble(`${name} is under the licence ${license}, which is not among those that may be shipped`);
    return { title: `${name} ${version} (${license})`, text: licenceIn(folder) };
  });
  const parts = insideJieba.filter(({ folder }) => existsSync(at(folder))).map(({ name, folder }) => ({ title: `${name}, part of nodejieba (MIT)`, text: licenceIn(folder) }));
  const line = '-'.repeat(72);
  return ['Restitch is made with the work of others, under these licences.', ...[...packages, ...parts].map(({ title, text }) => `${line}\n${title}\n${line}\n\n${text}`)].join('\n\n') + '\n';
}

/** @param {string} folder */
function licenceIn(folder) {
  const file = readdirSync(at(folder)).sort().find((name) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(name));
  if (file === undefined) throw new Trouble(`${folder} has no licence text`);
  return readFileSync(at(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
