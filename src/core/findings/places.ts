import type { Article, Page, Paragraph, Seam } from '../page/model';
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
  /** From the first character to the last, credits between included. */
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
}

/** Every span of a page, in the order of the dump, with the article it belongs to. */
export function claims(page: Page): Claim[] {
  const all: Claim[] = page.articles.flatMap((article) =>
    [article.headline, article.byline, article.credit, article.standingHead, ...article.paragraphs.map((p) => p.spans)]
      .flat()
      .map((span) => ({ span, article })),
  );
  for (const span of page.furniture) all.push({ span, article: undefined });
  return all.sort((a, b) => bySpan(a.span, b.span));
}

/** The runs of an article that do not stand where they are read: each begins with a far seam. */
export function strayRuns(order: readonly Claim[], article: Article): Run[] {
  const at = new Map(order.map(({ span }, i) => [span, i]));
  const placed = placedOf(article);
  const runs: Run[] = [];
  for (let i = 0; i < placed.length; i++) {
    const first = placed[i];
    if (first === undefined || !first.seam.far || first.before === undefined) continue;
    const pieces = [first];
    for (let next = placed[i + 1]; next !== undefined; next = placed[i + pieces.length]) {
      const last = pieces[pieces.length - 1];
      if (last === undefined || next.seam.far || !sameRun(order, at.get(last.span) ?? 0, at.get(next.span) ?? 0, article)) break;
      pieces.push(next);
    }
    const end = pieces[pieces.length - 1]?.span[1] ?? first.span[1];
    runs.push({ pieces, extent: [first.span[0], end] });
  }
  return runs;
}

/** Whether only the article's own bylines and credits stand between two places of the dump. */
function sameRun(order: readonly Claim[], from: number, to: number, article: Article): boolean {
  if (to <= from) return false;
  const aside = new Set([...article.byline, ...article.credit]);
  for (let at = from + 1; at < to; at++) {
    const claim = order[at];
    if (claim?.article !== article || !aside.has(claim.span)) return false;
  }
  return true;
}

/** The 1-based line of an offset, as editors count. Built once a page. */
export class LineNumbers {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) this.starts.push(at + 1);
    }
  }

  of(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}

/** The line end a text uses most; LF where it has none. */
export function lineEnd(text: string): string {
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  const cr = text.split('\r').length - 1 - crlf;
  if (crlf > lf && crlf >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

/** The first characters of a span, for a title. */
export function opening(text: string, span: Span, most = 12): string {
  const slice = sliceSpan(text, span).trim();
  return [...slice].slice(0, most).join('');
}
