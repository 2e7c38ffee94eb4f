import type { Article, Page, Seam, Span } from '../../core';

/** A place where the dump tears an article: a paragraph cut in two, or a passage that stands far from where it is read. */
export interface Meeting {
  readonly article: Article;
  /** The piece read before, and the one that goes on with it. */
  readonly left: Span;
  readonly right: Span;
  readonly seam: Seam;
  /** `cut`: the same paragraph goes on; `stray`: another paragraph, carried away from here. */
  readonly kind: 'cut' | 'stray';
}

/** Characters at the end of a piece, and at the beginning of the next, that stand for a cut under mouse and cursor. */
const reach = 12;

/** The meetings of a page, article by article in reading order. Printed lines of one paragraph are none. */
export function meetingsOf({ articles }: Pick<Page, 'articles'>): readonly Meeting[] {
  return articles.flatMap((article) => {
    const meetings: Meeting[] = [];
    let before: Span | undefined;
    for (const { spans, seams, attachment } of article.paragraphs) {
      spans.forEach((right, at) => {
        const left = before;
        before = right;
        const seam = at === 0 ? attachment : seams[at - 1];
        if (!left || !seam || seam.why[0]?.code === 'hardWrap') return;
        if (at > 0) meetings.push({ article, left, right, seam, kind: 'cut' });
        else if (seam.far) meetings.push({ article, left, right, seam, kind: 'stray' });
      });
    }
    return meetings;
  });
}

/** The end of a cut that can be pointed at. */
export interface End {
  readonly meeting: Meeting;
  readonly side: 'left' | 'right';
  /** The characters that stand for it. */
  readonly span: Span;
}

/** The ends of all meetings, in the order of the dump. A stray passage is pointed at where it begins only: its home is whole. */
export function endsOf(meetings: readonly Meeting[]): readonly End[] {
  const ends = meetings.flatMap((meeting): End[] => {
    const { left, right, kind } = meeting;
    const start: End = { meeting, side: 'right', span: [right[0], Math.min(right[1], right[0] + reach)] };
    return kind === 'stray' ? [start] : [{ meeting, side: 'left', span: [Math.max(left[0], left[1] - reach), left[1]] }, start];
  });
  return ends.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** The end at an offset, touching counted; of two that share a short piece the nearer one, of two as near the one that goes on. */
export function endAt(ends: readonly End[], offset: number): End | undefined {
  const distance = ({ side, span }: End): number => (side === 'left' ? span[1] - offset : offset - span[0]);
  return ends
    .filter(({ span }) => span[0] <= offset && offset <= span[1])
    .reduce<End | undefined>((best, end) => {
      const nearer = best ? distance(end) - distance(best) : -1;
      return nearer < 0 || (nearer === 0 && end.side === 'left') ? end : best;
    }, undefined);
}
