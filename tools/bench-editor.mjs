// @ts-check
// npm run bench:editor: what an editor waits for, measured inside VS Code (RESTITCH_EDITION=newest: the newest). Prints figures and judges nothing.
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
  const { failed } = await hostPart('bench-editor', { suite: at('out/test/host/speed') });
  return failed > 0 ? 1 : 0;
});
