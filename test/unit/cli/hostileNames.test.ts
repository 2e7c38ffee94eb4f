import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { requireBuilt, restitch } from './command';
import { cutPage } from './pages';

/** Names that POSIX systems allow and a terminal or an output would obey. */
const names = ['\u001b[31m红\u001b]0;甲\u0007.txt', '甲\n乙: cleared.txt', '甲\r乙.txt', '\u202e甲.txt', '甲\u009b2J.txt', '--->-><script>.txt', '甲--!><b>.txt', '-rf.txt', '$(甲).txt'];

let home: string;

describe('the command and names of files that mean harm', function () {
  this.timeout(180_000);
  before(function () {
    requireBuilt();
    // NTFS allows none of these names.
    if (process.platform === 'win32') this.skip();
    home = mkdtempSync(path.join(tmpdir(), 'restitch-names-'));
    mkdirSync(path.join(home, 'in'));
    for (const name of names) writeFileSync(path.join(home, 'in', name), cutPage);
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it('says a name on one line, with nothing that a terminal obeys', () => {
    for (const name of names) {
      const { code, err } = restitch([path.join(home, 'missing', name)]);
      assert.equal(code, 3);
      assert.match(err, /^[^\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+\n$/u, name);
    }
  });

  it('prints names in comments that end where they should', () => {
    const { out } = restitch([path.join(home, 'in'), '--quiet']);
    assert.ok(!/[\u001b\u009b\u202e\r]/u.test(out));
    const html = new MarkdownIt({ html: true }).render(out);
    assert.equal(html.match(/<!--[\s\S]*?--!?>/gu)?.length, names.length);
    assert.ok(!/<script|<b>/u.test(html.replace(/<!-- [^<>]* -->/gu, '')));
  });

  it('writes files that stay in their folder and have names that every system allows', () => {
    const out = path.join(home, 'out');
    assert.notEqual(restitch([path.join(home, 'in'), '--out', out, '--format', 'html', '--quiet']).code, 3);
    const written = readdirSync(out, { recursive: true, encoding: 'utf8' }).flatMap((name) => name.split(path.sep));
    assert.ok(written.length > names.length);
    for (const name of written) assert.match(name, /^[^/\\:*?"<>|\p{Cc}\p{Cf}]+(?<![. ])$/u);
    assert.deepEqual(readdirSync(home).sort(), ['in', 'out']);
  });
});
