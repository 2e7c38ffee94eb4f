import * as vscode from 'vscode';
import {
  add, change, entriesOf, entryOf, Ground, isEmpty, lastStep, Memory, merge, mergeThree, sidecarEnding, withdraw, writeSidecar,
  type Body, type Decision, type Entry, type Placing, type Sidecar, type Span,
} from '../core';
import { settingsFor } from './configuration';
import { checkVersion, type Again } from './edits';
import type { Log } from './log';
import { isSidecar, nameOf, sidecarOf, writeWhole } from './sidecar/files';
import { moveSidecar } from './sidecar/move';
import { Orphans } from './sidecar/orphans';
import { decidedBefore } from './sidecar/saveAs';
import { SidecarFile, type FileNews } from './sidecar/sidecarFile';
import { now, stampOf } from './sidecar/stamp';
import { Teller, type Rescue } from './sidecar/tell';
import { SidecarWatch } from './sidecar/watch';
import type { Texts } from './texts';

/** What is remembered of one open document. */
interface Kept {
  readonly document: vscode.TextDocument;
  readonly memory: Memory;
  /** None for a document that has no file yet, or whose file system cannot be written. */
  readonly file?: SidecarFile;
  /** Steps taken in this window, the last one last. */
  readonly steps: string[];
  /** What was taken back in this window, the last one last, with the version of the text it was taken back in. */
  undone: { readonly version: number; readonly entries: readonly Entry[] }[];
  /** The last text of a document without a file: saving it under a name empties it before it is closed. Of a file, its text when it was opened. */
  text: string;
  /** What waits for the file: one read or write behind the other. */
  row: Promise<void>;
  /** The first reading of the file. */
  ready: Promise<void>;
}

/**
 * What editors decided about each document, placed in its present text; the analysis honours it. It outlives the session in
 * a sidecar beside the file, and what others write there is taken in while the document is open.
 */
