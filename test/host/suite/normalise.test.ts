import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyEdits, normalise, normalKinds } from '../../../src/core';
import { NormaliseProvider, normaliseKind } from '../../../src/extension/normalise';
import { api, closeAll, ordinaryMarkdown, pageOf, readText, sampleUri, showFile, showSample, smallDump, type, undo, withSetting } from './support';

const everything = (document: vscode.TextDocument): vscode.Range => new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));

async function actions(document: vscode.TextDocument, range: vscode.Range, kind?: vscode.CodeActionKind): Promise<readonly vscode.CodeAction[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind?.value, 50);
  return all.filter(({ title }) => title.startsWith('Normalise'));
}

describe('normalising in the editor', () => {
  afterEach(closeAll);

  it('changes the page by command as one undo step, and the second time nothing', async () => {
    const document = await showSample();
    const before = document.getText();
    const page = await pageOf(document);
    assert.equal(await vscode.commands.executeCommand('restitch.normalise', document.uri, normalKinds), normalise(page).length);
    assert.equal(document.getText(), applyEdits(before, normalise(page)));
    assert.deepEqual((await pageOf(document)).articles.map(({ id, kind }) => [id, kind]), page.articles.map(({ id, kind }) => [id, kind]));
    assert.equal(await vscode.commands.executeCommand('restitch.normalise', document.uri, normalKinds), 0);
    await undo();
    assert.equal(document.getText(), before);
  });

  it('takes out what a program left in a page of Markdown, and counts it for itself', async () => {
    const left = smallDump.replace(/^## (.*)$/gmu, '# **$1**').replace('5台收割机', '$5$台收割机');
    const document = await showFile(left, 'md');
    const page = await pageOf(document);
    const asked = normalise(page, ['markup']);
    assert.ok(asked.length > 3);
    assert.equal(await vscode.commands.executeCommand('restitch.normalise', document.uri, ['markup']), asked.length);
    assert.equal(document.getText(), smallDump.replace(/^## /gmu, '# '));
    assert.deepEqual((await pageOf(document)).articles.map(({ title }) => title), page.articles.map(({ title }) => title));
    await undo();
    assert.equal(document.getText(), left);
  });

  it('changes only the kinds that are wanted', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    assert.equal(await vscode.commands.executeCommand('restitch.normalise', document.uri, ['quotes']), 0);
    assert.equal(document.getText(), smallDump);
  });

  it('is a source action, and a quick fix on a selection', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const [source] = await actions(document, everything(document), normaliseKind);
    assert.equal(source?.kind?.value, 'source.normalise.restitch');
    const at = smallDump.indexOf('清晨的露水');
    const selection = new vscode.Range(document.positionAt(at), document.positionAt(smallDump.indexOf('5台收割机')));
    const [fix, ...more] = await actions(document, selection);
    assert.deepEqual([fix?.title, more.length], ['Normalise the selection (1 place)', 0]);
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /刚刚散去，白鹭乡.*5台收割机排成一列,/);
    assert.deepEqual(await actions(document, new vscode.Range(0, 0, 0, 0)), []);
  });

  it('offers nothing on an ordinary text', async () => {
    const document = await showFile(ordinaryMarkdown, 'md');
    assert.equal(await (await api()).page(document), undefined);
    assert.deepEqual(await actions(document, everything(document), normaliseKind), []);
  });

  it('refuses an action when the document has changed since', async () => {
    const document = await showFile(smallDump);
    const page = await pageOf(document);
    const provider = new NormaliseProvider({ analyses: { page: () => Promise.resolve(page), whole: () => Promise.resolve(page) } });
    const { token } = new vscode.CancellationTokenSource();
    const context = { triggerKind: vscode.CodeActionTriggerKind.Invoke, only: normaliseKind, diagnostics: [] };
    const [action] = await provider.provideCodeActions(document, everything(document), context, token);
    assert.ok(action);
    await type(document, 0, '又');
    assert.equal((await provider.resolveCodeAction(action)).edit, undefined);
  });

  it('is done on export where the setting says so, and leaves the file alone', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const target = sampleUri('normalised.articles.md');
    await vscode.commands.executeCommand('restitch.exportMarkdown', document.uri, target);
    assert.match(await readText(target), /稻田里便热闹起来。5台收割机排成一列,/);
    await withSetting('restitch.export.normalise', true, async () => {
      await vscode.commands.executeCommand('restitch.exportMarkdown', document.uri, target);
    });
    assert.match(await readText(target), /5台收割机排成一列，从田埂/);
    assert.equal(document.getText(), smallDump);
  });
});
