import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { drawings } from '../../../tools/pictures/drawings';

describe('the pictures of the walkthrough', () => {
  for (const [name, svg] of Object.entries(drawings)) {
    it(`has ${name} as it is drawn now, small and closed in itself`, () => {
      assert.equal(readFileSync(path.resolve('media/walkthrough', `${name}.svg`), 'utf8'), svg, 'npm run pictures draws it anew');
      assert.ok(svg.length < 12_000, `${svg.length} characters`);
      assert.doesNotMatch(svg, /<script|href|url\(|<image|\son\w+=/);
      // VS Code shows its own colours where each names one of its theme, with a colour for other places.
      for (const [, value] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)) assert.match(value!, /^none$|^var\(--vscode-[\w-]+, (?:#[0-9a-f]{6}|var\(--vscode-[\w-]+, #[0-9a-f]{6}\))\)$/);
    });
  }

  // What stages the pictures serves the window tests, too, and must not want their test runner.
  it('are drawn by the command that takes all pictures', function () {
    this.timeout(60_000);
    const run = spawnSync(process.execPath, ['tools/run.mjs', 'tools/pictures/main.ts', '--drawings'], { encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
  });
});