export class Decisions implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #remembered = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #kept = new Map<string, Kept>();
  /** Files of documents that were closed while they were still being written. */
  readonly #closing = new Map<string, Promise<void>>();
  readonly #orphans = new Orphans();
  readonly #watch = new SidecarWatch((sidecar) => this.#reread(sidecar));
  readonly #teller: Teller;
  readonly #subscriptions: vscode.Disposable;

  /** The decisions about a document have changed, and its analysis with them. */
  readonly onDidChange = this.#changed.event;
  /** Anything that is remembered of a document has changed: decisions, notes, reviews. */
  readonly onDidRemember = this.#remembered.event;

  constructor(
    private readonly texts: Texts,
    log: Log,
  ) {
    this.#teller = new Teller(log);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#remembered,
      this.#watch,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.#follow(document, contentChanges)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#save(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#shown(editor?.document)),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.#rename(files)),
      // A file system that tells of no changes is asked when the editor comes back.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) for (const kept of this.#kept.values()) void this.#read(kept);
      }),
    );
  }

  /** Resolves when what the document's sidecar holds is known. Never rejects. */
  ready(document: vscode.TextDocument): Promise<void> {
    return this.#of(document).ready;
  }

  /** The decisions that stand, in their places in the document's present text, oldest first. */
  of(document: vscode.TextDocument): readonly Decision[] {
    const memory = this.#find(document)?.memory;
    return memory === undefined || memory.sidecar.entries.length === 0 ? [] : memory.decisionsIn(this.texts.of(document).whole);
  }

  /** All that is remembered, notes and reviews included, in its places; and what no longer fits. */
  placing(document: vscode.TextDocument): Placing {
    const memory = this.#find(document)?.memory;
    // Nobody who remembers nothing has to have the text.
    return memory === undefined || memory.sidecar.entries.length === 0 ? { placed: [], lost: [] } : memory.in(this.texts.of(document).whole);
  }

  /**
   * Adds what one gesture decides; it is undone as one. Resolves when it is written down.
   * @param version of the document that the decisions speak of: where it has changed since, nothing is decided and a message says so
   * @param again makes the gesture anew, which that message offers then
   * @returns whether anything was decided
   */
  async decide(document: vscode.TextDocument, decisions: readonly Decision[], version = document.version, again?: Again): Promise<boolean> {
    if (decisions.length === 0 || !checkVersion(document, version, again)) return false;
    await this.#add(document, entriesOf(new Ground(document.getText()), decisions, this.#stamp(document)));
    return true;
  }

  /** Remembers something else of passages: a note, an answer, a review. */
  async remember(document: vscode.TextDocument, body: Body, spans: readonly Span[]): Promise<Entry> {
    const stamp = this.#stamp(document);
    const step = body.kind === 'reviewed' ? stamp.newId() : undefined;
    const entry = entryOf(new Ground(document.getText()), body, spans, stamp, step);
    await this.#add(document, [entry]);
    return entry;
  }

  /** Changes what is remembered under an id. */
  async change(document: vscode.TextDocument, id: string, body: Body): Promise<void> {
    const kept = this.#of(document);
    await this.#set(kept, change(kept.memory.sidecar, id, body, now()));
  }

  /** Takes things back, by id. */
  async forget(document: vscode.TextDocument, ids: readonly string[]): Promise<void> {
    const kept = this.#of(document);
    await this.#set(kept, withdraw(kept.memory.sidecar, ids, now()));
  }

  /** What the next `undo` would take back: the last gesture of this window, else the last one in the sidecar. */
  last(document: vscode.TextDocument): readonly Entry[] {
    const kept = this.#find(document);
    if (kept === undefined) return [];
    const { entries } = kept.memory.sidecar;
    for (const step of [...kept.steps].reverse()) {
      const own = entries.filter((entry) => entry.step === step);
      if (own.length > 0) return own;
    }
    return lastStep(kept.memory.sidecar);
  }

  /** Takes the last gesture back; `false` where there is none. */
  async undo(document: vscode.TextDocument): Promise<boolean> {
    const last = this.last(document);
    if (last.length === 0) return false;
    this.#find(document)?.undone.push({ version: document.version, entries: last });
    await this.forget(document, last.map(({ id }) => id));
    return true;
  }

  /**
   * Makes the gesture again that `undo` took back last. As in an editor, a new gesture or a change of the text ends what can be made again.
   * @returns what it remembers now, none where there is nothing to make again
   */
  async redo(document: vscode.TextDocument): Promise<readonly Entry[]> {
    const kept = this.#find(document);
    const last = kept?.undone.pop();
    if (!kept || last?.version !== document.version) return [];
    const { undone } = kept;
    const { newId, time } = this.#stamp(document);
    const step = newId();
    // Under new names: the old ones are known as taken back wherever the sidecar has been read.
    const entries = last.entries.map((entry) => ({ ...entry, id: newId(), created: time, modified: time, anchored: time, step }));
    // At once: a new gesture or an undo that comes while it is written has the last word.
    const added = this.#add(document, entries);
    kept.undone = undone;
    await added;
    return entries;
  }

  /** Resolves when everything about a document is written down. */
  async flush(document: vscode.TextDocument): Promise<void> {
    await this.#find(document)?.row;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #find(document: vscode.TextDocument): Kept | undefined {
    const kept = this.#kept.get(document.uri.toString());
    return kept?.document === document ? kept : undefined;
  }

  #of(document: vscode.TextDocument): Kept {
    const known = this.#find(document);
    if (known) return known;
    const canBeKept = !document.isUntitled && !isSidecar(document.uri) && vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === true;
    const key = document.uri.toString();
    const closing = this.#closing.get(key) ?? Promise.resolve();
    const kept: Kept = { document, memory: new Memory(), ...(canBeKept && { file: new SidecarFile(document.uri) }), steps: [], undone: [], text: document.getText(), row: closing, ready: closing };
    this.#kept.set(key, kept);
    if (kept.file) {
      this.#watch.add(kept.file.uri);
      kept.ready = this.#read(kept);
    }
    this.#adopt(kept);
    return kept;
  }

  #follow(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const kept = this.#find(document);
    if (!kept) return;
    kept.memory.follow(changes.map(({ rangeOffset, rangeLength, text }) => ({ span: [rangeOffset, rangeOffset + rangeLength], length: text.length })));
    if (!document.isUntitled) return;
    const text = document.getText();
    if (text !== '') kept.text = text;
  }

  /** Takes over what was decided about a document that had no file, or another language, until now. */
  #adopt(kept: Kept): void {
    const adopted = this.#orphans.takeFor(kept.document);
    if (adopted) void this.#set(kept, merge(kept.memory.sidecar, adopted));
  }

  #stamp(document: vscode.TextDocument): ReturnType<typeof stampOf> {
    return stampOf(settingsFor(document.uri).author);
  }

  async #add(document: vscode.TextDocument, entries: readonly Entry[]): Promise<void> {
    const kept = this.#of(document);
    const step = entries[0]?.step;
    if (step !== undefined) kept.steps.push(step);
    kept.undone = [];
    await this.#set(kept, add(kept.memory.sidecar, entries));
  }

  async #set(kept: Kept, sidecar: Sidecar): Promise<void> {
    this.#take(kept, sidecar);
    await this.#inRow(kept, (file) => file.write(kept.memory.sidecar));
  }

  /** Remembers this now, and tells whoever listens where it is anything else. */
  #take(kept: Kept, sidecar: Sidecar): void {
    const { memory, document } = kept;
    if (sidecar === memory.sidecar) return;
    const text = document.getText();
    const before = JSON.stringify(memory.decisionsIn(text));
    memory.sidecar = sidecar;
    if (JSON.stringify(memory.decisionsIn(text)) !== before) this.#changed.fire(document);
    this.#remembered.fire(document);
  }

  #read(kept: Kept): Promise<void> {
    return this.#inRow(kept, (file) => file.read(kept.memory.sidecar));
  }

  /** Reads or writes the file when its turn has come, and takes in what came of it. Never rejects. */
  #inRow(kept: Kept, work: (file: SidecarFile) => Promise<FileNews>): Promise<void> {
    const { file } = kept;
    if (file === undefined) return kept.row;
    kept.row = kept.row.then(async () => {
      try {
        const before = kept.memory.sidecar;
        const news = await work(file);
        // What was decided while the file was being read or written is not in the news: it waits in the row behind.
        this.#take(kept, kept.memory.sidecar === before ? news.sidecar : mergeThree(before, kept.memory.sidecar, news.sidecar));
        this.#teller.news(file.uri, news, this.#rescue(kept));
      } catch (error) {
        this.#teller.failed(file.uri, error, this.#rescue(kept));
      }
    });
    return kept.row;
  }

  #rescue(kept: Kept): Rescue {
    return {
      again: () => this.#inRow(kept, (file) => file.write(kept.memory.sidecar)),
      saveCopy: async () => {
        const { uri } = kept.document;
        const target = await vscode.window.showSaveDialog({ defaultUri: uri.with({ path: `${uri.path}.copy${sidecarEnding}` }), filters: { JSON: ['json'] } });
        if (target) await writeWhole(target, writeSidecar(kept.memory.sidecar, nameOf(uri)));
      },
    };
  }

  /** The documents stand in the order in which they were last shown. */
  #shown(document: vscode.TextDocument | undefined): void {
    const key = document?.uri.toString() ?? '';
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
  }

  #save(document: vscode.TextDocument): void {
    const before = decidedBefore(document, this.#find(document), [...this.#kept.values()].reverse());
    if (before !== undefined) void this.#takeAlong(document, before);
    const kept = this.#find(document);
    if (!kept) return;
    if (isEmpty(kept.memory.sidecar)) {
      // The file of a new document may be opened empty, and have its text only when it is saved.
      if (kept.text === '') this.#adopt(kept);
      return;
    }
    kept.memory.quote(document.getText(), now());
    void this.#inRow(kept, (file) => file.write(kept.memory.sidecar));
  }

  /** Remembers of a document what was decided about the one that it was saved from. Where its own file remembers something, that stays as it is. */
  async #takeAlong(document: vscode.TextDocument, sidecar: Sidecar): Promise<void> {
    const kept = this.#of(document);
    await kept.ready;
    if (isEmpty(kept.memory.sidecar)) await this.#set(kept, merge(kept.memory.sidecar, sidecar));
  }

  #close(document: vscode.TextDocument): void {
    const kept = this.#find(document);
    if (!kept) return;
    const key = document.uri.toString();
    const all = [...this.#kept.values()];
    this.#kept.delete(key);
    if (kept.file) {
      this.#watch.remove(kept.file.uri);
      this.#teller.forget(kept.file.uri);
      const row = kept.row.finally(() => this.#closing.get(key) === row && this.#closing.delete(key));
      this.#closing.set(key, row);
    } else if (document.isUntitled && kept.memory.sidecar.entries.length > 0) {
      // Saved under a name, it is another document to VS Code, opened before or after this one is closed.
      this.#orphans.add(kept.text, kept.memory.sidecar);
      const since = all.slice(all.indexOf(kept) + 1).reverse();
      for (const other of since) if (other.file && isEmpty(other.memory.sidecar)) this.#adopt(other);
      // Nobody may have asked about the saved one yet: it need not be shown.
      const saved = vscode.workspace.textDocuments.find((other) => !other.isUntitled && !this.#find(other) && this.#orphans.hasFor(other));
      if (saved) this.#of(saved);
    }
  }

  #reread(sidecar: vscode.Uri): void {
    for (const kept of this.#kept.values()) if (kept.file?.uri.toString() === sidecar.toString()) void this.#read(kept);
  }

  async #rename(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): Promise<void> {
    for (const { oldUri, newUri } of files) {
      if (isSidecar(oldUri)) continue;
      await (this.#kept.get(oldUri.toString())?.row ?? this.#closing.get(oldUri.toString()));
      try {
        if (await moveSidecar(oldUri, newUri)) this.#reread(sidecarOf(newUri));
      } catch (error) {
        this.#teller.failed(sidecarOf(newUri), error);
      }
    }
  }
}
