// @ts-check
// Packages of Debian and its kin, installed where that can be done without asking anybody.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { programOnPath } from './processes.mjs';
import { say } from './say.mjs';

/** Whether this is Debian or its kin, and we are root. */
export function canInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || programOnPath(['apt-get']) === undefined) return false;
  return existsSync('/etc/os-release') && /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Installs packages, and says so; what went wrong is said too.
 * @param {readonly string[]} packages
 * @returns {boolean} whether it went well
 */
export function install(packages) {
  say(`installing ${packages.join(' and ')} with apt-get (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update', '-q'], ['install', '-y', '-q', '--no-install-recommends', ...packages]];
  return steps.every((args) => {
    const result = spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    if (result.status !== 0) say(`  apt-get ${args.join(' ')} failed:\n${(result.stderr || result.stdout).trimEnd()}`);
    return result.status === 0;
  });
}

/** Programs that read what we write, and the packages they are in. A test that finds none is left out and says so. */
const readers = [['parallel', 'parallel'], ['soffice', 'libreoffice-writer-nogui']];

/** Installs the programs that tests of our output ask, where that is possible. */
export function obtainReaders() {
  const missing = readers.filter(([program = '']) => programOnPath([program]) === undefined).map(([, name = '']) => name);
  if (missing.length > 0 && canInstall()) install(missing);
}
