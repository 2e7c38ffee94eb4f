import * as vscode from 'vscode';
import { sayDoubt, type FigureDoubt, type Language } from '../../core';
import type { Active } from '../activePage';
import { language, onDidChangeSettings, settingsFor } from '../configuration';
import { toRange } from '../places';
import type { Services } from '../services';
import { Seldom } from '../turns';
import type { PageFigures } from './pageFigures';
import { pause } from './pause';

/** The source that the problems panel names. */
export const figuresSource = 'Restitch figures';

/**
 * Shows what is doubtful about the figures of every dump, quietly, as information. A doubt is no error: who is right, headline or text,
 * total or part, only the editor knows.
 */
export function registerFigureChecks({ analyses, log }: Services, figures: PageFigures): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('restitch-figures');
  const waits = new Map<string, Seldom>();
  /** The last look at each document: one before it, which waits for its turn, shows nothing any more. */
  const looks = new Map<string, object>();
  const show = async ({ analysis, document }: Active): Promise<void> => {
    const key = document.uri.toString();
    const look = {};
    looks.set(key, look);
    if (analysis.state !== 'dump' || !settingsFor(document.uri).figuresCheck) {
      collection.delete(document.uri);
      return;
    }
    try {
      const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      // Of an older version: the next analysis asks again.
      const doubts = await figures.doubts(analysis.page, name, () => looks.get(key) === look && analysis.version === document.version && !document.isClosed);
      if (doubts !== undefined) collection.set(document.uri, doubts.map((doubt) => toDiagnostic(document, doubt, language())));
    } catch (error) {
      log.error(`${document.uri.toString()}: the figures could not be checked.`, error);
      collection.delete(document.uri);
    }
  };
  const update = ({ document }: Pick<Active, 'document'>): void => {
    const key = document.uri.toString();
    let seldom = waits.get(key);
    if (!seldom) {
      seldom = new Seldom(() => {
        const analysis = analyses.peek(document);
        // Of an older version: the next analysis asks again.
        if (analysis?.version === document.version && !document.isClosed) void show({ document, analysis });
      }, pause);
      waits.set(key, seldom);
    }
    seldom.ask();
  };
  const forget = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    waits.get(key)?.dispose();
    waits.delete(key);
    looks.delete(key);
    collection.delete(document.uri);
  };
  return vscode.Disposable.from(
    collection,
    { dispose: () => waits.forEach((seldom) => seldom.dispose()) },
    analyses.onDidAnalyse(update),
    analyses.onDidClose(forget),
    onDidChangeSettings(() => {
      for (const document of vscode.workspace.textDocuments) {
        const analysis = analyses.peek(document);
        if (analysis?.version === document.version) void show({ document, analysis });
      }
    }),
  );
}

function toDiagnostic(document: vscode.TextDocument, doubt: FigureDoubt, tongue: Language): vscode.Diagnostic {
  const [first = [0, 0] as const, ...rest] = doubt.spans;
  const diagnostic = new vscode.Diagnostic(toRange(document, first), sayDoubt(doubt.message, tongue), vscode.DiagnosticSeverity.Information);
  diagnostic.source = figuresSource;
  diagnostic.code = doubt.code;
  const related = [...rest.map((span) => ({ span, words: document.getText(toRange(document, span)) })), ...doubt.related.map(({ span, message }) => ({ span, words: sayDoubt(message, tongue) }))];
  diagnostic.relatedInformation = related.map(({ span, words }) => new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, toRange(document, span)), words));
  return diagnostic;
}
