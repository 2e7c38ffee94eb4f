import * as vscode from 'vscode';
import { placesIn, type Entry, type PlacedEntry, type Span } from '../../core';
import { registerCommand } from '../command';
import { language } from '../configuration';
import { toRange, toSpan } from '../places';
import type { Services } from '../services';
import { translate } from '../translate';

/** A note or an answer as VS Code shows it. */
class Remark implements vscode.Comment {
  mode = vscode.CommentMode.Preview;
  readonly contextValue = 'remark';
  readonly author: vscode.CommentAuthorInformation;
  readonly timestamp: Date;
  /** What it says; while it is edited, what was typed. */
  body: string;

  constructor(
    readonly entry: Entry,
    readonly thread: vscode.CommentThread,
  ) {
    this.author = { name: entry.creator ?? translate(language(), 'Editor') };
    this.timestamp = new Date(entry.created);
    this.body = textOf(entry);
  }
}

interface Shown {
  readonly document: vscode.TextDocument;
  readonly thread: vscode.CommentThread;
  readonly id: string;
}

/** Editors' notes on passages, by VS Code's comments, kept in the sidecar beside the decisions. */
export class Notes implements vscode.Disposable {
  readonly #controller = vscode.comments.createCommentController('restitch.notes', 'Restitch');
  readonly #shown = new Map<string, Shown>();
  readonly #subscriptions: vscode.Disposable;

