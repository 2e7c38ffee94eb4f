import assert from 'node:assert/strict';
import { Seldom, TurnEmitter } from '../../../src/extension/turns';

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
