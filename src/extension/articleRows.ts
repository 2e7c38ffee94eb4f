import { sayReason, sliceSpan, type Article, type Finding, type Language, type Page, type Paragraph, type Span } from '../core';
import { excerpt } from './excerpt';
import { translate, translateCount, type Text } from './translate';

/** What a row of the tree stands for; each kind has its icon. */
export type RowKind =
  | 'article' | 'photo' | 'brief' | 'notice'
  | 'standingHead' | 'kicker' | 'headline' | 'deck' | 'byline' | 'dateline' | 'jump'
  | 'paragraph' | 'cut' | 'piece' | 'credit' | 'furniture';

/** A row of the tree, free of VS Code: what it says and where it leads. */
export interface Row {
  /** Stays the same while the page is edited, so that open rows stay open. */
  readonly id: string;
  readonly kind: RowKind;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken: string;
  /** The place a click reveals. */
  readonly span: Span;
  /** The number of findings here and below. */
  readonly problems: number;
  /** Lines of the tooltip: the reasons behind a join or a place. */
  readonly why: readonly string[];
  readonly children: readonly Row[];
}

const kindNames: Readonly<Record<RowKind, Text>> = {
  article: 'Article',
  photo: 'Photo',
  brief: 'Brief',
  notice: 'Notice',
  standingHead: 'Standing head',
  kicker: 'Kicker',
  headline: 'Headline',
  deck: 'Deck',
  byline: 'Byline',
  dateline: 'Dateline',
  jump: 'Jump line',
  paragraph: 'Paragraph',
  cut: 'Re-stitched paragraph',
  piece: 'Piece',
  credit: 'Credit',
  furniture: 'Page furniture',
};

/** What the rows are made from. */
export interface RowSource {
  readonly page: Page;
  /** The findings to count: those of the page that the settings show. */
  readonly findings: readonly Finding[];
  readonly language: Language;
  /** The line of an offset, counted from 1. */
  readonly lineOf: (offset: number) => number;
}

/** The rows of a page: its articles in order, each with its parts in reading order, then the furniture. */
export function rowsOf(source: RowSource): readonly Row[] {
  const { page, language } = source;
  const rows = page.articles.map((article) => articleRow(source, article));
  if (page.furniture.length > 0) {
    const pieces = page.furniture.map((span, index) => partRow(source, `furniture/${index}`, 'furniture', span));
    rows.push(finish(source, 'furniture', 'furniture', translate(language, 'Page furniture'), '', firstOf(page.furniture), pieces));
  }
  return rows;
}

function articleRow(source: RowSource, article: Article): Row {
  const { language, findings } = source;
  const headline = firstOf(article.headline, article.paragraphs[0]?.spans[0], article.credit[0], article.standingHead[0]);
  const children = partsOf(source, article, headline);
  const label = article.title || excerpt(article.paragraphs[0]?.text ?? '', 24) || translate(language, 'No headline');
  const problems = findings.filter((finding) => finding.article === article.id).length;
  return finish(source, article.id, article.kind, label, problemWords(language, problems), headline, children, problems);
}

function partsOf(source: RowSource, article: Article, headline: Span): Row[] {
  const { page, language } = source;
  const rows: Row[] = [];
  const add = (kind: RowKind, span: Span, label?: string): void => {
    rows.push(partRow(source, `${article.id}/${kind}${rows.length}`, kind, span, label));
  };
  for (const span of article.standingHead) add('standingHead', span);
  if (article.headline.length > 0) {
    if (article.kicker) add('kicker', spanOfLine(page.text, article.headline, article.kicker), article.kicker);
    if (article.title) add('headline', spanOfLine(page.text, article.headline, article.title), article.title);
    if (article.deck) add('deck', spanOfLine(page.text, article.headline, article.deck), article.deck);
  }
  if (article.jump?.from !== undefined) add('jump', headline, translate(language, 'Continued from page {0}', article.jump.from));
  for (const span of article.byline) add('byline', span);
  if (article.dateline) add('dateline', article.dateline.span);
  article.paragraphs.forEach((paragraph, index) => rows.push(paragraphRow(source, `${article.id}/p${index + 1}`, paragraph)));
  for (const span of article.credit) add('credit', span);
  if (article.jump?.to !== undefined) add('jump', headline, translate(language, 'Continued on page {0}', article.jump.to));
  return rows;
}

function paragraphRow(source: RowSource, id: string, paragraph: Paragraph): Row {
  const { language, lineOf } = source;
  const label = excerpt(paragraph.text, 24);
  const span = firstOf(paragraph.spans);
  const why = [...paragraph.attachment.why].filter(({ weight }) => weight !== 0).map((reason) => sayReason(reason, language));
  if (paragraph.spans.length < 2) return finish(source, id, 'paragraph', label, '', span, [], problemsIn(source, [span]), why);
  const pieces = paragraph.spans.map((piece, index): Row => {
    const seam = paragraph.seams[index - 1];
    const reasons = seam ? seam.why.map((reason) => sayReason(reason, language)) : [];
    const line = translate(language, 'line {0}', lineOf(piece[0]));
    const words = excerpt(sliceSpan(source.page.text, piece), 24);
    const sureness = seam ? ` · ${Math.round(seam.confidence * 100)}%` : '';
    return finish(source, `${id}/${index + 1}`, 'piece', words, line + sureness, piece, [], problemsIn(source, [piece]), reasons);
  });
  const lines = paragraph.spans.map((piece) => lineOf(piece[0])).join(', ');
  const description = translate(language, '{0} pieces · lines {1}', pieces.length, lines);
  return finish(source, id, 'cut', label, description, span, pieces, problemsIn(source, paragraph.spans), why);
}

function partRow(source: RowSource, id: string, kind: RowKind, span: Span, label?: string): Row {
  const words = label ?? excerpt(sliceSpan(source.page.text, span), 32);
  const description = kind === 'furniture' ? '' : translate(source.language, kindNames[kind]);
  return finish(source, id, kind, words, description, span, [], problemsIn(source, [span]));
}

function finish(
  { language }: RowSource,
  id: string,
  kind: RowKind,
  label: string,
  description: string,
  span: Span,
  children: readonly Row[],
  problems = 0,
  why: readonly string[] = [],
): Row {
  const parts = [translate(language, kindNames[kind]), label];
  if (kind === 'cut' || kind === 'piece') parts.push(description);
  if (problems > 0) parts.push(problemWords(language, problems));
  return { id, kind, label, description, spoken: parts.join(', '), span, problems, why, children };
}

function problemWords(language: Language, problems: number): string {
  return problems === 0 ? '' : translateCount(language, problems, '{0} problem', '{0} problems');
}

/** The findings that begin inside any of the spans. */
function problemsIn({ findings }: RowSource, spans: readonly Span[]): number {
  return findings.filter((finding) => spans.some((span) => span[0] <= finding.span[0] && finding.span[0] < span[1])).length;
}

/** Where a line of the headline stands; the first headline span where it is not found word for word. */
function spanOfLine(text: string, headline: readonly Span[], line: string): Span {
  for (const span of headline) {
    const at = sliceSpan(text, span).indexOf(line);
    if (at >= 0) return [span[0] + at, span[0] + at + line.length];
  }
  return firstOf(headline);
}

function firstOf(spans: readonly Span[], ...others: readonly (Span | undefined)[]): Span {
  return spans[0] ?? others.find((span) => span !== undefined) ?? [0, 0];
}
