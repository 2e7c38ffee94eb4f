import * as vscode from 'vscode';
import { isOutOfReach } from '../sidecar/files';

/** A file to be written. */
export interface ExportFile {
  readonly uri: vscode.Uri;
  readonly bytes: Uint8Array;
}

/** Those of the files that are not there yet just so, and those that are there and hold something else. */
export async function compareWithDisk(files: readonly ExportFile[]): Promise<{ readonly missing: readonly ExportFile[]; readonly others: readonly ExportFile[] }> {
  const missing: ExportFile[] = [];
  const others: ExportFile[] = [];
  for (const file of files) {
    const there = await contentOf(file.uri);
    if (there === undefined) missing.push(file);
    else if (!isSame(there, file.bytes)) others.push(file);
  }
  return { missing, others };
}

async function contentOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

let staged = 0;

/**
 * Writes files so that none is ever half written: each into a neighbour first; when all are written they take their names. Until then nothing
 * has changed, and a cancelled or failed export takes its neighbours away.
 * @returns whether it was done: false when it was cancelled
 * @throws vscode.FileSystemError
 */
export async function writeFiles(files: readonly ExportFile[], token?: vscode.CancellationToken, onStaged?: (file: ExportFile) => void): Promise<boolean> {
  const { fs } = vscode.workspace;
  const waiting: { readonly from: vscode.Uri; readonly to: vscode.Uri }[] = [];
  try {
    for (const file of files) {
      if (token?.isCancellationRequested === true) return false;
      staged += 1;
      const from = vscode.Uri.joinPath(file.uri, '..', `.restitch-${Date.now().toString(36)}-${staged}.tmp`);
      waiting.push({ from, to: file.uri });
      try {
        await fs.writeFile(from, file.bytes);
      } catch (error) {
        // A browser may give the one file that was chosen, and not the folder it is in.
        if (!isOutOfReach(error)) throw error;
        waiting.pop();
        await fs.writeFile(file.uri, file.bytes);
      }
      onStaged?.(file);
    }
    if (token?.isCancellationRequested === true) return false;
    for (let next = waiting[0]; next; next = waiting[0]) {
      await fs.rename(next.from, next.to, { overwrite: true });
      waiting.shift();
    }
    return true;
  } finally {
    for (const { from } of waiting) await fs.delete(from).then(undefined, () => undefined);
  }
}
