import { nameSpan, type Page, type Placing } from '../../core';

/**
 * The articles that were marked as reviewed.
 * @returns the ids of articles, each with the ids of what says so
 */
export function reviewedArticles(page: Page, { placed }: Placing): ReadonlyMap<string, readonly string[]> {
  const marks = placed.filter(({ entry }) => entry.body.kind === 'reviewed');
  const reviewed = page.articles.flatMap((article): [string, readonly string[]][] => {
    const name = nameSpan(article);
    const own = marks.filter(({ spans: [span] }) => name !== undefined && span !== undefined && span[0] < name[1] && name[0] < span[1]);
    return own.length === 0 ? [] : [[article.id, own.map(({ entry }) => entry.id)]];
  });
  return new Map(reviewed);
}
