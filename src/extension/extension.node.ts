import { readFile } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { activateShared, type RestitchApi } from './activateShared';
import { createSegmenterWords } from './segmenterWords';

/** Entry on the desktop and on a server. */
export function activate(context: vscode.ExtensionContext): RestitchApi {
  return activateShared(context, {
    readModel: () => readFile(context.asAbsolutePath('dist/seam.ngram')),
    startWords: () => createSegmenterWords(),
    showArticles: process.env['RESTITCH_SHOW_ARTICLES'] === '1',
  });
}
