// What an editor does in the tree of articles: drags, drops, and the commands that do the same by key.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Row } from '../../../src/extension/tree/row';
import { api, closeAll, pageOf, showFile, showSample, type, undo, until, withSetting } from './support';

const SCHOOL = '河湾镇办起夜校';
const OPEN = '入秋以来,河湾镇的夜校一到傍晚就亮起灯。来听课的有木匠、有菜农,还有刚放学的孩子,教室里坐得满满当当。';
const LEFT = '老木匠陈守田在夜校里学会了看图纸,还把四十年的手艺写成了一本小册子,送给每一个来听课的年';
const RIGHT = '轻人。他说,手艺要有人接着做下去。';
const LAST = '夜校每周开三个晚上的课,不收学费。镇里说,明年还要再添两间教室,把缝纫班和识字班也办起来。';
const BOAT = '渡口小学添了一艘课船';
const BOAT_TEXT = '渡口小学的孩子每天要过河上学。今年9月,学校添了一艘能坐30人的课船,船上有书架,也有黑板。';
const BOAT_LAST = '船工老韩说,孩子们在船上念书,河水都慢了下来。';
const FOLIO = '澜川日报 2031年9月2日 第2版 要闻';
const DUMP = `${[FOLIO, `## ${SCHOOL}`, OPEN, LEFT, RIGHT, LAST, `## ${BOAT}`, BOAT_TEXT, BOAT_LAST].join('\n\n')}\n`;

type Kinds = readonly Row['kind'][];
const parts: Kinds = ['paragraph', 'cut'];

async function visibleRows(): Promise<Row[]> {
  const { rows } = await api();
  const at = async (row?: Row): Promise<Row[]> => {
    const below = (await rows.getChildren(row)) ?? [];
    return (await Promise.all(below.map(async (one) => [one, ...(await at(one))]))).flat();
  };
  return at();
}

async function find(words: string, kinds: Kinds = parts): Promise<Row> {
  const row = (await visibleRows()).find(({ kind, label }) => kinds.includes(kind) && label.startsWith(words.slice(0, 6)));
  assert.ok(row, words);
  return row;
}

/** The articles as they are read. */
async function read(document: vscode.TextDocument): Promise<string[][]> {
  return (await pageOf(document)).articles.map(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]);
}

async function open(): Promise<vscode.TextDocument> {
  const document = await showFile(DUMP, 'newspage');
  assert.deepEqual(await read(document), [[SCHOOL, OPEN, LEFT + RIGHT, LAST], [BOAT, BOAT_TEXT, BOAT_LAST]]);
  return document;
}

