import type { Article, Page, Paragraph, Seam } from '../page/model';
import { isMarkup } from '../text/markup';
import { bySpan, sliceSpan, type Span } from '../text/span';

/** One piece of a paragraph in its article, with how it follows the piece before it. */
export interface Placed {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly span: Span;
  /** The piece read before it in its article. */
  readonly before: Placed | undefined;
  readonly seam: Seam;
  readonly joins: boolean;
}

/** Pieces that stand together in the dump and follow one another in the article: what moves as one. */
export interface Run {
  readonly pieces: readonly Placed[];
  /** From the first character to the last, credits and pictures between included. */
  readonly extent: Span;
}

/** All pieces of an article's paragraphs in reading order. */
export function placedOf(article: Article): Placed[] {
  const placed: Placed[] = [];
  for (const paragraph of article.paragraphs) {
    paragraph.spans.forEach((span, i) => {
      const seam = i === 0 ? paragraph.attachment : (paragraph.seams[i - 1] ?? paragraph.attachment);
      placed.push({ article, paragraph, span, before: placed[placed.length - 1], seam, joins: i > 0 });
    });
  }
  return placed;
}

/** A span and the article it belongs to; none for furniture. */
export interface Claim {
  readonly span: Span;
  readonly article: Article | undefined;
  /** Whether it is a picture's place, a rule or a comment: no text, and it stays by the passage below which it stands. */
  readonly markup: boolean;
}

/** Every span of a page in the order of the dump, and where in that order each stands. */
export interface Order {
  readonly claims: readonly Claim[];
  readonly at: ReadonlyMap<Span, number>;
}

/** Who claims what, in the order of the dump. Built once a page: a file may hold a thousand pages' articles. */
export function orderOf(page: Pick<Page, 'text' | 'articles' | 'furniture'>): Order {
  const claims: Claim[] = [];
  for (const article of page.articles) {
    const claim = (span: Span): void => {
      claims.push({ span, article, markup: false });
    };
    for (const spans of [article.headline, article.byline, article.credit, article.standingHead]) spans.forEach(claim);
    for (const paragraph of article.paragraphs) paragraph.spans.forEach(claim);
  }
  for (const span of page.furniture) claims.push({ span, article: undefined, markup: isMarkup(sliceSpan(page.text, span)) });
  claims.sort((a, b) => bySpan(a.span, b.span));
  const at = new Map<Span, number>();
  claims.forEach(({ span }, i) => at.set(span, i));
  return { claims, at };
}

/** The runs of an article that do not stand where they are read: each begins with a far seam. */
export function strayRuns({ claims, at }: Order, article: Article): Run[] {
  if (!article.paragraphs.some(({ attachment, seams }) => attachment.far || seams.some((seam) => seam.far))) return [];
  const placed = placedOf(article);
  const runs: Run[] = [];
  for (let i = 0; i < placed.length; i++) {
    const first = placed[i];
    if (first === undefined || !first.seam.far || first.before === undefined) continue;
    const pieces = [first];
    for (let next = placed[i + 1]; next !== undefined; next = placed[i + pieces.length]) {
      const last = pieces[pieces.length - 1];
      if (last === undefined || next.seam.far || !sameRun(claims, at.get(last.span) ?? 0, at.get(next.span) ?? 0, article)) break;
      pieces.push(next);
    }
    const end = pieces[pieces.length - 1]?.span[1] ?? first.span[1];
    runs.push({ pieces, extent: [first.span[0], end] });
  }
  return runs;
}

/** Whether only the article's own bylines and credits, and pictures, stand between two places of the dump. */
function sameRun(claims: readonly Claim[], from: number, to: number, article: Article): boolean {
  if (to <= from) return false;
  const aside = new Set([...article.byline, ...article.credit]);
  for (let at = from + 1; at < to; at++) {
    const claim = claims[at];
    if (claim?.markup !== true && (claim?.article !== article || !aside.has(claim.span))) return false;
  }
  return true;
}

/** The first characters of a span, for a title. */
export function opening(text: string, span: Span, most = 12): string {
  const slice = sliceSpan(text, span).trim();
  // Two units a character at most: a passage may be long, its first characters are near.
  return [...slice.slice(0, 2 * most)].slice(0, most).join('');
}
