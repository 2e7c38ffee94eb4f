import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readSidecar, type Sidecar } from '../../../src/core';
import { api, closeAll, pageOf, readText, showFile, smallDump, type, until, withSetting } from './support';

async function sidecarOf(document: vscode.TextDocument): Promise<Sidecar> {
  const reading = readSidecar(await readText(document.uri.with({ path: `${document.uri.path}.restitch.json` })));
  assert.equal(reading.state, 'read');
  return reading.sidecar;
}

const words = '5台收割机排成一列';

/** Writes a note on a selected passage, and gives the thread that shows it. */
async function note(document: vscode.TextDocument, text: string): Promise<vscode.CommentThread> {
  await pageOf(document);
  const at = document.getText().indexOf(words);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(document.positionAt(at), document.positionAt(at + words.length));
  await vscode.commands.executeCommand('restitch.note.add', text);
  return thread(document);
}

async function thread(document: vscode.TextDocument): Promise<vscode.CommentThread> {
  const { notes } = await api();
  return until('the note shows', () => notes.threads(document)[0]);
}

const said = ({ comments }: vscode.CommentThread): string[] => comments.map(({ body }) => (typeof body === 'string' ? body : body.value));
const place = (document: vscode.TextDocument, { range }: vscode.CommentThread): string => (range ? document.getText(range) : '');

describe('notes', () => {
  afterEach(closeAll);

  it('stand on their passage, are answered, and are written into the sidecar', async () => {
    await withSetting('restitch.author', '沈知微', async () => {
      const document = await showFile(smallDump);
      const shown = await note(document, ' 数字要核对。 ');
      assert.equal(place(document, shown), words);
      assert.deepEqual(said(shown), ['数字要核对。']);
      assert.equal(shown.comments[0]?.author.name, '沈知微');
      await vscode.commands.executeCommand('restitch.note.answer', { thread: shown, text: '已核对,是五台。' });
      assert.deepEqual(said(await thread(document)), ['数字要核对。', '已核对,是五台。']);
      const { entries } = await sidecarOf(document);
      assert.deepEqual(entries.map(({ body, creator }) => [body.kind, creator]), [['note', '沈知微'], ['answer', '沈知微']]);
      assert.equal(entries[0]?.passages[0]?.head, words);
      assert.equal(document.isDirty, false);
    });
  });

  it('follow their passage while the text is edited', async () => {
    const document = await showFile(smallDump);
    const shown = await note(document, '核对');
    await type(document, 0, '新的一行\n\n');
    await pageOf(document);
    assert.equal(place(document, shown), words);
  });

  it('are edited, settled, opened again and deleted', async () => {
    const document = await showFile(smallDump);
    const shown = await note(document, '核对');
    const [remark] = shown.comments;
    assert.ok(remark);
    await vscode.commands.executeCommand('restitch.note.edit', remark);
    remark.body = '请核对';
    await vscode.commands.executeCommand('restitch.note.saveEdit', remark);
    assert.deepEqual(said(shown), ['请核对']);
    await vscode.commands.executeCommand('restitch.note.edit', shown.comments[0]);
    await vscode.commands.executeCommand('restitch.note.cancelEdit', shown.comments[0]);
    assert.deepEqual(said(shown), ['请核对']);
    await vscode.commands.executeCommand('restitch.note.resolve', shown);
    assert.equal(shown.state, vscode.CommentThreadState.Resolved);
    assert.deepEqual((await sidecarOf(document)).entries.map(({ body }) => body), [{ kind: 'note', text: '请核对', resolved: true }]);
    await vscode.commands.executeCommand('restitch.note.reopen', shown);
    assert.equal(shown.state, vscode.CommentThreadState.Unresolved);
    await vscode.commands.executeCommand('restitch.note.delete', shown.comments[0]);
    assert.deepEqual((await sidecarOf(document)).entries, []);
    assert.deepEqual((await api()).notes.threads(document), []);
  });

  it('are there again when the file is opened again', async () => {
    const document = await showFile(smallDump);
    await note(document, '核对');
    await vscode.languages.setTextDocumentLanguage(document, 'newspaper-dump');
    await pageOf(document);
    assert.deepEqual(said(await thread(document)), ['核对']);
  });

  it('are text and nothing else, whoever wrote them', async () => {
    const harm = '[点我](command:workbench.action.quit) **粗** <img src=x onerror=alert(1)> $(trash)\n第二行 \u202e倒写\u0007';
    await withSetting('restitch.author', '$(trash)\u202e甲', async () => {
      const document = await showFile(smallDump);
      const shown = await note(document, harm);
      await vscode.commands.executeCommand('restitch.note.answer', { thread: shown, text: harm });
      const { comments } = await thread(document);
      assert.equal(comments.length, 2);
      for (const { body, author } of comments) {
        // A string: VS Code takes only a MarkdownString for Markdown.
        assert.equal(body, '[点我](command:workbench.action.quit) **粗** <img src=x onerror=alert(1)> $(trash)\n第二行 [U+202E]倒写␇');
        assert.equal(author.name, '\\$(trash)[U+202E]甲');
      }
      // What is edited, and what is kept, is what was written.
      await vscode.commands.executeCommand('restitch.note.edit', comments[0]);
      assert.equal(comments[0]?.body, harm);
      await vscode.commands.executeCommand('restitch.note.cancelEdit', comments[0]);
      assert.deepEqual((await sidecarOf(document)).entries.map(({ body }) => 'text' in body && body.text), [harm, harm]);
    });
  });

  it('stand on the passage at the cursor where nothing is selected', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(smallDump.indexOf(words));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('restitch.note.add', '核对');
    const shown = place(document, await thread(document));
    assert.ok(shown.includes(words));
    assert.equal(shown, shown.trim());
  });
});
