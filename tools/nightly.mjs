// @ts-check
// npm run nightly: the property tests over 100,000 random pages and sequences of what a user does, the other properties over 2,000.
//   npm run nightly -- --cases 500000 --seed 7
// Each night has its own seed (the day), unless one is named; a failure says how to have it again.
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { mochaPart } from './lib/parts.mjs';
import { closingLine } from './lib/results.mjs';
import { Trouble, main, say } from './lib/say.mjs';

/** @param {string} name @param {string} value */
function count(name, value) {
  if (!/^[1-9][0-9]{0,8}$/.test(value)) throw new Trouble(`--${name} is a whole number above 0, not "${value}"`);
  return value;
}

await main(async () => {
  const today = String(Math.floor(Date.now() / 86_400_000));
  const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: today } } });
  const [cases, seed] = [count('cases', values.cases), count('seed', values.seed)];
  ensureDependencies();
  say('building the product and its tests …');
  const { build } = await import('./build.mjs');
  await build({ tests: true, say });
  Object.assign(process.env, { RESTITCH_CASES: cases, RESTITCH_RUNS: '2000', RESTITCH_SEED: seed });
  say(`${cases} sequences and 2,000 pages for each other property, seed ${seed}`);
  const started = performance.now();
  const result = await mochaPart('nightly', 'out/test/unit/core/**/*.test.js', { grep: 'whatever a user does|for any text|no character is lost', limitSeconds: 6 * 3600, spec: true, patient: true });
  say(`nightly: ${cases} sequences, seed ${seed}: ${closingLine(result)} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (result.failed > 0 || result.trouble !== undefined) say(`to have it again: npm run nightly -- --cases ${cases} --seed ${seed}`);
  return result.failed > 0 || result.passed === 0 ? 1 : 0;
});
