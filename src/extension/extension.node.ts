import { readFile } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { createWordService } from '../node/words/service';
import { startWorkerThread } from './analysis/port.node';
import { activateShared, type RestitchApi } from './activateShared';

/** Entry on the desktop and on a server. */
export function activate(context: vscode.ExtensionContext): RestitchApi {
  return activateShared(context, {
    readModel: () => readFile(context.asAbsolutePath('dist/seam.ngram')),
    startAnalysis: () => Promise.resolve(startWorkerThread(context.asAbsolutePath('dist/analysis-worker.node.js'))),
    startWords: (log) => createWordService({ workerFile: context.asAbsolutePath('dist/words-worker.js'), log: (line) => log.warn(line) }),
    exportFolder: async (request, hooks) => {
      const { exportFolder } = await import('../batch/folder');
      return exportFolder(request, context.asAbsolutePath('dist/batch-worker.js'), hooks);
    },
    showArticles: process.env['RESTITCH_SHOW_ARTICLES'] === '1',
  });
}
