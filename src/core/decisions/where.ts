import type { Article, Page, Paragraph } from '../page/model';
import { bySpan, type Span } from '../text/span';

/** A piece of running text: where it stands, and the paragraph and article it was read into. */
export interface Place {
  readonly span: Span;
  readonly paragraph: Paragraph;
  readonly article: Article;
}

/** The pieces of running text of a page in the order of the dump. */
export function placesOf(page: Page): Place[] {
  return page.articles
    .flatMap((article) => article.paragraphs.flatMap((paragraph) => paragraph.spans.map((span) => ({ span, paragraph, article }))))
    .sort((a, b) => bySpan(a.span, b.span));
}

/** Whether two spans share a place; touching counts, so that a cursor at the end of a passage is in it. */
const touch = (a: Span, b: Span): boolean => a[0] <= b[1] && b[0] <= a[1];

/** The pieces that a selection touches, in the order of the dump. */
export function placesIn(page: Page, selection: Span): Place[] {
  const touched = placesOf(page).filter(({ span }) => touch(span, selection));
  // A cursor where one piece ends and the next begins means one of them: the next.
  return selection[0] === selection[1] ? touched.slice(-1) : touched.filter(({ span }) => span[0] < selection[1] && selection[0] < span[1]);
}

/** The article that a place of the text belongs to: its headline, text, byline, credit or standing head. */
export function articleAt(page: Page, offset: number): Article | undefined {
  const has = (spans: readonly Span[]): boolean => spans.some((span) => touch(span, [offset, offset]));
  return page.articles.find(({ headline, byline, credit, standingHead, paragraphs }) =>
    has(headline) || has(byline) || has(credit) || has(standingHead) || paragraphs.some(({ spans }) => has(spans)));
}

/** What an article is known by: its headline, or the beginning of its text. */
export function nameSpan({ headline, paragraphs, credit, standingHead }: Article): Span | undefined {
  return headline[0] ?? paragraphs[0]?.spans[0] ?? credit[0] ?? standingHead[0];
}
