import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { formats, type Analysis } from '../../../src/core';
import { writeFiles } from '../../../src/extension/export/files';
import { api, closeAll, ordinaryMarkdown, pageOf, readText, sampleUri, showFile, showSample } from './support';

async function exportTo(command: string, target: vscode.Uri): Promise<vscode.Uri | undefined> {
  return vscode.commands.executeCommand<vscode.Uri | undefined>(command, undefined, target);
}

interface Request {
  readonly format: string;
  readonly target: vscode.Uri;
  readonly per?: 'article' | 'page';
  readonly articles?: readonly string[];
}

async function exportWith(request: Request): Promise<vscode.Uri | undefined> {
  return vscode.commands.executeCommand<vscode.Uri | undefined>('restitch.export', undefined, request);
}

/** The names in a folder, in order. */
async function namesIn(folder: vscode.Uri): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
}

/** A folder of the workspace that is not there yet. */
function newFolder(): vscode.Uri {
  return sampleUri(`export-${randomUUID()}`);
}

/** Answers each question with the one button it has, or with none, and notes what was asked. */
async function answering(yes: boolean, run: () => Promise<void>): Promise<string[]> {
  const window = vscode.window as { showWarningMessage: unknown };
  const before = window.showWarningMessage;
  const asked: string[] = [];
  window.showWarningMessage = (question: string, _options: unknown, button: string): Promise<string | undefined> => {
    asked.push(question);
    return Promise.resolve(yes ? button : undefined);
  };
  try {
    await run();
  } finally {
    window.showWarningMessage = before;
  }
  return asked;
}

/**
 * Answers the quick picks with the items of these ids, closes one for `undefined`, and gives the dialogs for files and folders a target.
 * @returns the ids at which the quick picks began, and what the command gave
 */
async function choosing(ids: readonly (string | undefined)[], target: vscode.Uri, run: () => PromiseLike<unknown>): Promise<{ began: (string | undefined)[]; gave: string | undefined }> {
  const window = vscode.window as { createQuickPick: unknown; showSaveDialog: unknown; showOpenDialog: unknown };
  const before = { ...window };
  const began: (string | undefined)[] = [];
  const left = [...ids];
  window.createQuickPick = () => {
    interface Item { readonly id?: string }
    let accept = (): void => undefined;
    let hide = (): void => undefined;
    const list = {
      items: [] as Item[],
      activeItems: [] as Item[],
      selectedItems: [] as Item[],
      onDidAccept: (listener: () => void) => void (accept = listener),
      onDidHide: (listener: () => void) => void (hide = listener),
      show: () => {
        began.push(list.activeItems[0]?.id);
        const id = left.shift();
        list.selectedItems = list.items.filter((item) => id !== undefined && item.id === id);
        (list.selectedItems.length > 0 ? accept : hide)();
      },
      hide: () => hide(),
      dispose: () => undefined,
    };
    return list;
  };
  window.showSaveDialog = () => Promise.resolve(target);
  window.showOpenDialog = () => Promise.resolve([target]);
  try {
    const gave = await run();
    return { began, gave: gave instanceof vscode.Uri ? gave.toString() : undefined };
  } finally {
    Object.assign(window, { createQuickPick: before.createQuickPick, showSaveDialog: before.showSaveDialog, showOpenDialog: before.showOpenDialog });
  }
}

