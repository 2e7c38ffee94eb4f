import * as vscode from 'vscode';
import { toRange } from '../places';
import { languages } from '../recognise';
import type { Services } from '../services';
import { tokenTypes, tokensOf } from './grammar';
import { settledPage } from './settled';

const legend = new vscode.SemanticTokensLegend([...tokenTypes]);

/** Colours the parts of a page as the engine reads them, in every language in which a dump may stand. */
export function registerSemanticTokens({ analyses, marks }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.DocumentSemanticTokensProvider = {
    onDidChangeSemanticTokens: changed.event,
    async provideDocumentSemanticTokens(document, token) {
      if (!marks.shows('semanticTokens', document)) return undefined;
      const page = await settledPage(analyses, document, token);
      if (!page || token.isCancellationRequested) return undefined;
      const builder = new vscode.SemanticTokensBuilder(legend);
      for (const { type, span } of tokensOf(page)) for (const range of linesOf(document, toRange(document, span))) builder.push(range, type);
      return builder.build();
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerDocumentSemanticTokensProvider([...languages], provider, legend),
    marks.onDidChange(() => changed.fire()),
    analyses.onDidAnalyse(() => changed.fire()),
  );
}

/** A token may not reach over the end of a line. */
function linesOf(document: vscode.TextDocument, range: vscode.Range): vscode.Range[] {
  if (range.isSingleLine) return range.isEmpty ? [] : [range];
  const ranges: vscode.Range[] = [];
  for (let line = range.start.line; line <= range.end.line; line++) {
    const part = range.intersection(document.lineAt(line).range);
    if (part && !part.isEmpty) ranges.push(part);
  }
  return ranges;
}
