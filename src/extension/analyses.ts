import * as vscode from 'vscode';
import type { Level, Page, Restitching } from '../core';
import { AnalysisEnded, type AnalysisClient } from './analysis/client';
import { LeafPage } from './analysis/parts';
import { Reader } from './analysis/reader';
import { viewOf } from './analysis/view';
import { onDidChangeSettings } from './configuration';
import type { Decisions } from './decisions';
import type { Log } from './log';
import type { Overrides } from './overrides';
import { lengthOf, toSpan } from './places';
import { languages } from './recognise';
import type { Texts } from './texts';
import { TurnEmitter } from './turns';

/** How long a document must rest before it is analysed again, in milliseconds: between two keys, not between two words. */
const restAfterChange = 30;
/** An analysis that took no longer, in milliseconds, makes nobody wait: the next one is asked for as soon. */
const quick = 100;
/** The first analysis of a large file takes seconds; those after it do not. */
const mostRest = 400;

/**
 * What is known of a document. Only `dump` holds a page; the other states say why there is none. Of a file with many pages
 * of the paper, `page` holds those in view; what needs all asks for the {@link Analyses.whole}.
 */
export type Analysis =
  | { readonly state: 'dump'; readonly version: number; readonly page: Page }
  | { readonly state: 'ordinary' | 'tooLarge' | 'failed'; readonly version: number; readonly length: number };

interface Entry {
  readonly document: vscode.TextDocument;
  /** Recognised since it was opened. */
  wasDump: boolean;
  analysis?: Analysis;
  /** The whole dump that `analysis` shows, or shows a part of, and which part. */
  whole?: LeafPage;
  view: readonly [from: number, to: number];
  timer?: ReturnType<typeof setTimeout>;
  /** The analysis that is being made. */
  pending?: Promise<Analysis | undefined>;
  /** Counts what makes an analysis old beside the document's version: settings, decisions. */
  generation: number;
  /** How long its last analysis took, in milliseconds: a document that takes long must rest longer. */
  took: number;
  /** The line end the analysis knows of; when it changes, VS Code tells no changes of the text. */
  eol: vscode.EndOfLine;
}

export interface AnalysedEvent {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis;
}

/**
 * The analysis of every document that may be a dump: made in another thread when first wanted, kept for its version,
 * made anew when the document has rested after a change. Each document has its own timer; closing it ends both.
 */
