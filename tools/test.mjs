// @ts-check
// npm test: sets everything up, builds, runs every part and sums them up.
//   npm test                      all parts
//   npm test -- unit host         some of them: unit, launcher, host, newest, window, package
//   npm test -- host --grep X     only tests whose title matches
import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { hostPart, mochaPart } from './lib/parts.mjs';
import { at } from './lib/paths.mjs';
import { closingLine, freshResultFile, sum } from './lib/results.mjs';
import { Trouble, main, say } from './lib/say.mjs';

/** @typedef {import('./lib/parts.mjs').PartResult} PartResult */
/** @typedef {{ title: string, inVsCode: boolean, run: (options: { grep?: string }) => Promise<PartResult> }} Part */

/** @type {Readonly<Record<string, Part>>} */
const parts = {
  unit: {
    title: 'unit tests: core, command line, tools',
    inVsCode: false,
    run: (options) => mochaPart('unit', 'out/test/unit/**/*.test.js', { ...options, limitSeconds: 600, parallel: true }),
  },
  launcher: {
    title: 'the launcher itself: suites that exit, die, throw and hang have to be reported as failures',
    inVsCode: true,
    run: (options) => mochaPart('launcher', 'out/test/launcher/*.test.js', { ...options, limitSeconds: 180, spec: true }),
  },
  host: {
    title: 'host tests: the extension inside a real VS Code',
    inVsCode: true,
    run: (options) => hostPart('host', options),
  },
  newest: {
    title: 'host tests once more, in the newest VS Code',
    inVsCode: true,
    run: async (options) => {
      const { testsUseDesktop } = await import('./host/choose.mjs');
      if (!await testsUseDesktop()) return hostPart('newest', { ...options, edition: 'newest' });
      say('the desktop program is the newest already');
      return { passed: 0, failed: 0, skipped: 0, text: '' };
    },
  },
  window: {
    title: 'window run: what an editor sees and clicks, pictures in out/screenshots',
    inVsCode: true,
    run: (options) => {
      // Pictures of an older run would be taken for this one's.
      if (options.grep === undefined) rmSync(at('out/screenshots'), { recursive: true, force: true });
      return mochaPart('window', 'out/test/window/*.test.js', { ...options, limitSeconds: 600, spec: true, retries: 1 });
    },
  },
  package: {
    title: 'package: the VSIX, installed in a VS Code that knows nothing of this checkout',
    inVsCode: true,
    run: (options) => mochaPart('package', 'out/test/package/*.test.js', { ...options, limitSeconds: 300, spec: true }),
  },
};

await main(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const names = positionals.length === 0 ? Object.keys(parts) : positionals;
  const chosen = names.map((name) => {
    const part = parts[name];
    if (part === undefined) throw new Trouble(`there is no part "${name}"; the parts are ${Object.keys(parts).join(', ')}`);
    return { name, ...part };
  });

  ensureDependencies();
  say('building the product and its tests …');
  const { build } = await import('./build.mjs');
  await build({ tests: true, say });
  if (chosen.some((part) => part.inVsCode)) {
    const { prepareHost } = await import('./host/prepare.mjs');
    prepareHost();
  }

  const results = [];
  for (const part of chosen) {
    say(part.title);
    const started = performance.now();
    const result = await part.run(values.grep === undefined ? {} : { grep: values.grep });
    if (result.trouble !== undefined) say(`✖ ${part.name}: ${result.trouble}`);
    say(`${part.name}: ${closingLine(result)} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    results.push(result);
  }
  const all = sum(results);
  if (chosen.length === Object.keys(parts).length) writeFileSync(freshResultFile('all'), JSON.stringify(all));
  console.log(closingLine(all));
  return all.failed > 0 || all.passed === 0 ? 1 : 0;
});
