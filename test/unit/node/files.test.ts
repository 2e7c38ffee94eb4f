import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileError } from '../../../src/node/fileError';
import { findInputs, largestFile, readBytes, type Input } from '../../../src/node/files';
import { createNamer, fileNameOf } from '../../../src/node/names';
import { readModel } from '../../../src/node/model';
import { createGuard, writeWhole } from '../../../src/node/write';

let home: string;
const at = (...parts: string[]): string => path.join(home, ...parts);

function put(file: string, text = '一'): string {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
  return at(file);
}

async function all(paths: readonly string[], except?: string): Promise<(Input | FileError)[]> {
  const found: (Input | FileError)[] = [];
  for await (const input of findInputs(paths, except)) found.push(input);
  return found;
}

const namesIn = (found: readonly (Input | FileError)[]): string[] =>
  found.map((input) => (input instanceof FileError ? input.problem.code : input.name));

async function problemOf(work: Promise<unknown> | (() => unknown)): Promise<FileError> {
  const error = await (typeof work === 'function' ? Promise.resolve().then(work) : work).then(() => undefined, (reason: unknown) => reason);
  assert.ok(error instanceof FileError, String(error));
  return error;
}

describe('files', () => {
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-files-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  describe('finding inputs', () => {
    it('takes a file whatever its ending, and standard input', async () => {
      assert.deepEqual(await all([put('page.dump'), '-']), [
        { path: at('page.dump'), name: 'page.dump' },
        { path: '-', name: 'stdin' },
      ]);
    });

    it('searches a folder to the bottom, in one order, for dumps only', async () => {
      for (const file of ['b.txt', 'a/2.md', 'a/10.TXT', 'a/note.pdf', '.git/c.txt', '乙.txt', 'C.txt']) put(file);
      assert.deepEqual(namesIn(await all([home])), ['C.txt', 'a/10.TXT', 'a/2.md', 'b.txt', '乙.txt']);
    });

    it('follows no link to a folder, but links to files', async () => {
      put('a/1.txt');
      symlinkSync(home, at('a', 'round.txt'));
      symlinkSync(at('a', '1.txt'), at('a', '2.txt'));
      assert.deepEqual(namesIn(await all([home])), ['a/1.txt', 'a/2.txt']);
    });

    it('leaves out the folder that is written', async () => {
      put('1.txt');
      put('out/2.md');
      assert.deepEqual(namesIn(await all([home], at('out'))), ['1.txt']);
    });

    it('says what is not there and goes on', async () => {
      mkdirSync(at('empty'));
      put('1.txt');
      const found = await all([at('none.txt'), at('empty'), at('1.txt', 'below'), at('1.txt')]);
      assert.deepEqual(namesIn(found), ['NotFound', 'NoDumps', 'Unreadable', '1.txt']);
      assert.ok(found[0] instanceof FileError && found[0].cause instanceof Error);
    });
  });

  describe('reading', () => {
    it('gives all bytes', async () => {
      assert.equal(Buffer.from(await readBytes({ path: put('1.txt', '一\r\n二') })).toString(), '一\r\n二');
      assert.equal((await readBytes({ path: put('2.txt', '') })).length, 0);
    });

    it('types what goes wrong', async () => {
      assert.deepEqual((await problemOf(readBytes({ path: at('gone.txt') }))).problem, { code: 'NotFound' });
      assert.deepEqual((await problemOf(readBytes({ path: home }))).problem, { code: 'Unreadable', reason: 'EISDIR' });
      symlinkSync(at('loop.txt'), at('loop.txt'));
      assert.deepEqual((await problemOf(readBytes({ path: at('loop.txt') }))).problem, { code: 'Unreadable', reason: 'ELOOP' });
    });

    it('reports a file it has no right to read', async function () {
      // Windows has other rights.
      if (process.platform === 'win32') this.skip();
      chmodSync(home, 0o755);
      chmodSync(put('secret.txt'), 0);
      // Root may read everything: for this one reading it is nobody.
      const root = process.geteuid?.() === 0;
      if (root) process.seteuid?.(65_534);
      try {
        assert.deepEqual((await problemOf(readBytes({ path: at('secret.txt') }))).problem, { code: 'Unreadable', reason: 'EACCES' });
      } finally {
        if (root) process.seteuid?.(0);
      }
    });

    it('stops at a file without end', async function () {
      if (!existsSync('/dev/zero')) this.skip();
      this.timeout(20_000);
      assert.deepEqual((await problemOf(readBytes({ path: '/dev/zero' }))).problem, { code: 'TooLarge', limit: largestFile });
    });
  });

  describe('writing', () => {
    it('makes the folders and leaves no neighbour behind', () => {
      writeWhole(at('a', 'b', '1.md'), '一');
      writeWhole(at('a', 'b', '1.md'), '二');
      assert.equal(readFileSync(at('a', 'b', '1.md'), 'utf8'), '二');
      assert.deepEqual(readdirSync(at('a', 'b')), ['1.md']);
    });

    it('leaves what was there when it cannot write', async () => {
      mkdirSync(at('1.md', 'full'), { recursive: true });
      assert.equal((await problemOf(() => writeWhole(at('1.md'), '一'))).problem.code, 'Unwritable');
      assert.deepEqual(readdirSync(home), ['1.md']);
      assert.equal((await problemOf(() => writeWhole(path.join(put('file'), 'x.md'), '一'))).problem.code, 'Unwritable');
    });

    it('refuses half a character', async () => {
      assert.equal((await problemOf(() => writeWhole(at('1.md'), '一\ud83d'))).problem.code, 'Unwritable');
      assert.deepEqual(readdirSync(home), []);
    });

    it('keeps away from the inputs, whatever name leads to them', async () => {
      put('in/1.txt');
      put('2.txt');
      symlinkSync(at('2.txt'), at('link.txt'));
      const guard = await createGuard([at('in')], home);
      guard.protect(at('2.txt'));
      for (const file of [at('2.txt'), at('link.txt'), at('in', '1.txt'), at('in', 'new.txt')]) {
        assert.equal((await problemOf(() => guard.check(file))).problem.code, 'WouldOverwriteInput', file);
      }
      guard.check(at('3.txt'));
      // an output folder inside the input folder is no input
      const inner = await createGuard([home], at('out'));
      inner.check(at('out', '1.md'));
    });
  });

  describe('names', () => {
    it('keeps Chinese and replaces what a file system reserves', () => {
      assert.equal(fileNameOf('河湾镇“夜校”开学 人人来'), '河湾镇“夜校”开学 人人来');
      assert.equal(fileNameOf('a/b\\c:d*e?f"g<h>i|j'), 'a_b_c_d_e_f_g_h_i_j');
      assert.equal(fileNameOf('../../etc/passwd'), '_.._etc_passwd');
      assert.equal(fileNameOf('一\u0000二\u202e三\n四\u3000五\ud800'), '一二三 四 五');
    });

    it('is never empty, nor a name that a system keeps for itself', () => {
      for (const title of ['', ' ', '.', '..', '...', '\u0000', '\u3000']) assert.equal(fileNameOf(title), 'untitled', JSON.stringify(title));
      assert.equal(fileNameOf('NUL'), '_NUL');
      assert.equal(fileNameOf('con.txt'), '_con.txt');
      assert.equal(fileNameOf('完。. .'), '完。');
    });

    it('is cut between characters, counted in bytes', () => {
      assert.equal(fileNameOf('版'.repeat(100)), '版'.repeat(40));
      assert.equal(fileNameOf('😀'.repeat(10), 9), '😀😀');
    });

    it('is the same on every system: devices, dashes, directions, composition', () => {
      for (const title of ['CON', 'com1', 'LPT9.', 'COM¹', 'aux .txt', 'CONIN$', 'clock$']) assert.ok(fileNameOf(title).startsWith('_'), title);
      assert.equal(fileNameOf('-rf 河湾'), '_-rf 河湾');
      assert.equal(fileNameOf('\u200f\u202e右起\u2066'), '右起');
      assert.equal(fileNameOf('e\u0301'), 'é');
      assert.equal(fileNameOf('/../../河湾/./'), '_.._.._河湾_._');
      for (const title of ['版'.repeat(300), '. '.repeat(300), 'a.'.repeat(300), '\u202e'.repeat(300)]) {
        const name = fileNameOf(title);
        assert.ok(Buffer.byteLength(name) <= 121 && name !== '' && !/[. ]$/u.test(name), name);
      }
    });

    it('gives each name once, however its characters are cased, composed or wide', () => {
      const unique = createNamer();
      assert.deepEqual(['Straße', 'STRASSE', 'e\u0301t\u00e9', '\u00e9te\u0301', 'ＡＢ', 'ab', 'ſ', 's'].map(unique), ['Straße', 'STRASSE-2', 'e\u0301t\u00e9', '\u00e9te\u0301-2', 'ＡＢ', 'ab-2', 'ſ', 's-2']);
    });

    it('gives each name once', () => {
      const unique = createNamer();
      assert.deepEqual(['a', 'A', 'a-2', 'b', 'a'].map(unique), ['a', 'A-2', 'a-2-2', 'b', 'a-3']);
    });
  });

  describe('the model', () => {
    it('is found beside the program first', async () => {
      put('dist/seam.ngram', 'model');
      assert.equal(Buffer.from(await readModel(at('dist'))).toString(), 'model');
    });

    it('is found in the sources from a bundle below the checkout', async () => {
      put('src/core/stitch/model/seam.ngram', 'model');
      mkdirSync(at('out/test/unit'), { recursive: true });
      assert.equal(Buffer.from(await readModel(at('out/test/unit'))).toString(), 'model');
    });

    it('is missed with a typed error', async () => {
      assert.equal((await problemOf(readModel(home))).problem.code, 'NotFound');
    });
  });
});
