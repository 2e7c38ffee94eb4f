// @ts-check
// Installs the packages of package-lock.json when they are missing or belong to another lock file.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at, root } from './paths.mjs';
import { npm } from './processes.mjs';
import { Trouble, say } from './say.mjs';

const stamp = at('node_modules/.restitch-lock');
const npmStamp = at('node_modules/.package-lock.json');

function lockHash() {
  return createHash('sha256').update(readFileSync(at('package-lock.json'))).update(process.version.split('.')[0] ?? '').digest('hex');
}

function isInstalled() {
  if (!existsSync(npmStamp)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash();
  // Installed by hand (npm ci, npm install): trust it when npm finds the tree and the lock file in accord.
  try {
    npm(['ls', '--silent'], { cwd: root, quiet: true });
  } catch {
    return false;
  }
  writeFileSync(stamp, lockHash());
  return true;
}

/** Makes sure that the packages are there. Throws Trouble when Node is too old or npm fails. */
export function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Trouble(`Restitch needs Node 20.19 or newer; this is ${process.version}`);
  if (isInstalled()) return;
  say('installing packages (npm ci) …');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  writeFileSync(stamp, lockHash());
  if (!existsSync(at('node_modules/nodejieba/build/Release/nodejieba.node'))) {
    say('nodejieba could not be built here (it needs python3, make and a C++ compiler); Restitch goes on with Intl.Segmenter');
  }
}
