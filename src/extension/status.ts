import * as vscode from 'vscode';
import type { Active } from './activePage';
import { language } from './configuration';
import { shownFindings } from './diagnostics';
import type { Standing } from './conservation/ledger';
import type { Services } from './services';
import { translate, translateCount, type Text } from './translate';

/** The status bar entry: how many articles and problems the active page has; a click shows them. */
export function registerStatus({ active, ledgers }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('restitch.status', vscode.StatusBarAlignment.Right, 99);
  item.name = 'Restitch';
  item.command = 'restitch.showArticles';
  const update = (now: Active | undefined): void => {
    const state = now?.analysis.state;
    if (!now || state === 'ordinary') item.hide();
    else {
      Object.assign(item, wordsFor(now, ledgers.standing(now.document)));
      item.show();
    }
  };
  update(active.current);
  return vscode.Disposable.from(item, active.onDidChange(update));
}

/** What is proven of the text, and no more. */
const meanings = {
  first: 'The text before the first edit by Restitch and the present one have the same characters, as often, apart from white space, heading marks, and signs or headlines you asked to be changed.',
  change: 'The text was also changed otherwise. Since then, every edit by Restitch has kept every character, apart from white space, heading marks, and signs or headlines you asked to be changed.',
  changed: 'No edit by Restitch has lost a character. Since then the text was changed otherwise.',
} as const satisfies Readonly<Record<string, Text>>;

const meaningOf = (standing: Standing): keyof typeof meanings => (standing.kind === 'whole' ? standing.since : 'changed');

function wordsFor({ document, analysis }: Active, standing: Standing | undefined): Pick<vscode.StatusBarItem, 'text' | 'tooltip' | 'accessibilityInformation'> {
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
  const whole = standing?.kind === 'whole' ? translate(tongue, standing.characters === 1 ? '{0} character, all in place' : '{0} characters, all in place', standing.characters.toLocaleString('en-US')) : '';
  const text = `$(book) ${articles}${problems > 0 ? ` $(warning) ${problems}` : ''}${whole === '' ? '' : ` $(pass) ${whole}`}`;
  return withWords(text, [`Restitch: ${articles}, ${problemWords}`, whole, standing ? translate(tongue, meanings[meaningOf(standing)]) : ''].filter((line) => line !== '').join('\n'));
}

/** A screen reader says the words instead of the icons. */
function withWords(text: string, words: string): ReturnType<typeof wordsFor> {
  return { text, tooltip: words, accessibilityInformation: { label: words } };
}
