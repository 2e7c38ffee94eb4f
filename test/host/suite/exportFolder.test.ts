import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sampleUri } from './support';

interface Exported {
  readonly done: number;
  readonly unchanged: number;
  readonly bad: number;
  readonly stopped: boolean;
}

const page = '## 石桥村的柿子红了\n\n霜降一过,石桥村的柿子就红了。村里今年收了12万公斤柿子,比去年多两成,大半做成了柿饼。\n';

describe('exporting a folder', () => {
  const folder = sampleUri('folder-in');
  const out = sampleUri('folder-out');
  const run = (): Thenable<Exported> => vscode.commands.executeCommand<Exported>('restitch.exportFolder', folder, { out, format: 'markdown' });

  before(async () => {
    for (const [name, text] of [['1.txt', page], ['deep/2.md', page], ['deep/3.jsonl', `${JSON.stringify({ id: 1, text: page })}\n`], ['bad.txt', '\0\u0001']] as const) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
    }
  });
  after(async () => {
    for (const uri of [folder, out]) await vscode.workspace.fs.delete(uri, { recursive: true });
  });

  it('writes every page, names the bad one, and has nothing left to do the second time', async () => {
    const first = await run();
    assert.deepEqual([first.done, first.unchanged, first.bad, first.stopped], [3, 0, 1, false]);
    assert.ok((await vscode.workspace.fs.stat(vscode.Uri.joinPath(out, '1', '01-石桥村的柿子红了.md'))).size > 0);
    assert.ok((await vscode.workspace.fs.stat(vscode.Uri.joinPath(out, 'deep', '3.jsonl'))).size > 0);
    const second = await run();
    assert.deepEqual([second.done, second.unchanged, second.bad], [0, 3, 1]);
  });
});