export class Analyses implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #analysed = new TurnEmitter<AnalysedEvent>((error) => this.log.error('What follows an analysis failed.', error));
  readonly #closed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;
  readonly #reader: Reader;
  readonly #restitchings: Record<Level, WeakMap<Page, Promise<Restitching | undefined>>> = { sure: new WeakMap(), likely: new WeakMap() };
  /** Which document a page is of, and of which version. */
  readonly #pages = new WeakMap<Page, { readonly document: vscode.TextDocument; readonly version: number }>();

  /** A document has a new analysis. */
  readonly onDidAnalyse = this.#analysed.event;
  /** A document that was looked at has closed. */
  readonly onDidClose = this.#closed.event;

  constructor(
    private readonly client: AnalysisClient,
    private readonly overrides: Overrides,
    decisions: Decisions,
    private readonly texts: Texts,
    private readonly log: Log,
  ) {
    this.#reader = new Reader(client, overrides, decisions, texts, log);
    this.#subscriptions = vscode.Disposable.from(
      this.#analysed,
      this.#closed,
      vscode.workspace.onDidChangeTextDocument((change) => this.#take(change)),
      // A change of language closes a document and opens it again, and no editor changes.
      vscode.workspace.onDidOpenTextDocument(() => this.#scheduleVisible()),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#scheduleVisible()),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#look(textEditor.document)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#look(textEditor.document)),
      decisions.onDidChange((document) => this.invalidate(document)),
      onDidChangeSettings(() => {
        for (const entry of this.#entries.values()) this.invalidate(entry.document);
      }),
    );
  }

  /** Begins to look after the documents that are visible now. */
  start(): void {
    this.#scheduleVisible();
  }

  /**
   * The page of a document in its present version.
   * @returns `undefined` where the document is no dump, is too large, was closed, or the token was cancelled
   */
  async page(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Page | undefined> {
    const analysis = await this.analyse(document, token);
    return analysis?.state === 'dump' ? analysis.page : undefined;
  }

  /** All of a document's pages of the paper as one; `undefined` as for {@link page}. */
  async whole(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Page | undefined> {
    const page = await this.page(document, token);
    return page && this.#entries.get(document.uri.toString())?.whole;
  }

  /** The analysis of a document in its present version; `undefined` where it cannot be had (see `page`). */
  async analyse(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Analysis | undefined> {
    while (isCandidate(document)) {
      const entry = this.#entry(document);
      if (entry.analysis?.version === document.version) return entry.analysis;
      entry.pending ??= this.#make(entry).finally(() => delete entry.pending);
      const analysis = await entry.pending;
      if (analysis === undefined || token?.isCancellationRequested === true) return undefined;
      // Changed in the meantime: what was made is of an older version.
    }
    return undefined;
  }

  /** The last analysis of a document, which may be of an older version. */
  peek(document: vscode.TextDocument): Analysis | undefined {
    return this.#entries.get(document.uri.toString())?.analysis;
  }

  /**
   * What re-stitching a page would do; worked out once a page.
   * @returns `undefined` where the document has changed since the page was analysed
   * @throws Error where the analysis fails
   */
  restitch(page: Page, level: Level): Promise<Restitching | undefined> {
    const known = this.#restitchings[level].get(page);
    if (known) return known;
    const restitching = this.#restitch(page, level);
    this.#restitchings[level].set(page, restitching);
    // What could not be had now may be had later.
    const forget = (): boolean => this.#restitchings[level].delete(page);
    restitching.then((result) => result ?? forget(), forget);
    return restitching;
  }

  /** What re-stitching some articles of a page would do, by their ids; `undefined` as for {@link restitch}. */
  restitchSome(page: Page, articles: readonly string[]): Promise<Restitching | undefined> {
    return this.#restitch(page, 'likely', articles);
  }

  /** Forgets what is known of a document, and looks at it again soon. */
  invalidate(document: vscode.TextDocument): void {
    const entry = this.#entries.get(document.uri.toString());
    if (entry) {
      delete entry.analysis;
      entry.generation++;
    }
    this.#schedule(document, 0);
  }

  /** Looks again at the documents whose analysis failed. */
  again(): void {
    for (const { document, analysis } of this.#entries.values()) if (analysis?.state === 'failed') this.invalidate(document);
  }

  dispose(): void {
    for (const entry of this.#entries.values()) clearTimeout(entry.timer);
    this.#entries.clear();
    this.#subscriptions.dispose();
  }

  #isOfInterest(document: vscode.TextDocument): boolean {
    return this.#entries.has(document.uri.toString()) || vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  }

  /** Passes a change on to the analysis, at once, so that it always has the text as it is. */
  #take({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    const entry = this.#entries.get(key);
    if (entry !== undefined && entry.eol !== document.eol) {
      entry.eol = document.eol;
      this.client.close(key);
      // Line ends of another kind are told without a change of the text.
      if (contentChanges.length === 0 && this.#isOfInterest(document)) this.#schedule(document, restAfter(entry.took));
    }
    if (contentChanges.length === 0) return;
    // The places of all are those before the first: from the end of the text to its beginning, none moves another.
    const changes = [...contentChanges].sort((a, b) => b.rangeOffset - a.rangeOffset);
    this.client.change(key, changes.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, length: rangeLength, newText: text })));
    if (this.#isOfInterest(document)) this.#schedule(document, restAfter(entry?.took ?? 0));
  }

  #scheduleVisible(): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (this.peek(document)?.version !== document.version) this.#schedule(document, 0);
    }
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    if (!isCandidate(document)) return;
    const entry = this.#entry(document);
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      delete entry.timer;
      void this.analyse(document);
    }, delay);
  }

  #entry(document: vscode.TextDocument): Entry {
    const key = document.uri.toString();
    let entry = this.#entries.get(key);
    if (entry?.document !== document) {
      if (entry) clearTimeout(entry.timer);
      this.client.close(key);
      entry = { document, wasDump: false, view: [0, 0], generation: 0, took: 0, eol: document.eol };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  #close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const entry = this.#entries.get(key);
    this.overrides.forgetUntitled(document.uri);
    if (entry?.document !== document) return;
    clearTimeout(entry.timer);
    this.client.close(key);
    this.#entries.delete(key);
    this.#closed.fire(document);
  }

  /** Makes the analysis of a document as it is now, and tells everyone if it still is when it comes. */
  async #make(entry: Entry): Promise<Analysis | undefined> {
    const { document, generation } = entry;
    let analysis: Analysis | undefined;
    try {
      analysis = await this.#read(entry);
    } catch (error) {
      this.log.error(`${document.uri.toString()}: the analysis failed.`, error);
      analysis = { state: 'failed', version: document.version, length: lengthOf(document) };
    }
    if (document.isClosed || this.#entries.get(document.uri.toString()) !== entry) return undefined;
    if (analysis.version !== document.version || generation !== entry.generation) return analysis;
    entry.analysis = analysis;
    entry.wasDump ||= analysis.state === 'dump';
    // Whoever waits for the page is given it when everything shows it.
    await this.#tell(entry, analysis);
    return analysis;
  }

  async #read(entry: Entry): Promise<Analysis> {
    const { document, analysis: before, wasDump } = entry;
    const began = performance.now();
    const read = await this.#reader.read(document, { wasDump, state: before?.state, length: before !== undefined && before.state !== 'dump' ? before.length : 0 });
    entry.took = performance.now() - began;
    if (read.state !== 'dump') return read;
    const { page, version } = read;
    this.log.debug(`${document.uri.toString()} version ${String(version)}: ${String(page.leaves.length)} pages, ${entry.took.toFixed(0)} ms`);
    entry.whole = page;
    this.#pages.set(page, { document, version });
    return { state: 'dump', version, page: this.#shown(entry, page, version) };
  }

  /** What is shown of a dump: the pages of the paper in view where there are many. */
  #shown(entry: Entry, whole: LeafPage, version: number): Page {
    const { document } = entry;
    const editors = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
    const places = editors.flatMap(({ visibleRanges, selections }) => [...visibleRanges, ...selections].map((range) => toSpan(document, range)));
    const [from, to] = (entry.view = viewOf(whole.leaves, places));
    if (to - from === whole.leaves.length) return whole;
    const page = new LeafPage(whole.chunks, whole.leaves.slice(from, to), whole.decisions);
    this.#pages.set(page, { document, version });
    return page;
  }

  /** Shows other pages of the paper when others have come into view. */
  #look(document: vscode.TextDocument): void {
    const entry = this.#entries.get(document.uri.toString());
    const { analysis, whole, view } = entry ?? {};
    if (entry === undefined || whole === undefined || analysis?.state !== 'dump' || analysis.version !== document.version) return;
    if (view?.[0] === 0 && view[1] === whole.leaves.length) return;
    const page = this.#shown(entry, whole, analysis.version);
    if (view?.[0] === entry.view[0] && view[1] === entry.view[1]) return;
    entry.analysis = { ...analysis, page };
    void this.#tell(entry, entry.analysis);
  }

  /** Tells everyone of a new analysis, for as long as it is the one of the text as it is. */
  #tell(entry: Entry, analysis: Analysis): Promise<void> {
    const { document } = entry;
    return this.#analysed.fire({ document, analysis }, () => entry.analysis === analysis && document.version === analysis.version && !document.isClosed);
  }

  async #restitch(page: Page, level: Level, articles?: readonly string[]): Promise<Restitching | undefined> {
    const origin = this.#pages.get(page);
    if (origin === undefined) throw new Error('a page of no document');
    const { document, version } = origin;
    const key = document.uri.toString();
    for (let attempt = 0; ; attempt++) {
      await this.client.ready();
      if (document.version !== version || document.isClosed) return undefined;
      // A thread that took the place of another has nothing of the document.
      if (!this.client.isOpen(key)) this.client.open(key, this.texts.of(document).whole);
      try {
        return (await this.client.restitch(key, page.decisions, level, articles)).restitching;
      } catch (error) {
        if (attempt > 0 || !(error instanceof AnalysisEnded)) throw error;
      }
    }
  }
}

const restAfter = (took: number): number => (took <= quick ? restAfterChange : Math.min(mostRest, took));

/** Whether a document may hold a dump at all: a language of ours in a real file system or a new file, not the old side of a comparison. */
export function isCandidate(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  if (!languages.includes(document.languageId) || document.isClosed) return false;
  return scheme === 'untitled' || (scheme !== 'git' && vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined);
}
