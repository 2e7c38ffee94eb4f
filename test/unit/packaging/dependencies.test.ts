// The promises about packages and targets that documents and workflows make, held against what is so.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { at } from '../../../tools/lib/paths.mjs';
import { targets } from '../../../tools/packaging/targets.mjs';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

describe('dependencies', () => {
  const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Manifest;
  const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

  it('are each justified in one line, with their licence', () => {
    const rows = [...readFileSync(at('docs/dependencies.md'), 'utf8').matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)];
    assert.deepEqual(rows.map(([, name]) => name).sort(), Object.keys(direct).sort());
    for (const [, name = '', licence] of rows) {
      // One that is optional may not be installed here.
      if (!existsSync(at('node_modules', name)) && name in manifest.optionalDependencies) continue;
      const { license } = JSON.parse(readFileSync(at('node_modules', name, 'package.json'), 'utf8')) as { license: string };
      assert.equal(licence, license, name);
    }
  });

  it('are pinned', () => {
    for (const [name, version] of Object.entries(direct)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  });
});

describe('the release workflow', () => {
  it('packs every target once', () => {
    const workflow = parse(readFileSync(at('.github/workflows/release.yml'), 'utf8')) as { jobs: { package: { strategy: { matrix: { include: { target: string }[] } } } } };
    assert.deepEqual(workflow.jobs.package.strategy.matrix.include.map(({ target }) => target).sort(), [...targets].sort());
  });
});
