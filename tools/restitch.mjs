// @ts-check
// The restitch command from the checkout: npm run -s restitch -- FILE…
// Builds it first when it is missing or older than its sources. Standard output is the command's alone.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { dist } from './lib/paths.mjs';
import { main, say } from './lib/say.mjs';

const command = path.join(dist, 'cli.cjs');

await main(async () => {
  ensureDependencies();
  const { build, newestSource } = await import('./build.mjs');
  const built = statSync(command, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built < newestSource()) {
    say('building the command …');
    await build({ say });
  }
  // npm moves to the checkout; files are meant from where the user stands.
  const cwd = process.env['npm_lifecycle_event'] === 'restitch' ? process.env['INIT_CWD'] : undefined;
  const result = spawnSync(process.execPath, [command, ...process.argv.slice(2)], { stdio: 'inherit', ...(cwd === undefined ? {} : { cwd }) });
  // Ended by a signal, as by head closing the pipe: what shells report for it.
  return result.status ?? 128 + 13;
});
