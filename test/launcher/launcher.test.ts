// The launcher must not believe a run that did not reach its end. Each folder beside holds a suite that misbehaves in one way.
import assert from 'node:assert/strict';
import { hostPart, mochaPart, type PartResult } from '../../tools/lib/parts.mjs';
import { at } from '../../tools/lib/paths.mjs';

interface Expected {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly trouble?: RegExp;
}

const outcomes: Readonly<Record<string, Expected>> = {
  pass: { passed: 2, failed: 0, skipped: 1 },
  fail: { passed: 1, failed: 1, skipped: 0 },
  exit: { passed: 0, failed: 1, skipped: 0, trouble: /before its tests had all run/ },
  die: { passed: 0, failed: 1, skipped: 0, trouble: /before its tests had all run/ },
  throw: { passed: 0, failed: 1, skipped: 0, trouble: /before its tests had all run/ },
  hang: { passed: 0, failed: 1, skipped: 0, trouble: /did not end in its time/ },
};

function check(result: PartResult, expected: Expected): void {
  const { passed, failed, skipped, failures } = result;
  assert.deepEqual({ passed, failed, skipped }, { passed: expected.passed, failed: expected.failed, skipped: expected.skipped }, result.text);
  // What no test reported has no line of its own.
  assert.equal(failures?.length, expected.trouble ? 0 : expected.failed, result.text);
  if (expected.trouble) assert.match(result.trouble ?? '', expected.trouble, result.text);
  else assert.equal(result.trouble, undefined, result.text);
}

describe('launcher, tests in Node', function () {
  this.timeout(60_000);
  for (const name of ['pass', 'fail', 'exit', 'throw', 'hang']) {
    it(`sees what a suite named "${name}" does`, async () => {
      const limitSeconds = name === 'hang' ? 3 : 30;
      const result = await mochaPart(`launcher-node-${name}`, `out/test/launcher/node/${name}/*.test.js`, { limitSeconds, quiet: true });
      const expected = outcomes[name];
      assert.ok(expected);
      check(result, expected);
    });
  }
});

describe('launcher, tests in the extension host', function () {
  this.timeout(240_000);
  // That a good suite passes there, test/host/suite shows.
  const names = ['hang', 'exit', 'die', 'throw', 'fail'];
  const runs = new Map<string, Promise<PartResult>>();

  function start(name: string): Promise<PartResult> {
    // A suite that hangs takes all its time; the others only what a window needs to open on a busy machine.
    const limitSeconds = name === 'hang' ? 12 : 90;
    const run = hostPart(`launcher-host-${name}`, { suite: at('out/test/launcher/host', name), limitSeconds, quiet: true });
    runs.set(name, run);
    return run;
  }

  // Two at a time, because they spend much of it waiting.
  before(() => {
    const queue = [...names];
    const work = async (): Promise<void> => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) await start(name);
    };
    void work();
    void work();
  });

  for (const name of names) {
    it(`sees what a suite named "${name}" does`, async () => {
      while (!runs.has(name)) await new Promise((resolve) => setTimeout(resolve, 100));
      const result = await runs.get(name);
      const expected = outcomes[name];
      assert.ok(result && expected);
      check(result, expected);
    });
  }
});
