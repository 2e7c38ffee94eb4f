import * as vscode from 'vscode';
import type { Article, Page, WordService } from '../core';
import type { Active, ActivePage } from './activePage';
import { rowsOf, type Row, type RowKind } from './articleRows';
import { language } from './configuration';
import { shownFindings } from './diagnostics';
import { escapeMarkdown } from './markdown';
import { problemUri, registerProblemBadges } from './problemBadges';
import { revealCommand } from './reveal';
import type { Services } from './services';
import { translate, translateCount } from './translate';

export const articlesView = 'restitch.articles';

/** Keywords shown in an article's tooltip. */
const keywordCount = 6;

const icons: Readonly<Record<RowKind, string>> = {
  article: 'note',
  photo: 'device-camera',
  brief: 'list-flat',
  notice: 'megaphone',
  standingHead: 'bookmark',
  kicker: 'chevron-up',
  headline: 'text-size',
  deck: 'chevron-down',
  byline: 'person',
  dateline: 'location',
  jump: 'references',
  paragraph: 'list-selection',
  cut: 'link',
  piece: 'circle-small',
  credit: 'edit',
  furniture: 'archive',
};

/** The tree of articles in its own container, which follows the active editor. */
export function registerArticlesTree(services: Services): { readonly rows: vscode.TreeDataProvider<Row>; dispose(): void } {
  const rows = new ArticleTree(services.active, () => services.words());
  const view = vscode.window.createTreeView(articlesView, { treeDataProvider: rows, showCollapseAll: true });
  const update = (): void => {
    rows.refresh();
    describe(view, services.active.current);
  };
  const subscriptions = vscode.Disposable.from(services.active.onDidChange(update), registerProblemBadges(), view, rows);
  update();
  return { rows, dispose: () => void subscriptions.dispose() };
}

/** Badge and message of the view. */
function describe(view: vscode.TreeView<Row>, active: Active | undefined): void {
  const tongue = language();
  // Beside another view it shows its name, in the language of the setting.
  view.title = translate(tongue, 'Articles');
  delete view.message;
  view.badge = undefined;
  view.description = '';
  if (active?.analysis.state === 'tooLarge') view.message = translate(tongue, 'This file is larger than restitch.maxFileSize allows and is left alone.');
  if (active?.analysis.state === 'failed') view.message = translate(tongue, 'This file could not be analysed. The log says why.');
  if (active?.analysis.state !== 'dump') return;
  const problems = shownFindings(active.document, active.analysis.page).length;
  const words = translateCount(tongue, problems, '{0} problem', '{0} problems');
  view.description = translateCount(tongue, active.analysis.page.articles.length, '{0} article', '{0} articles');
  if (active.analysis.page.articles.length === 0) view.message = translate(tongue, 'No article was found on this page.');
  view.badge = problems > 0 ? { value: problems, tooltip: words } : undefined;
}

/** Gives VS Code the rows of the active page. */
class ArticleTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #parents = new Map<Row, Row>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly active: ActivePage,
    private readonly words: () => WordService,
  ) {}

  refresh(): void {
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  getChildren(parent?: Row): readonly Row[] & Row[] {
    if (parent) return [...parent.children];
    const page = this.#page();
    const document = this.active.current?.document;
    if (!page || !document) return [];
    this.#parents.clear();
    const rows = rowsOf({
      page,
      findings: shownFindings(document, page),
      language: language(),
      lineOf: (offset) => document.positionAt(offset).line + 1,
    });
    this.#remember(rows);
    return [...rows];
  }

  getParent(row: Row): Row | undefined {
    return this.#parents.get(row);
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(row.label, row.children.length > 0 ? Collapsed : None);
    item.id = row.id;
    item.description = row.description;
    item.contextValue = row.kind;
    item.accessibilityInformation = { label: row.spoken };
    item.iconPath = new vscode.ThemeIcon(icons[row.kind]);
    if (row.problems > 0) item.resourceUri = problemUri(row.problems);
    const document = this.active.current?.document;
    if (document) {
      item.command = { command: revealCommand, title: translate(language(), 'Show in the text'), arguments: [document.uri, row.span] };
    }
    return item;
  }

  /** Makes the tooltip when the mouse rests on a row: reasons at once, names and keywords when the word service has them. */
  async resolveTreeItem(item: vscode.TreeItem, row: Row, token: vscode.CancellationToken): Promise<vscode.TreeItem> {
    const article = this.#page()?.articles.find(({ id }) => id === row.id);
    const { heading, seams, why } = row.details;
    const lines = [`**${escapeMarkdown(row.label)}**`, escapeMarkdown(heading), ...seams.map((seam) => `> ${escapeMarkdown(seam)}`)];
    if (why.length > 0) lines.push(why.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n'));
    if (article) lines.push(...(await this.#wordsOf(article)));
    if (token.isCancellationRequested) return item;
    item.tooltip = new vscode.MarkdownString(lines.join('\n\n'));
    return item;
  }

  async #wordsOf(article: Article): Promise<string[]> {
    const tongue = language();
    const text = [article.title, ...article.paragraphs.map((paragraph) => paragraph.text)].join('\n');
    let names: readonly string[];
    let keywords: readonly string[];
    try {
      const words = this.words();
      [names, keywords] = await Promise.all([words.names(text), words.keywords(text, keywordCount)]);
    } catch {
      // The service logs its own failure; a tooltip does without words.
      return [];
    }
    const lines: string[] = [];
    if (keywords.length > 0) lines.push(escapeMarkdown(translate(tongue, 'Keywords: {0}', keywords.join(' · '))));
    if (names.length > 0) lines.push(escapeMarkdown(translate(tongue, 'Names: {0}', names.slice(0, 12).join(' · '))));
    return lines;
  }

  #page(): Page | undefined {
    const analysis = this.active.current?.analysis;
    return analysis?.state === 'dump' ? analysis.page : undefined;
  }

  #remember(rows: readonly Row[]): void {
    for (const row of rows) {
      for (const child of row.children) this.#parents.set(child, row);
      this.#remember(row.children);
    }
  }
}
