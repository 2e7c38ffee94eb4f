// @ts-check
// What is measured inside VS Code; prints figures and judges nothing. RESTITCH_EDITION=newest takes the newest VS Code.
//   npm run bench:editor   what an editor waits for
//   npm run bench:load     memory over 1,000 files opened and closed (RESTITCH_CYCLES: fewer), and 200 dumps in a folder
import { ensureDependencies } from './lib/dependencies.mjs';
import { hostPart } from './lib/parts.mjs';
import { at } from './lib/paths.mjs';
import { Trouble, main, say } from './lib/say.mjs';

/** The longest a bench may take, in seconds, by the folder of its suite in test/host. */
const benches = new Map([['speed', 900], ['load', 5400]]);

await main(async () => {
  const name = process.argv[2] ?? '';
  const limitSeconds = benches.get(name);
  if (limitSeconds === undefined) throw new Trouble(`there is no bench "${name}"; the benches are ${[...benches.keys()].join(', ')}`);
  ensureDependencies();
  const { build } = await import('./build.mjs');
  // What an editor waits for is what ships; a profile has to name what it shows.
  await build({ tests: true, production: name === 'speed' && process.env['RESTITCH_PROFILE'] === undefined, say });
  const { prepareHost } = await import('./host/prepare.mjs');
  prepareHost();
  // Where the corpora are, if they are: of them the folder of different dumps is made.
  process.env['RESTITCH_SHARED'] ??= at('..', 'shared');
  const { failed } = await hostPart(`bench-${name}`, { suite: at('out/test/host', name), limitSeconds });
  return failed > 0 ? 1 : 0;
});
