// @ts-check
// npm test: sets everything up, builds, runs every part and sums them up.
//   npm test                      all parts; each host test in one of two editions of VS Code, half of them in the oldest, half in the newest
//   npm test -- host newest       some parts, whole: unit, launcher, host (in the oldest VS Code), newest, window, package
//   npm test -- host --grep X     only tests whose title matches
import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { obtainReaders } from './lib/debian.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { hostPart, mochaPart } from './lib/parts.mjs';
import { at } from './lib/paths.mjs';
import { closing, closingLine, freshResultFile, sum } from './lib/results.mjs';
import { Trouble, main, say } from './lib/say.mjs';

/** @typedef {import('./lib/parts.mjs').PartResult} PartResult */
/** @typedef {{ grep?: string, quiet?: boolean, shared?: boolean }} Options `shared`: two editions share the host tests */
/** @typedef {{ title: string, inVsCode: boolean, beside?: string, run: (options: Options) => Promise<PartResult> }} Part `beside`: the part that it may run side by side with */

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
    run: async ({ shared = false, ...options }) => {
      const { testsUseDesktop } = await import('./host/choose.mjs');
      return hostPart('host', { ...options, ...(shared && !await testsUseDesktop() ? { share: '1/2' } : {}) });
    },
  },
  newest: {
    title: 'host tests in the newest VS Code',
    inVsCode: true,
    // Either waits for its window a good deal, and the two know nothing of each other.
    beside: 'host',
    run: async ({ shared = false, ...options }) => {
      const { testsUseDesktop } = await import('./host/choose.mjs');
      if (!await testsUseDesktop()) return hostPart('newest', { ...options, edition: 'newest', ...(shared ? { share: '2/2' } : {}) });
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
      // A window takes ten seconds and more to load. In CI, which has its time, the same scenes in other themes, languages and hosts are left to a run of
      // this part by its name, as each release has one.
      const without = options.shared === true && process.env['CI'] === 'true' ? { without: '@clothes' } : {};
      return mochaPart('window', 'out/test/window/*.test.js', { ...options, ...without, limitSeconds: 900, spec: true, retries: 1 });
    },
  },
  package: {
    title: 'package: the VSIX, installed in a VS Code that knows nothing of this checkout',
    inVsCode: true,
    run: (options) => mochaPart('package', 'out/test/package/*.test.js', { ...options, limitSeconds: 300, spec: true }),
  },
};

/**
 * Runs parts side by side. The first prints as it goes, the others when it has ended, so that nobody has to read two reports at once.
 * @param {readonly (Part & { name: string })[]} group
 * @param {Options} options
 * @returns {Promise<PartResult[]>}
 */
async function runGroup(group, options) {
  const started = performance.now();
  const runs = group.map(async (part, i) => {
    const result = await part.run({ ...options, ...(i === 0 ? {} : { quiet: true }) });
    return { part, result, seconds: (performance.now() - started) / 1000 };
  });
  say(group.map(({ title }) => title).join('; beside it '));
  const results = [];
  for (const run of runs) {
    const { part, result, seconds } = await run;
    if (part !== group[0]) process.stdout.write(result.text);
    if (result.trouble !== undefined) say(`✖ ${part.name}: ${result.trouble}`);
    say(`${part.name}: ${closingLine(result)} in ${seconds.toFixed(0)} s`);
    results.push({
      ...result,
      failures: [...(result.trouble === undefined ? [] : [result.trouble]), ...(result.failures ?? [])].map((failure) => `${part.name}: ${failure}`),
    });
  }
  return results;
}

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
  if (chosen.some(({ name }) => name === 'unit')) obtainReaders();
  if (chosen.some((part) => part.inVsCode)) {
    const { prepareHost } = await import('./host/prepare.mjs');
    prepareHost();
  }

  const groups = chosen
    .filter((part) => part.beside === undefined || !names.includes(part.beside))
    .map((first) => [first, ...chosen.filter(({ beside }) => beside === first.name)]);
  const results = [];
  for (const group of groups) results.push(...await runGroup(group, { shared: positionals.length === 0, ...(values.grep === undefined ? {} : { grep: values.grep }) }));
  const all = sum(results);
  if (chosen.length === Object.keys(parts).length) writeFileSync(freshResultFile('all'), JSON.stringify(all));
  console.log(closing(all));
  return all.failed > 0 || all.passed === 0 ? 1 : 0;
});
