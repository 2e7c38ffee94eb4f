import * as vscode from 'vscode';
import { merge, readSidecar, writeSidecar } from '../../core';
import { nameOf, readIfThere, sidecarOf, writeWhole } from './files';

/**
 * Moves the sidecar of a dump that was renamed or moved. Where the new name has one already, the two are brought together;
 * one that cannot be read keeps its content, and gives way to nothing.
 * @returns whether there was one to move
 */
export async function moveSidecar(from: vscode.Uri, to: vscode.Uri): Promise<boolean> {
  const [old, next] = [sidecarOf(from), sidecarOf(to)];
  const text = await readIfThere(old);
  if (text === undefined) return false;
  const there = await readIfThere(next);
  const reading = readSidecar(text);
  const other = there === undefined ? undefined : readSidecar(there);
  if (reading.state !== 'read' || (other !== undefined && other.state !== 'read')) {
    if (there === undefined) await vscode.workspace.fs.rename(old, next, { overwrite: false });
    return there === undefined;
  }
  await writeWhole(next, writeSidecar(other === undefined ? reading.sidecar : merge(reading.sidecar, other.sidecar), nameOf(to)));
  await vscode.workspace.fs.delete(old);
  return true;
}
