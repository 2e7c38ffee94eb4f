import { sliceSpan, type Language, type Page, type Paragraph, type Span } from '../../core';
import type { ReadingArticle, ReadingLine, ReadingModel, ReadingPiece } from '../../webview/protocol/reading';
import { articleColours } from '../marks/colours';
import { translate } from '../translate';
import { isInPlace, reasonsOf, titleOf } from './mapModel';
import { textLanguage } from './textLanguage';

/** Reasons told at a seam. */
const mostReasons = 3;

/** What the reading is made from. */
export interface ReadingSource {
  readonly page: Page;
  readonly edition: number;
  readonly source: string;
  readonly language: Language;
}

/** The reading with the places of its pieces: `spans[n]` is where piece `n` stands in the text. */
export interface Reading {
  readonly model: ReadingModel;
  readonly spans: readonly Span[];
}

/** The articles of a page with the same words in the same order as the Markdown export writes them, and where its joins are. */
export function readingModel({ page, edition, source, language }: ReadingSource): Reading {
  const spans: Span[] = [];
  const number = (span: Span): number => spans.push(span) - 1;
  const lines = (some: readonly Span[]): ReadingLine[] => some.map((span) => ({ at: number(span), text: withoutMark(sliceSpan(page.text, span)) }));
  const colours = articleColours(page);
  const articles = page.articles.map((article): ReadingArticle => {
    const [headline = [0, 0]] = article.headline;
    const line = (text: string): ReadingLine => ({ at: number(headline), text });
    return {
      id: article.id,
      hue: (colours.get(article.id) ?? 0) + 1,
      spoken: titleOf(article, language),
      standingHead: lines(article.standingHead),
      ...(article.kicker !== undefined && { kicker: line(article.kicker) }),
      ...(article.title !== '' && { title: line(article.title) }),
      ...(article.deck !== undefined && { deck: line(article.deck) }),
      byline: lines(article.byline),
      paragraphs: article.paragraphs.map((paragraph) => piecesOf(page, paragraph, number, language)),
      credit: lines(article.credit),
    };
  });
  const words = {
    articles: translate(language, 'Articles in reading order'),
    help: translate(language, 'Tab: next headline or doubtful join · Alt+↑ ↓: paragraph by paragraph · Enter: to the text'),
    goTo: translate(language, 'Show in the text'),
  };
  return { model: { edition, source, language, textLanguage: textLanguage(page.text), articles, words }, spans };
}

function piecesOf(page: Page, paragraph: Paragraph, number: (span: Span) => number, language: Language): ReadingPiece[] {
  return paragraph.spans.map((span, index) => {
    const seam = index === 0 ? paragraph.attachment : (paragraph.seams[index - 1] ?? paragraph.attachment);
    const piece = { at: number(span), text: sliceSpan(page.text, span) };
    if (isInPlace(seam) || seam.why[0]?.code === 'hardWrap') return piece;
    const manner = index === 0 ? translate(language, 'Placed here') : translate(language, 'Joined here');
    const certainty = `${Math.round(seam.confidence * 100)}%${seam.sure ? '' : ` · ${translate(language, 'doubtful')}`}`;
    const words = [`${manner} · ${certainty}`, ...reasonsOf(seam, language).slice(0, mostReasons)].join('\n');
    return { ...piece, join: { sure: seam.sure, words } };
  });
}

/** A line as the export writes it: without the mark of a headline and the space around. */
function withoutMark(line: string): string {
  return line.replace(/^#{1,6}\s+/u, '').trim();
}
