import * as vscode from 'vscode';
import { issuesOf, sidecarEnding, type FileFacts, type Issue, type IssuePage } from '../../core';
import type { SentFacts } from '../analysis/protocol';
import { AnalysisEnded, type AnalysisClient } from '../analysis/client';
import { onDidChangeSettings, settingsFor } from '../configuration';
import type { Log } from '../log';
import type { Overrides } from '../overrides';
import { recogniseUnread } from '../recognise';
import type { Rulings } from './rulings';
import { folderOf, languageOf, mayBePage, mostFiles, pagesIn, pagesInWorkspace, stampOf, textsOf } from './files';

/** A change is taken in when nothing else has come for so long, in milliseconds. */
const restAfterChange = 400;
/** While many files are being read, what is known is shown again after so long, in milliseconds. */
const showEvery = 2000;
/** A page of a known paper that has little on it shows less evidence than others: with a folio this is enough. */
const leastScore = 0.2;

/** A file that was read, or is being read. */
interface Known {
  readonly uri: vscode.Uri;
  stamp?: string;
  facts?: FileFacts;
  sent?: SentFacts;
  /** Something has happened to it since it was read. */
  stale: boolean;
  pending?: Promise<void>;
}

/**
 * What is known of the issues in the workspace. Nothing is read before it is asked for; what was read is kept by time and size of
 * its file, and read again when the file, its document or its sidecar changes. The reading is done by the analysis' own thread,
 * a file at a time.
 */
