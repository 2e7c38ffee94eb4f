import { followPieces, giveRole, joinPieces, keepApart, mergeArticles, movePieces, splitArticle, type Article, type Decision, type Page, type Span } from '../../core';
import { allRows, isArticle, type Row } from './row';

/**
 * What gestures on rows decide. Pure: rows and their page in, decisions out, none where the gesture changes nothing.
 * Rows must be those of the page.
 */

/** Rows dropped on another: articles are merged, parts are moved, and what is dropped on the furniture becomes furniture. */
export function drop(page: Page, rows: readonly Row[], dragged: readonly Row[], target: Row): readonly Decision[] {
  if (dragged.some(({ id }) => id === target.id)) return [];
  if (target.kind === 'furnitureGroup' || target.kind === 'furniture') return makeFurniture(rows, dragged);
  const article = articleOf(page, target);
  if (!article) return [];
  const articles = dragged.filter(isArticle);
  if (articles.length > 0) return merge(page, article, inPageOrder(rows, articles).flatMap((row) => articleOf(page, row) ?? []));
  if (isArticle(target)) return moveToArticle(page, rows, dragged, article);
  const behind = target.covers.at(-1);
  const hasPlace = target.pieces.length > 0 && behind !== undefined;
  return moveBehind(page, rows, dragged, article, hasPlace ? behind : article.headline.at(-1));
}

/** Parts moved into another article, where they fit best; parts that are in it already stay. */
export function moveToArticle(page: Page, rows: readonly Row[], parts: readonly Row[], article: Article): readonly Decision[] {
  return moveBehind(page, rows, parts.filter((row) => row.article !== article.id), article, undefined);
}

/** Parts out of every article: they belong to the page. */
export function makeFurniture(rows: readonly Row[], parts: readonly Row[]): readonly Decision[] {
  return piecesOf(rows, parts.filter((row) => row.article !== undefined)).flatMap((span) => giveRole(span, 'furniture'));
}

/** Articles put behind another one, each behind the one before. */
export function merge(page: Page, first: Article, others: readonly Article[]): readonly Decision[] {
  const all = [first, ...others.filter(({ id }) => id !== first.id)];
  return all.slice(1).flatMap((article, index) => mergeArticles(page, all[index] ?? first, article));
}

/** Paragraphs of one article one place up or down among its paragraphs; those at the edge stay. */
export function shift(page: Page, rows: readonly Row[], parts: readonly Row[], step: -1 | 1): readonly Decision[] {
  const article = page.articles.find(({ id }) => id === parts[0]?.article);
  if (!article) return [];
  const chosen = new Set(piecesOf(rows, parts));
  const paragraphs = article.paragraphs.map(({ spans }) => ({ spans, moves: spans.some((span) => chosen.has(span)) }));
  const order = step === 1 ? [...paragraphs].reverse() : [...paragraphs];
  for (let at = 1; at < order.length; at++) {
    const [before, here] = [order[at - 1], order[at]];
    if (before && here?.moves === true && !before.moves) order.splice(at - 1, 2, here, before);
  }
  return inOrder(page, article, paragraphs.map(({ spans }) => spans), (step === 1 ? order.reverse() : order).map(({ spans }) => spans));
}

/** Every doubtful join and place of these rows, accepted. */
export function accept(rows: readonly Row[]): readonly Decision[] {
  const doubtful = allRows(rows).flatMap(({ behind }) => (behind && !behind.sure ? [behind] : []));
  // A paragraph and its first piece have the same place.
  const each = [...new Map(doubtful.map((one) => [one.right[0], one])).values()];
  return each.flatMap(({ left, right, as }) => (as === 'join' ? joinPieces(left, right) : followPieces(left, right)));
}

/** An article begins with a paragraph; or a paragraph, with a piece of another. */
export function splitBefore({ behind }: Row): readonly Decision[] {
  if (!behind) return [];
  return behind.as === 'join' ? keepApart(behind.left, behind.right, 'join') : splitArticle(behind.right[0]);
}

/** The article of a row in its page. */
export function articleOf(page: Page, row: Row): Article | undefined {
  return page.articles.find(({ id }) => id === row.article);
}

function moveBehind(page: Page, rows: readonly Row[], parts: readonly Row[], article: Article, behind: Span | undefined): readonly Decision[] {
  const all = piecesOf(rows, parts);
  if (all.length === 0 || (behind !== undefined && all.some((span) => span[0] === behind[0]))) return [];
  // What was furniture is text from now on.
  const furniture = all.filter((span) => page.furniture.includes(span)).flatMap((span) => giveRole(span, 'body'));
  const inside = article.paragraphs.map(({ spans }) => spans);
  if (behind === undefined && article.headline.length === 0 && inside.some((spans) => spans.every((span) => all.includes(span)))) return [];
  return [...furniture, ...movePieces(page, all, article, behind)];
}

/** The paragraphs of an article in another order: what of it changed, behind what stands before it. */
function inOrder(page: Page, article: Article, before: readonly (readonly Span[])[], after: readonly (readonly Span[])[]): readonly Decision[] {
  const from = after.findIndex((spans, at) => spans !== before[at]);
  if (from < 0) return [];
  let to = after.length - 1;
  while (after[to] === before[to]) to--;
  const pieces = after.slice(from, to + 1).flat();
  const [first] = pieces;
  const behind = from > 0 ? after[from - 1]?.at(-1) : article.headline.at(-1);
  if (behind) return movePieces(page, pieces, article, behind);
  // Nothing stands before it: the article begins with it.
  return first ? [...splitArticle(first[0]), ...movePieces(page, pieces.slice(1), article, first)] : [];
}

/** What goes along with rows, in the order of the page, each once. */
function piecesOf(rows: readonly Row[], parts: readonly Row[]): readonly Span[] {
  return [...new Set(inPageOrder(rows, parts).flatMap(({ pieces }) => pieces))];
}

function inPageOrder(rows: readonly Row[], some: readonly Row[]): readonly Row[] {
  const ids = new Set(some.map(({ id }) => id));
  return allRows(rows).filter(({ id }) => ids.has(id));
}
