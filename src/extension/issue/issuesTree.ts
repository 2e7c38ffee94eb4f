import * as vscode from 'vscode';
import { language } from '../configuration';
import { escapeMarkdown } from '../markdown';
import { revealCommand } from '../reveal';
import { translate, translateCount } from '../translate';
import type { IssueIndex } from './issueIndex';
import { issueRows, type IssueRow, type IssueRowKind } from './rows';

export const issuesView = 'restitch.issues';

const icons: Readonly<Record<IssueRowKind, string>> = {
  issue: 'library',
  page: 'file-text',
  missing: 'circle-slash',
  article: 'note',
  later: 'references',
  part: 'link',
  offer: 'question',
  copies: 'files',
  copy: 'files',
};

/** The tree of issues: pages, articles, and their parts on other pages. It reads when it is shown, and nothing before. */
export class IssuesTree implements vscode.TreeDataProvider<IssueRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #parents = new Map<string, IssueRow>();
  readonly #subscriptions: vscode.Disposable;
  #rows: readonly IssueRow[] | undefined;
  readonly view: vscode.TreeView<IssueRow>;
  readonly onDidChangeTreeData = this.#changed.event;

  /** @param read reads what there is to show; called when the view is shown */
  constructor(
    private readonly index: IssueIndex,
    private readonly read: () => Promise<void>,
  ) {
    this.view = vscode.window.createTreeView(issuesView, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.view,
      index.onDidChange(() => this.refresh()),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible) void this.show();
      }),
    );
    if (this.view.visible) void this.show();
  }

  /** Reads and shows all issues. */
  async show(): Promise<void> {
    await vscode.window.withProgress({ location: { viewId: issuesView } }, () => this.read());
    this.refresh();
  }

  refresh(): void {
    this.#rows = undefined;
    this.#describe();
    this.#changed.fire(undefined);
  }

  getChildren(parent?: IssueRow): IssueRow[] {
    return [...(parent?.children ?? this.#all())];
  }

  getParent({ id }: IssueRow): IssueRow | undefined {
    return this.#parents.get(id);
  }

  getTreeItem(row: IssueRow): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const opens = row.kind === 'issue' && this.#all().length === 1;
    const item = new vscode.TreeItem(row.label, row.children.length === 0 ? None : opens ? Expanded : Collapsed);
    item.id = row.id;
    item.description = row.description;
    item.contextValue = row.link ? `${row.kind} linked` : row.kind;
    item.accessibilityInformation = { label: row.spoken };
    item.iconPath = row.reviewed ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')) : new vscode.ThemeIcon(icons[row.kind]);
    if (row.page && row.span) item.command = { command: revealCommand, title: translate(language(), 'Show in the text'), arguments: [this.index.uriOf(row.page), row.span] };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, { label, details }: IssueRow): vscode.TreeItem {
    const [first, ...more] = details;
    const lines = [`**${escapeMarkdown(label)}**`, ...(first === undefined ? [] : [escapeMarkdown(first)])];
    if (more.length > 0) lines.push(more.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n'));
    item.tooltip = new vscode.MarkdownString(lines.join('\n\n'));
    return item;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #all(): readonly IssueRow[] {
    if (this.#rows) return this.#rows;
    this.#rows = issueRows({ issues: this.index.issues, reviewedIn: (page) => this.index.reviewedIn(page), language: language() });
    this.#parents.clear();
    const walk = (row: IssueRow): void => {
      for (const child of row.children) {
        this.#parents.set(child.id, row);
        walk(child);
      }
    };
    this.#rows.forEach(walk);
    return this.#rows;
  }

  #describe(): void {
    const tongue = language();
    const { issues } = this.index;
    this.view.title = translate(tongue, 'Issues');
    this.view.description = issues.length === 0 ? '' : translateCount(tongue, issues.length, '{0} issue', '{0} issues');
    if (issues.length === 0 && this.index.inUse && !this.index.reading) this.view.message = translate(tongue, 'No folder here holds several pages of a paper.');
    else delete this.view.message;
  }
}
