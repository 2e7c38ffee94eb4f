import * as vscode from 'vscode';
import { languages } from '../recognise';
import type { Services } from '../services';
import { marksOf } from './pageMarks';
import { settledPage } from './settled';
import { titleSpan } from './titles';

/** Folds each fragment of an article: where the headline stands below it, elsewhere below its first line. */
export function registerFolding({ analyses }: Services): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider([...languages], {
    async provideFoldingRanges(document, _context, token) {
      const page = await settledPage(analyses, document, token);
      // Nothing at all for another text, so that it keeps the folding it has.
      if (!page || token.isCancellationRequested) return undefined;
      const lineOf = (offset: number): number => document.positionAt(offset).line;
      return marksOf(page).fragments.flatMap(({ article, span, carried }) => {
        const title = carried ? undefined : titleSpan(page, article);
        const start = lineOf(title?.[0] ?? span[0]);
        const end = lineOf(span[1]);
        return end > start ? [new vscode.FoldingRange(start, end, vscode.FoldingRangeKind.Region)] : [];
      });
    },
  });
}
