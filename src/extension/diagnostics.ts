import * as vscode from 'vscode';
import { say, sayReason, type Finding, type Language, type Page, type Severity, type Span } from '../core';
import { language, settingsFor } from './configuration';
import { toRange } from './places';
import type { Services } from './services';

const source = 'Restitch';

/** Reasons shown with a finding; the rest is in the tree's tooltips. */
const mostReasons = 2;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows the findings of every dump as diagnostics; an ordinary document never gets any. */
export function registerDiagnostics({ analyses }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('restitch');
  return vscode.Disposable.from(
    collection,
    analyses.onDidAnalyse(({ document, analysis }) => {
      if (analysis.state === 'dump') collection.set(document.uri, diagnosticsOf(document, analysis.page));
      else collection.delete(document.uri);
    }),
    analyses.onDidClose((document) => collection.delete(document.uri)),
  );
}

/** The findings that the settings let through. */
export function shownFindings(document: vscode.TextDocument, page: Page): readonly Finding[] {
  const { findings } = settingsFor(document.uri);
  return page.findings.filter(({ code }) => findings[code]);
}

function diagnosticsOf(document: vscode.TextDocument, page: Page): vscode.Diagnostic[] {
  const tongue = language();
  return shownFindings(document, page).map((finding) => toDiagnostic(document, finding, tongue));
}

/** One finding as a diagnostic of the document version it was found in. */
export function toDiagnostic(document: vscode.TextDocument, finding: Finding, tongue: Language): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(document, finding.span), say(finding.message, tongue), severities[finding.severity]);
  diagnostic.source = source;
  diagnostic.code = finding.code;
  const related = (span: Span, words: string): vscode.DiagnosticRelatedInformation =>
    new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, toRange(document, span)), words);
  const reasons = finding.why.filter(({ weight }) => weight > 0).slice(0, mostReasons);
  diagnostic.relatedInformation = [
    ...finding.related.map(({ span, message }) => related(span, say(message, tongue))),
    // A reason leads to the end of the finding, where the text was cut.
    ...reasons.map((reason) => related([finding.span[1], finding.span[1]], sayReason(reason, tongue))),
  ];
  return diagnostic;
}
