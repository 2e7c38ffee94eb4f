import * as vscode from 'vscode';
import { sliceSpan } from '../../core';
import { language } from '../configuration';
import { applyVersioned } from '../edits';
import { translate } from '../translate';
import type { Shown } from './articleTree';
import { articleOf } from './gestures';
import { allRows, type Row } from './row';

/**
 * Asks for another headline and writes it into the text, as one undo step.
 * @param given the new headline, where it is known already
 * @param again does the same with a headline that is known, on the text as it is then
 * @throws Error where the article has no headline, or one that does not stand in the text in one piece
 */
export async function renameHeadline(shown: Shown, row: Row, given: unknown, again: (title: string) => unknown): Promise<boolean> {
  const tongue = language();
  const { document, version, page, rows } = shown;
  const article = articleOf(page, row);
  const headline = allRows(rows).find(({ kind, article: id }) => kind === 'headline' && id === article?.id);
  if (!article || !headline) throw new Error(translate(tongue, 'this article has no headline.'));
  const { title } = article;
  if (sliceSpan(page.text, headline.span) !== title) throw new Error(translate(tongue, 'this headline is printed on several lines; change it in the text.'));
  const answer = typeof given === 'string' ? given : await vscode.window.showInputBox({
    title: translate(tongue, 'Rename Headline'),
    value: title,
    validateInput: (value) => (value.trim() === '' ? translate(tongue, 'A headline has at least one character.') : undefined),
  });
  const newText = answer?.split(/[\r\n]/).map((line) => line.trim()).filter((line) => line !== '').join(' ');
  if (newText === undefined || newText === '' || newText === title) return false;
  return applyVersioned(document, version, [{ span: headline.span, newText }], { retyped: headline.span }, () => again(newText));
}
