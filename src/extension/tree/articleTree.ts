import * as vscode from 'vscode';
import type { Article, Page, WordService } from '../../core';
import type { Active } from '../activePage';
import { language } from '../configuration';
import { shownFindings } from '../diagnostics';
import { escapeMarkdown } from '../markdown';
import { articleColours, colourIds } from '../marks/colours';
import { reviewedArticles } from '../review/reviewed';
import type { Services } from '../services';
import { translate } from '../translate';
import { itemOf, tooltipOf } from './items';
import { allRows, doubtfulRows, isArticle, type Row } from './row';
import { rowsOf } from './rows';

/** Keywords shown in an article's tooltip. */
const keywordCount = 6;

/** A page with the version of the document it was read from, and its rows. */
export interface Shown {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly page: Page;
  /** Every row, whatever the filter shows. */
  readonly rows: readonly Row[];
  /** The articles that were marked as reviewed, by id, each with the ids of what says so. */
  readonly reviewed: ReadonlyMap<string, readonly string[]>;
  /** The number of each article's colour, by id. */
  readonly colours: ReadonlyMap<string, number>;
}

/** The rows of the active page as they were made. */
interface Made {
  readonly shown: Shown | undefined;
  readonly visible: readonly Row[];
  /** By the id of a row the one above it, of those that show. */
  readonly parents: ReadonlyMap<string, Row>;
}

/** Gives VS Code the rows of the active page. */
export class ArticleTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  /** What the rows are made of when they are asked for: while the view is closed nobody does. */
  #source: Active | undefined;
  #made: Made | undefined;
  #onlyDoubtful = false;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly services: Pick<Services, 'active' | 'decisions' | 'words'>) {}

  /** What the tree shows; `undefined` where the active document is no page. */
  get shown(): Shown | undefined {
    return this.#rows().shown;
  }

  /** The rows that the filter lets through. */
  get visible(): readonly Row[] {
    return this.#rows().visible;
  }

  get onlyDoubtful(): boolean {
    return this.#onlyDoubtful;
  }

  set onlyDoubtful(value: boolean) {
    this.#onlyDoubtful = value;
    this.refresh();
  }

  /** Reads the active page anew. */
  refresh(): void {
    this.#source = this.services.active.current;
    this.#made = undefined;
    this.#changed.fire(undefined);
  }

  /** The row of that id as it is now; `undefined` where it is gone. */
  find(id: string): Row | undefined {
    return allRows(this.shown?.rows ?? []).find((row) => row.id === id);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  getChildren(parent?: Row): readonly Row[] & Row[] {
    return [...(parent?.children ?? this.visible)];
  }

  getParent(row: Row): Row | undefined {
    return this.#rows().parents.get(row.id);
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { shown } = this;
    if (!shown) return new vscode.TreeItem(row.label);
    const article = isArticle(row) ? row.article : undefined;
    const colour = colourIds[(article === undefined ? undefined : shown.colours.get(article)) ?? -1];
    return itemOf(row, {
      document: shown.document,
      reviewed: article !== undefined && shown.reviewed.has(article),
      open: this.#onlyDoubtful,
      tongue: language(),
      ...(colour !== undefined && { colour: new vscode.ThemeColor(colour) }),
    });
  }

  /** Makes the tooltip when the mouse rests on a row: reasons at once, names and keywords when the word service has them. */
  async resolveTreeItem(item: vscode.TreeItem, row: Row, token: vscode.CancellationToken): Promise<vscode.TreeItem> {
    const article = isArticle(row) ? this.#article(row) : undefined;
    const words = article ? await this.#wordsOf(article) : [];
    if (!token.isCancellationRequested) item.tooltip = tooltipOf(row, words);
    return item;
  }

  async #wordsOf(article: Article): Promise<string[]> {
    const tongue = language();
    const text = [article.title, ...article.paragraphs.map((paragraph) => paragraph.text)].join('\n');
    let names: readonly string[];
    let keywords: readonly string[];
    try {
      const words: WordService = this.services.words();
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

  #article(row: Row): Article | undefined {
    return this.shown?.page.articles.find(({ id }) => id === row.article);
  }

  #rows(): Made {
    if (this.#made) return this.#made;
    const shown = this.#read();
    const rows = shown?.rows ?? [];
    const visible = this.#onlyDoubtful ? doubtfulRows(rows) : rows;
    const parents = new Map<string, Row>();
    for (const row of allRows(visible)) for (const child of row.children) parents.set(child.id, row);
    return (this.#made = { shown, visible, parents });
  }

  #read(): Shown | undefined {
    const { decisions } = this.services;
    const current = this.#source;
    if (current?.analysis.state !== 'dump') return undefined;
    const { document, analysis } = current;
    const { page, version } = analysis;
    const rows = rowsOf({
      page,
      findings: shownFindings(document, page),
      language: language(),
      lineOf: (offset) => document.positionAt(offset).line + 1,
    });
    return { document, version, page, rows, reviewed: reviewedArticles(page, decisions.placing(document)), colours: articleColours(page) };
  }
}