/** Selects a row, and sees that it stays so: a tree that has just been given another page may follow its cursor once more. */
async function select(words: string, kinds: Kinds = parts): Promise<void> {
  const { view } = (await api()).articles;
  await until('the row is selected', async () => {
    const row = await find(words, kinds);
    if (view.selection[0] === row) return true;
    await view.reveal(row, { select: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
    return false;
  });
}

/** Drags rows onto another as a hand would. */
async function drag(rows: readonly Row[], target: Row | undefined, between: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const { dragAndDrop } = (await api()).articles;
  const { token } = new vscode.CancellationTokenSource();
  const transfer = new vscode.DataTransfer();
  await dragAndDrop.handleDrag?.(rows, transfer, token);
  await between();
  await dragAndDrop.handleDrop?.(target, transfer, token);
}

describe('dragging in the tree', () => {
  afterEach(closeAll);

  it('moves a paragraph to another article, and leaves the text alone', async () => {
    const document = await open();
    await drag([await find(LAST)], await find(BOAT_TEXT));
    assert.deepEqual(await read(document), [[SCHOOL, OPEN, LEFT + RIGHT], [BOAT, BOAT_TEXT, LAST, BOAT_LAST]]);
    assert.equal(document.getText(), DUMP);
    assert.equal(document.isDirty, false);
  });

  it('reorders the paragraphs of an article', async () => {
    const document = await open();
    await drag([await find(OPEN)], await find(LAST));
    assert.deepEqual((await read(document))[0], [SCHOOL, LEFT + RIGHT, LAST, OPEN]);
  });

  it('moves one piece of a cut paragraph', async () => {
    const document = await open();
    await drag([await find(RIGHT, ['piece'])], await find(BOAT, ['article']));
    assert.deepEqual((await read(document))[0], [SCHOOL, OPEN, LEFT, LAST]);
  });

  it('merges articles', async () => {
    const document = await open();
    await drag([await find(BOAT, ['article'])], await find(SCHOOL, ['article']));
    assert.deepEqual(await read(document), [[SCHOOL, OPEN, LEFT + RIGHT, LAST, `## ${BOAT}`, BOAT_TEXT, BOAT_LAST]]);
  });

  it('makes a paragraph furniture', async () => {
    const document = await open();
    await drag([await find(BOAT_LAST)], await find('Page furniture', ['furnitureGroup']));
    assert.deepEqual((await read(document))[1], [BOAT, BOAT_TEXT]);
    assert.ok((await visibleRows()).some(({ kind, label }) => kind === 'furniture' && label.startsWith('船工老韩')));
  });

  it('does nothing where the text has changed since, and where nothing is under the mouse', async () => {
    const document = await open();
    await drag([await find(LAST)], undefined);
    await drag([await find(LAST)], await find(BOAT_TEXT), async () => {
      await type(document, 0, '\n');
      await pageOf(document);
    });
    assert.deepEqual((await read(document))[0], [SCHOOL, OPEN, LEFT + RIGHT, LAST]);
  });

  it('is refused for what was dragged from another page', async () => {
    await open();
    const row = await find(LAST);
    let other: vscode.TextDocument | undefined;
    await drag([row], await find(BOAT_TEXT), async () => void (other = await open()));
    assert.ok(other);
    assert.equal((await read(other))[1]?.length, 3);
  });
});

describe('commands on rows of the tree', () => {
  afterEach(closeAll);
  const run = async (command: string, ...args: unknown[]): Promise<unknown> => vscode.commands.executeCommand(`restitch.${command}`, ...args);

  it('move a paragraph up and down', async () => {
    const document = await open();
    await run('movePartUp', await find(LAST));
    assert.deepEqual((await read(document))[0], [SCHOOL, OPEN, LAST, LEFT + RIGHT]);
    await run('movePartDown', await find(OPEN));
    assert.deepEqual((await read(document))[0], [SCHOOL, LAST, OPEN, LEFT + RIGHT]);
  });

  it('work on the passage at the cursor where no row is given', async () => {
    await vscode.commands.executeCommand('restitch.showArticles');
    const document = await open();
    const { view } = (await api()).articles;
    await until('the tree shows', () => view.visible);
    const at = document.positionAt(DUMP.indexOf(LAST) + 3);
    assert.ok(vscode.window.activeTextEditor);
    vscode.window.activeTextEditor.selection = new vscode.Selection(at, at);
    await until('the tree follows', () => view.selection[0]?.article === 'a1');
    await run('movePartUp');
    assert.deepEqual((await read(document))[0], [SCHOOL, OPEN, LAST, LEFT + RIGHT]);
  });

  it('work on the selected rows where a key is pressed in the tree', async () => {
    await vscode.commands.executeCommand('restitch.showArticles');
    const document = await open();
    const { view } = (await api()).articles;
    await select(LAST);
    await run('movePartUp', 'tree');
    assert.deepEqual((await read(document))[0], [SCHOOL, OPEN, LAST, LEFT + RIGHT]);
    await until('it is selected still', () => view.selection[0]?.label.startsWith(LAST.slice(0, 6)));
  });

  it('move to another article', async () => {
    const document = await open();
    const row = await find(LAST);
    await run('movePartToArticle', row, [row], (await pageOf(document)).articles[1]?.id);
    assert.deepEqual((await read(document)).map((article) => article.length), [3, 4]);
  });

  it('merge the selected articles, or one with another', async () => {
    const document = await open();
    const both = [await find(SCHOOL, ['article']), await find(BOAT, ['article'])];
    await run('mergeArticles', both[0], both);
    assert.deepEqual((await read(document)).map((article) => article.length), [7]);
    const other = await open();
    const row = await find(SCHOOL, ['article']);
    await run('mergeArticles', row, [row], (await pageOf(other)).articles[1]?.id);
    assert.deepEqual((await read(other)).map(([title]) => title), [BOAT]);
  });

  it('split an article, and a paragraph', async () => {
    const document = await open();
    await run('splitBefore', await find(LAST));
    assert.deepEqual((await read(document)).map(([title]) => title), [SCHOOL, '', BOAT]);
    await run('splitBefore', await find(RIGHT, ['piece']));
    assert.ok(!(await read(document)).flat().includes(LEFT + RIGHT));
  });

  it('accept what is doubtful', async () => {
    const document = await showSample();
    await pageOf(document);
    const doubtful = (await visibleRows()).filter(({ behind }) => behind?.sure === false);
    assert.ok(doubtful.length > 0, 'nothing on this page is doubtful');
    await run('acceptDoubtful', doubtful[0], doubtful);
    const page = await pageOf(document);
    assert.deepEqual(page.unmet, []);
    const left = (await visibleRows()).filter(({ behind }) => behind?.sure === false);
    assert.ok(left.every(({ id }) => doubtful.every((one) => one.id !== id)));
    assert.equal(document.isDirty, false);
  });

  it('rename a headline as one undo step', async () => {
    const document = await open();
    const row = await find(BOAT, ['article']);
    assert.equal(await run('renameHeadline', row, [row], '渡口有了课船'), true);
    assert.ok(document.getText().includes('## 渡口有了课船\n'));
    assert.equal((await read(document))[1]?.[0], '渡口有了课船');
    await vscode.window.showTextDocument(document);
    await undo();
    assert.equal(document.getText(), DUMP);
  });

  it('remember which articles were reviewed, and show it', async () => {
    const document = await open();
    const { rows } = await api();
    const state = async (): Promise<unknown> => (await rows.getTreeItem(await find(BOAT, ['article']))).checkboxState;
    const checked = (value: unknown): boolean => (value as { state?: vscode.TreeItemCheckboxState }).state === vscode.TreeItemCheckboxState.Checked;
    assert.equal(checked(await state()), false);
    await run('toggleReviewed', await find(BOAT, ['article']));
    assert.equal(checked(await state()), true);
    await type(document, document.getText().length, '\n河水慢慢流。\n');
    await pageOf(document);
    assert.equal(checked(await state()), true);
    await run('toggleReviewed', await find(BOAT, ['article']));
    assert.equal(checked(await state()), false);
  });

  it('show only what is doubtful, and all again', async () => {
    await pageOf(await showSample());
    const all = (await visibleRows()).length;
    await run('showDoubtful');
    const few = await visibleRows();
    assert.ok(few.length > 0 && few.length < all);
    assert.ok(few.every(({ doubts }) => doubts > 0));
    await run('showAllArticles');
    assert.equal((await visibleRows()).length, all);
  });
});

describe('the tree and the cursor', () => {
  afterEach(closeAll);
  const cursorTo = (document: vscode.TextDocument, words: string): void => {
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    const at = document.positionAt(document.getText().indexOf(words) + 2);
    editor.selection = new vscode.Selection(at, at);
  };

  it('selects the article of the passage at the cursor, without taking the focus', async () => {
    await vscode.commands.executeCommand('restitch.showArticles');
    const document = await open();
    const { view } = (await api()).articles;
    await until('the tree shows', () => view.visible);
    cursorTo(document, BOAT_TEXT);
    // The article, or the paragraph where the article is open.
    await until('the article is selected', () => view.selection[0]?.article === 'a2');
    cursorTo(document, OPEN);
    await until('the other article is selected', () => view.selection[0]?.article === 'a1');
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('keeps the selection through a new analysis', async () => {
    await vscode.commands.executeCommand('restitch.showArticles');
    const document = await open();
    const { view } = (await api()).articles;
    await select(BOAT, ['article']);
    await type(document, DUMP.indexOf(`## ${SCHOOL}`), '## 山货集市开到县城\n\n记者从县里获悉,山货集市开到了县城,头一天就来了两千人,核桃和板栗卖得最快。\n\n');
    assert.equal((await read(document)).length, 3);
    await until('it is selected still', () => view.selection[0]?.label === BOAT && view.selection[0].article === 'a3');
  });

  it('stays where it is when the setting says so', async () => {
    await withSetting('restitch.articles.followCursor', false, async () => {
      await vscode.commands.executeCommand('restitch.showArticles');
      const document = await open();
      const { view } = (await api()).articles;
      await select(SCHOOL, ['article']);
      cursorTo(document, BOAT_TEXT);
      // Longer than a cursor has to rest before the tree follows.
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal(view.selection[0]?.label, SCHOOL);
    });
  });
});
