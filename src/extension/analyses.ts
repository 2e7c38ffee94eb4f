import * as vscode from 'vscode';
import { restitch, type Engine, type Level, type Page, type Restitching } from '../core';
import { onDidChangeSettings, settingsFor } from './configuration';
import type { Decisions } from './decisions';
import type { Overrides } from './overrides';
import { languages, recognise, recogniseUnread, worthJudgingAgain, type Evidence } from './recognise';

/** How long a document must rest before it is analysed again, in milliseconds. */
const restAfterChange = 300;

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
  /** How long its last analysis took, in milliseconds: a document that takes long must rest longer. */
  took: number;
}

export interface AnalysedEvent {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis;
}

/**
 * The analysis of every document that may be a dump: made when first wanted, kept for its version,
 * made anew when the document has rested after a change. Each document has its own timer; closing it ends both.
 */
export class Analyses implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #analysed = new vscode.EventEmitter<AnalysedEvent>();
  readonly #closed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;
  readonly #loadEngine: () => Promise<Engine>;
  readonly #restitchings: Record<Level, WeakMap<Page, Restitching>> = { sure: new WeakMap(), likely: new WeakMap() };
  #engine?: Promise<Engine>;
  /** The engine once it is there; any page was made by it. */
  #loaded?: Engine;

  /** A document has a new analysis. */
  readonly onDidAnalyse = this.#analysed.event;
  /** A document that was looked at has closed. */
  readonly onDidClose = this.#closed.event;

  /** @param loadEngine called once, when the first analysis is wanted; its failure is logged and shown once */
  constructor(
    loadEngine: () => Promise<Engine>,
    private readonly overrides: Overrides,
    private readonly decisions: Decisions,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#loadEngine = loadEngine;
    this.#subscriptions = vscode.Disposable.from(
      this.#analysed,
      this.#closed,
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.contentChanges.length > 0 && this.#isOfInterest(change.document)) this.#scheduleChanged(change.document);
      }),
      // A change of language closes a document and opens it again, and no editor changes.
      vscode.workspace.onDidOpenTextDocument(() => this.#scheduleVisible()),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      decisions.onDidChange((document) => this.invalidate(document)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#scheduleVisible()),
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
    if (!isCandidate(document)) return undefined;
    const [engine] = await Promise.all([this.#getEngine(), this.decisions.ready(document)]);
    if (!engine || token?.isCancellationRequested || document.isClosed) return undefined;
    return this.#analyse(document, engine);
  }

  /** The last analysis of a document, which may be of an older version. */
  peek(document: vscode.TextDocument): Analysis | undefined {
    return this.#entries.get(document.uri.toString())?.analysis;
  }

  /** What re-stitching a page would do; worked out once a page. */
  restitch(page: Page, level: Level): Restitching {
    const known = this.#restitchings[level].get(page);
    if (known) return known;
    if (!this.#loaded) throw new Error('a page without an engine');
    const restitching = restitch(page, this.#loaded, level);
    this.#restitchings[level].set(page, restitching);
    return restitching;
  }

  /** What analyses a text that is no document. @throws where the model cannot be read, which was told */
  async analyser(): Promise<Engine> {
    return (this.#engine ??= this.#loadEngine());
  }

  /** Forgets what is known of a document, and looks at it again soon. */
  invalidate(document: vscode.TextDocument): void {
    const entry = this.#entries.get(document.uri.toString());
    if (entry) delete entry.analysis;
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

  #scheduleVisible(): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (this.peek(document)?.version !== document.version) this.#schedule(document, 0);
    }
  }

  #scheduleChanged(document: vscode.TextDocument): void {
    const took = this.#entries.get(document.uri.toString())?.took ?? 0;
    this.#schedule(document, Math.max(restAfterChange, 2 * took));
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
      entry = { document, wasDump: false, took: 0 };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  #close(document: vscode.TextDocument): void {
    const entry = this.#entries.get(document.uri.toString());
    this.overrides.forgetUntitled(document.uri);
    if (entry?.document !== document) return;
    clearTimeout(entry.timer);
    this.#entries.delete(document.uri.toString());
    this.#closed.fire(document);
  }

  async #getEngine(): Promise<Engine | undefined> {
    try {
      this.#engine ??= this.#loadEngine();
      this.#loaded = await this.#engine;
      return this.#loaded;
    } catch {
      // Said once by the loader; a promise that failed stays, so that it is not said again.
      return undefined;
    }
  }

  #analyse(document: vscode.TextDocument, engine: Engine): Analysis {
    const entry = this.#entry(document);
    if (entry.analysis?.version === document.version) return entry.analysis;
    const settings = settingsFor(document.uri);
    const evidence: Evidence = {
      languageId: document.languageId,
      override: this.overrides.of(document.uri),
      detect: settings.detect,
      wasDump: entry.wasDump,
    };
    const analysis = this.#judge(entry, evidence, settings.maxFileSize * 1e6, engine);
    entry.analysis = analysis;
    entry.wasDump ||= analysis.state === 'dump';
    this.#analysed.fire({ document, analysis });
    return analysis;
  }

  #judge(entry: Entry, evidence: Evidence, maxLength: number, engine: Engine): Analysis {
    const { document, analysis: before } = entry;
    const { version } = document;
    const known = recogniseUnread(evidence);
    const text = known === false ? '' : document.getText();
    const without = (state: 'ordinary' | 'tooLarge' | 'failed'): Analysis => ({ state, version, length: text.length });
    if (known === false) return without('ordinary');
    if (text.length > maxLength) {
      if (before?.state !== 'tooLarge') this.log.warn(`${document.uri.toString()}: ${text.length} characters are more than restitch.maxFileSize allows; left alone.`);
      return without('tooLarge');
    }
    if (known === undefined && before?.state === 'ordinary' && !worthJudgingAgain(before.length, text.length)) {
      return { ...before, version };
    }
    try {
      const began = performance.now();
      // A long text of another kind is told by its beginning; only what may be a dump is read as a whole.
      if (known === undefined && text.length > probeLength && !recognise(evidence, engine.analyse(beginningOf(text)).dump)) {
        return without('ordinary');
      }
      const page = engine.analyse(text, this.decisions.of(document));
      entry.took = performance.now() - began;
      this.log.debug(`${document.uri.toString()} version ${version}: ${page.articles.length} articles, ${page.findings.length} findings, dump score ${page.dump.score.toFixed(2)}, ${entry.took.toFixed(0)} ms`);
      return recognise(evidence, page.dump) ? { state: 'dump', version, page } : without('ordinary');
    } catch (error) {
      this.log.error(`${document.uri.toString()}: the analysis failed.`, error);
      return without('failed');
    }
  }
}

/** Characters by which a text is recognised: two or three newspaper pages. */
const probeLength = 24_000;

/** The first lines of a long text. */
function beginningOf(text: string): string {
  const end = text.lastIndexOf('\n', probeLength);
  return text.slice(0, end > 0 ? end : probeLength);
}

/** Whether a document may hold a dump at all: a language of ours in a real file system or a new file, not the old side of a comparison. */
export function isCandidate(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  if (!languages.includes(document.languageId) || document.isClosed) return false;
  return scheme === 'untitled' || (scheme !== 'git' && vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined);
}
