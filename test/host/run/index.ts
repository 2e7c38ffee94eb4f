// What VS Code loads as its test runner: mocha inside the extension host.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** Leaves only a share of the groups of tests, whole ones: the tests of a group may build on each other. */
class Share extends Mocha {
  /** A group is known only when its file is loaded. */
  protected override loadFiles(fn?: () => void): void {
    super.loadFiles(fn);
    const [, number, of] = /^([1-9])\/([1-9])$/.exec(process.env['RESTITCH_SHARE'] ?? '') ?? [];
    if (number !== undefined && of !== undefined) this.suite.suites = this.suite.suites.filter((_, i) => i % Number(of) === Number(number) - 1);
  }
}

/**
 * Runs the suite that RESTITCH_SUITE names (a folder of built tests; `suite` beside this one when it is not set) and writes the tally to the file
 * that RESTITCH_RESULT names as its very last act. RESTITCH_SHARE (as `1/2`) leaves only every second group of tests, the first one or the second. The launcher believes that file only: a promise kept by a dying host proves nothing.
 * Rejects when a test failed.
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const folder = process.env['RESTITCH_SUITE'] ?? path.join(__dirname, '..', 'suite');
  // A test that failed is given once more and named at the end: VS Code does much in its own time, and one of hundreds may fall into it.
  const mocha = new Share({ ui: 'bdd', timeout: 60_000, retries: 1, color: false, reporter: 'spec', forbidOnly: process.env['CI'] === 'true' });
  const grep = process.env['RESTITCH_GREP'];
  if (grep !== undefined) mocha.grep(grep);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(folder, name));
  }
  const again: string[] = [];
  const failures: string[] = [];
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
    runner.on('retry', (test: Mocha.Test, error: Error) => again.push(`  second try: ${test.fullTitle()}\n    ${error.message}`));
    runner.on('fail', (test: Mocha.Test, error: Error) => failures.push(`${test.fullTitle()}: ${String(error).split('\n')[0]}`));
  });
  if (again.length > 0) console.log(['', ...again].join('\n'));
  const tally = { passed: stats?.passes ?? 0, failed: stats?.failures ?? 1, skipped: stats?.pending ?? 0, failures };
  const file = process.env['RESTITCH_RESULT'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(tally));
  if (tally.failed > 0) throw new Error(`${tally.failed} of the host tests failed`);
}
