import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { requireBuilt, restitch, toGbk } from '../cli/command';
import { cleanPage, cutPage } from '../cli/pages';
import { zipOf } from './archives';

let home: string;
const at = (...parts: string[]): string => path.join(home, ...parts);

function put(file: string, content: string | Uint8Array): string {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), content);
  return at(file);
}

/** The files written, the memory left aside. */
function written(folder = at('out')): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.restitch-manifest'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

const record = (text: string, id: number): string => `{"id":${String(id)},"source":"甲报","text":${JSON.stringify(text)}}`;
const pageName = '01-石桥村的柿子红了.md';

describe('a batch', function () {
  this.timeout(180_000);
  before(requireBuilt);
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-batch-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  describe('reads', () => {
    it('packed pages and archives, each in its place', () => {
      put('in/a.txt.gz', gzipSync(cleanPage));
      put('in/b.zip', zipOf([{ name: '九月/1.txt', content: cleanPage }, { name: '九月/2.md.gz', content: gzipSync(cleanPage) }, { name: 'cover.jpg', content: 'x' }]));
      const { code, err } = restitch([at('in'), '--out', at('out')]);
      assert.equal(code, 0, err);
      assert.deepEqual(written(), [`a/${pageName}`, `b.zip/九月/1/${pageName}`, `b.zip/九月/2/${pageName}`]);
    });

    it('names in an archive that Windows packed in Chinese', () => {
      put('in/b.zip', zipOf([{ name: toGbk('九月/第一版.txt'), utf8: false, content: toGbk(cleanPage) }]));
      assert.equal(restitch([at('in'), '--out', at('out')]).code, 0);
      assert.deepEqual(written(), [`b.zip/九月/第一版/${pageName}`]);
    });

    it('a text a line, and keeps the rest of each line as it was', () => {
      put('in/c.jsonl.gz', gzipSync(`${record(cleanPage, 1)}\n\n{"simhash":12345678901234567890,"text":${JSON.stringify(cleanPage)}}`));
      assert.equal(restitch([at('in'), '--out', at('out'), '--format', 'json']).code, 0);
      assert.deepEqual(written(), ['c.jsonl']);
      const [first, second, ...rest] = readFileSync(at('out', 'c.jsonl'), 'utf8').split('\n');
      assert.deepEqual(rest, ['']);
      const whole = JSON.parse(first!) as { id: number; source: string; text: string; restitch: { format: string; articles: { title: string }[] } };
      assert.deepEqual([whole.id, whole.source, whole.text, whole.restitch.format, whole.restitch.articles[0]?.title], [1, '甲报', cleanPage, 'restitch/1', '石桥村的柿子红了']);
      assert.ok(second!.startsWith('{"simhash":12345678901234567890,"text":'));
    });

    it('the same on one thread and on three', () => {
      for (let i = 0; i < 12; i += 1) put(`in/${String(i)}.txt`, i % 2 === 0 ? cutPage : cleanPage);
      put('in/z.jsonl', Array.from({ length: 40 }, (_, i) => record(i % 3 === 0 ? cleanPage : cutPage, i)).join('\n'));
      const [one, three] = ['1', '3'].map((jobs) => restitch([at('in'), '--format', 'json', '--jobs', jobs]));
      assert.equal(one!.out.split('\n').length, 53);
      assert.deepEqual(one, three);
    });
  });

  describe('never stops', () => {
    it('for a bad input, and names all of them at the end', () => {
      put('in/0-bad.txt', Uint8Array.of(0, 1, 2, 3));
      put('in/1.txt', cleanPage);
      put('in/2-torn.txt.gz', gzipSync(cleanPage).subarray(0, 60));
      put('in/3-torn.zip', zipOf([{ name: 'a.txt', content: cleanPage }]).subarray(0, 100));
      put('in/4.jsonl', `nonsense\n${record(cleanPage, 1)}\n{"x":1}\n`);
      put('in/5.txt', cleanPage);
      const { code, err } = restitch([at('in'), '--out', at('out')]);
      assert.equal(code, 3);
      const named = ['0-bad.txt', '2-torn.txt.gz', '3-torn.zip', '4.jsonl:1', '4.jsonl:3'];
      for (const name of named) assert.ok(err.includes(`${at('in')}${path.sep}${name}: `), err);
      assert.ok(err.includes('5 inputs could not be read or written:'), err);
      assert.deepEqual(written(), [`1/${pageName}`, '4.jsonl', `5/${pageName}`]);
      const [first, second, third] = readFileSync(at('out', '4.jsonl'), 'utf8').trimEnd().split('\n');
      assert.equal(first, '{"error":{"code":"NotJson","message":"the line is not JSON"},"input":"nonsense"}');
      assert.ok(second!.startsWith('{"id":1,'));
      assert.ok(third!.startsWith('{"x":1,"error":{"code":"NoField"'));
    });

    it('for an archive that was made to do harm', () => {
      const bomb = Buffer.alloc(40 * 1024 * 1024, 0x20);
      put('in/evil.zip', zipOf([
        { name: '../../up.txt', content: cleanPage },
        { name: '/root.txt', content: cleanPage },
        { name: 'bomb.txt', content: bomb },
        { name: 'liar.txt', content: bomb, claims: 100 },
        { name: 'secret.txt', content: cleanPage, encrypted: true },
        { name: 'inner.zip', content: 'PK' },
        { name: 'good.txt', content: cleanPage },
      ]));
      const good = { name: 'good.txt', content: cleanPage };
      put('in/overlap.zip', zipOf([good, ...Array.from({ length: 50 }, () => ({ ...good, over: 0 }))]));
      const { code, err } = restitch([at('in'), '--out', at('out')]);
      assert.equal(code, 3);
      assert.ok(written().includes(`evil.zip/good/${pageName}`));
      assert.ok(written().every((file) => file.startsWith('evil.zip/good/') || file.startsWith('overlap.zip/good')), written().join());
      assert.ok(written().length < 25, 'entries on top of each other are read until they are more than the archive, not fifty times');
      assert.ok(err.includes('overlap.zip/good.txt: swells'), err);
      for (const words of ['up.txt: its path leads out', 'root.txt: its path leads out', 'bomb.txt: swells', 'liar.txt: ', 'secret.txt: is encrypted', 'inner.zip: is an archive']) assert.ok(err.includes(words), `${words}\n${err}`);
      assert.ok(!existsSync(at('up.txt')));
    });
  });

  describe('remembers', () => {
    const run = (...options: string[]): string => restitch([at('in'), '--out', at('out'), ...options]).err.trimEnd();

    it('what is done, and does only what is left or has changed', () => {
      put('in/1.txt', cleanPage);
      put('in/2.txt', cutPage);
      put('in/3.jsonl', record(cleanPage, 1));
      const files = written.bind(undefined, at('out'));
      assert.match(run(), /^3 pages, 4 files written to .*out$/u);
      const before = files().map((file) => statSync(at('out', file)).mtimeMs);
      assert.match(run(), /^0 pages, 0 files written to .*out, 3 pages unchanged$/u);
      assert.deepEqual(files().map((file) => statSync(at('out', file)).mtimeMs), before);
      put('in/2.txt', cleanPage);
      put('in/4.txt', cleanPage);
      assert.match(run(), /^2 pages, 2 files written to .*out, 2 pages unchanged$/u);
      // What the page gave before and no longer gives is gone: it would be taken for one of its articles.
      assert.deepEqual(files().filter((file) => file.startsWith('2/')), [`2/${pageName}`]);
    });

    it('by options and outputs, too', () => {
      put('in/1.txt', cleanPage);
      run();
      assert.match(run('--normalise'), /^1 page, 1 file written/u);
      assert.match(run('--normalise'), /, 1 page unchanged$/u);
      assert.match(run('--format', 'json'), /^1 page, 1 file written/u);
      assert.deepEqual(written(), [`1/${pageName}`, '1.json'].sort());
      rmSync(at('out', '1.json'));
      assert.match(run('--format', 'json'), /^1 page, 1 file written/u);
    });

    it('what was decided about a page', () => {
      put('in/1.txt', cleanPage);
      run();
      put('in/1.txt.restitch.json', JSON.stringify({ format: 'restitch-sidecar/1', items: [] }));
      assert.doesNotMatch(run(), /1 page unchanged$/u);
    });

    it('nothing of a line that was being written when the power went', () => {
      put('in/1.txt', cleanPage);
      put('in/2.txt', cleanPage);
      run();
      const manifest = at('out', '.restitch-manifest.jsonl');
      writeFileSync(manifest, readFileSync(manifest, 'utf8').slice(0, -30));
      assert.match(run(), /^1 page, 1 file written to .*out, 1 page unchanged$/u);
      assert.match(run(), /2 pages unchanged$/u);
    });

    it('nothing outside the output folder, whatever a manifest says', () => {
      put('in/1.txt', cleanPage);
      run();
      put('victim.txt', 'kept');
      const manifest = at('out', '.restitch-manifest.jsonl');
      const [head = '', line = ''] = readFileSync(manifest, 'utf8').split('\n');
      for (const file of ['../victim.txt', at('victim.txt'), 'a/../../victim.txt', '..\\victim.txt', './../victim.txt']) {
        writeFileSync(manifest, `${head}\n${JSON.stringify({ ...(JSON.parse(line) as object), key: '', files: [file] })}\n`);
        assert.match(run(), /^1 page/u);
        assert.equal(readFileSync(at('victim.txt'), 'utf8'), 'kept', file);
      }
    });

    it('does not write into a folder with a manifest of another kind', () => {
      put('in/1.txt', cleanPage);
      put('out/.restitch-manifest.jsonl', '{"format":"restitch-manifest/99"}\n');
      const { code, err } = restitch([at('in'), '--out', at('out')]);
      assert.equal(code, 3);
      assert.match(err, /cannot be written \(another manifest\)/u);
      assert.deepEqual(written(), []);
    });
  });

  it('stops at Ctrl+C with what it has, and goes on to the same result', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => record(i % 2 === 0 ? cutPage : cleanPage, i));
    put('in/all.jsonl', `${lines.join('\n')}\n`);
    for (let i = 0; i < 100; i += 1) put(`in/pages/${String(i).padStart(3, '0')}.txt`, i % 2 === 0 ? cutPage : cleanPage);
    const part = at('out', 'all.jsonl.part');
    const child = spawn(process.execPath, [path.resolve('dist/cli.cjs'), at('in'), '--out', at('out'), '--jobs', '1'], { stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
    while (!existsSync(part) || statSync(part).size === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    assert.equal(await ended, 'SIGINT');
    assert.match(err, /stopped; the same call again goes on from here/u);
    assert.ok(existsSync(part) && !existsSync(at('out', 'all.jsonl')));
    const kept = statSync(part).size;
    assert.ok(kept > 0);
    const second = restitch([at('in'), '--out', at('out')]);
    assert.equal(second.code, 1);
    assert.ok(!existsSync(part));
    restitch([at('in'), '--out', at('fresh')]);
    assert.deepEqual(written(), written(at('fresh')));
    for (const file of written()) assert.deepEqual(readFileSync(at('out', file)), readFileSync(at('fresh', file)), file);
  });
});
