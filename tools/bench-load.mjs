// @ts-check
// npm run bench:load: memory over 1,000 files opened and closed, and 200 dumps in a folder, inside VS Code (RESTITCH_CYCLES: fewer). Prints figures and judges nothing.
import { ensureDependencies } from './lib/dependencies.mjs';
import { hostPart } from './lib/parts.mjs';
import { at } from './lib/paths.mjs';
import { main, say } from './lib/say.mjs';

await main(async () => {
  ensureDependencies();
  const { build } = await import('./build.mjs');
  await build({ tests: true, say });
  const { prepareHost } = await import('./host/prepare.mjs');
  prepareHost();
  const { failed } = await hostPart('bench-load', { suite: at('out/test/host/load'), limitSeconds: 1800 });
  return failed > 0 ? 1 : 0;
});
