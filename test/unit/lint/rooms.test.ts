import assert from 'node:assert/strict';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** `file` imports `specifier`: forbidden or permitted by the real lint configuration of the checkout. */
interface Arrow {
  readonly file: string;
  readonly imports: string;
}

const forbidden: readonly Arrow[] = [
  // within the core, against the street
  { file: 'src/core/text/x.ts', imports: '../page/model' },
  { file: 'src/core/text/x.ts', imports: '../index' },
  { file: 'src/core/page/x.ts', imports: '../roles/headline' },
  { file: 'src/core/roles/x.ts', imports: '../stitch/seams' },
  { file: 'src/core/stitch/x.ts', imports: '../findings/messages' },
  { file: 'src/core/stitch/x.ts', imports: '../figures/index' },
  { file: 'src/core/figures/x.ts', imports: '../page/model' },
  { file: 'src/core/findings/x.ts', imports: '../export/analysis' },
  { file: 'src/core/findings/x.ts', imports: '../engine' },
  { file: 'src/core/export/x.ts', imports: '../stitch/seams' },
  { file: 'src/core/export/x.ts', imports: '../findings/restitch' },
  { file: 'src/core/export/deep/x.ts', imports: '../../findings/restitch' },
  // out of the core
  { file: 'src/core/page/x.ts', imports: 'vscode' },
  { file: 'src/core/page/x.ts', imports: 'node:fs' },
  { file: 'src/core/page/x.ts', imports: 'fs/promises' },
  { file: 'src/core/page/x.ts', imports: 'nodejieba' },
  { file: 'src/core/engine.ts', imports: '../node/files' },
  { file: 'src/core/engine.ts', imports: '../../package.json' },
  { file: 'src/core/unheard/x.ts', imports: '../text/span' },
  { file: 'src/core/engine.ts', imports: './unheard/x' },
  // past the door
  { file: 'src/node/x.ts', imports: '../core/text/span' },
  { file: 'src/cli/x.ts', imports: '../core/engine' },
  { file: 'src/extension/x.ts', imports: '../core/page/model' },
  { file: 'src/extension/features/x.ts', imports: '../../core/stitch/seams' },
  // between the rooms outside
  { file: 'src/node/x.ts', imports: '../cli/main' },
  { file: 'src/node/x.ts', imports: '../extension/activateShared' },
  { file: 'src/node/x.ts', imports: 'vscode' },
  { file: 'src/cli/x.ts', imports: '../extension/activateShared' },
  { file: 'src/cli/x.ts', imports: 'vscode' },
  { file: 'src/extension/x.ts', imports: '../cli/main' },
  { file: 'src/extension/x.ts', imports: '../node/files' },
  { file: 'src/extension/x.ts', imports: 'node:path' },
  { file: 'src/extension/extension.browser.ts', imports: '../node/model' },
  { file: 'src/extension/extension.browser.ts', imports: 'path' },
  // the views: browser code that shares its protocol with the extension and knows nothing else
  { file: 'src/webview/map/x.ts', imports: '../../core' },
  { file: 'src/webview/map/x.ts', imports: '../../extension/translate' },
  { file: 'src/webview/map/x.ts', imports: 'vscode' },
  { file: 'src/webview/map/x.ts', imports: 'node:path' },
  { file: 'src/webview/protocol/x.ts', imports: '../map/geometry' },
  { file: 'src/extension/x.ts', imports: '../webview/map/geometry' },
  { file: 'src/core/engine.ts', imports: '../webview/protocol/check' },
  // out of src
  { file: 'src/cli/x.ts', imports: '../../tools/train/ngrams' },
  { file: 'src/node/x.ts', imports: '../../test/unit/x' },
];

const permitted: readonly Arrow[] = [
  { file: 'src/core/text/x.ts', imports: './span' },
  { file: 'src/core/page/x.ts', imports: '../text/span' },
  { file: 'src/core/roles/x.ts', imports: '../page/model' },
  { file: 'src/core/stitch/x.ts', imports: '../roles/headline' },
  { file: 'src/core/figures/x.ts', imports: '../text/span' },
  { file: 'src/core/findings/rules/x.ts', imports: '../../stitch/seams' },
  { file: 'src/core/export/x.ts', imports: '../figures' },
  { file: 'src/core/export/x.ts', imports: '../findings/messages' },
  { file: 'src/core/engine.ts', imports: './stitch/seams' },
  { file: 'src/core/index.ts', imports: './export/analysis' },
  { file: 'src/node/x.ts', imports: '../core/index' },
  { file: 'src/node/words/x.ts', imports: '../../core' },
  { file: 'src/node/x.ts', imports: 'node:fs/promises' },
  { file: 'src/cli/x.ts', imports: '../core' },
  { file: 'src/cli/x.ts', imports: '../node/files' },
  { file: 'src/cli/x.ts', imports: 'commander' },
  { file: 'src/extension/x.ts', imports: '../core' },
  { file: 'src/extension/x.ts', imports: 'vscode' },
  { file: 'src/extension/map/x.ts', imports: '../../webview/protocol/map' },
  { file: 'src/webview/map/x.ts', imports: '../protocol/map' },
  { file: 'src/webview/map/x.ts', imports: '../parts/element' },
  { file: 'src/extension/extension.node.ts', imports: '../node/words/service' },
  { file: 'src/extension/extension.node.ts', imports: './activateShared' },
  { file: 'src/extension/extension.browser.ts', imports: './activateShared' },
];

