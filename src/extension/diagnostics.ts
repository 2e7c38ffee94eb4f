import * as vscode from 'vscode';
import { say, sayReason, type Finding, type Language, type Page, type Severity } from '../core';
import type { Analysis } from './analyses';
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

/** Shows the findings of every dump as diagnostics; an ordinary document never gets any, and none has any while marks are hidden. */
export function registerDiagnostics({ analyses, marks }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('restitch');
  /** Works out what is shown; what it returns shows it. VS Code takes longer to copy and send diagnostics than they take to be made: each has its turn. */
  const prepare = (document: vscode.TextDocument, analysis: Analysis): (() => void) => {
    const diagnostics = analysis.state === 'dump' && marks.on ? diagnosticsOf(document, analysis.page) : undefined;
    return () => collection.set(document.uri, marks.on ? diagnostics : undefined);
  };
  return vscode.Disposable.from(
    collection,
    analyses.onDidAnalyse(({ document, analysis }) => prepare(document, analysis)),
    marks.onDidChange(() => {
      if (!marks.on) collection.clear();
      else for (const document of vscode.workspace.textDocuments) {
        const analysis = analyses.peek(document);
        // Of an older version: the analysis under way will show what is found.
        if (analysis?.version === document.version) prepare(document, analysis)();
      }
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

/** Characters underlined where a finding is about one end of a passage. */
const underlinedMost = 12;

/**
 * What is underlined of a finding: of a cut paragraph its end, of a stray fragment its beginning, for half a page of
 * wavy lines hides where the eye should go. Fixes are offered on all of it.
 */
function underlined(document: vscode.TextDocument, { code, span }: Finding): vscode.Range {
  const [start, end] = span;
  if (code === 'split-paragraph') return toRange(document, [Math.max(start, end - underlinedMost), end]);
  if (code === 'stray-fragment') return toRange(document, [start, Math.min(end, start + underlinedMost)]);
  return toRange(document, span);
}

/** One finding as a diagnostic of the document version it was found in. */
export function toDiagnostic(document: vscode.TextDocument, finding: Finding, tongue: Language): vscode.Diagnostic {
  const range = underlined(document, finding);
  const diagnostic = new vscode.Diagnostic(range, say(finding.message, tongue), severities[finding.severity]);
  diagnostic.source = source;
  diagnostic.code = finding.code;
  const related = (place: vscode.Range | vscode.Position, words: string): vscode.DiagnosticRelatedInformation =>
    new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, place), words);
  const reasons = finding.why.filter(({ weight }) => weight > 0).slice(0, mostReasons);
  diagnostic.relatedInformation = [
    ...finding.related.map(({ span, message }) => related(toRange(document, span), say(message, tongue))),
    // A reason leads to the end of what is underlined: for a cut paragraph, to the cut.
    ...reasons.map((reason) => related(range.end, sayReason(reason, tongue))),
  ];
  return diagnostic;
}
