import * as vscode from 'vscode';
import { isString, record } from '../../webview/protocol/check';
import { sliceSpan, type Page, type Span } from '../../core';
import { isCandidate } from '../analyses';
import { language } from '../configuration';
import { whereNow } from '../places';
import type { Services } from '../services';
import { inMessage } from '../plain';
import { translate, type Text } from '../translate';
import { viewHtml, viewRoots, type ViewFiles } from './html';

/** What makes one view different from another. */
export interface PanelKind<Shown, In, Out> {
  /** The type of the panel, `restitch.…`. */
  readonly type: string;
  /** `{0}` is the name of the file. */
  readonly title: Text;
  readonly files: ViewFiles;
  /** A message from the view; `undefined` where it is none. */
  parse(message: unknown): In | undefined;
  /** What is shown of a page, and the message that shows it. */
  show(document: vscode.TextDocument, page: Page, edition: number): { readonly shown: Shown; readonly message: Out };
  empty(text: string): Out;
  /** Answers a message. `shown` is of the version that the view speaks of, the document perhaps of a later one. */
  receive(message: In, panel: PagePanel<Shown, In, Out>): Promise<void> | void;
}

/** What a view shows now. */
export interface Current<Shown, Out> {
  readonly document: vscode.TextDocument;
  /** The version of the document that the page was made of. */
  readonly version: number;
  /** Which of the models of this view it is. */
  readonly edition: number;
  readonly page: Page;
  readonly shown: Shown;
  readonly message: Out;
}

const isState = record({ source: isString });

/**
 * One view beside the text, at most one of its kind: shows the page of the active document, made anew after each analysis, and keeps
 * the last one while something else is active. Hidden it costs nothing; shown again, or after a reload, it asks for its page.
 */
