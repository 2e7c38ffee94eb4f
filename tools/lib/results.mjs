// @ts-check
// What a part of the tests came to. Each part writes a file at its end; a part without that file died on the way.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { out } from './paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, failures?: readonly string[] }} Tally `failures`: a line for each test that failed */

/** The result file of a part, its folder made and an older run's file removed. @param {string} part */
export function freshResultFile(part) {
  const file = path.join(out, 'results', `${part}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** @param {unknown} value @returns {value is number} */
const isCount = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/**
 * Judges a part that has ended. It passed only if it says so itself, whole, and nothing about its process contradicts.
 * @param {string} file its result file
 * @param {{ code: number | null, late: boolean }} end how its process ended
 * @param {{ allowNone?: boolean }} [options] whether no test at all is fine, as with --grep
 * @returns {Tally & { trouble?: string }} with one failure added for a trouble that no test reported
 */
export function judge(file, end, { allowNone = false } = {}) {
  const tally = readTally(file);
  const trouble = end.late ? 'it did not end in its time'
    : tally === undefined ? `it ended (exit code ${end.code}) before its tests had all run`
    : end.code !== 0 && tally.failed === 0 ? `its tests passed, but its process ended with exit code ${end.code}`
    : !allowNone && tally.passed + tally.failed === 0 ? 'it ran no test'
    : undefined;
  const counted = tally ?? { passed: 0, failed: 0, skipped: 0, failures: [] };
  return trouble === undefined ? counted : { ...counted, failed: counted.failed + 1, trouble };
}

/** @param {string} file @returns {Tally | undefined} */
function readTally(file) {
  if (!existsSync(file)) return undefined;
  try {
    const { passed, failed, skipped, failures = [] } = JSON.parse(readFileSync(file, 'utf8'));
    return isCount(passed) && isCount(failed) && isCount(skipped) ? { passed, failed, skipped, failures } : undefined;
  } catch {
    // Written only in part: the process died while it wrote.
    return undefined;
  }
}

/** The sum of several parts. @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
    skipped: all.skipped + one.skipped,
    failures: [...(all.failures ?? []), ...(one.failures ?? [])],
  }), { passed: 0, failed: 0, skipped: 0, failures: [] });
}

/** The closing line of a run. @param {Tally} tally */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** What a run ends with: a line for each failure, for its report may be long and far above, then the closing line. @param {Tally} tally */
export function closing(tally) {
  return [...(tally.failures ?? []).map((failure) => `✖ ${failure}`), closingLine(tally)].join('\n');
}
