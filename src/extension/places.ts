import * as vscode from 'vscode';
import type { Span } from '../core';

/** The range of a span. Valid for the document version the span was computed from. */
export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span[0]), document.positionAt(span[1]));
}

/** The span of a range, in UTF-16 offsets of the document. */
export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return [document.offsetAt(range.start), document.offsetAt(range.end)];
}

/** Where a passage stands in `text` that stood at `span` in an older one: where it is nearest to there; `undefined` where it is gone. */
export function whereNow(text: string, [start]: Span, passage: string): Span | undefined {
  const before = text.lastIndexOf(passage, start);
  const after = text.indexOf(passage, start);
  const found = after < 0 || (before >= 0 && start - before < after - start) ? before : after;
  return found < 0 ? undefined : [found, found + passage.length];
}

/** Whether two spans share a place; touching counts, so that a cursor at the end of a paragraph is in it. */
export function touch(a: Span, b: Span): boolean {
  return a[0] <= b[1] && b[0] <= a[1];
}

/** The length of a document in UTF-16 units, known without its text. */
export function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
