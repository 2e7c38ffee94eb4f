import assert from 'node:assert/strict';
import { patienceFor, Watchdog } from '../../../src/watch/watchdog';

/** Seconds that pass when the test says so. */
function clock(): { tick: (seconds: number) => void; restore: () => void; running: () => number } {
  const [set, clear] = [globalThis.setInterval, globalThis.clearInterval];
  const works = new Map<object, () => void>();
  globalThis.setInterval = ((work: () => void) => {
    const timer = {};
    works.set(timer, work);
    return timer;
  }) as typeof setInterval;
  globalThis.clearInterval = ((timer: object) => void works.delete(timer)) as typeof clearInterval;
  return {
    tick: (seconds) => {
      for (let i = 0; i < seconds; i++) for (const work of [...works.values()]) work();
    },
    restore: () => Object.assign(globalThis, { setInterval: set, clearInterval: clear }),
    running: () => works.size,
  };
}

describe('the watchdog', () => {
  let time: ReturnType<typeof clock>;
  let hangs: number[];
  let dog: Watchdog;
  beforeEach(() => {
    time = clock();
    hangs = [];
    dog = new Watchdog((seconds) => hangs.push(seconds));
  });
  afterEach(() => time.restore());

  it('tells of a hang once, when nothing was heard for as long as was allowed', () => {
    dog.watch(30);
    time.tick(29);
    assert.deepEqual(hangs, []);
    time.tick(100);
    assert.deepEqual(hangs, [30]);
    assert.equal(time.running(), 0);
  });

  it('counts anew from each sign of life, and no time while nothing is awaited', () => {
    dog.watch(30);
    for (let i = 0; i < 10; i++) {
      time.tick(29);
      dog.heard();
    }
    dog.rest();
    time.tick(1000);
    assert.deepEqual(hangs, []);
    dog.watch(30);
    time.tick(30);
    assert.deepEqual(hangs, [30]);
  });

  it('gives a longer text more time, also in the middle of the wait', () => {
    assert.equal(patienceFor(0), 30);
    assert.equal(patienceFor(5_000_000), 1030);
    dog.watch(patienceFor(0));
    time.tick(20);
    dog.watch(patienceFor(100_000));
    time.tick(29);
    assert.deepEqual(hangs, []);
    time.tick(1);
    assert.deepEqual(hangs, [50]);
  });

  it('takes no sleep of the machine for a hang: a look that comes hours late is one look', () => {
    dog.watch(30);
    time.tick(20);
    // A timer that was due while the machine slept comes once, not as often as it was missed.
    time.tick(1);
    dog.heard();
    time.tick(29);
    assert.deepEqual(hangs, []);
  });
});
