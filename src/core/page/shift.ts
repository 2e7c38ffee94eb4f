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
  return { ...placeArticle(article, (span) => shiftSpan(span, shift.offset)), id: shiftId(article.id, shift) };
}

/** An article with all its spans in other places; what it says stays as it is. */
export function placeArticle<Known extends Omit<Article, 'id'>>(article: Known, place: (span: Span) => Span): Known {
  return {
    ...article,
    headline: article.headline.map(place),
    byline: article.byline.map(place),
    credit: article.credit.map(place),
    standingHead: article.standingHead.map(place),
    ...(article.standingHeadDoubtful === undefined ? {} : { standingHeadDoubtful: article.standingHeadDoubtful.map(place) }),
    ...(article.dateline === undefined ? {} : { dateline: { ...article.dateline, span: place(article.dateline.span) } }),
    paragraphs: article.paragraphs.map((paragraph): Paragraph => ({
      spans: paragraph.spans.map(place),
      text: paragraph.text,
      seams: paragraph.seams.map((one) => placeSeam(one, place)),
      attachment: placeSeam(paragraph.attachment, place),
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
function placeSeam(one: Seam, place: (span: Span) => Span): Seam {
  return one.candidates.length === 0 ? one : { ...one, candidates: one.candidates.map((candidate) => ({ ...candidate, span: place(candidate.span) })) };
}
