import * as vscode from 'vscode';
import { accept, doubtsOf, reject, type Decision, type Doubt, type Entry, type Page, type Span } from '../../core';
import { pageOf } from '../commands';
import { language } from '../configuration';
import { sayStale } from '../edits';
import { toRange } from '../places';
import type { Services } from '../services';
import { translate } from '../translate';
import { chooseFor, type Choice } from './choose';
import { SeamMarks, type Sides } from './marks';
import { ReviewStatus } from './status';
import { percentOf } from './words';

/** Where a review stands: the doubt that is shown, and how many there are. */
export interface Standing {
  readonly kind: Doubt['kind'];
  /** From 1. */
  readonly number: number;
  readonly total: number;
  readonly left: readonly [number, number];
  readonly right?: readonly [number, number];
}

interface Current {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly page: Page;
  readonly doubts: readonly Doubt[];
  readonly index: number;
}

/**
 * Leads an editor through what is doubtful on a page, in the order of the text, by keyboard: look, decide, and the next one
 * shows by itself. The text is never changed.
 */
export class Review implements vscode.Disposable {
  readonly #marks = new SeamMarks();
  readonly #status = new ReviewStatus();
  readonly #subscriptions: vscode.Disposable;
  #current: Current | undefined;
  /** A decision of ours is being worked in: its analysis is awaited, not followed. */
  /** Decisions under way: what they change is no change under the review. */
  #deciding = 0;

  constructor(private readonly services: Services) {
    this.#subscriptions = vscode.Disposable.from(
      this.#marks,
      this.#status,
      services.analyses.onDidAnalyse(({ document }) => {
        if (document === this.#current?.document && this.#deciding === 0) void this.#follow();
      }),
      services.analyses.onDidClose((document) => {
        if (document === this.#current?.document) this.stop();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => {
        if (this.#current && !editorOf(this.#current.document)) this.stop();
      }),
    );
  }

  /** Shows the next doubt behind the one shown, or behind the cursor; behind the last one comes the first. */
  next(): Promise<Standing | undefined> {
    return this.#go((doubts, from) => {
      const found = doubts.findIndex(({ at }) => at > from);
      return found < 0 ? 0 : found;
    });
  }

