import * as vscode from 'vscode';
import { placesIn, sliceSpan, visible, type Entry, type PlacedEntry, type Span } from '../../core';
import { registerCommand } from '../command';
import { language } from '../configuration';
import { excerpt } from '../excerpt';
import { inList } from '../plain';
import { toRange, toSpan, whereNow } from '../places';
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
    // Whoever wrote the sidecar may have been no editor.
    this.author = { name: inList(entry.creator ?? translate(language(), 'Editor')) };
    this.timestamp = new Date(entry.created);
    this.body = shownOf(entry);
  }
}

/** What a note says, as it is shown: never Markdown (a string is none), and no mark in it turns a line around. While it is edited it is what was written. */
const shownOf = (entry: Entry): string => textOf(entry).split(/\r\n|\r|\n/u).map(visible).join('\n');

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
    this.#controller.options = { prompt: translate(tongue, 'Answer'), placeHolder: translate(tongue, 'An answer to this note') };
    this.#subscriptions = vscode.Disposable.from(
      this.#controller,
      decisions.onDidRemember((document) => this.#update(document)),
      analyses.onDidAnalyse(({ document }) => this.#update(document)),
      analyses.onDidClose((document) => this.#hide(document)),
      registerCommand(log, 'restitch.note.add', (given?: unknown) => this.#add(given)),
      registerCommand(log, 'restitch.note.answer', (reply: vscode.CommentReply) => this.#answer(reply)),
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

  /**
   * Asks for a note on the selection, or on the passage at the cursor, and shows it there.
   *
   * It is asked for in a box of its own: an empty thread takes no keys by itself, and VS Code opens one only inside a commenting range,
   * for which it asks before it is known whether a file is a page, and draws a bar that would stand beside the articles' own.
   * A keybinding can give the words.
   */
  async #add(given?: unknown): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const page = editor && (await this.services.analyses.whole(editor.document));
    if (!editor || !page) throw new Error(translate(language(), 'this file is not treated as a newspaper page.'));
    const { document, selection } = editor;
    const [place] = selection.isEmpty ? placesIn(page, toSpan(document, selection)) : [];
    const range = place ? toRange(document, place.span) : selection;
    const span = spanOf(document, range);
    const passage = sliceSpan(document.getText(), span);
    const text = typeof given === 'string' ? given : await askForNote(passage);
    if (text === undefined || text.trim() === '') return;
    const { id } = await this.services.decisions.remember(document, { kind: 'note', text: text.trim(), resolved: false }, [whereNow(document.getText(), span, passage) ?? spanOf(document, document.validateRange(range))]);
    const shown = this.#shown.get(keyOf(document, id));
    if (!shown) return;
    shown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    // VS Code opens its list of comments for the first note of a file, which takes the lower part of the window.
    if (shown.thread.range) editor.revealRange(shown.thread.range, vscode.TextEditorRevealType.InCenter);
  }

  /** An answer to a note. */
  async #answer({ thread, text }: vscode.CommentReply): Promise<void> {
    if (text.trim() === '') return;
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const note = this.#noteOf(thread);
    if (note) await this.services.decisions.remember(document, { kind: 'answer', text: text.trim(), to: note.id }, []);
  }

  #setMode(remark: Remark, mode: vscode.CommentMode): void {
    remark.mode = mode;
    remark.body = mode === vscode.CommentMode.Preview ? shownOf(remark.entry) : textOf(remark.entry);
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

/** Asks what to say of a passage; undefined where the editor thinks better of it. */
function askForNote(passage: string): Thenable<string | undefined> {
  const tongue = language();
  return vscode.window.showInputBox({
    title: translate(tongue, 'Note on “{0}”', excerpt(passage, 24)),
    placeHolder: translate(tongue, 'A note on this passage'),
    // What was typed is not lost by a look at the page.
    ignoreFocusOut: true,
  });
}

const keyOf = (document: vscode.TextDocument, id: string): string => `${document.uri.toString()} ${id}`;

function textOf({ body }: Entry): string {
  return body.kind === 'note' || body.kind === 'answer' ? body.text : '';
}

const resolvedOf = ({ body }: Entry): boolean => body.kind === 'note' && body.resolved;

/** The passage that a note is written on, its line where nothing is selected: without white space at its ends, and never nothing. */
function spanOf(document: vscode.TextDocument, range: vscode.Range): Span {
  const wanted = range.isEmpty ? document.lineAt(range.start).range : range;
  const [start, end] = toSpan(document, wanted);
  const words = document.getText(wanted);
  const from = start + words.length - words.trimStart().length;
  return [from, Math.max(from, end - (words.length - words.trimEnd().length))];
}

