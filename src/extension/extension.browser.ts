import * as vscode from 'vscode';
import { createSegmenterWords } from '../core';
import { startWebWorker } from './analysis/port.browser';
import { activateShared, type RestitchApi } from './activateShared';

/** Entry in a browser: the model comes through VS Code's file system, the words from the platform's segmenter. */
export function activate(context: vscode.ExtensionContext): RestitchApi {
  return activateShared(context, {
    readModel: async () => vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', 'seam.ngram')),
    startAnalysis: async () => startWebWorker(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', 'analysis-worker.browser.js'))),
    startWords: () => createSegmenterWords(),
    showArticles: false,
  });
}
