import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireBuilt, restitch } from '../cli/command';
import { zipOf } from './archives';

let home: string;
const at = (...parts: string[]): string => path.join(home, ...parts);

function put(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), content);
}

const written = (folder = at('out')): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.restitch-manifest'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();

const first = '入秋以来，河湾镇的夜校一到傍晚就亮起灯。木匠赵大江说，学会看图纸以后，河湾镇外头的活儿也';
const second = '敢接了。他把夜校的课本包了书皮，每晚温习一页，连徒弟也跟着来听课。';
const front = (day: number): string => `河湾日报 2031年9月${String(day)}日 第1版\n\n## 河湾镇办起夜校\n\n${first}\n\n（下转第2版）\n`;
const back = (day: number): string => `河湾日报 2031年9月${String(day)}日 第2版\n\n## 河湾镇办起夜校\n\n（上接第1版）${second}\n`;
const one = '01-河湾镇办起夜校.txt';

describe('a batch of issues', function () {
  this.timeout(180_000);
  before(requireBuilt);
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-issues-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));
  const run = (...more: string[]): { code: number | null; err: string; out: string } => restitch([at('in'), '--issues', '--out', at('out'), '--format', 'text', ...more]);

  it('writes an article that goes on on another page as one, each folder an issue', () => {
    put('in/2031/09/02/1.txt', front(2));
    put('in/2031/09/02/2.txt', back(2));
    put('in/2031/09/03/a.txt', front(3));
    const { code, err } = run();
    assert.equal(code, 1, err);
    assert.deepEqual(written(), [`2031/09/02/${one}`, `2031/09/03/${one}`]);
    assert.equal(readFileSync(at('out', '2031/09/02', one), 'utf8'), `河湾镇办起夜校\n\n${first}${second}\n`);
    // What leads nowhere stays.
    assert.equal(readFileSync(at('out', '2031/09/03', one), 'utf8'), `河湾镇办起夜校\n\n${first}\n\n（下转第2版）\n`);
    assert.match(err, /^3 pages, 2 files written/mu);
  });

  it('tells the days in one folder apart, by the names of the files or by their folios', () => {
    for (const day of [2, 3]) {
      put(`in/named/报-2031090${String(day)}-1.txt`, front(day));
      put(`in/named/报-2031090${String(day)}-2.txt`, back(day));
      put(`in/plain/${String(day)}-a.txt`, front(day));
      put(`in/plain/${String(day)}-b.txt`, back(day));
    }
    assert.equal(run().code, 1);
    assert.deepEqual(written(), [`named/2031-09-02/${one}`, `named/2031-09-03/${one}`, `plain/2031-09-02 河湾日报/${one}`, `plain/2031-09-03 河湾日报/${one}`]);
  });

  it('reads names as it is told to', () => {
    put('in/二日_头版.txt', '## 河湾镇办起夜校\n\n入秋以来，河湾镇的夜校一到傍晚就亮起灯，来听课的有木匠、有菜农。\n');
    put('in/d20310902p1.txt', front(2));
    put('in/d20310902p2.txt', back(2));
    run('--file-name', 'd{yyyy}{mm}{dd}p{page}');
    assert.deepEqual(written(), [`2031-09-02/${one}`, `in/${one}`]);
    const bad = run('--file-name', 'nothing');
    assert.equal(bad.code, 2);
    assert.match(bad.err, /It names \{paper\}/u);
  });

  it('of an archive as of a folder, and one file for all of it where that is wanted', () => {
    put('in/paper.zip', zipOf([{ name: '1.txt', content: front(2) }, { name: '2.txt', content: back(2) }]));
    assert.equal(run('--per', 'page').code, 1);
    assert.deepEqual(written(), ['paper.zip.txt']);
    assert.equal(readFileSync(at('out', 'paper.zip.txt'), 'utf8'), `河湾镇办起夜校\n\n${first}${second}\n`);
  });

  it('does again only what has changed, and never stops for a page that cannot be read', () => {
    put('in/a/1.txt', front(2));
    put('in/a/2.txt', back(2));
    put('in/b/1.txt', front(3));
    put('in/b/2.txt', Uint8Array.of(0, 1, 2, 3));
    const before = run();
    assert.equal(before.code, 3);
    assert.match(before.err, /b.2\.txt: /u);
    assert.deepEqual(written(), [`a/${one}`, `b/${one}`]);
    put('in/b/2.txt', back(3));
    assert.match(run().err, /^2 pages, 1 file written to .*, 2 pages unchanged$/mu);
    assert.equal(readFileSync(at('out', 'b', one), 'utf8'), `河湾镇办起夜校\n\n${first}${second}\n`);
    assert.match(run().err, /^0 pages, 0 files written to .*, 4 pages unchanged$/mu);
  });

  it('keeps what was made of a page that cannot be read any more, until it can', () => {
    const other = '02-渡口小学添了一艘课船.txt';
    put('in/a/1.txt', front(2));
    put('in/a/2.txt', `${back(2)}\n## 渡口小学添了一艘课船\n\n渡口小学的孩子每天要过河上学。今年9月，学校添了一艘能坐30人的课船。\n`);
    assert.equal(run().code, 1);
    assert.deepEqual(written(), [`a/${one}`, `a/${other}`]);
    put('in/a/2.txt', Uint8Array.of(0, 1, 2, 3));
    assert.equal(run().code, 3);
    assert.deepEqual(written(), [`a/${one}`, `a/${other}`]);
    put('in/a/2.txt', back(2));
    run();
    assert.deepEqual(written(), [`a/${one}`]);
  });

  it('prints issues one behind the other where no folder is named', () => {
    put('in/a/1.txt', front(2));
    put('in/a/2.txt', back(2));
    put('in/b/1.txt', back(3));
    const { out } = restitch([at('in'), '--issues', '--format', 'jsonl']);
    const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { source: { name: string; files: { name: string }[] }; parts: { page: string }[] });
    assert.deepEqual(lines.map(({ source, parts }) => [source.name, source.files.map(({ name }) => name), parts.map(({ page }) => page)]), [['a', ['a/1.txt', 'a/2.txt'], ['1', '2']], ['b', ['b/1.txt'], ['2']]]);
  });

  it('takes pages that are too many for one issue by themselves, and says so', () => {
    const filler = `## 课表\n\n${'河湾镇的夜校每晚开课，来听课的人坐得满满当当。\n\n'.repeat(500)}`;
    for (let i = 0; i < 3; i++) put(`in/${String(i)}.txt`, i === 0 ? front(2) : `${filler}${' '.repeat(9 * 1024 * 1024)}\n`);
    const { code, err } = run('--per', 'page', '--jobs', '1');
    assert.equal(code, 3);
    assert.match(err, /: 3 pages without a day in their names are more than an issue can have \(16 MB\)/u);
    assert.deepEqual(written(), ['0.txt', '1.txt', '2.txt']);
  });

  it('is refused where it can mean nothing', () => {
    put('in/1.txt', front(2));
    for (const [more, reason] of [[['--format', 'json'], /describes each dump as it is/u], [['--fix'], /prints each dump by itself/u]] as const) {
      const { code, err } = restitch([at('in'), '--issues', ...more]);
      assert.equal(code, 2);
      assert.match(err, reason);
    }
    assert.match(restitch([at('in'), '--file-name', '{page}']).err, /it wants --issues/u);
  });
});
