import * as vscode from 'vscode';
import { language } from '../configuration';
import { toRange } from '../places';
import { languages } from '../recognise';
import type { Services } from '../services';
import { outlineOf, type Entry, type EntryKind } from './outline';
import { marksOf } from './pageMarks';
import { settledPage } from './settled';

const kinds: Readonly<Record<EntryKind, vscode.SymbolKind>> = {
  article: vscode.SymbolKind.Module,
  stray: vscode.SymbolKind.Event,
  standingHead: vscode.SymbolKind.Namespace,
  kicker: vscode.SymbolKind.Key,
  deck: vscode.SymbolKind.Key,
  byline: vscode.SymbolKind.Property,
  dateline: vscode.SymbolKind.Constant,
  paragraph: vscode.SymbolKind.String,
  credit: vscode.SymbolKind.Property,
};

/** The outline, from which VS Code makes breadcrumbs, sticky scroll and Go to Symbol, too. */
export function registerSymbols({ analyses }: Services): vscode.Disposable {
  const provider: vscode.DocumentSymbolProvider = {
    async provideDocumentSymbols(document, token) {
      const page = await settledPage(analyses, document, token);
      if (!page || token.isCancellationRequested) return undefined;
      return outlineOf(marksOf(page), language(), (offset) => document.positionAt(offset).line + 1).map((entry) => symbolFor(document, entry));
    },
  };
  return vscode.languages.registerDocumentSymbolProvider([...languages], provider, { label: 'Restitch' });
}

function symbolFor(document: vscode.TextDocument, { kind, name, detail, span, shown, children }: Entry): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(name, detail, kinds[kind], toRange(document, span), toRange(document, shown));
  symbol.children = children.map((child) => symbolFor(document, child));
  return symbol;
}
