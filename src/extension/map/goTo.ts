import * as vscode from 'vscode';
import type { Span } from '../../core';
import { toRange } from '../places';

/**
 * Shows and selects a span where the document is open already, else beside the view that asks, never on top of it.
 * @param focus whether the keyboard goes over to the text
 */
export async function goTo(document: vscode.TextDocument, span: Span, focus: boolean, viewColumn: vscode.ViewColumn | undefined): Promise<void> {
  const range = toRange(document, span);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: columnOf(document) ?? (viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One),
    preserveFocus: !focus,
    selection: range,
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The column in which a document is open, be it behind another tab. */
function columnOf(document: vscode.TextDocument): vscode.ViewColumn | undefined {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  if (visible?.viewColumn !== undefined) return visible.viewColumn;
  const uri = document.uri.toString();
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri));
  return group?.viewColumn;
}
