import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api } from './support';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('commands', () => {
  it('are registered as the manifest declares them', async () => {
    await api();
    const extension = vscode.extensions.getExtension('restitch.restitch');
    const declared = (extension?.packageJSON as Manifest).contributes.commands.map(({ command }) => command).sort();
    const all = await vscode.commands.getCommands(true);
    // VS Code makes commands for the views themselves, such as restitch.articles.focus.
    const registered = all.filter((id) => id.startsWith('restitch.') && !/^restitch\.(?:articles|figures|issues)\./.test(id)).sort();
    assert.deepEqual(registered, declared);
  });

  it('focus the articles', async () => {
    await vscode.commands.executeCommand('restitch.showArticles');
  });
});
