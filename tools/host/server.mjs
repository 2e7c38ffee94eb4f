// @ts-check
// VS Code's server as a process: start it, know its address, hear when an extension host dies, end it whole.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { endGroup } from '../lib/processes.mjs';
import { Trouble } from '../lib/say.mjs';
import { obtainNode, obtainServer } from './obtain.mjs';
import { writeSettings } from './settings.mjs';

const startSeconds = 60;

/**
 * @typedef {object} ServerOptions
 * @property {string} data a folder for all the server writes; may be new
 * @property {string} [userData] the folder with User/settings.json; inside `data` when not given
 * @property {string} [extensions] the folder of installed extensions; inside `data` when not given
 * @property {NodeJS.ProcessEnv} [env] added to the environment, seen by extensions too
 * @property {Readonly<Record<string, unknown>>} [settings] the user's settings, over the quiet ones
 * @property {string} [port] any free one when not given
 * @property {boolean} [testDriver] lets a window load extensions under development; hides notifications in later versions. True when not given
 */

/**
 * @typedef {object} Server
 * @property {string} authority host:port
 * @property {import('node:child_process').ChildProcess} process
 * @property {() => string} log all it has printed
 * @property {() => number[]} hostExits the exit codes of extension hosts that have ended, a signal counting as -1
 * @property {() => Promise<void>} stop ends it and its extension hosts
 */

/** The command line of the server, its folders made. @param {ServerOptions} options @returns {string[]} */
function commandLine({ data, userData = path.join(data, 'user'), extensions = path.join(data, 'extensions'), testDriver = true, port = '0' }) {
  for (const folder of [path.join(userData, 'User'), extensions]) mkdirSync(folder, { recursive: true });
  return [
    path.join(obtainServer(), 'out/server-main.js'),
    '--host', '127.0.0.1', '--port', port, '--without-connection-token', '--accept-server-license-terms',
    '--server-data-dir', path.join(data, 'server'), '--user-data-dir', userData, '--extensions-dir', extensions,
    '--telemetry-level', 'off', ...(testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** The environment of the server: no gallery to ask, and no trace of a VS Code or npm around us. @param {NodeJS.ProcessEnv} more */
function environment(more) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:npm_|VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}', ...more };
}

/**
 * Starts the server on a free port of this machine only. Throws Trouble, with what it printed, when it does not come up.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const args = commandLine(options);
  const userData = options.userData ?? path.join(options.data, 'user');
  if (options.settings !== undefined || options.userData === undefined) writeSettings(userData, options.settings);
  const child = spawn(obtainNode(), args, { env: environment(options.env ?? {}), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => { log += chunk; });
  try {
    const port = await listening(child, () => log);
    return {
      authority: `127.0.0.1:${port}`,
      process: child,
      log: () => log,
      hostExits: () => [...log.matchAll(/Extension Host Process exited with code: (\w+)/g)].map(([, code]) => (code === 'null' ? -1 : Number(code))),
      stop: () => endGroup(child),
    };
  } catch (error) {
    await endGroup(child);
    throw error;
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {() => string} log @returns {Promise<string>} the port */
async function listening(child, log) {
  const end = Date.now() + startSeconds * 1000;
  for (;;) {
    const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
    if (port !== undefined) return port;
    if (child.exitCode !== null || child.signalCode !== null) throw new Trouble(`VS Code's server ended at once:\n${log()}`);
    if (Date.now() > end) throw new Trouble(`VS Code's server was not up after ${startSeconds} s:\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Installs a VSIX for servers with the same folders. Throws Trouble when the server refuses it.
 * @param {string} vsix
 * @param {ServerOptions} options
 * @returns {Promise<void>}
 */
export async function installExtension(vsix, options) {
  const { code, log } = await manageExtensions(['--install-extension', vsix, '--force'], options);
  if (code !== 0 || !/was successfully installed/.test(log)) throw new Trouble(`VS Code's server did not install ${vsix}:\n${log}`);
}

/**
 * Uninstalls an extension. Throws Trouble when the server refuses it.
 * @param {string} id publisher.name
 * @param {ServerOptions} options
 * @returns {Promise<void>}
 */
export async function uninstallExtension(id, options) {
  const { code, log } = await manageExtensions(['--uninstall-extension', id], options);
  if (code !== 0 || !/was successfully uninstalled/.test(log)) throw new Trouble(`VS Code's server did not uninstall ${id}:\n${log}`);
}

/**
 * The extensions installed for servers with the same folders.
 * @param {ServerOptions} options
 * @returns {Promise<string[]>} publisher.name@version
 */
export async function installedExtensions(options) {
  const { log } = await manageExtensions(['--list-extensions', '--show-versions'], options);
  return log.split('\n').filter((line) => /^[\w-]+\.[\w-]+@\d/.test(line));
}

/** @param {readonly string[]} request @param {ServerOptions} options @returns {Promise<{ code: number | null, log: string }>} */
async function manageExtensions(request, options) {
  const args = commandLine({ ...options, testDriver: false });
  const child = spawn(obtainNode(), [...args, ...request], { env: environment({}), stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => { log += chunk; });
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, log };
}

/**
 * @typedef {object} WindowTarget
 * @property {string} [folder] opened as the workspace
 * @property {string} [file] opened in an editor
 * @property {string[]} [development] folders of extensions under development
 * @property {string} [tests] the test runner that the extension host loads
 */

/**
 * The address of a window of the server.
 * @param {Server} server
 * @param {WindowTarget} target
 */
export function windowAddress(server, { folder, file, development = [], tests }) {
  const remote = (/** @type {string} */ absolute) => `vscode-remote://${server.authority}${encodeURI(absolute)}`;
  const payload = [
    ...development.map((one) => ['extensionDevelopmentPath', remote(one)]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ...(file === undefined ? [] : [['openFile', remote(file)]]),
  ];
  const query = [
    ...(folder === undefined ? ['ew=true'] : [`folder=${encodeURIComponent(folder)}`]),
    ...(payload.length === 0 ? [] : [`payload=${encodeURIComponent(JSON.stringify(payload))}`]),
  ];
  return `http://${server.authority}/?${query.join('&')}`;
}
