import type { DecidedRole, Decision } from '../page/decision';
import type { Article, Page } from '../page/model';
import type { Span } from '../text/span';

/**
 * What an editor does to a page, as decisions: the one place where views, commands and tools learn what a gesture means.
 * Each gives the decisions to add, none where the gesture changes nothing. Nothing here edits text.
 */

/** The piece at `right` goes on with the paragraph that ends at `left`; what stood between stays in its article. */
export function joinPieces(left: Span, right: Span): readonly Decision[] {
  return [{ kind: 'join', left, right }];
}

/** A seam that the editor refuses: the two pieces are no paragraph (`join`), or do not follow each other at all (`follow`). */
export function keepApart(left: Span, right: Span, as: 'join' | 'follow'): readonly Decision[] {
  return [{ kind: 'apart', as, left, right }];
}

/** A passage gets a role. */
export function giveRole(span: Span, role: DecidedRole): readonly Decision[] {
  return [{ kind: 'role', span, role }];
}

/**
 * Moves a run of pieces into another article or to another place of its own.
 * @param pieces in reading order, as they shall follow one another
 * @param behind the piece of the target behind which they go; `undefined`: where they fit best by the order of the dump
 */
export function movePieces(page: Page, pieces: readonly Span[], target: Article, behind?: Span): readonly Decision[] {
  const [first] = pieces;
  if (first === undefined) return [];
  const place = behind ?? placeFor(target, first);
  if (place === undefined) return [];
  const order = readingOrder(target).filter((span) => !pieces.some((piece) => same(piece, span)));
  const at = order.findIndex((span) => same(span, place));
  const after = at < 0 ? undefined : order[at + 1];
  return chain([place, ...pieces, ...(after === undefined ? [] : [after])], page);
}

/** Puts one article's text behind another's; the headline of the second stays as a subhead. */
export function mergeArticles(page: Page, first: Article, second: Article): readonly Decision[] {
  const heads = second.headline;
  const before = readingOrder(first).at(-1);
  const all = [...heads, ...readingOrder(second).filter((span) => !heads.some((head) => same(head, span)))];
  return [...heads.map((span): Decision => ({ kind: 'role', span, role: 'subhead' })), ...(before === undefined ? [] : chain([before, ...all], page))];
}

/** An article ends before the piece at this offset, and another begins with it. */
export function splitArticle(at: number): readonly Decision[] {
  return [{ kind: 'begin', at }];
}

/** A paragraph ends at this offset, and another begins there. */
export function splitParagraph(at: number): readonly Decision[] {
  return [{ kind: 'split', at }];
}

/** The pieces of an article as it is read: headline, then the paragraphs piece by piece. */
export function readingOrder(article: Article): Span[] {
  return [...article.headline, ...article.paragraphs.flatMap(({ spans }) => spans)];
}

const same = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

/** The last piece of an article that stands before a span in the dump; its first where none does. */
function placeFor(target: Article, span: Span): Span | undefined {
  const order = readingOrder(target);
  return order.filter((one) => one[0] < span[0]).reduce<Span | undefined>((last, one) => (last === undefined || one[0] > last[0] ? one : last), undefined) ?? order[0];
}

/** Each follows the one before; where two are one paragraph now, they stay one. */
function chain(spans: readonly Span[], page: Page): Decision[] {
  const joined = new Set(page.articles.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.spans.slice(1).map((right, i) => `${String(paragraph.spans[i]?.[0])} ${String(right[0])}`))));
  return spans.slice(1).map((right, i): Decision => {
    const left = spans[i] ?? right;
    return { kind: joined.has(`${String(left[0])} ${String(right[0])}`) ? 'join' : 'follow', left, right };
  });
}
