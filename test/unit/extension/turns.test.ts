import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nextTurn, Seldom, TurnEmitter } from '../../../src/extension/turns';

describe('an event that is told in turns', () => {
  const always = (): boolean => true;
  const fail = (error: unknown): void => assert.fail(String(error));
  /** Holds the thread for longer than a turn. */
  const takeLong = (): void => {
    for (const began = performance.now(); performance.now() - began < 10; );
  };

  it('is told to all in their order, and lets others go first once one has taken long', async () => {
    const emitter = new TurnEmitter<string>(fail);
    const heard: string[] = [];
    emitter.event((value) => heard.push(`first ${value}`));
    emitter.event(takeLong);
    emitter.event((value) => heard.push(`last ${value}`));
    setTimeout(() => heard.push('a key'), 0);
    await emitter.fire('page', always);
    assert.deepEqual(heard, ['first page', 'a key', 'last page']);
  });

  it('is not told any more once it no longer holds', async () => {
    const emitter = new TurnEmitter<number>(fail);
    const heard: number[] = [];
    let holds = true;
    emitter.event((value) => {
      heard.push(value);
      takeLong();
      holds = false;
    });
    emitter.event((value) => heard.push(-value));
    await emitter.fire(1, () => holds);
    assert.deepEqual(heard, [1]);
  });

  it('is told to the others when one throws, and to none that has gone', async () => {
    const errors: unknown[] = [];
    const emitter = new TurnEmitter<number>((error) => errors.push(error));
    const heard: string[] = [];
    emitter.event(() => {
      gone.dispose();
      throw new Error('one');
    });
    const gone = emitter.event(() => heard.push('gone'));
    emitter.event(() => heard.push('there'));
    await emitter.fire(1, always);
    assert.deepEqual(heard, ['there']);
    assert.match(String(errors), /one/);
  });

  it('lets a listener leave the rest of its work for a turn of its own, before the next listener', async () => {
    const emitter = new TurnEmitter<string>(fail);
    const heard: string[] = [];
    emitter.event((value) => {
      takeLong();
      return () => heard.push(`rest of ${value}`);
    });
    emitter.event((value) => heard.push(`last ${value}`));
    setTimeout(() => heard.push('a key'), 0);
    await emitter.fire('page', always);
    assert.deepEqual(heard, ['a key', 'rest of page', 'last page']);
  });

  it('leaves out the rest of a listener that has gone, and of what no longer holds', async () => {
    const emitter = new TurnEmitter<number>(fail);
    const heard: string[] = [];
    const going = emitter.event(() => {
      going.dispose();
      return () => heard.push('gone');
    });
    let holds = true;
    emitter.event(() => {
      takeLong();
      holds = false;
      return () => heard.push('late');
    });
    await emitter.fire(1, () => holds);
    assert.deepEqual(heard, []);
  });
});

describe('the next turn', () => {
  let folder: string;
  let ends: readonly [Socket, Socket];
  let close: () => void;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'restitch-turns-'));
    const name = process.platform === 'win32' ? `\\\\.\\pipe\\${path.basename(folder)}` : path.join(folder, 'pipe');
    const server = createServer().listen(name);
    await once(server, 'listening');
    const near = connect(name);
    const [far] = await once(server, 'connection') as [Socket];
    ends = [near, far];
    close = () => {
      near.destroy();
      far.destroy();
      server.close();
    };
  });
  afterEach(() => {
    close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes behind the messages that have come while one is heard', async () => {
    const [near, far] = ends;
    const heard: string[] = [];
    const told = new Promise<void>((resolve) => {
      far.on('data', (bytes) => {
        heard.push(bytes.toString());
        if (heard.length > 1) return;
        near.write('a key');
        void nextTurn().then(() => {
          heard.push('the next turn');
          resolve();
        });
      });
    });
    near.write('a message');
    await told;
    assert.deepEqual(heard, ['a message', 'a key', 'the next turn']);
  });
});

describe('what is done seldom', () => {
  /** Behind every timer of that length that was set before. */
  const behind = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms + 20));

  it('is done at once, and what is asked meanwhile once more', async () => {
    let times = 0;
    let now = 0;
    const seldom = new Seldom(() => times++, 20, () => now);
    for (let i = 0; i < 5; i++) seldom.ask();
    assert.equal(times, 1);
    await behind(20);
    assert.equal(times, 2);
    now = 30;
    seldom.ask();
    assert.equal(times, 3);
  });

  it('is done whatever the time where that is wished, and not any more once it is disposed of', async () => {
    let times = 0;
    const seldom = new Seldom(() => times++, 20, () => 0);
    seldom.ask();
    seldom.ask();
    seldom.now();
    assert.equal(times, 2);
    await behind(20);
    assert.equal(times, 2);
    seldom.ask();
    seldom.dispose();
    await behind(20);
    assert.equal(times, 2);
  });
});
