import * as vscode from 'vscode';
import type { Active } from './activePage';
import { language } from './configuration';
import { shownFindings } from './diagnostics';
import type { Services } from './services';
import { translate, translateCount } from './translate';

/** The status bar entry: how many articles and problems the active page has; a click shows them. */
export function registerStatus({ active }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('restitch.status', vscode.StatusBarAlignment.Right, 99);
  item.name = 'Restitch';
  item.command = 'restitch.showArticles';
  const update = (now: Active | undefined): void => {
    const state = now?.analysis.state;
    if (!now || state === 'ordinary') item.hide();
    else {
      Object.assign(item, wordsFor(now));
      item.show();
    }
  };
  update(active.current);
  return vscode.Disposable.from(item, active.onDidChange(update));
}

function wordsFor({ document, analysis }: Active): Pick<vscode.StatusBarItem, 'text' | 'tooltip' | 'accessibilityInformation'> {
  const tongue = language();
  if (analysis.state === 'tooLarge') {
    return withWords('$(book) Restitch', translate(tongue, 'This file is larger than restitch.maxFileSize allows and is left alone.'));
  }
  if (analysis.state !== 'dump') {
    return withWords('$(book) $(error)', translate(tongue, 'This file could not be analysed. The log says why.'));
  }
  const articles = translateCount(tongue, analysis.page.articles.length, '{0} article', '{0} articles');
  const problems = shownFindings(document, analysis.page).length;
  const problemWords = translateCount(tongue, problems, '{0} problem', '{0} problems');
  return withWords(`$(book) ${articles}${problems > 0 ? ` $(warning) ${problems}` : ''}`, `Restitch: ${articles}, ${problemWords}`);
}

/** A screen reader says the words instead of the icons. */
function withWords(text: string, words: string): ReturnType<typeof wordsFor> {
  return { text, tooltip: words, accessibilityInformation: { label: words } };
}
