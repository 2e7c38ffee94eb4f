import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Ground, merge, nothingRemembered, place, readSidecar, writeSidecar, type Body, type Page, type Sidecar } from '../../../src/core';

import { entryOf } from '../../../src/core/decisions/keep';
import { api, closeAll, diagnosticsOf, ordinaryMarkdown, pageOf, readText, sampleUri, save, show, showFile, smallDump, type, undo, until, withSetting } from './support';


const left = '罗守田的好收成,离不开一支年轻的农技队伍。今年年初,农技推广中心选出46名技术员,从选种、育秧到水肥管';
const right = '理,全程跟着农时走。技术员的手机里都装着一张“田块图”,哪块田缺肥、哪块田该晒,点开便一目了然。';
const library = '本报澜川9月25日电 9月18日试运行以来,澜川市图书馆新馆受到市民欢迎,首周接待读者3.2万人次,外借图书1.9万册次。';

const sidecarUri = (document: vscode.TextDocument): vscode.Uri => document.uri.with({ path: `${document.uri.path}.restitch.json` });

async function sidecarOf(document: vscode.TextDocument): Promise<Sidecar> {
  const reading = readSidecar(await readText(sidecarUri(document)));
  assert.equal(reading.state, 'read');
  return reading.sidecar;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(() => true, () => false);
}

/** A sidecar somebody else wrote, of passages named by their words. */
function written(text: string, body: Body, ...words: string[]): Sidecar {
  const stamp = { newId: () => `urn:uuid:${body.kind}-${words.join('-')}`, time: '2026-09-24T08:00:00.000Z', creator: '程念安' };
  const entry = entryOf(new Ground(text), body, words.map((one) => [text.indexOf(one), text.indexOf(one) + one.length]), stamp, 'urn:uuid:their-step');
  return merge(nothingRemembered, { ...nothingRemembered, entries: [entry] });
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** A dump with a sidecar beside it before it is opened. */
async function showWith(sidecar: string, text = smallDump): Promise<vscode.TextDocument> {
  const uri = sampleUri(`${Math.random().toString(36).slice(2)}.txt`);
  await write(uri, text);
  await write(uri.with({ path: `${uri.path}.restitch.json` }), sidecar);
  return show(await vscode.workspace.openTextDocument(uri));
}

async function select(document: vscode.TextDocument, from: string, to = ''): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const start = document.getText().indexOf(from);
  assert.ok(start >= 0, from);
  const end = to === '' ? start : document.getText().indexOf(to, start) + to.length;
  editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
}

const run = async (command: string, ...args: unknown[]): Promise<unknown> => vscode.commands.executeCommand(command, ...args);
const paragraphs = (page: Page): string[] => page.articles.flatMap((article) => article.paragraphs.map(({ text }) => text));

/** VS Code closes a document and opens it again when its language changes; nothing of it stays in memory. */
async function reopen(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await (await api()).decisions.flush(document);
  await vscode.languages.setTextDocumentLanguage(document, document.languageId === 'plaintext' ? 'newspaper-dump' : 'plaintext');
  return document;
}

