// @ts-check
// Child processes: run one to its end, or keep one with everything it started in one group.
import { spawn, spawnSync } from 'node:child_process';
import { Trouble } from './say.mjs';

/** npm of the running Node, by its own entry file where npm started us: no shell is needed on any system. */
export function npmCommand() {
  const entry = process.env['npm_execpath'];
  return entry?.endsWith('.js')
    ? { program: process.execPath, before: [entry], shell: false }
    : { program: 'npm', before: [], shell: process.platform === 'win32' };
}

/**
 * Runs npm to its end, its output on standard error. Throws Trouble when it fails.
 * @param {string[]} args
 * @param {{ cwd: string, quiet?: boolean }} options
 * @returns {string} what it printed, when quiet
 */
export function npm(args, { cwd, quiet = false }) {
  const { program, before, shell } = npmCommand();
  const result = spawnSync(program, [...before, ...args], {
    cwd,
    shell,
    encoding: 'utf8',
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
  });
  if (result.status !== 0) {
    throw new Trouble(`npm ${args.join(' ')} failed in ${cwd}${quiet ? `:\n${result.stderr}` : ''}`);
  }
  return quiet ? result.stdout.trim() : '';
}

/**
 * The first of these programs that the search path has.
 * @param {string[]} names
 * @returns {string | undefined} its name
 */
export function programOnPath(names) {
  const probe = process.platform === 'win32' ? 'where' : 'which';
  return names.find((name) => spawnSync(probe, [name], { stdio: 'ignore' }).status === 0);
}

/**
 * Ends a process that was started detached, and all it started: first politely, then by force.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [patience] milliseconds between the two
 * @returns {Promise<void>}
 */
export async function endGroup(child, patience = 3000) {
  if (child.pid === undefined) return;
  const gone = child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve(undefined)));
  signalGroup(child.pid, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child.pid ?? 0, 'SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
  // The leader is gone; whatever of its group ignored the request goes now.
  signalGroup(child.pid, 'SIGKILL');
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  if (pid === 0) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    // ESRCH: nothing of the group is left.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** What `runBounded` is running. An interrupt ends all of it before we end. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
const interrupt = () => void Promise.all([...running].map((child) => endGroup(child, 8000))).then(() => process.exit(130));

/** @param {import('node:child_process').ChildProcess} child */
function watch(child) {
  if (running.size === 0) process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  running.add(child);
}

/** @param {import('node:child_process').ChildProcess} child */
function unwatch(child) {
  running.delete(child);
  if (running.size === 0) process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
}

/**
 * Runs a program in a group of its own, its output shown here, for a bounded time. Several may run side by side.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, limitSeconds: number, quiet?: boolean }} options
 * @returns {Promise<{ code: number | null, late: boolean, text: string }>} `text`: what it printed, when quiet
 */
export function runBounded(program, args, { cwd, env = process.env, limitSeconds, quiet = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
    let late = false;
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
    const timer = setTimeout(() => {
      late = true;
      void endGroup(child, 8000);
    }, limitSeconds * 1000);
    watch(child);
    child.once('error', (error) => {
      clearTimeout(timer);
      unwatch(child);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      unwatch(child);
      const finish = () => resolve({ code, late, text });
      // The rest of its output may still be on the way; but a process it left behind must not hold the pipe, and us, for ever.
      const closing = setTimeout(() => {
        for (const stream of [child.stdout, child.stderr]) stream?.destroy();
        finish();
      }, 2000);
      child.once('close', () => {
        clearTimeout(closing);
        finish();
      });
    });
  });
}
