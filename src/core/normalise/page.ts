import type { Article, Dateline, Page, Paragraph } from '../page/model';
import { applyEdits, sliceSpan, type Span } from '../text/span';
import { normalise, normalKinds, type NormalKind } from './normalise';

/**
 * A page as it reads when its signs are normalised, for exports: the same articles, with every span in the normalised text. It holds no
 * findings and no decisions, for their places are those of the other text.
 */
export function normalisedPage(page: Page, kinds: readonly NormalKind[] = normalKinds): Page {
  const edits = normalise(page, kinds);
  const text = applyEdits(page.text, edits);
  const shift = shifter(edits.map(({ span, newText }) => ({ at: span[1], by: newText.length - (span[1] - span[0]) })));
  const move = ([start, end]: Span): Span => [shift(start), shift(end)];
  const paragraph = ({ spans, ...rest }: Paragraph): Paragraph => {
    const moved = spans.map(move);
    return { ...rest, spans: moved, text: moved.map((span) => sliceSpan(text, span)).join('') };
  };
  const article = (one: Article): Article => ({
    ...one,
    ...words(page.text, text, one, move),
    headline: one.headline.map(move),
    byline: one.byline.map(move),
    credit: one.credit.map(move),
    standingHead: one.standingHead.map(move),
    ...(one.dateline && { dateline: dateline(one.dateline, move) }),
    paragraphs: one.paragraphs.map(paragraph),
  });
  return { text, articles: page.articles.map(article), furniture: page.furniture.map(move), findings: [], decisions: [], unmet: [], dump: page.dump };
}

function dateline(one: Dateline, move: (span: Span) => Span): Dateline {
  return { ...one, span: move(one.span) };
}

/** Title, kicker and deck, read again where they stand. */
function words(before: string, after: string, { headline, title, kicker, deck }: Article, move: (span: Span) => Span): Pick<Article, 'title' | 'kicker' | 'deck'> {
  const again = (line: string): string => {
    for (const span of headline) {
      const at = sliceSpan(before, span).indexOf(line);
      if (at >= 0) return sliceSpan(after, move([span[0] + at, span[0] + at + line.length]));
    }
    return line;
  };
  return { title: again(title), ...(kicker !== undefined && { kicker: again(kicker) }), ...(deck !== undefined && { deck: again(deck) }) };
}

/** Where an offset stands after edits, which are in order; each edit moves what stands behind its end. */
function shifter(edits: readonly { readonly at: number; readonly by: number }[]): (offset: number) => number {
  const sums = [0];
  for (const { by } of edits) sums.push((sums.at(-1) ?? 0) + by);
  return (offset) => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edits[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (sums[low] ?? 0);
  };
}
