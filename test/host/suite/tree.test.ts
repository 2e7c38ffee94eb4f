import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Row } from '../../../src/extension/tree/row';
import { api, closeAll, ordinaryMarkdown, pageOf, showFile, showSample, smallDump, type, until } from './support';

async function children(row?: Row): Promise<readonly Row[]> {
  return (await (await api()).rows.getChildren(row)) ?? [];
}

async function articles(): Promise<readonly Row[]> {
  return (await children()).filter(({ kind }) => kind !== 'furnitureGroup');
}

/** The labels of the articles, without the furniture. */
async function labels(): Promise<readonly string[]> {
  return (await articles()).map(({ label }) => label);
}

describe('the tree of articles', () => {
  afterEach(closeAll);

  it('shows the articles of the active page in order, and their parts', async () => {
    const document = await showSample();
    const page = await pageOf(document);
    const shown = await articles();
    assert.deepEqual(shown.map(({ article }) => article), page.articles.map(({ id }) => id));
    const cut = page.articles.findIndex(({ paragraphs }) => paragraphs.some(({ spans }) => spans.length > 1));
    const parts = await children(shown[cut]);
    assert.ok(parts.some(({ kind, children: pieces }) => kind === 'cut' && pieces.length > 1));
    assert.equal(shown.reduce((sum, { problems }) => sum + problems, 0), page.findings.filter(({ article }) => article !== undefined).length);
  });

  it('reveals the text of a row that is clicked', async () => {
    const document = await showFile(smallDump);
    await pageOf(document);
    const { rows } = await api();
    const [, second] = await children();
    assert.ok(second);
    const { command } = await rows.getTreeItem(second);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    assert.match(document.getText(editor.selection), /市图书馆新馆试运行/);
  });

  it('gives the pieces of a cut paragraph a row each', async () => {
    await pageOf(await showFile(smallDump));
    const [first] = await children();
    const cut = (await children(first)).find(({ kind }) => kind === 'cut');
    assert.match(cut?.description ?? '', /^2 pieces · lines 9, 17$/);
    assert.deepEqual(cut?.children.map(({ label }) => label.slice(0, 5)), ['罗守田的好', '理,全程跟']);
  });

  it('tells names and keywords in the tooltip of an article', async () => {
    await pageOf(await showSample());
    const { rows } = await api();
    const [first] = await children();
    assert.ok(first);
    const item = await rows.getTreeItem(first);
    const { token } = new vscode.CancellationTokenSource();
    const resolved = await rows.resolveTreeItem?.(item, first, token);
    assert.ok(resolved?.tooltip instanceof vscode.MarkdownString);
    // The colon is escaped, lest something like an address becomes a link.
    assert.match(resolved.tooltip.value, /Keywords\\?: \S/);
  });

  it('has a spoken label for each row', async () => {
    await pageOf(await showFile(smallDump));
    const { rows } = await api();
    for (const row of await children()) {
      const item = await rows.getTreeItem(row);
      assert.ok((item.accessibilityInformation?.label ?? '').includes(row.label));
    }
  });

  it('follows the active editor and the text', async () => {
    const dump = await showFile(smallDump);
    await pageOf(dump);
    assert.equal((await labels()).length, 2);
    await showFile(ordinaryMarkdown, 'md');
    assert.deepEqual(await labels(), []);
    await vscode.window.showTextDocument(dump);
    assert.equal((await labels()).length, 2);
    await type(dump, dump.getText().length, '\n## 未来一周晴好天气利于收晒\n\n记者从市气象台获悉,未来一周天气晴好。\n');
    let now: readonly string[] = [];
    await until('the new article is in the tree', () => {
      void labels().then((found) => (now = found));
      return now.some((label) => label.startsWith('未来一周'));
    });
  });
});
