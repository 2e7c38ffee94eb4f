import * as vscode from 'vscode';
import type { Article, Decision } from '../../core';
import { registerCommand } from '../command';
import { language } from '../configuration';
import type { Services } from '../services';
import { excerpt } from '../excerpt';
import { inList } from '../plain';
import { translate } from '../translate';
import type { ArticleTree, Shown } from './articleTree';
import { decide } from './deciding';
import { accept, articleOf, makeFurniture, merge, moveToArticle, shift, splitBefore } from './gestures';
import { renameHeadline } from './renameHeadline';
import { review } from './review';
import { isArticle, pathTo, type Row } from './row';

/** What a key pressed in the tree gives instead of a row. */
const inTree = 'tree';

/** What a command on rows works with. */
interface Chosen {
  readonly shown: Shown;
  readonly rows: readonly Row[];
}

/**
 * The commands on rows of the tree: by menu on what was clicked, by key in the tree on what is selected, by palette on the passage at the
 * cursor, else on what is selected. A third argument answers in advance what a command would ask: the id of an article, or a headline.
 */
export function registerTreeCommands(services: Services, tree: ArticleTree, view: vscode.TreeView<Row>): vscode.Disposable {
  const { log } = services;
  type Gesture = (chosen: Chosen, target: unknown) => readonly Decision[] | Promise<readonly Decision[] | undefined>;
  const on = (gesture: Gesture) => {
    const run = async (row: unknown, rows: unknown, target: unknown): Promise<boolean> => {
      const chosen = choose(tree, view, row, rows);
      const made = await gesture(chosen, target);
      return made !== undefined && decide(services, chosen.shown, made, () => whenRead(chosen.shown, () => run(row, rows, target)));
    };
    return run;
  };
  // The rows of a text that has just changed are there when it was read.
  const whenRead = async ({ document }: Shown, work: () => unknown): Promise<void> => {
    await services.analyses.analyse(document);
    await work();
  };
  const rename = (row: unknown, rows: unknown, title: unknown): Promise<boolean> | undefined => {
    const { shown, rows: [first] } = choose(tree, view, row, rows);
    return first && renameHeadline(shown, first, title, (again) => whenRead(shown, () => rename(row, rows, again)));
  };
  const filter = async (onlyDoubtful: boolean): Promise<void> => {
    tree.onlyDoubtful = onlyDoubtful;
    await vscode.commands.executeCommand('setContext', 'restitch.onlyDoubtful', onlyDoubtful);
  };
  return vscode.Disposable.from(
    registerCommand(log, 'restitch.movePartUp', on(({ shown, rows }) => shift(shown.page, shown.rows, rows, -1))),
    registerCommand(log, 'restitch.movePartDown', on(({ shown, rows }) => shift(shown.page, shown.rows, rows, 1))),
    registerCommand(log, 'restitch.movePartToArticle', on(moveTo)),
    registerCommand(log, 'restitch.mergeArticles', on(mergeWith)),
    registerCommand(log, 'restitch.acceptDoubtful', on(({ rows }) => accept(rows))),
    registerCommand(log, 'restitch.splitBefore', on(({ rows }) => rows.flatMap(splitBefore))),
    registerCommand(log, 'restitch.restitchRow', (row: unknown, rows: unknown) => restitchRow(choose(tree, view, row, rows))),
    registerCommand(log, 'restitch.exportArticles', (row: unknown, rows: unknown) => exportArticles(choose(tree, view, row, rows))),
    registerCommand(log, 'restitch.renameHeadline', rename),
    registerCommand(log, 'restitch.toggleReviewed', async (row: unknown, rows: unknown) => {
      const { shown, rows: chosen } = choose(tree, view, row, rows);
      await toggleReviewed(services, shown, chosen);
    }),
    registerCommand(log, 'restitch.showDoubtful', () => filter(true)),
    registerCommand(log, 'restitch.showAllArticles', () => filter(false)),
  );
}

/** @throws Error where no page is shown, or nothing is chosen */
function choose(tree: ArticleTree, view: vscode.TreeView<Row>, row: unknown, rows: unknown): Chosen {
  const shown = tree.shown;
  if (!shown) throw new Error(translate(language(), 'this file is not treated as a newspaper page.'));
  const given = Array.isArray(rows) && rows.length > 0 ? rows : row === inTree ? view.selection : row === undefined ? atHand(view, shown) : [row];
  const chosen = given.flatMap((one) => (isRow(one) ? (tree.find(one.id) ?? []) : []));
  if (chosen.length === 0) throw new Error(translate(language(), 'nothing is selected in the list of articles.'));
  return { shown, rows: chosen };
}

