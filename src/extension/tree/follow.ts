import * as vscode from 'vscode';
import { settingsFor } from '../configuration';
import { toRange } from '../places';
import type { ArticleTree } from './articleTree';
import { allRows, pathTo, type Row } from './row';

/** How long the cursor rests before the tree follows it, in milliseconds. */
const rest = 100;
/** How often a row is shown for one move of the cursor: VS Code drops what it is asked while it takes in new rows. */
const attempts = 4;

/**
 * Selects the row of the passage in which the cursor stands, without taking the focus and without opening what is closed. Leaves the
 * tree alone while the editor has picked several rows there, and where the cursor stands because a row was clicked.
 */
export function followCursor(tree: ArticleTree, view: vscode.TreeView<Row>): vscode.Disposable {
  const opened = new WeakMap<vscode.TextDocument, Set<string>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = false;
  let left = 0;
  // VS Code may show what it was asked before, for another page even, after what it is asked now.
  const asked = new Map<object, string>();

  // By what it is, not by its name: VS Code may still tell what was selected in the page before, under the same name.
  const isSelected = (row: Row): boolean => view.selection[0]?.id === row.id && allRows(tree.visible).includes(view.selection[0]);
  const follow = (): void => {
    const editor = vscode.window.activeTextEditor;
    // The rows of a view that nobody sees are not even made.
    const shown = waits && view.visible ? tree.shown : undefined;
    if (!shown || editor?.document !== shown.document) return;
    // Rows of another version stand elsewhere; the next analysis calls again.
    if (shown.version !== editor.document.version) return;
    waits = false;
    if (!settingsFor(editor.document.uri).followCursor || view.selection.length > 1) return;
    if (view.selection.some(({ span }) => toRange(editor.document, span).isEqual(editor.selection))) return;
    const open = opened.get(shown.document);
    const path = pathTo(tree.visible, editor.document.offsetAt(editor.selection.active));
    const closed = path.findIndex(({ id, children }) => children.length === 0 || !open?.has(id));
    const row = path[closed < 0 ? path.length - 1 : closed];
    if (!row || isSelected(row) || left === 0) return;
    left--;
    const request = {};
    asked.set(request, row.id);
    // A row that has just gone cannot be shown. What was selected is told later than that it was: it is looked at after another rest.
    const look = (): void => {
      asked.delete(request);
      if (!waits && tree.shown?.document === shown.document) wait();
    };
    void Promise.resolve(view.reveal(row, { select: true, focus: false, expand: false })).then(look, look);
  };
  const wait = (): void => {
    waits = true;
    clearTimeout(timer);
    timer = setTimeout(follow, rest);
  };
  const soon = (): void => {
    left = attempts;
    wait();
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      // A file that has just been opened may not be in the tree yet; it is waited for.
      if (textEditor === vscode.window.activeTextEditor) soon();
    }),
    tree.onDidChangeTreeData(() => {
      if (waits) soon();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) soon();
    }),
    view.onDidChangeSelection(({ selection: [row] }) => {
      // Another row was picked since: the tree no longer follows this move of the cursor.
      if (row && ![...asked.values()].includes(row.id) && allRows(tree.visible).includes(row)) left = 0;
    }),
    view.onDidExpandElement(({ element }) => {
      if (!tree.shown) return;
      const { document } = tree.shown;
      opened.set(document, (opened.get(document) ?? new Set()).add(element.id));
    }),
    view.onDidCollapseElement(({ element }) => {
      if (tree.shown) opened.get(tree.shown.document)?.delete(element.id);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}
