import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Analysis } from '../../../src/core/index';
import { requireBuilt, restitch, restitchIntoClosedPipe, toGbk } from './command';
import { cleanPage, cutPage } from './pages';

let home: string;
const at = (...parts: string[]): string => path.join(home, ...parts);

function put(file: string, content: string | Uint8Array): string {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), content);
  return at(file);
}

const parse = (text: string): Analysis => JSON.parse(text) as Analysis;
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

describe('restitch, the command', function () {
  this.timeout(120_000);
  before(requireBuilt);
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-cli-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  describe('called in the right and in the wrong way', () => {
    it('helps, with examples', () => {
      const { code, out, err } = restitch(['--help']);
      assert.equal(code, 0);
      assert.equal(err, '');
      for (const part of ['Usage: restitch', 'Examples:', 'restitch page.txt', '--out', '--encoding', '--lang', 'Exit codes']) {
        assert.ok(out.includes(part), part);
      }
    });

    it('tells its version', () => {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      assert.deepEqual(restitch(['--version']), { code: 0, out: `${version}\n`, err: '' });
    });

    for (const args of [
      [],
      ['--nonsense', 'x.txt'],
      ['--format', 'xml', 'x.txt'],
      ['--encoding', 'morse', 'x.txt'],
      ['--lang', 'fr', 'x.txt'],
      ['--out'],
      ['--out', '', 'x.txt'],
      [''],
      ['-', '-'],
      ['--restitch', '--format', 'json', 'x.txt'],
      ['--normalise', '--format', 'json', 'x.txt'],
    ]) {
      it(`refuses ${JSON.stringify(args)} with code 2`, () => {
        const { code, out, err } = restitch(args);
        assert.equal(code, 2);
        assert.equal(out, '');
        assert.match(err, /^error: /u);
      });
    }

    it('refuses a file, or the folder it reads, as the folder to write', () => {
      const page = put('in/a.txt', cleanPage);
      assert.equal(restitch([page, '--out', page]).code, 2);
      assert.equal(restitch([at('in'), '--out', at('in')]).code, 2);
      assert.deepEqual(readdirSync(at('in')), ['a.txt']);
    });
  });

  describe('JSON', () => {
    it('is one object of the format, with exit code 1 when findings remain', () => {
      const { code, out } = restitch([put('cut.txt', cutPage), '--format', 'json']);
      const analysis = parse(out);
      assert.equal(analysis.format, 'restitch/1');
      assert.deepEqual(analysis.source, { name: 'cut.txt', encoding: 'utf-8', length: cutPage.length });
      assert.deepEqual(analysis.articles.map((article) => article.title), ['河湾镇办起夜校', '渡口小学添了一艘课船']);
      assert.ok(analysis.findings.length > 0);
      assert.equal(code, 1);
    });

    it('has exit code 0 when nothing is left to decide', () => {
      const { code, out, err } = restitch([put('clean.txt', cleanPage), '--format', 'json']);
      assert.deepEqual(parse(out).findings, []);
      assert.equal(err, '');
      assert.equal(code, 0);
    });

    it('is the same whatever the language and time zone of the machine', () => {
      const page = put('cut.txt', cutPage);
      const one = restitch([page, '--format', 'json'], { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' } });
      const other = restitch([page, '--format', 'json'], { env: { LANG: 'C', LC_ALL: 'C', TZ: 'UTC' } });
      assert.deepEqual(one, other);
    });

    it('speaks Chinese when asked, with the same places', () => {
      const page = put('cut.txt', cutPage);
      const en = parse(restitch([page, '--format', 'json']).out);
      const zh = parse(restitch([page, '--format', 'json', '--lang', 'zh']).out);
      assert.deepEqual(zh.findings.map((finding) => [finding.code, finding.span]), en.findings.map((finding) => [finding.code, finding.span]));
      for (const { message } of zh.findings) assert.match(message, /\p{Script=Han}/u);
    });

    it('is the same from standard input, its name apart', () => {
      const file = parse(restitch([put('cut.txt', cutPage), '--format', 'json']).out);
      const piped = parse(restitch(['-', '--format', 'json'], { input: cutPage }).out);
      assert.deepEqual(piped, { ...file, source: { ...file.source, name: 'stdin' } });
    });

    it('is the same from every encoding, and offsets count from after the mark', () => {
      const plain = parse(restitch([put('page.txt', cutPage), '--format', 'json']).out);
      const wide = Buffer.from(`\ufeff${cutPage}`, 'utf16le');
      const cases: readonly [string, Uint8Array, string[]][] = [
        ['utf-8', Buffer.from(`\ufeff${cutPage}`), []],
        ['gb18030', toGbk(cutPage), []],
        ['gb18030', toGbk(cutPage), ['--encoding', 'gbk']],
        ['utf-16le', wide, []],
        ['utf-16le', wide.subarray(2), []],
        ['utf-16be', Buffer.from(wide).swap16(), ['--encoding', 'utf-16be']],
        ['utf-16be', Buffer.from(wide).swap16().subarray(2), []],
      ];
      for (const [encoding, bytes, args] of cases) {
        const { out } = restitch([put('page.txt', bytes), '--format', 'json', ...args]);
        assert.deepEqual(parse(out), { ...plain, source: { ...plain.source, encoding } }, `${encoding} ${args.join(' ')}`);
      }
    });

    it('stands on one line for each of several pages', () => {
      const pages = [put('1.txt', cutPage), put('2.txt', cleanPage)];
      const { code, out } = restitch([...pages, '--format', 'json']);
      assert.deepEqual(lines(out).map((line) => parse(line).source.name), ['1.txt', '2.txt']);
      assert.equal(code, 1);
    });

    it('has one article a line as JSON Lines, of one page or of several', () => {
      const pages = [put('1.txt', cutPage), put('2.txt', cleanPage)];
      const { out } = restitch([...pages, '--format', 'jsonl']);
      const articles = lines(out).map((line) => JSON.parse(line) as { source: { name: string }; title: string });
      assert.deepEqual(articles.map(({ source, title }) => [source.name, title]), [['1.txt', '河湾镇办起夜校'], ['1.txt', '渡口小学添了一艘课船'], ['2.txt', '石桥村的柿子红了']]);
      assert.ok(out.startsWith(restitch([pages[0]!, '--format', 'jsonl']).out));
    });
  });

  describe('Markdown', () => {
    it('has the clean articles', () => {
      const { code, out } = restitch([put('cut.txt', cutPage)]);
      assert.equal(code, 1);
      assert.ok(out.includes('送给每一个来听课的年轻人。'), 'the cut paragraph is joined');
      assert.ok(out.indexOf('河湾镇办起夜校') < out.indexOf('渡口小学添了一艘课船'));
      assert.ok(out.endsWith('\n'));
    });

    it('tells several pages apart', () => {
      const { out } = restitch([put('in/1.txt', cutPage), put('in/2.txt', cleanPage)]);
      assert.ok(out.startsWith('<!-- 1.txt -->\n\n'));
      assert.ok(out.includes('\n\n<!-- 2.txt -->\n\n'));
    });
  });

  describe('--normalise', () => {
    const cut = (): string => put('cut.txt', cutPage);

    it('prints the articles, and writes them, with full-width punctuation', () => {
      const { code, out } = restitch(['--normalise', cut()]);
      assert.equal(code, 1);
      assert.ok(out.includes('学校添了一艘能坐30人的课船，船上有书架'));
      restitch(['--normalise', cut(), '--out', at('out')]);
      assert.ok(readFileSync(at('out', '01-河湾镇办起夜校.md'), 'utf8').includes('入秋以来，河湾镇'));
    });

    it('changes the re-stitched dump once, and never without being asked', () => {
      const once = restitch(['--restitch', '--normalise', cut()]);
      assert.ok(once.out.includes('送给每一个来听课的年轻人。') && once.out.includes('入秋以来，河湾镇'));
      assert.equal(restitch(['--restitch', '--normalise', '-'], { input: once.out }).out, once.out);
      assert.ok(restitch(['--restitch', cut()]).out.includes('入秋以来,河湾镇'));
    });
  });

  describe('--restitch', () => {
    it('prints the dump with its cuts joined, and nothing more to do the second time', () => {
      const once = restitch(['--restitch', put('cut.txt', cutPage)]);
      assert.ok(once.out.includes('送给每一个来听课的年轻人。'));
      const twice = restitch(['--fix', '-'], { input: once.out });
      assert.equal(twice.out, once.out);
      assert.equal(twice.code, 0);
    });

    it('leaves a clean page as it is', () => {
      const crlf = cleanPage.replace(/\n/gu, '\r\n');
      assert.deepEqual(restitch(['--restitch', '--quiet', put('clean.txt', crlf)]), { code: 0, out: crlf, err: '' });
    });

    it('says on standard error that no character is lost', () => {
      assert.equal(restitch(['--restitch', '-'], { input: cleanPage }).err, 'stdin: 87 characters, all in place\n');
      assert.equal(restitch(['--fix', '-', '--lang', 'zh'], { input: cleanPage }).err, 'stdin: 87 字，一字不少\n');
    });
  });

  describe('--out', () => {
    it('writes one file an article and nothing on standard output', () => {
      const { code, out, err } = restitch([put('cut.txt', cutPage), '--out', at('out', 'deep')]);
      assert.equal(code, 1);
      assert.equal(out, '');
      assert.match(err, /1 page, 2 files/u);
      assert.deepEqual(readdirSync(at('out', 'deep')), ['01-河湾镇办起夜校.md', '02-渡口小学添了一艘课船.md']);
      assert.ok(readFileSync(at('out', 'deep', '01-河湾镇办起夜校.md'), 'utf8').includes('来听课的年轻人。'));
    });

    it('writes one JSON file a page, equal to what it prints', () => {
      const page = put('cut.txt', cutPage);
      const { err } = restitch([page, '--format', 'json', '--out', at('out'), '--quiet']);
      assert.equal(err, '');
      assert.deepEqual(readdirSync(at('out')), ['cut.json']);
      assert.equal(readFileSync(at('out', 'cut.json'), 'utf8'), restitch([page, '--format', 'json']).out);
    });

    it('gives each of several pages its place', () => {
      put('in/a/1.txt', cleanPage);
      put('in/b/1.txt', cleanPage);
      put('in/b/1.md', cleanPage);
      const { code } = restitch([at('in'), '--out', at('in', 'out')]);
      assert.equal(code, 0);
      const written = readdirSync(at('in', 'out'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).sort();
      assert.deepEqual(written, ['a/1/01-石桥村的柿子红了.md', 'b/1-2/01-石桥村的柿子红了.md', 'b/1/01-石桥村的柿子红了.md']);
      // its own output is no input the second time
      assert.equal(restitch([at('in'), '--out', at('in', 'out')]).code, 0);
      assert.deepEqual(readdirSync(at('in', 'out')).sort(), ['.restitch-manifest.jsonl', 'a', 'b']);
    });

    it('writes re-stitched dumps under their own names, never over themselves', () => {
      const page = put('in/cut.txt', cutPage);
      const refused = restitch([page, '--restitch', '--out', at('in')]);
      assert.equal(refused.code, 3);
      assert.match(refused.err, /overwrite an input/u);
      assert.equal(readFileSync(page, 'utf8'), cutPage);
      restitch([page, '--restitch', '--out', at('out')]);
      assert.ok(readFileSync(at('out', 'cut.txt'), 'utf8').includes('来听课的年轻人。'));
    });
  });

  describe('many inputs', () => {
    it('goes on after a bad one, with one line and code 3', () => {
      const good = put('good.txt', cleanPage);
      const { code, out, err } = restitch([put('bad.txt', 'a\0b'), good, at('none.txt'), '--format', 'json', '--quiet']);
      assert.equal(code, 3);
      assert.deepEqual(lines(out).map((line) => parse(line).source.name), ['good.txt']);
      assert.deepEqual(lines(err), [`${at('bad.txt')}: is not a text file (byte 1)`, `${at('none.txt')}: no such file or folder`]);
    });

    it('tells what is wrong in Chinese when asked', () => {
      const { code, err } = restitch([put('bad.txt', 'a\0b'), at('none.txt'), '--lang', 'zh']);
      assert.equal(code, 3);
      assert.deepEqual(lines(err), [`${at('bad.txt')}: 不是文本文件（第 1 字节）`, `${at('none.txt')}: 没有这个文件或文件夹`]);
    });

    it('reads a folder to its end, in order', () => {
      const names = Array.from({ length: 100 }, (_, number) => `${String(number).padStart(3, '0')}.txt`);
      for (const name of names) put(`in/${name}`, cleanPage);
      const { code, out } = restitch([at('in'), '--format', 'jsonl']);
      assert.equal(code, 0);
      assert.deepEqual(lines(out).map((line) => parse(line).source.name), names);
    });

    it('ends quietly when its reader goes away', async () => {
      for (let number = 0; number < 60; number += 1) put(`in/${number}.txt`, cutPage);
      const { code, err } = await restitchIntoClosedPipe([at('in'), '--format', 'json']);
      assert.equal(err, '');
      assert.ok(code === 0 || code === 1, String(code));
    });
  });

  it('writes nothing at all for a bad input', () => {
    const { code, out } = restitch([put('bad.txt', 'a\0b'), '--out', at('out')]);
    assert.equal(code, 3);
    assert.equal(out, '');
    assert.ok(!existsSync(at('out')));
  });
});