export class PagePanel<Shown, In, Out> implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #subscriptions: vscode.Disposable;
  readonly #posted = new vscode.EventEmitter<Out>();
  #panel: vscode.WebviewPanel | undefined;
  #ready = false;
  #editions = 0;
  #waiting: Out | undefined;
  #document: vscode.TextDocument | undefined;
  #current: Current<Shown, Out> | undefined;
  /** The one before, of the same document: a click may have been made on it. */
  #former: Current<Shown, Out> | undefined;

  /** A message has gone to the view; tests listen here. */
  readonly onDidPost = this.#posted.event;

  constructor(
    readonly services: Services,
    private readonly extensionUri: vscode.Uri,
    private readonly kind: PanelKind<Shown, In, Out>,
  ) {
    const { active, analyses } = services;
    this.#subscriptions = vscode.Disposable.from(
      this.#posted,
      active.onDidChange((now) => {
        if (now?.analysis.state === 'dump' && now.document !== this.#document) void this.#follow(now.document);
      }),
      analyses.onDidAnalyse(({ document }) => {
        if (document === this.#document) void this.refresh();
      }),
      analyses.onDidClose((document) => {
        if (document === this.#document) void this.#follow(undefined);
      }),
      vscode.window.registerWebviewPanelSerializer(kind.type, this),
    );
  }

  /** The page that is shown, as long as it is one of a document in its present version or of an older one. */
  get current(): Current<Shown, Out> | undefined {
    return this.#current;
  }

  /**
   * Where a passage that is shown in an edition of the view stands in the text as it is now, so that a click is answered
   * while the text is being edited. `undefined` where there is no such passage any more.
   */
  passage(edition: number, place: (shown: Shown) => Span | undefined): Span | undefined {
    const told = [this.#current, this.#former].find((one) => one?.edition === edition);
    const span = told && place(told.shown);
    if (!span || told.document.isClosed) return undefined;
    return told.document.version === told.version ? span : whereNow(told.document.getText(), span, sliceSpan(told.page.text, span));
  }

  get isVisible(): boolean {
    return this.#panel?.visible ?? false;
  }

  /** The column the view stands in. */
  get column(): vscode.ViewColumn | undefined {
    return this.#panel?.viewColumn;
  }

  /**
   * Shows a document beside its text and gives the view the focus.
   * @param column where another view of it stands already: the two share the place
   */
  async open(document: vscode.TextDocument, column: vscode.ViewColumn = vscode.ViewColumn.Beside): Promise<void> {
    if (this.#panel) this.#panel.reveal(undefined, false);
    else {
      const { type } = this.kind;
      this.#adopt(vscode.window.createWebviewPanel(type, 'Restitch', { viewColumn: column, preserveFocus: false }, {}));
    }
    await this.#follow(document);
  }

  /** A window was loaded again: the view comes back with the document it had. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.#panel?.dispose();
    this.#adopt(panel);
    if (!isState(state)) return;
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(state.source, true));
      // The text may have been opened and followed meanwhile.
      await this.#follow(this.#document ?? document);
    } catch (error) {
      this.services.log.warn(`${this.kind.type}: its document is gone.`, error);
    }
  }

  /** Shows the present state of the document, and gives it. */
  async refresh(): Promise<Current<Shown, Out> | undefined> {
    const document = this.#document;
    if (!this.#panel) return undefined;
    // Its language may be another by now.
    this.#name();
    const analysis = document && isCandidate(document) ? await this.services.analyses.analyse(document) : undefined;
    if (document !== this.#document) return this.#current;
    if (document && analysis?.state === 'dump') {
      const { page, version } = analysis;
      if (page === this.#current?.page) return this.#current;
      const edition = ++this.#editions;
      this.#former = this.#current;
      this.#current = { document, version, edition, page, ...this.kind.show(document, page, edition) };
    } else this.#current = undefined;
    this.#postCurrent();
    return this.#current;
  }

  /** Sends a message once the view can hear; what it cannot hear now it will ask for. */
  post(message: Out): void {
    if (!this.#panel || !this.#ready) return;
    this.#posted.fire(message);
    void this.#panel.webview.postMessage(message);
  }

  /** Sends a message that goes with the page, now or, where the view is still being loaded, right behind its page. */
  postWhenReady(message: Out): void {
    if (this.#ready) this.post(message);
    else this.#waiting = message;
  }

  /** Takes a message from the view, whatever it is; what is not understood is logged and ignored. */
  async receive(message: unknown): Promise<void> {
    const { log } = this.services;
    const known = this.kind.parse(message);
    if (known === undefined) {
      log.warn(`${this.kind.type}: a message was not understood.`, nameOf(message));
      return;
    }
    try {
      await this.kind.receive(known, this);
    } catch (error) {
      log.error(`${this.kind.type}: a message could not be answered.`, error);
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(translate(language(), 'Restitch could not do this: {0}', inMessage(reason)));
    }
  }

  /** The view has been loaded and hears. */
  ready(): void {
    this.#ready = true;
    this.#postCurrent();
    if (this.#waiting !== undefined) this.post(this.#waiting);
    this.#waiting = undefined;
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#subscriptions.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#ready = false;
    const icon = (name: string): vscode.Uri => vscode.Uri.joinPath(this.extensionUri, 'media', name);
    panel.iconPath = { light: icon('restitch-light.svg'), dark: icon('restitch-dark.svg') };
    panel.webview.options = { enableScripts: true, localResourceRoots: viewRoots(this.extensionUri) };
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    panel.onDidChangeViewState(() => {
      // A hidden view is taken down by VS Code, and will say that it is ready again.
      if (!panel.visible) this.#ready = false;
    });
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
      this.#ready = false;
    });
    panel.webview.html = viewHtml(panel.webview, this.extensionUri, this.kind.files, language());
    this.#name();
  }

  async #follow(document: vscode.TextDocument | undefined): Promise<void> {
    if (document !== this.#document) {
      this.#document = document;
      this.#current = undefined;
      this.#former = undefined;
      this.#name();
    }
    await this.refresh();
  }

  #name(): void {
    if (!this.#panel) return;
    const path = this.#document?.uri.path ?? '';
    this.#panel.title = translate(language(), this.kind.title, path.slice(path.lastIndexOf('/') + 1)).trim();
  }

  #postCurrent(): void {
    this.post(this.#current?.message ?? this.kind.empty(translate(language(), 'Open the text dump of a newspaper page to see its articles here.')));
  }
}

const isNamed = record({ type: isString });

/** What a message that is none calls itself. */
function nameOf(message: unknown): string {
  return isNamed(message) ? message.type.slice(0, 40) : typeof message;
}
