import { sayReason, sliceSpan, type Article, type Finding, type Language, type Page, type Paragraph, type Seam, type Span } from '../core';
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
  /** The tooltip: what it is and where, then what it was made of. */
  readonly details: Details;
  readonly children: readonly Row[];
}

export interface Details {
  readonly heading: string;
  /** The meeting of two pieces: the last characters of one, the first of the next. */
  readonly seams: readonly string[];
  /** The reasons behind a join or a place, strongest first. */
  readonly why: readonly string[];
}

/** Kinds that their icon and their words do not tell apart. */
const named: ReadonlySet<RowKind> = new Set(['standingHead', 'kicker', 'deck', 'dateline', 'jump', 'credit']);

/** Characters shown on each side of a seam. */
const aroundSeam = 12;

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
  return finish(source, article.id, article.kind, label, '', headline, children, problems);
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
  const { language, lineOf, page } = source;
  const label = excerpt(paragraph.text, 24);
  const span = firstOf(paragraph.spans);
  const why = reasonsOf(paragraph.attachment, language);
  if (paragraph.spans.length < 2) return finish(source, id, 'paragraph', label, '', span, [], problemsIn(source, [span]), { why });
  const seams = paragraph.seams.map((_, index) => seamWords(page.text, paragraph.spans, index));
  const pieces = paragraph.spans.map((piece, index): Row => {
    const seam = paragraph.seams[index - 1];
    const line = translate(language, 'line {0}', lineOf(piece[0]));
    const sureness = seam ? ` · ${Math.round(seam.confidence * 100)}%` : '';
    const details = seam ? { seams: seams.slice(index - 1, index), why: reasonsOf(seam, language) } : {};
    return finish(source, `${id}/${index + 1}`, 'piece', excerpt(sliceSpan(page.text, piece), 24), line + sureness, piece, [], problemsIn(source, [piece]), details);
  });
  const lines = paragraph.spans.map((piece) => lineOf(piece[0])).join(', ');
  const description = translate(language, '{0} pieces · lines {1}', pieces.length, lines);
  return finish(source, id, 'cut', label, description, span, pieces, problemsIn(source, paragraph.spans), { seams, why });
}

function reasonsOf(seam: Seam, language: Language): string[] {
  return seam.why.filter(({ weight }) => weight !== 0).map((reason) => sayReason(reason, language));
}

/** `…从选种、育秧到水肥管 ‖ 理,全程跟着农时走…` */
function seamWords(text: string, spans: readonly Span[], index: number): string {
  const left = sliceSpan(text, spans[index] ?? [0, 0]).trimEnd();
  const right = sliceSpan(text, spans[index + 1] ?? [0, 0]).trimStart();
  const end = [...left.slice(-2 * aroundSeam)].slice(-aroundSeam).join('');
  return `${end.length < left.length ? '…' : ''}${end} ‖ ${excerpt(right, aroundSeam)}`;
}

function partRow(source: RowSource, id: string, kind: RowKind, span: Span, label?: string): Row {
  const words = label ?? excerpt(sliceSpan(source.page.text, span), 32);
  const description = named.has(kind) ? translate(source.language, kindNames[kind]) : '';
  return finish(source, id, kind, words, description, span, [], problemsIn(source, [span]));
}

function finish(
  { language, lineOf }: RowSource,
  id: string,
  kind: RowKind,
  label: string,
  description: string,
  span: Span,
  children: readonly Row[],
  problems = 0,
  details: Partial<Details> = {},
): Row {
  const kindName = translate(language, kindNames[kind]);
  const parts = kindName === label ? [label] : [kindName, label];
  if (kind === 'cut' || kind === 'piece') parts.push(description);
  if (problems > 0) parts.push(problemWords(language, problems));
  const heading = [kindName, translate(language, 'line {0}', lineOf(span[0])), ...(problems > 0 ? [problemWords(language, problems)] : [])].join(' · ');
  return { id, kind, label, description, spoken: parts.join(', '), span, problems, details: { heading, seams: [], why: [], ...details }, children };
}

function problemWords(language: Language, problems: number): string {
  return translateCount(language, problems, '{0} problem', '{0} problems');
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
