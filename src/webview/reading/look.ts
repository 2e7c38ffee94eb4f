import type { ReadingArticle } from '../protocol/reading';

/** What an article looks like, without where it stands: the same look needs no new drawing. */
export function lookOf(article: ReadingArticle): string {
  return JSON.stringify(article, (key, value: unknown) => (key === 'at' || key === 'id' ? undefined : value));
}

/** The numbers of an article's pieces in the order in which they are drawn. */
export function numbersOf({ standingHead, kicker, title, deck, byline, paragraphs, credit }: ReadingArticle): number[] {
  const lines = [...standingHead, ...[kicker, title, deck].flatMap((line) => line ?? []), ...byline, ...paragraphs.flat(), ...credit];
  return lines.map(({ at }) => at);
}
