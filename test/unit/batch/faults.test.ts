import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { requireBuilt, restitch } from '../cli/command';
import { cleanPage, cutPage } from '../cli/pages';

let home: string;
const at = (...parts: string[]): string => path.join(home, ...parts);
const command = path.resolve('dist/cli.cjs');
const nobody = 65_534;

/** Every file below a folder with what it holds; the memory left aside. */
function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.restitch-manifest'))
    .map((entry) => `${path.relative(folder, path.join(entry.parentPath, entry.name))}\n${readFileSync(path.join(entry.parentPath, entry.name), 'utf8')}`)
    .sort();
}

const leftovers = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tmp'));

describe('the command, when something goes wrong on the way', function () {
  this.timeout(120_000);
  before(requireBuilt);
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-faults-'));
    mkdirSync(at('in'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('is killed in the middle: the same call again gives what an undisturbed one gives', async () => {
    const lines = Array.from({ length: 1000 }, (_, i) => JSON.stringify({ id: i, text: i % 2 === 0 ? cutPage : cleanPage }));
    writeFileSync(at('in', 'all.jsonl'), `${lines.join('\n')}\n`);
    for (let i = 0; i < 100; i += 1) writeFileSync(at('in', `${String(i).padStart(3, '0')}.txt`), i % 2 === 0 ? cutPage : cleanPage);
    // Once among the pages, once among the records.
    for (const sign of [at('out', '020'), at('out', 'all.jsonl.part')]) {
      const child = spawn(process.execPath, [command, at('in'), '--out', at('out'), '--jobs', '1'], { stdio: 'ignore' });
      const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
      while (!existsSync(sign) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill('SIGKILL');
      assert.equal(await ended, 'SIGKILL');
      const manifest = readFileSync(at('out', '.restitch-manifest.jsonl'), 'utf8').split('\n').slice(0, -1);
      for (const line of manifest) JSON.parse(line);
    }
    assert.match(restitch([at('in'), '--out', at('out')]).err, /pages? unchanged/u);
    restitch([at('in'), '--out', at('fresh')]);
    assert.deepEqual(contents(at('out')), contents(at('fresh')));
  });

  it('finds what a killed one has left half written, and takes away no more than that', () => {
    writeFileSync(at('in', 'page.txt'), cutPage);
    mkdirSync(at('out'));
    const machine = hostname().replace(/[^\w-]/gu, '_').slice(0, 64) || 'here';
    // No process has so high a number.
    const [dead, alive, elsewhere] = [`.restitch-${machine}-2147483647-0-1.tmp`, `.restitch-${machine}-${String(process.pid)}-0-1.tmp`, '.restitch-another.machine-1-0-1.tmp'];
    for (const name of [dead, alive, elsewhere]) writeFileSync(at('out', name), 'half');
    restitch([at('in', 'page.txt'), '--out', at('out')]);
    assert.deepEqual(leftovers(at('out')).sort(), [alive, elsewhere].sort());
  });

  describe('meets a full disk', () => {
    before(function () {
      // The system refuses what makes a file larger than this: what a full disk does, without one.
      if (spawnSync('bash', ['-c', "trap '' XFSZ && ulimit -f 1"]).status !== 0) this.skip();
    });

    /** Runs the command where no file may be larger than some kilobytes. */
    function cramped(kilobytes: number, ...args: string[]): { code: number | null; err: string } {
      const { status, stderr } = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f ${String(kilobytes)}; exec "$@"`, 'bash', process.execPath, command, ...args], { encoding: 'utf8' });
      return { code: status, err: stderr };
    }

    it('says so in one line, leaves the old file whole and nothing half', () => {
      const file = at('in', 'page.txt');
      writeFileSync(file, cutPage.repeat(30));
      mkdirSync(at('out'));
      writeFileSync(at('out', 'page.json'), 'old');
      const { code, err } = cramped(4, file, '--out', at('out'), '--format', 'json', '--force', '--quiet');
      assert.equal(code, 3);
      assert.match(err, /^.*page\.json: cannot be written \(EFBIG\)\n$/u);
      assert.deepEqual(readdirSync(at('out')), ['page.json']);
      assert.equal(readFileSync(at('out', 'page.json'), 'utf8'), 'old');
    });

    it('in a batch names what could not be written, does the rest, and makes up for it later', () => {
      for (const [name, text] of [['1.txt', cleanPage], ['2.txt', cutPage.repeat(200)], ['3.txt', cleanPage]] as const) writeFileSync(at('in', name), text);
      const { code, err } = cramped(64, at('in'), '--out', at('out'), '--format', 'json', '--quiet');
      assert.equal(code, 3);
      assert.match(err, /^.*2\.json: cannot be written \(EFBIG\)\n$/u);
      assert.deepEqual(readdirSync(at('out')).filter((name) => !name.startsWith('.')).sort(), ['1.json', '3.json']);
      assert.deepEqual(leftovers(at('out')), []);
      assert.match(restitch([at('in'), '--out', at('out'), '--format', 'json']).err, /^1 page, 1 file written .*2 pages unchanged\n/u);
      restitch([at('in'), '--out', at('fresh'), '--format', 'json']);
      assert.deepEqual(contents(at('out')), contents(at('fresh')));
    });

    it('prints to a full device with one line of complaint', function () {
      if (!existsSync('/dev/full')) this.skip();
      writeFileSync(at('in', 'page.txt'), cutPage);
      const { status, stderr } = spawnSync('bash', ['-c', 'exec "$0" "$@" > /dev/full', process.execPath, command, at('in', 'page.txt'), '--quiet'], { encoding: 'utf8' });
      assert.equal(status, 3);
      assert.match(stderr, /^.*: cannot be written \(ENOSPC\)\n$/u);
    });
  });

  it('has no right to write: one line, nothing written', function () {
    const call = process.getuid?.() === 0 ? { uid: nobody } : {};
    if (process.platform === 'win32' || restitch(['--version'], call).code !== 0) this.skip();
    writeFileSync(at('in', 'page.txt'), cutPage);
    mkdirSync(at('out'));
    for (const folder of [home, at('in')]) chmodSync(folder, 0o755);
    chmodSync(at('out'), 0o555);
    const { code, err } = restitch([at('in', 'page.txt'), '--out', at('out'), '--quiet'], call);
    assert.equal(code, 3);
    assert.match(err, /^.*cannot be written \(EACCES\)\n$/u);
    assert.deepEqual(readdirSync(at('out')), []);
  });

  it('finds an input gone that was there when the folder was searched', () => {
    const before = statSync(home).mode;
    for (const name of ['1.txt', '3.txt']) writeFileSync(at('in', name), cleanPage);
    spawnSync('ln', ['-s', at('in', 'gone.txt'), at('in', '2.txt')]);
    const { code, err } = restitch([at('in'), '--out', at('out'), '--quiet']);
    assert.equal(statSync(home).mode, before);
    assert.equal(code, 3);
    assert.match(err, /^.*2\.txt: no such file or folder\n$/u);
    assert.equal(contents(at('out')).length, 2);
  });
});
