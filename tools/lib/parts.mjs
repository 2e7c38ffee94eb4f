// @ts-check
// The parts of `npm test`. Each runs in a process of its own, for a bounded time, and is judged by the result file it leaves.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at } from './paths.mjs';
import { runBounded } from './processes.mjs';
import { freshResultFile, judge } from './results.mjs';

/** @typedef {import('./results.mjs').Tally & { trouble?: string, text: string }} PartResult `text`: what it printed, when quiet */

/**
 * @typedef {object} PartOptions
 * @property {string} [grep] runs only tests whose title matches
 * @property {number} [limitSeconds] ends the part after this time
 * @property {boolean} [quiet] keeps what it prints to itself
 */

/**
 * Runs a program that writes a result file.
 * @param {string} name names the result file
 * @param {string[]} args of node
 * @param {PartOptions & { env?: Record<string, string>, limitSeconds: number }} options
 * @returns {Promise<PartResult>}
 */
async function run(name, args, { grep, env = {}, limitSeconds, quiet = false }) {
  const result = freshResultFile(name);
  const end = await runBounded(process.execPath, args, {
    cwd: at(),
    env: { ...process.env, ...env, RESTITCH_RESULT: result },
    limitSeconds,
    quiet,
  });
  return { ...judge(result, end, { allowNone: grep !== undefined }), text: end.text };
}

/**
 * Runs built mocha tests in Node.
 * @param {string} name
 * @param {string} files a glob, from the checkout
 * @param {PartOptions & { limitSeconds: number, spec?: boolean, parallel?: boolean, without?: string, retries?: number, patient?: boolean, env?: Record<string, string> }} options `spec`: a line for each test; `parallel`: files side by side;
 * `without`: leaves out tests whose title matches, where no `grep` chooses; `retries`: how often a test that failed is given again. For what drives a program that is not ours; each such test is named at the end; `patient`: a test has all the time
 * of its part
 */
export function mochaPart(name, files, { spec = false, parallel = false, without, retries = 0, patient = false, env = {}, ...options }) {
  const args = [
    at('node_modules/mocha/bin/mocha.js'), '--config', at('.mocharc.json'), files,
    ...(options.grep !== undefined ? ['--grep', options.grep] : without !== undefined ? ['--grep', without, '--invert'] : []),
    ...(parallel ? ['--parallel', '--jobs', '2'] : []),
    ...(patient ? ['--timeout', '0'] : []),
    ...(retries === 0 ? [] : ['--retries', String(retries)]),
    ...(process.env['CI'] === 'true' ? ['--forbid-only'] : []),
  ];
  return run(name, args, { ...options, env: { ...env, RESTITCH_REPORT: spec ? 'spec' : 'dot' } });
}

/**
 * Runs built tests inside VS Code's extension host.
 * @param {string} name
 * @param {PartOptions & { suite?: string, edition?: 'oldest' | 'newest', share?: string }} [options] `suite`: a folder of built tests instead of test/host/suite;
 * `edition`: which of the servers, see tools/host/obtain.mjs;
 * `share`: which part of the groups of tests, `1/2` the odd ones, `2/2` the even ones
 */
export async function hostPart(name, { suite, edition, share, limitSeconds = 780, ...options } = {}) {
  // Short, because sockets inside have a length limit on some systems.
  const scratch = mkdtempSync(path.join(tmpdir(), 'restitch-'));
  try {
    const env = {
      ...(suite === undefined ? {} : { RESTITCH_SUITE: suite }),
      ...(edition === undefined ? {} : { RESTITCH_EDITION: edition }),
      ...(share === undefined ? {} : { RESTITCH_SHARE: share }),
      ...(options.grep === undefined ? {} : { RESTITCH_GREP: options.grep }),
    };
    return await run(name, [at('tools/host/run-tests.mjs'), scratch], { ...options, env, limitSeconds });
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
