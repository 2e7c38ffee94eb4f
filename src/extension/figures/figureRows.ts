import { FIGURE_KINDS, figureWords, type FigureKind, type Language, type Page, type PlacedFigure, type Span } from '../../core';
import { excerpt } from '../excerpt';
import { translate, translateCount } from '../translate';
import { kindName } from './kinds';

export type Grouping = 'article' | 'kind';

/** A row of the view: a group of figures, or one figure. */
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** For screen readers. */
  readonly spoken: string;
  readonly kind?: FigureKind;
  readonly placed?: PlacedFigure;
  /** What a click selects. */
  readonly span: Span;
  readonly children: readonly FigureRow[];
}

export interface FigureRowSource {
  readonly page: Page;
  readonly figures: readonly PlacedFigure[];
  readonly grouping: Grouping;
  readonly language: Language;
  /** The line of an offset, counted from 1. */
  readonly lineOf: (offset: number) => number;
}

/** The rows of a page's figures, by article in the order of the page or by kind; groups without figures are left out. */
export function figureRowsOf(source: FigureRowSource): readonly FigureRow[] {
  return source.grouping === 'kind' ? byKind(source) : byArticle(source);
}

function byKind(source: FigureRowSource): readonly FigureRow[] {
  return FIGURE_KINDS.flatMap((kind) => group(source, `kind/${kind}`, kindName(kind, source.language), source.figures.filter(({ figure }) => figure.kind === kind), kind));
}

function byArticle(source: FigureRowSource): readonly FigureRow[] {
  const { figures, language, page } = source;
  const groups = page.articles.flatMap((article) => {
    const label = article.title || excerpt(article.paragraphs[0]?.text ?? '', 24) || translate(language, 'No headline');
    return group(source, article.id, label, figures.filter(({ passage }) => passage.article === article.id));
  });
  return [...groups, ...group(source, 'furniture', translate(language, 'Page furniture'), figures.filter(({ passage }) => passage.article === undefined))];
}

function group(source: FigureRowSource, id: string, label: string, figures: readonly PlacedFigure[], kind?: FigureKind): readonly FigureRow[] {
  if (figures.length === 0) return [];
  const children = figures.map((placed, index) => figureRow(source, `${id}/${index}`, placed));
  const description = String(figures.length);
  const spoken = `${label}, ${translateCount(source.language, figures.length, '{0} figure', '{0} figures')}`;
  return [{ id, label, description, spoken, span: children[0]?.span ?? [0, 0], children, ...(kind === undefined ? {} : { kind }) }];
}

function figureRow({ language, lineOf }: FigureRowSource, id: string, placed: PlacedFigure): FigureRow {
  const { figure, spans } = placed;
  const { value, written } = figureWords(figure, language);
  const span = spans[0] ?? [0, 0];
  const line = translate(language, 'line {0}', lineOf(span[0]));
  const exact = value !== undefined && value.replace(/[ ,]/g, '') !== written.replace(/[ ,]/g, '') ? value : undefined;
  const description = [figure.subject, exact, line].filter((words) => words !== undefined).join(' · ');
  return { id, label: written, description, spoken: [kindName(figure.kind, language), written, description].join(', '), kind: figure.kind, placed, span, children: [] };
}
