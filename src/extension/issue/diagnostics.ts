import * as vscode from 'vscode';
import { sayIssue, type IssueFinding } from '../../core';
import { language } from '../configuration';
import { toRange } from '../places';
import type { Services } from '../services';
import type { IssueIndex } from './issueIndex';

/** The findings about an issue on its open pages, as hints; none before the issue was asked for, and none while marks are hidden. */
export function registerIssueDiagnostics({ analyses, marks }: Services, index: IssueIndex): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('restitch-issue');
  const show = (document: vscode.TextDocument): void => {
    // Of another version: the next reading of the page shows what is found.
    if (!index.isFresh(document.uri)) return;
    const known = marks.on && analyses.peek(document)?.state === 'dump' ? index.known(document.uri) : [];
    const found = known.flatMap(({ findings }) => findings).filter(({ at }) => index.uriOf(at.page).toString() === document.uri.toString());
    if (found.length === 0) collection.delete(document.uri);
    else collection.set(document.uri, found.map((finding) => toDiagnostic(document, finding, index)));
  };
  const showAll = (): void => vscode.workspace.textDocuments.forEach(show);
  return vscode.Disposable.from(
    collection,
    index.onDidChange(showAll),
    marks.onDidChange(showAll),
    analyses.onDidAnalyse(({ document }) => show(document)),
    analyses.onDidClose((document) => collection.delete(document.uri)),
  );
}

function toDiagnostic(document: vscode.TextDocument, { code, span, message, why, offers }: IssueFinding, index: IssueIndex): vscode.Diagnostic {
  const tongue = language();
  const range = toRange(document, span);
  const diagnostic = new vscode.Diagnostic(range, sayIssue(message, tongue), vscode.DiagnosticSeverity.Hint);
  diagnostic.source = 'Restitch';
  diagnostic.code = code;
  const first = offers[0];
  // The places it speaks of are in files that need not be open: their beginning will do.
  const place = first ? new vscode.Location(index.uriOf(first.page), new vscode.Position(0, 0)) : new vscode.Location(document.uri, range);
  diagnostic.relatedInformation = why.map((reason) => new vscode.DiagnosticRelatedInformation(place, sayIssue(reason, tongue)));
  return diagnostic;
}
