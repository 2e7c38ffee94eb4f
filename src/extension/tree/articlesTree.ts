import * as vscode from 'vscode';
import type { Active } from '../activePage';
import { language } from '../configuration';
import { shownFindings } from '../diagnostics';
import type { Services } from '../services';
import { translate, translateCount } from '../translate';
import { ArticleTree } from './articleTree';
import { DragAndDrop } from './dragAndDrop';
import { followCursor } from './follow';
import { registerProblemBadges } from './problemBadges';
import { review } from './review';
import type { Row } from './row';
import { registerTreeCommands } from './treeCommands';

export const articlesView = 'restitch.articles';

/** The tree of articles: what VS Code is given, for tests and other extensions to see. */
export interface ArticlesTree {
  readonly rows: vscode.TreeDataProvider<Row>;
  readonly view: vscode.TreeView<Row>;
  readonly dragAndDrop: vscode.TreeDragAndDropController<Row>;
  dispose(): void;
}

/** The tree of articles in its own container, which follows the active editor. */
export function registerArticlesTree(services: Services): ArticlesTree {
  const rows = new ArticleTree(services);
  const dragAndDrop = new DragAndDrop(articlesView, services, rows);
  const view = vscode.window.createTreeView(articlesView, {
    treeDataProvider: rows,
    dragAndDropController: dragAndDrop,
    showCollapseAll: true,
    canSelectMany: true,
    manageCheckboxStateManually: true,
  });
  rows.refresh();
  describe(view, services.active.current, rows);
  const subscriptions = vscode.Disposable.from(
    services.active.onDidChange(() => rows.refresh()),
    services.decisions.onDidRemember((document) => {
      if (document === services.active.current?.document) rows.refresh();
    }),
    rows.onDidChangeTreeData(() => describe(view, services.active.current, rows)),
    view.onDidChangeCheckboxState(({ items }) => void check(services, rows, items)),
    registerProblemBadges(),
    registerTreeCommands(services, rows, view),
    followCursor(rows, view),
    view,
    rows,
  );
  return { rows, view, dragAndDrop, dispose: () => void subscriptions.dispose() };
}

/** What was ticked is reviewed; where that cannot be, the box shows again what is so. */
async function check(services: Services, tree: ArticleTree, items: readonly (readonly [Row, vscode.TreeItemCheckboxState])[]): Promise<void> {
  for (const [row, state] of items) {
    const now = tree.find(row.id);
    if (tree.shown && now) await review(services, tree.shown, [now], state === vscode.TreeItemCheckboxState.Checked);
  }
  tree.refresh();
}

/** Badge, description and message of the view. */
function describe(view: vscode.TreeView<Row>, active: Active | undefined, tree: ArticleTree): void {
  const tongue = language();
  // Beside another view it shows its name, in the language of the setting.
  view.title = translate(tongue, 'Articles');
  delete view.message;
  view.badge = undefined;
  view.description = '';
  if (active?.analysis.state === 'tooLarge') view.message = translate(tongue, 'This file is larger than restitch.maxFileSize allows and is left alone.');
  if (active?.analysis.state === 'failed') view.message = translate(tongue, 'This file could not be analysed. The log says why.');
  if (active?.analysis.state !== 'dump') return;
  const { articles } = active.analysis.page;
  const problems = shownFindings(active.document, active.analysis.page).length;
  const words = translateCount(tongue, problems, '{0} problem', '{0} problems');
  const count = translateCount(tongue, articles.length, '{0} article', '{0} articles');
  view.description = tree.onlyDoubtful ? translate(tongue, '{0}, only what is doubtful', count) : count;
  if (articles.length === 0) view.message = translate(tongue, 'No article was found on this page.');
  else if (tree.onlyDoubtful && tree.visible.length === 0) view.message = translate(tongue, 'Nothing on this page is doubtful.');
  view.badge = problems > 0 ? { value: problems, tooltip: words } : undefined;
}
