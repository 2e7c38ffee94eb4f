import * as vscode from 'vscode';
import { createSegmenterWords } from '../core';
import { activateShared, type RestitchApi } from './activateShared';

/** Entry in a browser: the model comes through VS Code's file system, the words from the platform's segmenter. */
export function activate(context: vscode.ExtensionContext): RestitchApi {
  return activateShared(context, {
    readModel: async () => vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', 'seam.ngram')),
    startWords: () => createSegmenterWords(),
    showArticles: false,
  });
}
