import * as vscode from 'vscode';
import type { AnalysisClient } from '../analysis/client';
import type { Services } from '../services';
import { registerIssueCommands } from './commands';
import { registerIssueDiagnostics } from './diagnostics';
import { registerExportIssue } from './exportIssue';
import { folderOf, pagesIn } from './files';
import { IssueIndex } from './issueIndex';
import { IssuesTree } from './issuesTree';
import { registerIssueNavigation } from './navigation';
import { registerRulings, Rulings } from './rulings';

/** Whole issues: what the rest of the extension and its tests see of them. */
export interface Issues {
  readonly index: IssueIndex;
  /** What editors decided of links between pages. */
  readonly rulings: Pick<Rulings, 'all'>;
  readonly tree: Pick<IssuesTree, 'view' | 'getChildren' | 'getTreeItem' | 'resolveTreeItem'>;
  dispose(): void;
}

/** The key of the `when` clause under which the view shows. */
const hasIssues = 'restitch.hasIssues';

/** Everything about the pages of one issue. No page is read before its view is shown or something is asked across files. */
export function registerIssues(services: Services, client: AnalysisClient, state: vscode.Memento): Issues {
  const { analyses, overrides, log } = services;
  const rulings = new Rulings(state);
  const index = new IssueIndex(client, overrides, rulings, log);
  const folders = new Map<string, vscode.Uri>();
  let shown = false;
  const show = (value: boolean): void => {
    if (value !== shown) void vscode.commands.executeCommand('setContext', hasIssues, value);
    shown = value;
  };
  const readAll = async (token?: vscode.CancellationToken): Promise<void> => {
    await index.all([...folders.values()], token);
    if (token?.isCancellationRequested !== true) show(index.issues.length > 0);
  };
  const tree = new IssuesTree(index, readAll);
  const subscriptions = vscode.Disposable.from(
    index,
    rulings,
    tree,
    registerRulings(services, rulings),
    registerIssueCommands(services, index, readAll),
    registerExportIssue(services, client, index, rulings, state),
    registerIssueNavigation(services, index),
    registerIssueDiagnostics(services, index),
    // A folder with a dump and another file that may be one offers the view; its files are not read for that.
    analyses.onDidAnalyse(({ document, analysis }) => {
      const folder = folderOf(document.uri);
      if (analysis.state !== 'dump' || document.isUntitled || folders.has(folder.toString())) return;
      folders.set(folder.toString(), folder);
      pagesIn(folder).then((pages) => {
        if (pages.length > 1) show(true);
        if (pages.length > 1 && tree.view.visible) void tree.show();
      }, (error: unknown) => log.debug(`${folder.toString()}: its files cannot be listed.`, error));
    }),
    index.onDidChange(() => {
      if (index.issues.length > 0) show(true);
    }),
  );
  return { index, rulings, tree, dispose: () => void subscriptions.dispose() };
}
