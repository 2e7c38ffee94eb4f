import * as vscode from 'vscode';
import { language } from '../configuration';
import { translateCount } from '../translate';

/** A row of the tree with problems has an address in this scheme, whose path is their number; it leads nowhere. */
const scheme = 'restitch-problems';

/** The address that gives a row its badge. */
export function problemUri(problems: number): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${problems}` });
}

/** Badge and colour of rows with problems, as the explorer shows them for files. */
export function registerProblemBadges(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      const problems = Number(uri.path.slice(1));
      const tooltip = translateCount(language(), problems, '{0} problem', '{0} problems');
      // A badge has room for two characters.
      return new vscode.FileDecoration(problems > 9 ? '9+' : String(problems), tooltip, new vscode.ThemeColor('list.warningForeground'));
    },
  });
}
