// @ts-check
// What .ci/run runs: lint and types, each counting as one, and the parts of npm test.
import { ensureDependencies } from './lib/dependencies.mjs';
import { at } from './lib/paths.mjs';
import { runBounded } from './lib/processes.mjs';
import { closing, freshResultFile, judge, sum } from './lib/results.mjs';
import { main, say } from './lib/say.mjs';

/**
 * Runs a tool that says by its exit code whether all is well.
 * @param {string} title @param {string[]} args of node
 * @returns {Promise<import('./lib/results.mjs').Tally>}
 */
async function check(title, args) {
  say(`${title} …`);
  const { code, late, text } = await runBounded(process.execPath, args, { cwd: at(), limitSeconds: 300, quiet: true });
  const passed = code === 0 && !late;
  process.stdout.write(text);
  say(`${title}: ${passed ? 'passed' : late ? 'FAILED, did not end in its time' : 'FAILED'}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, failures: passed ? [] : [title] };
}

async function allTests() {
  const file = freshResultFile('all');
  const end = await runBounded(process.execPath, [at('tools/test.mjs')], { cwd: at(), limitSeconds: 25 * 60 });
  const verdict = judge(file, end);
  return { ...verdict, failures: [...(verdict.trouble === undefined ? [] : [`tests: ${verdict.trouble}`]), ...(verdict.failures ?? [])] };
}

await main(async () => {
  ensureDependencies();
  // None has use for more than one core.
  const [lint, types] = await Promise.all([
    check('lint', [at('node_modules/eslint/bin/eslint.js'), '.', '--max-warnings', '0']),
    check('types', [at('node_modules/typescript/bin/tsc'), '--noEmit']),
    // While the others reckon, this one waits for the network. What fails here the tests ask for again, and tell.
    runBounded(process.execPath, [at('tools/host/fetch-ahead.mjs')], { cwd: at(), limitSeconds: 300, quiet: true }),
  ]);
  const results = [lint, types, await allTests()];
  const all = sum(results);
  console.log(closing(all));
  return all.failed > 0 ? 1 : 0;
});
