import * as vscode from 'vscode';
import type { Decision } from '../../core';
import { language } from '../configuration';
import { checkVersion, type Again } from '../edits';
import type { Services } from '../services';
import { translate } from '../translate';
import type { Shown } from './articleTree';

/**
 * Gives what a gesture decides to the document it was made on, and waits until the page has come out by it. Says so where it does
 * not: a circle, or places that are not what they seemed.
 * @param again makes the gesture anew; offered where the document has changed since
 * @returns whether anything was decided
 */
export async function decide({ decisions, analyses }: Services, { document, version }: Shown, made: readonly Decision[], again?: Again): Promise<boolean> {
  const tongue = language();
  if (made.length === 0) {
    vscode.window.setStatusBarMessage(translate(tongue, 'Restitch: nothing to change there.'), 4000);
    return false;
  }
  if (!checkVersion(document, version, again)) return false;
  await decisions.decide(document, made, version, again);
  const page = await analyses.page(document);
  const wanted = new Set(made.map((decision) => JSON.stringify(decision)));
  const unmet = page?.unmet.filter((decision) => wanted.has(JSON.stringify(decision))) ?? [];
  if (unmet.length > 0) {
    void vscode.window.showWarningMessage(translate(tongue, 'The page cannot be put in this order; other decisions contradict it.'));
  }
  return true;
}
