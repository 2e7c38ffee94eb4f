import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { IssueRow } from '../../../src/extension/issue/rows';
import type { Issues } from '../../../src/extension/issue';
import { api, closeAll, diagnosticsOf, pageOf, readText, sampleUri, show, type, until } from './support';

let made: vscode.Uri | undefined;

/** A copy of the sample issue in a folder of its own. */
async function issueFolder(): Promise<vscode.Uri> {
  const folder = sampleUri(randomUUID());
  made = folder;
  await vscode.workspace.fs.copy(sampleUri('issue'), folder);
  return folder;
}

const file = (folder: vscode.Uri, page: number): vscode.Uri => vscode.Uri.joinPath(folder, `lanchuan-20240927-0${String(page)}.txt`);

async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await show(await vscode.workspace.openTextDocument(uri));
  await pageOf(document);
  return document;
}

/** The place of some words in a document. */
function at(document: vscode.TextDocument, words: string): vscode.Position {
  const offset = document.getText().indexOf(words);
  assert.ok(offset >= 0, words);
  return document.positionAt(offset + 1);
}

const links = (uri: vscode.Uri, position: vscode.Position): Thenable<readonly vscode.LocationLink[]> => vscode.commands.executeCommand('vscode.executeDefinitionProvider', uri, position);

const shownIn = async ({ targetUri, targetSelectionRange }: vscode.LocationLink): Promise<string> =>
  `${targetUri.path.slice(-6, -4)} ${(await vscode.workspace.openTextDocument(targetUri)).getText(targetSelectionRange)}`;

/** The row of the issue in a folder, as the tree shows it. */
function rowOf({ tree }: Issues, folder: vscode.Uri): IssueRow | undefined {
  return tree.getChildren().find(({ id }) => id.includes(folder.path));
}

