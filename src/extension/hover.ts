import * as vscode from 'vscode';
import { language, settingsFor } from './configuration';
import { figuresHover } from './hoverText';
import { toRange } from './places';
import { languages } from './recognise';
import type { Services } from './services';

/** Shows the figures of the sentence under the mouse, in dumps only. */
export function registerHover({ analyses }: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider([...languages], {
    async provideHover(document, position, token) {
      if (!settingsFor(document.uri).hoverFigures) return undefined;
      const page = await analyses.page(document, token);
      if (!page || token.isCancellationRequested) return undefined;
      const hover = figuresHover(page.text, document.offsetAt(position), language());
      return hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown), toRange(document, hover.span));
    },
  });
}
