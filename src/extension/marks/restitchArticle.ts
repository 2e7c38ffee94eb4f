import * as vscode from 'vscode';
import { HEADING_MARKS, restitchArticle, type Article, type Page, type Restitching } from '../../core';
import { registerCommand } from '../command';
import { describeRestitching, documentOf, pageOf } from '../commands';
import { language } from '../configuration';
import { applyVersioned, checkVersion } from '../edits';
import type { Services } from '../services';
import { translate } from '../translate';
import { marksOf } from './pageMarks';

/**
 * The command that puts one article together, as one undo step: the one a lens names, or the one at the cursor.
 * Its arguments are the document, the article's id and the version they are of; each may be left out.
 */
export function registerRestitchArticle(services: Services): vscode.Disposable {
  return registerCommand(services.log, 'restitch.restitchArticle', (source: unknown, id: unknown, version: unknown) => run(services, source, id, version));
}

async function run(services: Services, source: unknown, id: unknown, version: unknown): Promise<Restitching | undefined> {
  const document = await documentOf(services, source);
  // The ids of another version may be those of other articles.
  if (typeof version === 'number' && !checkVersion(document, version, () => run(services, document.uri, undefined, undefined))) return undefined;
  const page = await pageOf(services, document);
  const now = document.version;
  const article = typeof id === 'string' ? page.articles.find((one) => one.id === id) : articleAtCursor(document, page);
  if (!article) throw new Error(translate(language(), 'the cursor stands in no article.'));
  const result = restitchArticle(page, article);
  if (result.edits.length > 0 && !(await applyVersioned(document, now, result.edits, HEADING_MARKS, () => run(services, document.uri, undefined, undefined)))) return undefined;
  void vscode.window.showInformationMessage(describeRestitching(result, language()));
  return result;
}

function articleAtCursor(document: vscode.TextDocument, page: Page): Article | undefined {
  const editor = vscode.window.visibleTextEditors.find((one) => one === vscode.window.activeTextEditor && one.document === document)
    ?? vscode.window.visibleTextEditors.find((one) => one.document === document);
  return editor && marksOf(page).articleAt(document.offsetAt(editor.selection.active));
}
