import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FixProvider } from '../../../src/extension/codeActions';
import { api, closeAll, diagnosticsOf, pageOf, restitchPage, sampleUri, show, showFile, smallDump, type, until, withSetting } from './support';

/** For a provider that is not asked to re-stitch. */
const nothingToDo = () => Promise.resolve({ edits: [], joined: 0, moved: 0, marked: 0, unmarked: 0, doubtful: 0, left: 0, decisions: [] });

describe('bad input in the editor', () => {
  afterEach(closeAll);

  const texts: readonly (readonly [string, string])[] = [
    ['an empty file', ''],
    ['white space only', ' \n\n　\n'],
    ['headlines only', '## 甲\n\n## 乙\n\n## 丙\n'],
    ['no headline', '这里没有标题,只有一段没有说完的\n\n话。\n'],
    ['unclosed quotes', '## 甲\n\n“一“二“三(四《五\n\n“六'],
    ['mixed line ends', '## 甲\r\n\n正文没有说\r\r\n完。\n'],
    ['lone surrogates', '## 甲\n\n正文\ud840没有说\n\n\udc00完。\n'],
  ];

  for (const [name, text] of texts) {
    it(`makes a page of ${name} and does not lose a character`, async () => {
      const document = await show(await vscode.workspace.openTextDocument({ language: 'newspaper-dump', content: text }));
      const page = await pageOf(document);
      assert.equal(page.text, document.getText());
      await restitchPage();
      assert.equal(sorted(document.getText()), sorted(page.text));
    });
  }

  it('goes on when the file vanishes while it is open', async () => {
    const document = await showFile(smallDump);
    await until('diagnostics are there', () => diagnosticsOf(document).length > 0);
    await vscode.workspace.fs.delete(document.uri);
    await type(document, 0, '\n');
    const page = await pageOf(document);
    assert.equal(page.text, `\n${smallDump}`);
    assert.ok(await restitchPage());
    assert.ok(await vscode.commands.executeCommand('restitch.exportMarkdown', undefined, sampleUri('vanished.md')));
  });

  it('leaves a file alone that is larger than the setting allows', async () => {
    await withSetting('restitch.maxFileSize', 0.0001, async () => {
      const document = await showFile(smallDump);
      assert.equal(await (await api()).page(document), undefined);
      assert.deepEqual(diagnosticsOf(document), []);
    });
  });

  it('stops when it is told to', async () => {
    const document = await showFile(smallDump);
    const page = await pageOf(document);
    const source = new vscode.CancellationTokenSource();
    const provider = new FixProvider({
      page: () => {
        source.cancel();
        return Promise.resolve(page);
      },
      whole: () => Promise.resolve(page),
      restitch: nothingToDo,
    });
    const context = { triggerKind: vscode.CodeActionTriggerKind.Invoke, only: undefined, diagnostics: [] };
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    assert.deepEqual(await provider.provideCodeActions(document, everything, context, source.token), []);
  });
});

/** The characters of a text that are no white space and no headline mark, in an order that does not depend on their places. */
function sorted(text: string): string {
  return text.replace(/[\s#]/g, '').split('').sort().join('');
}
