import * as vscode from 'vscode';
import { isCandidate, type Analyses, type Analysis } from './analyses';
import type { Log } from './log';
import { previewScheme } from './review/scheme';
import { TurnEmitter } from './turns';

/** The document that tree, status and menus speak of, with its last analysis. */
export interface Active {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis;
}

/** Schemes of documents that are looked at beside the user's. */
const besides: readonly string[] = ['output', 'debug'];

/**
 * Follows the active editor. An editor that shows no document of the user (output, an image, nothing at all)
 * changes nothing while the document stays visible, so that the tree does not blink.
 */
export class ActivePage implements vscode.Disposable {
  readonly #changed: TurnEmitter<Active | undefined>;
  readonly #subscriptions: vscode.Disposable;
  #analysed: { dispose(): void } | undefined;
  #document: vscode.TextDocument | undefined;
  #current: Active | undefined;

  /** The active document or its analysis has changed. */
  readonly onDidChange: TurnEmitter<Active | undefined>['event'];

  constructor(
    private readonly analyses: Analyses,
    log: Log,
  ) {
    this.#changed = new TurnEmitter((error) => log.error('What shows the page in front failed.', error));
    this.onDidChange = this.#changed.event;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#follow()),
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

  /** Looks at the active editor for the first time. The last to hear of an analysis, for the marks in the text come first. */
  start(): void {
    this.#analysed = this.analyses.onDidAnalyse(({ document, analysis }) => {
      if (document === this.#document) this.#set({ document, analysis });
    });
    this.#follow();
  }

  dispose(): void {
    this.#analysed?.dispose();
    this.#subscriptions.dispose();
  }

  #follow(): void {
    const editor = vscode.window.activeTextEditor;
    const shown = editor && (proposedFor(editor.document) ?? editor.document);
    const scheme = shown?.uri.scheme;
    if (!shown || scheme === undefined || besides.includes(scheme)) {
      const stays = vscode.window.visibleTextEditors.some(({ document }) => document === this.#document);
      if (!stays) this.#show(undefined);
    } else if (shown !== this.#document) {
      this.#show(isCandidate(shown) ? shown : undefined);
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
    const version = active?.document.version;
    void this.#changed.fire(active, () => this.#current === active && active?.document.version === version);
  }
}

/** The document whose re-stitched page a document shows, if it is such a one: the page is spoken of while it is compared. */
function proposedFor({ uri }: vscode.TextDocument): vscode.TextDocument | undefined {
  return uri.scheme === previewScheme ? vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.query) : undefined;
}
