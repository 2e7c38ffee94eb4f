import type { Decision } from '../page/decision';
import type { Article, Page } from '../page/model';
import { contains, type Span } from '../text/span';
import { readingOrder } from './actions';

/** Decisions that a page does not come out by: their places are gone, or others contradict them. */
export function unmetDecisions(page: Pick<Page, 'articles' | 'furniture'>, decisions: readonly Decision[]): readonly Decision[] {
  return decisions.filter((decision) => !isMet(page, decision));
}

function isMet(page: Pick<Page, 'articles' | 'furniture'>, decision: Decision): boolean {
  const { articles } = page;
  switch (decision.kind) {
    case 'ignore':
      return true;
    case 'join':
      return articles.some((article) => goesOn(article, decision.left, decision.right) === 'join');
    case 'follow':
      return articles.some((article) => goesOn(article, decision.left, decision.right) === 'follow');
    case 'apart':
      return !articles.some((article) => {
        const way = goesOn(article, decision.left, decision.right);
        return way === 'join' || (way === 'follow' && decision.as === 'follow');
      });
    case 'split':
      return articles.some((article) => article.paragraphs.some(({ spans }) => beginsAt(spans[0], decision.at)));
    case 'begin':
      return articles.some((article) => beginsAt(readingOrder(article)[0], decision.at));
    case 'role':
      return hasRole(page, decision.span, decision.role);
  }
}

/** How one place is followed by another in an article; `undefined` where it is not. */
function goesOn(article: Article, left: Span, right: Span): 'join' | 'follow' | undefined {
  const last = left[1] - 1;
  const order = readingOrder(article);
  const from = order.findIndex((span) => contains(span, last));
  const to = order.findIndex((span) => contains(span, right[0]));
  if (from < 0 || to < 0) return undefined;
  const paragraph = article.paragraphs.find(({ spans }) => spans.some((span) => contains(span, last)));
  const same = paragraph?.spans.some((span) => contains(span, right[0])) === true;
  // Both in one piece: the text was joined since.
  if (from === to) return same ? 'join' : undefined;
  return to === from + 1 ? (same ? 'join' : 'follow') : undefined;
}

/** White space may stand between an offset and what begins at it. */
const beginsAt = (span: Span | undefined, at: number): boolean => span !== undefined && span[0] >= at && span[0] - at <= MOST_SPACE;
const MOST_SPACE = 8;

function hasRole({ articles, furniture }: Pick<Page, 'articles' | 'furniture'>, span: Span, role: string): boolean {
  const isIn = (spans: readonly Span[]): boolean => spans.some((one) => one[0] < span[1] && span[0] < one[1]);
  if (role === 'furniture') return isIn(furniture);
  if (role === 'standingHead') return articles.some((article) => isIn(article.standingHead)) || isIn(furniture);
  if (role === 'headline') return articles.some((article) => isIn(article.headline));
  if (role === 'kicker') return articles.some((article) => article.kicker !== undefined && isIn(article.headline));
  if (role === 'deck') return articles.some((article) => article.deck !== undefined && isIn(article.headline));
  return articles.some((article) => article.paragraphs.some(({ spans }) => isIn(spans)));
}
