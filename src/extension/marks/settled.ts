import * as vscode from 'vscode';
import type { Page } from '../../core';
import type { Analyses } from '../analyses';
import { nextTurn } from '../turns';

/** The page of a document as the marks want it: once the document has rested, so that typing costs no analysis of its own. */
type Source = Pick<Analyses, 'peek' | 'page' | 'onDidAnalyse' | 'onDidClose'>;

/**
 * The page of a document's present version. Where the text has changed since its last analysis, waits for the next one:
 * the editor keeps the marks it has meanwhile, and nothing flickers.
 * @returns `undefined` where the document is no dump, was closed, or the token was cancelled
 */
export async function settledPage(analyses: Source, document: vscode.TextDocument, token: vscode.CancellationToken): Promise<Page | undefined> {
  for (;;) {
    const analysis = analyses.peek(document);
    if (!analysis) return analyses.page(document, token);
    if (token.isCancellationRequested || document.isClosed) return undefined;
    if (analysis.version !== document.version) await nextAnalysis(analyses, document, token);
    else {
      // Lenses, hints, colours and the outline are asked for together, or wait for the same analysis: each has a turn of its own.
      await nextTurn();
      if (analyses.peek(document) === analysis && analysis.version === document.version) return analysis.state === 'dump' ? analysis.page : undefined;
    }
  }
}

/** Waits until the document was analysed or closed, or the token was cancelled. */
async function nextAnalysis(analyses: Source, document: vscode.TextDocument, token: vscode.CancellationToken): Promise<void> {
  let subscription: vscode.Disposable | undefined;
  await new Promise<void>((resolve) => {
    const ofOurs = (one: vscode.TextDocument): void => {
      if (one === document) resolve();
    };
    subscription = vscode.Disposable.from(
      analyses.onDidAnalyse((event) => ofOurs(event.document)),
      analyses.onDidClose(ofOurs),
      token.onCancellationRequested(() => resolve()),
    );
  });
  subscription?.dispose();
}