  previous(): Promise<Standing | undefined> {
    return this.#go((doubts, from) => {
      const before = doubts.filter(({ at }) => at < from).length;
      return before === 0 ? doubts.length - 1 : before - 1;
    });
  }

  /** It is as the page shows it. */
  async accept(): Promise<Standing | undefined> {
    const doubt = this.#doubt();
    return doubt && this.#decide(accept(doubt), doubt, 'behind');
  }

  /** It is not; the next best answer to the same question comes next, if there is one. */
  async reject(): Promise<Standing | undefined> {
    const doubt = this.#doubt();
    if (doubt?.kind === 'open') return this.choose();
    return doubt && this.#decide(reject(doubt), doubt, 'here');
  }

  /** Asks which of the candidates it is; each is shown in the text while it is looked at. */
  async choose(): Promise<Standing | undefined> {
    const current = this.#current;
    const doubt = this.#doubt();
    if (!current || !doubt) return undefined;
    const choice: Choice | undefined = await chooseFor(current.page, current.document, doubt, (sides) => this.#show(current.document, sides));
    if (choice === undefined || this.#current !== current) {
      // The page was read anew while the list was open; what was picked in it may be something else now.
      if (choice !== undefined) sayStale(() => this.choose());
      if (this.#current) this.#showDoubt(this.#current);
      return this.standing;
    }
    return this.#decide(choice.decisions, doubt, 'behind');
  }

  /** Takes the last decision back and shows the doubt that it had settled. */
  async undo(document: vscode.TextDocument): Promise<Standing | undefined> {
    const { decisions, analyses } = this.services;
    const [last] = decisions.last(document);
    if (last === undefined) {
      void vscode.window.showInformationMessage(translate(language(), 'There is no decision to take back.'));
      return undefined;
    }
    const place = this.#placeOf(document, last);
    await this.#quietly(async () => {
      await decisions.undo(document);
      await analyses.whole(document);
    });
    return this.#showBehind(document, place);
  }

  /** Makes the decision again that was taken back last, and shows the doubt behind it. */
  async redo(document: vscode.TextDocument): Promise<Standing | undefined> {
    const { decisions, analyses } = this.services;
    const [again] = await this.#quietly(async () => {
      const made = await decisions.redo(document);
      if (made.length > 0) await analyses.whole(document);
      return made;
    });
    if (again === undefined) {
      void vscode.window.showInformationMessage(translate(language(), 'There is no decision to make again.'));
      return undefined;
    }
    return this.#showBehind(document, this.#placeOf(document, again));
  }

  #placeOf(document: vscode.TextDocument, { id }: Entry): Span | undefined {
    return this.services.decisions.placing(document).placed.find(({ entry }) => entry.id === id)?.spans[0];
  }

  /** In a review, the first doubt from a place on. */
  async #showBehind(document: vscode.TextDocument, place: Span | undefined): Promise<Standing | undefined> {
    if (!this.#current || place === undefined) return undefined;
    const page = await pageOf(this.services, document);
    const doubts = doubtsOf(page);
    const index = doubts.findIndex(({ at }) => at >= place[0]);
    return this.#set({ document, version: document.version, page, doubts, index: Math.max(0, index) });
  }

  /** Opens both sides with what stands around them, all candidates beside. */
  async peek(): Promise<void> {
    const doubt = this.#doubt();
    const document = this.#current?.document;
    if (!doubt || !document || (doubt.kind !== 'join' && doubt.kind !== 'move')) return;
    const { left, right, seam } = doubt;
    const locations = [right, ...seam.candidates.map(({ span }) => span)].map((span) => new vscode.Location(document.uri, toRange(document, span)));
    await vscode.commands.executeCommand('editor.action.peekLocations', document.uri, document.positionAt(left[1]), locations, 'peek');
  }

  /** Ends the review and leaves nothing in the editor. */
  stop(): void {
    this.#current = undefined;
    this.#marks.hide();
    this.#status.hide();
    void vscode.commands.executeCommand('setContext', 'restitch.reviewing', false);
  }

  get standing(): Standing | undefined {
    const doubt = this.#doubt();
    if (!doubt || !this.#current) return undefined;
    return { kind: doubt.kind, number: this.#current.index + 1, total: this.#current.doubts.length, ...sidesOf(doubt) };
  }

  dispose(): void {
    this.stop();
    this.#subscriptions.dispose();
  }

  #doubt(): Doubt | undefined {
    return this.#current?.doubts[this.#current.index];
  }

  async #go(find: (doubts: readonly Doubt[], from: number) => number): Promise<Standing | undefined> {
    const editor = vscode.window.activeTextEditor;
    const document = editor?.document ?? this.#current?.document;
    if (!document) return undefined;
    const page = await pageOf(this.services, document);
    const doubts = doubtsOf(page);
    const here = this.#current?.document === document ? this.#doubt()?.at : undefined;
    const from = here ?? (editor ? document.offsetAt(editor.selection.active) : -1);
    return this.#set({ document, version: document.version, page, doubts, index: find(doubts, from) });
  }

  async #decide(decided: readonly Decision[], doubt: Doubt, then: 'here' | 'behind'): Promise<Standing | undefined> {
    const current = this.#current;
    if (!current) return undefined;
    const { document, version } = current;
    const { decisions, analyses, log } = this.services;
    const isStale = document.version !== version;
    const page = await this.#quietly(async () => {
      // Not awaited: a slow disk must not hold the editor up; the document's row of writes keeps the order.
      decisions.decide(document, decided, version, () => this.choose()).catch((error: unknown) => log.error('A decision could not be kept.', error));
      return analyses.whole(document);
    });
    // What was said of an older text is not done, and the doubt stays.
    if (isStale) return this.standing;
    if (!page || this.#current !== current) return undefined;
    const doubts = doubtsOf(page);
    const index = doubts.findIndex(({ at }) => (then === 'here' ? at >= doubt.at : at > doubt.at));
    return this.#set({ document, version: document.version, page, doubts, index: Math.max(0, index) });
  }

  async #quietly<T>(work: () => Promise<T>): Promise<T> {
    this.#deciding++;
    try {
      return await work();
    } finally {
      this.#deciding--;
    }
  }

  /** The page has changed under the review: the same kind of doubt nearest to the one shown is shown now. */
  async #follow(): Promise<void> {
    const doubt = this.#doubt();
    const document = this.#current?.document;
    const page = document && (await this.services.analyses.whole(document));
    if (!document || !page || this.#current?.document !== document || this.#current.page === page) return;
    const doubts = doubtsOf(page);
    const cursor = editorOf(document)?.selection.active;
    const place = cursor === undefined ? (doubt?.at ?? 0) : document.offsetAt(cursor);
    const nearest = doubts.reduce((best, { at }, i) => (Math.abs(at - place) < Math.abs((doubts[best]?.at ?? Infinity) - place) ? i : best), 0);
    this.#current = { document, version: document.version, page, doubts, index: nearest };
    if (doubts.length === 0) this.#finish();
    else this.#showDoubt(this.#current, false);
  }

  async #set(current: Current): Promise<Standing | undefined> {
    this.#current = current;
    if (current.doubts.length === 0) {
      this.#finish();
      return undefined;
    }
    await vscode.commands.executeCommand('setContext', 'restitch.reviewing', true);
    // The peek of the doubt before, if it was opened.
    await vscode.commands.executeCommand('closeReferenceSearch');
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document === current.document);
    await vscode.window.showTextDocument(current.document, { ...(shown?.viewColumn !== undefined && { viewColumn: shown.viewColumn }) });
    this.#showDoubt(current);
    return this.standing;
  }

  #finish(): void {
    this.stop();
    void vscode.window.showInformationMessage(translate(language(), 'Nothing is doubtful on this page.'));
  }

  #showDoubt(current: Current, reveal = true): void {
    const doubt = current.doubts[current.index];
    const editor = editorOf(current.document);
    if (!doubt || !editor) return;
    const sides = sidesOf(doubt);
    this.#show(current.document, sides);
    this.#status.show(doubt, current.index + 1, current.doubts.length, language());
    if (!reveal) return;
    // A stray passage is looked at where it stands; a cut, where it was cut.
    const place = current.document.positionAt(doubt.kind === 'move' ? doubt.right[0] : doubt.at);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #show(document: vscode.TextDocument, sides: Sides): void {
    const editor = editorOf(document);
    if (editor) this.#marks.show(editor, sides, language());
  }
}

function sidesOf(doubt: Doubt): Sides {
  if (doubt.kind === 'headline' || doubt.kind === 'open') return { left: doubt.span };
  return { left: doubt.left, right: doubt.right, sureness: percentOf(doubt.seam.confidence) };
}

function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  return active?.document === document ? active : vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}
