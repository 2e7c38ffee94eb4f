import * as vscode from 'vscode';
import type { Part } from '../../core';
import { registerCommand } from '../command';
import { documentOf } from '../commands';
import { language } from '../configuration';
import type { Services } from '../services';
import { inList } from '../plain';
import { translate } from '../translate';
import type { IssueIndex } from './issueIndex';
import { askedAt, linksFrom, otherEnd, partsWith, placeOf } from './questions';
import { issueName, nameOfArticle, pageName } from './rows';

interface Item extends vscode.QuickPickItem {
  readonly part?: Part;
}

/** Finding a headline in all issues, going to an article's other part, reading everything again. */
export function registerIssueCommands(services: Services, index: IssueIndex, readAll: (token?: vscode.CancellationToken) => Promise<void>): vscode.Disposable {
  const { log } = services;
  return vscode.Disposable.from(
    registerCommand(log, 'restitch.issue.findHeadline', () => findHeadline(index, readAll)),
    registerCommand(log, 'restitch.issue.otherPart', (source: unknown) => goToOtherPart(services, index, source)),
    registerCommand(log, 'restitch.issue.refresh', async () => {
      index.refresh();
      await readAll();
    }),
  );
}

/** Asks for a headline among all of the workspace; the list fills while pages are still being read. */
async function findHeadline(index: IssueIndex, readAll: (token?: vscode.CancellationToken) => Promise<void>): Promise<void> {
  const tongue = language();
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = translate(tongue, 'Find a headline in all issues');
  pick.placeholder = translate(tongue, 'Part of a headline, a page, a day');
  pick.matchOnDescription = true;
  pick.busy = true;
  const fill = (): void => {
    const [active] = pick.activeItems;
    pick.items = itemsOf(index);
    const again = active && pick.items.find(({ label, description }) => label === active.label && description === active.description);
    if (again) pick.activeItems = [again];
  };
  fill();
  const reading = new vscode.CancellationTokenSource();
  const chosen = await new Promise<Part | undefined>((resolve) => {
    const subscriptions = vscode.Disposable.from(
      pick,
      index.onDidChange(fill),
      pick.onDidAccept(() => {
        resolve(pick.selectedItems[0]?.part);
        pick.hide();
      }),
      pick.onDidHide(() => {
        reading.cancel();
        resolve(undefined);
        subscriptions.dispose();
      }),
    );
    pick.show();
    void readAll(reading.token).then(() => {
      if (reading.token.isCancellationRequested) return;
      pick.busy = false;
      fill();
      if (pick.items.length === 0) pick.placeholder = translate(tongue, 'No folder here holds several pages of a paper.');
    });
  });
  reading.dispose();
  if (chosen) await show(index, chosen);
}

function itemsOf(index: IssueIndex): Item[] {
  const tongue = language();
  return index.issues.flatMap((issue): Item[] => [
    { label: issueName(issue, tongue), kind: vscode.QuickPickItemKind.Separator },
    ...issue.articles.flatMap(({ parts }): Item[] => {
      const [first, ...more] = parts;
      if (!first || first.page.copyOf) return [];
      const pages = [first, ...more].map(({ page }) => pageName(page, tongue)).join(' → ');
      return [{ label: inList(nameOfArticle(first, tongue)), description: [pages, issue.date].filter((word) => word !== undefined).join(' · '), part: first }];
    }),
  ]);
}

/** From the article at the cursor to its next part, from the last to the first; from a doubtful jump line to what is likeliest. */
async function goToOtherPart(services: Services, index: IssueIndex, source: unknown): Promise<boolean> {
  const document = await documentOf(services, source);
  const editor = vscode.window.activeTextEditor;
  const tongue = language();
  const issues = await index.around(document.uri);
  const at = editor?.document === document ? askedAt(index, issues, document.uri, document.offsetAt(editor.selection.active)) : undefined;
  if (!at) throw new Error(translate(tongue, 'the cursor stands in no article of an issue.'));
  const parts = partsWith(at);
  const here = parts.findIndex(({ article }) => article === at.part.article);
  const [link] = linksFrom(at);
  const next = link ? otherEnd(link, at.part) : parts.length > 1 ? parts[(here + 1) % parts.length] : undefined;
  if (!next) {
    void vscode.window.showInformationMessage(translate(tongue, 'This article has no part on another page.'));
    return false;
  }
  await show(index, next);
  return true;
}

async function show(index: IssueIndex, part: Part): Promise<void> {
  const { document, name } = await placeOf(index, part);
  const editor = await vscode.window.showTextDocument(document, { selection: name });
  editor.revealRange(name, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
