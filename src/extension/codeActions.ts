import * as vscode from 'vscode';
import { allowanceOf, HEADING_MARKS, needsRestitching, say, type Allowance, type Finding, type Level, type Page, type TextEdit } from '../core';
import type { Analyses } from './analyses';
import { language } from './configuration';
import { shownFindings, toDiagnostic } from './diagnostics';
import { versionedEdit } from './edits';
import { toSpan, touch } from './places';
import { inMessage } from './plain';
import { languages } from './recognise';
import type { Services } from './services';
import { translate } from './translate';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('restitch');
export const rewriteKind = vscode.CodeActionKind.RefactorRewrite.append('restitch');

/** An action that knows the document version its edits were computed from. */
export class VersionedAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly version: number,
    /** The edits, or how they are found when they are wanted. */
    readonly edits: readonly TextEdit[] | (() => Promise<readonly TextEdit[]>),
    /** What the edits may do beside moving text and white space. */
    readonly allowance: Allowance,
  ) {
    super(title, kind);
  }

  /** Gives the action its edit, none where the document has changed since or characters would not be kept. */
  async prepare(): Promise<this> {
    let edits: readonly TextEdit[];
    try {
      edits = typeof this.edits === 'function' ? await this.edits() : this.edits;
    } catch (error) {
      void vscode.window.showErrorMessage(inMessage(translate(language(), 'Restitch could not do this: {0}', error instanceof Error ? error.message : String(error))));
      return this;
    }
    const edit = versionedEdit(this.document, this.version, edits, this.allowance);
    if (edit) this.edit = edit;
    return this;
  }
}

/** Offers the fixes of the findings under the cursor, and the re-stitching of the whole page. */
export function registerCodeActions({ analyses }: Services): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider([...languages], new FixProvider(analyses), {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, rewriteKind, fixAllKind],
  });
}

/**
 * Actions are made from the analysis of the document's present version, and get their edit when one is chosen:
 * if the document has changed by then, the action does nothing and says so.
 */
export class FixProvider implements vscode.CodeActionProvider {

  constructor(private readonly analyses: Pick<Analyses, 'page' | 'whole' | 'restitch'>) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const page = await this.analyses.page(document, token);
    if (!page || token.isCancellationRequested) return [];
    const wants = (kind: vscode.CodeActionKind): boolean => !context.only || context.only.contains(kind);
    const place = toSpan(document, range);
    const findings = shownFindings(document, page).filter(({ span }) => touch(span, place));
    const actions: vscode.CodeAction[] = [];
    if (wants(vscode.CodeActionKind.QuickFix)) {
      for (const finding of findings) actions.push(...fixesOf(document, finding));
      if (findings.length > 0) actions.push(...this.#wholePage(document, page, vscode.CodeActionKind.QuickFix));
    }
    if (wants(rewriteKind) && (context.only || findings.length === 0)) actions.push(...this.#wholePage(document, page, rewriteKind));
    // A source action shows in every light bulb unless it is asked for by kind.
    if (!context.only || !wants(fixAllKind)) return actions;
    // What a save mends must not depend on which pages of a long file are in view.
    const whole = await this.analyses.whole(document, token);
    return whole ? [...actions, ...this.#wholePage(document, whole, fixAllKind)] : [];
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    return action instanceof VersionedAction ? action.prepare() : action;
  }

  #wholePage(document: vscode.TextDocument, page: Page, kind: vscode.CodeActionKind): VersionedAction[] {
    // What saves by itself applies only what is sure; who asks for the page gets the whole arrangement.
    const level: Level = kind === fixAllKind ? 'sure' : 'likely';
    if (!page.articles.some((article) => needsRestitching(article, page.findings, level))) return [];
    // Wherever the cursor goes, the editor asks what could be done; a file of many pages takes long to be put together.
    const edits = async (): Promise<readonly TextEdit[]> => (await this.analyses.restitch(page, level))?.edits ?? [];
    return [new VersionedAction(translate(language(), 'Re-stitch the whole page'), kind, document, document.version, edits, HEADING_MARKS)];
  }
}

function fixesOf(document: vscode.TextDocument, finding: Finding): VersionedAction[] {
  const tongue = language();
  const diagnostic = toDiagnostic(document, finding, tongue);
  const best = finding.fixes.find(({ sure }) => sure);
  return finding.fixes.map((fix) => {
    const action = new VersionedAction(say(fix.title, tongue), vscode.CodeActionKind.QuickFix, document, document.version, fix.edits, allowanceOf(fix));
    action.diagnostics = [diagnostic];
    action.isPreferred = fix === best;
    return action;
  });
}
