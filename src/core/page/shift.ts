import type { Article, Paragraph, Seam } from './model';
import type { Span } from '../text/span';

/** What was found in a part of a text, in the places of the whole. */
export interface Shift {
  /** What stands before the part: UTF-16 units, lines, articles. */
  readonly offset: number;
  readonly lines: number;
  readonly articles: number;
}

/** An article of a part, in the places of the whole. */
export function shiftArticle(article: Article, shift: Pick<Shift, 'offset' | 'articles'>): Article {
  const { offset } = shift;
  return {
    ...article,
    id: shiftId(article.id, shift),
    headline: shiftSpans(article.headline, shift),
    byline: shiftSpans(article.byline, shift),
    credit: shiftSpans(article.credit, shift),
    standingHead: shiftSpans(article.standingHead, shift),
    ...(article.dateline === undefined ? {} : { dateline: { ...article.dateline, span: shiftSpan(article.dateline.span, offset) } }),
    paragraphs: article.paragraphs.map((paragraph): Paragraph => ({
      spans: shiftSpans(paragraph.spans, shift),
      text: paragraph.text,
      seams: paragraph.seams.map((one) => seam(one, offset)),
      attachment: seam(paragraph.attachment, offset),
    })),
  };
}

/** Spans of a part, in the places of the whole. */
export const shiftSpans = (all: readonly Span[], { offset }: Pick<Shift, 'offset'>): readonly Span[] => all.map((one) => shiftSpan(one, offset));

/** A span of a part, in the places of the whole. */
export const shiftSpan = ([start, end]: Span, offset: number): Span => [start + offset, end + offset];

/** The id of an article of a part, in the whole. */
export const shiftId = (id: string, { articles }: Pick<Shift, 'articles'>): string => (articles === 0 ? id : `a${String(Number(id.slice(1)) + articles)}`);

/** Most seams have no candidates, and stay the object they are. */
function seam(one: Seam, offset: number): Seam {
  return one.candidates.length === 0 ? one : { ...one, candidates: one.candidates.map((candidate) => ({ ...candidate, span: shiftSpan(candidate.span, offset) })) };
}
