// The VSIX of every target, by what is in it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { at } from '../../tools/lib/paths.mjs';
import { currentTarget, targets } from '../../tools/packaging/targets.mjs';
import { elf, mach, pe, universal } from '../unit/packaging/nativeFiles';

function make(...args: string[]): { status: number | null; files: string[]; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('tools/package.mjs'), ...args], { encoding: 'utf8', cwd: at() });
  return { status, files: stdout.trim().split('\n').filter((line) => line !== ''), said: stderr };
}

const contents = (vsix: string): Map<string, Uint8Array> => new Map(Object.entries(unzipSync(readFileSync(vsix))));
const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('the packages of a release', function () {
  this.timeout(240_000);
  const others = targets.filter((target) => target !== currentTarget() && target !== 'web');
  const other = others[0] ?? '';
  const nativeBuilt = existsSync(at('node_modules/nodejieba/build/Release/nodejieba.node'));
  let made: Map<string, string>;

  before(() => {
    const wanted = [currentTarget(), ...others, 'web'];
    const { status, files, said } = make(...wanted.flatMap((target) => ['--target', target]));
    assert.equal(status, 0, said);
    made = new Map(wanted.map((target, index) => [target, files[index] ?? '']));
  });

  const packageOf = (target: string): Map<string, Uint8Array> => contents(made.get(target) ?? '');
  const manifestOf = (target: string): Record<string, unknown> => JSON.parse(strFromU8(packageOf(target).get('extension/package.json') ?? new Uint8Array())) as Record<string, unknown>;

  it('are there for every platform and the browser', () => {
    assert.deepEqual([...targets].sort(), ['alpine-arm64', 'alpine-x64', 'darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'web', 'win32-arm64', 'win32-x64']);
    for (const [target, vsix] of made) assert.match(strFromU8(contents(vsix).get('extension.vsixmanifest') ?? new Uint8Array()), new RegExp(`TargetPlatform="${target}"`));
  });

  it('hold nodejieba where it was built for them, and no other platform\'s', () => {
    assert.equal(packageOf(currentTarget()).has('extension/node_modules/nodejieba/build/Release/nodejieba.node'), nativeBuilt);
    for (const target of [...others, 'web']) {
      assert.deepEqual([...packageOf(target).keys()].filter((name) => name.includes('node_modules') || name.endsWith('.node')), [], target);
      assert.equal(manifestOf(target)['optionalDependencies'], undefined);
    }
  });

  it('hold what their VS Code runs and nothing else', () => {
    assert.equal(manifestOf('web')['main'], undefined);
    assert.equal(manifestOf('web')['browser'], './dist/extension.browser.js');
    assert.ok(packageOf('web').has('extension/dist/extension.browser.js') && !packageOf('web').has('extension/dist/extension.node.js'));
    for (const target of [currentTarget(), ...others]) {
      assert.equal(manifestOf(target)['main'], './dist/extension.node.js', target);
      assert.equal(manifestOf(target)['browser'], undefined, target);
      assert.ok(packageOf(target).has('extension/dist/extension.node.js') && !packageOf(target).has('extension/dist/extension.browser.js'), target);
    }
    for (const target of made.keys()) assert.deepEqual(['scripts', 'devDependencies'].filter((member) => member in manifestOf(target)), []);
  });

  it('name the licence of everything that is not ours', () => {
    for (const target of made.keys()) {
      const licences = strFromU8(packageOf(target).get('extension/dist/LICENSES.txt') ?? new Uint8Array());
      for (const one of ['fflate', '@noble/hashes', 'tinypool', 'commander', 'nodejieba', 'cppjieba']) assert.match(licences, new RegExp(`^${one}.*MIT`, 'm'));
    }
  });

  it('reach for no network and run no text as code', () => {
    for (const [target, vsix] of made) {
      for (const [name, bytes] of contents(vsix)) {
        if (!name.startsWith('extension/dist/') || !name.endsWith('.js')) continue;
        const code = strFromU8(bytes);
        for (const forbidden of [/\beval\(/, /\bnew Function\b/, /\bXMLHttpRequest\b/, /\bWebSocket\b/, /\bsendBeacon\b/, /\bfetch\(/, /require\("(?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector)(?:\/promises)?"\)/]) {
          assert.doesNotMatch(code, forbidden, `${target}: ${name}`);
        }
      }
    }
  });

  it('are the same bytes when they are made again', () => {
    // One of each kind: with nodejieba, without it, in the browser.
    const again = [currentTarget(), other, 'web'];
    const before = again.map((target) => digest(made.get(target) ?? ''));
    const { status, files, said } = make(...again.flatMap((target) => ['--target', target]));
    assert.equal(status, 0, said);
    assert.deepEqual(files.map(digest), before);
  });

  it('hold the native file that was built for them elsewhere, with all that it reads', () => {
    const built: readonly (readonly [target: string, file: Buffer])[] = [
      ['win32-x64', pe(0x8664)],
      ['win32-arm64', pe(0xaa64)],
      ['darwin-x64', mach(0x01000007)],
      ['darwin-arm64', universal(0x01000007, 0x0100000c)],
      ['linux-arm64', elf(0xb7, 'libc.so.6')],
      ['alpine-x64', elf(0x3e, 'libc.musl-x86_64.so.1')],
      ['alpine-arm64', elf(0xb7, 'libc.musl-aarch64.so.1')],
    ];
    const folder = mkdtempSync(path.join(tmpdir(), 'restitch-native-'));
    try {
      for (const [target, file] of built.filter(([one]) => one !== currentTarget())) {
        const native = path.join(folder, `${target}.node`);
        writeFileSync(native, file);
        const { status, files, said } = make('--target', target, '--require-native', '--native', native);
        assert.equal(status, 0, said);
        const inside = contents(files[0] ?? '');
        // Nobody may take it for one to be installed: its native file is a header and zeros.
        rmSync(files[0] ?? '');
        assert.deepEqual(Buffer.from(inside.get('extension/node_modules/nodejieba/build/Release/nodejieba.node') ?? []), file, target);
        for (const read of ['node_modules/nodejieba/index.js', 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8', 'dist/idf.utf8']) assert.ok(inside.has(`extension/${read}`), `${target}: ${read}`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are refused with another platform\'s native file, with none that was asked for, and for no platform', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'restitch-native-'));
    try {
      const file = path.join(folder, 'nodejieba.node');
      writeFileSync(file, 'no native file at all');
      const strange = make('--target', other, '--native', file);
      assert.notEqual(strange.status, 0);
      assert.match(strange.said, /no native file that is known/);
      const without = make('--target', other, '--require-native');
      assert.notEqual(without.status, 0);
      assert.match(without.said, /no nodejieba built for/);
      const nowhere = make('--target', 'amiga-m68k');
      assert.notEqual(nowhere.status, 0);
      assert.match(nowhere.said, /there is no target amiga-m68k/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