/** The passage at the cursor, unless rows elsewhere were selected since the cursor was set. */
function atHand(view: vscode.TreeView<Row>, { document, rows }: Shown): readonly Row[] {
  const { selection } = view;
  const editor = vscode.window.activeTextEditor;
  const path = editor?.document === document ? pathTo(rows, document.offsetAt(editor.selection.active)) : [];
  const here = path.at(-1);
  const elsewhere = view.visible && selection.length > 0 && (selection.length > 1 || path.every(({ id }) => id !== selection[0]?.id));
  return here && here.pieces.length > 0 && !elsewhere ? [here] : selection.length > 0 ? selection : path.slice(-1);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

/** Asks for the article; the page itself is offered too. */
async function moveTo({ shown, rows }: Chosen, target: unknown): Promise<readonly Decision[] | undefined> {
  const tongue = language();
  const parts = rows.filter(({ pieces }) => pieces.length > 0);
  if (parts.length === 0) throw new Error(translate(tongue, 'only paragraphs, their pieces and page furniture can be moved.'));
  const known = shown.page.articles.find(({ id }) => id === target);
  if (known) return moveToArticle(shown.page, shown.rows, parts, known);
  const homes = new Set(parts.map(({ article }) => article));
  const others = shown.page.articles.filter(({ id }) => homes.size > 1 || !homes.has(id));
  const furniture: Target = { label: `$(archive) ${translate(tongue, 'Page furniture')}` };
  const items: readonly Target[] = [...articleItems(shown, others), ...(homes.has(undefined) ? [] : [furniture])];
  const chosen = await vscode.window.showQuickPick(items, { title: translate(tongue, 'Move to Article'), matchOnDescription: true });
  if (!chosen) return undefined;
  return chosen.article ? moveToArticle(shown.page, shown.rows, parts, chosen.article) : makeFurniture(shown.rows, parts);
}

/** Several selected articles become one; behind a single one, another is asked for. */
async function mergeWith({ shown, rows }: Chosen, target: unknown): Promise<readonly Decision[] | undefined> {
  const ids = new Set(rows.map(({ article }) => article));
  const chosen = shown.page.articles.filter(({ id }) => ids.has(id));
  const [first, ...more] = chosen;
  if (!first) throw new Error(translate(language(), 'nothing is selected in the list of articles.'));
  if (more.length > 0) return merge(shown.page, first, more);
  const known = shown.page.articles.find(({ id }) => id === target);
  if (known) return merge(shown.page, known, [first]);
  const others = shown.page.articles.filter(({ id }) => id !== first.id);
  const other = await vscode.window.showQuickPick(articleItems(shown, others), { title: translate(language(), 'Put “{0}” Behind', excerpt(first.title, 40)), matchOnDescription: true });
  return other && merge(shown.page, other.article, [first]);
}

/** Where parts can go: an article, or out of all of them. */
interface Target extends vscode.QuickPickItem {
  readonly article?: Article;
}

function articleItems({ rows, page }: Shown, articles: readonly Article[]): { label: string; description: string; article: Article }[] {
  return rows.flatMap((row) => {
    const article = isArticle(row) ? articleOf(page, row) : undefined;
    return article && articles.includes(article) ? [{ label: inList(row.label), description: row.description, article }] : [];
  });
}

/** One article by the command of the marks, which edits the text. */
async function restitchRow({ shown, rows }: Chosen): Promise<void> {
  const { document, version } = shown;
  const [id, ...more] = new Set(rows.flatMap(({ article }) => article ?? []));
  // After the first the others stand elsewhere, in another version.
  if (more.length > 0) throw new Error(translate(language(), 'only one article can be put together at a time.'));
  await vscode.commands.executeCommand('restitch.restitchArticle', document.uri, id, version);
}

/** The articles of the chosen rows, by the command of the exports. */
async function exportArticles({ shown, rows }: Chosen): Promise<unknown> {
  const articles = [...new Set(rows.flatMap(({ article }) => article ?? []))];
  if (articles.length === 0) throw new Error(translate(language(), 'page furniture belongs to no article.'));
  return vscode.commands.executeCommand('restitch.export', shown.document.uri, { articles });
}

/** Reviewed, where any of them is not yet; else not reviewed. */
async function toggleReviewed(services: Services, shown: Shown, rows: readonly Row[]): Promise<void> {
  const some = rows.some(({ article }) => article !== undefined && !shown.reviewed.has(article));
  await review(services, shown, rows, some);
}