describe('decisions', () => {
  afterEach(closeAll);

  it('join, part and take back by keyboard; the text stays as it is', async () => {
    const document = await showFile(smallDump);
    assert.ok(paragraphs(await pageOf(document)).includes(left + right));
    await select(document, '水肥管');
    assert.equal(await run('restitch.joinNext'), true);
    assert.ok(paragraphs(await pageOf(document)).includes(left + library));
    await select(document, '9月18日试运行');
    assert.equal(await run('restitch.splitParagraph'), true);
    assert.ok(paragraphs(await pageOf(document)).some((text) => text.startsWith('9月18日试运行')));
    await run('restitch.review.undo');
    await run('restitch.review.undo');
    assert.ok(paragraphs(await pageOf(document)).includes(left + right));
    await run('restitch.review.undo');
    assert.equal(document.getText(), smallDump);
    assert.equal(document.isDirty, false);
  });

  it('give passages their roles', async () => {
    const document = await showFile(smallDump);
    const headed = async (): Promise<string[]> => (await pageOf(document)).articles.map(({ title }) => title);
    await select(document, '清晨的露水');
    assert.equal(await run('restitch.makeFurniture'), true);
    assert.ok((await pageOf(document)).furniture.some((span) => document.getText().slice(...span).startsWith('清晨的露水')));
    await select(document, '## 市图书馆');
    assert.equal(await run('restitch.makeSubhead'), true);
    assert.ok(!(await headed()).some((title) => title.includes('市图书馆')));
    await run('restitch.review.undo');
    assert.ok((await headed()).some((title) => title.includes('市图书馆')));
    for (const role of ['Kicker', 'Deck', 'StandingHead', 'Caption', 'Body', 'Headline']) {
      assert.equal(typeof (await run(`restitch.make${role}`)), 'boolean', role);
      await run('restitch.review.undo');
    }
  });

  it('ask what a passage is', async () => {
    const document = await showFile(smallDump);
    await select(document, '## 市图书馆');
    const asked = run('restitch.makeRole');
    // The quick pick takes a moment to be there; accepting nothing does nothing.
    await until('the pick is taken', async0(async () => {
      await run('workbench.action.quickOpenSelectNext');
      await run('workbench.action.acceptSelectedQuickOpenItem');
      return (await api()).decisions.of(document).length > 0;
    }));
    await asked;
    assert.deepEqual((await api()).decisions.of(document).map(({ kind }) => kind), ['role']);
  });

  it('move a passage to another article, and begin one', async () => {
    const document = await showFile(smallDump);
    const page = await pageOf(document);
    await select(document, '清晨的露水');
    const target = page.articles.find(({ title }) => title.includes('图书馆'));
    assert.equal(await run('restitch.moveToArticle', undefined, target?.id), true);
    const moved = (await pageOf(document)).articles.find(({ title }) => title.includes('图书馆'));
    assert.ok(moved?.paragraphs.some(({ text }) => text.startsWith('清晨的露水')));
    await run('restitch.review.undo');
    await select(document, '清晨的露水');
    assert.equal(await run('restitch.splitArticle'), true);
    assert.equal((await pageOf(document)).articles.length, page.articles.length + 1);
  });

  it('mark an article as reviewed, and not', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    await select(document, '清晨的露水');
    assert.equal(await run('restitch.markReviewed'), true);
    assert.deepEqual((await sidecarOf(document)).entries.map(({ body }) => body.kind), ['reviewed']);
    assert.equal(await run('restitch.markReviewed'), false);
    assert.deepEqual((await sidecarOf(document)).entries, []);
  });

  it('ignore a finding by quick fix, and show it again', async () => {
    const document = await showFile(smallDump);
    await until('findings show', () => diagnosticsOf(document).length > 0);
    const before = diagnosticsOf(document).length;
    const [finding] = (await pageOf(document)).findings;
    assert.ok(finding);
    const at = document.positionAt(finding.span[1]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(at, at), vscode.CodeActionKind.QuickFix.value);
    const action = actions.find(({ title }) => title.startsWith('Ignore: '));
    assert.ok(action?.command);
    await run(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
    await until('the finding has gone', () => diagnosticsOf(document).length < before);
    const shown = run('restitch.showIgnored');
    await until('it is shown again', async0(async () => {
      await run('workbench.action.acceptSelectedQuickOpenItem');
      return diagnosticsOf(document).length === before;
    }));
    await shown;
  });

  it('do nothing where nothing can be done', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    assert.equal(await run('restitch.makeHeadline'), false);
    assert.equal(await exists(sidecarUri(document)), false);
    await showFile(ordinaryMarkdown, 'md');
    assert.equal(await run('restitch.joinNext'), undefined);
  });

  it('have keys that VS Code gives to nothing else in a text', async () => {
    const keys = await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'));
    const lines = keys.getText().split(/\{ "key": /u).filter((one) => /^"ctrl\+alt\+r[" ]/u.test(one));
    assert.ok(keys.getText().includes('"key": "ctrl+c"'));
    for (const line of lines) if (!line.includes('restitch.')) assert.match(line, /terminalFocus/u, line);
  });
});

/** Polls an asynchronous question with `until`, one at a time. */
function async0(ask: () => Promise<boolean>): () => boolean {
  let answer = false;
  let asking = false;
  return () => {
    if (!asking && !answer) {
      asking = true;
      void ask().then((now) => {
        answer = now;
        asking = false;
      });
    }
    return answer;
  };
}

