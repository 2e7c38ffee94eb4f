// @ts-check
// npm run package: makes out/restitch-VERSION-TARGET.vsix and looks into it.
//   npm run package                       for this machine
//   npm run package -- --target T …       for other targets, or `--target all`
//   --native FILE                         nodejieba's built part for the one target, made elsewhere
//   --require-native                      fails where a target but the web would go without nodejieba
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { at, out } from './lib/paths.mjs';
import { runBounded } from './lib/processes.mjs';
import { Trouble, main, say } from './lib/say.mjs';

/** The time that every file in the package bears (seconds): the commit's, so that two builds of one commit are the same bytes. */
function commitTime() {
  if (process.env['SOURCE_DATE_EPOCH'] !== undefined) return process.env['SOURCE_DATE_EPOCH'];
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: at(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // No repository: any time that does not change. A zip archive knows none before 1980.
    return '315619200';
  }
}

/**
 * nodejieba's built part for a target; `undefined` where there is none, and the product finds its words with Intl.Segmenter.
 * @param {string} target @param {string | undefined} given
 */
async function nativeFor(target, given) {
  const { nativeTargets } = await import('./packaging/native.mjs');
  const { nativeFile } = await import('./packaging/contents.mjs');
  if (target === 'web') return undefined;
  const file = given === undefined ? at(nativeFile) : path.resolve(given);
  const builtFor = existsSync(file) ? nativeTargets(readFileSync(file)) : [];
  if (builtFor.includes(target)) return file;
  if (given !== undefined) throw new Trouble(`${given} is ${builtFor.length === 0 ? 'no native file that is known' : `built for ${builtFor.join(', ')}`}, not for ${target}`);
  return undefined;
}

/**
 * Packs one target. Throws Trouble when something is missing in it or it is too big.
 * @param {string} target @param {{ files: readonly string[], native: string | undefined }} options
 * @returns {Promise<string>} the VSIX
 */
async function pack(target, { files, native }) {
  const { checkContents } = await import('./packaging/contents.mjs');
  const { stage } = await import('./packaging/stage.mjs');
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const vsix = path.join(out, `restitch-${version}-${target}.vsix`);
  rmSync(vsix, { force: true });
  const folder = stage({ target, files, ...(native !== undefined && { native }) });
  const args = [
    at('node_modules/@vscode/vsce/vsce'), 'package', '--target', target, '--out', vsix, '--no-update-package-json', '--no-git-tag-version',
    // There is no public repository yet that relative links could be made to lead to.
    '--allow-missing-repository', '--no-rewrite-relative-links',
  ];
  const env = { ...process.env, SOURCE_DATE_EPOCH: commitTime(), TZ: 'UTC' };
  const { code, late, text } = await runBounded(process.execPath, args, { cwd: folder, env, limitSeconds: 180, quiet: true });
  if (late || code !== 0) throw new Trouble(`vsce package failed:\n${text}`);
  checkContents(vsix, { target, withJieba: native !== undefined });
  return vsix;
}

await main(async () => {
  const { values } = parseArgs({
    options: { target: { type: 'string', multiple: true }, native: { type: 'string' }, 'require-native': { type: 'boolean', default: false } },
  });
  ensureDependencies();
  const { currentTarget, targets } = await import('./packaging/targets.mjs');
  const wanted = values.target?.includes('all') ? targets : values.target ?? [currentTarget()];
  const strange = wanted.filter((target) => target !== currentTarget() && !targets.includes(target));
  if (strange.length > 0) throw new Trouble(`there is no target ${strange.join(', ')}; the targets are ${targets.join(', ')}`);
  if (values.native !== undefined && wanted.length !== 1) throw new Trouble('--native goes with one --target');
  // Before the build, so that what cannot be is said at once.
  const natives = new Map();
  for (const target of wanted) {
    const native = await nativeFor(target, values.native);
    natives.set(target, native);
    if (native !== undefined || target === 'web') continue;
    if (values['require-native']) throw new Trouble(`there is no nodejieba built for ${target} (on such a machine with python3, make and a C++ compiler: npm rebuild nodejieba)`);
    say(`WARNING: no nodejieba built for ${target} is here; its VSIX will find words with Intl.Segmenter.`);
  }
  const { build } = await import('./build.mjs');
  await build({ production: true, say });
  mkdirSync(out, { recursive: true });
  const { shippedFiles } = await import('./packaging/stage.mjs');
  const files = shippedFiles();
  for (const target of wanted) console.log(await pack(target, { files, native: natives.get(target) }));
});
