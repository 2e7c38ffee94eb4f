import * as vscode from 'vscode';
import type { Span } from '../../core';
import { language, settingsFor } from '../configuration';
import { toRange } from '../places';
import { languages } from '../recognise';
import { revealCommand } from '../reveal';
import type { Services } from '../services';
import { figuresHover } from './hoverText';
import type { PageFigures } from './pageFigures';

/** Shows the figure under the mouse and the others of its sentence, in dumps only. */
export function registerFiguresHover({ analyses }: Services, figures: PageFigures): vscode.Disposable {
  return vscode.languages.registerHoverProvider([...languages], {
    async provideHover(document, position, token) {
      if (!settingsFor(document.uri).hoverFigures) return undefined;
      const page = await analyses.page(document, token);
      if (!page || token.isCancellationRequested) return undefined;
      const source = {
        ...figures.best(page),
        language: language(),
        lineOf: (offset: number) => document.positionAt(offset).line + 1,
        linkTo: (span: Span) => `command:${revealCommand}?${encodeURIComponent(JSON.stringify([document.uri, span]))}`,
      };
      const hover = figuresHover(source, document.offsetAt(position));
      if (!hover) return undefined;
      const markdown = new vscode.MarkdownString(hover.markdown);
      markdown.isTrusted = { enabledCommands: [revealCommand] };
      return new vscode.Hover(markdown, toRange(document, hover.span));
    },
  });
}
