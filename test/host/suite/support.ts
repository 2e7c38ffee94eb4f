// What the host tests share: opening texts, waiting for the extension, leaving nothing behind.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Page, Restitching } from '../../../src/core';
import type { RestitchApi } from '../../../src/extension/activateShared';

/** A small dump: two articles, a paragraph of the first cut and continued below the second. */
export const smallDump = [
  '澜川日报  2024年9月26日 星期四  第2版 要闻',
  '',
  '## 白鹭乡晚稻开镰 田间处处是丰收',
  '',
  '□本报记者 沈知微',
  '',
  '清晨的露水刚刚散去,白鹭乡柳湾村的稻田里便热闹起来。5台收割机排成一列,从田埂这头驶向那头。',
  '',
  '罗守田的好收成,离不开一支年轻的农技队伍。今年年初,农技推广中心选出46名技术员,从选种、育秧到水肥管',
  '',
  '## 市图书馆新馆试运行首周接待读者3.2万人次',
  '',
  '□本报记者 程念安',
  '',
  '本报澜川9月25日电 9月18日试运行以来,澜川市图书馆新馆受到市民欢迎,首周接待读者3.2万人次,外借图书1.9万册次。',
  '',
  '理,全程跟着农时走。技术员的手机里都装着一张“田块图”,哪块田缺肥、哪块田该晒,点开便一目了然。',
  '',
].join('\n');

/** Ordinary Markdown with headings, in Chinese. */
export const ordinaryMarkdown = [
  '# 使用说明',
  '',
  '本工具用于整理照片。请先阅读下面的步骤,再开始操作。',
  '',
  '## 安装',
  '',
  '1. 下载安装包。',
  '2. 双击运行,按提示完成安装。',
  '',
  '```sh',
  'npm install',
  '```',
  '',
].join('\n');

export async function api(): Promise<RestitchApi> {
  const extension = vscode.extensions.getExtension<RestitchApi>('restitch.restitch');
  assert.ok(extension);
  return extension.activate();
}

/** The workspace's folder of samples, a copy in which tests may write. */
export function sampleUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(uri));
}

/** A new file in the workspace, shown in the editor. Its name is its own, for VS Code keeps closed documents a while. */
export async function showFile(text: string, extension = 'txt'): Promise<vscode.TextDocument> {
  const uri = sampleUri(`${randomUUID()}.${extension}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return show(await vscode.workspace.openTextDocument(uri));
}

/** A copy of the sample page, shown in the editor. */
export async function showSample(): Promise<vscode.TextDocument> {
  return showFile(await readText(sampleUri('sample-page.txt')));
}

export async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document);
  return document;
}

/** The page of a document that is a dump. */
export async function pageOf(document: vscode.TextDocument): Promise<Page> {
  const page = await (await api()).page(document);
  assert.ok(page, 'the document is not treated as a dump');
  return page;
}

/** Waits until `value` gives something; fails after half a minute, which a busy machine may well need. */
export async function until<T>(what: string, value: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const now = await value();
    if (now !== undefined && now !== false) return now;
    if (Date.now() > end) assert.fail(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The diagnostics of ours on a document. */
export function diagnosticsOf(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Restitch');
}

export function toRange(document: vscode.TextDocument, [start, end]: readonly [number, number]): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Changes a document as typing would, in one step. */
export async function type(document: vscode.TextDocument, offset: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(offset), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Saves a document. VS Code may give a save up while much is going on, and asks to be told again. */
export async function save(document: vscode.TextDocument): Promise<void> {
  await until('the file is saved', async () => (await document.save()) && !document.isDirty);
}

export async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}

/** Gives a setting a value for as long as `run` takes. */
export async function withSetting(key: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration();
  await settings().update(key, value, vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await settings().update(key, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** Re-stitches the active page without a look at what would change. */
export async function restitchPage(): Promise<Restitching | undefined> {
  let result: Restitching | undefined;
  await withSetting('restitch.restitch.preview', 'apply', async () => {
    result = await vscode.commands.executeCommand<Restitching | undefined>('restitch.restitchPage');
  });
  return result;
}

/** Closes every editor and forgets what was not saved. */
export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (document.isDirty) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