describe('a whole issue', () => {
  // Another copy of the same issue would make all of its texts stand twice.
  afterEach(async () => {
    await closeAll();
    const folder = made;
    if (!folder) return;
    await vscode.workspace.fs.delete(folder, { recursive: true });
    const { issues } = await api();
    await until('the folder is forgotten', () => rowOf(issues, folder) === undefined);
  });

  it('leads from a jump line to the other part, there and back, in files that are not open', async () => {
    const folder = await issueFolder();
    const first = await open(file(folder, 1));
    const there = await links(first.uri, at(first, '下转第2版'));
    assert.deepEqual(await Promise.all(there.map(shownIn)), ['02 ## 前三季度澜川粮食加工业增长8.6%']);
    const fourth = await open(file(folder, 4));
    const back = await links(fourth.uri, at(fourth, '上接第2版'));
    assert.deepEqual(await Promise.all(back.map(shownIn)), ['02 ## 老街的门板一块一块换新']);
    const headline = await links(first.uri, at(first, '前三季度澜川'));
    assert.deepEqual(await Promise.all(headline.map(shownIn)), ['02 ## 前三季度澜川粮食加工业增长8.6%']);
  });

  it('lists all parts of an article as references', async () => {
    const folder = await issueFolder();
    const second = await open(file(folder, 2));
    const found: readonly vscode.Location[] = await vscode.commands.executeCommand('vscode.executeReferenceProvider', second.uri, at(second, '老街的门板一块'));
    assert.deepEqual([...new Set(found.map(({ uri }) => uri.path.slice(-6)))].sort(), ['02.txt', '04.txt']);
  });

  it('reads nothing of a folder for an article that is all here', async () => {
    const folder = await issueFolder();
    const first = await open(file(folder, 1));
    await links(first.uri, at(first, '石渡二桥亮灯'));
    const { issues } = await api();
    assert.deepEqual(issues.index.known(first.uri), []);
  });

  it('names the missing page at the jump line, in a hint with its reason', async () => {
    const folder = await issueFolder();
    const first = await open(file(folder, 1));
    await links(first.uri, at(first, '下转第3版'));
    const hint = await until('the hint is there', () => diagnosticsOf(first).find(({ code }) => code === 'missing-page'));
    assert.equal(hint.message, 'Goes on on page 3, which is not in this issue.');
    assert.equal(hint.severity, vscode.DiagnosticSeverity.Hint);
    assert.deepEqual(hint.relatedInformation?.map(({ message }) => message), ['this issue has pages 1, 2, 4, 5']);
    assert.equal(first.getText(hint.range), '(下转第3版)');
  });

  it('shows issues, pages, articles, what is missing and what stands twice', async () => {
    const { issues } = await api();
    const folder = await issueFolder();
    const first = await open(file(folder, 1));
    await links(first.uri, at(first, '下转第2版'));
    const row = await until('the issue is in the tree', () => rowOf(issues, folder));
    assert.equal(row.label, '澜川日报 2024-09-27');
    assert.equal(row.description, '0/10 reviewed · 4 pages');
    assert.deepEqual(row.children.map(({ label }) => label), ['Page 1 · 要闻', 'Page 2 · 综合', 'Page 3 is missing', 'Page 4 · 民生', 'Page 5 · 副刊', 'Texts that stand twice']);
    const [one, two, missing] = row.children;
    assert.deepEqual(one?.children.map(({ description }) => description), ['→ p. 2', '→ p. 3, missing', '']);
    assert.deepEqual(two?.children.map(({ description }) => description), ['← p. 1', '→ p. 4', 'stands twice']);
    assert.deepEqual(missing?.details, ['a jump line on page 1 leads there', 'pages 2 and 4 are here', 'the folio of page 1 counts 5 pages']);
    const part = one.children[0]?.children[0];
    assert.match(`${part?.label ?? ''} ${part?.description ?? ''}`, /^Page 2 · 前三季度澜川粮食加工业增长8\.6% \d\d%$/);
  });

  it('follows what is typed, and files that come and go', async () => {
    const { issues } = await api();
    const folder = await issueFolder();
    const first = await open(file(folder, 1));
    await issues.index.around(first.uri);
    assert.equal(rowOf(issues, folder)?.children[2]?.label, 'Page 3 is missing');
    await type(first, first.getText().indexOf('云坪湿地首批'), '今年');
    await until('the new headline is in the tree', () => rowOf(issues, folder)?.children[0]?.children.some(({ label }) => label === '今年云坪湿地首批候鸟平安落户'));
    const third = ['澜川日报  2024年9月27日 星期五  第3版 生态', '', '## 云坪湿地首批候鸟平安落户', '', '■上接第1版 云坪湿地的浅滩上,灰雁正在觅食。保护站的监测员每天要数三遍候鸟,把数字记在本子上。', ''].join('\n');
    await vscode.workspace.fs.writeFile(file(folder, 3), new TextEncoder().encode(third));
    await until('page 3 is in the tree', () => rowOf(issues, folder)?.children[2]?.label === 'Page 3 · 生态');
    const there = await links(first.uri, at(first, '下转第3版'));
    assert.deepEqual(await Promise.all(there.map(shownIn)), ['03 ## 云坪湿地首批候鸟平安落户']);
    await vscode.workspace.fs.delete(file(folder, 3));
    await until('page 3 is missing again', () => rowOf(issues, folder)?.children[2]?.label === 'Page 3 is missing');
  });

  it('counts what was reviewed, by what is written beside the files', async () => {
    const { issues } = await api();
    const folder = await issueFolder();
    const second = await open(file(folder, 2));
    const editor = await vscode.window.showTextDocument(second);
    const cursor = at(second, '停水公告');
    editor.selection = new vscode.Selection(cursor, cursor);
    await vscode.commands.executeCommand('restitch.markReviewed');
    await issues.index.around(second.uri);
    const row = await until('the review counts', () => [rowOf(issues, folder)].find((one) => one?.description === '1/10 reviewed · 4 pages'));
    assert.equal(row.children[1]?.description, '1/3 reviewed');
  });

  it('offers a doubtful part, and takes the editor’s word for it', async () => {
    const { issues } = await api();
    const folder = await issueFolder();
    const text = ['澜川日报  2024年9月27日 星期五  第3版 生态', '', '## 杏花岭修通了水渠', '', '■上接第1版 水渠从岭上的水库引水,沿着山腰走了六公里,三个村子的梯田都能浇上水。修渠的石匠老贺说,渠底每一块石头都是敲平了再铺的。', ''].join('\n');
    await vscode.workspace.fs.writeFile(file(folder, 3), new TextEncoder().encode(text));
    const first = await open(file(folder, 1));
    await issues.index.around(first.uri);
    const birds = (): IssueRow | undefined => rowOf(issues, folder)?.children[0]?.children[1];
    const offer = birds()?.children[0];
    assert.equal(offer?.kind, 'offer');
    assert.match(offer.label, /^Perhaps Page 3 · 杏花岭/);
    assert.deepEqual((await links(first.uri, at(first, '下转第3版'))).length, 1);
    await vscode.commands.executeCommand('restitch.issue.acceptLink', offer);
    assert.deepEqual(birds()?.children.map(({ kind, description }) => [kind, description]), [['part', '100%']]);
    await vscode.commands.executeCommand('restitch.issue.forgetLinks');
    assert.deepEqual(birds()?.children.map(({ kind }) => kind), ['offer']);
  });

  it('goes to the other part by command', async () => {
    const folder = await issueFolder();
    const first = await open(file(folder, 1));
    const editor = await vscode.window.showTextDocument(first);
    const cursor = at(first, '清禾县是澜川的粮仓');
    editor.selection = new vscode.Selection(cursor, cursor);
    assert.equal(await vscode.commands.executeCommand('restitch.issue.otherPart'), true);
    const now = vscode.window.activeTextEditor;
    assert.equal(now?.document.uri.toString(), file(folder, 2).toString());
    assert.equal(now.document.getText(now.selection), '## 前三季度澜川粮食加工业增长8.6%');
  });

  it('knows a file by what is in it, in other encodings and with mixed line ends', async () => {
    const { issues } = await api();
    const folder = await issueFolder();
    const text = (await readText(file(folder, 2))).replace('\n', '\r\n');
    await vscode.workspace.fs.writeFile(file(folder, 2), new TextEncoder().encode(text));
    const first = await open(file(folder, 1));
    const there = await links(first.uri, at(first, '下转第2版'));
    assert.deepEqual(await Promise.all(there.map(shownIn)), ['02 ## 前三季度澜川粮食加工业增长8.6%']);
    assert.equal(issues.index.known(first.uri).length, 1);
  });

  describe('exported', () => {
    const grain = '前三季度澜川粮食加工业增长8.6%';
    const exported = (row: IssueRow | undefined, request: object, command = 'restitch.issue.export'): Thenable<vscode.Uri | undefined> => vscode.commands.executeCommand(command, row, request);
    const joined = '公司经理唐春耕说,今年的订单已经排到了腊月,工人们却不敢马虎,每一批新米都要抽检三次才能出厂。';

    async function ready(): Promise<{ folder: vscode.Uri; row: IssueRow; first: vscode.TextDocument }> {
      const { issues } = await api();
      const folder = await issueFolder();
      const first = await open(file(folder, 1));
      await issues.index.around(first.uri);
      return { folder, row: await until('the issue is in the tree', () => rowOf(issues, folder)), first };
    }

    it('has each article once, with its parts on other pages, as the text is now', async () => {
      const { folder, row, first } = await ready();
      await type(first, first.getText().indexOf('石渡二桥亮灯'), '昨晚');
      const out = vscode.Uri.joinPath(folder, 'out');
      await vscode.workspace.fs.createDirectory(out);
      assert.equal((await exported(row, { format: 'markdown', per: 'article', target: out }))?.toString(), out.toString());
      const names = (await vscode.workspace.fs.readDirectory(out)).map(([name]) => name).sort();
      assert.deepEqual(names, [`01-${grain}.md`, '02-云坪湿地首批候鸟平安落户.md', '03-昨晚石渡二桥亮灯试运行.md', '04-老街的门板一块一块换新.md', '05-停水公告.md', '06-停水公告.md', '07-山里的孩子有了自己的书车.md', '08-摆渡人.md']);
      const text = await readText(vscode.Uri.joinPath(out, `01-${grain}.md`));
      assert.ok(text.includes(joined), text);
      assert.ok(text.includes('"file": "lanchuan-20240927-02.txt", "page": "2"'), text);
      assert.ok(!text.includes(folder.path), text);
    });

    it('is one article, from its row or at the cursor, in one file', async () => {
      const { folder, row, first } = await ready();
      const target = vscode.Uri.joinPath(folder, 'one.html');
      await exported(row.children[1]?.children[0], { format: 'html', target }, 'restitch.issue.exportArticle');
      assert.ok((await readText(target)).includes(joined));
      const editor = await vscode.window.showTextDocument(first);
      const cursor = at(first, '清禾县是澜川的粮仓');
      editor.selection = new vscode.Selection(cursor, cursor);
      const again = vscode.Uri.joinPath(folder, 'again.text');
      await exported(undefined, { format: 'text', target: again }, 'restitch.issue.exportArticle');
      const text = await readText(again);
      assert.ok(text.startsWith(`${grain}\n`) && text.includes(joined), text);
    });

    it('is never written over one of its own pages, and not as what describes one page', async () => {
      const { folder, row } = await ready();
      const before = await readText(file(folder, 4));
      assert.equal(await exported(row, { format: 'text', per: 'page', target: file(folder, 4) }), undefined);
      assert.equal(await readText(file(folder, 4)), before);
      const json = vscode.Uri.joinPath(folder, 'x.json');
      assert.equal(await exported(row, { format: 'json', target: json }), undefined);
      await assert.rejects(async () => readText(json));
    });

    it('comes of a folder too, with what the editor decided of doubtful parts', async () => {
      const { folder, first } = await ready();
      const { issues } = await api();
      const text = ['澜川日报  2024年9月27日 星期五  第3版 生态', '', '## 杏花岭修通了水渠', '', '■上接第1版 水渠从岭上的水库引水,沿着山腰走了六公里,三个村子的梯田都能浇上水。修渠的石匠老贺说,渠底每一块石头都是敲平了再铺的。', ''].join('\n');
      await vscode.workspace.fs.writeFile(file(folder, 3), new TextEncoder().encode(text));
      await issues.index.around(first.uri);
      const birds = await until('the doubtful part is offered', () => rowOf(issues, folder)?.children[0]?.children[1]?.children[0]);
      await vscode.commands.executeCommand('restitch.issue.acceptLink', birds);
      const out = sampleUri(randomUUID());
      try {
        const done = await vscode.commands.executeCommand<{ done: number; bad: number }>('restitch.exportFolder', folder, { out, format: 'text', kind: 'issues' });
        assert.deepEqual([done.done, done.bad], [5, 0]);
        const [issue = ''] = (await vscode.workspace.fs.readDirectory(out)).map(([name]) => name).filter((name) => !name.startsWith('.'));
        const whole = await readText(vscode.Uri.joinPath(out, issue, '02-云坪湿地首批候鸟平安落户.txt'));
        assert.ok(whole.includes('水渠从岭上的水库引水'), whole);
      } finally {
        await vscode.workspace.fs.delete(out, { recursive: true });
        await vscode.commands.executeCommand('restitch.issue.forgetLinks');
      }
    });
  });
});
