// Nothing is lost in a real VS Code: refused before it happens, said when it did not, and the bytes on disk.
import assert from 'node:assert/strict';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import * as vscode from 'vscode';
import { NOTHING_ELSE } from '../../../src/core';
import { applyVersioned, onDidRefuse, versionedEdit } from '../../../src/extension/edits';
import { commandFor } from '../../../src/extension/largeFile';
import { closeAll, pageOf, readText, restitchPage, sampleUri, save, showFile, smallDump, type, undo } from './support';

const counts = (text: string): Map<string, number> => {
  const found = new Map<string, number>();
  for (const character of text.replace(/[\s#]+/g, '')) found.set(character, (found.get(character) ?? 0) + 1);
  return found;
};

describe('nothing is lost', () => {
  afterEach(closeAll);

  it('an edit that would lose a character is refused, and changes nothing', async () => {
    const document = await showFile(smallDump);
    const told: string[] = [];
    const listener = onDidRefuse(({ proof }) => told.push(...proof.lost.map(({ characters }) => characters)));
    try {
      const at = document.getText().indexOf('白鹭乡');
      assert.equal(await applyVersioned(document, document.version, [{ span: [at, at + 2], newText: '' }], NOTHING_ELSE), false);
      assert.equal(versionedEdit(document, document.version, [{ span: [0, 0], newText: '## ' }], NOTHING_ELSE), undefined);
      assert.equal(document.getText(), smallDump);
      assert.equal(document.isDirty, false);
      assert.ok(told.includes('白鹭'), inspect(told));
    } finally {
      listener.dispose();
    }
  });

  for (const [name, eol] of [['\\n', '\n'], ['\\r\\n', '\r\n']] as const) {
    it(`join, undo, redo, type, re-stitch, undo all: the bytes of a file with ${name}`, async () => {
      const text = smallDump.replace(/\n/g, eol);
      const document = await showFile(text);
      const { findings } = await pageOf(document);
      const cut = findings.find(({ code }) => code === 'split-paragraph');
      assert.ok(cut);
      const range = new vscode.Range(document.positionAt(cut.span[0]), document.positionAt(cut.span[1]));
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value, 20);
      const join = actions.find(({ edit }) => edit !== undefined);
      assert.ok(join?.edit);
      assert.ok(await vscode.workspace.applyEdit(join.edit));
      const joined = document.getText();
      assert.notEqual(joined, text);
      assert.deepEqual(counts(joined), counts(text));
      await undo();
      assert.equal(document.getText(), text);
      await vscode.commands.executeCommand('redo');
      assert.equal(document.getText(), joined);
      await type(document, document.getText().indexOf('开镰'), '今日');
      const typed = document.getText();
      await restitchPage();
      assert.deepEqual(counts(document.getText()), counts(typed));
      await save(document);
      const saved = await readText(document.uri);
      assert.equal(saved, document.getText());
      assert.equal(saved.replace(/\r\n/g, '').includes('\r'), false);
      if (eol === '\r\n') assert.equal(/(?<!\r)\n/.test(saved), false, 'a line end became another');
      for (let step = 0; step < 10 && document.getText() !== text; step++) await undo();
      assert.equal(document.getText(), text);
      await save(document);
      assert.equal(await readText(document.uri), text);
    });
  }

  it('a file that VS Code shows to no extension is told of once, with the command that takes it', async function () {
    this.timeout(120_000);
    const uri = sampleUri('too-large.newspage');
    const line = '河湾镇的夜校亮起了灯。'.repeat(8) + 'a'.repeat(1000) + '\n';
    writeFileSync(uri.fsPath, '');
    try {
      // More than 50 Mi units, so that VS Code keeps it to itself.
      const block = line.repeat(5_000);
      for (let units = 0; units <= 53 * 1024 * 1024; units += block.length) appendFileSync(uri.fsPath, block);
      const shown: string[] = [];
      const original = vscode.window.showInformationMessage.bind(vscode.window);
      const asked = new Promise<void>((resolve) => {
        Object.assign(vscode.window, {
          showInformationMessage: (message: string, ...items: string[]) => {
            shown.push(message, ...items);
            resolve();
            return Promise.resolve(items[0]);
          },
        });
      });
      try {
        await vscode.commands.executeCommand('vscode.open', uri);
        await asked;
        assert.equal(vscode.window.activeTextEditor, undefined);
        assert.match(shown[0] ?? '', /^too-large\.newspage has \d+ MB\./);
        assert.equal(shown.length, 2);
        // Gone and back: it was told.
        await showFile(smallDump);
        await vscode.commands.executeCommand('vscode.open', uri);
        assert.equal(shown.length, 2);
        assert.equal(await vscode.env.clipboard.readText(), commandFor(uri.fsPath));
      } finally {
        Object.assign(vscode.window, { showInformationMessage: original });
      }
    } finally {
      await closeAll();
      rmSync(uri.fsPath, { force: true });
    }
  });

  it('the command can be pasted into a shell, whatever the file is called', () => {
    assert.equal(commandFor('/a/b/page.txt'), 'restitch --restitch /a/b/page.txt --out /a/b/page-restitched');
    assert.equal(commandFor("/a/it's 清禾.txt"), "restitch --restitch '/a/it'\\''s 清禾.txt' --out '/a/it'\\''s 清禾-restitched'");
    assert.equal(commandFor('/a/b\\$(touch x).txt'), "restitch --restitch '/a/b\\$(touch x).txt' --out '/a/b\\$(touch x)-restitched'");
    assert.equal(commandFor('C:\\a\\$(x)“灯”‘船’.txt'), "restitch --restitch 'C:\\a\\$(x)“灯”‘‘船’’.txt' --out 'C:\\a\\$(x)“灯”‘‘船’’-restitched'");
    assert.equal(commandFor('C:\\a b\\page.txt'), 'restitch --restitch "C:\\a b\\page.txt" --out "C:\\a b\\page-restitched"');
  });
});