/** Ways to write one import. */
const forms: Record<string, (specifier: string) => string> = {
  import: (specifier) => `import { x } from '${specifier}';\nx();\n`,
  'import type': (specifier) => `import type { X } from '${specifier}';\nexport type Y = X;\n`,
  'export from': (specifier) => `export { x } from '${specifier}';\n`,
  'export all': (specifier) => `export * from '${specifier}';\n`,
  'import()': (specifier) => `export const x = import('${specifier}');\n`,
  'import type()': (specifier) => `export type Y = import('${specifier}').X;\n`,
  'require()': (specifier) => `export const x = require('${specifier}');\n`,
};

describe('lint: the one-way rule', function () {
  this.timeout(30_000);
  // The real configuration; only the typed rules are left out, which need files that exist.
  const eslint = new ESLint({
    cwd: process.cwd(),
    overrideConfigFile: path.resolve('eslint.config.mjs'),
    overrideConfig: [{ ...tseslint.configs.disableTypeChecked, files: ['**/*.ts'] }] as NonNullable<ESLint.Options['overrideConfig']>,
  });

  async function complaints(file: string, code: string, ruleId: string): Promise<string[]> {
    const [result] = await eslint.lintText(code, { filePath: file });
    assert.ok(result, 'the file is not ignored');
    assert.equal(result.fatalErrorCount, 0, JSON.stringify(result.messages));
    return result.messages.filter((message) => message.ruleId === ruleId && message.severity === 2).map((message) => message.message);
  }

  for (const { file, imports } of forbidden) {
    it(`forbids ${file} -> ${imports}`, async () => {
      assert.equal((await complaints(file, forms['import']!(imports), 'rooms/one-way')).length, 1);
    });
  }

  for (const { file, imports } of permitted) {
    it(`permits ${file} -> ${imports}`, async () => {
      assert.deepEqual(await complaints(file, forms['import']!(imports), 'rooms/one-way'), []);
    });
  }

  for (const [name, form] of Object.entries(forms)) {
    it(`sees an import written as ${name}`, async () => {
      assert.equal((await complaints('src/core/page/x.ts', form('../stitch/seams'), 'rooms/one-way')).length, 1);
      assert.equal((await complaints('src/core/page/x.ts', form('../text/span'), 'rooms/one-way')).length, 0);
    });
  }

  for (const code of ['new vscode.WorkspaceEdit();\n', 'new WorkspaceEdit();\n', 'vscode.workspace.applyEdit(edit);\n', 'editor.edit(change);\n', 'vscode.TextEdit.replace(range, words);\n']) {
    it(`keeps changes of text in edits.ts: ${code.trim()}`, async () => {
      assert.equal((await complaints('src/extension/map/x.ts', code, 'no-restricted-syntax')).length, 1);
      assert.equal((await complaints('src/extension/edits.ts', code, 'no-restricted-syntax')).length, 0);
    });
  }

  it('forbids an import with a computed name', async () => {
    const code = 'export const load = (name: string) => import(name);\n';
    assert.equal((await complaints('src/core/page/x.ts', code, 'rooms/one-way')).length, 1);
  });

  it('keeps host globals out of the core, and Node out of the shared extension', async () => {
    for (const name of ['process', 'Buffer', 'document', 'setTimeout', 'globalThis']) {
      const code = `export const x = ${name};\n`;
      assert.equal((await complaints('src/core/page/x.ts', code, 'no-restricted-globals')).length, 1, name);
      assert.equal((await complaints('src/node/x.ts', code, 'no-restricted-globals')).length, 0, name);
    }
    assert.equal((await complaints('src/extension/x.ts', 'export const x = process;\n', 'no-restricted-globals')).length, 1);
  });

  it('keeps what differs between machines out of the core', async () => {
    const codes = ["'a'.localeCompare('b')", '(1).toLocaleString()', 'Math.random()', 'Date.now()', 'new Date()', 'new Intl.Segmenter()'];
    for (const code of codes) {
      assert.equal((await complaints('src/core/page/x.ts', `export const x = ${code};\n`, 'no-restricted-syntax')).length, 1, code);
    }
    assert.deepEqual(await complaints('src/core/text/words.ts', 'export const x = new Intl.Segmenter();\n', 'no-restricted-syntax'), []);
  });

  it('stops a file at 400 lines', async () => {
    const code = 'export {};\n'.repeat(401);
    assert.equal((await complaints('src/core/page/x.ts', code, 'max-lines')).length, 1);
    assert.equal((await complaints('tools/x.mjs', code, 'max-lines')).length, 1);
  });
});
