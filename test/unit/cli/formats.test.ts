import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formats } from '../../../src/core/index';
import { requireBuilt, restitch } from './command';
import { cleanPage, cutPage } from './pages';

let home: string;
const at = (...parts: string[]): string => path.join(home, ...parts);

function put(file: string, content: string): string {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), content);
  return at(file);
}

const files = (folder: string): string[] => readdirSync(folder).sort();

describe('restitch --format', function () {
  this.timeout(180_000);
  before(requireBuilt);
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-formats-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('keeps the writers out of the thread that analyses, which exports nothing', () => {
    for (const bundle of ['analysis-worker.node.js', 'analysis-worker.browser.js']) assert.ok(!readFileSync(path.join('dist', bundle), 'utf8').includes('NewsArticle'), bundle);
  });

  it('helps with each format by its name', () => {
    const { out } = restitch(['--help']);
    for (const { id } of formats) assert.ok(out.includes(id), id);
  });

  it('writes files for an article or for a page, as the format has it or as is asked', () => {
    const page = put('cut.txt', cutPage);
    for (const { id, extension, per } of formats) {
      restitch([page, '--format', id, '--out', at(id)]);
      const whole = [`cut.${extension}`];
      const single = [`01-河湾镇办起夜校.${extension}`, `02-渡口小学添了一艘课船.${extension}`];
      assert.deepEqual(files(at(id)), per === 'page' ? whole : single, id);
      const other = per === 'page' ? 'article' : 'page';
      restitch([page, '--format', id, '--out', at(`${id}-${other}`), '--per', other]);
      assert.deepEqual(files(at(`${id}-${other}`)), per === 'page' ? single : whole, id);
    }
  });

  it('prints what it writes, but for the mark that spreadsheets want in a file', () => {
    const page = put('cut.txt', cutPage);
    for (const { id, extension, binary } of formats) {
      if (binary) continue;
      restitch([page, '--format', id, '--out', at('out'), '--per', 'page', '--force']);
      const written = readFileSync(at('out', `cut.${extension}`), 'utf8');
      assert.equal(written.startsWith('\ufeff'), id === 'csv');
      assert.equal(written.replace(/^\ufeff/u, ''), restitch([page, '--format', id]).out, id);
    }
  });

  it('prints front matter when Markdown is asked for by name, and the bare articles when nothing is', () => {
    const page = put('cut.txt', cutPage);
    const bare = restitch([page]).out;
    const named = restitch([page, '--format', 'markdown']).out;
    assert.ok(bare.startsWith('## 河湾镇办起夜校\n'));
    assert.ok(named.startsWith('---\n') && named.endsWith(bare));
  });

  it('prints several pages so that they can be read: one table, values a line, texts apart', () => {
    const pages = [put('1.txt', cutPage), put('2.txt', cleanPage)];
    const table = restitch([...pages, '--format', 'csv']).out;
    assert.equal(table.split('\r\n').filter((line) => line.startsWith('line,article')).length, 1);
    assert.ok(table.includes(',1.txt\r\n') && table.includes(',2.txt\r\n'));
    for (const id of ['json', 'ninjs', 'jsonld', 'annotations']) {
      const lines = restitch([...pages, '--format', id]).out.split('\n');
      assert.equal(lines.length, 3, id);
      for (const line of lines.slice(0, 2)) JSON.parse(line);
    }
    const marked = restitch([...pages, '--format', 'markdown']).out;
    assert.equal(marked.split('\n---\n').length, 4);
  });

  it('refuses to print files one behind the other', () => {
    const pages = [put('1.txt', cutPage), put('2.txt', cleanPage)];
    for (const id of ['docx', 'epub', 'html']) {
      const { code, out, err } = restitch([...pages, '--format', id]);
      assert.deepEqual([code, out], [2, ''], id);
      assert.match(err, /--out/u);
    }
  });

  it('sends a Word document through a pipe, byte by byte', () => {
    const page = put('clean.txt', cleanPage);
    const { stdout } = spawnSync(process.execPath, ['dist/cli.cjs', page, '--format', 'docx']);
    restitch([page, '--format', 'docx', '--per', 'page', '--out', at('out')]);
    assert.deepEqual(stdout, readFileSync(at('out', 'clean.docx')));
  });

  it('writes over nothing without --force: the file is kept, nothing of its page is written, code 3', () => {
    const page = put('cut.txt', cutPage);
    const second = put('out/02-渡口小学添了一艘课船.md', '我自己的笔记\n');
    const { code, err } = restitch([page, '--out', at('out')]);
    assert.equal(code, 3);
    assert.match(err, /02-渡口小学添了一艘课船\.md: not written.*--force/u);
    assert.equal(readFileSync(second, 'utf8'), '我自己的笔记\n');
    assert.deepEqual(files(at('out')), ['02-渡口小学添了一艘课船.md']);
    assert.equal(restitch([page, '--out', at('out'), '--force']).code, 1);
    assert.ok(readFileSync(second, 'utf8').includes('渡口小学'));
    // What is there already just so needs no word.
    assert.equal(restitch([page, '--out', at('out')]).code, 1);
    assert.deepEqual(files(at('out')).filter((name) => name.endsWith('.tmp')), []);
  });

  it('refuses --normalise where the places of the dump are the matter, and --per without a folder', () => {
    const page = put('cut.txt', cutPage);
    for (const id of ['json', 'annotations', 'csv']) assert.equal(restitch([page, '--normalise', '--format', id]).code, 2);
    assert.equal(restitch([page, '--per', 'page']).code, 2);
    const [line = ''] = restitch([page, '--normalise', '--format', 'jsonl']).out.split('\n');
    const { paragraphs: [first] } = JSON.parse(line) as { paragraphs: { spans: [number, number][]; text: string }[] };
    assert.ok(first?.text.startsWith('入秋以来，河湾镇'));
    assert.ok(cutPage.slice(...first!.spans[0]!).startsWith('入秋以来,河湾镇'));
  });
});
