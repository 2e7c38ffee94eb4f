#!/usr/bin/env node
// @ts-check
// Takes the command line with which @vscode/test-electron starts the desktop program, and runs the same tests in VS Code's server with a headless
// Chromium as its window. Exit code 0 only when the test runner said so and its extension host was alive until then.
//   vscode-server-tests.mjs FOLDER --extensionDevelopmentPath=… --extensionTestsPath=… --user-data-dir=… --extensions-dir=…
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { say } from '../lib/say.mjs';
import { launchChromium } from './browser.mjs';
import { startServer, windowAddress } from './server.mjs';

/** The desktop program accepts options that mean nothing here, as --no-sandbox. */
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

/** What VS Code's window says of itself at every start. Everything else, a test's report above all, is passed on. */
const windowChatter = /^(?:Resolv(?:ing|ed) connection token|Creating a socket|Creation of workbench contribution|Ignoring fetching additional|Updating additional builtin|ChatSessionStore:|\[Service Worker\])/;

/** @param {unknown} value @param {string} name */
function required(value, name) {
  if (typeof value !== 'string') throw new Error(`--${name} is missing`);
  return path.resolve(value);
}

/** Ends what was started, whatever way this program ends. @type {(() => Promise<void>)[]} */
const endings = [];
async function endAll() {
  await Promise.allSettled(endings.splice(0).map((end) => end()));
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => void endAll().then(() => process.exit(130)));

/** @returns {Promise<number>} the exit code */
async function runInWindow() {
  const userData = required(values['user-data-dir'], 'user-data-dir');
  const server = await startServer({ data: path.join(userData, 'server-data'), userData, extensions: required(values['extensions-dir'], 'extensions-dir') });
  endings.push(server.stop);
  const browser = await launchChromium();
  endings.push(() => browser.close());
  // Nobody looks at this window, and every pixel of it is drawn by the processor.
  const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
  const exit = new Promise((resolve) => {
    // VS Code's web window calls these two when a test runner logs and when it has ended.
    void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code));
    server.process.once('exit', () => resolve('the server ended'));
    page.once('crash', () => resolve('the window crashed'));
    const timer = setInterval(() => {
      // The window waits for ever when its extension host dies without a word.
      if (server.hostExits().length > 0) setTimeout(() => resolve('the extension host ended before the test runner did'), 1500);
    }, 200);
    endings.push(async () => clearInterval(timer));
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    const line = format(...args);
    if (!windowChatter.test(line)) process.stdout.write(`${line}\n`);
  });
  const development = (Array.isArray(values['extensionDevelopmentPath']) ? values['extensionDevelopmentPath'] : []).map((one) => path.resolve(String(one)));
  const folder = positionals[0] === undefined ? {} : { folder: path.resolve(positionals[0]) };
  await page.goto(windowAddress(server, { ...folder, development, tests: required(values['extensionTestsPath'], 'extensionTestsPath') }));
  const end = await exit;
  const badExits = server.hostExits().filter((code) => code !== 0);
  if (badExits.length > 0) say(`the extension host ended with code ${badExits.join(', ')}`);
  if (typeof end === 'string') say(end);
  return typeof end === 'number' && badExits.length === 0 ? end : 1;
}

try {
  process.exitCode = await runInWindow();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await endAll();
}
