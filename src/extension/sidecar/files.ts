import * as vscode from 'vscode';
import { sidecarEnding } from '../../core';
import { newId } from './stamp';

/** Where the sidecar of a file stands. */
export function sidecarOf(file: vscode.Uri): vscode.Uri {
  return file.with({ path: file.path + sidecarEnding });
}

export function isSidecar(uri: vscode.Uri): boolean {
  return uri.path.endsWith(sidecarEnding);
}

/** The last part of a path. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The text of a file; `undefined` where there is none. @throws for a file that is there and cannot be read */
export async function readIfThere(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    // A file system without folders of that name says it in its own way; what is there can be looked at.
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    if (!(await isThere(uri))) return undefined;
    throw error;
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes a whole file: into a neighbour first, which then takes its name, so that no reader meets half of it, and a full disk leaves the
 * old file as it was. A file system that has no room for neighbours (a browser gave the one file that was chosen) gets it directly.
 * @throws vscode.FileSystemError; the neighbour is gone then
 */
export async function writeWhole(uri: vscode.Uri, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  // Short: the name of the file itself may be as long as a name can be.
  const neighbour = vscode.Uri.joinPath(uri, '..', `.restitch-${newId().slice(-12)}.tmp`);
  try {
    await vscode.workspace.fs.writeFile(neighbour, bytes);
    await vscode.workspace.fs.rename(neighbour, uri, { overwrite: true });
  } catch (error) {
    await Promise.resolve(vscode.workspace.fs.delete(neighbour)).catch(() => undefined);
    if (!isOutOfReach(error)) throw error;
    await vscode.workspace.fs.writeFile(uri, bytes);
  }
}

/** Whether a place cannot be written at all, in contrast to a disk that is full. */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && ['NoPermissions', 'FileNotFound', 'Unavailable'].includes(error.code);
}

/** Gives a file that cannot be used another name beside its own. @returns the new name */
export async function putAside(uri: vscode.Uri): Promise<string> {
  for (let number = 1; ; number++) {
    const aside = uri.with({ path: `${uri.path}.corrupt-${number}` });
    if (await isThere(aside)) continue;
    await vscode.workspace.fs.rename(uri, aside, { overwrite: false });
    return nameOf(aside);
  }
}
