// @ts-check
// A browser to show VS Code's server in, and fonts that have the characters of a newspaper.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canInstall, install } from '../lib/debian.mjs';
import { programOnPath } from '../lib/processes.mjs';
import { Trouble, say } from '../lib/say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

/** Where the programs lie on systems that do not put them on the search path. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Chromium's arguments for a quiet, offline run. Without a sandbox only as root, where it has none. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-dev-shm-usage', '--disable-quic',
];

/** A browser that Playwright itself downloaded some day. */
function inPlaywrightCache() {
  /** @type {Partial<Record<NodeJS.Platform, string>>} */
  const usual = { darwin: 'Library/Caches/ms-playwright', win32: 'AppData/Local/ms-playwright' };
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? path.join(os.homedir(), usual[process.platform] ?? '.cache/ms-playwright');
  if (!existsSync(folder)) return undefined;
  const inside = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe'];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse()
    .flatMap((name) => inside.map((program) => path.join(folder, name, program)))
    .find((file) => existsSync(file));
}

/** @returns {string | undefined} */
function findChromium() {
  const given = process.env['CHROME_PATH'];
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new Trouble(`CHROME_PATH names ${given}, which is not there`);
    return given;
  }
  const name = programOnPath(names);
  if (name !== undefined) {
    const which = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' }).stdout;
    return which.split(/\r?\n/)[0];
  }
  return places.find((file) => existsSync(file)) ?? inPlaywrightCache();
}

/** The program of a Chromium-like browser; installs Debian's where that is possible. Throws Trouble that says what to install. */
export function obtainChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (canInstall()) {
    install(['chromium', 'fonts-noto-cjk']);
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Trouble([
    'no Chromium, Chrome or Edge found, which VS Code\'s server needs as its window. Install one, for instance:',
    '  Debian:  sudo apt-get install chromium fonts-noto-cjk',
    '  Ubuntu:  npx playwright-core install --with-deps chromium',
    '  macOS:   brew install --cask google-chrome',
    'or name the program in CHROME_PATH.',
  ].join('\n'));
}

/** Makes sure that Chinese characters can be drawn. Missing fonts spoil only the pictures, so that is a warning. */
export function ensureFonts() {
  if (process.platform !== 'linux' || programOnPath(['fc-list']) === undefined) return;
  const hasFonts = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() !== '';
  if (hasFonts()) return;
  if (canInstall()) {
    install(['fonts-noto-cjk']);
  }
  if (!hasFonts()) say('warning: no font has Chinese characters, pictures will show boxes; install fonts-noto-cjk');
}
