// The commands of the README, as a newcomer runs them.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at, out } from '../../tools/lib/paths.mjs';

const node = process.execPath;
const server = { ...process.env, RESTITCH_VSCODE: 'server' };

/** Starts npm start's script and waits until it prints its address; then asks it to end and gives its exit code. */
async function startAndEnd(args: readonly string[]): Promise<{ readonly address: string; readonly code: number | null }> {
  const child = spawn(node, [at('tools/start.mjs'), ...args], { env: server, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const found = /^http:\S+\n/m.exec(text);
        if (found) resolve(found[0].trim());
      });
      let troubles = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (troubles += chunk));
      void ended.then(() => reject(new Error(`npm start ended at once:\n${troubles}`)));
    });
    assert.equal((await fetch(address)).status, 200);
    child.kill('SIGINT');
    return { address, code: await ended };
  } finally {
    child.kill('SIGKILL');
  }
}

describe('npm start', function () {
  this.timeout(90_000);

  it('opens the sample page with the tree of articles showing', () => {
    const picture = path.join(out, 'start.png');
    rmSync(picture, { force: true });
    const run = spawnSync(node, [at('tools/start.mjs'), '--check'], { env: server, encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stderr, /the tree shows [1-9]\d* rows/);
    assert.ok(existsSync(picture));
  });

  it('opens a file by name, stays, and leaves nothing behind after Ctrl+C', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'restitch-start-'));
    try {
      const file = path.join(folder, '一页 one.txt');
      copyFileSync(at('samples/mini-page.txt'), file);
      const { address, code } = await startAndEnd([file]);
      assert.equal(code, 0);
      assert.ok(new URL(address).searchParams.get('payload')?.includes(encodeURI(file)));
      await assert.rejects(fetch(address), 'the server is still there');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says what is wrong with a file that is not there', () => {
    const run = spawnSync(node, [at('tools/start.mjs'), 'no-such-page.txt'], { env: server, encoding: 'utf8' });
    assert.equal(run.status, 1);
    assert.match(run.stderr, /there is no file .*no-such-page\.txt/);
  });
});

describe('npm run restitch', function () {
  this.timeout(60_000);

  it('prints nothing of its own and passes the exit code on', () => {
    const restitch = (name: string) => spawnSync(node, [at('tools/restitch.mjs'), name], { encoding: 'utf8' });
    const page = restitch(at('samples/mini-page.txt'));
    // The page has something to mend, so the command says 1.
    assert.equal(page.status, 1, page.stderr);
    assert.match(page.stdout, /^## /);
    const misused = restitch('--no-such-option');
    assert.equal(misused.status, 2);
    assert.equal(misused.stdout, '');
  });
});
