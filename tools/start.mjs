// @ts-check
// npm start: sets everything up and opens the sample page in VS Code with the extension at work.
//   npm start                 the sample page, a copy of it
//   npm start -- FILE         that file, in place
//   npm start -- --port 8080  the server on that port
//   npm start -- --check      opens, looks whether the tree of articles shows, leaves out/start.png and ends
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { at, cache, out } from './lib/paths.mjs';
import { Trouble, main, say } from './lib/say.mjs';

const samplePage = 'sample-page.txt';

/** The extension shows its tree by itself when it finds this. */
const environment = { RESTITCH_SHOW_ARTICLES: '1' };

/** Where this checkout's own VS Code keeps its settings; your own VS Code is left alone. */
const home = path.join(cache, 'start');

/** @param {string | undefined} named @returns {string} */
function fileToOpen(named) {
  if (named !== undefined) {
    // npm moves to the checkout; the file is meant from where the user stands.
    const from = process.env['npm_lifecycle_event'] === 'start' ? process.env['INIT_CWD'] : undefined;
    const file = path.resolve(from ?? process.cwd(), named);
    if (!existsSync(file)) throw new Trouble(`there is no file ${file}`);
    return file;
  }
  // A copy, made anew each time: re-stitching it changes nothing in the checkout.
  const copy = path.join(home, 'samples');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(at('samples', samplePage), path.join(copy, samplePage));
  return path.join(copy, samplePage);
}

/** @param {string} program @param {string} file @returns {Promise<void>} */
async function openDesktop(program, file) {
  const { writeSettings } = await import('./host/settings.mjs');
  const userData = path.join(home, 'user');
  writeSettings(userData);
  say(`opening ${path.relative(at(), file)} in ${program} …`);
  const args = [
    `--extensionDevelopmentPath=${at()}`, `--user-data-dir=${userData}`, `--extensions-dir=${path.join(home, 'extensions')}`,
    '--new-window', path.dirname(file), file,
  ];
  const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: 'ignore', shell: process.platform === 'win32' });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Trouble(`${program} ended with exit code ${code}`);
}

/** @param {string} file @param {string | undefined} port @param {boolean} check @returns {Promise<void>} */
async function openServer(file, port, check) {
  const { startServer, windowAddress } = await import('./host/server.mjs');
  const { developmentFolder } = await import('./host/development.mjs');
  // A check beside a running start must not share its folder.
  const data = check ? path.join(home, `check-${process.pid}`) : home;
  const server = await startServer({ data, env: environment, settings: {}, ...(port === undefined ? {} : { port }) });
  try {
    const address = windowAddress(server, { folder: path.dirname(file), file, development: [developmentFolder()] });
    say(check ? 'looking at it with a headless Chromium …' : 'VS Code is up. Open this address in a browser (Ctrl+C here ends it):');
    console.log(address);
    if (check) await look(address);
    else await untilAsked(server.process);
  } finally {
    await server.stop();
    if (check) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} address @returns {Promise<void>} */
async function look(address) {
  const { launchChromium } = await import('./host/browser.mjs');
  const { VsCodeWindow } = await import('./host/window.mjs');
  const browser = await launchChromium();
  try {
    const window = await VsCodeWindow.open(browser, address);
    const picture = path.join(out, 'start.png');
    try {
      await window.treeRows.first().waitFor();
    } catch (error) {
      throw new Trouble(`the tree of articles did not show; see ${picture}`, { cause: error });
    } finally {
      await window.picture(picture);
    }
    const rows = await window.readTree();
    say(`the tree shows ${rows.length} rows, the first one "${rows[0]?.label}"; picture in ${path.relative(at(), picture)}`);
  } finally {
    await browser.close();
  }
}

/** @param {import('node:child_process').ChildProcess} server @returns {Promise<void>} */
async function untilAsked(server) {
  const asked = new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => resolve(true));
    server.once('exit', () => resolve(false));
  });
  if (!await asked) throw new Trouble('VS Code\'s server has ended by itself');
  say('ending VS Code …');
}

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false }, port: { type: 'string' } },
  });
  const file = fileToOpen(positionals[0]);
  ensureDependencies();
  say('building the extension …');
  const { build } = await import('./build.mjs');
  await build({ say });
  const { desktopProgram } = await import('./host/choose.mjs');
  const program = values.check ? undefined : desktopProgram();
  if (program === undefined) await openServer(file, values.port, values.check);
  else await openDesktop(program, file);
});
