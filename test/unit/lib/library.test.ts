import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

let home: string;

function run(file: string, args: readonly string[], cwd = home): string {
  const { status, stdout, stderr, error } = spawnSync(file, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (error) throw error;
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

/** The package as npm makes it, unpacked where a user would have it. */
describe('the npm package', function () {
  this.timeout(300_000);
  before(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'restitch-lib-'));
    const { buildTypes } = (await import(pathToFileURL(path.resolve('tools/build.mjs')).href)) as { buildTypes: (say: (line: string) => void) => Promise<void> };
    await buildTypes(() => undefined);
    const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], process.cwd())) as [{ filename: string }];
    mkdirSync(path.join(home, 'node_modules', 'restitch'), { recursive: true });
    run('tar', ['-xzf', filename, '-C', 'node_modules/restitch', '--strip-components', '1']);
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it('runs its example', () => {
    copyFileSync('examples/clean.mjs', path.join(home, 'clean.mjs'));
    const out = run(process.execPath, ['clean.mjs', path.resolve('samples/sample-page.txt')]);
    assert.match(out, /^清禾县12\.6万亩晚稻开镰/mu);
    assert.match(out, /^\d+ joined, /mu);
    assert.match(out, /^12 lines of JSON$/mu);
  });

  it('runs its example of a whole issue', () => {
    copyFileSync('examples/issue.mjs', path.join(home, 'issue.mjs'));
    const out = run(process.execPath, ['issue.mjs', path.resolve('samples/issue')]);
    assert.match(out, /^澜川日报 2024-09-27: pages 1, 2, 4, 5$/mu);
    assert.match(out, /^missing: 3$/mu);
    assert.match(out, /^ {2}老街的门板一块一块换新: 2 → 4$/mu);
    assert.match(out, /^8 lines of JSON$/mu);
  });

  it('works without Node through its core', () => {
    writeFileSync(path.join(home, 'core.mjs'), `
      import { readFileSync } from 'node:fs';
      import { createRequire } from 'node:module';
      import { createEngine, toMarkdown } from 'restitch/core';
      const model = readFileSync(createRequire(import.meta.url).resolve('restitch/seam.ngram'));
      console.log(toMarkdown(createEngine(model).analyse('## 甲\\n\\n乙。\\n')));
    `);
    assert.equal(run(process.execPath, ['core.mjs']), '## 甲\n\n乙。\n\n');
    assert.doesNotMatch(readFileSync(path.join(home, 'node_modules/restitch/dist/lib/core.mjs'), 'utf8'), /["'`]node:/u);
  });

  it('has the command with it', () => {
    const { status, stderr } = spawnSync(process.execPath, ['node_modules/restitch/dist/cli.cjs', path.resolve('samples'), '--out', 'out'], { cwd: home, encoding: 'utf8' });
    assert.equal(status, 1, stderr);
    assert.match(stderr, /files written to out/u);
  });

  it('has types that a strict project accepts', () => {
    writeFileSync(path.join(home, 'user.mts'), `
      import { analyzePage, exportPage, type Article, type Page } from 'restitch';
      import { createEngine } from 'restitch/core';
      const page: Page = analyzePage('');
      const titles: readonly string[] = page.articles.map((article: Article) => article.title);
      const written: string | Uint8Array = exportPage(page, 'docx', { normalise: true });
      // @ts-expect-error there is no such format
      exportPage(page, 'pdf');
      void [titles, written, createEngine];
    `);
    writeFileSync(path.join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions: { noEmit: true, strict: true, target: 'es2022', module: 'nodenext', types: [] }, files: ['user.mts'] }));
    run(process.execPath, [path.resolve('node_modules/typescript/bin/tsc'), '-p', '.']);
  });

  it('describes all that it exports', () => {
    // The compiler has its own check, which takes far longer.
    run(process.execPath, [path.resolve('node_modules/typedoc/bin/typedoc'), '--emit', 'none', '--skipErrorChecking'], process.cwd());
  });
});
