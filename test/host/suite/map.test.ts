import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Decision } from '../../../src/core';
import type { Views } from '../../../src/extension/map';
import type { MapModel, ToMap } from '../../../src/webview/protocol/map';
import type { ReadingModel, ToReading } from '../../../src/webview/protocol/reading';
import { api, closeAll, ordinaryMarkdown, pageOf, showFile, showSample, smallDump, type, until } from './support';

const first = '白鹭乡晚稻开镰 田间处处是丰收';
const second = '市图书馆新馆试运行首周接待读者3.2万人次';
const carried = '理,全程跟着农时走';

async function views(): Promise<Views> {
  return (await api()).views;
}

/** All that goes to a view from now on. */
function listen<T>(event: vscode.Event<T>): { readonly heard: T[]; dispose(): void } {
  const heard: T[] = [];
  const subscription = event((message) => heard.push(message));
  return { heard, dispose: () => void subscription.dispose() };
}

const models = (heard: readonly ToMap[]): MapModel[] => heard.flatMap((message) => (message.type === 'model' ? [message.model] : []));
const readings = (heard: readonly ToReading[]): ReadingModel[] => heard.flatMap((message) => (message.type === 'model' ? [message.model] : []));
const said = (heard: readonly ToMap[]): string[] => heard.flatMap((message) => (message.type === 'say' ? [message.text] : []));

/** The articles of a model: titles with the beginnings of their parts. */
const articles = (model: MapModel | undefined): string[][] =>
  (model?.groups ?? []).filter(({ furniture }) => !furniture).map(({ title, parts }) => [title, ...parts.map((part) => model?.blocks[part]?.excerpt.slice(0, 6) ?? '')]);

const place = (model: MapModel, text: string): number => model.blocks.findIndex(({ excerpt }) => excerpt.includes(text));

/** Opens the map on a document and gives the model that the view has been sent. */
async function openMap(document: vscode.TextDocument): Promise<{ readonly map: Views['map']; readonly model: MapModel; readonly heard: ToMap[] }> {
  const { map } = await views();
  const { heard } = listen(map.onDidPost);
  await pageOf(document);
  await vscode.commands.executeCommand('restitch.showPageMap', document.uri);
  const model = await until('the map has a page', () => models(heard).find(({ source }) => source === document.uri.toString()));
  return { map, model, heard };
}

