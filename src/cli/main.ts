import { visible } from '../core/index';
import { readOptions } from './options';
import { run } from './run';

/** The `restitch` command. Ends by itself once its output is written, so that nothing in a pipe is lost. */
async function main(): Promise<void> {
  // A reader that has gone (`restitch … | head`) is no error; `run` sees it and stops.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  const options = readOptions(
    process.argv.slice(2),
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
  if ('exitCode' in options) {
    process.exitCode = options.exitCode;
    return;
  }
  process.exitCode = await run(options, { out: process.stdout, say: (line) => process.stderr.write(`${visible(line)}\n`) });
}

void main();
