import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Analysis } from '../../../src/core/index';
import { requireBuilt, restitch, toGbk, type Call } from './command';
import { cleanPage, cutPage } from './pages';

/** The user without rights. */
const nobody = 65_534;
let home: string;
const at = (name: string): string => path.join(home, name);

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

/** One clear line on standard error, nothing on standard output, nothing written, code 3. */
function assertRefused(file: string, why: RegExp, args: readonly string[] = [], call: Call = {}): void {
  const { code, out, err } = restitch([file, '--out', at('out'), '--quiet', ...args], call);
  assert.equal(code, 3);
  assert.equal(out, '');
  assert.ok(!existsSync(at('out')));
  const [line, ...more] = err.split('\n');
  assert.deepEqual(more, ['']);
  assert.ok(line!.startsWith(`${file}: `), line);
  assert.match(line!, why);
}

/** A result, in which no character of the file is lost: the spans of the analysis cover all that is not white. */
function assertAnalysed(file: string, text: string): void {
  const { code, out } = restitch([file, '--format', 'json', '--quiet']);
  assert.ok(code === 0 || code === 1, String(code));
  const analysis = JSON.parse(out) as Analysis;
  assert.equal(analysis.source.length, text.length);
  const spans = [
    ...analysis.furniture,
    ...analysis.articles.flatMap((article) => [
      ...article.headline,
      ...article.byline,
      ...article.credit,
      ...article.standingHead,
      ...article.paragraphs.flatMap((paragraph) => paragraph.spans),
    ]),
  ];
  let done = 0;
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    assert.ok(start >= done, `the span [${start}, ${end}) overlaps another`);
    assert.equal(text.slice(done, start).trim(), '');
    done = end;
  }
  assert.equal(text.slice(done).trim(), '');
}

describe('restitch, given bad input', function () {
  this.timeout(120_000);
  before(requireBuilt);
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-bad-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  describe('that cannot be read', () => {
    it('refuses a file that is not there, or has vanished', () => assertRefused(at('none.txt'), /no such file/u));

    it('refuses a link to itself', () => {
      symlinkSync(at('loop.txt'), at('loop.txt'));
      assertRefused(at('loop.txt'), /cannot be read \(ELOOP\)/u);
    });

    it('refuses a file it has no right to read', function () {
      // Windows has other rights. Root may read everything, so there the command runs as nobody, if nobody may run it.
      const call: Call = process.getuid?.() === 0 ? { uid: nobody } : {};
      if (process.platform === 'win32' || restitch(['--version'], call).code !== 0) this.skip();
      chmodSync(home, 0o755);
      chmodSync(put('secret.txt', cleanPage), 0);
      assertRefused(at('secret.txt'), /cannot be read \(EACCES\)/u, [], call);
    });

    it('refuses an empty folder', () => assertRefused(home, /no \.txt, \.md, /u));
  });

  describe('that is no text', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);

    it('refuses a picture', () => assertRefused(put('page.txt', picture), /not a text file \(byte 8\)/u));
    it('refuses a picture in any encoding', () => assertRefused(put('page.txt', picture), /not valid gb18030|not a text file/u, ['--encoding', 'gbk']));
    it('refuses a program', () => assertRefused(put('page.txt', readFileSync(process.execPath).subarray(0, 100_000)), /not a text file/u));
    it('refuses text with a NUL', () => assertRefused(put('page.txt', `${cleanPage}\0`), /not a text file/u));
  });

  describe('that cannot be decoded', () => {
    it('refuses UTF-8 that is cut off', () => {
      const whole = Buffer.from(cutPage.trimEnd());
      assertRefused(put('page.txt', whole.subarray(0, -1)), new RegExp(`byte ${whole.length - 3} is not valid utf-8`, 'u'));
    });

    it('refuses half a character in UTF-16', () => {
      for (const text of [`\ufeff${cleanPage}\ud83d`, `\ufeff\ude00${cleanPage}`, `\ufeff河\ud83d湾`]) {
        assertRefused(put('page.txt', Buffer.from(text, 'utf16le')), /byte \d+ is not valid utf-16le/u);
      }
      assertRefused(put('page.txt', Buffer.from(`\ufeff${cleanPage}`, 'utf16le').subarray(0, -1)), /not valid utf-16le/u);
    });

    it('refuses half a character in UTF-8', () => {
      const bytes = Buffer.concat([Buffer.from(cleanPage), Uint8Array.of(0xed, 0xa0, 0xbd)]);
      assertRefused(put('page.txt', bytes), /not valid utf-8/u);
    });

    it('refuses an encoding that it does not know', () => {
      assertRefused(put('page.txt', Buffer.from('Él señaló que mañana vendrán más niños.', 'latin1')), /--encoding/u);
    });

    it('refuses the wrong encoding, when one was asked for', () => {
      assertRefused(put('page.txt', toGbk(cleanPage)), /not valid utf-8/u, ['--encoding', 'utf-8']);
      assertRefused(put('page.txt', `\ufeff${cleanPage}`), /byte order mark says utf-8/u, ['--encoding', 'gb18030']);
    });
  });

  describe('that is odd', () => {
    for (const [what, text] of [
      ['an empty file', ''],
      ['white space only', ' \r\n\t\u3000\n\n'],
      ['mixed line ends', cutPage.replace(/\n\n/gu, '\r\n\r').replace('。\n', '。\r\n')],
      ['old line ends', cutPage.replace(/\n/gu, '\r')],
      ['Unicode line ends', cutPage.replace(/\n\n/gu, '\u2028\u2029')],
      ['no headline', cutPage.replace(/^##.*$/gmu, '')],
      ['headlines only', '## 河湾镇办起夜校\n\n## 渡口小学添了一艘课船\n\n## 石桥村的柿子红了\n'],
      ['quotes that are never closed', cutPage.replace(/[”）]/gu, '').replace(/,/gu, ',“')],
      ['quotes that were never opened', cutPage.replace(/[“（]/gu, '').replace(/,/gu, ',”')],
      ['rare characters', cutPage.replace(/河/gu, '𠮷').replace(/灯/gu, '😀')],
      ['control characters', `\f${cutPage}\u001a\u0007`],
      ['marks for the direction of writing', cutPage.replace(/,/gu, ',\u202e\u200b')],
      ['the replacement character', cutPage.replace(/的/gu, '\ufffd')],
    ] as const) {
      it(`analyses ${what}, and loses nothing`, () => assertAnalysed(put('page.txt', text), text));
    }

    it('gives nothing for an empty file, and code 0', () => {
      assert.deepEqual(restitch([put('page.txt', '')]), { code: 0, out: '', err: '' });
      assert.deepEqual(restitch(['-'], { input: '\ufeff' }), { code: 0, out: '', err: '' });
    });

    it('analyses fifty megabytes on one line', function () {
      this.timeout(120_000);
      const sentence = '夜校的灯一直亮到九点,“来听课的人”陆续回家。';
      const text = sentence.repeat(Math.ceil(50_000_000 / Buffer.byteLength(sentence)));
      assertAnalysed(put('page.txt', text), text);
    });
  });
});