describe('the page map', () => {
  afterEach(closeAll);

  it('opens beside the text and shows the page when the view is ready', async () => {
    const document = await showFile(smallDump);
    const { map, model } = await openMap(document);
    assert.ok(map.isVisible);
    assert.notEqual(map.column, vscode.window.visibleTextEditors[0]?.viewColumn);
    assert.deepEqual(articles(model).map(([title]) => title), [first, second]);
    assert.equal(map.current?.version, document.version);
    assert.ok(!model.canUndo);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.match(tab?.label ?? '', /^Page map: .+\.txt$/);
  });

  it('makes decisions of what the view asks for, shows what comes of them, and takes them back', async () => {
    const document = await showFile(smallDump);
    const { map, model, heard } = await openMap(document);
    assert.ok(articles(model)[0]?.some((part) => carried.startsWith(part)), JSON.stringify(articles(model)));
    await map.receive({ type: 'move', edition: model.edition, blocks: [place(model, carried)], to: { kind: 'article', group: 1 } });
    const moved = await until('the block has moved', () => models(heard).find((one) => articles(one)[1]?.some((part) => carried.startsWith(part))));
    assert.ok(moved.canUndo);
    await until('it is said', () => said(heard).some((text) => text.startsWith('Moved.')));
    assert.equal(document.getText(), smallDump, 'a decision writes nothing into the text');
    heard.length = 0;
    await map.receive({ type: 'undo' });
    const back = await until('the block is back', () => models(heard).find((one) => articles(one)[0]?.some((part) => carried.startsWith(part))));
    assert.ok(!back.canUndo);
    await map.receive({ type: 'undo' });
    await until('it is said', () => said(heard).includes('There is no decision to undo'));
  });

  it('merges two articles, and gives a block to no article', async () => {
    const document = await showFile(smallDump);
    const { map, model, heard } = await openMap(document);
    await map.receive({ type: 'merge', edition: model.edition, group: 1, into: 0 });
    await until('there is one article', () => models(heard).find((one) => articles(one).length === 1));
    await map.receive({ type: 'undo' });
    const back = await until('there are two', () => models(heard).slice(1).find((one) => articles(one).length === 2));
    await map.receive({ type: 'move', edition: back.edition, blocks: [place(back, carried)], to: { kind: 'furniture' } });
    await until('it is furniture', () => models(heard).find(({ blocks }) => blocks.some(({ kind, excerpt }) => kind === 'furniture' && excerpt.startsWith(carried))));
  });

  it('does nothing for a text that has changed since', async () => {
    const document = await showFile(smallDump);
    const { map, model } = await openMap(document);
    const decided: (readonly Decision[])[] = [];
    await type(document, 0, '\n');
    await map.receive({ type: 'move', edition: model.edition, blocks: [place(model, carried)], to: { kind: 'article', group: 1 } });
    const page = await pageOf(document);
    decided.push(page.decisions);
    assert.deepEqual(decided, [[]]);
    const now = map.current;
    assert.equal(now?.version, document.version, 'the map is brought up to date');
  });

  it('ignores what it does not understand', async () => {
    const document = await showFile(smallDump);
    const { map, model } = await openMap(document);
    const wrong = [undefined, 'ready', { type: 'open', path: '/etc' }, { type: 'move', edition: model.edition, blocks: ['0'], to: { kind: 'furniture' } }, { type: 'reveal', edition: model.edition, block: 10_000, focus: false }];
    for (const message of wrong) await map.receive(message);
    assert.deepEqual((await pageOf(document)).decisions, []);
  });

  it('reveals and selects a block where its text is open', async () => {
    const document = await showFile(smallDump);
    const { map, model } = await openMap(document);
    await map.receive({ type: 'reveal', edition: model.edition, block: place(model, carried), focus: true });
    const editor = await until('the text has the focus', () => (vscode.window.activeTextEditor?.document === document ? vscode.window.activeTextEditor : undefined));
    assert.match(document.getText(editor.selection), /^理,全程跟着农时走/);
    assert.equal(vscode.window.visibleTextEditors.length, 1, 'no second editor opens');
  });

  it('finds a block that was clicked before the map knew of an edit', async () => {
    const document = await showFile(smallDump);
    const { map, model } = await openMap(document);
    await type(document, 0, '新的一行\n\n');
    await map.receive({ type: 'reveal', edition: model.edition, block: place(model, carried), focus: true });
    const editor = await until('the text has the focus', () => (vscode.window.activeTextEditor?.document === document ? vscode.window.activeTextEditor : undefined));
    assert.match(document.getText(editor.selection), /^理,全程跟着农时走/);
  });

  it('follows the cursor', async () => {
    const document = await showFile(smallDump);
    const { model, heard } = await openMap(document);
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
    assert.ok(editor);
    const position = document.positionAt(smallDump.indexOf(second));
    editor.selection = new vscode.Selection(position, position);
    await until('the map knows', () => heard.some((message) => message.type === 'cursor' && message.block === place(model, second)));
  });

  it('follows the text and the active page, and keeps the last one beside other files', async () => {
    const document = await showFile(smallDump);
    const { map, heard } = await openMap(document);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await type(document, document.getText().length, '\n## 未来一周晴好天气利于收晒\n\n记者从市气象台获悉,未来一周天气晴好。\n');
    await until('the new article is there', () => models(heard).some((one) => articles(one).length === 3));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: ordinaryMarkdown }), vscode.ViewColumn.One);
    assert.equal(map.current?.document, document);
    const sample = await showSampleAt(vscode.ViewColumn.One);
    await until('the other page shows', () => map.current?.document === sample);
  });

  it('comes back with its document when the window is loaded again', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const { map } = await views();
    const { heard } = listen(map.onDidPost);
    const panel = vscode.window.createWebviewPanel('restitch.pageMap', '', vscode.ViewColumn.Beside);
    await map.deserializeWebviewPanel(panel, { source: document.uri.toString() });
    await until('the map has a page', () => models(heard).some(({ source }) => source === document.uri.toString()));
    await map.deserializeWebviewPanel(vscode.window.createWebviewPanel('restitch.pageMap', '', vscode.ViewColumn.Beside), { source: 7 });
  });
});

async function showSampleAt(column: vscode.ViewColumn): Promise<vscode.TextDocument> {
  const document = await showSample();
  await vscode.window.showTextDocument(document, column);
  return document;
}

