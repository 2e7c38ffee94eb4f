import * as vscode from 'vscode';
import { isCandidate, type Analyses, type Analysis } from './analyses';
import { previewScheme } from './review/scheme';

/** The document that tree, status and menus speak of, with its last analysis. */
export interface Active {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis;
}

/** Schemes of documents that are looked at beside the user's: logs, a proposal for the page itself. */
const besides: readonly string[] = ['output', 'debug', previewScheme];

/**
 * Follows the active editor. An editor that shows no document of the user (output, an image, nothing at all)
 * changes nothing while the document stays visible, so that the tree does not blink.
 */
export class ActivePage implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Active | undefined>();
  readonly #subscriptions: vscode.Disposable;
  #document: vscode.TextDocument | undefined;
  #current: Active | undefined;

  /** The active document or its analysis has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly analyses: Analyses) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#follow()),
      analyses.onDidAnalyse(({ document, analysis }) => {
        if (document === this.#document) this.#set({ document, analysis });
      }),
      // A change of language closes a document and opens it again, and no editor changes.
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document) this.#show(undefined);
      }),
      vscode.workspace.onDidOpenTextDocument(() => this.#follow()),
    );
  }

  get current(): Active | undefined {
    return this.#current;
  }

  /** The document of the active editor, whether or not it is a dump; `undefined` where it cannot be one. */
  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  /** Looks at the active editor for the first time. */
  start(): void {
    this.#follow();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #follow(): void {
    const editor = vscode.window.activeTextEditor;
    const scheme = editor?.document.uri.scheme;
    if (!editor || scheme === undefined || besides.includes(scheme)) {
      const stays = vscode.window.visibleTextEditors.some(({ document }) => document === this.#document);
      if (!stays) this.#show(undefined);
    } else if (editor.document !== this.#document) {
      this.#show(isCandidate(editor.document) ? editor.document : undefined);
    }
  }

  #show(document: vscode.TextDocument | undefined): void {
    this.#document = document;
    const analysis = document && this.analyses.peek(document);
    this.#set(document && analysis ? { document, analysis } : undefined);
    void vscode.commands.executeCommand('setContext', 'restitch.canBeDump', document !== undefined);
  }

  #set(active: Active | undefined): void {
    if (active === undefined && this.#current === undefined) return;
    this.#current = active;
    void vscode.commands.executeCommand('setContext', 'restitch.isDump', active?.analysis.state === 'dump');
    this.#changed.fire(active);
  }
}
