import * as vscode from 'vscode';
import { toRange } from '../places';
import { languages } from '../recognise';
import type { Services } from '../services';
import { endAt } from './meetings';
import { marksOf } from './pageMarks';

/**
 * Go to Definition leads from a cut to its continuation, from a continuation back to the cut, and from a passage that was
 * carried away to where it belongs. Find All References lists the fragments of the article at the cursor in reading order.
 */
export function registerNavigation({ analyses }: Services): vscode.Disposable {
  const definitions: vscode.DefinitionProvider = {
    async provideDefinition(document, position, token) {
      const page = await analyses.page(document, token);
      if (!page || token.isCancellationRequested) return undefined;
      const end = endAt(marksOf(page).ends, document.offsetAt(position));
      if (!end) return undefined;
      const { left, right } = end.meeting;
      const there = end.side === 'left' ? right : left;
      const at = end.side === 'left' ? right[0] : left[1];
      const link: vscode.LocationLink = {
        originSelectionRange: toRange(document, end.span),
        targetUri: document.uri,
        targetRange: toRange(document, there),
        targetSelectionRange: toRange(document, [at, at]),
      };
      return [link];
    },
  };
  const references: vscode.ReferenceProvider = {
    async provideReferences(document, position, _context, token) {
      const page = await analyses.page(document, token);
      if (!page || token.isCancellationRequested) return undefined;
      const marks = marksOf(page);
      const article = marks.articleAt(document.offsetAt(position));
      return article && marks.fragmentsOf(article).map(({ span }) => new vscode.Location(document.uri, toRange(document, span)));
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider([...languages], definitions),
    vscode.languages.registerReferenceProvider([...languages], references),
  );
}
