import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('finds the extension in the host and activates it', async () => {
    const extension = vscode.extensions.getExtension('restitch.restitch');
    assert.ok(extension, 'the extension is not known to this VS Code');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('opens the samples as its workspace', () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'no folder is open');
  });
});
