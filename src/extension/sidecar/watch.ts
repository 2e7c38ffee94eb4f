import * as vscode from 'vscode';
import { sidecarEnding } from '../../core';

/** Watches the folders of dumps for sidecars that others change; one watcher for each folder. */
export class SidecarWatch implements vscode.Disposable {
  readonly #folders = new Map<string, { readonly watcher: vscode.Disposable; readonly uris: Set<string> }>();

  /** @param changed told of each sidecar that was made, changed or deleted */
  constructor(private readonly changed: (sidecar: vscode.Uri) => void) {}

  add(sidecar: vscode.Uri): void {
    const folder = vscode.Uri.joinPath(sidecar, '..');
    const known = this.#folders.get(folder.toString());
    if (known) {
      known.uris.add(sidecar.toString());
      return;
    }
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, `*${sidecarEnding}`));
    const tell = (uri: vscode.Uri): void => this.changed(uri);
    const subscriptions = [watcher.onDidCreate(tell), watcher.onDidChange(tell), watcher.onDidDelete(tell)];
    this.#folders.set(folder.toString(), { watcher: vscode.Disposable.from(watcher, ...subscriptions), uris: new Set([sidecar.toString()]) });
  }

  remove(sidecar: vscode.Uri): void {
    const folder = vscode.Uri.joinPath(sidecar, '..').toString();
    const known = this.#folders.get(folder);
    known?.uris.delete(sidecar.toString());
    if (known?.uris.size !== 0) return;
    known.watcher.dispose();
    this.#folders.delete(folder);
  }

  dispose(): void {
    for (const { watcher } of this.#folders.values()) watcher.dispose();
    this.#folders.clear();
  }
}
