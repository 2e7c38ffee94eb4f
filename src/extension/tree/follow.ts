import * as vscode from 'vscode';
import { settingsFor } from '../configuration';
import { toRange } from '../places';
import type { ArticleTree } from './articleTree';
import { pathTo, type Row } from './row';

/** How long the cursor rests before the tree follows it, in milliseconds. */
const rest = 100;

/**
 * Selects the row of the passage in which the cursor stands, without taking the focus and without opening what is closed. Leaves the
 * tree alone while the editor has picked several rows there, and where the cursor stands because a row was clicked.
 */
export function followCursor(tree: ArticleTree, view: vscode.TreeView<Row>): vscode.Disposable {
  const open = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = false;

  const follow = (): void => {
    const editor = vscode.window.activeTextEditor;
    const shown = tree.shown;
    if (!waits || !view.visible || !shown || editor?.document !== shown.document) return;
    // Rows of another version stand elsewhere; the next analysis calls again.
    if (shown.version !== editor.document.version) return;
    waits = false;
    if (!settingsFor(editor.document.uri).followCursor || view.selection.length > 1) return;
    if (view.selection.some(({ span }) => toRange(editor.document, span).isEqual(editor.selection))) return;
    const path = pathTo(tree.visible, editor.document.offsetAt(editor.selection.active));
    const closed = path.findIndex(({ id, children }) => children.length === 0 || !open.has(id));
    const row = path[closed < 0 ? path.length - 1 : closed];
    if (!row || view.selection[0]?.id === row.id) return;
    // A row that has just gone cannot be shown; the next move of the cursor finds another.
    void Promise.resolve(view.reveal(row, { select: true, focus: false, expand: false })).catch(() => undefined);
  };
  const soon = (): void => {
    waits = true;
    clearTimeout(timer);
    timer = setTimeout(follow, rest);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document === tree.shown?.document) soon();
    }),
    tree.onDidChangeTreeData(() => {
      if (waits) soon();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) soon();
    }),
    view.onDidExpandElement(({ element }) => void open.add(element.id)),
    view.onDidCollapseElement(({ element }) => void open.delete(element.id)),
    { dispose: () => clearTimeout(timer) },
  );
}
