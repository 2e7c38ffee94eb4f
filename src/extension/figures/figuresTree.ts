import * as vscode from 'vscode';
import { FIGURE_KINDS, figureWords, type FigureKind, type PlacedFigure } from '../../core';
import type { Active, ActivePage } from '../activePage';
import { registerCommand } from '../command';
import { language } from '../configuration';
import { escapeMarkdown } from '../markdown';
import { revealCommand } from '../reveal';
import type { Services } from '../services';
import { translate, translateCount } from '../translate';
import { Seldom } from '../turns';
import { figureRowsOf, type FigureRow, type Grouping } from './figureRows';
import { kindIcons, kindName } from './kinds';
import { pause } from './pause';
import type { PageFigures } from './pageFigures';

export const figuresView = 'restitch.figures';
/** The key of the `when` clauses that tell how the view is grouped. */
const groupingKey = 'restitch.figuresGrouping';

/** The view of the page's figures: what it shows is what copying and exporting take. */
export class FiguresTree implements vscode.TreeDataProvider<FigureRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #parents = new Map<FigureRow, FigureRow>();
  readonly #view: vscode.TreeView<FigureRow>;
  readonly #subscriptions: vscode.Disposable;
  readonly #active: ActivePage;
  /** Figures follow a text that is being typed now and then. */
  readonly #seldom = new Seldom(() => this.refresh(), pause);
  #described: vscode.TextDocument | undefined;
  #grouping: Grouping = 'article';
  #hidden: ReadonlySet<FigureKind> = new Set();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    { active, log }: Services,
    private readonly figures: PageFigures,
  ) {
    this.#active = active;
    this.#view = vscode.window.createTreeView(figuresView, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#view,
      active.onDidChange((now) => {
        if (now?.document === this.#described) this.#seldom.ask();
        else this.#seldom.now();
      }),
      this.#seldom,
      this.#view.onDidChangeVisibility(() => this.refresh()),
      registerCommand(log, 'restitch.figuresByArticle', () => this.group('article')),
      registerCommand(log, 'restitch.figuresByKind', () => this.group('kind')),
      registerCommand(log, 'restitch.figuresFilter', (kinds: unknown) => this.filter(kinds)),
    );
    this.refresh();
  }

  /** The figures that the view lets through. */
  shown({ analysis }: Active): readonly PlacedFigure[] {
    if (analysis.state !== 'dump') return [];
    return this.figures.best(analysis.page).figures.filter(({ figure }) => !this.#hidden.has(figure.kind));
  }

  refresh(): void {
    this.#changed.fire(undefined);
    this.#describe();
    // The better subjects come once the word service has answered.
    const analysis = this.#active.current?.analysis;
    if (analysis?.state === 'dump' && this.#view.visible) {
      const before = this.figures.best(analysis.page);
      void this.figures.refined(analysis.page).then((refined) => {
        if (refined !== before && this.#active.current?.analysis === analysis) this.#changed.fire(undefined);
      });
    }
  }

  group(grouping: Grouping): void {
    this.#grouping = grouping;
    void vscode.commands.executeCommand('setContext', groupingKey, grouping);
    this.refresh();
  }

  /** Asks which kinds to show; takes them without asking where they are given. */
  async filter(kinds?: unknown): Promise<void> {
    const given = Array.isArray(kinds) ? new Set<unknown>(kinds) : await this.#askKinds();
    if (given === undefined) return;
    this.#hidden = new Set(FIGURE_KINDS.filter((kind) => this.#present().has(kind) && !given.has(kind)));
    this.refresh();
  }

  getChildren(parent?: FigureRow): FigureRow[] {
    if (parent) return [...parent.children];
    const current = this.#active.current;
    if (current?.analysis.state !== 'dump') return [];
    const { document, analysis } = current;
    this.#parents.clear();
    const rows = figureRowsOf({
      page: analysis.page,
      figures: this.shown(current),
      grouping: this.#grouping,
      language: language(),
      lineOf: (offset) => document.positionAt(offset).line + 1,
    });
    for (const row of rows) for (const child of row.children) this.#parents.set(child, row);
    return [...rows];
  }

  getParent(row: FigureRow): FigureRow | undefined {
    return this.#parents.get(row);
  }

  getTreeItem(row: FigureRow): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const group = this.#grouping === 'article' ? Expanded : Collapsed;
    const item = new vscode.TreeItem(row.label, row.children.length > 0 ? group : None);
    item.id = `${this.#grouping}/${row.id}`;
    item.description = row.description;
    item.contextValue = row.placed ? 'figure' : 'group';
    item.accessibilityInformation = { label: row.spoken };
    item.iconPath = new vscode.ThemeIcon(row.kind ? kindIcons[row.kind] : 'note');
    const uri = this.#active.current?.document.uri;
    if (row.placed && uri) item.command = { command: revealCommand, title: translate(language(), 'Show in the text'), arguments: [uri, row.span] };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, row: FigureRow): vscode.TreeItem {
    if (!row.placed) return item;
    const tongue = language();
    const { figure } = row.placed;
    const { base, change, reading, value, written } = figureWords(figure, tongue);
    const words = [kindName(figure.kind, tongue), value, reading, base, figure.subject, change].filter((one) => one !== undefined);
    item.tooltip = new vscode.MarkdownString([`**${escapeMarkdown(written)}**`, ...words.map(escapeMarkdown)].join('\n\n'));
    return item;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #present(): ReadonlySet<FigureKind> {
    const analysis = this.#active.current?.analysis;
    if (analysis?.state !== 'dump') return new Set();
    return new Set(this.figures.unplaced(analysis.page).map(({ kind }) => kind));
  }

  async #askKinds(): Promise<ReadonlySet<unknown> | undefined> {
    const tongue = language();
    const present = this.#present();
    const kinds = FIGURE_KINDS.filter((kind) => present.has(kind));
    const items: vscode.QuickPickItem[] = kinds.map((kind) => ({ label: kindName(kind, tongue), picked: !this.#hidden.has(kind) }));
    const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title: translate(tongue, 'Kinds of figures to show') });
    return picked && new Set(kinds.filter((_, index) => picked.some(({ label }) => label === items[index]?.label)));
  }

  #describe(): void {
    const current = this.#active.current;
    this.#described = current?.document;
    const tongue = language();
    this.#view.title = translate(tongue, 'Figures');
    // Counted without their places, and without the subjects, which are asked of the words only where the view shows them.
    const figures = current?.analysis.state === 'dump' ? this.figures.unplaced(current.analysis.page) : [];
    const all = figures.length;
    const shown = figures.filter(({ kind }) => !this.#hidden.has(kind)).length;
    this.#view.description = all === 0 ? '' : shown === all ? translateCount(tongue, all, '{0} figure', '{0} figures') : translate(tongue, '{0} of {1} figures', shown, all);
    if (current?.analysis.state === 'dump' && all === 0) this.#view.message = translate(tongue, 'There are no figures on this page.');
    else delete this.#view.message;
    void vscode.commands.executeCommand('setContext', 'restitch.hasFigures', all > 0);
  }
}
