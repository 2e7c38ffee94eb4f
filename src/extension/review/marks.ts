import * as vscode from 'vscode';
import { sliceSpan, type Language, type Span } from '../../core';
import { excerpt } from '../excerpt';
import { toRange } from '../places';
import { translate } from '../translate';

/** Characters marked on each side of a seam, and shown of the other side. */
const marked = 24;
const shown = 24;

/** The two ends of a seam, or one passage. */
export interface Sides {
  readonly left: Span;
  readonly right?: Span;
  /** How sure the join is, in words; behind the line of the other side. */
  readonly sureness?: string;
}

/**
 * Both sides of a seam in one look: the end of the left one is marked and goes on, in ghost text, with the beginning of the
 * right one; above the beginning of the right one, on the blank line, stands the end of the left one. (Before it, it would
 * push the text out of the window, for VS Code does not count ghost text when it wraps a line.)
 */
export class SeamMarks implements vscode.Disposable {
  readonly #side = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  /** What leads up to the right side, on the blank line above it. */
  readonly #lead = vscode.window.createTextEditorDecorationType({ rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed });

  show(editor: vscode.TextEditor, { left, right, sureness }: Sides, tongue: Language): void {
    const { document } = editor;
    const text = document.getText();
    const ghost = { color: new vscode.ThemeColor('editorGhostText.foreground'), fontStyle: 'italic' };
    if (right === undefined) {
      editor.setDecorations(this.#side, [{ range: toRange(document, left) }]);
      editor.setDecorations(this.#lead, []);
      return;
    }
    const end: Span = [Math.max(left[0], left[1] - marked), left[1]];
    const beginning: Span = [right[0], Math.min(right[1], right[0] + marked)];
    const lineOf = (offset: number): string => translate(tongue, 'line {0}', document.positionAt(offset).line + 1);
    const where = [lineOf(right[0]), ...(sureness === undefined ? [] : [sureness])].join(' · ');
    const after = `${excerpt(sliceSpan(text, right), shown)}   ${where}`;
    const before = `${lineOf(left[1])}   …${[...sliceSpan(text, end).trim()].slice(-shown / 2).join('')}`;
    const above = lineAbove(document, right[0]);
    editor.setDecorations(this.#side, [
      { range: toRange(document, end), renderOptions: { after: { ...ghost, contentText: after, margin: '0 0 0 0.5ch' } } },
      { range: toRange(document, beginning) },
    ]);
    editor.setDecorations(this.#lead, above === undefined ? [] : [{ range: above, renderOptions: { after: { ...ghost, contentText: before } } }]);
  }

  hide(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      editor.setDecorations(this.#side, []);
      editor.setDecorations(this.#lead, []);
    }
  }

  dispose(): void {
    this.#side.dispose();
    this.#lead.dispose();
  }
}

/** The blank line right above a place, if there is one. */
function lineAbove(document: vscode.TextDocument, offset: number): vscode.Range | undefined {
  const { line } = document.positionAt(offset);
  const above = line === 0 ? undefined : document.lineAt(line - 1);
  return above?.isEmptyOrWhitespace === true ? above.range : undefined;
}
