// @ts-check
// Runs a TypeScript tool from the checkout: node tools/run.mjs tools/train/ngrams.ts ARGS…
// esbuild bundles it first (a fraction of a second); packages stay outside the bundle.
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const entry = process.argv[2];
if (!entry) {
  console.error('usage: node tools/run.mjs TOOL.ts [ARGS…]');
  process.exit(2);
}
const outfile = path.join(root, 'out', 'tools', `${path.relative(root, path.resolve(entry)).replace(/[\\/]/g, '-')}.mjs`);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv.splice(1, 2, outfile);
await import(pathToFileURL(outfile).href);