describe('the clean reading', () => {
  afterEach(closeAll);

  async function openReading(document: vscode.TextDocument, article?: string): Promise<{ readonly reading: Views['reading']; readonly model: ReadingModel; readonly heard: ToReading[] }> {
    const { reading } = await views();
    const { heard } = listen(reading.onDidPost);
    await pageOf(document);
    await vscode.commands.executeCommand('restitch.readClean', document.uri, article);
    const model = await until('the reading has a page', () => readings(heard).find(({ source }) => source === document.uri.toString()));
    return { reading, model, heard };
  }

  it('shows the articles whole, and the one it is asked for', async () => {
    const { model, heard } = await openReading(await showFile(smallDump), 'a2');
    assert.deepEqual(model.articles.map(({ title }) => title?.text), [first, second]);
    const paragraphs = model.articles[0]?.paragraphs.map((pieces) => pieces.map(({ text }) => text).join('')) ?? [];
    assert.ok(paragraphs.some((text) => text.includes('从选种、育秧到水肥管理,全程跟着农时走')));
    await until('the article is called', () => heard.some((message) => message.type === 'article' && message.id === 'a2'));
  });

  it('is new after each analysis', async () => {
    const document = await showFile(smallDump);
    const { heard } = await openReading(document);
    await type(document, document.getText().indexOf(second), '澜川');
    await until('the headline is new', () => readings(heard).some(({ articles: all }) => all.some(({ title }) => title?.text === `澜川${second}`)));
  });

  it('goes to the character in the text', async () => {
    const document = await showFile(smallDump);
    const { reading, model } = await openReading(document);
    const piece = model.articles.flatMap(({ paragraphs }) => paragraphs.flat()).find(({ text }) => text.startsWith(carried));
    assert.ok(piece);
    await reading.receive({ type: 'reveal', edition: model.edition, piece: piece.at, at: 2, focus: true });
    const editor = await until('the text has the focus', () => (vscode.window.activeTextEditor?.document === document ? vscode.window.activeTextEditor : undefined));
    assert.equal(document.offsetAt(editor.selection.active), smallDump.indexOf(carried) + 2);
  });

  it('goes to the same character after an edit that the reading does not know of, and to none that is gone', async () => {
    const document = await showFile(smallDump);
    const { reading, model } = await openReading(document);
    const piece = model.articles.flatMap(({ paragraphs }) => paragraphs.flat()).find(({ text }) => text.startsWith(carried));
    assert.ok(piece);
    await type(document, 0, '新的一行\n\n');
    await reading.receive({ type: 'reveal', edition: model.edition, piece: piece.at, at: 2, focus: true });
    const editor = await until('the text has the focus', () => (vscode.window.activeTextEditor?.document === document ? vscode.window.activeTextEditor : undefined));
    assert.equal(document.offsetAt(editor.selection.active), document.getText().indexOf(carried) + 2);
    const place = editor.selection;
    await type(document, document.getText().indexOf(carried) + 1, '新');
    await reading.receive({ type: 'reveal', edition: model.edition, piece: piece.at, at: 0, focus: true });
    assert.equal(editor.selection.active.line, place.active.line);
  });

  it('takes the dump along and hears no answer, and goes along with the dump', async () => {
    const document = await showSample();
    const { reading, model, heard } = await openReading(document);
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
    assert.ok(editor);
    const last = model.articles.at(-1)?.paragraphs.flat()[0];
    assert.ok(last);
    heard.length = 0;
    await reading.receive({ type: 'top', edition: model.edition, piece: last.at, part: 0 });
    await until('the dump has moved', () => (editor.visibleRanges[0]?.start.line ?? 0) > 20);
    assert.deepEqual(heard.filter((message) => message.type === 'scrollTo'), []);
    // The hand comes later than any answer could.
    await new Promise((resolve) => setTimeout(resolve, 450));
    editor.revealRange(new vscode.Range(0, 0, 0, 0), vscode.TextEditorRevealType.AtTop);
    await until('the reading goes along', () => heard.some((message) => message.type === 'scrollTo'));
  });

  it('ignores what it does not understand, and what speaks of another model', async () => {
    const document = await showFile(smallDump);
    const { reading, model } = await openReading(document);
    for (const message of [null, { type: 'top' }, { type: 'top', edition: model.edition + 1, piece: 0, part: 0 }, { type: 'reveal', edition: model.edition, piece: 999, at: 0, focus: false }]) await reading.receive(message);
    assert.ok(reading.current);
  });
});