export class IssueIndex implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #known = new Map<string, Known>();
  readonly #uris = new WeakMap<FileFacts, vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[] = [];
  #watching = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #issues: readonly Issue[] | undefined;
  #reading = 0;

  /** The issues have changed, or more of them are known. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly client: Pick<AnalysisClient, 'facts'>,
    private readonly overrides: Overrides,
    private readonly rulings: Rulings,
    private readonly log: Log,
  ) {
    this.#subscriptions.push(rulings.onDidChange(() => {
      this.#issues = undefined;
      this.#changed.fire();
    }));
  }

  /** The issues as far as they are known now; nothing is read. */
  get issues(): readonly Issue[] {
    this.#issues ??= this.#make();
    return this.#issues;
  }

  /** Whether files are being read. */
  get reading(): boolean {
    return this.#reading > 0;
  }

  /** Whether anything was ever asked. */
  get inUse(): boolean {
    return this.#watching;
  }

  /** The file of a page. */
  uriOf({ file }: IssuePage): vscode.Uri {
    const uri = this.#uris.get(file);
    if (!uri) throw new Error('a page of no file');
    return uri;
  }

  /** The ids of the articles of a page's file that were reviewed. */
  reviewedIn({ file }: IssuePage): readonly string[] {
    const uri = this.#uris.get(file);
    return (uri && this.#known.get(uri.toString())?.sent?.reviewed) ?? [];
  }

  /** The issues in the folder of a file, all of its pages read as they are now. */
  async around(uri: vscode.Uri, token?: vscode.CancellationToken): Promise<readonly Issue[]> {
    await this.#read(() => pagesIn(folderOf(uri)), token);
    return this.known(uri);
  }

  /** The issues in which a file has pages, as far as they are known. */
  known(uri: vscode.Uri): readonly Issue[] {
    const { facts } = this.#known.get(uri.toString()) ?? {};
    return facts === undefined ? [] : this.issues.filter(({ pages }) => pages.some(({ file }) => file === facts));
  }

  /** Whether what is known of a file is what it holds now: only then are places in it right. */
  isFresh(uri: vscode.Uri): boolean {
    return this.#known.get(uri.toString())?.stale === false;
  }

  /** Reads all pages of the workspace that are not known yet. @param folders that hold a dump, whatever its name */
  async all(folders: readonly vscode.Uri[], token?: vscode.CancellationToken): Promise<void> {
    await this.#read(() => pagesInWorkspace(folders, token), token);
  }

  /** Looks at every known file again. */
  refresh(): void {
    for (const known of this.#known.values()) known.stale = true;
    this.#schedule();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #read(list: () => Promise<readonly vscode.Uri[]>, token?: vscode.CancellationToken): Promise<void> {
    this.#watch();
    this.#reading++;
    try {
      let told = performance.now();
      for (const uri of await list()) {
        if (token?.isCancellationRequested === true) return;
        await this.#readFile(uri);
        // A large workspace shows what it has while the rest is being read.
        if (performance.now() - told < showEvery) continue;
        this.#changed.fire();
        told = performance.now();
      }
    } catch (error) {
      // Where no thread can be had, that was said once; a folder that cannot be listed has no pages.
      this.log.warn('Pages of an issue could not be read.', error);
    } finally {
      this.#reading--;
      this.#changed.fire();
    }
  }

  #readFile(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    let known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, (known = { uri, stale: true }));
    if (known.pending === undefined && !known.stale) return Promise.resolve();
    const mine = known;
    mine.pending ??= this.#readNow(mine).finally(() => delete mine.pending);
    return mine.pending;
  }

  async #readNow(known: Known): Promise<void> {
    const { uri } = known;
    known.stale = false;
    try {
      const open = vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri.toString());
      // VS Code keeps the document of a file that is gone for a while.
      if (open?.isDirty === false) await vscode.workspace.fs.stat(uri);
      const stamp = await stampOf(uri, open);
      if (stamp === known.stamp) return;
      const settings = settingsFor(uri);
      const isDump = recogniseUnread({ languageId: open?.languageId ?? languageOf(uri), override: this.overrides.of(uri), detect: settings.detect, wasDump: false });
      let sent: SentFacts | undefined;
      if (isDump !== false) {
        const { text, sidecar } = await textsOf(uri, open);
        if (text.length <= settings.maxFileSize * 1e6) sent = await this.client.facts(text, sidecar);
      }
      known.stamp = stamp;
      const isPage = sent !== undefined && (isDump === true || sent.verdict.isDump || (sent.verdict.score >= leastScore && sent.pages.some(({ folio }) => folio.page !== undefined)));
      this.#take(known, isPage ? sent : undefined);
    } catch (error) {
      if (error instanceof AnalysisEnded) throw error;
      // The file is gone, or nobody can read it: it has no pages.
      this.log.debug(`${uri.toString()}: not read as a page of an issue.`, error);
      delete known.stamp;
      this.#take(known, undefined);
    }
  }

  #take(known: Known, sent: SentFacts | undefined): void {
    delete known.facts;
    delete known.sent;
    if (sent !== undefined && sent.pages.length > 0) {
      const facts: FileFacts = { name: known.uri.path, pages: sent.pages };
      this.#uris.set(facts, known.uri);
      Object.assign(known, { facts, sent });
    }
    this.#issues = undefined;
  }

  #make(): readonly Issue[] {
    const known = [...this.#known.values()].flatMap(({ facts }) => facts ?? []);
    // A page alone is no issue: whatever it leads to is missing.
    return issuesOf(known, settingsFor().issueFileNames, this.rulings.all).filter(({ pages }) => pages.length > 1);
  }

  /** Follows files and documents from the first question on. */
  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/*.{newspage,txt,md,${sidecarEnding.slice(1)}}`, false, false, true);
    // Of a folder that goes, with all that is in it, only the folder is told.
    const goings = vscode.workspace.createFileSystemWatcher('**', true, true, false);
    const touched = (uri: vscode.Uri): void => this.#touch(uri.path.endsWith(sidecarEnding) ? uri.with({ path: uri.path.slice(0, -sidecarEnding.length) }) : uri);
    this.#subscriptions.push(
      watcher,
      watcher.onDidCreate(touched),
      watcher.onDidChange(touched),
      goings,
      goings.onDidDelete((gone) => {
        touched(gone);
        for (const { uri } of this.#known.values()) if (uri.path.startsWith(`${gone.path}/`)) this.#touch(uri);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#known.has(document.uri.toString())) this.#touch(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#known.has(uri.toString())) this.#touch(uri);
      }),
      onDidChangeSettings(() => {
        this.#issues = undefined;
        this.#changed.fire();
      }),
      // A file system that tells of no changes is asked when the editor comes back.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.refresh();
      }),
    );
  }

  #touch(uri: vscode.Uri): void {
    const known = this.#known.get(uri.toString());
    if (known) known.stale = true;
    // A new file counts where its neighbours do; an archive that is unpacked beside them is a matter for the command line.
    else if (this.#known.size < mostFiles && mayBePage(uri) && this.#hasNeighbour(uri)) this.#known.set(uri.toString(), { uri, stale: true });
    else return;
    this.#schedule();
  }

  #hasNeighbour({ scheme, authority, path }: vscode.Uri): boolean {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const { uri } of this.#known.values()) if (uri.path.startsWith(folder) && uri.path.lastIndexOf('/') + 1 === folder.length && uri.scheme === scheme && uri.authority === authority) return true;
    return false;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(() => Promise.resolve([...this.#known.values()].filter(({ stale }) => stale).map(({ uri }) => uri))), restAfterChange);
  }
}
