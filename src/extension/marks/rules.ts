import * as vscode from 'vscode';
import { isCandidate } from '../analyses';
import { toRange } from '../places';
import type { Services } from '../services';
import { colourIds, furnitureColour } from './colours';
import { marksOf } from './pageMarks';
import { onDidChangeThemeColours, themeColour } from './themeColours';

/** What a decoration draws: the rule in the margin of an article's own place or of a passage carried away, or its trace in the overview ruler. */
type Look = 'home' | 'carried' | 'furniture' | 'ruler';

/**
 * Draws a thin rule in the margin beside each fragment, in the colour of its article, and the same in the overview ruler.
 * A passage that was carried away has a broken rule. The editor moves the rules with the text until the next analysis.
 */
export function registerRules({ analyses, marks }: Services): vscode.Disposable {
  const types = new DecorationTypes();
  const drawn = new Drawn();
  const draw = (editor: vscode.TextEditor): void => {
    const { document } = editor;
    const analysis = analyses.peek(document);
    // Rules of an older version have moved with the text; the analysis under way sets them right.
    if (marks.on && isCandidate(document) && analysis?.version !== document.version) return;
    const places = new Map<string, vscode.Range[]>();
    const add = (look: Look, colour: string, range: vscode.Range): void => {
      const key = types.keyOf(look, colour);
      const known = places.get(key);
      if (known) known.push(range);
      else places.set(key, [range]);
    };
    if (marks.on && analysis?.state === 'dump') {
      const { page, fragments, colours } = marksOf(analysis.page);
      const rules = marks.shows('rules', document);
      const ruler = marks.shows('overviewRuler', document);
      for (const { article, bars, carried } of fragments) {
        const colour = colourIds[colours.get(article.id) ?? 0] ?? furnitureColour;
        for (const bar of bars) {
          const range = toRange(document, bar);
          if (rules) add(carried ? 'carried' : 'home', colour, range);
          if (ruler) add('ruler', colour, range);
        }
      }
      if (rules) for (const span of page.furniture) add('furniture', furnitureColour, toRange(document, span));
    }
    for (const [key, type] of types.made(places.keys())) {
      const ranges = places.get(key) ?? [];
      if (drawn.isNew(editor, key, ranges)) editor.setDecorations(type, ranges);
    }
  };
  const drawIn = (document: vscode.TextDocument): void => vscode.window.visibleTextEditors.filter((editor) => editor.document === document).forEach(draw);
  const drawAll = (): void => vscode.window.visibleTextEditors.forEach(draw);
  return vscode.Disposable.from(
    types,
    vscode.workspace.onDidChangeTextDocument((change) => drawn.follow(change)),
    analyses.onDidAnalyse(({ document }) => drawIn(document)),
    vscode.window.onDidChangeVisibleTextEditors(drawAll),
    // A document in another language may be no dump any more, and no editor changes.
    vscode.workspace.onDidOpenTextDocument(drawIn),
    marks.onDidChange(drawAll),
    onDidChangeThemeColours(() => {
      types.forget();
      drawn.forget();
      drawAll();
    }),
  );
}

/**
 * What is drawn in each editor, by rows: a rule does not change while one types in a line, and two dozen messages at a key that change
 * nothing would be held against the thread.
 */
class Drawn {
  #rows = new WeakMap<vscode.TextEditor, Map<string, string>>();

  /** Whether ranges stand in other rows than those drawn last in the same look; from now on they are those drawn. */
  isNew(editor: vscode.TextEditor, key: string, ranges: readonly vscode.Range[]): boolean {
    let known = this.#rows.get(editor);
    if (!known) this.#rows.set(editor, (known = new Map<string, string>()));
    const rows = ranges.map(({ start, end }) => `${String(start.line)}-${String(end.line)}`).join();
    if ((known.get(key) ?? '') === rows) return false;
    known.set(key, rows);
    return true;
  }

  /** A change that makes or joins lines may leave a rule shorter than it was, even where the rows are the same in the end: all is drawn again. */
  follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.every(({ range, text }) => range.isSingleLine && !/[\r\n]/u.test(text))) return;
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) this.#rows.delete(editor);
  }

  forget(): void {
    this.#rows = new WeakMap();
  }
}

/** The decoration types, each made when it is first needed. */
class DecorationTypes implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  keyOf(look: Look, colour: string): string {
    return `${look} ${colour}`;
  }

  /** Every type made until now, with those of the keys; one that is not wanted any more is among them, to be cleared. */
  made(keys: Iterable<string>): Iterable<[string, vscode.TextEditorDecorationType]> {
    for (const key of keys) {
      const [look = 'home', colour = ''] = key.split(' ') as [Look | undefined, string | undefined];
      if (!this.#types.has(key)) this.#types.set(key, make(look, colour));
    }
    return this.#types;
  }

  /** Takes everything that is drawn away; what is drawn next has the colours of now. */
  forget(): void {
    for (const type of this.#types.values()) type.dispose();
    this.#types.clear();
  }

  dispose(): void {
    this.forget();
  }
}

function make(look: Look, colour: string): vscode.TextEditorDecorationType {
  const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
  if (look === 'ruler') {
    return vscode.window.createTextEditorDecorationType({ rangeBehavior, overviewRulerColor: new vscode.ThemeColor(colour), overviewRulerLane: vscode.OverviewRulerLane.Left });
  }
  return vscode.window.createTextEditorDecorationType({ rangeBehavior, gutterIconPath: picture(strokes[look], themeColour(colour)), gutterIconSize: '100% 100%' });
}

/** A rule in a square of 20 that fills the gutter beside one row of text, so that row by row it goes on without a break. */
const strokes: Readonly<Record<Exclude<Look, 'ruler'>, string>> = {
  home: 'M15.5 0V20',
  carried: 'M15.5 0V6M15.5 10V16',
  furniture: 'M15.5 0V2M15.5 5V7M15.5 10V12M15.5 15V17',
};

function picture(path: string, colour: string): vscode.Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" preserveAspectRatio="none"><path d="${path}" stroke="${colour}" stroke-width="3"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
}
