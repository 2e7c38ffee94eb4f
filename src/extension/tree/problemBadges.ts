import * as vscode from 'vscode';
import { language } from '../configuration';
import { translateCount } from '../translate';

/** A row of the tree with problems has an address in this scheme; it leads nowhere. */
const scheme = 'restitch-problems';
const doubtfulMark = 'doubtful';

/** The address that gives a row its badge, and a colour where something in it is doubtful. */
export function problemUri(problems: number, doubtful: boolean): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${problems}`, ...(doubtful && { query: doubtfulMark }) });
}

/** The number of problems behind a row, as the explorer shows it for files. Only what wants a decision is coloured, or every row were. */
export function registerProblemBadges(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      const problems = Number(uri.path.slice(1));
      const tooltip = translateCount(language(), problems, '{0} problem', '{0} problems');
      const colour = uri.query === doubtfulMark ? new vscode.ThemeColor('list.warningForeground') : undefined;
      // A badge has room for two characters.
      return problems > 0 ? new vscode.FileDecoration(problems > 9 ? '9+' : String(problems), tooltip, colour) : new vscode.FileDecoration(undefined, undefined, colour);
    },
  });
}