describe('exports', () => {
  afterEach(closeAll);

  it('writes the articles as Markdown', async () => {
    const page = await pageOf(await showSample());
    const target = sampleUri('out.md');
    assert.equal((await exportTo('restitch.exportMarkdown', target))?.path, target.path);
    const text = await readText(target);
    for (const { title } of page.articles) assert.ok(text.includes(title), title);
  });

  it('writes the analysis as JSON', async () => {
    const document = await showSample();
    const page = await pageOf(document);
    const target = sampleUri('out.json');
    assert.ok(await exportTo('restitch.exportJson', target));
    const analysis = JSON.parse(await readText(target)) as Analysis;
    assert.equal(analysis.format, 'restitch/1');
    assert.deepEqual(analysis.source, { name: document.uri.path.split('/').at(-1), encoding: 'utf-8', length: page.text.length });
    assert.equal(analysis.articles.length, page.articles.length);
  });

  it('does not touch the page itself', async () => {
    const document = await showSample();
    const before = document.getText();
    await exportTo('restitch.exportMarkdown', sampleUri('out.md'));
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });

  it('gives nothing where there is no page or no place to write', async () => {
    await showFile(ordinaryMarkdown, 'md');
    assert.equal(await exportTo('restitch.exportMarkdown', sampleUri('never.md')), undefined);
    await assert.rejects(async () => vscode.workspace.fs.stat(sampleUri('never.md')));
    await showSample();
    assert.equal(await exportTo('restitch.exportMarkdown', vscode.Uri.parse('no-such-scheme:/x.md')), undefined);
  });

  it('writes every format, and leaves nothing else behind', async () => {
    await showSample();
    const folder = newFolder();
    for (const { id, extension } of formats) {
      const target = vscode.Uri.joinPath(folder, `page-${id}.${extension}`);
      assert.equal((await exportWith({ format: id, target, per: 'page' }))?.path, target.path, id);
      assert.ok((await vscode.workspace.fs.readFile(target)).length > 100, id);
    }
    assert.deepEqual(await namesIn(folder), formats.map(({ id, extension }) => `page-${id}.${extension}`).sort());
    const word = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, 'page-docx.docx'));
    assert.equal(String.fromCharCode(...word.subarray(0, 2)), 'PK');
  });

  it('writes one file an article, under names that every system takes', async () => {
    const document = await showFile(['## 上/下:「河湾」的夜校？', '入秋以来,河湾镇的夜校一到傍晚就亮起灯。教室里坐得满满当当,人人来听课。', '## 渡口小学添了一艘课船', '渡口小学的孩子每天要过河上学。今年9月,学校添了一艘能坐30人的课船。', ''].join('\n\n'), 'newspage');
    const folder = newFolder();
    assert.equal((await exportWith({ format: 'markdown', target: folder, per: 'article' }))?.path, folder.path);
    const page = await pageOf(document);
    assert.deepEqual(await namesIn(folder), ['01-上_下_「河湾」的夜校？.md', '02-渡口小学添了一艘课船.md']);
    for (const [at, name] of (await namesIn(folder)).entries()) {
      const text = await readText(vscode.Uri.joinPath(folder, name));
      assert.ok(text.startsWith('---\n') && text.includes(page.articles[at]?.paragraphs[0]?.text ?? '?'), name);
    }
  });

  it('writes the articles that are asked for only, numbered as on the page', async () => {
    const page = await pageOf(await showSample());
    const folder = newFolder();
    await exportWith({ format: 'text', target: folder, per: 'article', articles: ['a2', 'a3'] });
    assert.deepEqual((await namesIn(folder)).map((name) => name.slice(0, 3)), ['02-', '03-']);
    const one = vscode.Uri.joinPath(folder, 'one.jsonl');
    await exportWith({ format: 'jsonl', target: one, articles: ['a2'] });
    const lines = (await readText(one)).split('\n');
    assert.equal(lines.length, 2);
    assert.equal((JSON.parse(lines[0] ?? '') as { title: string }).title, page.articles[1]?.title);
  });

  it('asks before it replaces a file of a folder, and keeps all of them when told to', async () => {
    await showSample();
    const folder = newFolder();
    const request = { format: 'text', target: folder, per: 'article' } as const;
    await exportWith(request);
    const [first = ''] = await namesIn(folder);
    const uri = vscode.Uri.joinPath(folder, first);
    const written = await readText(uri);
    assert.deepEqual(await answering(false, async () => void (await exportWith(request))), [], 'the same content needs no question');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('我自己的笔记\n'));
    assert.equal((await answering(false, async () => assert.equal(await exportWith(request), undefined))).length, 1);
    assert.equal(await readText(uri), '我自己的笔记\n');
    assert.equal((await answering(true, async () => assert.ok(await exportWith(request)))).length, 1);
    assert.equal(await readText(uri), written);
  });

  it('leaves no file, half or whole, when it is cancelled', async () => {
    const folder = newFolder();
    const bytes = new TextEncoder().encode('河湾镇办起夜校\n');
    const files = ['1.txt', '2.txt', '3.txt'].map((name) => ({ uri: vscode.Uri.joinPath(folder, name), bytes }));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, '1.txt'), new TextEncoder().encode('从前\n'));
    for (const after of [0, 1, 3]) {
      const source = new vscode.CancellationTokenSource();
      if (after === 0) source.cancel();
      let count = 0;
      assert.equal(await writeFiles(files, source.token, () => {
        count += 1;
        if (count === after) source.cancel();
      }), false);
      assert.deepEqual(await namesIn(folder), ['1.txt']);
      assert.equal(await readText(vscode.Uri.joinPath(folder, '1.txt')), '从前\n');
    }
    assert.equal(await writeFiles(files, new vscode.CancellationTokenSource().token), true);
    assert.deepEqual(await namesIn(folder), ['1.txt', '2.txt', '3.txt']);
  });

  it('never writes over the page itself', async () => {
    const document = await showSample();
    const before = document.getText();
    assert.equal(await exportWith({ format: 'text', target: document.uri, per: 'page' }), undefined);
    assert.equal(await readText(document.uri), before);
  });

  it('exports the rows that are chosen in the tree, and begins with what was chosen last', async () => {
    const page = await pageOf(await showSample());
    const rows = (await (await api()).rows.getChildren()) ?? [];
    const folder = newFolder();
    const fromTree = async (...chosen: readonly unknown[]): Promise<unknown> => vscode.commands.executeCommand('restitch.exportArticles', chosen[0], chosen);
    const some = await choosing(['text', 'article'], folder, () => fromTree(rows[1], rows[2]));
    assert.deepEqual((await namesIn(folder)).map((name) => name.slice(0, 3)), ['02-', '03-']);
    assert.equal(some.gave, folder.toString());
    const file = vscode.Uri.joinPath(folder, 'one.txt');
    const one = await choosing(['text'], file, () => fromTree(rows[0]));
    assert.deepEqual(one.began, ['text'], 'one article needs no second question');
    assert.ok((await readText(file)).startsWith(page.articles[0]?.title ?? '?'));
    const all = await choosing(['text', undefined], folder, async () => vscode.commands.executeCommand('restitch.export'));
    assert.deepEqual(all.began, ['text', 'article']);
    assert.equal(all.gave, undefined);
  });
});
