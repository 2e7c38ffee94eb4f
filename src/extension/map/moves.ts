import { giveRole, mergeArticles, movePieces, readingOrder, splitArticle, type Decision, type Page, type Span } from '../../core';
import type { Target } from '../../webview/protocol/map';
import type { Block, Blocks } from './blocks';
import { isMovable } from './mapModel';

/**
 * What a gesture on the map means, as decisions: blocks are given to an article, to a new one, or to none.
 * @param chosen places in `blocks.inFile`, in any order; what cannot be moved is left out
 * @returns no decision where the gesture changes nothing or names what is not there
 */
export function decisionsFor(page: Page, blocks: Blocks, chosen: readonly number[], to: Target): readonly Decision[] {
  const movable = inReadingOrder(blocks, chosen).filter(isMovable);
  const [first] = movable;
  if (first === undefined) return [];
  const spans = movable.flatMap((block) => block.spans);
  if (to.kind === 'furniture') return movable.filter(({ kind }) => kind !== 'furniture').flatMap(({ extent }) => giveRole(extent, 'furniture'));
  if (to.kind === 'newArticle') return [...roles(movable), ...splitArticle(first.extent[0]), ...follow(spans)];
  const target = page.articles[to.group];
  if (target === undefined) return [];
  const behind = to.behind === undefined ? undefined : placeBehind(page, blocks, to.group, to.behind, spans);
  if (to.behind !== undefined && behind === undefined) return [];
  if (isThere(readingOrder(target), spans, behind)) return [];
  return [...roles(movable), ...heal(page, spans), ...movePieces(page, spans, target, behind)];
}

/** One article becomes the end of another. */
export function decisionsForMerge(page: Page, group: number, into: number): readonly Decision[] {
  const second = page.articles[group];
  const first = page.articles[into];
  return first === undefined || second === undefined || first === second ? [] : mergeArticles(page, first, second);
}

/** Blocks of one article as they are read, articles in the order of the page, furniture last. */
function inReadingOrder({ inFile, reading }: Blocks, chosen: readonly number[]): Block[] {
  const wanted = new Set(chosen);
  const read = reading.flat().filter((place) => wanted.has(place));
  const known = new Set(read);
  const rest = [...wanted].filter((place) => !known.has(place)).sort((a, b) => a - b);
  return [...read, ...rest].flatMap((place) => inFile[place] ?? []);
}

/** What was no text and becomes a part of an article is text from now on; a headline that goes in as a part is a subhead there. */
function roles(movable: readonly Block[]): Decision[] {
  return movable.flatMap(({ kind, extent }) => {
    if (kind === 'furniture') return giveRole(extent, 'body');
    return kind === 'headline' || kind === 'standingHead' ? giveRole(extent, 'subhead') : [];
  });
}

function follow(spans: readonly Span[]): Decision[] {
  return spans.slice(1).map((right, index): Decision => ({ kind: 'follow', left: spans[index] ?? right, right }));
}

/**
 * Where the text right below a headline goes away, the text behind it comes up to the headline. Any other gap is left to the engine:
 * what stood on both sides of a stray piece may well be one paragraph.
 */
function heal(page: Page, moving: readonly Span[]): Decision[] {
  return page.articles.flatMap((article): Decision[] => {
    const order = readingOrder(article);
    const head = article.headline.at(-1);
    const below = head && order[order.indexOf(head) + 1];
    if (!head || !below || moving.includes(head) || !moving.includes(below)) return [];
    const left = order.slice(order.indexOf(below)).find((span) => !moving.includes(span));
    return left ? [{ kind: 'follow', left: head, right: left }] : [];
  });
}

/** The last piece, at a block or before it in its article, behind which text can follow and that does not move itself. */
function placeBehind(page: Page, { inFile, reading }: Blocks, group: number, behind: number, moving: readonly Span[]): Span | undefined {
  const order = reading[group] ?? [];
  const article = page.articles[group];
  if (article === undefined) return undefined;
  const pieces = new Set(readingOrder(article));
  for (let at = order.indexOf(behind); at >= 0; at--) {
    const span = inFile[order[at] ?? -1]?.spans.at(-1);
    if (span !== undefined && pieces.has(span) && !moving.includes(span)) return span;
  }
  // Behind what stands above the text: the first place of all.
  return order.includes(behind) ? readingOrder(article).find((span) => !moving.includes(span)) : undefined;
}

/** Whether pieces already follow one another right there. */
function isThere(order: readonly Span[], spans: readonly Span[], behind: Span | undefined): boolean {
  const first = spans[0];
  const at = first === undefined ? -1 : order.indexOf(first);
  if (at < 0 || !spans.every((span, index) => order[at + index] === span)) return false;
  return behind === undefined || order[at - 1] === behind;
}