  constructor(private readonly services: Services) {
    const { log, analyses, decisions } = services;
    const tongue = language();
    this.#controller.options = { prompt: translate(tongue, 'Note'), placeHolder: translate(tongue, 'A note on this passage') };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: async (document, token) => ((await analyses.page(document, token)) ? [new vscode.Range(0, 0, document.lineCount - 1, 0)] : []),
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#controller,
      decisions.onDidRemember((document) => this.#update(document)),
      analyses.onDidAnalyse(({ document }) => this.#update(document)),
      analyses.onDidClose((document) => this.#hide(document)),
      registerCommand(log, 'restitch.note.add', () => this.#open()),
      registerCommand(log, 'restitch.note.save', (reply: vscode.CommentReply) => this.#save(reply)),
      registerCommand(log, 'restitch.note.edit', (remark: Remark) => this.#setMode(remark, vscode.CommentMode.Editing)),
      registerCommand(log, 'restitch.note.cancelEdit', (remark: Remark) => this.#setMode(remark, vscode.CommentMode.Preview)),
      registerCommand(log, 'restitch.note.saveEdit', (remark: Remark) => this.#saveEdit(remark)),
      registerCommand(log, 'restitch.note.delete', (remark: Remark) => this.#delete(remark)),
      registerCommand(log, 'restitch.note.resolve', (thread: vscode.CommentThread) => this.#resolve(thread, true)),
      registerCommand(log, 'restitch.note.reopen', (thread: vscode.CommentThread) => this.#resolve(thread, false)),
    );
  }

  /** The threads that are shown for a document, in no order. */
  threads(document: vscode.TextDocument): readonly vscode.CommentThread[] {
    return [...this.#shown.values()].filter((one) => one.document === document).map(({ thread }) => thread);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Opens a note on the selection, or on the passage at the cursor. */
  async #open(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const page = editor && (await this.services.analyses.whole(editor.document));
    if (!editor || !page) throw new Error(translate(language(), 'this file is not treated as a newspaper page.'));
    if (editor.selection.isEmpty) {
      const [place] = placesIn(page, toSpan(editor.document, editor.selection));
      if (place) {
        const range = toRange(editor.document, place.span);
        editor.selection = new vscode.Selection(range.start, range.end);
      }
    }
    await vscode.commands.executeCommand('workbench.action.addComment');
  }

  /** A new note, or an answer to one. */
  async #save({ thread, text }: vscode.CommentReply): Promise<void> {
    if (text.trim() === '') return;
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const note = this.#noteOf(thread);
    const { decisions } = this.services;
    if (note) {
      await decisions.remember(document, { kind: 'answer', text: text.trim(), to: note.id }, []);
      return;
    }
    const span = spanOf(document, thread.range);
    // What is remembered makes a thread of its own; the empty one that was typed into goes.
    thread.dispose();
    const { id } = await decisions.remember(document, { kind: 'note', text: text.trim(), resolved: false }, [span]);
    const shown = this.#shown.get(keyOf(document, id));
    if (shown) shown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  #setMode(remark: Remark, mode: vscode.CommentMode): void {
    remark.mode = mode;
    if (mode === vscode.CommentMode.Preview) remark.body = textOf(remark.entry);
    // A comment is shown anew when the thread is given its comments anew.
    const { thread } = remark;
    thread.comments = [...thread.comments];
  }

  async #saveEdit(remark: Remark): Promise<void> {
    const document = await vscode.workspace.openTextDocument(remark.thread.uri);
    const { entry } = remark;
    const text = remark.body.trim();
    if (text === '') return this.#delete(remark);
    remark.mode = vscode.CommentMode.Preview;
    if (entry.body.kind === 'note' || entry.body.kind === 'answer') await this.services.decisions.change(document, entry.id, { ...entry.body, text });
    this.#update(document, true);
  }

  async #delete({ entry, thread }: Remark): Promise<void> {
    await this.services.decisions.forget(await vscode.workspace.openTextDocument(thread.uri), [entry.id]);
  }

  async #resolve(thread: vscode.CommentThread, resolved: boolean): Promise<void> {
    const note = this.#noteOf(thread);
    if (note?.body.kind !== 'note') return;
    await this.services.decisions.change(await vscode.workspace.openTextDocument(thread.uri), note.id, { ...note.body, resolved });
  }

  #noteOf(thread: vscode.CommentThread): Entry | undefined {
    const [first] = thread.comments;
    return first instanceof Remark ? first.entry : undefined;
  }

  /** Shows what is remembered: threads where the notes' passages are, each with its answers. */
  #update(document: vscode.TextDocument, anew = false): void {
    const { placed } = this.services.decisions.placing(document);
    const notes = placed.filter(({ entry }) => entry.body.kind === 'note');
    const ids = new Set(notes.map(({ entry }) => keyOf(document, entry.id)));
    for (const [key, { thread, document: own }] of this.#shown) {
      if (own !== document || ids.has(key)) continue;
      thread.dispose();
      this.#shown.delete(key);
    }
    for (const note of notes) this.#showNote(document, note, placed.filter(({ entry }) => entry.body.kind === 'answer' && entry.body.to === note.entry.id), anew);
  }

  #showNote(document: vscode.TextDocument, { entry, spans: [span] }: PlacedEntry, answers: readonly PlacedEntry[], anew: boolean): void {
    if (span === undefined || entry.body.kind !== 'note') return;
    const key = keyOf(document, entry.id);
    const range = toRange(document, span);
    const thread = this.#shown.get(key)?.thread ?? this.#controller.createCommentThread(document.uri, range, []);
    this.#shown.set(key, { document, thread, id: entry.id });
    if (thread.range?.isEqual(range) !== true) thread.range = range;
    const entries = [entry, ...answers.map((answer) => answer.entry)];
    const known = thread.comments.flatMap((one) => (one instanceof Remark ? [one] : []));
    if (!anew && known.length === entries.length && entries.every((one, i) => known[i]?.entry.id === one.id && textOf(one) === textOf(known[i].entry) && resolvedOf(one) === resolvedOf(known[i].entry))) return;
    const { resolved } = entry.body;
    thread.state = resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    thread.contextValue = resolved ? 'resolved' : 'open';
    thread.label = translate(language(), resolved ? 'Note, settled' : 'Note');
    thread.comments = entries.map((one) => known.find((remark) => remark.entry === one && remark.mode === vscode.CommentMode.Editing) ?? new Remark(one, thread));
  }

  #hide(document: vscode.TextDocument): void {
    for (const [key, shown] of this.#shown) {
      if (shown.document !== document) continue;
      shown.thread.dispose();
      this.#shown.delete(key);
    }
  }
}

const keyOf = (document: vscode.TextDocument, id: string): string => `${document.uri.toString()} ${id}`;

function textOf({ body }: Entry): string {
  return body.kind === 'note' || body.kind === 'answer' ? body.text : '';
}

const resolvedOf = ({ body }: Entry): boolean => body.kind === 'note' && body.resolved;

/** The passage that a thread was opened on: without white space at its ends, and never nothing. */
function spanOf(document: vscode.TextDocument, range: vscode.Range | undefined): Span {
  const line = document.lineAt(range?.start.line ?? 0).range;
  const wanted = range === undefined || range.isEmpty ? line : range;
  const [start, end] = toSpan(document, wanted);
  const words = document.getText(wanted);
  const from = start + words.length - words.trimStart().length;
  return [from, Math.max(from, end - (words.length - words.trimEnd().length))];
}

