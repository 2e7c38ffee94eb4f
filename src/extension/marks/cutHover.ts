import * as vscode from 'vscode';
import { language, settingsFor } from '../configuration';
import { toRange } from '../places';
import { languages } from '../recognise';
import type { Services } from '../services';
import { placesIn, trusted } from './links';
import { endAt } from './meetings';
import { marksOf } from './pageMarks';
import { meetingWords } from './seamWords';

/** At a cut and at its continuation: how sure the join is, why, and what else could follow. */
export function registerCutHover({ analyses }: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider([...languages], {
    async provideHover(document, position, token) {
      if (!settingsFor(document.uri).hoverCuts) return undefined;
      const page = await analyses.page(document, token);
      if (!page || token.isCancellationRequested) return undefined;
      const end = endAt(marksOf(page).ends, document.offsetAt(position));
      return end && new vscode.Hover(trusted(meetingWords(page.text, end.meeting, end.side, language(), placesIn(document))), toRange(document, end.span));
    },
  });
}
