// @ts-check
// Mocha's own report on the screen, and a tally in the file that RESTITCH_RESULT names, written when the last test has ended.
'use strict';
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** @param {import('mocha').Runner} runner @param {import('mocha').MochaOptions} options */
function Reporter(runner, options) {
  const Base = process.env['RESTITCH_REPORT'] === 'spec' ? reporters.Spec : reporters.Dot;
  // The base shows; what it is bound to is of no interest.
  const shown = new Base(runner, options);
  /** @type {string[]} */
  const again = [];
  runner.on('retry', (test, error) => void again.push(`  second try: ${test.fullTitle()}\n    ${String(error?.message ?? error).split('\n')[0]}`));
  /** @type {string[]} */
  const failed = [];
  runner.on('fail', (test, error) => void failed.push(`${test.fullTitle()}: ${String(error?.message ?? error).split('\n')[0]}`));
  runner.once('end', () => {
    if (again.length > 0) console.log(['', ...again].join('\n'));
    const file = process.env['RESTITCH_RESULT'];
    const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
    if (file !== undefined) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending, failures: failed }));
  });
  return shown;
}

module.exports = Reporter;
