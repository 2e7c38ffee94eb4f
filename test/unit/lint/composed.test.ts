import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyse } from 'scslre';

/** Loads the product's core and prints each expression that it composes of parts while it loads. */
const recorder = `
  const found = [];
  globalThis.RegExp = new Proxy(RegExp, {
    construct(plain, [source, flags], made) {
      if (typeof source === 'string') found.push({ source, flags: flags ?? '' });
      return Reflect.construct(plain, [source, flags], made);
    },
  });
  await import(process.argv[1]);
  console.log(JSON.stringify(found));
`;

function composed(): readonly { readonly source: string; readonly flags: string }[] {
  const core = pathToFileURL(path.resolve('dist/lib/core.mjs')).href;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', recorder, core], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as ReturnType<typeof composed>;
}

/** Lint reads the literals (eslint.config.mjs); these are put together of word lists, so they have to be run to be seen. */
describe('expressions composed at run time', function () {
  this.timeout(60_000);

  it('take time that grows with the length of the text alone', () => {
    const all = composed();
    assert.ok(all.length >= 7, `only ${all.length} expressions were seen`);
    const slow = all.flatMap(({ source, flags }) => {
      const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true }, assumeRejectingSuffix: false });
      return reports.map(({ type, character }) => `${type}: /${source}/${flags} on ${JSON.stringify(character.pick)}`);
    });
    assert.deepEqual(slow, []);
  });
});