describe('a sidecar in VS Code', () => {
  afterEach(closeAll);

  it('outlives the session, the edit, and an edit by hand', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    await select(document, '水肥管');
    await run('restitch.joinNext');
    const first = await sidecarOf(document);
    assert.deepEqual(first.entries.map(({ body }) => body.kind), ['join']);

    await type(document, 0, '澜川日报社 编印\n\n');
    await type(document, document.getText().indexOf('9月18日试运行'), '新馆');
    assert.ok(paragraphs(await pageOf(document)).some((text) => text.startsWith(left) && text.includes('新馆9月18日')));
    await save(document);
    await reopen(document);
    assert.ok(paragraphs(await pageOf(document)).some((text) => text.startsWith(left) && text.includes('新馆9月18日')));
    // Quoted anew when the file was saved: the passage stands elsewhere now.
    const saved = await sidecarOf(document);
    assert.equal(saved.entries[0]?.id, first.entries[0]?.id);
    assert.equal(saved.entries[0]?.modified, first.entries[0]?.modified);
    assert.notDeepEqual(saved.entries[0]?.passages, first.entries[0]?.passages);

    // By hand, in another program: a file of another name stands for the one that was not open.
    const text = document.getText().replace('外借图书1.9万册次', '外借图书1.9万册次、期刊六千册次').replace('澜川日报社 编印\n\n', '');
    const again = await showWith(await readText(sidecarUri(document)), text);
    assert.ok(paragraphs(await pageOf(again)).some((one) => one.startsWith(left) && one.includes('新馆9月18日')));
  });

  it('is not written when nothing was decided, nor when nothing is new', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    await type(document, 0, '\n');
    await save(document);
    await (await api()).decisions.flush(document);
    assert.equal(await exists(sidecarUri(document)), false);

    const decided = await showWith(writeSidecar(written(smallDump, { kind: 'begin' }, library), 'x.txt'));
    await pageOf(decided);
    const before = await vscode.workspace.fs.stat(sidecarUri(decided));
    await type(decided, decided.getText().length, '\n');
    await save(decided);
    await (await api()).decisions.flush(decided);
    assert.equal((await vscode.workspace.fs.stat(sidecarUri(decided))).mtime, before.mtime);
  });

  it('takes in live what somebody else writes, and what he takes away', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    await select(document, '清晨的露水');
    await run('restitch.splitArticle');
    const { decisions } = await api();
    await decisions.flush(document);
    const mine = await sidecarOf(document);
    const theirs = merge(mine, written(smallDump, { kind: 'apart', as: 'join' }, left, right));
    await write(sidecarUri(document), writeSidecar(theirs, 'x.txt'));
    await until('their decision is followed', () => decisions.of(document).length === 2);
    assert.ok(!paragraphs(await pageOf(document)).includes(left + right));
    // Long after the last write of ours, what is gone from the file is gone; the file itself, too.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await write(sidecarUri(document), writeSidecar(mine, 'x.txt'));
    await until('their decision is gone again', () => decisions.of(document).length === 1);
    await vscode.workspace.fs.delete(sidecarUri(document));
    await until('all is forgotten with the file', () => decisions.of(document).length === 0);
  });

  it('keeps both when two decide at once', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const { decisions } = await api();
    // Theirs is on the disk before ours is written, and no event has told of it yet.
    await write(sidecarUri(document), writeSidecar(written(smallDump, { kind: 'apart', as: 'join' }, left, right), 'x.txt'));
    await decisions.decide(document, [{ kind: 'begin', at: smallDump.indexOf('清晨') }]);
    assert.equal(decisions.of(document).length, 2);
    assert.equal((await sidecarOf(document)).entries.length, 2);
  });

  it('of a newer version is left as it is', async () => {
    const newer = writeSidecar(written(smallDump, { kind: 'begin' }, '清晨的露水'), 'x.txt').replace('"restitch:version": 1', '"restitch:version": 2');
    const document = await showWith(newer);
    await pageOf(document);
    await select(document, '水肥管');
    assert.equal(await run('restitch.joinNext'), true);
    assert.ok(paragraphs(await pageOf(document)).includes(left + library));
    assert.equal(await readText(sidecarUri(document)), newer);
  });

  it('that is broken is put aside, not overwritten', async () => {
    for (const broken of ['{ "restitch:version": 1, ', '{"restitch:version": 1, "first": 7}']) {
      const document = await showWith(broken);
      await pageOf(document);
      assert.equal(await readText(sidecarUri(document)), broken);
      await select(document, '水肥管');
      await run('restitch.joinNext');
      assert.deepEqual((await sidecarOf(document)).entries.map(({ body }) => body.kind), ['join']);
      const aside = sidecarUri(document).with({ path: `${sidecarUri(document).path}.corrupt-1` });
      assert.equal(await readText(aside), broken);
    }
  });

  it('with a merge conflict is followed on both sides, and written whole with the next decision', async () => {
    const [ours, theirs] = [written(smallDump, { kind: 'begin' }, '清晨的露水'), written(smallDump, { kind: 'apart', as: 'join' }, left, right)];
    const conflict = `<<<<<<< HEAD\n${writeSidecar(ours, 'x.txt')}=======\n${writeSidecar(theirs, 'x.txt')}>>>>>>> theirs\n`;
    const document = await showWith(conflict);
    await pageOf(document);
    assert.equal((await api()).decisions.of(document).length, 2);
    assert.equal(await readText(sidecarUri(document)), conflict);
    await select(document, '## 市图书馆');
    await run('restitch.makeSubhead');
    assert.deepEqual((await sidecarOf(document)).entries.map(({ body }) => body.kind).sort(), ['apart', 'begin', 'role']);
    assert.equal(await readText(sidecarUri(document).with({ path: `${sidecarUri(document).path}.corrupt-1` })), conflict);
  });

  it('goes with its dump when that is renamed', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    await select(document, '水肥管');
    await run('restitch.joinNext');
    const target = document.uri.with({ path: document.uri.path.replace(/\.txt$/u, '-renamed.txt') });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, target);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const renamed = await show(await vscode.workspace.openTextDocument(target));
    await until('the sidecar has moved', async0(async () => exists(sidecarUri(renamed))));
    await until('the decision is followed', async0(async () => paragraphs(await pageOf(renamed)).includes(left + library)));
    assert.equal(await exists(sidecarUri(document)), false);
    assert.match(await readText(sidecarUri(renamed)), new RegExp(`"source": "${target.path.split('/').at(-1) ?? ''}"`, 'u'));
  });

  it('tells what no longer fits, keeps it, and takes it up again when it fits', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    await select(document, '水肥管');
    await run('restitch.joinNext');
    const { decisions } = await api();
    const at = document.getText().indexOf(library);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + library.length)));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await pageOf(document);
    assert.equal(decisions.placing(document).lost.length, 1);
    await save(document);
    await decisions.flush(document);
    assert.equal((await sidecarOf(document)).entries.length, 1);
    await vscode.window.showTextDocument(document);
    await undo();
    await pageOf(document);
    assert.equal(decisions.placing(document).lost.length, 0);
  });

  it('stands in its places through a re-stitching of the page', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    await select(document, '清晨的露水');
    await run('restitch.markReviewed');
    const { decisions } = await api();
    await decisions.decide(document, [{ kind: 'join', left: [smallDump.indexOf(left), smallDump.indexOf(left) + left.length], right: [smallDump.indexOf(right), smallDump.indexOf(right) + right.length] }]);
    await withSetting('restitch.restitch.preview', 'apply', async () => void (await run('restitch.restitchPage')));
    const page = await pageOf(document);
    assert.deepEqual(page.unmet, []);
    assert.deepEqual(decisions.placing(document).lost, []);
    assert.ok(document.getText().includes(left + right));
  });

  it('of a document without a file is written when the document is saved', async () => {
    const target = sampleUri(`${Math.random().toString(36).slice(2)}.newspage`);
    const document = await show(await vscode.workspace.openTextDocument(target.with({ scheme: 'untitled' })));
    await type(document, 0, smallDump);
    await pageOf(document);
    await select(document, '水肥管');
    await run('restitch.joinNext');
    assert.ok(paragraphs(await pageOf(document)).includes(left + library));
    await save(document);
    const saved = await vscode.workspace.openTextDocument(target);
    await until('the sidecar is there', async0(async () => exists(sidecarUri(saved))));
    assert.deepEqual(place(await sidecarOf(saved), saved.getText()).lost, []);
    assert.ok(paragraphs(await pageOf(saved)).includes(left + library));
  });

  it('signs with the name of the setting', async () => {
    await withSetting('restitch.author', '沈知微', async () => {
      const document = await showFile(smallDump);
      await pageOf(document);
      await select(document, '水肥管');
      await run('restitch.joinNext');
      assert.deepEqual((await sidecarOf(document)).entries.map(({ creator }) => creator), ['沈知微']);
    });
  });
});
