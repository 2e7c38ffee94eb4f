import type { Article, Finding, Fix, Paragraph, Seam } from '../page/model';
import type { Message } from '../text/message';
import type { Span, TextEdit } from '../text/span';

/** Which argument of a message is a line of the text, by code. A test holds that none is forgotten. */
export const LINES: Readonly<Record<string, number>> = {
  'cut.near': 0,
  'cut.far': 0,
  'cut.near.doubtful': 0,
  'cut.far.doubtful': 0,
  'stray': 1,
  'stray.doubtful': 1,
  'fix.join.far': 0,
  'fix.join.candidate': 1,
  'fix.join.doubtful': 1,
};

/** What was found in a part of a text, in the places of the whole. */
export interface Shift {
  /** What stands before the part: UTF-16 units, lines, articles. */
  readonly offset: number;
  readonly lines: number;
  readonly articles: number;
}

/** An article of a part, in the places of the whole. */
export function shiftArticle(article: Article, shift: Shift): Article {
  const { offset } = shift;
  return {
    ...article,
    id: idOf(article.id, shift),
    headline: spans(article.headline, offset),
    byline: spans(article.byline, offset),
    credit: spans(article.credit, offset),
    standingHead: spans(article.standingHead, offset),
    ...(article.dateline === undefined ? {} : { dateline: { ...article.dateline, span: span(article.dateline.span, offset) } }),
    paragraphs: article.paragraphs.map((paragraph): Paragraph => ({
      spans: spans(paragraph.spans, offset),
      text: paragraph.text,
      seams: paragraph.seams.map((one) => seam(one, offset)),
      attachment: seam(paragraph.attachment, offset),
    })),
  };
}

/** A finding of a part, in the places of the whole. */
export function shiftFinding(finding: Finding, shift: Shift): Finding {
  const { offset } = shift;
  return {
    ...finding,
    span: span(finding.span, offset),
    message: message(finding.message, shift),
    related: finding.related.map((place) => ({ span: span(place.span, offset), message: message(place.message, shift) })),
    fixes: finding.fixes.map((fix): Fix => ({ ...fix, title: message(fix.title, shift), edits: fix.edits.map((edit): TextEdit => ({ ...edit, span: span(edit.span, offset) })) })),
    ...(finding.article === undefined ? {} : { article: idOf(finding.article, shift) }),
  };
}

/** Spans of a part, in the places of the whole. */
export const shiftSpans = (all: readonly Span[], { offset }: Shift): readonly Span[] => spans(all, offset);

const span = ([start, end]: Span, offset: number): Span => [start + offset, end + offset];
const spans = (all: readonly Span[], offset: number): readonly Span[] => all.map((one) => span(one, offset));

/** Most seams have no candidates, and stay the object they are. */
function seam(one: Seam, offset: number): Seam {
  return one.candidates.length === 0 ? one : { ...one, candidates: one.candidates.map((candidate) => ({ ...candidate, span: span(candidate.span, offset) })) };
}

function message(one: Message, { lines }: Shift): Message {
  const place = LINES[one.code];
  return place === undefined || lines === 0 ? one : { ...one, args: one.args.map((arg, i) => (i === place && typeof arg === 'number' ? arg + lines : arg)) };
}

const idOf = (id: string, { articles }: Shift): string => (articles === 0 ? id : `a${String(Number(id.slice(1)) + articles)}`);
