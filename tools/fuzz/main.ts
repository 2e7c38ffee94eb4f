/**
 * npm run fuzz                          every target for a minute
 * npm run fuzz -- --target page         one of them: page, figures, exports, …
 * npm run fuzz -- --seconds 600 --seed 7
 * npm run fuzz -- --replay FILE         one input once more (a file that a run has named)
 * npm run fuzz -- --slow                what takes how long on 1 MB of anything; --length, --runs, --only
 */
import { parseArgs } from 'node:util';
import { findSlow, timeOne, type SlowOptions } from './slow';

const { values } = parseArgs({
  options: {
    target: { type: 'string' }, seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' }, replay: { type: 'string' },
    slow: { type: 'boolean', default: false }, length: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' }, only: { type: 'string' }, killer: { type: 'string' },
  },
});

const slow: SlowOptions = { length: Number(values.length), runs: Number(values.runs), only: values.only };
if (values.killer !== undefined) timeOne(values.killer, slow);
else if (values.slow) process.exitCode = (await findSlow(slow, [process.argv[1] ?? '', '--length', values.length, '--runs', values.runs])) > 0 ? 1 : 0;
