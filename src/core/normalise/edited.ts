import type { Article, Dateline, Page, Paragraph } from '../page/model';
import { isSpace } from '../text/characters';
import { applyEdits, moverOf, sliceSpan, type Span, type TextEdit } from '../text/span';

/**
 * A page with another text: the same articles, with every span where edits put it. It holds no findings and no decisions, for their places are those
 * of the old text.
 * @param edits in order, without overlaps
 */
export function editedPage(page: Page, edits: readonly TextEdit[]): Page {
  const text = applyEdits(page.text, edits);
  const at = moverOf(edits);
  const move = ([start, end]: Span): Span => {
    let [from, to] = [at(start), at(end)];
    // A tag in front of an indent, or one that gave way to a line's end, leaves white space that is none of the passage.
    if (!isSpace(page.text.charCodeAt(start))) while (from < to && isSpace(text.charCodeAt(from))) from++;
    if (!isSpace(page.text.charCodeAt(end - 1))) while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    return [from, to];
  };
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
    ...(one.standingHeadDoubtful === undefined ? {} : { standingHeadDoubtful: one.standingHeadDoubtful.map(move) }),
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
