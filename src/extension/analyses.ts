import * as vscode from 'vscode';
import type { Level, Page, Restitching } from '../core';
import { AnalysisEnded, type AnalysisClient } from './analysis/client';
import { LeafPage } from './analysis/parts';
import { onDidChangeSettings, settingsFor } from './configuration';
import type { Decisions } from './decisions';
import type { Overrides } from './overrides';
import { languages, recognise, recogniseUnread, worthJudgingAgain, type Evidence } from './recognise';

/** How long a document must rest before it is analysed again, in milliseconds: between two keys, not between two words. */
const restAfterChange = 50;

/** What is known of a document. Only `dump` holds a page; the other states say why there is none. */
export type Analysis =
  | { readonly state: 'dump'; readonly version: number; readonly page: Page }
  | { readonly state: 'ordinary' | 'tooLarge' | 'failed'; readonly version: number; readonly length: number };

interface Entry {
  readonly document: vscode.TextDocument;
  /** Recognised since it was opened. */
  wasDump: boolean;
  analysis?: Analysis;
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
  readonly #analysed = new vscode.EventEmitter<AnalysedEvent>();
  readonly #closed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;
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
    private readonly decisions: Decisions,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      this.#analysed,
      this.#closed,
      vscode.workspace.onDidChangeTextDocument((change) => this.#take(change)),
      // A change of language closes a document and opens it again, and no editor changes.
      vscode.workspace.onDidOpenTextDocument(() => this.#scheduleVisible()),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#scheduleVisible()),
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
   * @returns `undefined` where the document has changed since the page was analysed, or the analysis is out of reach
   */
  restitch(page: Page, level: Level): Promise<Restitching | undefined> {
    const known = this.#restitchings[level].get(page);
    if (known) return known;
    const restitching = this.#restitch(page, level);
    this.#restitchings[level].set(page, restitching);
    return restitching;
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
    }
    if (contentChanges.length === 0) return;
    // The places of all are those before the first: from the end of the text to its beginning, none moves another.
    const changes = [...contentChanges].sort((a, b) => b.rangeOffset - a.rangeOffset);
    this.client.change(key, changes.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, length: rangeLength, newText: text })));
    if (this.#isOfInterest(document)) this.#schedule(document, Math.max(restAfterChange, entry?.took ?? 0));
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
      entry = { document, wasDump: false, generation: 0, took: 0, eol: document.eol };
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
      analysis = await this.#judge(entry);
    } catch (error) {
      this.log.error(`${document.uri.toString()}: the analysis failed.`, error);
      // Where no thread can be had, that was said once.
      if (error instanceof AnalysisEnded) return undefined;
      analysis = { state: 'failed', version: document.version, length: lengthOf(document) };
    }
    if (document.isClosed || this.#entries.get(document.uri.toString()) !== entry) return undefined;
    if (analysis.version !== document.version || generation !== entry.generation) return analysis;
    entry.analysis = analysis;
    entry.wasDump ||= analysis.state === 'dump';
    if (analysis.state === 'dump') this.#pages.set(analysis.page, { document, version: analysis.version });
    this.#analysed.fire({ document, analysis });
    return analysis;
  }

  async #judge(entry: Entry): Promise<Analysis> {
    const { document, analysis: before } = entry;
    const settings = settingsFor(document.uri);
    const evidence: Evidence = { languageId: document.languageId, override: this.overrides.of(document.uri), detect: settings.detect, wasDump: entry.wasDump };
    const known = recogniseUnread(evidence);
    const length = known === false ? 0 : lengthOf(document);
    const without = (state: 'ordinary' | 'tooLarge'): Analysis => ({ state, version: document.version, length });
    if (known === false) return without('ordinary');
    if (length > settings.maxFileSize * 1e6) {
      if (before?.state !== 'tooLarge') this.log.warn(`${document.uri.toString()}: ${String(length)} characters are more than restitch.maxFileSize allows; left alone.`);
      return without('tooLarge');
    }
    if (known === undefined && before?.state === 'ordinary' && !worthJudgingAgain(before.length, length)) return { ...before, version: document.version };
    await this.client.ready();
    // A long text of another kind is told by its beginning; only what may be a dump is read as a whole.
    if (known === undefined && length > probeLength && !recognise(evidence, await this.client.probe(beginningOf(document)))) return without('ordinary');
    const began = performance.now();
    const { page, version } = await this.#read(entry);
    entry.took = performance.now() - began;
    this.log.debug(`${document.uri.toString()} version ${String(version)}: ${String(page.leaves.length)} pages, dump score ${page.dump.score.toFixed(2)}, ${entry.took.toFixed(0)} ms`);
    if (recognise(evidence, page.dump)) return { state: 'dump', version, page };
    this.client.close(document.uri.toString());
    return { state: 'ordinary', version, length: page.text.length };
  }

  /** The page of a document as it is when the question goes out. */
  async #read({ document }: Entry): Promise<{ readonly page: LeafPage; readonly version: number }> {
    const key = document.uri.toString();
    for (let attempt = 0; ; attempt++) {
      await this.client.ready();
      const { version } = document;
      const text = document.getText();
      const decisions = this.decisions.of(document);
      if (!this.client.isOpen(key)) this.client.open(key, text);
      try {
        const { leaves, length } = await this.client.leaves(key, decisions);
        if (length === text.length) return { page: new LeafPage(text, leaves, decisions), version };
        this.log.warn(`${key}: the analysis had ${String(length)} characters, the document has ${String(text.length)}; it is read again.`);
      } catch (error) {
        if (attempt > 0) throw error;
      }
      if (attempt > 0) throw new Error('the analysis does not keep up with the document');
      this.client.close(key);
    }
  }

  async #restitch(page: Page, level: Level): Promise<Restitching | undefined> {
    const origin = this.#pages.get(page);
    if (origin === undefined) throw new Error('a page of no document');
    const { document, version } = origin;
    try {
      await this.client.ready();
      if (document.version !== version || document.isClosed || !this.client.isOpen(document.uri.toString())) return undefined;
      return (await this.client.restitch(document.uri.toString(), page.decisions, level)).restitching;
    } catch (error) {
      this.log.error(`${document.uri.toString()}: the page could not be re-stitched.`, error);
      return undefined;
    }
  }
}

/** Characters by which a text is recognised: two or three newspaper pages. */
const probeLength = 24_000;

/** The first lines of a long text. */
function beginningOf(document: vscode.TextDocument): string {
  const end = document.positionAt(probeLength);
  return document.getText(new vscode.Range(0, 0, Math.max(1, end.line), 0)).slice(0, 2 * probeLength);
}

/** The length of a document in UTF-16 units, known without its text. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

/** Whether a document may hold a dump at all: a language of ours in a real file system or a new file, not the old side of a comparison. */
export function isCandidate(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  if (!languages.includes(document.languageId) || document.isClosed) return false;
  return scheme === 'untitled' || (scheme !== 'git' && vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined);
}
