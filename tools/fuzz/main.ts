/**
 * npm run fuzz                          every target for a minute
 * npm run fuzz -- --target page         one of them: page, figures, exports, …
 * npm run fuzz -- --seconds 600 --seed 7
 * npm run fuzz -- --replay FILE         one input once more (a file that a run has named)
 * npm run fuzz -- --slow                what takes how long on 1 MB of anything, as it is in a file; --bytes, --runs, --only
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzz, keepFinding, type Finding } from './fuzz';
import { findSlow, timeOne, type SlowOptions } from './slow';
import { targets } from './targets';

const { values } = parseArgs({
  options: {
    target: { type: 'string' }, seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' }, replay: { type: 'string' },
    slow: { type: 'boolean', default: false }, bytes: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' }, only: { type: 'string' }, killer: { type: 'string' },
  },
});

const slow: SlowOptions = { bytes: Number(values.bytes), runs: Number(values.runs), only: values.only };
if (values.killer !== undefined) timeOne(values.killer, slow);
else if (values.slow) process.exitCode = (await findSlow(slow, [process.argv[1] ?? '', '--bytes', values.bytes, '--runs', values.runs])) > 0 ? 1 : 0;
else if (values.replay !== undefined) {
  const { target, text } = JSON.parse(readFileSync(values.replay, 'utf8')) as Finding;
  await targets.find(({ name }) => name === target)?.check(text);
  console.log(`${target}: nothing wrong with it`);
} else process.exitCode = (await fuzzAll()) > 0 ? 1 : 0;

async function fuzzAll(): Promise<number> {
  const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target);
  if (chosen.length === 0) throw new RangeError(`there is no target "${values.target ?? ''}"; the targets are ${targets.map(({ name }) => name).join(', ')}`);
  let bad = 0;
  for (const target of chosen) {
    const { runs, milliseconds, kept, reached, slowest, findings } = await fuzz(target, { seed: Number(values.seed), milliseconds: Number(values.seconds) * 1000, guided: true });
    const rate = (runs / milliseconds) * 1000;
    console.log(`${target.name.padEnd(9)} ${runs.toLocaleString('en').padStart(9)} runs, ${rate.toFixed(0)}/s, ${String(kept)} kept, ${reached.toLocaleString('en')} parts reached, slowest ${slowest.milliseconds.toFixed(0)} ms, ${String(findings.length)} findings`);
    for (const finding of findings) console.log(`  ${keepFinding(finding, (bad += 1))}\n    ${finding.message.replace(/\n/g, '\n    ')}`);
  }
  return bad;
}
